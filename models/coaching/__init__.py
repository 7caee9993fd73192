# Models come before the files that extend them.
from . import (
    action,
    calendar_event,
    coaching,
    coaching_coverage,
    coaching_line,
    coaching_point,
    coaching_slot,
    template_cadence,
)

# isort: split
from . import (
    action_steps,
    coaching_carry,
    coaching_guard,
    coaching_reminder,
    coaching_steps,
    evaluation_coaching,
    template_coaching,
)
