"""The sample company while its quarter is lived through: its clock, people, files and report."""

from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path

from .loading import load
from .mapping import CYCLE, EMPLOYEE, Mapping
from .reader import Row, read
from .report import Report

FILES = (
    "coaching",
    "departments",
    "employees",
    "goals",
    "holidays",
    "indicator_values",
    "measurements",
    "reviews",
    "transfers",
)
# Who has which part in HR; nobody in HR acts on the own file, so there are two.
OFFICER, ADMINISTRATOR, PAYROLL = "E1037", "E1036", "E1039"
AUDITOR = "auditor"


class Sample:
    """What the steps share. `clock.move_to` says which day it is."""

    def __init__(self, env, folder: Path, clock, **settings) -> None:
        self.env = env
        self.clock = clock
        self.lang = settings.get("lang", "en_US")
        self.today = settings.get("today")
        self.cycle_name = CYCLE
        self.with_passwords = settings.get("with_passwords", False)
        self.report = Report()
        self.files = {name: read(folder, name) for name in FILES}
        self.company = env["res.company"]
        self._records: dict[str, object] = {}

    @cached_property
    def people(self) -> dict[str, Row]:
        """Rows of the employees by their number."""
        return {row["employee_no"]: row for row in self.files["employees"]}

    def on(self, day: date | str) -> None:
        """Let it be the morning of this day, in the company's time zone."""
        self._note()
        self.clock.move_to(f"{day} 02:00:00")

    @contextmanager
    def in_cycle(self, name: str):
        """Do something in another cycle than the one of the files."""
        before, self.cycle_name = self.cycle_name, name
        try:
            yield
        finally:
            self.cycle_name = before

    def _note(self) -> None:
        """Write what the records' threads say of the last steps, with their own day and author.

        Odoo collects it until the end of a transaction, and all this happens in one.
        """
        self.env.cr.flush()

    # Users

    def as_user(self, user):
        """The environment of one user, as the web client gives it."""
        self._note()
        own = user.with_user(user).context_get()  # asked as this user: language and time zone
        context = {**own, "allowed_company_ids": self.company.ids}
        return self.env(user=user.id, su=False, context=context)

    def as_person(self, number: str):
        """The environment of an employee; None for somebody without a login."""
        user = self.employee(number).sudo().user_id
        return self.as_user(user) if user else None

    def as_hr(self, number: str = ""):
        """The environment of HR, for the file of this employee."""
        return self.as_person(ADMINISTRATOR if number == OFFICER else OFFICER)

    # Records by the numbers of the files

    def record(self, external_id: str):
        """The record with this external ID; nothing when its row was kept out."""
        found = self._records.get(external_id)
        if found is None:
            found = self.env.ref(external_id, raise_if_not_found=False)
            self._records[external_id] = found
        return found

    def employee(self, number: str):
        return self.record(EMPLOYEE.format(number)) or self.env["hr.employee"]

    @property
    def cycle(self):
        return self.record(self.cycle_name)

    def evaluations(self):
        """Evaluations of the cycle by the number of the employee."""
        found = self.env["hr.performance.evaluation"].search([("cycle_id", "=", self.cycle.id)])
        return {one.employee_id.barcode: one for one in found}

    # Work

    def load(self, mapping: Mapping, env, rows: list[Row] | None = None, **context) -> list[Row]:
        """Import rows of a file (all, if not said) as the user of `env`."""
        model = env[mapping.model].with_context(**context)
        return load(model, mapping, self.files[mapping.file] if rows is None else rows, self.report)

    def run(self, action) -> None:
        """Note what a job of the cycle could not do; `action` opens the job."""
        job = self.env[action["res_model"]].browse(action["res_id"])
        self.report.failed += [f"{job.name} – {one.reason}" for one in job.failure_ids]
