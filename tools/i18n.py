"""`make i18n`: collect the terms of the addon and bring them into the Chinese catalogue.

The terms come from a database in which the addon was installed just now: in an older one, data
that upgrades leave alone would still have its former terms. `--check` writes nothing and fails
when the stored template is not what the addon says today.
"""

import os
import shutil
import sys

from tools import postgres, setup, source, test
from tools.odoo import Instance
from tools.paths import ADDON, DEV, REPO

MIRROR = DEV / "i18n-addons"


def main(arguments: list[str]) -> int:
    """Install the addon afresh, and export there."""
    setup.main()
    port = postgres.ensure(postgres.TEST)
    test.prepare(Instance("hr_performance_i18n", port), reuse=False)
    _mirror()
    exporter = Instance("hr_performance_i18n", port, addons=MIRROR)
    exporter.call("tools.catalogue:check" if "--check" in arguments else "tools.catalogue:update")
    return 0


def _mirror() -> None:
    """A folder of links to the parts of the addon, without the folder of downloads.

    Odoo's export reads every file below the addon and follows links, so it would find all of Odoo
    in there, and through the link to this repository itself, again and again.
    """
    shutil.rmtree(MIRROR, ignore_errors=True)
    addon = MIRROR / ADDON
    addon.mkdir(parents=True)
    for part in (*(REPO / name for name in source.FOLDERS), *REPO.glob("*.py")):
        if part.exists():
            (addon / part.name).symlink_to(os.path.relpath(part, addon))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
