"""During the quarter: feedback between colleagues, and risks that somebody saw coming.

The files hold neither; these are words of the demo alone.
"""

from . import mapping
from .sample import Sample

FEEDBACK, RISK = "hr.performance.feedback", "hr.performance.risk"
TEAMWORK, QUALITY = "hr_performance.dimension_teamwork", "hr_performance.dimension_quality"


def see_risks(sample: Sample) -> None:
    """An employee names a risk, and the manager puts a plan against it."""
    sample.on("2024-08-20")
    risk = _name_risk(sample, "E1011", "G029", "促销季工单激增，晚间无人值守，响应时效可能回升。")
    sample.on("2024-08-21")
    risk = risk.with_env(sample.as_person("E1010"))
    risk.write(
        {
            "plan": "9月起安排两人轮值晚班，优先处理超过24小时的工单；积压超过50件时请研发部支援。",
            "owner_id": sample.employee("E1010").id,
            "due": "2024-09-06",
        }
    )
    risk.action_handle()


def see_late_risk(sample: Sample) -> None:
    """A risk of the department's goal, without a plan yet."""
    sample.on("2024-09-05")
    _name_risk(
        sample, "E1002", "G003", "两家大客户把订单推迟到第四季度，部门销售额可能缺口300万元。"
    )


def _name_risk(sample: Sample, number: str, goal: str, cause: str):
    env = sample.as_person(number)
    values = {
        "goal_id": sample.record(mapping.GOAL.format(goal)).id,
        "cause": cause,
        "probability": 4,
        "impact": 4,
    }
    return env[RISK].create(values)


def praise(sample: Sample) -> None:
    """A colleague of another department gives feedback, which the person opens."""
    sample.on("2024-08-12")
    feedback = _give(
        sample,
        ("E1004", "E1011"),
        dimension=TEAMWORK,
        visibility="manager",
        text="上周两个客户的售后问题，你当天就给了我处理结果，我在客户那里很有底气。如果能把处理进度写进共享表，我们就不用再打电话问了。",
    )
    feedback.action_give()
    sample.on("2024-08-13")
    feedback.with_env(sample.as_person("E1011")).action_read()


def ask(sample: Sample) -> None:
    """Two people ask; one has the answer and has not opened it, the other still waits."""
    sample.on("2024-09-10")
    asked = _ask(
        sample, ("E1004", "E1011"), QUALITY, "我写的工单记录，销售同事看得明白吗？缺什么？"
    )
    _ask(sample, ("E1004", "E1002"), TEAMWORK, "每周例会的方式对你开展工作有帮助吗？哪里可以更好？")
    sample.on("2024-09-11")
    answer = asked.with_env(sample.as_person("E1004"))
    answer.text = "处理过程写得清楚，客户原话也在。缺的是下一步谁负责、什么时候回复客户。"
    answer.action_give()


def _give(sample: Sample, people: tuple[str, str], dimension: str, **values):
    env = sample.as_person(people[0])
    return env[FEEDBACK].create(_envelope(sample, people, dimension) | values)


def _ask(sample: Sample, people: tuple[str, str], dimension: str, question: str):
    env = sample.as_person(people[1])
    envelope = _envelope(sample, people, dimension)
    asked = env[FEEDBACK].create({**envelope, "question": question})
    asked.action_ask()
    return asked


def _envelope(sample: Sample, people: tuple[str, str], dimension: str) -> dict[str, object]:
    giver, receiver = people
    return {
        "giver_id": sample.employee(giver).id,
        "receiver_id": sample.employee(receiver).id,
        "dimension_id": sample.record(dimension).id,
    }
