"""Before the quarter: what the company wants to change, and the meeting that made goals of it.

The files hold no strategy; these are words of the demo alone.
"""

from odoo.fields import Command

from . import mapping
from .sample import Sample

# name -> (who stands for it, why now, the goals of the company that follow it)
THEMES = {
    "稳定增长": (
        "E1002",
        "上半年收入完成全年目标的47%，第三季度要补上差距，守住大客户。",
        ("G001",),
    ),
    "贴近客户": (
        "E1010",
        "客户投诉集中在响应慢。今年的方向是让客户更快得到答复，从售后流程做起。",
        ("G002",),
    ),
}
MEETING = {
    "name": "2024年第三季度战略解码会",
    "start": "2024-06-27 01:00:00",  # nine o'clock in the company's time zone
    "duration": 3.0,
    "agenda": "<p>上半年回顾；第三季度两个战略主题；公司目标与部门承接</p>",
}
MINUTES = (
    "<p>确定两个主题：稳定增长、贴近客户。</p>"
    "<ul><li>公司收入目标5000万元，销售部承接3000万元。</li>"
    "<li>客户满意度从85分提升至90分，由客户服务部牵头，研发部配合处理产品问题。</li>"
    "<li>各部门7月4日前与员工签署绩效目标。</li></ul>"
)
CHAIR = "E1001"
SUMS = ("G001", "G003")  # sales add up from department to department, and from person to person
# number of the goal -> (who helps from another department, and with what)
HELP = {
    "G002": ("E1018", "每周五前答复客户投诉中的产品问题，8月底发布修复版本"),
    "G029": ("E1024", "工单涉及产品缺陷时，4小时内给出初步结论"),
}


def decode(sample: Sample) -> None:
    """HR writes the themes down and invites; after the meeting it adds the minutes."""
    sample.on("2024-06-26")
    officer = sample.as_hr()
    officer["hr.performance.theme"].create(
        [
            {
                "name": name,
                "description": why,
                "owner_id": sample.employee(owner).id,
                "cycle_id": sample.cycle.id,
            }
            for name, (owner, why, _goals) in THEMES.items()
        ]
    )
    heads = [row["manager_no"] for row in sample.files["departments"]]
    meeting = officer["hr.performance.strategy.meeting"].create(
        {
            **MEETING,
            "cycle_id": sample.cycle.id,
            "facilitator_id": sample.employee(CHAIR).id,
            "participant_ids": [Command.set([sample.employee(head).id for head in set(heads)])],
        }
    )
    meeting.action_plan()
    sample.on("2024-06-28")
    meeting.minutes = MINUTES


def follow(sample: Sample) -> None:
    """HR notes which goal of the company follows which theme; all came out of the meeting."""
    officer = sample.as_hr()
    domain = [("cycle_id", "=", sample.cycle.id)]
    meeting = officer["hr.performance.strategy.meeting"].search(domain)
    for theme in officer["hr.performance.theme"].search(domain):
        _owner, _why, numbers = THEMES[theme.name]
        for number in numbers:
            goal = sample.record(mapping.GOAL.format(number)).with_env(officer)
            goal.write({"theme_id": theme.id, "strategy_meeting_id": meeting.id})
    for number in SUMS:
        sample.record(mapping.GOAL.format(number)).with_env(officer).is_additive = True


def ask_for_help(sample: Sample) -> None:
    """Goals that need somebody from another department name who helps, and with what."""
    officer = sample.as_hr()
    for number, (helper, task) in HELP.items():
        goal = sample.record(mapping.GOAL.format(number)).with_env(officer)
        goal.contributor_ids = sample.employee(helper)
        goal.contribution_ids.task = task
        goal.contribution_ids.activity_ids.action_feedback()
