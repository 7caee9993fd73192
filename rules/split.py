"""A target divided among several, so that the parts add up to it exactly.

>>> split(100, [1, 1, 1])
(34.0, 33.0, 33.0)
>>> split(1.5, [2, 1])
(1.0, 0.5)
"""

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

from .numbers import Number, exact

_FINEST = 4


def _places(total: Decimal, smallest: Decimal) -> int:
    """Return how many decimal places the parts have: a whole number stays whole if it can."""
    places = max(0, -int(total.normalize().as_tuple().exponent))
    while abs(smallest) < Decimal(1).scaleb(-places) and places < _FINEST:
        places += 1
    return min(places, _FINEST)


def split(total: Number, weights: Sequence[Number]) -> tuple[float, ...]:
    """Return the parts of ``total`` in proportion to ``weights``, by largest remainder.

    They have as many decimal places as the total, more only where a part would come to nothing.
    Equal remainders: the earlier part gets more. Raises ``ValueError`` without a weight above 0.

    >>> split(1, [1, 1, 1])
    (0.4, 0.3, 0.3)
    >>> split(0, [1, 3])
    (0.0, 0.0)
    """
    shares = [exact(weight) for weight in weights]
    if any(share < 0 for share in shares) or not any(shares):
        raise ValueError("a split needs weights, none of them negative and not all of them 0")
    whole = exact(total)
    ideal = [whole * share / sum(shares) for share in shares]
    step = Decimal(1).scaleb(-_places(whole, min(abs(part) for part in ideal if part or not whole)))
    parts = [part.quantize(step, rounding=ROUND_DOWN) for part in ideal]
    missing = int(abs(whole - sum(parts)) / step)
    by_remainder = sorted(range(len(ideal)), key=lambda at: (-abs(ideal[at] - parts[at]), at))
    for at in by_remainder[:missing]:
        parts[at] += step.copy_sign(whole)
    return tuple(float(part) + 0.0 for part in parts)


def difference(total: Number, parts: Sequence[Number]) -> float:
    """Return by how much the parts exceed the total; 0 if they add up.

    >>> difference(100, [40, 50]), difference(0.3, [0.1, 0.2])
    (-10.0, 0.0)
    """
    return float(sum((exact(part) for part in parts), Decimal()) - exact(total)) + 0.0
