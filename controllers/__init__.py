from . import (
    appeal_evidence,
    external_review,
    person_door,
    person_goals,
    person_result,
    person_review,
    person_talks,
    personal_link_sheets,
    signed_document,
)
