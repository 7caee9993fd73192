"""Laws of this repository that no ready-made checker knows. Each check returns its findings."""

import csv
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import polib

from tools.paths import ADDON, REPO
from tools.shell import say

MAX_LINES = 300
I18N = REPO / "i18n"
CODE = (".py", ".js", ".xml")
# In brackets, so that these lines are not findings themselves.
UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X|NotImplemented[E]rror)\b")
ABSTRACT = "NotImplemented" + "Error"
MACHINE_PATH = re.compile(r"(?:^|[^A-Za-z0-9_.])/(?:work|farm|root|home/\w+|Users/\w+)/")
ADDRESS = re.compile(r"https?://(?!127\.0\.0\.1|localhost)")


def files(*endings: str) -> list[Path]:
    """All files of the repository with these endings, new ones included, ignored ones not."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    names = sorted({name for name in listed if name.endswith(endings or "")})
    return [REPO / name for name in names if (REPO / name).is_file()]


def lines_of(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a text file, each with its place; nothing for pictures and the like."""
    try:
        text = path.read_text()
    except UnicodeDecodeError:
        return
    for number, line in enumerate(text.splitlines(), start=1):
        yield f"{path.relative_to(REPO)}:{number}", line


def long_files() -> Iterator[str]:
    """Python files that do too much."""
    for path in files(".py"):
        count = sum(1 for _ in lines_of(path))
        if count > MAX_LINES:
            yield f"{path.relative_to(REPO)} has {count} lines; {MAX_LINES} are allowed."


def unfinished() -> Iterator[str]:
    """Marks of work that was left for later; a mixin may leave a method to its heirs."""
    for path in files(*CODE):
        mixin = path.stem.endswith("_mixin")
        for place, line in lines_of(path):
            mark = UNFINISHED.search(line)
            if mark and not (mixin and mark[0] == ABSTRACT):
                yield f"{place}: something is left unfinished here: {line.strip()}"


def machine_paths() -> Iterator[str]:
    """Paths that exist on one machine alone."""
    for path in files():
        for place, line in lines_of(path):
            if MACHINE_PATH.search(line):
                yield f"{place}: names a path of one machine: {line.strip()}"


def addresses() -> Iterator[str]:
    """Hosts in set-up files: the machine's own configuration says where packages come from."""
    for path in files():
        name = str(path.relative_to(REPO))
        if not name.startswith(("tools/", ".ci/", "Makefile")) and path.suffix != ".toml":
            continue
        for place, line in lines_of(path):
            if ADDRESS.search(line):
                yield f"{place}: names the address of a host: {line.strip()}"


def open_access() -> Iterator[str]:
    """Access lines without a group, which give the right to everybody."""
    for path in files("ir.model.access.csv"):
        with path.open(newline="") as handle:
            for row in csv.DictReader(handle):
                if not row.get("group_id:id"):
                    yield f"{path.relative_to(REPO)}: {row['id']} names no group."


def broken_xml() -> Iterator[str]:
    """XML files that cannot be read."""
    for path in files(".xml"):
        try:
            ElementTree.parse(path)
        except ElementTree.ParseError as error:
            yield f"{path.relative_to(REPO)}: {error}"


def translations() -> Iterator[str]:
    """Terms without a Chinese translation."""
    path = I18N / "zh_CN.po"
    if not path.is_file():
        yield "i18n/zh_CN.po is missing: run `make i18n`."
        return
    catalogue = polib.pofile(str(path))
    entries = [entry for entry in catalogue if not entry.obsolete]
    for entry in entries:
        if entry.fuzzy or not entry.msgstr:
            yield f"i18n/zh_CN.po:{entry.linenum}: not translated: {entry.msgid!r}"
    template = I18N / f"{ADDON}.pot"
    if template.is_file():
        known = {entry.msgid for entry in entries}
        for entry in polib.pofile(str(template)):
            if entry.msgid not in known:
                yield f"i18n/zh_CN.po: this term is missing: {entry.msgid!r}"


CHECKS: tuple[Callable[[], Iterator[str]], ...] = (
    long_files,
    unfinished,
    machine_paths,
    addresses,
    open_access,
    broken_xml,
    translations,
)


def main() -> int:
    """Print what is found; at most 20 findings of a kind."""
    found = False
    for check in CHECKS:
        findings = list(check())
        found |= bool(findings)
        for finding in findings[:20]:
            say(finding)
        if len(findings) > 20:
            say(f"... and {len(findings) - 20} more of this kind")
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
