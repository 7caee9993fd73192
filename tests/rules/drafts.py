"""Goals as people write them: one that passes the SMART check, in two languages, and a bare one."""

from dataclasses import replace
from datetime import date

from odoo.addons.hr_performance.rules.achievement import Method
from odoo.addons.hr_performance.rules.smart import Draft, Thresholds, check

LIMITS = Thresholds()
GOOD = Draft(
    name="Raise the customer satisfaction score from 85 to 90 in Q3 2024 by optimising the"
    " after-sales response process",
    method=Method.PROGRESS,
    metric="Customer satisfaction score",
    unit="points",
    baseline=85,
    target=90,
    date_start=date(2024, 7, 1),
    date_due=date(2024, 9, 30),
    cycle_start=date(2024, 7, 1),
    cycle_end=date(2024, 9, 30),
    serves=True,
    why="Satisfied customers order again, and repeat orders carry our turnover.",
)
GOOD_HAN = replace(
    GOOD,
    name="通过优化售后响应流程，在2024年第三季度将客户满意度评分从85分提升至90分",
    metric="客户满意度评分",
    unit="分",
    why="满意的客户会复购，复购支撑部门的营业额。",
)
BARE = Draft(
    name="", method=Method.RATIO_HIGHER, date_start=GOOD.date_start, date_due=GOOD.date_due
)


def codes(draft, letter=None, thresholds=LIMITS):
    """What the check finds, of one letter or of all."""
    found = check(draft, thresholds)
    return [one.code for one in found if letter in (None, one.letter)]
