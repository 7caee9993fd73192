"""Which meetings are expected, and which were held on time (requirements C1, R5).

>>> months = expected(Kind.MONTHLY, date(2024, 7, 1), date(2024, 9, 30))
>>> held = [date(2024, 7, 15), date(2024, 9, 3), date(2024, 9, 20)]
>>> found = coverage(months, held, date(2024, 9, 25))
>>> [one.status.value for one in found]
['on_time', 'late', 'on_time']
>>> share_on_time(one.status for one in found)
66.67
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import count

from .numbers import exact, half_up

_DAY = timedelta(days=1)


class Kind(str, Enum):
    """How often a meeting is expected."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Status(str, Enum):
    """What became of an expected meeting."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"
    OPEN = "open"


@dataclass(frozen=True)
class Window:
    """The days, both counted, in which one meeting is expected."""

    start: date
    due: date


@dataclass(frozen=True)
class Cover:
    """An expected meeting, what became of it, and when it was held."""

    window: Window
    status: Status
    held: date | None


_MONTHS = {Kind.MONTHLY: 1, Kind.QUARTERLY: 3}


def _begin(kind: Kind, start: date, index: int) -> date:
    """First day of a window; the 31st becomes the last day of a shorter month."""
    if kind is Kind.WEEKLY:
        return start + timedelta(weeks=index)
    year, month = divmod(start.year * 12 + start.month - 1 + index * _MONTHS[kind], 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _windows(kind: Kind, start: date, end: date) -> Iterator[Window]:
    for index in count():
        window = Window(_begin(kind, start, index), _begin(kind, start, index + 1) - _DAY)
        if window.start > end:
            return
        yield window


def _days(start: date, due: date) -> int:
    return (due - start).days + 1


def expected(
    kind: Kind,
    start: date,
    end: date,
    joined: date | None = None,
    left: date | None = None,
) -> tuple[Window, ...]:
    """Return the windows in which meetings with one person are expected (C1; R5).

    They follow each other from the first day of the cycle (or of a PIP), each a week, a month or
    a quarter long, clipped to the cycle and to the days from joining to leaving, both counted. A
    window of which less than half is left expects no meeting: nobody is late who joined the day
    before. Raises ``ValueError`` if the end is before the start.

    >>> expected(Kind.MONTHLY, date(2024, 7, 1), date(2024, 9, 30), joined=date(2024, 8, 10))[0]
    Window(start=datetime.date(2024, 8, 10), due=datetime.date(2024, 8, 31))
    >>> len(expected(Kind.WEEKLY, date(2024, 7, 1), date(2024, 9, 30)))
    13
    """
    if end < start:
        raise ValueError("the cycle ends before it starts")
    first, last = max(start, joined or start), min(end, left or end)
    return tuple(
        Window(max(full.start, first), min(full.due, last))
        for full in _windows(kind, start, end)
        if 2 * _days(max(full.start, first), min(full.due, last)) >= _days(full.start, full.due)
    )


def _late(pending: Sequence[int], spare: Sequence[date]) -> dict[int, date]:
    """Give the meetings that are left to the last windows that wait for one, in their order."""
    pairs = min(len(pending), len(spare))
    return dict(zip(pending[len(pending) - pairs :], spare[len(spare) - pairs :], strict=True))


def _assign(windows: Sequence[Window], held: Sequence[date]) -> dict[int, date]:
    assigned: dict[int, date] = {}
    pending: list[int] = []
    rest = list(held)
    for index, window in enumerate(windows):
        until_due = [day for day in rest if day <= window.due]
        rest = rest[len(until_due) :]
        on_time = until_due[-1:] if until_due and until_due[-1] >= window.start else []
        spare = until_due[: len(until_due) - len(on_time)]
        assigned |= _late(pending, spare)
        # A window is caught up before the next is satisfied, or never.
        pending = [] if spare or on_time else pending
        if on_time:
            assigned[index] = on_time[0]
        else:
            pending.append(index)
    return assigned | _late(pending, rest)


def status_of(due: date, held: date | None, today: date) -> Status:
    """Return what became of one meeting that was due on a day (C1, F3).

    The last day counts until its end: on it nothing is missing or late yet.

    >>> status_of(date(2024, 10, 15), None, date(2024, 10, 15)).value
    'open'
    """
    if held is None:
        return Status.OPEN if today <= due else Status.MISSING
    return Status.ON_TIME if held <= due else Status.LATE


def coverage(windows: Sequence[Window], held: Iterable[date], today: date) -> tuple[Cover, ...]:
    """Return what became of each expected meeting (C1; R5).

    ``windows`` are in order and do not overlap. Each day with a meeting, up to today, satisfies
    at most one of them: its own window first, on time. A further meeting in the same window, or
    one after all windows, makes up for those left out just before it, late. A window that is
    still running or yet to come is open.

    >>> weeks = expected(Kind.WEEKLY, date(2024, 7, 1), date(2024, 7, 14))
    >>> [one.status.value for one in coverage(weeks, [], date(2024, 7, 8))]
    ['missing', 'open']
    """
    assigned = _assign(windows, sorted({day for day in held if day <= today}))
    return tuple(
        Cover(window, status_of(window.due, held, today), held)
        for index, window in enumerate(windows)
        for held in (assigned.get(index),)
    )


def share_on_time(statuses: Iterable[Status]) -> float | None:
    """Return the share of meetings held on time in percent, 2 places (C1).

    Of those that are due or held already; ``None`` if all are open. For a manager, the statuses
    of all people together.

    >>> share_on_time([Status.ON_TIME, Status.MISSING, Status.OPEN])
    50.0
    """
    due = [status for status in statuses if status is not Status.OPEN]
    return half_up(exact(100 * due.count(Status.ON_TIME)) / len(due), 2) if due else None
