"""On which day of a window a meeting is proposed (requirement C1).

>>> july = [date(2024, 7, day) for day in range(1, 32)]
>>> by_preference(july, 1, "first")[:2]
[datetime.date(2024, 7, 2), datetime.date(2024, 7, 3)]
"""

from collections.abc import Sequence
from datetime import date

POSITIONS = ("first", "middle", "last")


def by_preference(days: Sequence[date], weekday: int, position: str) -> list[date]:
    """Return the days of a window, the one to propose first.

    ``days`` are in order. Wanted is a weekday (0: Monday): the first, the middle or the last one
    of the window. After it come the days that follow, because a meeting that cannot take place is
    put off to the next day, then the days before it, nearest first.

    >>> [day.day for day in by_preference([date(2024, 7, n) for n in range(28, 32)], 0, "last")]
    [29, 30, 31, 28]
    """
    wanted = [day for day in days if day.weekday() == weekday] or list(days[:1])
    if not wanted:
        return []
    index = {"first": 0, "middle": (len(wanted) - 1) // 2, "last": len(wanted) - 1}[position]
    start = days.index(wanted[index])
    return [*days[start:], *reversed(days[:start])]
