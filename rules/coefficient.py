"""Bonus coefficient: product, weighted or share of a pool; proration (Formulas, section 5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from .numbers import average, exact, half_up, largest_remainder


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
    return Proration(days, len(cycle), day_share(days, len(cycle)))


def day_share(days: int, total: int) -> float:
    """Return the share of days that count in those of a cycle, 4 places (Formulas, section 5).

    >>> day_share(47, 92)
    0.5109
    """
    return half_up(exact(days) / total, 4)


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


def weights_make_one(weights: Iterable[float]) -> bool:
    """Return whether weights are fit for a weighted coefficient: none negative, together 1.

    >>> weights_make_one((0.6, 0.3, 0.1)), weights_make_one((0.6, 0.3, 0.2))
    (True, False)
    """
    parts = [exact(weight) for weight in weights]
    return all(part >= 0 for part in parts) and sum(parts) == 1


def weighted(parts: Iterable[tuple[float, float]], prorated: float) -> float:
    """Return the sum of weight * coefficient, times proration, 4 places (Formulas, section 5).

    ``parts`` are pairs (weight, coefficient). Raises ``ValueError`` if the weights do not make 1.

    >>> weighted([(0.6, 1.5), (0.3, 1.1), (0.1, 0.9)], 1)
    1.32
    """
    pairs = list(parts)
    if not weights_make_one(weight for weight, _ in pairs):
        raise ValueError("the weights do not make 1")
    mean = sum((exact(weight) * exact(value) for weight, value in pairs), Decimal())
    return half_up(mean * exact(prorated), 4)


def pool_total(parts: Iterable[tuple[float, float]]) -> float:
    """Return what a pool is divided by: the sum of bonus base * coefficient of everybody in it.

    ``parts`` are pairs (bonus base, product coefficient) (Formulas, section 5).

    >>> pool_total([(4000, 1.5), (5000, 1.2)])
    12000.0
    """
    return float(sum((exact(base) * exact(value) for base, value in parts), Decimal()))


def pooled(coefficient: float, budget: float, total: float) -> float:
    """Return the coefficient of one person in a pool, 4 places (Formulas, section 5).

    ``coefficient`` is the product, ``total`` what `pool_total` gave. Raises ``ValueError`` if the
    pool has no total, because then nobody has a claim on it.

    >>> pooled(1.5, 10800, 12000)
    1.35
    """
    if exact(total) <= 0:
        raise ValueError("nobody in the pool has a claim")
    return half_up(exact(coefficient) * exact(budget) / exact(total), 4)


def pool_amounts(
    parts: Sequence[tuple[float, float]], budget: float, places: int = 2
) -> list[float]:
    """Divide a budget so that the amounts sum to it exactly (Formulas, section 5).

    ``parts`` are pairs (bonus base, product coefficient); ``places`` are those of the currency.
    By largest remainder, of equal remainders the first. Raises ``ValueError`` if nobody has a claim
    or the budget has more places than the currency.

    >>> pool_amounts([(1000, 1), (1000, 1), (1000, 1)], 100)
    [33.34, 33.33, 33.33]
    """
    units = exact(budget).scaleb(places)
    if units != units.to_integral_value():
        raise ValueError("the budget has more decimal places than its currency")
    claims = [Fraction(exact(base)) * Fraction(exact(value)) for base, value in parts]
    return [
        float(Decimal(count).scaleb(-places)) for count in largest_remainder(claims, int(units))
    ]


def pool_amount(
    base: float, coefficient: float, budget: float, total: float, places: int = 2
) -> float:
    """Return what one person more, or corrected, gets at the rate of a pool divided already.

    >>> pool_amount(4000, 1.5, 10800, 12000)
    5400.0
    """
    claim = exact(base) * exact(coefficient)
    return half_up(claim * exact(budget) / exact(total), places)


def amount(base: float, coefficient: float, places: int = 2) -> float:
    """Return the bonus of one person: base * coefficient, rounded half-up to the currency.

    >>> amount(4000, 0.8008)
    3203.2
    """
    return half_up(exact(base) * exact(coefficient), places)
