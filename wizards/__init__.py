from . import (
    acknowledge_wizard,
    compare_wizard,
    decide_wizard,
    launch_wizard,
    launch_wizard_line,
    plan_coaching_wizard,
    plan_coaching_wizard_line,
    reason_wizard,
    request_revision_wizard,
    request_revision_wizard_line,
    sign_wizard,
)

# isort: split
from . import plan_coaching_proposal
