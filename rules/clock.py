"""The clock of a term: working days and hours that are left (A3; Formulas, section 7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

Interval = tuple[datetime, datetime]


@dataclass(frozen=True)
class TimeLeft:
    """What is left of a term: today's working hours, and the whole working days after today.

    ``days`` is negative once the term is over: so many working days late. ``used`` is the share of
    the term's working hours that has passed, 0 to 1.
    """

    days: int
    hours: float
    used: float
    late: bool


def working_hours(start: datetime, end: datetime, intervals: Iterable[Interval]) -> float:
    """Return the working hours between two moments.

    >>> morning = (datetime(2024, 5, 6, 8), datetime(2024, 5, 6, 12))
    >>> working_hours(datetime(2024, 5, 6, 10, 30), datetime(2024, 5, 7), [morning])
    1.5
    """
    seconds = sum(
        max(0.0, (min(stop, end) - max(begin, start)).total_seconds()) for begin, stop in intervals
    )
    return seconds / 3600


def time_left(start: datetime, now: datetime, due: date, intervals: Sequence[Interval]) -> TimeLeft:
    """Return what is left at ``now`` of a term that began at ``start`` and ends with day ``due``.

    All times are local times of the calendar; ``intervals`` are its working hours.

    >>> days = [date(2024, 5, 6), date(2024, 5, 7)]
    >>> hours = [(datetime(2024, 5, d.day, 8), datetime(2024, 5, d.day, 16)) for d in days]
    >>> time_left(datetime(2024, 5, 3, 9), datetime(2024, 5, 6, 12), days[1], hours)
    TimeLeft(days=1, hours=4.0, used=0.25, late=False)
    """
    today = now.date()
    worked = {begin.date() for begin, _stop in intervals}
    if today > due:
        return TimeLeft(-sum(due < day <= today for day in worked), 0.0, 1.0, late=True)
    tomorrow = datetime.combine(today + timedelta(days=1), datetime.min.time())
    end = datetime.combine(due + timedelta(days=1), datetime.min.time())
    total = working_hours(start, end, intervals)
    left = working_hours(now, end, intervals)
    return TimeLeft(
        sum(today < day <= due for day in worked),
        working_hours(now, tomorrow, intervals),
        1 - left / total if total else 1.0,
        late=False,
    )
