"""The SMART check of a goal by facts that anybody can verify (requirement P4).

>>> draft = Draft(name="Improve customer satisfaction", method=Method.RATIO_HIGHER, serves=True)
>>> [finding.code.value for finding in check(draft, Thresholds()) if finding.letter is Letter.S]
['slogan', 'no_means']
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from statistics import mean, median

from . import wording
from .achievement import Method
from .numbers import Number, exact, half_up

# So many letters (half as many Chinese characters) say how; fewer are a catchword.
SHORTEST_MEANS = 8
# A person's present level is the mean of so many last values.
RECENT = 3
# Fewer targets of peers are no standard, and would show what a single colleague agreed.
PEERS_FROM = 3


class Letter(str, Enum):
    """Specific, measurable, achievable, relevant, time-bound."""

    S = "s"
    M = "m"
    A = "a"
    R = "r"
    T = "t"


class Code(str, Enum):
    """What is missing from a goal; each comes with the figures that its sentence needs.

    ``TOO_SHORT`` and ``REASON_TOO_SHORT``: length, minimum. ``PLACEHOLDER``: field (name, how,
    why). ``TOO_HIGH`` and ``TOO_LOW``: reference (a `Reference`), value, target, percent, limit.
    ``DUE_BEFORE_START`` and ``OUTSIDE_CYCLE``: dates by ISO. The others need none.
    """

    TOO_SHORT = "too_short"
    PLACEHOLDER = "placeholder"
    SLOGAN = "slogan"
    NO_MEANS = "no_means"
    NO_METRIC = "no_metric"
    NO_UNIT = "no_unit"
    NO_TARGET = "no_target"
    NO_BASELINE = "no_baseline"
    NO_RANGE = "no_range"
    NO_MILESTONES = "no_milestones"
    NO_KEY_RESULTS = "no_key_results"
    TOO_HIGH = "too_high"
    TOO_LOW = "too_low"
    SERVES_NOTHING = "serves_nothing"
    NO_REASON = "no_reason"
    REASON_TOO_SHORT = "reason_too_short"
    REASON_COPIES_NAME = "reason_copies_name"
    REASON_IS_EMPTY = "reason_is_empty"
    NO_DATES = "no_dates"
    DUE_BEFORE_START = "due_before_start"
    OUTSIDE_CYCLE = "outside_cycle"


class Reference(str, Enum):
    """What a target was compared with.

    The baseline, the mean of the person's last values, the median of the peers' targets.
    """

    BASELINE = "baseline"
    OWN = "own"
    PEERS = "peers"


@dataclass(frozen=True)
class Finding:
    """What one letter lacks, and the figures that show it."""

    letter: Letter
    code: Code
    figures: Mapping[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """A goal as its owner wrote it; empty texts, ``None`` figures and dates are missing.

    ``own_history`` is the person's values of the same metric, oldest first; ``peer_targets`` are
    the colleagues' targets for it. ``lower_is_better`` is asked of *progress* alone: a ratio has
    its direction.
    """

    name: str
    method: Method
    how: str = ""
    metric: str = ""
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    low: float | None = None
    high: float | None = None
    date_start: date | None = None
    date_due: date | None = None
    cycle_start: date | None = None
    cycle_end: date | None = None
    serves: bool = False
    no_parent_reason: str = ""
    why: str = ""
    own_history: Sequence[float] = ()
    peer_targets: Sequence[float] = ()
    lower_is_better: bool = False
    has_key_results: bool = False
    has_milestones: bool = False


@dataclass(frozen=True)
class Thresholds:
    """Where a finding begins: lengths in letters (a Chinese character counts two), shares in %.

    A target more than ``too_high`` better than the baseline or the person's level is too high,
    one less than ``too_low`` better is too low; peers' targets may differ by ``peer_spread``.
    """

    min_length: int = 20
    too_high: float = 50.0
    too_low: float = 0.0
    peer_spread: float = 30.0
    min_why: int = 15


def _has_means(draft: Draft) -> bool:
    told = wording.beyond(wording.without_slogans(draft.how), draft.name) >= SHORTEST_MEANS
    return (told and wording.is_filled(draft.how)) or wording.names_means(draft.name)


def _specific(draft: Draft, thresholds: Thresholds) -> Iterator[Finding]:
    length = wording.width(f"{draft.name} {draft.how}")
    if length < thresholds.min_length:
        figures = {"length": length, "minimum": thresholds.min_length}
        yield Finding(Letter.S, Code.TOO_SHORT, figures)
    for name, text in (("name", draft.name), ("how", draft.how)):
        if text.strip() and not wording.is_filled(text):
            yield Finding(Letter.S, Code.PLACEHOLDER, {"field": name})
    has_means = _has_means(draft)
    has_outcome = wording.names_figure(draft.name) or wording.is_filled(draft.metric)
    if wording.is_vague(draft.name) and not (has_means or has_outcome):
        yield Finding(Letter.S, Code.SLOGAN)
    if not has_means:
        yield Finding(Letter.S, Code.NO_MEANS)


_COMPARED = (Method.RATIO_HIGHER, Method.RATIO_LOWER, Method.PROGRESS)
_RATIO = (Code.NO_METRIC, Code.NO_UNIT, Code.NO_TARGET)
_NEEDED: Mapping[Method, tuple[Code, ...]] = {
    Method.RATIO_HIGHER: _RATIO,
    Method.RATIO_LOWER: _RATIO,
    Method.PROGRESS: (*_RATIO, Code.NO_BASELINE),
    Method.RANGE: (Code.NO_METRIC, Code.NO_UNIT, Code.NO_RANGE),
    Method.MILESTONES: (Code.NO_MILESTONES,),
    Method.DONE: (),
    Method.KEY_RESULTS: (Code.NO_KEY_RESULTS,),
}


def _measurable(draft: Draft, thresholds: Thresholds) -> Iterator[Finding]:
    lacking = {
        Code.NO_METRIC: not wording.is_filled(draft.metric),
        Code.NO_UNIT: not draft.unit.strip() or wording.is_unfinished(draft.unit),
        Code.NO_TARGET: draft.target is None,
        Code.NO_BASELINE: draft.baseline is None,
        Code.NO_RANGE: draft.low is None or draft.high is None,
        Code.NO_MILESTONES: not draft.has_milestones,
        Code.NO_KEY_RESULTS: not draft.has_key_results,
    }
    return (Finding(Letter.M, code) for code in _NEEDED[draft.method] if lacking[code])


def _references(
    draft: Draft, thresholds: Thresholds
) -> Iterator[tuple[Reference, Number, float, float]]:
    # Each with its value, and the least and the greatest gain on it in percent that is accepted.
    ambition = thresholds.too_low, thresholds.too_high
    if draft.baseline is not None:
        yield Reference.BASELINE, draft.baseline, *ambition
    if draft.own_history:
        yield Reference.OWN, mean(map(exact, draft.own_history[-RECENT:])), *ambition
    if len(draft.peer_targets) >= PEERS_FROM:
        spread = thresholds.peer_spread
        yield Reference.PEERS, median(map(exact, draft.peer_targets)), -spread, spread


def _achievable(draft: Draft, thresholds: Thresholds) -> Iterator[Finding]:
    if draft.method not in _COMPARED or draft.target is None:
        return
    falling = draft.method is Method.RATIO_LOWER or (
        draft.method is Method.PROGRESS and draft.lower_is_better
    )
    for reference, value, low, high in _references(draft, thresholds):
        if not value:
            continue  # from 0, no growth in percent
        gain = (exact(draft.target) - exact(value)) / abs(exact(value)) * (-100 if falling else 100)
        percent = half_up(gain, 2)
        if low <= percent <= high:
            continue
        figures = {
            "reference": reference.value,
            "value": half_up(value, 4),
            "target": draft.target,
            "percent": percent,
            "limit": high if percent > high else low,
        }
        yield Finding(Letter.A, Code.TOO_HIGH if percent > high else Code.TOO_LOW, figures)


def _relevant(draft: Draft, thresholds: Thresholds) -> Iterator[Finding]:
    if not draft.serves and not wording.is_filled(draft.no_parent_reason):
        yield Finding(Letter.R, Code.SERVES_NOTHING)
    length = wording.width(draft.why)
    if not length:
        yield Finding(Letter.R, Code.NO_REASON)
    elif not wording.is_filled(draft.why):
        yield Finding(Letter.R, Code.PLACEHOLDER, {"field": "why"})
    elif length < thresholds.min_why:
        figures = {"length": length, "minimum": thresholds.min_why}
        yield Finding(Letter.R, Code.REASON_TOO_SHORT, figures)
    elif wording.says_only_important(draft.why):
        yield Finding(Letter.R, Code.REASON_IS_EMPTY)
    elif wording.beyond(draft.why, draft.name) <= thresholds.min_why // 2:
        yield Finding(Letter.R, Code.REASON_COPIES_NAME)


def _time_bound(draft: Draft, thresholds: Thresholds) -> Iterator[Finding]:
    start, due = draft.date_start, draft.date_due
    if start is None or due is None:
        yield Finding(Letter.T, Code.NO_DATES)
        return
    figures = {"start": start.isoformat(), "due": due.isoformat()}
    if due < start:
        yield Finding(Letter.T, Code.DUE_BEFORE_START, figures)
    first, last = draft.cycle_start, draft.cycle_end
    if first is None or last is None:
        return
    if min(start, due) < first or max(start, due) > last:
        cycle = {"cycle_start": first.isoformat(), "cycle_end": last.isoformat()}
        yield Finding(Letter.T, Code.OUTSIDE_CYCLE, figures | cycle)


_CHECKS = (_specific, _measurable, _achievable, _relevant, _time_bound)


def check(draft: Draft, thresholds: Thresholds) -> tuple[Finding, ...]:
    """Return what a goal lacks, in the order of the letters; nothing if it is SMART (P4).

    >>> from dataclasses import replace
    >>> name = "Raise the satisfaction score from 85 to 90 by faster answers to complaints"
    >>> why = "Satisfied customers order again, which carries our turnover"
    >>> day = date(2024, 9, 30)
    >>> goal = Draft(
    ...     name, Method.PROGRESS, metric="Satisfaction score", unit="points", baseline=85,
    ...     target=90, date_start=day, date_due=day, serves=True, why=why,
    ... )
    >>> check(goal, Thresholds())
    ()
    >>> check(replace(goal, target=170), Thresholds())[0].figures["percent"]
    100.0
    """
    return tuple(finding for one in _CHECKS for finding in one(draft, thresholds))


def by_letter(findings: Iterable[Finding]) -> dict[Letter, tuple[Finding, ...]]:
    """Return the findings of each of the five letters; a letter without any is fulfilled (P4).

    >>> by_letter([Finding(Letter.T, Code.NO_DATES)])[Letter.S]
    ()
    """
    found = list(findings)
    return {letter: tuple(one for one in found if one.letter is letter) for letter in Letter}
