"""Deadlines in working days (Formulas, section 7), and when to remind of them (G3)."""

from collections.abc import Iterable
from datetime import date

REMINDERS = (7, 3, 1)


def working_day_deadline(event: date, days: int, working_days: Iterable[date]) -> date | None:
    """Return the day at whose end a term of N working days is over (Formulas, section 7).

    The day of the event is day 0, whether anybody works on it or not. ``working_days`` are the
    days on which the company works, in any order. ``None`` if they end before day N, so that more
    of them are needed. Raises ``ValueError`` for a negative number of days.

    Filed on a Thursday, the Friday is a public holiday; three working days:

    >>> working = [date(2024, 5, day) for day in (2, 6, 7, 8, 9)]
    >>> working_day_deadline(date(2024, 5, 2), 3, working)
    datetime.date(2024, 5, 8)
    """
    if days < 0:
        raise ValueError("a deadline lies before its event")
    counted = [event, *sorted({day for day in working_days if day > event})]
    return counted[days] if days < len(counted) else None


def next_reminder(days_left: int, told: int | None = None) -> int | None:
    """Return which reminder is due now: 7, 3 or 1 days before a deadline (G3).

    ``told`` is the reminder that was given last. ``None`` if nothing new is to be said: it is too
    early, the same was said already, or the deadline is over. Reminders that were slept through
    are not made up for, the nearest one is given.

    >>> next_reminder(5)
    7
    >>> next_reminder(5, told=7) is None
    True
    >>> next_reminder(1, told=7)
    1
    """
    if days_left < 0:
        return None
    reached = [days for days in REMINDERS if days_left <= days]
    if not reached or (told is not None and min(reached) >= told):
        return None
    return min(reached)
