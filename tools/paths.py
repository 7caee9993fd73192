"""Where things lie. Everything that is downloaded or generated stays in one ignored folder."""

import os
from pathlib import Path

ADDON = "hr_performance"
REPO = Path(__file__).resolve().parent.parent
DEV = REPO / ".dev"
VENV = DEV / "venv"
ODOO_ROOT = DEV / "odoo"
APT = DEV / "apt"
ADDONS = DEV / "addons"
EXTRA_ADDONS = DEV / "extra-addons"
DATA = DEV / "data"
LOGS = DEV / "logs"
STAMPS = DEV / "stamps"
POSTGRES = DEV / "postgres"

PYTHON = VENV / "bin" / "python"
ODOO_BIN = REPO / "tools" / "bin" / "odoo-bin"


def odoo_home() -> Path:
    """Folder that holds the Python package `odoo`: ODOO_HOME, or our own unpacked copy."""
    given = os.environ.get("ODOO_HOME")
    if given:
        return Path(given).resolve()
    return ODOO_ROOT / "usr" / "lib" / "python3" / "dist-packages"


def addons_path(own: Path = ADDONS) -> str:
    """Addons path for Odoo: core, what `make test` adds (payroll), and the folder of this addon."""
    home = odoo_home()
    core = [home / "odoo" / "addons"]
    # An installed Odoo keeps all addons in one folder; the distribution's folder beside it holds
    # their Python files alone. A checkout has most addons in the folder beside it.
    if not (core[0] / "mail").is_dir():
        core.append(home / "addons")
    return ",".join(str(folder) for folder in (*core, EXTRA_ADDONS, own) if folder.is_dir())
