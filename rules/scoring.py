"""From achievements, measurements and answers to a score and a grade (Formulas, sections 2, 3).

A missing part is left out and named, never counted as zero:

>>> parts = [Part("quality", 20, 110), Part("task", 50, None), Part("teamwork", 15, 95)]
>>> weighted_mean(parts)
Mean(value=103.57, missing=('task',))
"""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import lcm

from .numbers import Number, average, exact, half_up


@dataclass(frozen=True)
class Part:
    """One part of a mean: a goal, a key result, a dimension. ``None`` is missing."""

    key: str
    weight: Number
    value: float | None


@dataclass(frozen=True)
class Mean:
    """A weighted mean of what is present, and the keys of what is missing from it."""

    value: float | None
    missing: tuple[str, ...]


def weighted_mean(parts: Iterable[Part]) -> Mean:
    """Return the mean of the present parts by their weight, 2 places (Formulas, section 2).

    The sum of weight * value / the sum of weights. Serves goals, key results and the overall score.
    Missing parts are left out and named, in the order given; a part of weight 0 neither counts nor
    is missed. The value is ``None`` if nothing is present. Raises ``ValueError`` for a present
    part of negative weight.

    >>> weighted_mean([Part("a", 40, 110), Part("b", 40, 90), Part("c", 20, None)])
    Mean(value=100.0, missing=('c',))
    """
    counted = [part for part in parts if part.weight]
    mean = average((part.weight, part.value) for part in counted if part.value is not None)
    missing = tuple(part.key for part in counted if part.value is None)
    return Mean(None if mean is None else half_up(mean, 2), missing)


