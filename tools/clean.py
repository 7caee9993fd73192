"""`make clean`: remove everything that was downloaded or generated, databases included."""

import shutil

from tools import postgres, stop
from tools.paths import DEV, REPO
from tools.shell import say

CACHES = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis")


def main() -> None:
    """Stop everything first: a server must not lose its files under its feet."""
    if stop.main():
        raise SystemExit("Nothing is removed: a database is in use.")
    for folder in (postgres.home(), DEV, *(REPO / cache for cache in CACHES)):
        shutil.rmtree(folder, ignore_errors=True)
    say("Everything that was downloaded or generated is removed.")


if __name__ == "__main__":
    main()
