from . import test_architecture, test_architecture_registry, test_path_tours, test_security_matrix
from .coaching import (
    test_action,
    test_coaching,
    test_coaching_security,
    test_coaching_tour,
    test_coverage,
    test_feedback,
    test_plan_coaching,
    test_risk,
)
from .core import test_batch, test_reporting_line, test_signature, test_workflow
from .evaluation import (
    test_confirmation,
    test_forms_pdf,
    test_gaps,
    test_rating,
    test_withheld,
    test_withheld_others,
)
from .planning import (
    test_agreement,
    test_cycle,
    test_entry,
    test_goal,
    test_import,
    test_measurement,
    test_measurement_api,
    test_measurement_entry,
    test_participation,
    test_revision,
    test_revision_refusals,
    test_revision_requests,
    test_revision_tour,
    test_smart_check,
)
from .results import (
    test_json2,
    test_path,
    test_payroll,
    test_proration,
    test_result,
    test_sample_quarter,
    test_view,
)
from .rules import (
    test_achievement,
    test_ambition,
    test_anonymity,
    test_bias,
    test_cadence,
    test_coefficient,
    test_deadline,
    test_digest,
    test_distribution,
    test_doctests,
    test_eligibility,
    test_pace,
    test_scoring,
    test_smart,
    test_wording,
)
