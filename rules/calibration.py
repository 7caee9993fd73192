"""What a calibration session discusses: jumps, ends of the scale, single sources (E8).

>>> flags(["EX", "GO", "QU", "NI"], "EX", ["EX", "GO"], computed="QU")
('jump', 'best_twice')
"""

from collections.abc import Sequence

JUMP = 2
# States of a session in which a person waits for it, and in which their reviews are locked.
UNFINISHED = ("draft", "open")
LOCKED = ("open", "approved")


def _rank(order: Sequence[str], grade: str | None) -> int | None:
    return order.index(grade) if grade in order else None


def is_jump(order: Sequence[str], before: str | None, after: str | None) -> bool:
    """Return whether two grades lie two or more steps of the scale apart (requirement E8).

    ``order`` is best grade first. A grade that is missing, or of another scale, makes no jump.

    >>> is_jump(["EX", "GO", "QU", "NI"], "QU", "EX"), is_jump(["EX", "GO", "QU", "NI"], "GO", "EX")
    (True, False)
    """
    ranks = [rank for grade in (before, after) if (rank := _rank(order, grade)) is not None]
    return len(ranks) == 2 and abs(ranks[0] - ranks[1]) >= JUMP


def flags(
    order: Sequence[str],
    grade: str | None,
    earlier: Sequence[str | None],
    computed: str | None,
    single_source: bool = False,
) -> tuple[str, ...]:
    """Return why a person is to be discussed (requirement E8).

    ``jump``: two steps away from the computed grade or from that of the last cycle;
    ``best_twice``, ``lowest_twice``: this cycle and the last one at the same end of the scale;
    ``single_source``: one source alone decides, as the scoring found.

    ``order`` is best grade first; ``earlier`` the grades of the cycles before, newest first,
    ``None`` where there is none.

    >>> flags(["EX", "GO", "QU", "NI"], "NI", ["NI", None], computed="NI", single_source=True)
    ('lowest_twice', 'single_source')
    >>> flags(["EX", "GO", "QU", "NI"], "EX", [None, "EX"], computed="EX")
    ()
    """
    last = earlier[0] if earlier else None
    found = []
    if is_jump(order, computed, grade) or is_jump(order, last, grade):
        found.append("jump")
    if grade is not None and grade == last and len(order) > 1:
        if grade == order[0]:
            found.append("best_twice")
        elif grade == order[-1]:
            found.append("lowest_twice")
    if single_source:
        found.append("single_source")
    return tuple(found)


def stale(seen: dict[int, int | None], now: dict[int, int | None]) -> list[int]:
    """Return the cards that no longer lie where the mover saw them, or that they did not see.

    >>> stale({1: 7, 2: 7}, {1: 7, 2: 8, 3: 7})
    [2, 3]
    """
    return [card for card, column in now.items() if card not in seen or seen[card] != column]
