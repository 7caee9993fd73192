from . import (
    acknowledge_wizard,
    decide_wizard,
    launch_wizard,
    launch_wizard_line,
    plan_coaching_wizard,
    plan_coaching_wizard_line,
    reason_wizard,
    sign_wizard,
)

# isort: split
from . import plan_coaching_proposal
