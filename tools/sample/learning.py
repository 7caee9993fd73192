"""Guides that managers know, and what the company learns from its quarter.

The files hold none of it; these are words of the demo alone.
"""

from odoo.fields import Command

from .sample import Sample

# These heads have confirmed to know the guides before they evaluated; the others had not.
KNOW = ("E1002", "E1010", "E1027")
HEADS = ("E1002", "E1010", "E1018", "E1027")
FINDINGS = (
    ("goals", "部分目标没有写基线，难以判断难度", "季度初没有调取历史数据", True),
    ("standards", "创新改进的打分在各部门之间差异大", "对“采纳”的口径理解不同", False),
    ("coaching", "9月的一对一面谈比7月少", "季末交付集中，面谈被推迟", False),
    ("good", "个人目标都签字后才开始执行，没有补签", "", False),
)
# (which finding, what, who, until, done)
ACTIONS = (
    (0, "人力资源部在制定目标前提供上一年同期数据", "E1037", "2024-12-20", False),
    (1, "统一“建议被采纳”的认定口径，写入评估标准手册", "E1036", "2024-12-31", False),
    (2, "各部门在季度第一周排好一对一面谈日程", "E1002", "2024-11-29", True),
)
MINUTES = (
    "<p>与会者逐项看了数据。大家认为目标制定比上一季度认真，但基线数据不足。</p>"
    "<ul><li>下一周期起，没有基线的指标目标不予签字。</li>"
    "<li>创新改进的采纳口径由人力资源部统一。</li></ul>"
)
CHANGE = "新增：每个指标目标写明基线和数据来源。"


def acknowledge(sample: Sample) -> None:
    """Some of the managers read and acknowledge the guides in force."""
    sample.on("2024-10-08")
    for number in KNOW:
        env = sample.as_person(number)
        versions = env["hr.performance.guide.version"].search([("state", "=", "published")])
        versions.action_acknowledge()


def look_back(sample: Sample) -> None:
    """HR holds the retrospective with the heads; a new version of a guide comes out of it."""
    sample.on("2024-11-12")
    officer = sample.as_hr()
    retrospective = officer["hr.performance.retrospective"].create(
        {
            "cycle_id": sample.cycle.id,
            "participant_ids": [Command.set([sample.employee(head).id for head in HEADS])],
        }
    )
    findings = _find(sample, retrospective)
    retrospective.minutes = MINUTES
    retrospective.action_hold()
    for index, name, owner, due, _done in ACTIONS:
        retrospective.action_ids = [
            Command.create(
                {
                    "finding_id": findings[index].id,
                    "name": name,
                    "owner_id": sample.employee(owner).id,
                    "due": due,
                }
            )
        ]
    _write_guide(officer, findings[0])
    _finish(sample, retrospective)


def _find(sample: Sample, retrospective):
    """Write the findings down; one names the guide that has to change."""
    guide = sample.record("hr_performance.guide_goals")
    return retrospective.finding_ids.create(
        [
            {
                "retrospective_id": retrospective.id,
                "category_id": sample.record(f"hr_performance.finding_category_{category}").id,
                "name": name,
                "cause": cause,
                "guide_id": guide.id if changes else False,
            }
            for category, name, cause, changes in FINDINGS
        ]
    )


def _write_guide(officer, finding) -> None:
    """The draft stays a draft: HR puts it in force before the next cycle."""
    action = finding.action_write_guide()
    version = officer["hr.performance.guide.version"].browse(action["res_id"])
    version.change = CHANGE


def _finish(sample: Sample, retrospective) -> None:
    sample.on("2024-11-28")
    for action, (_finding, _name, owner, _due, done) in zip(
        retrospective.action_ids.sorted("id"), ACTIONS, strict=True
    ):
        if done:
            action.with_env(sample.as_person(owner)).action_finish()
