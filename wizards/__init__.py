# Mixins come first: the dialogs build on them.
from . import preview_mixin, split_mixin

# isort: split
from . import (
    acknowledge_wizard,
    assign_wizard,
    assign_wizard_line,
    break_down_wizard,
    break_down_wizard_line,
    cascade_wizard,
    cascade_wizard_line,
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
