"""Two versions of a Goal Confirmation, compared goal by goal.

>>> old = [{"id": 7, "name": "Raise sales", "target": 100.0, "weight": 60.0}]
>>> new = [{"id": 7, "name": "Raise sales", "target": 80.0, "weight": 60.0}]
>>> [(pair.status.value, pair.changed) for pair in compare(old, new)]
[('changed', ('target',))]
>>> [pair.status.value for pair in compare(old, [])]
['removed']
>>> [pair.status.value for pair in compare([], new)]
['added']
>>> [pair.status.value for pair in compare(old, old)]
['same']
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

Goal = Mapping[str, Any]


class Status(Enum):
    """What became of a goal from one version to the next."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Pair:
    """One goal in two versions; one side is missing when it was added or removed."""

    old: Goal | None
    new: Goal | None
    changed: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """Tell what became of the goal."""
        if self.old is None:
            return Status.ADDED
        if self.new is None:
            return Status.REMOVED
        return Status.CHANGED if self.changed else Status.SAME


def compare(old: Sequence[Goal], new: Sequence[Goal]) -> list[Pair]:
    """Pair the goals of two versions by their ``id``, in the order of the new one."""
    before = {goal["id"]: goal for goal in old}
    after = {goal["id"]: goal for goal in new}
    pairs = [
        Pair(before.get(key), goal, _changes(before[key], goal) if key in before else ())
        for key, goal in after.items()
    ]
    return pairs + [Pair(goal, None) for key, goal in before.items() if key not in after]


def _changes(old: Goal, new: Goal) -> tuple[str, ...]:
    names = dict.fromkeys([*old, *new])
    return tuple(name for name in names if old.get(name) != new.get(name))
