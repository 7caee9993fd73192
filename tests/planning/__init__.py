from . import test_entry, test_import, test_revision
from . import test_revision_refusals, test_revision_requests
from . import (
    test_agreement,
    test_cycle,
    test_goal,
    test_import,
    test_measurement,
    test_revision,
)
