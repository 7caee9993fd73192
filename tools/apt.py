"""Odoo 19 from Debian's archive, unpacked beside the system and not installed into it.

Odoo is not on the Python index. Debian's unstable suite has it; installing it into another release
would pull that suite's Python along, so its packages are only downloaded and unpacked.
"""

import shutil
import subprocess
from pathlib import Path

from tools.paths import APT, ODOO_ROOT
from tools.shell import is_root, run, say

# The package links its fonts and some libraries to where these packages put them.
FROM_UNSTABLE = (
    "odoo-19",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
    "fonts-roboto-unhinted",
    "fonts-montserrat",
    "fonts-ocr-b",
    "fonts-inconsolata",
)
# The newer fonts-font-awesome has another layout than Odoo's links expect.
FROM_STABLE = ("fonts-font-awesome",)
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")


def install(packages: list[str]) -> None:
    """Install programs into the system; what APT prints is shown only when it fails."""
    update()
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    run(
        [*environment, "apt-get", "install", "-y", "--no-install-recommends", *packages], quiet=True
    )


def update() -> None:
    if is_root():
        run(["apt-get", "update"], quiet=True)


def unpack_odoo() -> None:
    """Download and unpack Odoo and what its links point to."""
    _unpack(FROM_UNSTABLE, _unstable())
    _unpack(FROM_STABLE, [])


def _archive() -> str:
    """Address of the Debian archive, as the machine itself is configured.

    A fresh machine has no package lists yet, and without them APT names no archive.
    """
    command = ["apt-get", "indextargets", "--format", "$(REPO_URI)"]
    wanted = ["Created-By: Packages", "Origin: Debian", "Label: Debian"]
    for refresh in (False, True):
        if refresh:
            say("  read the package lists first")
            update()
        found = run([*command, *wanted], stdout=subprocess.PIPE).stdout.split()
        if found:
            return found[0]
    raise SystemExit("APT knows no Debian archive. Set ODOO_HOME to a folder with Odoo 19.")


def _unstable() -> list[str]:
    """Options for a private APT that knows the unstable suite and leaves the system's alone."""
    archive = _archive()
    for folder in ("lists/partial", "cache/archives/partial"):
        (APT / folder).mkdir(parents=True, exist_ok=True)
    sources = APT / "sources.list"
    # The archive signs unstable with the same keys as the stable suites, so APT can verify it.
    sources.write_text(f"deb [signed-by={KEYRING}] {archive} sid main\n")
    options = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State::lists": APT / "lists",
        "Dir::Cache": APT / "cache",
        "APT::Sandbox::User": "root",
        "Acquire::Languages": "none",
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
