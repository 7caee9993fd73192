import base64

import psycopg2

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import PerformanceCase

PIXEL = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
).decode()


@tagged("post_install", "-at_install")
class TestSignature(PerformanceCase):
    """Who signs what, and that a signature stays as it was given (P7, G4)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)
        self.goal = self.add_goal(self.evaluation)
        self.agreement = self.evaluation.agreement_id
        self.as_user(self.agreement, self.employee).action_submit()

    def dialog(self, person, **values):
        """The signing dialog as this person fills it in."""
        wizards = self.as_user(self.env["hr.performance.sign.wizard"], person)
        return wizards.create(
            {
                "res_model": "hr.performance.agreement",
                "res_id": self.agreement.id,
                "digest": self.agreement.frozen_digest,
                "method": "typed",
                "typed_name": person.name,
                **values,
            }
        )

    def test_signatures_cannot_be_changed_or_deleted(self):
        """G4: append-only for every role, the superuser included."""
        signature = self.sign(self.agreement, self.employee, "employee")
        for who in (signature.sudo(), self.as_user(signature, self.admin)):
            with self.assertRaises(UserError):
                who.write({"comment": "I never said so"})
            with self.assertRaises(UserError):
                who.unlink()

    def test_signatures_cannot_be_changed_by_sql(self):
        """G4: UPDATE, DELETE and TRUNCATE are refused by the database itself."""
        self.sign(self.agreement, self.employee, "employee")
        self.env.flush_all()
        for statement in (
            "UPDATE hr_performance_signature SET comment = 'x'",
            "DELETE FROM hr_performance_signature",
            "TRUNCATE hr_performance_signature CASCADE",
        ):
            with (
                self.subTest(statement=statement),
                mute_logger("odoo.sql_db"),
                self.assertRaisesRegex(psycopg2.Error, "kept for good"),
                self.cr.savepoint(),
            ):
                self.cr.execute(statement)

    def test_nobody_creates_a_signature_by_hand(self):
        """P7: a signature comes only from signing; not by create, import or forged context."""
        given = self.sign(self.agreement, self.employee, "employee")
        vals = given.copy_data()[0] | {"role": "manager", "signer_id": self.manager.user_id.id}
        for person in (self.employee, self.officer, self.admin):
            signatures = self.as_user(self.env["hr.performance.signature"], person)
            with self.assertRaises(AccessError):
                signatures.with_context(hr_performance_signing=True).create(vals)
        with self.assertRaisesRegex(AccessError, "only from a step"):
            self.env["hr.performance.signature"].sudo().create(vals)

    def test_nobody_signs_for_somebody_else(self):
        """P7: neither colleague, manager nor HR signs as the employee, nor the reverse."""
        for person, role in (
            (self.manager, "employee"),
            (self.officer, "employee"),
            (self.officer, "manager"),
            (self.employee, "manager"),
        ):
            with self.assertRaisesRegex(UserError, "nobody signs for somebody else"):
                self.sign(self.agreement, person, role)
        with self.assertRaises(AccessError):
            self.sign(self.agreement, self.colleague, "employee")
        self.assertFalse(self.agreement.signature_ids)

    def test_nobody_signs_twice(self):
        """P7: one signature per side and version."""
        self.sign(self.agreement, self.employee, "employee")
        with self.assertRaisesRegex(UserError, "signed by this side already"):
            self.sign(self.agreement, self.employee, "employee")

    def test_changed_content_is_not_signed(self):
        """P7: the digest of what the signer saw must be that of the document now."""
        seen = self.agreement.frozen_digest
        self.as_user(self.agreement, self.manager).action_send_back("A higher target, please")
        self.as_user(self.goal, self.employee).target = 120
        self.as_user(self.agreement, self.employee).action_submit()
        with self.assertRaisesRegex(UserError, "changed since you opened it"):
            self.dialog(self.manager, digest=seen).action_apply()
        with self.assertRaisesRegex(UserError, "changed since you opened it"):
            self.dialog(
                self.officer,
                digest=seen,
                on_behalf=True,
                proof=PIXEL,
                proxy_reason="No computer",
            ).action_apply()

    def test_signatures_before_a_return_do_not_count(self):
        """P7: after a return both sign again; the old signature stays readable."""
        first = self.sign(self.agreement, self.employee, "employee")
        self.as_user(self.agreement, self.manager).action_send_back("One word is missing")
        with self.at("2024-07-02"):
            self.as_user(self.agreement, self.employee).action_submit()
        self.assertEqual(self.agreement._get_awaited_roles(), {"employee", "manager"})
        self.sign(self.agreement, self.manager, "manager")
        self.assertEqual(self.agreement.state, "submitted")
        self.sign(self.agreement, self.employee, "employee")
        self.assertEqual(self.agreement.state, "signed")
        self.assertIn(first, self.agreement.signature_ids)

    def test_nothing_goes_back_without_a_reason(self):
        """P7: whoever sends goals back says why; colleagues and the auditor cannot."""
        for person in (self.employee, self.manager, self.officer):
            with self.assertRaisesRegex(UserError, "Please give a reason"):
                self.as_user(self.agreement, person).action_send_back(" ")
        with self.assertRaisesRegex(UserError, "is up to"):
            self.as_user(self.agreement, self.auditor).action_send_back("Look again")
        with self.assertRaises(AccessError):
            self.as_user(self.agreement, self.colleague).action_send_back("Look again")
        self.assertEqual(self.agreement.state, "submitted")

    def test_goals_are_not_signed_in_disagreement(self):
        """P7: whoever does not agree with the goals sends them back."""
        with self.assertRaisesRegex(UserError, "send .* back with the reason"):
            self.dialog(self.employee, decision="disagree", comment="No").action_apply()

    def test_paper_signature(self):
        """P7, G7: only an HR officer, only for the employee, with the paper and the reason."""
        paper = {"on_behalf": True, "proof": PIXEL, "proxy_reason": "No computer"}
        for person in (self.manager, self.employee):
            with self.assertRaisesRegex(UserError, "Only an HR officer"):
                self.dialog(person, **paper).action_apply()
        for missing in ("proof", "proxy_reason"):
            with self.assertRaisesRegex(UserError, "needs the signed paper and the reason"):
                self.dialog(self.officer, **{**paper, missing: False}).action_apply()
        self.dialog(self.officer, **paper).action_apply()
        signature = self.agreement.signature_ids
        self.assertEqual(signature.method, "paper")
        self.assertEqual(signature.on_behalf_id, self.employee)
        self.assertEqual(signature.signer_id, self.officer.user_id)

    def test_no_paper_for_the_manager(self):
        """P7, G7: a manager signs on the screen; HR enters no paper of theirs."""
        paper = {"method": "paper", "proof": PIXEL, "proxy_reason": "On leave"}
        with self.assertRaisesRegex(UserError, "only for the employee"):
            self.sign(self.agreement, self.officer, "manager", **paper)
        self.assertFalse(self.agreement.signature_ids)

    def test_tampered_content_is_not_signed(self):
        """P7, G4: what was changed in the database after it was put up carries no signature."""
        self.env.flush_all()
        self.cr.execute(
            "UPDATE hr_performance_agreement SET frozen_content ="
            " replace(frozen_content, '100', '999') WHERE id = %s",
            [self.agreement.id],
        )
        self.agreement.invalidate_recordset()
        with self.assertRaisesRegex(UserError, "does not match its digest"):
            self.sign(self.agreement, self.employee, "employee")
        self.assertFalse(self.agreement.signature_ids)

    def test_officer_enters_no_paper_for_the_own_file(self):
        """G1: not even with a proof."""
        own = self.launch(self.cycle, self.officer)
        self.add_goal(own)
        self.agreement = own.agreement_id
        self.as_user(self.agreement, self.officer).action_submit()
        with self.assertRaisesRegex(UserError, "never for themselves"):
            self.dialog(
                self.officer, on_behalf=True, proof=PIXEL, proxy_reason="Quicker"
            ).action_apply()

    def test_drawn_and_typed(self):
        """P7: a drawn signature has an image, a typed one is the user's own name."""
        with self.assertRaisesRegex(UserError, "draw your signature"):
            self.dialog(self.employee, method="drawn").action_apply()
        with self.assertRaisesRegex(UserError, "type your name"):
            self.dialog(self.employee, typed_name="Manager").action_apply()
        self.assertIn("Employee", self.dialog(self.employee).name_hint)
        self.dialog(self.employee, method="drawn", image=PIXEL).action_apply()
        self.dialog(self.manager, typed_name=" Manager ").action_apply()
        self.assertEqual(self.agreement.signature_ids.mapped("method"), ["drawn", "typed"])
        self.assertTrue(self.agreement.signature_ids[0].image)
        self.assertEqual(self.agreement.state, "signed")

    def test_foreign_dialogs(self):
        """P7: the dialog of another user is neither readable nor usable."""
        dialog = self.dialog(self.employee)
        with self.assertRaises(AccessError):
            self.as_user(dialog, self.colleague).read(["typed_name"])
        with self.assertRaises(AccessError):
            self.as_user(dialog, self.colleague).action_apply()
        with self.assertRaises(AccessError):
            self.dialog(self.colleague).action_apply()
        with self.assertRaises(AccessError):
            self.dialog(self.colleague).read(["document_name"])
