"""How one manager's judgement compares with that of all others (Formulas, section 10; E9).

The figures are shown for discussion; nothing is corrected by them.

>>> strict = [Judged(80, "good", 10)] * 5
>>> mild = [Judged(100, "excellent", -5)] * 5
>>> found = biases({"strict": strict, "mild": mild, "new": strict[:4]})
>>> found["strict"].leniency, found["strict"].self_gap, found["new"]
(-11.11, 10.0, None)
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from .numbers import average, exact, half_up

SHOWN_FROM = 5

Manager = TypeVar("Manager", bound=Hashable)


@dataclass(frozen=True)
class Judged:
    """One person with a score: score, grade, and self minus manager where both judged."""

    score: float
    grade: str
    self_gap: float | None = None


@dataclass(frozen=True)
class Compared:
    """What the person and the manager said about one dimension, in points."""

    weight: float
    own: Sequence[float]
    manager: Sequence[float]


@dataclass(frozen=True)
class Share:
    """The share of a grade in percent, at the manager and at all others (``None``: too few)."""

    grade: str
    here: float
    elsewhere: float | None


@dataclass(frozen=True)
class Bias:
    """The figures of one manager, 2 places; ``None`` where too few people stand behind a figure.

    ``leniency`` is the mean minus the others' mean, ``spread`` the standard deviation as a
    multiple of the others' (``None`` also if theirs is 0), ``self_gap`` the mean of self minus
    manager over the people of whom both judged the same.
    """

    people: int
    mean: float
    deviation: float
    leniency: float | None
    spread: float | None
    shares: tuple[Share, ...]
    self_gap: float | None


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator


@dataclass
class _Sums:
    people: int = 0
    total: Fraction = Fraction(0)
    squares: Fraction = Fraction(0)
    grades: Counter[str] = field(default_factory=Counter)

    def __sub__(self, other: "_Sums") -> "_Sums":
        rest = _Sums(
            self.people - other.people, self.total - other.total, self.squares - other.squares
        )
        rest.grades = self.grades - other.grades
        return rest

    def add(self, judged: Judged) -> None:
        score = Fraction(exact(judged.score))
        self.people += 1
        self.total += score
        self.squares += score * score
        self.grades[judged.grade] += 1

    def mean(self) -> Decimal:
        return _decimal(self.total / self.people)

    def deviation(self) -> Decimal:
        # Exact up to the root, so equal scores have no spread at all.
        return _decimal(self.people * self.squares - self.total**2).sqrt() / self.people

    def percent(self, grade: str) -> float:
        return half_up(Decimal(100 * self.grades[grade]) / self.people, 2)


def _sums(people: Iterable[Judged]) -> _Sums:
    sums = _Sums()
    for one in people:
        sums.add(one)
    return sums


def _self_gap(people: Iterable[Judged]) -> float | None:
    gaps = [exact(one.self_gap) for one in people if one.self_gap is not None]
    return half_up(sum(gaps, Decimal()) / len(gaps), 2) if len(gaps) >= SHOWN_FROM else None


def gap(compared: Iterable[Compared]) -> float | None:
    """Return self minus manager of one person, over the dimensions that both judged.

    Measured dimensions say nothing about how the two judge, so they are not in it. ``None``
    where no dimension was judged by both.

    >>> gap([Compared(20, [110], [95]), Compared(10, [95], [95]), Compared(50, [], [80])])
    10.0
    """
    both = [one for one in compared if one.own and one.manager]
    found = average((one.weight, _mean(one.own) - _mean(one.manager)) for one in both)
    return None if found is None else half_up(found, 2)


def _mean(values: Sequence[float]) -> Decimal:
    return sum(map(exact, values), Decimal()) / len(values)


def _bias(own: _Sums, others: _Sums, self_gap: float | None) -> Bias:
    known = others.people >= SHOWN_FROM
    elsewhere = others.deviation() if known else Decimal()
    return Bias(
        people=own.people,
        mean=half_up(own.mean(), 2),
        deviation=half_up(own.deviation(), 2),
        leniency=half_up(own.mean() - others.mean(), 2) if known else None,
        spread=half_up(own.deviation() / elsewhere, 2) if elsewhere else None,
        shares=tuple(
            Share(grade, own.percent(grade), others.percent(grade) if known else None)
            for grade in dict.fromkeys([*own.grades, *others.grades])
        ),
        self_gap=self_gap,
    )


def biases(judged: Mapping[Manager, Iterable[Judged]]) -> dict[Manager, Bias | None]:
    """Return the figures of each manager of a cycle (Formulas, section 10).

    ``judged`` is everybody with a score in the cycle, by manager; people without one are left
    out by the caller. A manager of fewer than 5 people has no figures (``None``), and nothing is
    compared with fewer than 5 others: single people would show through. Takes one pass over all.

    >>> biases({"alone": [Judged(80, "good")] * 5})["alone"].leniency is None
    True
    """
    people = {manager: list(ones) for manager, ones in judged.items()}
    sums = {manager: _sums(ones) for manager, ones in people.items()}
    everybody = _sums(one for ones in people.values() for one in ones)
    return {
        manager: _bias(own, everybody - own, _self_gap(people[manager]))
        if own.people >= SHOWN_FROM
        else None
        for manager, own in sums.items()
    }
