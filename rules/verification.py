"""Reported figures against measured ones (requirement E2).

>>> verify(103, 100, tolerance=5)
<Verdict.MATCHES: 'matches'>
"""

from decimal import Decimal
from enum import Enum

from .numbers import Number, exact, half_up


class Verdict(str, Enum):
    """What the comparison of one reported figure says."""

    MATCHES = "matches"
    DEVIATES = "deviates"
    UNMEASURED = "unmeasured"


def verify(reported: Number, measured: Number | None, tolerance: Number) -> Verdict:
    """Return whether a reported figure agrees with the measured one.

    It deviates if it lies further from it than ``tolerance`` percent of the measured figure;
    exactly at the limit it matches. Against a measured 0 every other figure deviates. Without a
    measurement nobody can say. Raises ``ValueError`` for a negative tolerance.

    >>> verify(105, 100, 5), verify(105.01, 100, 5)
    (<Verdict.MATCHES: 'matches'>, <Verdict.DEVIATES: 'deviates'>)
    >>> verify(0, 0, 5), verify(0.1, 0, 5), verify(7, None, 5)
    (<Verdict.MATCHES: 'matches'>, <Verdict.DEVIATES: 'deviates'>, <Verdict.UNMEASURED: 'unmeasured'>)
    """  # noqa: E501 - one line of an example
    if exact(tolerance) < 0:
        raise ValueError("a negative tolerance")
    if measured is None:
        return Verdict.UNMEASURED
    distance = abs(exact(reported) - exact(measured))
    allowed = abs(exact(measured)) * exact(tolerance) / 100
    return Verdict.DEVIATES if distance > allowed else Verdict.MATCHES


def deviation(reported: Number, measured: Number) -> float | None:
    """Return by how many percent of the measured figure the reported one lies off, 2 places.

    Positive where more was reported than measured. ``None`` against a measured 0.

    >>> deviation(110, 100), deviation(90, 100), deviation(1, 0)
    (10.0, -10.0, None)
    """
    base = abs(exact(measured))
    if not base:
        return None
    return half_up((exact(reported) - exact(measured)) / base * Decimal(100), 2)
