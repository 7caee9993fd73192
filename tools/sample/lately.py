"""Newer cycles that are still under way on the day of the demo. Words of the demo alone.

In one, a department has its results and somebody appealed yesterday, while managers calibrate
another department. In the other, reviewers are named and asked, and many answers are missing.
"""

from datetime import date, timedelta

from . import answers, appealing, calibrating, talent
from .agreeing import agree, get_department
from .goals import ENGINEERING, SALES, SERVICE, Quarter
from .sample import ADMINISTRATOR, Sample
from .signing import sign_as_employee

LAST, ROUND = "__import__.cycle_last_quarter", "__import__.cycle_round"
# What the managers give, person by person, and how far the first goal went, in percent.
POINTS = (113, 97, 91, 104, 86, 112, 95, 101, 78)
SETTLED = "系统工单有两天没有导入，按工单明细核对后以测量值为准。"


def go_on(sample: Sample) -> None:
    """The quarter before today, up to yesterday."""
    quarter = Quarter(sample.today - timedelta(days=1))
    _open_cycles(sample, quarter)
    with sample.in_cycle(LAST):
        _plan(sample, quarter, SERVICE, ENGINEERING)
    with sample.in_cycle(ROUND):
        _plan(sample, quarter, SALES)
        answers.ask_colleagues(sample)
    with sample.in_cycle(LAST):
        _judge(sample, quarter.before(7), SERVICE)
        _release(sample, quarter)
        _judge(sample, quarter.before(3), ENGINEERING)
        _calibrate(sample, quarter)
        talent.judge_again(sample)
        talent.look_again(sample)
        _appeal(sample, quarter)
        _plan_talks(sample)
    with sample.in_cycle(ROUND):
        answers.give_some(sample)


# Planning


def _open_cycles(sample: Sample, quarter: Quarter) -> None:
    sample.on(quarter.start)
    officer = sample.as_hr()
    shared = {
        "date_start": str(quarter.start),
        "date_end": str(quarter.end),
        "planning_due": str(quarter.start + timedelta(days=7)),
    }
    standard = sample.env.ref("hr_performance.template_standard")
    template = _create_template(sample)
    cycles = (
        {
            "id": LAST,
            "name": quarter.name,
            "code": f"{quarter.start.year}Q{(quarter.start.month + 2) // 3}",
            "template_id/.id": str(standard.id),
            "bonus_code": "QUARTER",
            "payout_from": str(quarter.end + timedelta(days=1)),
            "payout_to": str(quarter.end + timedelta(days=90)),
            "self_due": str(quarter.before(9)),
            "manager_due": str(quarter.before(6)),
        },
        {
            "id": ROUND,
            "name": f"{quarter.name}360度评估",
            "code": f"{quarter.start.year}Q{(quarter.start.month + 2) // 3}-360",
            "template_id/.id": str(template.id),
            "bonus_code": "ROUND",
            "self_due": str(quarter.before(-4)),
            "manager_due": str(quarter.before(-11)),
        },
    )
    for values in cycles:
        values = {**values, **shared}
        officer["hr.performance.cycle"].load(list(values), [list(values.values())])


def _create_template(sample: Sample):
    """A template that also asks direct reports, the manager above and customers."""
    standard = sample.env.ref("hr_performance.template_standard")
    roles = (
        {"role": "manager", "weight": 45},
        {"role": "second", "weight": 10},
        {"role": "peer", "weight": 25, "minimum": 3, "maximum": 5},
        {"role": "report", "weight": 5},
        {"role": "other", "weight": 10, "minimum": 1, "maximum": 3},
        {"role": "self", "weight": 5},
    )
    template = standard.with_env(sample.as_person(ADMINISTRATOR)).copy({"role_ids": False})
    template.write(
        {
            "name": "360度评估（含下属、跨部门与客户）",
            "role_ids": [(5, 0, 0), *((0, 0, role) for role in roles)],
        }
    )
    return template


