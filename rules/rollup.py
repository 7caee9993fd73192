"""How far the goals that serve a goal have come, without telling what one person achieved.

A goal counts with its own achievement, and while it is not measured itself with the roll-up of the
goals below it. Missing ones are left out. What a viewer may not read goes into a figure only
together with what at least ``threshold`` other people achieved, so that nobody can be computed by
subtraction (Formulas, section 9):

>>> team = [Node(1, None, 0, None)] + [
...     Node(key, 1, weight, value, owner=key, readable=False)
...     for key, weight, value in ((2, 50, 80.0), (3, 50, 100.0), (4, 100, None))
... ]
>>> rollups(team)[1]
Rollup(value=90.0, shown=False)
>>> rollups([*team, Node(5, 1, 100, 110.0, owner=5, readable=False)])[1]
Rollup(value=100.0, shown=True)
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .anonymity import DEFAULT_THRESHOLD
from .numbers import Number
from .scoring import Part, weighted_mean


@dataclass(frozen=True)
class Node:
    """One goal of the tree.

    ``value`` is its own achievement, ``None`` while it is not measured; ``owner`` the person whose
    goal it is, ``None`` for a goal of a department or the company; ``readable`` tells whether the
    viewer may read its achievement.
    """

    key: int
    parent: int | None
    weight: Number
    value: float | None
    owner: int | None = None
    readable: bool = True


@dataclass(frozen=True)
class Rollup:
    """The mean over the goals below, ``None`` while nothing is measured, and who may see it."""

    value: float | None
    shown: bool


@dataclass(frozen=True)
class _Figure:
    """What a goal adds to the one above it, and the people who are hidden in it."""

    value: float | None
    hidden: frozenset[int]


def _mean(children: list[tuple[Node, _Figure]]) -> tuple[float | None, frozenset[int]]:
    # Goals of departments often have no weight: where none has one, all count the same.
    equal = not any(node.weight for node, _ in children)
    counted = [
        (Part(str(node.key), 1 if equal else node.weight, figure.value), figure)
        for node, figure in children
        if figure.value is not None and (equal or node.weight)
    ]
    people = frozenset[int]().union(*(figure.hidden for _, figure in counted))
    return weighted_mean(part for part, _ in counted).value, people


def rollups(nodes: Iterable[Node], threshold: int = DEFAULT_THRESHOLD) -> dict[int, Rollup]:
    """Return the roll-up of every goal of a tree by its key, 2 places.

    The mean over the direct children by weight; where no child has a weight, all count the same.
    """
    everything = {node.key: node for node in nodes}
    below: dict[int, list[Node]] = defaultdict(list)
    for node in everything.values():
        if node.parent in everything:
            below[node.parent].append(node)
    found: dict[int, Rollup] = {}

    def visit(node: Node) -> _Figure:
        value, people = _mean([(child, visit(child)) for child in below[node.key]])
        shown = not people or len(people) >= threshold
        found[node.key] = Rollup(value, shown)
        if node.value is None:
            return _Figure(value, frozenset() if shown else people)
        hidden = node.owner is not None and not node.readable
        return _Figure(node.value, frozenset({node.owner} if hidden else ()))  # type: ignore[arg-type]

    for node in everything.values():
        if node.parent not in everything:
            visit(node)
    return found
