"""Months, quarters, half-years and years of the calendar, and their short codes (requirement P1).

>>> Period.around("quarter", date(2024, 8, 12)).code
'2024Q3'
>>> Period.around("quarter", date(2024, 8, 12)).end
datetime.date(2024, 9, 30)
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_MARKS = {"month": "-", "quarter": "Q", "half": "H"}
_CODE = re.compile(r"(\d{4})(?:([-QH])(\d{1,2}))?")


@dataclass(frozen=True)
class Period:
    """The ``number``-th month, quarter or half (from 1) of a year, or the year (1)."""

    kind: str
    year: int
    number: int

    @classmethod
    def around(cls, kind: str, day: date) -> "Period":
        """Return the period of this kind that contains ``day``. Raises ``KeyError`` for others."""
        return cls(kind, day.year, (day.month - 1) // MONTHS[kind] + 1)

    @classmethod
    def parse(cls, code: str) -> "Period | None":
        """Return the period of a code, ``None`` for a code of another shape.

        >>> Period.parse("2024H2"), Period.parse("SPRING")
        (Period(kind='half', year=2024, number=2), None)
        """
        found = _CODE.fullmatch(code)
        if not found:
            return None
        year, mark, number = found.groups()
        kinds = {mark: kind for kind, mark in _MARKS.items()}
        return cls(kinds.get(mark, "year"), int(year), int(number or 1))

    @property
    def code(self) -> str:
        """Short and stable: 2024, 2024H2, 2024Q3, 2024-08.

        >>> Period("month", 2024, 8).code
        '2024-08'
        """
        if self.kind == "year":
            return str(self.year)
        number = f"{self.number:02}" if self.kind == "month" else str(self.number)
        return f"{self.year}{_MARKS[self.kind]}{number}"

    @property
    def start(self) -> date:
        """First day."""
        return date(self.year, (self.number - 1) * MONTHS[self.kind] + 1, 1)

    @property
    def end(self) -> date:
        """Last day."""
        return self.next().start - timedelta(days=1)

    def next(self) -> "Period":
        """Return the period that follows.

        >>> Period("quarter", 2024, 4).next().code
        '2025Q1'
        """
        if self.number == 12 // MONTHS[self.kind]:
            return Period(self.kind, self.year + 1, 1)
        return Period(self.kind, self.year, self.number + 1)