def _plan(sample: Sample, quarter: Quarter, *departments: str) -> None:
    """Goals that serve one goal of the company, agreed and measured."""
    agree(sample, quarter.start, *departments)
    officer = sample.as_hr()
    sample.on(quarter.end)
    for place, evaluation in enumerate(sample.evaluations().values()):
        _measure(sample, quarter, evaluation, POINTS[place % len(POINTS)])
    sample.on(max(quarter.before(12), quarter.end + timedelta(days=1)))
    sample.run(sample.cycle.with_env(officer).action_evaluate())


def _measure(sample: Sample, quarter: Quarter, evaluation, percent: int) -> None:
    """The manager enters what came out."""
    manager = sample.as_person(evaluation.manager_id.barcode)
    for goal in evaluation.goal_ids:
        share = percent / 100
        value = {
            "ratio_lower": goal.target / share,
            "ratio_higher": goal.target * share,
            "progress": goal.baseline + (goal.target - goal.baseline) * share,
        }[goal.method]
        manager["hr.performance.measurement"].create(
            {
                "goal_id": goal.id,
                "date": quarter.end,
                "value": round(value, 1),
                "source": "业务系统",
            }
        )


# The quarter that is judged


def _judge(sample: Sample, day: date, department: str) -> None:
    """Everybody of a department writes the own review, then the manager."""
    sample.on(day)
    judged = [
        one for one in sample.evaluations().values() if get_department(sample, one) == department
    ]
    for evaluation in judged:
        answers.give(
            sample,
            answers.get_review(evaluation, "self"),
            102,
            "目标基本完成，知识库更新得不够及时。",
        )
    for place, evaluation in enumerate(judged):
        review = answers.get_review(evaluation, "manager")
        answers.give(sample, review, POINTS[place % len(POINTS)], "工作扎实，数据与记录一致。")


def _release(sample: Sample, quarter: Quarter) -> None:
    """The service department reads its results; the other one is not judged yet."""
    sample.on(quarter.before(3))
    deviating = sample.evaluations()["E1012"].sudo().verification_ids
    for one in deviating.filtered(lambda one: one.state == "deviates"):
        one.with_env(sample.as_person("E1010")).action_settle(SETTLED)
    cycle = sample.cycle.with_env(sample.as_hr())
    cycle.action_calibrate()
    cycle.action_release()


def _calibrate(sample: Sample, quarter: Quarter) -> None:
    """A session about the engineers that is open: one was moved, the others wait."""
    sample.on(quarter.before(2))
    judged = calibrating.find(sample, ENGINEERING)
    start = f"{quarter.before(1)} 06:00:00"
    session = calibrating.prepare(sample, f"研发部校准会议 {quarter.name}", judged, start)
    best, second = calibrating.get_best_grades(sample)
    down = judged.rating_ids.filtered(lambda one: one.grade_id == best).sorted("score")[:1]
    calibrating.give_opinions(sample, session, down.evaluation_id)
    sample.on(quarter.before(1))
    session.action_open()
    if down:
        calibrating.move(sample, session, "E1018", down, second, calibrating.DOWN)


def _appeal(sample: Sample, quarter: Quarter) -> None:
    """One person agrees; two appeal, and the clock of the appeals runs."""
    sample.on(quarter.before(1))
    sign_as_employee(sample, sample.evaluations()["E1014"], "E1014")
    sample.on(quarter.yesterday)
    appeal = appealing.file(
        sample,
        "E1011",
        "data",
        "晚班工单的响应时间按自然小时计算，白班按工作小时计算，口径不一致。",
    )
    appealing.assign(sample, appeal, appealing.REVIEWER)
    appealing.file(sample, "E1012", "standard", "同样的响应时效，隔壁小组评为“优秀”。")


def _plan_talks(sample: Sample) -> None:
    """The manager has put the first talks into the calendars."""
    manager = sample.as_person("E1010")
    for days, number in enumerate(("E1014", "E1015"), start=2):
        talk = sample.evaluations()[number].talk_ids.with_env(manager)
        talk.start = f"{sample.today + timedelta(days=days)} 06:00:00"
        talk.action_plan()
