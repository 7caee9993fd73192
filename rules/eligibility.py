"""Runs of the same grade in adjacent cycles, and the rules they set off (Formulas, section 6).

>>> history = [("Q1", "excellent"), ("Q2", None), ("Q3", "excellent"), ("Q4", "excellent")]
>>> run(history, "excellent")
2
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

History: TypeAlias = Sequence[tuple[str, str | None]]


@dataclass(frozen=True)
class Rule:
    """A grade, and how many cycles in a row with it lead to an action."""

    key: str
    grade: str
    count: int = 1


@dataclass(frozen=True)
class Firing:
    """A rule that is met at a cycle, and the cycles that led there, oldest first."""

    rule: str
    cycle: str
    led_by: tuple[str, ...]


def _runs(history: History, grade: str) -> list[int]:
    lengths: list[int] = []
    length = 0
    for _, found in history:
        length = length + 1 if found == grade else 0
        lengths.append(length)
    return lengths


def run(history: History, grade: str) -> int:
    """Return how many cycles in a row, up to the last, have a grade (Formulas, section 6).

    ``history`` is pairs (cycle, grade) of one company and period type in order of start, with
    ``None`` for a cycle without a current published result: it breaks the run. A cycle that is
    still going on belongs into it only once its result is published.

    >>> run([("Q1", "excellent"), ("Q2", "good")], "excellent")
    0
    """
    return next(reversed(_runs(history, grade)), 0)


def firings(history: History, rules: Iterable[Rule]) -> tuple[Firing, ...]:
    """Return which rules are met at which cycle, in order of cycles (Formulas, section 6).

    A rule is met when its number of cycles in a row is full, and then counts anew: no cycle leads
    to the same action twice, so a rule for three is met at the third and the sixth. Raises
    ``ValueError`` for a rule of fewer than one cycle.

    >>> quarters = [("Q1", "excellent"), ("Q2", "excellent"), ("Q3", "excellent")]
    >>> firings(quarters, [Rule("promotion", "excellent", 3)])
    (Firing(rule='promotion', cycle='Q3', led_by=('Q1', 'Q2', 'Q3')),)
    """
    asked = list(rules)
    if any(rule.count < 1 for rule in asked):
        raise ValueError("a rule needs at least one cycle")
    lengths = {rule.grade: _runs(history, rule.grade) for rule in asked}
    cycles = [cycle for cycle, _ in history]
    return tuple(
        Firing(rule.key, cycle, tuple(cycles[index + 1 - rule.count : index + 1]))
        for index, cycle in enumerate(cycles)
        for rule in asked
        if lengths[rule.grade][index] and lengths[rule.grade][index] % rule.count == 0
    )
