"""Bonus coefficient as a product, and the share of a cycle it is for (Formulas, section 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .numbers import average, exact, half_up


@dataclass(frozen=True)
class Proration:
    """The share of a cycle that counts: days that count, days of the cycle, 4 places (0..1)."""

    days: int
    total: int
    value: float


def _days(start: date, end: date) -> range:
    return range(start.toordinal(), end.toordinal() + 1)


def proration(
    start: date,
    end: date,
    employed: Iterable[tuple[date, date | None]],
    excluded_days: int = 0,
) -> Proration:
    """Return the days employed in a cycle as a share of its days (Formulas, section 5).

    Both ends count. ``employed`` are periods (first day, last day or ``None`` while it lasts);
    they are clipped to the cycle, and a day in two periods counts once. ``excluded_days`` is the
    number of days of leave that do not count; the rest is never below 0.
    Raises ``ValueError`` if the cycle ends before it starts or ``excluded_days`` is negative.

    >>> proration(date(2024, 7, 1), date(2024, 9, 30), [(date(2024, 8, 15), None)])
    Proration(days=47, total=92, value=0.5109)
    """
    cycle = _days(start, end)
    if not cycle or excluded_days < 0:
        raise ValueError("the cycle ends before it starts, or the days left out are negative")
    present = {
        day for since, until in employed for day in _days(max(since, start), min(until or end, end))
    }
    days = max(len(present) - excluded_days, 0)
    return Proration(days, len(cycle), half_up(exact(days) / len(cycle), 4))


def day_weighted(parts: Iterable[tuple[int, float]]) -> float:
    """Return the day-weighted mean of coefficients, 4 places (Formulas, section 5).

    ``parts`` are pairs (days, coefficient), for example one for each department of a person who
    changed inside the cycle. Raises ``ValueError`` without days or with a negative number of days.

    >>> day_weighted([(46, 1.1), (46, 0.9)])
    1.0
    """
    mean = average(parts)
    if mean is None:
        raise ValueError("no days to weigh by")
    return half_up(mean, 4)


def product(individual: float, department: float, company: float, prorated: float) -> float:
    """Return individual * department * company * proration, 4 places (Formulas, section 5).

    The arguments are the rounded figures that are stored beside the result, so that anyone can
    recompute the result from its row.

    >>> product(1.5, 1.1, 0.95, 1)
    1.5675
    """
    return half_up(exact(individual) * exact(department) * exact(company) * exact(prorated), 4)
