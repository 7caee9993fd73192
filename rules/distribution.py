"""From a guideline of shares to seats for N people (Formulas, section 4).

>>> scale = [Guideline(grade, Kind.EQ, share) for grade, share in zip("ABCD", (10, 20, 60, 10))]
>>> [bounds.upper for bounds in seats(scale, 7)]
[1, 1, 4, 1]
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from math import ceil, floor

from .numbers import Number, exact, largest_remainder

MINIMUM_GROUP = 10
_WHOLE = Fraction(100)
# Shares are typed with two places: three thirds make 99.99 and mean 100.
_ROUNDING_PER_GRADE = Fraction(5, 1000)


class Kind(str, Enum):
    """How a share of people binds a grade."""

    NONE = "none"
    EQ = "eq"
    LE = "le"
    GE = "ge"
    BETWEEN = "between"


class Fault(str, Enum):
    """Why nobody can keep a guideline.

    ``SHARE_OUTSIDE``: a share below 0 or above 100. ``RANGE_REVERSED``: *between* starts above
    its end. ``TOO_MANY``: the grades ask for more people together than there are. ``TOO_FEW``:
    their limits leave people without a grade.
    """

    SHARE_OUTSIDE = "share_outside"
    RANGE_REVERSED = "range_reversed"
    TOO_MANY = "too_many"
    TOO_FEW = "too_few"


@dataclass(frozen=True)
class Guideline:
    """The share of people in percent that one grade should get; ``share_to`` ends a *between*."""

    grade: str
    kind: Kind
    share: Number = 0
    share_to: Number = 100


@dataclass(frozen=True)
class Seats:
    """How many people of a group a grade gets, at least and at most."""

    grade: str
    lower: int
    upper: int


def _shares(line: Guideline) -> tuple[Fraction, Fraction]:
    share = Fraction(exact(line.share))
    ends = {
        Kind.EQ: (share, share),
        Kind.LE: (Fraction(0), share),
        Kind.GE: (share, _WHOLE),
        Kind.BETWEEN: (share, Fraction(exact(line.share_to))),
    }
    return ends.get(line.kind, (Fraction(0), _WHOLE))


def _all_exact(lines: Sequence[Guideline]) -> bool:
    return all(line.kind is Kind.EQ for line in lines)


def seats(lines: Sequence[Guideline], people: int) -> tuple[Seats, ...]:
    """Return the seats of each grade for a number of people (Formulas, section 4).

    ``lines`` are best grade first. If all are *exactly*, by largest remainder, of equal remainders
    the higher grade first. Otherwise a lower end is rounded down and an upper end up, so that
    *exactly* counts as *between*. Raises ``ValueError`` for a negative number of people, or if
    all are *exactly* 0 %.

    >>> shares = {"A": 33.3, "B": 33.4, "C": 33.3}
    >>> thirds = [Guideline(grade, Kind.EQ, share) for grade, share in shares.items()]
    >>> [bounds.lower for bounds in seats(thirds, 4)]
    [1, 2, 1]
    >>> seats([Guideline("A", Kind.LE, 15), Guideline("B", Kind.NONE)], 10)
    (Seats(grade='A', lower=0, upper=2), Seats(grade='B', lower=0, upper=10))
    """
    if people < 0:
        raise ValueError("a negative number of people")
    shares = [_shares(line) for line in lines]
    if lines and _all_exact(lines):
        counts = largest_remainder([lower for lower, _ in shares], people)
        return tuple(
            Seats(line.grade, count, count) for line, count in zip(lines, counts, strict=True)
        )
    return tuple(
        Seats(line.grade, floor(people * lower / _WHOLE), ceil(people * upper / _WHOLE))
        for line, (lower, upper) in zip(lines, shares, strict=True)
    )


def _compare(lower: Number | Fraction, upper: Number | Fraction, whole: int) -> Fault | None:
    if lower > whole:
        return Fault.TOO_MANY
    return Fault.TOO_FEW if upper < whole else None


def _fault_of_shares(lines: Sequence[Guideline]) -> Fault | None:
    shares = [_shares(line) for line in lines]
    rounding = len(lines) * _ROUNDING_PER_GRADE if _all_exact(lines) else Fraction(0)
    lower = sum((lower for lower, _ in shares), -rounding)
    upper = sum((upper for _, upper in shares), rounding)
    return _compare(lower, upper, 100)


def infeasible(lines: Sequence[Guideline], people: int | None = None) -> Fault | None:
    """Return why a guideline cannot be kept, ``None`` if it can (Formulas, section 4).

    With a number of people: by this group. Without: by groups of every size, which is what a
    guideline must allow when it is saved; then no session ever meets one that it cannot keep.
    Shares that are all *exactly* must make 100 % (thirds may be typed as 33.33).

    >>> infeasible([Guideline("A", Kind.GE, 60), Guideline("B", Kind.GE, 50)])
    <Fault.TOO_MANY: 'too_many'>
    >>> infeasible([Guideline("A", Kind.LE, 60), Guideline("B", Kind.LE, 30)])
    <Fault.TOO_FEW: 'too_few'>
    >>> infeasible([Guideline("A", Kind.LE, 60), Guideline("B", Kind.LE, 30)], 3) is None
    True
    """
    ends = [end for line in lines for end in _shares(line)]
    if any(not 0 <= end <= _WHOLE for end in ends):
        return Fault.SHARE_OUTSIDE
    if any(lower > upper for lower, upper in map(_shares, lines)):
        return Fault.RANGE_REVERSED
    if people is None or _all_exact(lines):
        return _fault_of_shares(lines)
    found = seats(lines, people)
    return _compare(sum(one.lower for one in found), sum(one.upper for one in found), people)


def deviation(bounds: Sequence[Seats], counts: Mapping[str, int]) -> dict[str, int]:
    """Return per grade the people to add (+) or remove (-), 0 if it fits (Formulas, section 4).

    A grade that ``counts`` does not name has nobody.

    >>> deviation([Seats("A", 1, 1), Seats("B", 0, 4)], {"B": 6})
    {'A': 1, 'B': -2}
    """
    return {
        one.grade: max(one.lower - counts.get(one.grade, 0), 0)
        + min(one.upper - counts.get(one.grade, 0), 0)
        for one in bounds
    }


def blocks(people: int, minimum: int = MINIMUM_GROUP) -> bool:
    """Return whether a group is large enough to be held to its guideline (Formulas, section 4).

    >>> blocks(9), blocks(10)
    (False, True)
    """
    return people >= minimum
