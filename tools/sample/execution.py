"""During the quarter: measured values, a transfer, a leaver, the figures of the indicators."""

from . import mapping
from .reader import Row
from .sample import ADMINISTRATOR, OFFICER, Sample


def measure(sample: Sample, day: str, last: bool = False) -> None:
    """Enter what was measured before this day and is not entered yet; at the end, all the rest.

    A value of a month waits for the goal of somebody who joined later.
    """
    sample.on(day)
    owners = {row["goal_ref"]: row for row in sample.files["goals"]}
    due = [
        row
        for row in sample.files["measurements"]
        if not sample.report.is_settled(row) and (last or _is_due(sample, row, day))
    ]
    for env, rows in _by_user(sample, due, owners).items():
        sample.load(mapping.MEASUREMENTS, env, rows)


def _is_due(sample: Sample, row: Row, day: str) -> bool:
    return row["date"] < day and bool(sample.record(mapping.GOAL.format(row["goal_ref"])))


def _by_user(sample: Sample, rows: list[Row], owners: dict[str, Row]) -> dict:
    """Rows by the environment of who enters them: the owner's manager, HR for shared goals."""
    by_user: dict = {}
    for row in rows:
        owner = owners.get(row["goal_ref"])
        manager = None
        if owner and owner["owner_type"] == "employee":
            manager = sample.employee(owner["owner_ref"]).parent_id.barcode
        env = sample.as_person(manager) if manager else sample.as_hr()
        by_user.setdefault(env, []).append(row)
    return by_user


def enter_indicators(sample: Sample) -> None:
    """HR enters the figures, and the administrator those of the officer."""
    rows = sample.files["indicator_values"]
    own = [row for row in rows if row["employee_no"] == OFFICER]
    sample.load(mapping.INDICATOR_VALUES, sample.as_hr(), [row for row in rows if row not in own])
    sample.load(mapping.INDICATOR_VALUES, sample.as_hr(OFFICER), own)


def transfer(sample: Sample, day: str) -> None:
    """Move those who change their department on this day, as a new version of the employee."""
    sample.on(day)
    administrator = sample.as_person(ADMINISTRATOR)
    for row in sample.files["transfers"]:
        if row["date"] != day:
            continue
        employee = sample.employee(row["employee_no"]).with_env(administrator)
        department = sample.record(mapping.DEPARTMENT.format(row["to_department"]))
        employee.create_version({"date_version": day, "department_id": department.id})
        employee.parent_id = sample.employee(row["new_manager_no"])
        sample.report.keep(row)


def leave(sample: Sample, day: str) -> None:
    """End the contract of those who leave on this day."""
    sample.on(day)
    rows = [row for row in sample.files["employees"] if row["leave_date"] == day]
    sample.load(mapping.LEAVERS, sample.as_person(ADMINISTRATOR), rows)
