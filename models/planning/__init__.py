# Models come before the files that extend them.
from . import cycle, goal, strategy_mixin

# isort: split
from . import (
    agreement,
    agreement_submission,
    cycle_payout,
    cycle_steps,
    department_coefficient,
    goal_alignment,
    goal_confidence,
    goal_entry,
    goal_from_library,
    goal_guard,
    goal_line,
    goal_measure,
    goal_milestone,
    goal_participation,
    goal_proposal,
    goal_revision,
    goal_revision_agreement,
    goal_revision_checks,
    goal_revision_evaluation,
    goal_revision_line,
    goal_revision_todo,
    goal_smart,
    goal_template,
    goal_tree,
    measurable,
    measurement,
    smart_words,
    strategy_event,
    strategy_meeting,
    theme,
)

# isort: split
from . import goal_owner, goal_part, goal_series, measurement_entry
