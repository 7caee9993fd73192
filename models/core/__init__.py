# Mixins come first: the models build on them.
from . import (
    append_only,
    can_write_mixin,
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
from . import digest_mixin, follow_up_mixin, meeting_mixin

# isort: split
from . import (
    batch,
    batch_failure,
    evidence,
    facilitated_meeting_mixin,
    ir_default,
    ir_rule,
    mail_activity,
    mail_message,
    meeting_event,
    menu,
    onchange_guard,
    personal_link,
    personal_link_use,
    signature,
    todo_search,
)

# isort: split
from . import acting_author, personal_link_person, signing_by_hand
