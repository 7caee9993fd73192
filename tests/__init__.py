from .rules import (
    test_achievement,
    test_coefficient,
    test_deadline,
    test_digest,
    test_doctests,
    test_pace,
    test_scoring,
)
from .results import test_path
