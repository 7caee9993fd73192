"""A picture of a screen, for looking at what was made.

python3 -m tools.shots --login LOGIN --password PASSWORD [--lang zh_CN] [--width 1400]
    [--height 900] [--full] [--click SELECTOR]... URL out.png

URL may be a path such as /odoo/employees: then it is a page of the server of `make run`. Errors in
the browser's console are printed.
"""

import subprocess
import sys

from tools import setup
from tools.paths import PYTHON, REPO
from tools.shell import locked, step

REQUIREMENTS = REPO / "tools" / "requirements-dev.txt"


def main(arguments: list[str]) -> int:
    """Install what only this needs, then go on in the virtual environment."""
    with locked("setup"):
        setup.python_environment()
        key = REQUIREMENTS.read_text()
        with step("screens", "install the driver of the browser", key, "seconds") as todo:
            if todo:
                setup.pip_install("-r", str(REQUIREMENTS))
    command = [str(PYTHON), "-m", "tools.camera", *arguments]
    return subprocess.run(command, cwd=REPO, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
