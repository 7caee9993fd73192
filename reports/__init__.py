# The mixin comes first: the forms build on it.
from . import form_mixin

# isort: split
from . import (
    agreement_form,
    agreement_versions,
    coaching_form,
    confirmation_form,
    ir_actions_report,
    self_review_form,
)
