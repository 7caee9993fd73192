# Mixins come first: the dialogs build on them.
from . import preview_mixin, split_mixin, training_mixin

# isort: split
from . import (
    acknowledge_wizard,
    assign_appeal_wizard,
    assign_wizard,
    assign_wizard_line,
    book_talk_wizard,
    break_down_wizard,
    break_down_wizard_line,
    calibration_wizard,
    calibration_wizard_line,
    cascade_wizard,
    cascade_wizard_line,
    compare_wizard,
    correct_wizard,
    decide_appeal_wizard,
    decide_wizard,
    file_appeal_wizard,
    finish_training_wizard,
    launch_wizard,
    launch_wizard_line,
    leaver_wizard,
    leaver_wizard_line,
    personal_link_wizard,
    personal_link_wizard_line,
    pip_decide_wizard,
    plan_coaching_wizard,
    plan_coaching_wizard_line,
    plan_training_wizard,
    publish_wizard,
    publish_wizard_line,
    reason_wizard,
    request_revision_wizard,
    request_revision_wizard_line,
    sign_wizard,
    transfer_wizard,
    transfer_wizard_line,
)

# isort: split
from . import plan_coaching_proposal
