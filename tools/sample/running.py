"""The quarter that is being worked on at the day of the demo: values come in, some goals are at
risk, and somebody has a plan. Words of the demo alone."""

from datetime import date, timedelta

from .agreeing import agree
from .goals import SALES, SERVICE, Quarter
from .sample import Sample

RUNNING = "__import__.cycle_running_quarter"
TALK, RISK = "hr.performance.coaching", "hr.performance.risk"
# How far each person is against the time used, in percent, one after the other.
PACE = (104, 96, 58, 101, 88, 99, 66, 110)
DOUBTS = (
    ("E1004", 3, "两家重点客户推迟了采购决定，本季度可能赶不上。"),
    ("E1011", 6, "新知识库上线晚了两周。"),
    ("E1012", 2, "夜班缺两个人，紧急工单只能排队。"),
)


def go_on(sample: Sample) -> None:
    """From the first day of the newest quarter to yesterday."""
    last = Quarter(sample.today - timedelta(days=1))
    start = last.end + timedelta(days=1)
    end = _get_end(start)
    _open_cycle(sample, start, end)
    with sample.in_cycle(RUNNING):
        launched = agree(sample, start, SALES, SERVICE)
        yesterday = min(last.yesterday, end)
        half = start + (yesterday - start) / 2
        _measure(sample, start, end, half)
        _talk(sample, launched[::2], half)
        _measure(sample, start, end, yesterday)
        _doubt(sample)
        _see_risks(sample, yesterday)
        sample.env[RISK]._watch(sample.cycle)
        sample.cycle.evaluation_ids._refresh_talks()


def _get_end(start: date) -> date:
    later = start + timedelta(days=100)
    return date(later.year, later.month, 1) - timedelta(days=1)


def _open_cycle(sample: Sample, start: date, end: date) -> None:
    sample.on(start)
    number = (start.month + 2) // 3
    values = {
        "id": RUNNING,
        "name": f"{start.year}年第{'一二三四'[number - 1]}季度",
        "code": f"{start.year}Q{number}",
        "date_start": str(start),
        "date_end": str(end),
        "template_id/.id": str(sample.env.ref("hr_performance.template_standard").id),
        "bonus_code": "QUARTER",
        "payout_from": str(end + timedelta(days=1)),
        "payout_to": str(_get_end(end + timedelta(days=1))),
        "planning_due": str(start + timedelta(days=7)),
        "self_due": str(end + timedelta(days=9)),
        "manager_due": str(end + timedelta(days=12)),
    }
    sample.as_hr()["hr.performance.cycle"].load(list(values), [list(values.values())])


def _measure(sample: Sample, start: date, end: date, day: date) -> None:
    """Everybody enters how far they are; the manager does it for who has no login."""
    sample.on(day)
    elapsed = ((day - start).days + 1) / ((end - start).days + 1)
    for place, (number, evaluation) in enumerate(sorted(sample.evaluations().items())):
        env = sample.as_person(number) or sample.as_person(evaluation.manager_id.barcode)
        share = PACE[place % len(PACE)] / 100
        env["hr.performance.measurement"].create(
            [
                {
                    "goal_id": goal.id,
                    "date": day,
                    "value": round(_get_value(goal, share, elapsed), 1),
                    "source": "业务系统",
                }
                for goal in evaluation.goal_ids
            ]
        )


def _get_value(goal, share: float, elapsed: float) -> float:
    """The value of somebody who is so far: a rate has its whole target on every day."""
    if goal.method == "ratio_lower":
        return goal.target / share
    return goal.baseline + (goal.target - goal.baseline) * share * elapsed


def _talk(sample: Sample, numbers: list[str], day: date) -> None:
    """The managers have talked to some; the others wait, which their overview says."""
    evaluations = sample.evaluations()
    for number in numbers:
        manager = evaluations[number].manager_id
        record = sample.as_person(manager.barcode)[TALK].create(
            {
                "kind": "one_on_one",
                "employee_id": evaluations[number].employee_id.id,
                "leader_id": manager.id,
                "date": day,
                "held_on": day,
                "wins": "进度与目标基本一致，客户反馈良好。",
            }
        )
        record.action_hold()


def _doubt(sample: Sample) -> None:
    """Some say that they are less sure than at the beginning."""
    for number, confidence, why in DOUBTS:
        goal = sample.evaluations()[number].goal_ids[:1]
        sample.as_person(number)["hr.performance.goal.confidence"].create(
            {"goal_id": goal.id, "confidence": confidence, "note": why}
        )


def _see_risks(sample: Sample, day: date) -> None:
    """One risk is entered by hand; for another the manager has a plan."""
    evaluations = sample.evaluations()
    sample.as_person("E1004")[RISK].create(
        {
            "goal_id": evaluations["E1004"].goal_ids[:1].id,
            "cause": "主要竞争对手在华东区降价15%。",
            "probability": 4,
            "impact": 4,
        }
    )
    found = evaluations["E1012"].goal_ids.risk_ids.filtered(lambda one: one.state == "open")[:1]
    handled = found.with_env(sample.as_person("E1010"))
    handled.write(
        {
            "plan": "从白班临时抽调两人支援夜班，两周后复查排队时长。",
            "owner_id": evaluations["E1014"].employee_id.id,
            "due": day + timedelta(days=14),
        }
    )
    if handled:
        handled.action_handle()
