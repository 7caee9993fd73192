from . import (
    test_achievement,
    test_coefficient,
    test_deadline,
    test_digest,
    test_doctests,
    test_pace,
    test_scoring,
)
