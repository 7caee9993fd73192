"""The 9-box: which column a grade belongs to, and which potential the criteria speak for (R4).

>>> bands([("EX", None), ("GO", None), ("QU", None), ("NI", None)])
{'EX': 'high', 'GO': 'medium', 'QU': 'medium', 'NI': 'low'}
>>> potential(["high", "high", "medium", None])
'high'
"""

from collections.abc import Iterable, Sequence

LOW, MEDIUM, HIGH = LEVELS = ("low", "medium", "high")
_POINTS = {level: points for points, level in enumerate(LEVELS, 1)}
_HIGH_FROM, _MEDIUM_FROM = 2.5, 1.5


def bands(grades: Sequence[tuple[str, str | None]]) -> dict[str, str]:
    """Return the column of each grade of a scale: its own one, or by its place (requirement R4).

    ``grades`` is pairs (code, own column or ``None``), best first. Without an own column the best
    grade is high, the lowest low, all others are medium; a scale of one grade tells nobody apart.

    >>> bands([("A", None), ("B", "high"), ("C", None), ("D", "low"), ("E", None)])
    {'A': 'high', 'B': 'high', 'C': 'medium', 'D': 'low', 'E': 'low'}
    >>> bands([("PASS", None)])
    {'PASS': 'medium'}
    """
    last = len(grades) - 1
    by_place = {0: HIGH, last: LOW} if last > 0 else {}
    return {code: own or by_place.get(place, MEDIUM) for place, (code, own) in enumerate(grades)}


def potential(levels: Iterable[str | None]) -> str | None:
    """Return the potential that the judged criteria speak for, ``None`` if none was (R4).

    The mean of low = 1, medium = 2, high = 3 over what was judged: from 2.5 on high, from 1.5 on
    medium. What was not judged is left out, never counted as low.

    >>> potential(["high", "medium"]), potential(["high", "low"]), potential(["low", None, "low"])
    ('high', 'medium', 'low')
    >>> potential([None, None]) is None
    True
    """
    points = [_POINTS[level] for level in levels if level]
    if not points:
        return None
    mean = sum(points) / len(points)
    if mean >= _HIGH_FROM:
        return HIGH
    return MEDIUM if mean >= _MEDIUM_FROM else LOW


def share(part: int, whole: int) -> float:
    """Return per cent with one decimal; nothing of nothing is 0.

    >>> share(1, 3), share(0, 0)
    (33.3, 0.0)
    """
    return round(100 * part / whole, 1) if whole else 0.0
