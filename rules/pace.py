"""Early warning from two independent signals: pace and confidence (Formulas, section 8).

>>> half_the_quarter = elapsed_share(date(2024, 7, 1), date(2024, 9, 30), date(2024, 8, 15))
>>> warning(pace_level(pace(45, half_the_quarter)), confidence_level([6, 3]))
<Level.AT_RISK: 'at_risk'>
"""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from .achievement import Method
from .numbers import exact, half_up

JUDGED_FROM = 0.1
ON_TRACK_FROM = 0.95
LAGGING_FROM = 0.75
CONFIDENT_FROM = 8
ATTENTION_FROM = 4
CONFIDENCE_SCALE = range(1, 11)
# Figures such as an error rate: they do not grow with time, so the target holds on every day.
STANDING = frozenset({Method.RATIO_LOWER, Method.RANGE})


class Level(str, Enum):
    """How a goal stands, from best to worst.

    ``LAGGING`` is also the "attention" of a confidence from 4 to 7: the two are equally severe.
    """

    ON_TRACK = "on_track"
    LAGGING = "lagging"
    AT_RISK = "at_risk"


def elapsed_share(start: date, end: date, today: date) -> float:
    """Return the share of a goal's time that is used, 0 to 1, 4 places (Formulas, section 8).

    Both ends count, and today counts as used. Raises ``ValueError`` if the end is before the start.

    >>> elapsed_share(date(2024, 7, 1), date(2024, 9, 30), date(2024, 8, 15))
    0.5
    """
    total = (end - start).days + 1
    if total < 1:
        raise ValueError("the time of the goal ends before it starts")
    used = (today - start).days + 1
    return half_up(exact(min(max(used, 0), total)) / total, 4)


def pace(progress: float | None, elapsed: float) -> float | None:
    """Return progress in percent against the share of time used, 2 places (Formulas, section 8).

    ``None`` (not judged) if progress is missing or less than a tenth of the time is used.

    >>> pace(45, 0.5)
    0.9
    >>> pace(45, 0.09) is None
    True
    """
    if progress is None or elapsed < JUDGED_FROM:
        return None
    return half_up(exact(progress) / (exact(elapsed) * 100), 2)


def pace_level(ratio: float | None) -> Level | None:
    """Return the level of a pace, ``None`` if it is not judged (Formulas, section 8).

    >>> pace_level(0.90)
    <Level.LAGGING: 'lagging'>
    """
    if ratio is None:
        return None
    if ratio >= ON_TRACK_FROM:
        return Level.ON_TRACK
    return Level.LAGGING if ratio >= LAGGING_FROM else Level.AT_RISK


def judge(method: Method, progress: float | None, elapsed: float) -> Level | None:
    """Return the level of a goal's pace by how it is measured (Formulas, section 8).

    What grows towards its target (ratio, progress from baseline, milestones, key results) is held
    against the share of time used. Lower-is-better and ranges are a standing figure: its full
    target holds at any time, so it is held against that, whatever the time used. Done or not done
    has no half: it is judged when it is done, or its time is over.

    >>> judge(Method.RATIO_HIGHER, 45, 0.5)
    <Level.LAGGING: 'lagging'>
    >>> judge(Method.RATIO_LOWER, 70, 0.5)
    <Level.AT_RISK: 'at_risk'>
    >>> judge(Method.DONE, 0, 0.9) is None
    True
    """
    if progress is None or elapsed < JUDGED_FROM:
        return None
    if method is Method.DONE and elapsed < 1:
        return Level.ON_TRACK if progress >= 100 else None
    return pace_level(pace(progress, 1.0 if method in STANDING else elapsed))


def fell_twice(history: Sequence[int]) -> bool:
    """Whether the last three figures fell two times running (Formulas, section 8).

    >>> fell_twice([10, 9, 8]), fell_twice([9, 9, 8])
    (True, False)
    """
    last_three = history[-3:]
    return len(last_three) == 3 and last_three[0] > last_three[1] > last_three[2]


def confidence_level(history: Sequence[int]) -> Level | None:
    """Return the level of the last confidence given, ``None`` if none was (Formulas, section 8).

    ``history`` is oldest first, each from 1 to 10. Two falls running are at risk whatever the
    figure. Raises ``ValueError`` for a confidence outside the scale.

    >>> confidence_level([3]), confidence_level([10, 9, 8])
    (<Level.AT_RISK: 'at_risk'>, <Level.AT_RISK: 'at_risk'>)
    """
    if any(confidence not in CONFIDENCE_SCALE for confidence in history):
        raise ValueError("a confidence lies outside 1 to 10")
    if not history:
        return None
    if fell_twice(history) or history[-1] < ATTENTION_FROM:
        return Level.AT_RISK
    return Level.ON_TRACK if history[-1] >= CONFIDENT_FROM else Level.LAGGING


def warning(*levels: Level | None) -> Level | None:
    """Return the worst of the levels that are known, ``None`` if none is (Formulas, section 8).

    >>> warning(Level.LAGGING, Level.AT_RISK, None)
    <Level.AT_RISK: 'at_risk'>
    """
    known = [level for level in levels if level is not None]
    return max(known, key=list(Level).index, default=None)
