"""Bring a fresh machine to the point where Odoo 19 runs with this addon.

Each step is skipped when it was done before. System packages are only installed where they are
missing and we may install them; otherwise the missing ones are named.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv

from tools import apt, postgres
from tools.paths import (
    ADDON,
    ADDONS,
    DEV,
    EXTRA_ADDONS,
    ODOO_ROOT,
    PYTHON,
    REPO,
    VENV,
    odoo_home,
)
from tools.shell import is_root, locked, run, say, step, timed

REQUIREMENTS = REPO / "tools" / "requirements.txt"
PAYROLL = "odoo-addon-payroll==19.0.1.0.2.1"
BROWSERS = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")


def main() -> None:
    """Do what is missing; a second call takes a moment."""
    if sys.version_info < (3, 10):  # noqa: UP036 - this may be started with any Python
        raise SystemExit("Odoo 19 needs Python 3.10 or newer.")
    DEV.mkdir(exist_ok=True)
    with locked("setup"):
        system_packages()
        odoo()
        python_environment()
        payroll()
        link()


def system_packages() -> None:
    """Database server, PDF writer, browser and Chinese fonts."""
    missing = _missing_packages()
    if not missing:
        return
    if is_root() and shutil.which("apt-get"):
        with timed(f"install {', '.join(missing)} into the system", "1-3 minutes"):
            apt.install(missing)
    elif "postgresql" in missing:
        raise SystemExit(f"Please install these programs first: {', '.join(missing)}.")
    else:
        say(f"Without {', '.join(missing)} some PDFs and browser tests are left out.")


def _missing_packages() -> list[str]:
    present = {
        "postgresql": postgres.programs() is not None,
        "wkhtmltopdf": shutil.which("wkhtmltopdf") is not None,
        "chromium": any(shutil.which(name) for name in BROWSERS),
        "fonts-noto-cjk": _has_chinese_font(),
    }
    return [name for name, found in present.items() if not found]


def _has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    return bool(run(["fc-list", ":lang=zh-cn"], stdout=subprocess.PIPE).stdout.strip())


def odoo() -> None:
    """Odoo 19 Community: the one that ODOO_HOME names, or our own copy."""
    if os.environ.get("ODOO_HOME"):
        _check_odoo_home()
        return
    with step("odoo", "download and unpack Odoo 19", key="2", lasts="about 30 seconds") as todo:
        if todo:
            shutil.rmtree(ODOO_ROOT, ignore_errors=True)
            apt.unpack_odoo()
            _fill_gap()


def _check_odoo_home() -> None:
    release = odoo_home() / "odoo" / "release.py"
    if not release.is_file():
        raise SystemExit(
            f"ODOO_HOME={odoo_home()} is neither a checkout of Odoo nor a folder it is installed"
            " in: there is no odoo/release.py in it."
        )
    if not re.search(r"version_info = \(19,", release.read_text()):
        raise SystemExit(f"ODOO_HOME={odoo_home()} is not Odoo 19.")


def _fill_gap() -> None:
    """Debian leaves out one file that an asset bundle names; the browser would log an error."""
    folder = odoo_home() / "odoo/addons/mail/static/lib/selfie_segmentation"
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "selfie_segmentation.js"
    if not script.exists():
        script.write_text("/* left out by the distribution */\n")


def python_environment() -> None:
    """A virtual environment with pinned packages."""
    key = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    with step("venv", "install Python packages", key=key, lasts="about 1 minute") as todo:
        if todo:
            if not _has_pip():
                venv.create(VENV, with_pip=True, clear=True, symlinks=True)
            pip_install("-r", str(REQUIREMENTS))


def _has_pip() -> bool:
    """Whether the environment is complete; an interrupted set-up leaves half of one behind."""
    if not PYTHON.exists():
        return False
    command = [str(PYTHON), "-m", "pip", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def pip_install(*arguments: str) -> None:
    command = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    run([*command, *arguments], quiet=True)


def payroll() -> None:
    """OCA payroll, for the tests that compute a real payslip."""
    with step("payroll", "OCA payroll for the payslip tests", PAYROLL, "seconds") as todo:
        if not todo:
            return
        folder = DEV / "payroll"
        shutil.rmtree(folder, ignore_errors=True)
        pip_install("--no-deps", "--target", str(folder), PAYROLL)
        EXTRA_ADDONS.mkdir(parents=True, exist_ok=True)
        target = EXTRA_ADDONS / "payroll"
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(str(folder / "odoo" / "addons" / "payroll"), str(target))
        shutil.rmtree(folder)


def link() -> None:
    """Odoo sees the repository as an addon through a link of the right name."""
    ADDONS.mkdir(parents=True, exist_ok=True)
    target = ADDONS / ADDON
    if target.resolve() != REPO:
        target.unlink(missing_ok=True)
        target.symlink_to(os.path.relpath(REPO, ADDONS), target_is_directory=True)


if __name__ == "__main__":
    main()
    say("Odoo 19 and its tools are ready.")
