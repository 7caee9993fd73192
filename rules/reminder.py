"""On which days somebody is reminded of what is due (requirement G3).

>>> parse_days("7, 3, 1")
(7, 3, 1)
"""

from collections.abc import Iterable
from datetime import date, timedelta

DEFAULT_DAYS = "7, 3, 1"


def parse_days(text: str | None) -> tuple[int, ...]:
    """Return the days before a deadline, the longest first; empty: no reminders.

    Raises ``ValueError`` for anything but whole numbers from 0 to 90.

    >>> parse_days("1，7、3")
    (7, 3, 1)
    >>> parse_days("")
    ()
    """
    for mark in "，、;；":
        text = (text or "").replace(mark, ",")
    days = {int(part) for part in (text or "").split(",") if part.strip()}
    if any(not 0 <= day <= 90 for day in days):
        raise ValueError("days before a deadline lie between 0 and 90")
    return tuple(sorted(days, reverse=True))


def is_due(today: date, due: date, days: Iterable[int], last: date | None) -> bool:
    """Whether to remind today of what is due at the end of ``due``.

    ``last`` is the day on which the person was asked or reminded for the last time. A day on
    which the scheduler did not run is made up for; nobody is reminded after the deadline.

    >>> is_due(date(2024, 10, 9), date(2024, 10, 12), (7, 3, 1), date(2024, 10, 5))
    True
    >>> is_due(date(2024, 10, 10), date(2024, 10, 12), (7, 3, 1), date(2024, 10, 9))
    False
    """
    if today > due:
        return False
    reached = [day for day in days if due - timedelta(days=day) <= today]
    if not reached:
        return False
    newest = due - timedelta(days=min(reached))
    return last is None or last < newest
