"""The files as they are: rows with the number that a spreadsheet shows beside them."""

import csv
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One row of a file; the first row after the header is row 2."""

    file: str
    number: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def but(self, column: str, cell: str) -> "Row":
        """The same row with another cell, or with one more."""
        return replace(self, values={**self.values, column: cell})


def read(folder: Path, name: str) -> list[Row]:
    """All rows of `name`.csv; a byte-order mark, as Excel writes it, is no part of a column."""
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return [
            Row(path.name, number, {key: (value or "").strip() for key, value in line.items()})
            for number, line in enumerate(csv.DictReader(handle, restval=""), start=2)
        ]
