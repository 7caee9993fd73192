from . import (
    test_action,
    test_coaching,
    test_coaching_security,
    test_coaching_tour,
    test_coverage,
    test_feedback,
    test_home,
    test_plan_coaching,
    test_risk,
    test_signal_tour,
    test_signals,
)
