"""Which step of a cycle is due next, when a phase is over (requirement G3).

>>> deadlines = Deadlines(date(2024, 7, 10), date(2024, 9, 30), date(2024, 10, 12))
>>> next_step("planning", date(2024, 7, 11), deadlines, Left(goals=12, people=40))
<Step.EXECUTE: 'execute'>
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Step(str, Enum):
    """What HR decides about next; the step of the cycle, and the publication at its end."""

    EXECUTE = "execute"
    EVALUATE = "evaluate"
    CALIBRATE = "calibrate"
    RELEASE = "release"
    PUBLISH = "publish"
    CLOSE = "close"


@dataclass(frozen=True)
class Deadlines:
    """The last days of the phases; ``None`` where the cycle has none."""

    planning: date | None
    period: date
    review: date | None


@dataclass(frozen=True)
class Left:
    """How many of ``people`` still lack what a phase is for."""

    people: int
    goals: int = 0
    reviews: int = 0
    sessions: int = 0
    answers: int = 0
    results: int = 0


def _is_over(day: date | None, today: date) -> bool:
    return day is not None and day < today


def _after_planning(state: str, today: date, days: Deadlines, left: Left) -> Step | None:
    if _is_over(days.period, today):
        return Step.EVALUATE
    done = not left.goals or _is_over(days.planning, today)
    return Step.EXECUTE if state == "planning" and done else None


def next_step(state: str, today: date, days: Deadlines, left: Left) -> Step | None:
    """Return the step to decide about, ``None`` while the phase goes on.

    A phase is over when its last day is, or when nobody is left in it. Where nobody is in the
    cycle there is nothing to decide.

    >>> days = Deadlines(None, date(2024, 9, 30), date(2024, 10, 12))
    >>> next_step("executing", date(2024, 9, 30), days, Left(people=40)) is None
    True
    >>> next_step("executing", date(2024, 10, 1), days, Left(people=40))
    <Step.EVALUATE: 'evaluate'>
    >>> next_step("evaluating", date(2024, 10, 2), days, Left(people=40, reviews=1)) is None
    True
    """
    if not left.people:
        return None
    if state in ("planning", "executing"):
        return _after_planning(state, today, days, left)
    ready = {
        "evaluating": (Step.CALIBRATE, not left.reviews or _is_over(days.review, today)),
        "calibrating": (Step.RELEASE, not left.sessions),
        "communicating": (Step.PUBLISH if left.results else Step.CLOSE, not left.answers),
    }
    step, is_ready = ready.get(state, (None, False))
    return step if is_ready else None
