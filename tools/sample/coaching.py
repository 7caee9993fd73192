"""Talks between managers and their reports, recorded by the managers themselves."""

from odoo.exceptions import UserError

from .reader import Row
from .sample import Sample

TALK, POINT = "hr.performance.coaching", "hr.performance.coaching.point"
RESOURCE_KIND = "process"


def talk(sample: Sample, held: str, recorded: str) -> None:
    """Record the talks of one day; the employees who have a login acknowledge on the same day."""
    rows = [row for row in sample.files["coaching"] if row["date"] == held]
    sample.on(recorded)
    talks = {row["employee_no"]: _record(sample, row) for row in rows}
    for number, record in talks.items():
        env = sample.as_person(number)
        if record and env:
            record.with_env(env).action_acknowledge()


def _record(sample: Sample, row: Row):
    """The talk of this row, None when the manager's entry is refused."""
    env = sample.as_person(row["manager_no"])
    try:
        with sample.env.cr.savepoint():
            record = env[TALK].create(_values(sample, env, row))
            record.action_hold()
    except UserError as error:
        sample.report.reject(row, "", str(error))
        return None
    sample.report.keep(row)
    return record


def _values(sample: Sample, env, row: Row) -> dict[str, object]:
    employee = sample.employee(row["employee_no"])
    values = {
        "kind": row["kind"],
        "employee_id": employee.id,
        "leader_id": sample.employee(row["manager_no"]).id,
        "date": row["date"],
        "held_on": row["date"],
    }
    if row["problem"] and not _is_open(env, employee, row):
        values["point_ids"] = [(0, 0, _problem(sample, row))]
    return values


def _is_open(env, employee, row: Row) -> bool:
    """Whether the problem came up before: then it is carried over, not raised again."""
    domain = [
        ("employee_id", "=", employee.id),
        ("problem", "=", row["problem"]),
        ("state", "=", "open"),
    ]
    return bool(env[POINT].search_count(domain, limit=1))


def _problem(sample: Sample, row: Row) -> dict[str, object]:
    kind = row["classification"]
    return {
        "problem": row["problem"],
        "classification": kind,
        "resource_kind": RESOURCE_KIND if kind == "resource" else False,
        "solution": row["solution"],
        "owner_id": sample.employee(row["owner_no"]).id,
        "due": row["due"],
    }


def count(sample: Sample) -> None:
    """What the scheduler does every night: which of the expected talks took place."""
    sample.cycle.evaluation_ids._refresh_talks()
