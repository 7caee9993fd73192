"""Bring a fresh machine to the point where Odoo 19 runs with this addon.

Each step is skipped when it was done before. System packages are only installed where they are
missing and we may install them; otherwise the missing ones are named.
"""

import hashlib
import os
import shutil
import subprocess
import venv
from pathlib import Path

from tools import postgres
from tools.paths import (
    ADDON,
    ADDONS,
    APT,
    DEV,
    EXTRA_ADDONS,
    ODOO_ROOT,
    PYTHON,
    REPO,
    VENV,
    odoo_home,
)
from tools.shell import is_root, run, say, step

REQUIREMENTS = REPO / "tools" / "requirements.txt"
PAYROLL = "odoo-addon-payroll==19.0.1.0.2.1"
# Debian 12's own fonts-font-awesome: the newer one has another layout than Odoo's links expect.
FROM_SID = (
    "odoo-19",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
    "fonts-roboto-unhinted",
    "fonts-montserrat",
    "fonts-ocr-b",
    "fonts-inconsolata",
)
FROM_STABLE = ("fonts-font-awesome",)


def system_packages() -> None:
    """Database server, PDF writer, browser and Chinese fonts."""
    wanted = {
        "postgresql": postgres.programs() is not None,
        "wkhtmltopdf": shutil.which("wkhtmltopdf") is not None,
        "chromium": shutil.which("chromium") is not None,
        "fonts-noto-cjk": Path("/usr/share/fonts/opentype/noto").is_dir(),
    }
    missing = [name for name, present in wanted.items() if not present]
    if not missing:
        return
    if not (is_root() and shutil.which("apt-get")):
        raise SystemExit(f"Please install these programs first: {', '.join(missing)}")
    with step("system", f"install {', '.join(missing)}", key="never", lasts="1-3 minutes"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "update"], quiet=True)
        run(
            ["apt-get", "install", "-y", "--no-install-recommends", *missing],
            quiet=True,
            env=environment,
        )


def odoo() -> None:
    """Odoo 19 Community, unpacked beside the system (not installed into it)."""
    if os.environ.get("ODOO_HOME"):
        if not (odoo_home() / "odoo" / "release.py").is_file():
            raise SystemExit(f"ODOO_HOME={odoo_home()} does not hold a folder `odoo` of Odoo 19.")
        return
    with step("odoo", "download and unpack Odoo 19", key="2", lasts="about 30 seconds") as todo:
        if not todo:
            return
        _unpack(FROM_SID, _sid_options())
        _unpack(FROM_STABLE, [])
        _fill_gap()


def _sid_options() -> list[str]:
    """A private APT configuration that knows Debian unstable and touches nothing of the system."""
    targets = ["--format", "$(REPO_URI)", "Created-By: Packages"]
    found = run(["apt-get", "indextargets", *targets], stdout=subprocess.PIPE).stdout.split()
    main = [uri for uri in found if not uri.rstrip("/").endswith("-security")]
    if not main:
        raise SystemExit("APT knows no Debian archive: run `apt-get update` or set ODOO_HOME.")
    for folder in ("lists/partial", "cache/archives/partial"):
        (APT / folder).mkdir(parents=True, exist_ok=True)
    sources = APT / "sources.list"
    sources.write_text(f"deb [trusted=yes] {main[0]} sid main\n")
    options = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State::lists": APT / "lists",
        "Dir::Cache": APT / "cache",
        "APT::Sandbox::User": "root",
    }
    flags = [f"-o{name}={value}" for name, value in options.items()]
    run(["apt-get", *flags, "update"], quiet=True)
    return flags


def _unpack(packages: tuple[str, ...], flags: list[str]) -> None:
    downloads = APT / "downloads"
    shutil.rmtree(downloads, ignore_errors=True)
    downloads.mkdir(parents=True)
    run(["apt-get", *flags, "download", *packages], cwd=downloads, quiet=True)
    for package in sorted(downloads.glob("*.deb")):
        run(["dpkg", "-x", package, ODOO_ROOT], quiet=True)
    shutil.rmtree(downloads)


def _fill_gap() -> None:
    """Debian leaves out one file that an asset bundle names; without it every page logs an error."""
    folder = odoo_home() / "odoo/addons/mail/static/lib/selfie_segmentation"
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "selfie_segmentation.js"
    if not script.exists():
        script.write_text("/* left out by the distribution */\n")


def python_environment() -> None:
    key = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    with step("venv", "Python packages", key=key, lasts="about 1 minute") as todo:
        if not todo:
            return
        if not PYTHON.is_file():
            venv.create(VENV, with_pip=True)
        run([PYTHON, "-m", "pip", "install", "-q", "-r", REQUIREMENTS], quiet=True)


def payroll() -> None:
    """OCA payroll, for the tests that compute a real payslip."""
    with step("payroll", "OCA payroll for the payslip tests", key=PAYROLL) as todo:
        if not todo:
            return
        folder = DEV / "payroll"
        shutil.rmtree(folder, ignore_errors=True)
        pip = [PYTHON, "-m", "pip", "install", "-q", "--no-deps", "--target", folder, PAYROLL]
        run(pip, quiet=True)
        EXTRA_ADDONS.mkdir(parents=True, exist_ok=True)
        target = EXTRA_ADDONS / "payroll"
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(str(folder / "odoo" / "addons" / "payroll"), str(target))


def link() -> None:
    """Odoo sees the repository as an addon through a link of the right name."""
    ADDONS.mkdir(parents=True, exist_ok=True)
    target = ADDONS / ADDON
    if not target.is_symlink():
        target.symlink_to(REPO, target_is_directory=True)


def main() -> None:
    DEV.mkdir(exist_ok=True)
    system_packages()
    odoo()
    python_environment()
    payroll()
    link()
    say("Odoo 19 and its tools are ready.")


if __name__ == "__main__":
    main()
