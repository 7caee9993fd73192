# The core carries the mixins of all stages.
from . import core

# isort: split
from . import evaluation, hr, planning, results, setup

# Coaching extends evaluations and templates.
# isort: split
from . import coaching
