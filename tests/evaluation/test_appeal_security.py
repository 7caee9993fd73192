from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .appeal_common import NOTE, AppealCase
from .channels import ChannelsCase

ROLES = (
    "employee", "colleague", "manager", "boss", "stranger", "officer", "admin", "payroll",
    "auditor", "foreign",
)  # fmt: skip
# Rights on the appeal of `employee`, in the order above; `stranger` is the independent reviewer.
MATRIX = {
    ("filed", "appeal"):              "r    -    -    -    -    r    r    -    r    -",
    ("filed", "appeal.file"):         "-    -    -    -    -    r    r    -    r    -",
    ("filed", "appeal.statement"):    "-    -    rw   -    -    r    r    -    r    -",
    ("under_review", "appeal"):       "r    -    -    -    r    r    r    -    r    -",
    ("under_review", "appeal.file"):  "-    -    -    -    rw   r    r    -    r    -",
    ("under_review", "appeal.statement"):
                                      "-    -    rw   -    r    r    r    -    r    -",
    ("decided", "appeal"):            "r    -    -    -    r    r    r    -    r    -",
    ("decided", "appeal.file"):       "-    -    -    -    rw   r    r    -    r    -",
    ("decided", "appeal.statement"):  "-    -    rw   -    r    r    r    -    r    -",
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestAppealSecurity(ChannelsCase, AppealCase):
    """A2, G1: who reads an appeal, and what nobody else learns."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Everybody may export, so that only the rules stand in the way.
        everybody = cls.env.ref("base.group_user")
        everybody.implied_ids |= cls.env.ref("base.group_allow_export")
        elsewhere = cls.env["res.company"].create({"name": "Elsewhere"})
        groups = ("group_administrator", "group_payroll", "group_auditor")
        names = ",".join(f"hr_performance.{group}" for group in groups)
        cls.foreign = cls.person("foreign", names, company=elsewhere)

    def rights(self, record, person):
        seen = self.as_user(self.env[record._name].browse(record.id), person)
        self.env.invalidate_all()
        rights = {"r": "read", "w": "write", "c": "create", "u": "unlink"}
        found = "".join(key for key, right in rights.items() if seen.has_access(right))
        if "r" in found:
            self.assertTrue(seen.read(), "all fields, as an export or a form reads them")
        else:
            self.assertHidden(record, person, ["display_name", "employee_id"])
        for call in (seen.unlink, lambda: seen.write({"employee_id": False})):
            with self.assertRaises(AccessError):
                call()
        return found or "-"

    def check(self, moment, appeal):
        records = {
            "appeal": appeal,
            "appeal.file": appeal.sudo().file_ids,
            "appeal.statement": appeal.sudo().statement_ids,
        }
        for name, record in records.items():
            expected = dict(zip(ROLES, MATRIX[moment, name].split(), strict=True))
            with self.subTest(moment=moment, record=name):
                found = {role: self.rights(record, getattr(self, role)) for role in ROLES}
                self.assertEqual(found, expected)

    def test_matrix(self):
        """A2, G1: person, HR, reviewer and auditor read it; the manager what is for the manager."""
        with self.at("2024-10-09"):
            appeal = self.file()
            self.check("filed", appeal)
            self.assign(appeal)
            self.check("under_review", appeal)
            self.examine(appeal)
            self.settle(appeal)
            self.check("decided", appeal)

    def test_the_reviewer_reads_nothing_else(self):
        """A2: being the reviewer opens the file of the appeal, no evaluation, review or grade."""
        before = self.opened(self.stranger)
        with self.at("2024-10-09"):
            appeal = self.assign(self.file())
            self.assertTrue(self.as_user(appeal.sudo().file_ids, self.stranger).content_html)
            self.assertEqual(self.opened(self.stranger), before)
            for record in (
                self.evaluation,
                self.evaluation.rating_ids,
                self.evaluation.rating_ids.change_ids[:1],
                self.evaluation.review_ids[:1],
                self.evaluation.goal_ids,
                self.evaluation.goal_ids.measurement_ids,
                self.evaluation.agreement_id,
            ):
                self.assertHidden(record, self.stranger)
            self.assertNoPath(
                self.stranger, "hr.performance.appeal", "evaluation_id.rating_ids.score", ">", 0
            )
        with self.at("2024-10-10"):
            self.examine(appeal)
            self.settle(appeal)
        self.assertEqual(self.opened(self.stranger), before)

    def opened(self, person):
        self.env.invalidate_all()
        names = ("evaluation", "review", "review.line", "rating", "rating.line", "rating.change",
                 "measurement", "agreement", "signature", "talk", "result")  # fmt: skip
        return {
            name: self.as_user(self.env[f"hr.performance.{name}"], person).search_count([])
            for name in names
        }

    def test_another_reviewer(self):
        """A2: whoever reviews no longer reads nothing any more."""
        with self.at("2024-10-09"):
            appeal = self.assign(self.file())
            self.assign(appeal, self.officer, by=self.admin, reason="On leave")
        self.assertHidden(appeal, self.stranger, ["explanation"])
        self.assertHidden(appeal.sudo().file_ids, self.stranger, ["data_note"])

    def test_what_the_manager_learns(self):
        """A2: that there is an appeal and how it ended; not what it says, by no channel."""
        with self.at("2024-10-09"):
            appeal = self.assign(self.file())
        self.assertHidden(appeal, self.manager, ["explanation", "grounds"])
        self.assertNoPath(self.manager, "hr.performance.appeal", "explanation", "ilike", "May")
        statement = self.as_user(appeal.sudo().statement_ids, self.manager)
        self.assertEqual((statement.appeal_state, statement.answer), ("under_review", False))
        self.assertNotIn(NOTE, str(statement.read()))
        for name in ("explanation", "grounds"):
            with self.assertRaises(AccessError):
                statement.appeal_id.read([name])
            with self.assertRaises(AccessError):
                statement.export_data([f"appeal_id/{name}"])
        evaluation = self.as_user(self.evaluation, self.manager)
        self.assertFalse(evaluation.appeal_ids)
        self.assertFalse(evaluation.shown_appeal_id)

    def test_an_auditor_who_judged(self):
        """A2, G1: being an auditor opens no appeal against the own judgement; any other, yes."""
        with self.at("2024-10-09"):
            appeal = self.assign(self.file())
        parts = {
            appeal: "explanation",
            appeal.sudo().file_ids: "data_note",
            appeal.sudo().statement_ids: "appeal_state",
        }
        for part in parts:
            self.assertVisible(part, self.auditor)
        self.evaluation.sudo()._with_pass().write({"manager_id": self.auditor.id})
        self.env.invalidate_all()
        for part, name in parts.items():
            self.assertHidden(part, self.auditor, [name])

    def test_messages(self):
        """A2: what person, HR and reviewer write to each other reaches nobody else."""
        with self.at("2024-10-09"):
            appeal = self.assign(self.file())
        words = "One more page"
        self.as_user(appeal, self.employee).message_post(body=words)
        with self.assertRaises(AccessError):
            self.as_user(appeal, self.manager).read(["message_ids"])
        with self.assertRaisesRegex(UserError, "may not read this record"):
            self.as_user(appeal, self.officer).message_post(
                body=words, partner_ids=self.manager.user_id.partner_id.ids
            )

    def test_the_file_is_written_by_the_reviewer(self):
        """A2: nobody else fills in the checklist; the reviewer writes nothing but that."""
        with self.at("2024-10-09"):
            appeal = self.assign(self.file())
        file = appeal.sudo().file_ids
        for person in (self.officer, self.admin, self.employee, self.manager, self.auditor):
            with self.assertRaises(AccessError):
                self.as_user(file, person).write({"data_ok": "yes"})
        for name in ("frozen_content", "appeal_id", "company_id", "frozen_digest"):
            with self.assertRaises(AccessError):
                self.as_user(file, self.stranger).write({name: False})
        for person in (self.officer, self.manager):
            with self.assertRaises(UserError):  # AccessError too
                self.as_user(file, person).action_ask_statement()
        statement = appeal.sudo().statement_ids
        with self.assertRaises(AccessError):
            self.as_user(statement, self.manager).write({"asked_at": "2024-10-09"})

    def test_withdrawn_closes_the_file(self):
        """A2: after the withdrawal the file shows nothing any more."""
        with self.at("2024-10-09"):
            appeal = self.assign(self.file())
            self.as_user(appeal, self.employee).action_withdraw()
        self.env.invalidate_all()
        self.assertFalse(self.as_user(appeal.sudo().file_ids, self.stranger).content_html)

    def test_dialogs(self):
        """G1: the dialogs open for nobody who may not read the appeal."""
        with self.at("2024-10-09"):
            appeal = self.assign(self.file())
        for name, values in (
            ("decide", {"outcome": "rejected", "answer": "x"}),
            ("assign", {"reviewer_id": self.officer.id}),
        ):
            for person in (self.manager, self.colleague, self.foreign):
                dialogs = self.as_user(self.env[f"hr.performance.{name}.appeal.wizard"], person)
                with self.assertRaises(AccessError):
                    dialogs.create({"appeal_id": appeal.id, **values})
