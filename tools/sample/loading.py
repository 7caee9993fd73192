"""Rows into a model by Odoo's own import, with the rights of the model's user."""

from .mapping import Mapping
from .reader import Row
from .report import Report


def load(model, mapping: Mapping, rows: list[Row], report: Report) -> list[Row]:
    """Import the rows and return those that were kept.

    All together, or one by one when something is wrong: then each wrong row is kept out with the
    column and the reason, and the others are kept.
    """
    if not rows:
        return []
    fault = _fault(model, mapping, rows)
    if not fault:
        report.keep(*rows)
        return rows
    if len(rows) > 1:
        return [kept for row in rows for kept in load(model, mapping, [row], report)]
    column = mapping.column_of(fault.get("field", "")) or _guilty_columns(
        model, mapping, rows[0], report.accepted(rows[0].file)
    )
    report.reject(rows[0], column, fault["message"])
    return []


def _fault(model, mapping: Mapping, rows: list[Row]):
    """The first error of an import, which then leaves nothing behind; None when there is none."""
    outcome = model.with_context(import_file=True).load(
        mapping.fields, [mapping.cells(row) for row in rows]
    )
    return next((one for one in outcome["messages"] if one["type"] == "error"), None)


def _guilty_columns(model, mapping: Mapping, row: Row, accepted: Row | None) -> str:
    """Columns with which the row would be kept, had they the cell of a row that was accepted.

    The import names the field of a cell that it cannot read, but not that of a rule which refuses
    the row as a whole.
    """
    guilty = []
    for name in mapping.names if accepted else ():
        other = accepted.values.get(name, "")
        if other == row[name]:
            continue
        savepoint = model.env.cr.savepoint()
        if not _fault(model, mapping, [row.but(name, other)]):
            guilty.append(name)
        savepoint.close(rollback=True)
    return ", ".join(guilty)
