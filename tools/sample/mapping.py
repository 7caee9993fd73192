"""Which column of which file goes into which field: the loader reads it, docs/import.md shows it.

Fields are written as Odoo's own import takes them: `employee_id/id` is an external ID. The files'
own numbers and codes become external IDs, so that one file can name a row of another.
"""

from dataclasses import dataclass

from .reader import Row

CYCLE = "__import__.cycle_2024Q3"
DEPARTMENT = "__import__.department_{}"
EMPLOYEE = "__import__.employee_{}"
USER = "__import__.user_{}"
GOAL = "__import__.goal_{}"
INDICATOR = "hr_performance.indicator_{}"


@dataclass(frozen=True)
class Column:
    """One column of a file; without a name, a value that is the same for all rows."""

    name: str
    field: str
    value: str = "{}"
    empty: str = ""  # what an empty cell stands for
    only: tuple[str, str] | None = None  # another column, and the value for which this one counts

    def cell(self, row: Row) -> str:
        if self.only and row[self.only[0]] != self.only[1]:
            return ""
        if not self.name:
            return self.value
        return self.value.format(row[self.name]) if row[self.name] else self.empty


@dataclass(frozen=True)
class Mapping:
    """Where the rows of a file go. A file may be read twice, when rows name later rows."""

    file: str
    model: str
    columns: tuple[Column, ...]

    @property
    def fields(self) -> list[str]:
        return [column.field for column in self.columns]

    @property
    def names(self) -> list[str]:
        """Columns of the file whose cells are data; numbers of the rows themselves are not."""
        data = (one.name for one in self.columns if one.name and one.field not in ("id", ".id"))
        return list(dict.fromkeys(data))

    def cells(self, row: Row) -> list[str]:
        return [column.cell(row) for column in self.columns]

    def column_of(self, field: str) -> str:
        """The file's name of a field; the import says `employee_id` for `employee_id/id`."""
        found = (one.name for one in self.columns if one.name and one.field.split("/")[0] == field)
        return next(found, "")


HOLIDAYS = Mapping(
    "holidays",
    "resource.calendar.leaves",
    (
        Column("name", "name"),
        Column("date_from", "date_from", "{} 00:00:00"),
        Column("date_to", "date_to", "{} 23:59:59"),
    ),
)
USERS = Mapping(
    "employees",
    "res.users",
    (Column("login", "id", USER), Column("login", "login"), Column("name", "name")),
)
# For a demo in which anyone may try any login.
USERS_WITH_PASSWORD = Mapping(
    USERS.file, USERS.model, (*USERS.columns, Column("login", "password"))
)
DEPARTMENTS = Mapping(
    "departments",
    "hr.department",
    (
        Column("code", "id", DEPARTMENT),
        Column("name", "name"),
        Column("parent_code", "parent_id/id", DEPARTMENT),
    ),
)
EMPLOYEES = Mapping(
    "employees",
    "hr.employee",
    (
        Column("employee_no", "id", EMPLOYEE),
        Column("employee_no", "barcode"),
        Column("name", "name"),
        Column("department_code", "department_id/id", DEPARTMENT),
        Column("job", "job_id"),
        Column("hire_date", "date_version"),
        Column("hire_date", "contract_date_start"),
        Column("login", "user_id/id", USER),
        Column("bonus_base", "performance_bonus_base"),
    ),
)
REPORTING_LINE = Mapping(
    "employees",
    "hr.employee",
    (Column("employee_no", "id", EMPLOYEE), Column("manager_no", "parent_id/id", EMPLOYEE)),
)
DEPARTMENT_HEADS = Mapping(
    "departments",
    "hr.department",
    (Column("code", "id", DEPARTMENT), Column("manager_no", "manager_id/id", EMPLOYEE)),
)
LEAVERS = Mapping(
    "employees",
    "hr.employee",
    (Column("employee_no", "id", EMPLOYEE), Column("leave_date", "contract_date_end")),
)
COEFFICIENTS = Mapping(
    "departments",
    "hr.performance.department.coefficient",
    (
        Column("", "cycle_id/id", CYCLE),
        Column("code", "department_id/id", DEPARTMENT),
        Column("coefficient", "coefficient"),
    ),
)
GOALS = Mapping(
    "goals",
    "hr.performance.goal",
    (
        Column("goal_ref", "id", GOAL),
        Column("", "cycle_id/id", CYCLE),
        Column("owner_type", "level"),
        Column("owner_ref", "department_id/id", DEPARTMENT, only=("owner_type", "department")),
        Column("owner_ref", "employee_id/id", EMPLOYEE, only=("owner_type", "employee")),
        Column("parent_ref", "parent_id/id", GOAL),
        Column("kind", "kind"),
        Column("title", "name"),
        Column("why", "why"),
        Column("metric", "metric"),
        Column("unit", "unit"),
        Column("method", "method"),
        Column("baseline", "baseline"),
        Column("target", "target"),
        Column("low", "low"),
        Column("high", "high"),
        Column("weight", "weight"),
        Column("date_start", "date_start"),
        Column("due", "date_due"),
        Column("confidence", "confidence"),
    ),
)
MEASUREMENTS = Mapping(
    "measurements",
    "hr.performance.measurement",
    (
        Column("goal_ref", "goal_id/id", GOAL),
        Column("date", "date"),
        Column("value", "value"),
        Column("source", "source"),
    ),
)
INDICATOR_VALUES = Mapping(
    "indicator_values",
    "hr.performance.measurement",
    (
        Column("", "cycle_id/id", CYCLE),
        Column("employee_no", "employee_id/id", EMPLOYEE),
        Column("indicator", "indicator_id/id", INDICATOR),
        Column("value", "value"),
        Column("date", "date"),
        Column("source", "source"),
    ),
)
# The lines of a review are there when a reviewer opens it; the loader finds each row's `line` by
# reviewer, role, person and dimension. Empty points mean that the reviewer cannot judge.
REVIEW_LINES = Mapping(
    "reviews",
    "hr.performance.review.line",
    (
        Column("line", ".id"),
        Column("points", "answer", "points", empty="cannot_judge"),
        Column("points", "points"),
        Column("comment", "comment"),
    ),
)
