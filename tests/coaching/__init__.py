from . import (
    test_action,
    test_action_follow_up,
    test_coaching,
    test_coaching_meeting,
    test_coaching_security,
    test_coaching_tour,
    test_coverage,
    test_feedback,
    test_plan_coaching,
    test_risk,
    test_signal_tour,
    test_signals,
)
