"""Decimal arithmetic: what a user types as 0.1 counts as one tenth, and halves go up."""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor
from typing import TypeAlias
from unicodedata import normalize

Number: TypeAlias = float | int | Decimal
_WRITTEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?", re.ASCII)


def exact(value: Number) -> Decimal:
    """Return a figure as the decimal number that a user sees, so 0.1 is exactly one tenth.

    Raises ``ValueError`` for NaN and infinity: an unknown figure is missing, not a number.

    >>> exact(0.1) + exact(0.2)
    Decimal('0.3')
    """
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    return number


def half_up(value: Number, places: int) -> float:
    """Round to a number of decimal places; a half goes away from zero (Formulas, introduction).

    Raises ``ValueError`` for NaN and infinity.

    >>> half_up(66.665, 2), half_up(-0.001, 2)
    (66.67, 0.0)
    """
    rounded = exact(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return float(rounded) + 0.0  # never -0.0, which would read and sign differently


def average(pairs: Iterable[tuple[Number, Number]]) -> Decimal | None:
    """Return the sum of weight * value / the sum of weights of pairs (weight, value), not rounded.

    ``None`` if no weight is above 0. Raises ``ValueError`` for a negative weight.

    >>> average([(40, 110), (40, 90), (0, 5)])
    Decimal('100')
    """
    parts = [(exact(weight), exact(value)) for weight, value in pairs]
    if any(weight < 0 for weight, _ in parts):
        raise ValueError("a weight is negative")
    total = sum((weight for weight, _ in parts), Decimal())
    if not total:
        return None
    return sum((weight * value for weight, value in parts), Decimal()) / total


def largest_remainder(shares: Sequence[Fraction], whole: int) -> list[int]:
    """Divide a whole number by shares into whole numbers that make it up again.

    Each gets its quota rounded down; what is left goes to the largest remainders, of equal ones to
    the first. Raises ``ValueError`` if the shares add up to nothing.

    >>> largest_remainder([Fraction(333), Fraction(334), Fraction(333)], 4)
    [1, 2, 1]
    """
    total = sum(shares)
    if not total:
        raise ValueError("the shares add up to nothing")
    quotas = [whole * share / total for share in shares]
    counts = [floor(quota) for quota in quotas]
    # The sort is stable: of equal remainders the first comes first.
    by_remainder = sorted(range(len(quotas)), key=lambda index: counts[index] - quotas[index])
    for index in by_remainder[: whole - sum(counts)]:
        counts[index] += 1
    return counts


def names_number(text: str, value: float) -> bool:
    """Return whether a text names this very number.

    >>> names_number("Sell 1,000 units", 1000), names_number("Sell 1,000 units", 100)
    (True, False)
    """
    written = _WRITTEN.findall(normalize("NFKC", text))
    return any(float(one.replace(",", "")) == value for one in written)
