"""Appeals against results: one changes a grade, one does not. Words of the demo alone."""

from .sample import ADMINISTRATOR, Sample

APPEAL = "hr.performance.appeal"
REVIEWER = "E1027"  # head of a department that has no part in these judgements
EXAMINED = {
    "standard_ok": "no",
    "standard_note": "同部门得分相近的同事按调岗前后分段计算，这里按整个季度计算。",
    "data_ok": "yes",
    "procedure_ok": "yes",
}
KEPT = {"standard_ok": "yes", "data_ok": "yes", "procedure_ok": "yes"}


def appeal(sample: Sample) -> None:
    """Two of those who did not agree appeal; somebody independent decides in time."""
    sample.on("2024-10-18")
    changed = file(
        sample,
        "E1013",
        "standard",
        "九月已调到销售部，客服目标仍按整个季度计算，和其他调岗同事不一样。",
    )
    kept = file(sample, "E1030", "data", "八月设备停机六天，产量数据没有扣除停机时间。")
    sample.on("2024-10-21")
    assign(sample, changed, REVIEWER)
    assign(sample, kept, ADMINISTRATOR)
    sample.on("2024-10-22")
    grades = changed.sudo().evaluation_id.rating_ids.scale_id.grade_ids.sorted("min_score")
    now = changed.sudo().evaluation_id.rating_ids.grade_id
    better = grades.filtered(lambda one: one.min_score > now.min_score)[:1]
    _settle(
        sample,
        changed,
        EXAMINED,
        (
            "upheld",
            "调岗后的九月应按销售目标计算。按分段计算后达到上一级标准，等级相应调整。",
            better,
        ),
    )
    _settle(
        sample,
        kept,
        KEPT,
        (
            "rejected",
            "停机时间在八月的测量值中已经扣除，记录附在数据来源里；同班组的计算方式相同。",
            None,
        ),
    )


def file(sample: Sample, number: str, grounds: str, explanation: str):
    """The person files an appeal by the dialog."""
    env = sample.as_person(number)
    evaluation = sample.evaluations()[number].with_env(env)
    wizard = env["hr.performance.file.appeal.wizard"].create(
        {"evaluation_id": evaluation.id, "grounds": grounds, "explanation": explanation}
    )
    return env[APPEAL].browse(wizard.action_apply()["res_id"])


def assign(sample: Sample, appeal, reviewer: str) -> None:
    """HR names an independent reviewer."""
    env = sample.as_hr()
    env["hr.performance.assign.appeal.wizard"].create(
        {"appeal_id": appeal.id, "reviewer_id": sample.employee(reviewer).id}
    ).action_apply()


def _settle(sample: Sample, appeal, findings: dict, decision: tuple) -> None:
    """The reviewer examines, then decides with reasons."""
    outcome, answer, grade = decision
    env = sample.as_person(appeal.sudo().reviewer_id.barcode)
    appeal.sudo().file_ids.with_env(env).write(findings)
    env["hr.performance.decide.appeal.wizard"].create(
        {
            "appeal_id": appeal.id,
            "outcome": outcome,
            "answer": answer,
            "grade_id": grade.id if grade else False,
        }
    ).action_apply()
