"""From the start of the evaluation to the published coefficients."""

from itertools import groupby

from odoo.exceptions import UserError

from . import mapping
from .planning import sign_as_employee
from .reader import Row
from .sample import ADMINISTRATOR, OFFICER, Sample

NO_GOALS = "档案中没有该员工本季度的目标"
DISAGREE = {
    "E1013": "九月已调到销售部，响应时效目标没有按两个部门分开计算。",
    "E1030": "八月设备停机两周，产量目标没有相应调整。",
}
SILENT = ("E1016", "E1035")
# In the order in which people answer; the manager comes last and knows all the others.
ROLES = ("self", "peer", "report", "manager")


def start(sample: Sample) -> None:
    """Start the evaluation; take out those for whom no goals were recorded."""
    sample.on("2024-10-08")
    cycle = sample.cycle
    sample.run(cycle.with_env(sample.as_hr()).action_evaluate())
    for number, evaluation in sample.evaluations().items():
        if evaluation.state != "evaluating" and not evaluation.goal_ids:
            evaluation.with_env(sample.as_hr(number)).action_cancel(NO_GOALS)
    sample.run(cycle.with_env(sample.as_hr(OFFICER)).action_evaluate())


def review(sample: Sample) -> None:
    """Ask the reviewers of the file, then let each of them answer."""
    groups = _group(sample.files["reviews"])
    for day, roles in (("2024-10-09", ROLES[:1]), ("2024-10-10", ROLES[1:3]), ("2024-10-11", ROLES[3:])):
        sample.on(day)
        for rows in groups:
            if rows[0]["role"] in roles:
                _answer(sample, rows)
    for row in sample.files["reviews"]:
        if row["role"] not in ROLES:
            sample.report.reject(row, "role", f"There is no role {row['role']}.")


def _group(rows: list[Row]) -> list[list[Row]]:
    """The rows of one reviewer about one person in one role make one review."""
    key = lambda row: (row["employee_no"], row["role"], row["reviewer_no"])
    return [list(ones) for _key, ones in groupby(sorted(rows, key=key), key)]


def _answer(sample: Sample, rows: list[Row]) -> None:
    """Fill in and submit one review; without a login, HR types in the paper."""
    about, reviewer = rows[0]["employee_no"], rows[0]["reviewer_no"]
    ...
