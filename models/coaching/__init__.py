# Models come before the files that extend them.
from . import (
    action,
    calendar_event,
    coaching,
    coaching_coverage,
    coaching_line,
    coaching_point,
    coaching_slot,
    feedback,
    feedback_text,
    risk,
    risk_digest,
    template_cadence,
)

# isort: split
from . import (
    action_steps,
    action_training,
    coaching_carry,
    coaching_development,
    coaching_feedback,
    coaching_guard,
    coaching_reminder,
    coaching_risk,
    coaching_steps,
    coaching_talk,
    cycle_signals,
    evaluation_coaching,
    evaluation_handover,
    feedback_steps,
    goal_warning,
    measurement_signals,
    milestone_signals,
    risk_steps,
    risk_watch,
    template_coaching,
)
