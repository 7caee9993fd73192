# The core carries the mixins of all stages.
from . import core

# isort: split
from . import evaluation, hr, planning, results, setup
