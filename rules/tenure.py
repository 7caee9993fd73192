"""When somebody was employed in a period, and in which department (Formulas, section 5).

>>> from datetime import date
>>> tenure = Tenure(
...     employed=((date(2020, 1, 1), None),),
...     moves=((date(2020, 1, 1), 20), (date(2024, 9, 1), 10)),
... )
>>> tenure.days_by_place(date(2024, 7, 1), date(2024, 9, 30))
[(20, 62), (10, 30)]
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Tenure:
    """Employment periods (both ends counted, an open end is None) and moves between places.

    A move says from which day on the person belongs to a place; before the first move, the
    person belonged to the place of the first one.
    """

    employed: tuple[tuple[date, date | None], ...]
    moves: tuple[tuple[date, Hashable], ...]

    def is_employed(self, day: date) -> bool:
        """Whether the person was employed on this day."""
        return any(start <= day and (end is None or day <= end) for start, end in self.employed)

    def place(self, day: date) -> Hashable:
        """Where the person belonged on this day; None when no move is known."""
        found = self.moves[0][1] if self.moves else None
        for moved_on, target in self.moves:
            if moved_on <= day:
                found = target
        return found

    def days_by_place(self, start: date, end: date) -> list[tuple[Hashable, int]]:
        """Days employed per place between two dates, both counted, in order of first arrival."""
        counts: dict[Hashable, int] = {}
        for offset in range((end - start).days + 1):
            day = start + timedelta(days=offset)
            if self.is_employed(day):
                place = self.place(day)
                counts[place] = counts.get(place, 0) + 1
        return list(counts.items())

    def stay(self, start: date, end: date) -> tuple[date, date] | None:
        """Return the first and last day employed between two dates, None if there is none.

        >>> tenure = Tenure(((date(2024, 8, 10), None),), ())
        >>> tenure.stay(date(2024, 7, 1), date(2024, 9, 30))
        (datetime.date(2024, 8, 10), datetime.date(2024, 9, 30))
        """
        inside = [
            (max(begin, start), min(leave or end, end))
            for begin, leave in self.employed
            if begin <= end and (leave is None or leave >= start)
        ]
        if not inside:
            return None
        return min(first for first, _last in inside), max(last for _first, last in inside)
