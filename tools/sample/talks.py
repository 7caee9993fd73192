"""Feedback talks after the release. The files hold none; these are words of the demo alone."""

from datetime import date

from .sample import Sample

# Who is on a business trip, and who forgot about it.
LATE, MISSING = "E1030", "E1033"
REACHED = 100
# (impact, improvement) for a goal that was reached, and for one that was not.
WORDS = {
    True: (
        "部门的季度目标因此有了把握，同事也来请教做法。",
        "把做法写成一页说明，11月的部门例会上分享给同事。",
    ),
    False: (
        "部门目标因此少完成一部分，其他同事要补上。",
        "每周一和经理核对进度，偏差超过10%时当天说明原因和补救办法。",
    ),
}


def prepare(sample: Sample) -> None:
    """Two people write down what they want to say; one of them shares it."""
    sample.on("2024-10-16")
    _write_note(
        sample,
        "E1004",
        achieved="新增客户超过了目标，老客户介绍帮了很大的忙。",
        wishes="想参加一次大客户谈判的培训。",
        shared=True,
    )
    _write_note(sample, "E1011", hindered="晚间工单太多，一个人处理不过来。")


def _write_note(sample: Sample, number: str, **values) -> None:
    talk = sample.evaluations()[number].talk_ids
    if env := sample.as_person(number):
        talk.with_env(env).note_id.write(values)


def hold(sample: Sample) -> None:
    """Each manager talks with each report in time, but for two."""
    sample.on("2024-10-18")
    for number, evaluation in sample.evaluations().items():
        if number not in (LATE, MISSING):
            _hold(sample, number, evaluation)


def follow_up(sample: Sample) -> None:
    """What the scheduler finds after the last day; one talk is made up for."""
    sample.on("2024-10-24")
    _hold(sample, LATE, sample.evaluations()[LATE])
    missing = sample.env["hr.performance.talk"].search([("state", "=", "planned")])
    missing.sudo()._with_pass()._follow_up(date(2024, 10, 24))


def _hold(sample: Sample, number: str, evaluation) -> None:
    """Write a point about one goal and close the record; with a login it is acknowledged."""
    talk = evaluation.talk_ids
    leader = talk.leader_id.sudo().barcode
    env = sample.as_person(leader) if leader else None
    goals = evaluation.goal_ids.filtered("is_measured").sorted("achievement")
    if not (talk and env and goals):
        return
    goal = goals[0]
    impact, improvement = WORDS[goal.achievement >= REACHED]
    env["hr.performance.talk.point"].create(
        {
            "talk_id": talk.id,
            "fact": f"第三季度“{goal.name}”完成了{goal.achievement:g}%。",
            "impact": impact,
            "improvement": improvement,
            "owner_id": evaluation.employee_id.id,
            "due": "2024-11-15",
        }
    )
    talk.with_env(env).action_hold()
    if person := sample.as_person(number):
        talk.with_env(person).action_acknowledge()
