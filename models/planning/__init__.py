# Models come before the files that extend them.
from . import cycle, goal

# isort: split
from . import (
    agreement,
    agreement_submission,
    cycle_payout,
    cycle_steps,
    department_coefficient,
    goal_confidence,
    goal_entry,
    goal_guard,
    goal_measure,
    goal_milestone,
    goal_participation,
    goal_revision,
    goal_revision_agreement,
    goal_revision_checks,
    goal_revision_evaluation,
    goal_revision_line,
    goal_revision_todo,
    goal_smart,
    measurable,
    measurement,
    smart_words,
)

# isort: split
from . import goal_owner, goal_series, measurement_entry
