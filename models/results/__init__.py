# Models come before the files that extend them.
from . import pip_part_mixin

# isort: split
from . import (
    development_plan,
    guide,
    guide_version,
    outcome,
    pip,
    pip_checkin,
    potential,
    result,
    retrospective,
    talent,
    training_need,
)

# isort: split
from . import (
    development_action,
    development_entry,
    development_proposal,
    finding_category,
    guide_acknowledgement,
    guide_duty,
    guide_link,
    guide_use,
    outcome_promotion,
    outcome_rule,
    outcome_steps,
    pip_builder,
    pip_checkin_line,
    pip_closing,
    pip_evidence,
    pip_extension,
    pip_goal,
    pip_schedule,
    pip_standard,
    pip_steps,
    pip_task,
    pip_thread,
    potential_box,
    potential_criterion,
    potential_evaluation,
    potential_line,
    potential_moving,
    rating_gaps,
    result_correction,
    result_figures,
    result_history,
    result_inputs,
    result_pool,
    result_preview,
    result_publishing,
    result_view,
    retrospective_action,
    retrospective_figure,
    retrospective_finding,
    retrospective_gathering,
    talent_menu,
    talent_pool,
    talent_rule,
    talent_steps,
    training_cost,
    training_costs,
    training_from_gaps,
    training_source_mixin,
    training_steps,
)

# After the publishing, whose hook it fills.
# isort: split
from . import outcome_evaluation

# After the steps that they go on from.
# isort: split
from . import training_from_outcome, training_from_plan
