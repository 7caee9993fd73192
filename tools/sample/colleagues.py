"""Who is to review whom: proposed by the person, approved by the manager. Of the demo alone."""

from .sample import Sample

NOMINATION = "hr.performance.nomination"
WHY = "这个季度一起处理过跨组的工作。"
# (person, colleague): the same colleagues as in the file of reviews.
PROPOSED = (("E1011", "peer"), ("E1004", "peer"))


def name_reviewers(sample: Sample) -> None:
    """Two people propose the colleagues who know their work; the managers agree."""
    for number, role in PROPOSED:
        known = {
            row["reviewer_no"]
            for row in sample.files["reviews"]
            if row["employee_no"] == number and row["role"] == role
        }
        for colleague in sorted(known):
            approve(sample, propose(sample, number, number, colleague))


def propose(sample: Sample, about: str, by: str, colleague: str, role: str = "peer"):
    """One person names a colleague for somebody (or oneself)."""
    values = {
        "evaluation_id": sample.evaluations()[about].id,
        "role": role,
        "reviewer_id": sample.employee(colleague).id,
        "note": WHY,
    }
    return sample.as_person(by)[NOMINATION].create(values)


def approve(sample: Sample, nomination) -> None:
    """The manager of the person agrees."""
    manager = nomination.sudo().manager_id.barcode
    nomination.with_env(sample.as_person(manager)).action_approve()
