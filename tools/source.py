"""What the addon consists of, for knowing when a database must be upgraded."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tools.paths import REPO

FOLDERS = (
    "controllers",
    "data",
    "i18n",
    "migrations",
    "models",
    "reports",
    "rules",
    "security",
    "static",
    "views",
    "wizards",
)


def digest() -> str:
    """One value that changes with the content of any file that Odoo loads from the addon."""
    total = hashlib.sha256()
    for path in _files():
        total.update(str(path.relative_to(REPO)).encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files() -> Iterator[Path]:
    yield from sorted(REPO.glob("*.py"))
    for folder in FOLDERS:
        for path in sorted((REPO / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield path
