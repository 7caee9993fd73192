"""The evaluation: started by HR, each reviewer answers, results are released."""

from itertools import groupby

from odoo.exceptions import UserError

from . import mapping
from .reader import Row
from .sample import OFFICER, Sample

NO_GOALS = "档案中没有该员工本季度的目标"
# Who answers on which day; the manager comes last and knows all the others.
DAYS = {
    "2024-10-09": ("self",),
    "2024-10-10": ("peer", "report"),
    "2024-10-11": ("manager",),
}


def start(sample: Sample) -> None:
    """Start the evaluation; take out those for whom no goals were recorded.

    The officer's own file waits for the administrator.
    """
    sample.on("2024-10-08")
    sample.run(sample.cycle.with_env(sample.as_hr()).action_evaluate())
    for number, evaluation in sample.evaluations().items():
        if not evaluation.goal_ids:
            evaluation.with_env(sample.as_hr(number)).action_cancel(NO_GOALS)
    sample.run(sample.cycle.with_env(sample.as_hr(OFFICER)).action_evaluate())


def review(sample: Sample) -> None:
    """Ask the reviewers of the file, then let each of them answer."""
    evaluations = sample.evaluations()
    groups = _group(sample.files["reviews"])
    for day, roles in DAYS.items():
        sample.on(day)
        for rows in groups:
            if rows[0]["role"] in roles:
                _answer(sample, evaluations, rows)
    known = [role for roles in DAYS.values() for role in roles]
    for row in sample.files["reviews"]:
        if row["role"] not in known:
            sample.report.reject(row, "role", f"{row['role']} is not a role of reviewers.")


def _group(rows: list[Row]) -> list[list[Row]]:
    """The rows of one reviewer about one person in one role make one review."""

    def key(row: Row) -> tuple[str, str, str]:
        return row["employee_no"], row["role"], row["reviewer_no"]

    return [list(ones) for _key, ones in groupby(sorted(rows, key=key), key)]


def _answer(sample: Sample, evaluations: dict, rows: list[Row]) -> None:
    """Fill in and submit one review; without a login, HR types in the paper."""
    about, reviewer = rows[0]["employee_no"], rows[0]["reviewer_no"]
    for column, known in (("employee_no", evaluations), ("reviewer_no", sample.people)):
        if rows[0][column] not in known:
            return _reject(sample, rows, column, f"{rows[0][column]} is not in the cycle.")
    try:
        with sample.env.cr.savepoint():
            asked = _ask(sample, evaluations[about], rows[0])
    except UserError as error:
        return _reject(sample, rows, "employee_no", str(error))
    asked = asked.with_env(sample.as_person(reviewer) or sample.as_hr(about))
    if sample.load(mapping.REVIEW_LINES, asked.env, _with_lines(sample, asked, rows)):
        asked.action_submit()
    return None


def _reject(sample: Sample, rows: list[Row], column: str, reason: str) -> None:
    for row in rows:
        sample.report.reject(row, column, reason)


def _ask(sample: Sample, evaluation, row: Row):
    """The review that this reviewer has to write; HR asks those who are not asked yet."""
    reviewer = sample.employee(row["reviewer_no"])
    asked = evaluation.review_ids.filtered(
        lambda one: one.role == row["role"] and one.reviewer_id == reviewer
    )
    return asked or sample.as_hr(row["employee_no"])["hr.performance.review"].create(
        {"evaluation_id": evaluation.id, "role": row["role"], "reviewer_id": reviewer.id}
    )


def _with_lines(sample: Sample, asked, rows: list[Row]) -> list[Row]:
    """The rows with the line that each of them fills in."""
    lines = {line.dimension_id.code: line.id for line in asked.line_ids}
    found = []
    for row in rows:
        if row["dimension"] not in lines:
            reason = f"{row['dimension']} is not judged in this review."
            sample.report.reject(row, "dimension", reason)
            continue
        found.append(row.but("line", str(lines[row["dimension"]])))
    return found


def release(sample: Sample) -> None:
    """Close the evaluation and let everybody read the own result."""
    sample.on("2024-10-15")
    cycle = sample.cycle
    cycle.with_env(sample.as_hr()).action_calibrate()
    for env in (sample.as_hr(), sample.as_hr(OFFICER)):
        sample.run(cycle.with_env(env).action_release())
