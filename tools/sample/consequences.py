"""After the publication: what follows from results, and what is done for people.

The files hold none of it; these are words of the demo alone.
"""

from .sample import Sample

# Outcomes by the number of the person: approved and done, approved, dismissed with a reason.
DONE = {"E1012": "11月起参加客户服务骨干培养项目，导师王芳。"}
APPROVED = ("E1003", "E1021")
DISMISSED = {"E1035": "9月已离职，不纳入高潜力人才库。"}

# The plan of somebody who missed two standards, led by the manager named here.
WEAK, LEADER = "E1031", "E1027"
EXPECTATION = "每批产品按工艺要求自检并记录，差错率回到标准以内。"
DETAILS = {
    "expectation": EXPECTATION,
    "goal_ids": [
        (
            0,
            0,
            {
                "name": "差错率降到0.5%以内",
                "measure": "质检系统周平均差错率",
                "unit": "%",
                "baseline": 0.8,
                "target": 0.5,
                "lower_is_better": True,
                "date_due": "2024-12-13",
            },
        ),
        (
            0,
            0,
            {
                "name": "每班自检记录完整",
                "measure": "有自检记录的班次占比",
                "unit": "%",
                "baseline": 60,
                "target": 100,
                "date_due": "2024-11-29",
            },
        ),
    ],
    "task_ids": [
        (0, 0, {"kind": "action", "name": "每天下班前列出未完成的工单", "date_due": "2024-12-13"}),
        (0, 0, {"kind": "milestone", "name": "连续两周差错率低于0.6%", "date_due": "2024-11-22"}),
        (
            0,
            0,
            {
                "kind": "support",
                "name": "质检工具操作培训两小时",
                "responsible": "manager",
                "date_due": "2024-11-08",
            },
        ),
    ],
}
EVIDENCE = "8月12日、9月3日、9月20日三个批次因漏检返工，见质检系统返工单。"
# Week by week: values of the two goals, the support, the employee's own words. The last week is
# left open: the demo shows a plan that is running.
CHECKINS = (
    ((0.78, 65), "讲解了自检表的填写方法。", "自检表项目多，夜班来不及填。"),
    ((0.72, 80), "完成质检工具培训两小时；自检表从18项精简到11项。", ""),
    ((0.61, 90), "安排老员工刘平同班带教两天。", "带教后知道先检哪几项了。"),
    ((0.58, 95), "与设备组协调，校准了2号线的量具。", ""),
    ((0.52, 100), "每天晨会用五分钟看前一天的差错。", "有信心在月内达标。"),
)


def settle(sample: Sample) -> None:
    """HR approves and dismisses; some proposals still wait."""
    sample.on("2024-10-28")
    wanted = {*DONE, *APPROVED, *DISMISSED}
    outcomes = sample.as_hr()["hr.performance.outcome"].search([("state", "=", "proposed")])
    for outcome in outcomes.filtered(lambda one: one.employee_id.barcode in wanted):
        number = outcome.employee_id.barcode
        if number in DISMISSED:
            outcome.action_dismiss(DISMISSED[number])
            continue
        outcome.action_approve()
        if number in DONE:
            outcome.action_finish(DONE[number])


def improve(sample: Sample) -> None:
    """A plan from two missed standards: drafted, approved, acknowledged, followed every week."""
    sample.on("2024-10-29")
    manager = sample.as_person(LEADER)
    action = sample.evaluations()[WEAK].with_env(manager).action_draft_pip()
    plan = manager["hr.performance.pip"].browse(action["res_id"])
    plan.standard_ids.filtered(lambda one: not one.is_proven).write({"evidence": EVIDENCE})
    plan.write({**DETAILS, "date_start": "2024-11-04", "date_end": "2024-12-15"})
    plan.action_submit()
    sample.on("2024-10-30")
    plan.with_env(sample.as_hr()).action_approve()
    plan.with_env(sample.as_person(WEAK)).action_acknowledge("内容已阅读，愿意按计划改进。")
    _follow_up(sample, plan)


def _follow_up(sample: Sample, plan) -> None:
    """Each week the manager records the check-in, and the employee adds own words."""
    for checkin, (values, support, words) in zip(plan.checkin_ids, CHECKINS, strict=False):
        sample.on(checkin.date_due)
        lines = checkin.line_ids.sorted(lambda one: one.goal_id.id)
        for line, value in zip(lines, values, strict=True):
            reached = line.goal_id._reaches(value)
            line.write({"value": value, "standing": "reached" if reached else "on_track"})
        checkin.write({"support_given": support, "summary": "逐项核对目标进展和自检记录。"})
        if words:
            checkin.with_env(sample.as_person(WEAK)).employee_words = words
        checkin.action_hold()
    support = plan.task_ids.filtered(lambda one: one.kind == "support")
    support.write({"done_on": "2024-11-14", "result": "两小时，含上机练习"})


def develop(sample: Sample) -> None:
    """Two development plans: one agreed and on its way, one that waits for the manager."""
    sample.on("2024-12-09")
    plan = _plan(
        sample,
        "E1004",
        track="expert",
        employee_view="想在两年内独立负责大客户。",
        action_ids=[
            _action("跟随经理参加两次大客户谈判", "mentoring", "2024-12-31"),
            _action("完成商务谈判课程", "course", "2025-03-31"),
            _action("在部门例会上分享老客户转介绍的做法", "sharing", "2025-01-31"),
        ],
    )
    manager = plan.with_env(sample.as_person("E1002"))
    manager.action_propose()
    manager.manager_view = "客户关系是强项，谈判准备还要更系统。"
    plan.action_agree()
    manager.action_agree()
    sample.on("2024-12-18")
    plan.action_ids[0].write(
        {"done_on": "2024-12-17", "result": "参加了两次，第二次主讲报价部分。"}
    )
    waiting = _plan(
        sample,
        "E1011",
        track="management",
        employee_view="希望带一个小组，先从带新人开始。",
        action_ids=[_action("带教一名新员工三个月", "task", "2025-02-28")],
    )
    waiting.action_agree()


def _plan(sample: Sample, number: str, **values):
    """A plan that its person begins."""
    plan = sample.as_person(number)["hr.performance.development.plan"]._open_for(
        sample.employee(number)
    )
    plan.write(values)
    return plan


def _action(name: str, kind: str, due: str):
    return (0, 0, {"name": name, "kind": kind, "date_due": due})
