from . import (
    test_agreement,
    test_cycle,
    test_entry,
    test_goal,
    test_import,
    test_measurement,
    test_participation,
    test_revision,
    test_revision_refusals,
    test_revision_requests,
    test_revision_tour,
    test_smart_check,
)
