"""Log in, open a page, wait until it is settled, take its picture; see tools/shots.py."""

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, sync_playwright

from tools import server
from tools.setup import BROWSERS
from tools.shell import say

# Settled: nothing has changed on the page for a while, and Odoo shows no sign of work. (The network
# never gets quiet: the page keeps a connection for messages.)
SETTLED = """() => {
    if (!window.lastChange) {
        window.lastChange = performance.now();
        const note = () => { window.lastChange = performance.now(); };
        const all = {subtree: true, childList: true, attributes: true};
        new MutationObserver(note).observe(document, all);
    }
    const empty = "body.o_web_client:not(:has(.o_action_manager > *))";
    const busy = `.o_blockUI, .o_loading_indicator, ${empty}`;
    return performance.now() - window.lastChange > 800 && !document.querySelector(busy);
}"""
SET_LANGUAGE = """async (lang) => {
    const call = async (url, params) => {
        const body = JSON.stringify({jsonrpc: "2.0", method: "call", params});
        const headers = {"Content-Type": "application/json"};
        const answer = await (await fetch(url, {method: "POST", headers, body})).json();
        if (answer.error) throw new Error(answer.error.data.message);
        return answer.result;
    };
    const {uid} = await call("/web/session/get_session_info", {});
    await call("/web/dataset/call_kw/res.users/write", {
        model: "res.users", method: "write", args: [[uid], {lang}], kwargs: {},
    });
}"""


def main(arguments: list[str]) -> int:
    """Take one picture; fail when the page logged an error."""
    options = _options(arguments)
    browser_path = next(path for name in BROWSERS if (path := shutil.which(name)))
    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        size = {"width": options.width, "height": options.height}
        page = browser.new_page(viewport=size)
        _log_in(page, options)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.extend(_error_in(message)))
        page.goto(options.base + options.url if options.url.startswith("/") else options.url)
        _settle(page)
        for selector in options.click:
            page.locator(selector).first.click()
            _settle(page)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(options.out), full_page=options.full)
        browser.close()
    for error in errors:
        say(f"The browser reports: {error}")
    return int(bool(errors))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m tools.shots")
    parser.add_argument("url")
    parser.add_argument("out", type=Path)
    parser.add_argument("--login", help="none: as a visitor")
    parser.add_argument("--password")
    parser.add_argument("--lang", help="set the language of this user first")
    parser.add_argument("--base", default=f"http://localhost:{server.running_port() or 8069}")
    parser.add_argument("--width", type=int, default=1400)
    parser.add_argument("--height", type=int, default=900)
    parser.add_argument("--full", action="store_true", help="the whole page, not the window")
    parser.add_argument("--click", action="append", default=[], help="click this first")
    return parser.parse_args(arguments)


def _log_in(page: Page, options: argparse.Namespace) -> None:
    if not options.login:
        return
    page.goto(f"{options.base}/web/login")
    page.fill("input[name=login]", options.login)
    page.fill("input[name=password]", options.password or options.login)
    page.click("button[type=submit]")
    page.wait_for_url(lambda url: "/web/login" not in url)
    if options.lang:
        page.evaluate(SET_LANGUAGE, options.lang)


def _error_in(message: ConsoleMessage) -> list[str]:
    """The text of an error; Odoo itself asks for icons of apps that are not in this edition."""
    url = message.location.get("url", "")
    if message.type != "error" or url.endswith("/static/description/icon.png"):
        return []
    return [f"{message.text} {url}"]


def _settle(page: Page) -> None:
    page.wait_for_load_state("load")
    page.wait_for_function(SETTLED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
