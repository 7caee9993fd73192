"""`make lint`: every check blocks, and all are run before the result is told."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from tools import setup
from tools.paths import DEV, PYTHON, REPO
from tools.shell import locked, say

CHECKS = {
    "ruff": ["ruff", "check", "--no-fix", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy", "--strict", "--explicit-package-bases", "rules"],
    "odoo": ["pylint", "--rcfile=.pylintrc", "."],
    "house": ["tools.house"],
    "flows": ["tools.diagrams", "--check"],
}


def check(name: str) -> tuple[bool, str]:
    """Run one check; return whether it passed, and what it says."""
    start = time.monotonic()
    command = [str(PYTHON), "-m", *CHECKS[name]]
    done = subprocess.run(
        command, cwd=REPO, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    passed = done.returncode == 0
    verdict = "passed" if passed else "FAILED"
    title = f"{name:8}{verdict} in {time.monotonic() - start:.1f} s"
    return passed, title if passed else f"{title}\n{done.stdout.strip()}\n"


def main(names: list[str]) -> int:
    """Run the named checks, or all."""
    DEV.mkdir(exist_ok=True)
    with locked("setup"):
        setup.python_environment()
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(check, names or CHECKS))
    for _, text in results:
        say(text)
    return 0 if all(passed for passed, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
