# Mixins come first: the models build on them.
from . import (
    append_only,
    computed_guard,
    gap_mixin,
    link_guard,
    reporting_line,
    signoff_mixin,
    workflow_labels,
    workflow_mixin,
)

# isort: split
from . import batch, batch_failure, signature
