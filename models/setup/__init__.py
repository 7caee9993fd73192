# Mixins come first: the models build on them.
from . import clause_mixin

# isort: split
from . import (
    dimension,
    gate,
    gate_clause,
    grade,
    indicator,
    scale,
    standard,
    standard_clause,
    template,
    template_line,
    template_role,
)

# isort: split
from . import (
    scale_guideline,
    template_reviewers,
    template_talk,
    template_verification,
    template_voices,
)
