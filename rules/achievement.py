"""Achievement of a goal in percent, from what was measured (Formulas, section 1).

>>> complaints = Measure(Method.RATIO_LOWER, target=1.0)
>>> achievement(complaints, 0.8)
125.0
>>> achievement(complaints, None) is None
True
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from .numbers import average, exact, half_up

_FULL = Decimal(100)


class Method(str, Enum):
    """How a goal is measured."""

    RATIO_HIGHER = "ratio_higher"
    RATIO_LOWER = "ratio_lower"
    PROGRESS = "progress"
    RANGE = "range"
    MILESTONES = "milestones"
    DONE = "done"
    KEY_RESULTS = "key_results"


class Fault(str, Enum):
    """Why a measure cannot be saved."""

    TARGET_MISSING = "target_missing"
    TARGET_IS_BASELINE = "target_is_baseline"
    TARGET_ZERO = "target_zero"
    TARGET_NEGATIVE = "target_negative"
    RANGE_EMPTY = "range_empty"
    BASELINE_MISSING = "baseline_missing"
    BOUNDS = "bounds"


@dataclass(frozen=True)
class Measure:
    """What a goal is measured by.

    ``baseline``, ``target``, ``low`` and ``high`` are in the goal's own unit and needed only by
    the methods that use them; ``floor`` and ``cap`` bound the achievement in percent.
    """

    method: Method
    baseline: float | None = None
    target: float | None = None
    low: float | None = None
    high: float | None = None
    floor: float = 0.0
    cap: float = 150.0


def _ratio_fault(measure: Measure) -> Fault | None:
    if measure.target is None:
        return Fault.TARGET_MISSING
    if measure.target == 0:
        return Fault.TARGET_ZERO
    return Fault.TARGET_NEGATIVE if measure.target < 0 else None


def _progress_fault(measure: Measure) -> Fault | None:
    if measure.target is None:
        return Fault.TARGET_MISSING
    if measure.baseline is None:
        return Fault.BASELINE_MISSING
    return Fault.TARGET_IS_BASELINE if measure.target == measure.baseline else None


def _range_fault(measure: Measure) -> Fault | None:
    if measure.low is None or measure.high is None or measure.low >= measure.high:
        return Fault.RANGE_EMPTY
    return None


_CHECKS: Mapping[Method, Callable[[Measure], Fault | None]] = {
    Method.RATIO_HIGHER: _ratio_fault,
    Method.RATIO_LOWER: _ratio_fault,
    Method.PROGRESS: _progress_fault,
    Method.RANGE: _range_fault,
}


def fault(measure: Measure) -> Fault | None:
    """Return why a measure cannot be saved, ``None`` if it can (Formulas, section 1).

    >>> fault(Measure(Method.PROGRESS, baseline=85, target=85))
    <Fault.TARGET_IS_BASELINE: 'target_is_baseline'>
    >>> fault(Measure(Method.RATIO_HIGHER, target=0))
    <Fault.TARGET_ZERO: 'target_zero'>
    >>> fault(Measure(Method.RANGE, low=95, high=105)) is None
    True
    """
    if measure.floor >= measure.cap:
        return Fault.BOUNDS
    check = _CHECKS.get(measure.method)
    return check(measure) if check else None


def _given(figure: float | None) -> Decimal:
    if figure is None:
        raise ValueError("a figure of the measure is missing")
    return exact(figure)


def _ratio_higher(measure: Measure, actual: Decimal) -> Decimal:
    return actual / _given(measure.target) * _FULL


def _ratio_lower(measure: Measure, actual: Decimal) -> Decimal:
    target = _given(measure.target)
    if actual > 0:
        return target / actual * _FULL
    return exact(measure.cap) if target > 0 else _FULL


def _progress(measure: Measure, actual: Decimal) -> Decimal:
    baseline = _given(measure.baseline)
    return (actual - baseline) / (_given(measure.target) - baseline) * _FULL


def _range(measure: Measure, actual: Decimal) -> Decimal:
    low, high = _given(measure.low), _given(measure.high)
    distance = max(low - actual, actual - high, Decimal())
    return _FULL - distance / (high - low) * _FULL


def _milestones(measure: Measure, actual: Decimal) -> Decimal:
    return actual


def _done(measure: Measure, actual: Decimal) -> Decimal:
    return _FULL if actual > 0 else Decimal()


_FORMULAS: Mapping[Method, Callable[[Measure, Decimal], Decimal]] = {
    Method.RATIO_HIGHER: _ratio_higher,
    Method.RATIO_LOWER: _ratio_lower,
    Method.PROGRESS: _progress,
    Method.RANGE: _range,
    Method.MILESTONES: _milestones,
    Method.DONE: _done,
}


def _computable(measure: Measure) -> bool:
    # A target of 0 is refused when saved, but "lower is better" still has an answer for it.
    lower_of_zero = (Method.RATIO_LOWER, Fault.TARGET_ZERO)
    found = fault(measure)
    return found is None or (measure.method, found) == lower_of_zero


def achievement(measure: Measure, actual: float | None) -> float | None:
    """Return the achievement in percent between floor and cap, 2 places (Formulas, section 1).

    ``actual`` is in the unit of the goal; for milestones the percentage of weight done
    (`milestone_share`), for done or not done any figure above 0 means done.
    ``None`` (missing) without a measurement, and for a measure that has a `fault`.
    Raises ``ValueError`` for key results: their achievement is `scoring.weighted_mean`.

    >>> achievement(Measure(Method.RATIO_HIGHER, target=100), 110)
    110.0
    >>> achievement(Measure(Method.RATIO_HIGHER, target=100), 200)
    150.0
    >>> achievement(Measure(Method.RATIO_LOWER, target=12), 12)
    100.0
    >>> achievement(Measure(Method.PROGRESS, baseline=85, target=90), 89)
    80.0
    >>> achievement(Measure(Method.PROGRESS, baseline=48, target=12), 24)
    66.67
    >>> achievement(Measure(Method.RANGE, low=95, high=105), 107)
    80.0
    """
    if measure.method is Method.KEY_RESULTS:
        raise ValueError("key results are averaged by scoring.weighted_mean")
    if actual is None or not _computable(measure):
        return None
    percent = _FORMULAS[measure.method](measure, exact(actual))
    return half_up(min(max(percent, exact(measure.floor)), exact(measure.cap)), 2)


def milestone_share(parts: Iterable[tuple[float, bool]]) -> float | None:
    """Return the weight done in percent of the total weight, 2 places (Formulas, section 1).

    ``parts`` are pairs (weight, done). ``None`` (missing) if nothing has a weight.
    Raises ``ValueError`` for a negative weight.

    >>> milestone_share([(1, True), (1, True), (1, True), (1, False)])
    75.0
    """
    share = average((weight, _FULL if done else 0) for weight, done in parts)
    return None if share is None else half_up(share, 2)
