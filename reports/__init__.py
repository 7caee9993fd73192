# The mixin comes first: the forms build on it.
from . import form_mixin

# isort: split
from . import (
    agreement_form,
    agreement_versions,
    appeal_form,
    calibration_minutes,
    coaching_form,
    confirmation_form,
    ir_actions_report,
    personal_link_sheets,
    pip_form,
    promotion_list,
    retrospective_form,
    self_review_form,
    talk_form,
    talk_preparation_form,
    version_comparison,
)
