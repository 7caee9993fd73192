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
