"""An appeal against a released result, step by step."""

from freezegun import freeze_time

from ..common import PerformanceCase

NOTE = "The sales of May were booked in June"


class AppealStory:
    """To be mixed into a test case: each step by the one who takes it."""

    def live_to_release(self, people=None, **values):
        """Released on Tuesday, 8 October 2024; graded Good."""
        self.company.resource_calendar_id.tz = "UTC"
        self.cycle = self.create_cycle(**values)
        self.evaluations = self.live_through(self.cycle, people or self.employee, answer=None)
        return self.evaluations[:1]

    def file(self, evaluation=None, by=None, documents=None, received=None, **values):
        evaluation = self.as_user(evaluation or self.evaluation, by or self.employee)
        return self.as_user(self.env["hr.performance.appeal"], by or self.employee)._file(
            evaluation,
            {"grounds": "data", "explanation": NOTE, **values},
            documents or self.env["ir.attachment"],
            received,
        )

    def upload(self, by=None, **values):
        """A file as the dialog uploads it: of its user, on no record yet."""
        return self.as_user(self.env["ir.attachment"], by or self.employee).create(
            {"name": "books.txt", "raw": b"May: 110", **values}
        )

    def assign(self, appeal, reviewer=None, by=None, reason=None):
        self.as_user(appeal, by or self.officer)._assign(reviewer or self.stranger, reason)
        return appeal

    def examine(self, appeal, by=None, **answers):
        file = self.as_user(appeal.sudo().file_ids, by or self.stranger)
        file.write({"standard_ok": "yes", "data_ok": "yes", "procedure_ok": "yes", **answers})
        return file

    def settle(self, appeal, outcome="upheld", code="EX", by=None, answer="May counts for May"):
        scale = self.cycle.template_id.scale_id
        grade = scale._get_grade(code) if code else None
        self.as_user(appeal, by or self.stranger)._settle(outcome, answer, grade)
        return appeal

    def decided(self, outcome="upheld", code="EX", evaluation=None, by=None):
        """An appeal filed the day after the release, and decided the day after that."""
        with self.at("2024-10-09"):
            appeal = self.file(evaluation, by)
            self.assign(appeal)
        with self.at("2024-10-10"):
            self.examine(appeal)
            self.settle(appeal, outcome, code)
        return appeal


class AppealCase(AppealStory, PerformanceCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Lived through once for all tests; each test takes back what it does.
        teller = cls.__new__(cls)
        cls.evaluation = teller.live_to_release()
        cls.cycle = teller.cycle

    def moment(self, text):
        """The clock at a moment (UTC)."""
        return freeze_time(text)
