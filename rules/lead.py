"""Who led a person on which days of a cycle (Formulas, section 11).

Whoever decides says from which day on somebody leads. A later decision replaces what was decided
for that day and all after it, so that a mistake is corrected by deciding again:

>>> from datetime import date
>>> decisions = [(date(2024, 7, 1), "ann"), (date(2024, 9, 1), "ben"), (date(2024, 8, 1), "cai")]
>>> moves(decisions)
((datetime.date(2024, 7, 1), 'ann'), (datetime.date(2024, 8, 1), 'cai'))
"""

from collections.abc import Hashable, Iterable
from datetime import date

from .tenure import Tenure

Employed = tuple[tuple[date, date | None], ...]


def moves(decisions: Iterable[tuple[date, Hashable]]) -> tuple[tuple[date, Hashable], ...]:
    """Return from which day on who leads, in order of days, as the decisions left it.

    ``decisions`` are (first day, who) in the order in which they were made.
    """
    valid: list[tuple[date, Hashable]] = []
    for first, who in decisions:
        valid = [move for move in valid if move[0] < first]
        valid.append((first, who))
    return tuple(valid)


def days_led(
    decisions: Iterable[tuple[date, Hashable]], employed: Employed, start: date, end: date
) -> dict[Hashable, int]:
    """Return how many days of a period each leader led the person, both ends counted.

    Only days count on which the person was employed.

    >>> whole = ((date(2020, 1, 1), None),)
    >>> decisions = [(date(2024, 7, 1), "ann"), (date(2024, 8, 1), "ben")]
    >>> days_led(decisions, whole, date(2024, 7, 1), date(2024, 9, 30))
    {'ann': 31, 'ben': 61}
    >>> joined = ((date(2024, 7, 16), None),)
    >>> days_led(decisions, joined, date(2024, 7, 1), date(2024, 9, 30))
    {'ann': 16, 'ben': 61}
    """
    return dict(Tenure(employed, moves(decisions)).days_by_place(start, end))
