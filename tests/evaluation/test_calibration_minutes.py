import hashlib
import json

from psycopg2 import Error

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ...rules.digest import digest
from .calibration_common import CalibrationCase


@tagged("post_install", "-at_install")
class TestCalibrationMinutes(CalibrationCase):
    """E8, G4: the minutes are frozen at the approval, for those who may read all of them."""

    def setUp(self):
        super().setUp()
        self.env = self.env(context={**self.env.context, "force_report_rendering": True})
        self.peer = self.person("peer", parent_id=self.boss.id)
        self.first, self.second = self.judged(self.employee + self.colleague)
        self.calibration = self.session(
            self.first + self.second, participants=self.manager + self.peer
        )
        self.hr = self.as_user(self.calibration, self.officer)
        self.hr.action_open()
        self.hr.minutes = "<p>Compared the key accounts</p>"
        self.move(self.calibration, self.first, self.excellent, reason="Carries a region")
        self.hr.action_approve()
        self.env.invalidate_all()

    def rows(self):
        return self.env["hr.performance.calibration.minutes"].search(
            [("calibration_id", "=", self.calibration.id)]
        )

    def pdf(self, person):
        self.env.invalidate_all()
        return self.as_user(self.calibration, person)._get_verified_pdf()

    def test_frozen_at_the_approval(self):
        """E8, G4: people, grades, moves and words, with their SHA-256."""
        row = self.rows()
        content = json.loads(row.content)
        self.assertEqual(row.digest, digest(content))
        self.assertEqual(self.calibration.minutes_digest, row.digest)
        self.assertEqual([one["name"] for one in content["moves"]], ["Employee"])
        self.assertIn("key accounts", content["minutes"])
        self.assertEqual(row.user_id, self.officer.user_id)

    def test_pdf_stays(self):
        """E8, G4: the PDF says what was approved, whatever is renamed afterwards."""
        with self.allow_pdf_render():
            before = self.pdf(self.manager)
            self.assertTrue(before.startswith(b"%PDF-"))
            sha = hashlib.sha256(before).hexdigest()
            self.assertEqual(self.calibration.minutes_pdf_sha256, sha)
            self.excellent.name = "Splendid"
            self.assertEqual(self.pdf(self.peer), before)
        report = self.as_user(self.env["ir.actions.report"], self.manager)
        html, _kind = report._render_qweb_html(
            "hr_performance.calibration_minutes", self.calibration.ids
        )
        self.assertIn(self.calibration.minutes_digest, html.decode())
        self.assertNotIn("Splendid", html.decode())

    def test_not_for_who_is_discussed_or_does_not_see_all(self):
        """E8, E7: not for the people in it, nor for somebody who leads no more all of them."""
        for person in (self.employee, self.stranger, self.payroll):
            with self.assertRaises(AccessError):
                self.pdf(person)
        self.peer.parent_id = self.colleague
        with self.assertRaisesRegex(UserError, "no approved minutes that you may read"):
            self.pdf(self.peer)

    def test_rows_are_nobodys(self):
        """E8, G4: read through the session alone; auditors read them; nobody changes them."""
        row = self.rows()
        for person in (self.manager, self.officer, self.admin):
            with self.assertRaises(AccessError):
                self.as_user(row, person).read(["content"])
        self.assertTrue(self.as_user(row, self.auditor).content)
        with self.assertRaises(AccessError):
            self.as_user(row, self.auditor).write({"content": "{}"})
        with self.assertRaises(UserError):
            row.write({"content": "{}"})
        with (
            self.assertRaisesRegex(Error, "kept for good"),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute("UPDATE hr_performance_calibration_minutes SET content = '{}'")
        with self.assertRaises(UserError):
            self.hr.write({"minutes_digest": "0"})

    def test_changed_pdf_is_refused(self):
        """G4: a file that was changed by the way of the database is not shown as approved."""
        with self.allow_pdf_render():
            self.pdf(self.manager)
            self.calibration.sudo()._get_pdf(self.rows()).raw = b"%PDF-other"
            with self.assertRaisesRegex(UserError, "changed outside the process"):
                self.pdf(self.manager)

    def test_changed_content_is_refused(self):
        """G4: minutes that were changed past the trigger are not printed as approved."""
        table = "hr_performance_calibration_minutes"
        self.env.flush_all()
        for statement in (
            f"ALTER TABLE {table} DISABLE TRIGGER USER",
            f"UPDATE {table} SET content = replace(content, 'Sales Q3', 'Sales Q4')",
            f"ALTER TABLE {table} ENABLE TRIGGER USER",
        ):
            self.env.cr.execute(statement)
        self.env.invalidate_all()
        with self.allow_pdf_render(), self.assertRaisesRegex(UserError, "outside the process"):
            self.pdf(self.manager)

    def test_reopened_and_approved_again(self):
        """E8: both minutes are kept; the newer ones count."""
        first = self.calibration.minutes_digest
        self.hr.action_reopen("A figure was wrong")
        self.assertFalse(self.calibration.minutes_digest)
        with self.assertRaises(UserError):
            self.pdf(self.manager)
        self.move(self.calibration, self.first, self.good, reason="The figure is corrected")
        self.hr.action_approve()
        self.assertEqual(len(self.rows()), 2)
        self.assertNotEqual(self.calibration.minutes_digest, first)

    def test_cron_prints_them(self):
        """E8: the nightly job prints what nobody has opened yet."""
        self.assertIn(
            self.calibration,
            self.calibration.search(self.calibration._get_unfrozen_domain()),
        )
        with self.allow_pdf_render():
            self.calibration.sudo()._freeze_pdf()
        self.assertTrue(self.calibration.minutes_pdf_sha256)
        self.assertNotIn(
            self.calibration,
            self.calibration.search(self.calibration._get_unfrozen_domain()),
        )
