"""What may be shown of anonymous answers, also against subtraction (Formulas, section 9).

>>> visible({"peers": 4, "reports": 2})
Visible(groups=('peers',), hidden=('reports',), total=False)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

DEFAULT_THRESHOLD = 3
THRESHOLDS = range(3, 11)


@dataclass(frozen=True)
class Visible:
    """The groups that may be shown, those that stay hidden, and whether the total over all may be.

    A group without an answer is neither shown nor hidden: there is nothing to show.
    """

    groups: tuple[str, ...]
    hidden: tuple[str, ...]
    total: bool


def visible(answers: Mapping[str, int], threshold: int = DEFAULT_THRESHOLD) -> Visible:
    """Return what may be shown of the answers of anonymous groups (Formulas, section 9).

    ``answers`` is the number of answers per group. A group is shown from ``threshold`` answers on,
    ratings and comments together. The total over all is shown only if the answers in it beyond
    the shown groups are none or at least ``threshold``: fewer could be computed by subtraction.
    Answers of known people (self, manager) are shown anyway, so they change nothing here and are
    not given. Raises ``ValueError`` for a threshold outside 3 to 10 or a negative number.

    >>> visible({"peers": 3, "reports": 2, "customers": 1})
    Visible(groups=('peers',), hidden=('reports', 'customers'), total=True)
    """
    if threshold not in THRESHOLDS or any(count < 0 for count in answers.values()):
        raise ValueError("a threshold outside 3 to 10, or a negative number of answers")
    shown = tuple(group for group, count in answers.items() if count >= threshold)
    hidden = tuple(group for group, count in answers.items() if 0 < count < threshold)
    rest = sum(answers[group] for group in hidden)
    return Visible(shown, hidden, bool(shown or hidden) and not 0 < rest < threshold)


def joining(
    before: Mapping[str, Mapping[str, int]],
    late: Mapping[str, Mapping[str, int]],
    threshold: int = DEFAULT_THRESHOLD,
) -> frozenset[str]:
    """Return the groups whose late answers may enter a score that was seen without them.

    ``before`` and ``late`` are the numbers of answers per dimension and group. Whoever compares
    the score before and after learns the late answers together: they may enter only if in each
    dimension they are none or at least ``threshold``, and so for each group that was shown
    before. The largest choice of groups is taken; nothing may enter where none is large enough.
    Raises ``ValueError`` as `visible`.

    >>> sorted(joining({"teamwork": {"peers": 4}}, {"teamwork": {"peers": 1, "reports": 3}}))
    ['reports']
    >>> joining({"teamwork": {"peers": 4}}, {"teamwork": {"peers": 1}})
    frozenset()
    """
    groups = sorted({group for counts in late.values() for group in counts})
    choices = (
        choice for size in range(len(groups), 0, -1) for choice in combinations(groups, size)
    )
    for choice in choices:
        if all(
            _hidden_in_change(before.get(dimension, {}), counts, choice, threshold)
            for dimension, counts in late.items()
        ):
            return frozenset(choice)
    return frozenset()


def _hidden_in_change(
    before: Mapping[str, int], late: Mapping[str, int], choice: Iterable[str], threshold: int
) -> bool:
    shown = visible(before, threshold).groups
    added = {group: late.get(group, 0) for group in choice}
    parts = [sum(added.values()), *(added[group] for group in shown if group in added)]
    return not any(0 < part < threshold for part in parts)


def mixed(comments: Iterable[str]) -> tuple[str, ...]:
    """Return comments in an order that tells nothing of who wrote when (Formulas, section 9).

    The order follows from the texts alone: the same at every look, and none for the newest.

    >>> mixed(["Well done", "Listens"]) == mixed(["Listens", "Well done"])
    True
    """
    return tuple(sorted(comments, key=lambda text: (sha256(text.encode()).digest(), text)))
