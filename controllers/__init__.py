from . import (
    appeal_evidence,
    external_review,
    person_door,
    person_goals,
    personal_link_sheets,
    signed_document,
)