def reviewers_score(
    answers: Mapping[str, Sequence[float | None]], weights: Mapping[str, float]
) -> Mean:
    """Return the score from the reviewers' points per role, 2 places (Formulas, section 2).

    ``answers`` are the points per role; ``None`` is "cannot judge" and left out. Each role counts
    by its weight with the mean of its reviewers, roles without an answer are left out and named,
    and only the end is rounded. Raises ``ValueError`` for a negative weight.

    >>> answers = {"manager": [95], "peers": [110, 82]}
    >>> reviewers_score(answers, {"manager": 60, "peers": 30, "self": 10})
    Mean(value=95.33, missing=('self',))
    """
    given: dict[str, list[float | None]] = {
        role: [points for points in answers.get(role, ()) if points is not None] or [None]
        for role in weights
    }
    # Shares of a role's weight among its answers, times what makes them whole: no division yet.
    whole = lcm(*(len(points) for points in given.values()))
    return weighted_mean(
        Part(role, exact(weights[role]) * (whole // len(points)), value)
        for role, points in given.items()
        for value in points
    )


class Comparison(str, Enum):
    """How a measured figure is compared with the figure of a clause."""

    LT = "lt"
    LE = "le"
    EQ = "eq"
    GE = "ge"
    GT = "gt"


class Join(str, Enum):
    """Whether all clauses must hold or any one of them."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True)
class Clause:
    """One condition: the figure called ``key`` compares so with ``value`` (in its own unit)."""

    key: str
    comparison: Comparison
    value: float


@dataclass(frozen=True)
class Standard:
    """What must hold for a grade of one dimension."""

    grade: str
    join: Join
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Judgement:
    """The grade that is reached, or the indicators without which nobody can say."""

    grade: str | None
    missing: tuple[str, ...]


_COMPARE: Mapping[Comparison, Callable[[float, float], bool]] = {
    Comparison.LT: operator.lt,
    Comparison.LE: operator.le,
    Comparison.EQ: operator.eq,
    Comparison.GE: operator.ge,
    Comparison.GT: operator.gt,
}


def _truth(clause: Clause, values: Mapping[str, float | None]) -> bool | None:
    value = values.get(clause.key)
    return None if value is None else _COMPARE[clause.comparison](value, clause.value)


def holds(clauses: Iterable[Clause], join: Join, values: Mapping[str, float | None]) -> bool | None:
    """Return whether clauses hold: true, false, or ``None`` for unknown (Formulas, section 2).

    A clause is unknown if its figure is absent or ``None``. No clauses at all never hold: a
    standard that was left empty gives its grade to nobody.

    >>> low = (Clause("complaints", Comparison.LT, 1), Clause("errors", Comparison.LT, 0.5))
    >>> holds(low, Join.ALL, {"complaints": 0.8, "errors": 0.4})
    True
    >>> holds(low, Join.ALL, {"complaints": 1.2})
    False
    >>> holds(low, Join.ALL, {"complaints": 0.8}) is None
    True
    """
    verdicts = [_truth(clause, values) for clause in clauses]
    if not verdicts:
        return False
    decisive = join is Join.ANY
    if decisive in verdicts:
        return decisive
    return None if None in verdicts else not decisive


def judge(
    standards: Iterable[Standard],
    values: Mapping[str, float | None],
    lowest: str | None = None,
) -> Judgement:
    """Return the best grade whose standard holds (Formulas, section 2, indicators).

    ``standards`` are best first. If one better than the grade reached is unknown, there is no
    grade, and ``missing`` names the indicators it lacks. ``lowest`` is the grade when everything
    is known and nothing holds; a standard of its own could not change that and is not read.

    >>> low = (Clause("complaints", Comparison.LT, 1), Clause("errors", Comparison.LT, 0.5))
    >>> excellent = Standard("excellent", Join.ALL, low)
    >>> judge([excellent], {"complaints": 0.8, "errors": 0.5}, lowest="improve")
    Judgement(grade='improve', missing=())
    >>> judge([excellent], {"complaints": 0.8}, lowest="improve")
    Judgement(grade=None, missing=('errors',))
    """
    reached = lowest
    lacking: dict[str, None] = {}
    for standard in standards:
        if standard.grade == lowest:
            continue
        verdict = holds(standard.clauses, standard.join, values)
        if verdict:
            reached = standard.grade
            break
        if verdict is None:
            keys = (clause.key for clause in standard.clauses)
            lacking |= {key: None for key in keys if values.get(key) is None}
    return Judgement(None if lacking else reached, tuple(lacking))


@dataclass(frozen=True)
class Grade:
    """A grade of a scale: from which score it is given, and the points it stands for."""

    code: str
    minimum: float
    points: float


@dataclass(frozen=True)
class Gate:
    """What must hold besides the score for an overall grade."""

    grade: str
    join: Join
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Decision:
    """The grade by score, the grade that is left, and the grades whose gates failed, best first."""

    by_score: str
    grade: str
    failed: tuple[str, ...]


def grade_for(score: float, grades: Sequence[Grade]) -> str:
    """Return the code of the best grade whose minimum the score reaches (Formulas, section 3).

    ``grades`` are best first; below every minimum it is the lowest. Raises ``ValueError`` for a
    scale without grades.

    >>> grade_for(99.99, [Grade("excellent", 100, 110), Grade("good", 90, 95)])
    'good'
    """
    if not grades:
        raise ValueError("a scale without grades")
    return next((grade.code for grade in grades if score >= grade.minimum), grades[-1].code)


def gated_grade(
    score: float,
    grades: Sequence[Grade],
    gates: Iterable[Gate],
    facts: Mapping[str, float | None],
) -> Decision:
    """Return the grade by score, capped by the gates (Formulas, section 3).

    ``grades`` are best first. From the grade by score downwards, a grade of which any gate does
    not hold, or is unknown, gives way to the next lower one; the lowest has nothing below it and
    stays. Raises ``ValueError`` for a scale without grades.

    >>> grades = [Grade("excellent", 100, 110), Grade("good", 90, 95)]
    >>> beyond = Clause("achievement", Comparison.GE, 120)
    >>> inventive = Clause("innovation", Comparison.GE, 110)
    >>> gate = Gate("excellent", Join.ANY, (beyond, inventive))
    >>> gated_grade(103, grades, [gate], {"achievement": 105, "innovation": 95})
    Decision(by_score='excellent', grade='good', failed=('excellent',))
    """
    by_score = grade_for(score, grades)
    closed = {gate.grade for gate in gates if not holds(gate.clauses, gate.join, facts)}
    codes = [grade.code for grade in grades]
    left = codes[codes.index(by_score) :]
    grade = next((code for code in left if code not in closed), left[-1])
    return Decision(by_score, grade, tuple(left[: left.index(grade)]))
