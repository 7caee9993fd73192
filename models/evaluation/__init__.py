# Models come before the files that extend them, and what they build on before the models.
from . import appeal_part_mixin

# isort: split
from . import (
    answer_digest,
    appeal,
    appeal_file,
    cockpit,
    evaluation,
    evaluation_lead,
    nomination,
    rating,
    review,
    review_digest,
    review_owed,
    talk,
    talk_sheet,
)

# isort: split
from . import (
    appeal_clock,
    appeal_content,
    appeal_decision,
    appeal_evidence,
    appeal_filing,
    appeal_independence,
    appeal_person,
    appeal_statement,
    appeal_steps,
    appeal_watch,
    bias,
    cockpit_grades,
    cockpit_overdue,
    cockpit_stages,
    evaluation_appeal,
    evaluation_assignment,
    evaluation_batch,
    evaluation_confirmation,
    evaluation_figures,
    evaluation_followed,
    evaluation_goals,
    evaluation_person,
    evaluation_publishing,
    evaluation_screen,
    evaluation_taking,
    evaluation_talk,
    evaluation_verification,
    evaluation_voices,
    evaluation_withholding,
    rating_chain,
    rating_change,
    rating_earlier,
    rating_line,
    rating_released,
    rating_scoring,
    rating_sources,
    review_line,
    talk_event,
    talk_guard,
    talk_note,
    talk_point,
    talk_preparation,
    talk_screen,
    talk_steps,
    talk_watch,
)

# isort: split
from . import (
    evaluation_answering,
    evaluation_reviewers,
    evaluation_verification_task,
    nomination_checks,
    nomination_links,
    nomination_steps,
    review_anonymity,
    review_evidence,
    review_external,
    review_late,
    review_line_report,
    review_line_screen,
    review_person,
    review_report,
    review_todo,
    review_voices,
    verification,
)

# Sessions hold fast what the files above change.
# isort: split
from . import (
    calibration,
    calibration_member,
    calibration_minutes,
    calibration_move,
    calibration_opinion,
    ir_websocket,
)

# isort: split
from . import (
    calibration_bias,
    calibration_board,
    calibration_event,
    calibration_guideline,
    calibration_invitation,
    calibration_lock,
    calibration_menu,
    calibration_moving,
    calibration_scope,
    calibration_steps,
)

# What an approval freezes comes after all that the approval does.
# isort: split
from . import calibration_freezing

# isort: split
from . import verification_compare

# Changes of the organisation move what all the files above keep.
# isort: split
from . import (
    evaluation_handover,
    evaluation_leading,
    evaluation_leaving,
    evaluation_transfer,
    review_carried,
)
