"""The catalogues of terms in i18n/; called inside Odoo by tools/i18n.py."""

import io

import polib

from odoo.tools.translate import trans_export

from tools.paths import ADDON, REPO
from tools.shell import say

TEMPLATE = REPO / "i18n" / f"{ADDON}.pot"
CATALOGUE = REPO / "i18n" / "zh_CN.po"
# Dates would change the file at every export.
VOLATILE = ("POT-Creation-Date", "PO-Revision-Date")


def update(env) -> None:
    """Write the template, and the catalogue with it."""
    template = _export(env)
    TEMPLATE.parent.mkdir(exist_ok=True)
    template.save(str(TEMPLATE))
    catalogue = _merge(template)
    catalogue.save(str(CATALOGUE))
    missing = sum(not entry.msgstr or entry.fuzzy for entry in catalogue)
    say(f"{len(catalogue)} terms, {missing} of them without a Chinese translation.")


def check(env) -> None:
    """Fail when a term was added or removed since the last export."""
    current = {entry.msgid for entry in _export(env)}
    stored = {entry.msgid for entry in polib.pofile(str(TEMPLATE))}
    for term in sorted(current ^ stored):
        say(f"{'not collected' if term in current else 'no longer used'}: {term!r}")
    if current != stored:
        raise SystemExit("The terms have changed: run `make i18n` and translate them.")
    say(f"All {len(current)} terms are collected.")


def _export(env):
    """The template of the addon, as a catalogue without translations."""
    buffer = io.BytesIO()
    trans_export(None, [ADDON], buffer, "po", env)
    template = polib.pofile(buffer.getvalue().decode())
    for name in VOLATILE:
        template.metadata.pop(name, None)
    return template


def _merge(template):
    """The catalogue in the order of the template; what was translated stays translated."""
    known = {}
    if CATALOGUE.is_file():
        known = {entry.msgid: entry for entry in polib.pofile(str(CATALOGUE))}
    catalogue = polib.POFile()
    catalogue.header = template.header
    catalogue.metadata = {
        **template.metadata,
        "Language": "zh_CN",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    for entry in template:
        old = known.get(entry.msgid)
        catalogue.append(
            polib.POEntry(
                msgid=entry.msgid,
                msgstr=old.msgstr if old else "",
                flags=old.flags if old else [],
                comment=entry.comment,
                occurrences=entry.occurrences,
            )
        )
    return catalogue
