# Mixins come first: the models build on them.
from . import (
    append_only,
    computed_guard,
    gap_mixin,
    link_guard,
    of_evaluation,
    private_thread,
    recorded_mixin,
    reporting_line,
    signoff_mixin,
    task_mixin,
    workflow_labels,
    workflow_mixin,
)

# isort: split
from . import follow_up_mixin, meeting_mixin

# isort: split
from . import (
    batch,
    batch_failure,
    facilitated_meeting_mixin,
    ir_rule,
    meeting_event,
    menu,
    onchange_guard,
    personal_link,
    personal_link_use,
    signature,
)

# isort: split
from . import acting_author, personal_link_person, signing_by_hand
