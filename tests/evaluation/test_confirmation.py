from odoo.exceptions import UserError
from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestConfirmation(PerformanceCase):
    """The employee answers, or the time runs out; no signature is invented (F2)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.calendar = self.company.resource_calendar_id
        self.calendar.tz = "UTC"

    def released(self):
        """An evaluation that waits for its answer, released on Tuesday 2024-10-08."""
        return self.live_through(self.cycle, self.employee, answer=None)

    def lapse(self, moment):
        with self.at(moment):
            self.env["hr.performance.evaluation"]._cron_lapse()

    def test_agree(self):
        """F2: the employee agrees; the signature names what was read."""
        evaluation = self.released()
        self.sign(evaluation, self.employee, "employee")
        self.assertEqual(evaluation.state, "confirmed")
        content = evaluation._get_content()
        self.assertEqual(content["grade"]["code"], "GO")
        self.assertEqual(content["score"], 102.5)
        self.assertEqual(evaluation.signature_ids.digest, evaluation.frozen_digest)

    def test_disagree_needs_a_comment(self):
        """F2: signing is not agreeing; who does not agree says with what."""
        evaluation = self.released()
        for comment in (False, "  "):
            with self.assertRaisesRegex(UserError, "with what you do not agree"):
                self.sign(
                    evaluation, self.employee, "employee", decision="disagree", comment=comment
                )
        self.sign(
            evaluation, self.employee, "employee", decision="disagree", comment="Two deals missing"
        )
        self.assertEqual(evaluation.state, "disagreed")
        self.assertEqual(evaluation.signature_ids.comment, "Two deals missing")

    def test_only_the_person_answers(self):
        """F2: neither manager nor HR confirms; HR enters a paper with its proof."""
        evaluation = self.released()
        for person in (self.manager, self.officer, self.admin):
            with self.assertRaisesRegex(UserError, "nobody signs for somebody else"):
                self.sign(evaluation, person, "employee")
        with self.assertRaises(UserError):
            self.sign(evaluation, self.manager, "manager")
        self.sign(
            evaluation,
            self.officer,
            "employee",
            method="paper",
            proof="cGFwZXI=",
            proxy_reason="Works at the line",
        )
        self.assertEqual(evaluation.state, "confirmed")

    def test_deadline_counts_working_days(self):
        """F2, formulas 7: five working days after Tuesday, a weekend left out, are Tuesday."""
        self.assertEqual(str(self.released().confirm_until), "2024-10-15")

    def test_deadline_leaves_out_holidays(self):
        """F2, formulas 7: a holiday of the company shifts the day, one of another does not."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        for company, day in ((self.company, "2024-10-10"), (elsewhere, "2024-10-11")):
            self.env["resource.calendar.leaves"].with_company(company).create(
                {
                    "name": "Holiday",
                    "calendar_id": False,
                    "resource_id": False,
                    "date_from": f"{day} 00:00:00",
                    "date_to": f"{day} 23:59:59",
                }
            )
        self.assertEqual(str(self.released().confirm_until), "2024-10-16")

    def test_last_day_counts_until_its_end(self):
        """F2: on the last day nothing lapses, and the employee can still answer."""
        evaluation = self.released()
        self.lapse("2024-10-15")
        self.assertEqual(evaluation.state, "communicating")
        with self.at("2024-10-15"):
            self.sign(evaluation, self.employee, "employee")
        self.lapse("2024-10-16")
        self.assertEqual(evaluation.state, "confirmed")

    def test_no_answer_is_its_own_state(self):
        """F2: after the last day the evaluation lapses; no signature exists, none is accepted."""
        evaluation = self.released()
        self.lapse("2024-10-16")
        self.assertEqual(evaluation.state, "lapsed")
        self.assertFalse(evaluation.signature_ids)
        with self.assertRaisesRegex(UserError, "not up for signing"):
            self.sign(evaluation, self.employee, "employee")
        for person in (self.employee, self.officer, self.admin):
            with self.assertRaises(UserError):
                self.as_user(evaluation, person)._transit("confirm")

    def test_too_late_before_the_nightly_job(self):
        """F2: after the last day no answer is accepted, whether or not the job has run yet."""
        evaluation = self.released()
        paper = {"method": "paper", "proof": "cGFwZXI=", "proxy_reason": "Works at the line"}
        with self.at("2024-10-16"):
            self.assertFalse(self.as_user(evaluation, self.employee).can_sign)
            self.assertFalse(self.as_user(evaluation, self.officer).can_sign_for)
            for person, values in ((self.employee, {}), (self.officer, paper)):
                with self.assertRaisesRegex(UserError, "could be answered until 2024-10-15"):
                    self.sign(evaluation, person, "employee", **values)
        self.assertFalse(evaluation.signature_ids)
        self.lapse("2024-10-16")
        self.assertEqual(evaluation.state, "lapsed")

    def test_last_day_is_that_of_the_company(self):
        """F2: when it is Wednesday in Greenwich, the last Tuesday goes on in California."""
        self.calendar.tz = "America/Los_Angeles"
        evaluation = self.released()
        # 02:00 in Greenwich is still Monday there: the count starts a day earlier.
        self.assertEqual(str(evaluation.confirm_until), "2024-10-14")
        self.lapse("2024-10-15")
        self.assertEqual(evaluation.state, "communicating")
        self.lapse("2024-10-16")
        self.assertEqual(evaluation.state, "lapsed")

    def test_company_without_a_calendar(self):
        """F2: without a calendar no deadline can be set, so nothing is released; it says why."""
        self.company.resource_calendar_id = False
        evaluation = self.released()
        self.assertFalse(evaluation.released_at)
        self.assertEqual(evaluation.rating_ids.state, "open")
        self.assertIn("has no working calendar", self.failures(self.cycle)[0])

    def test_publishing_waits_for_the_answer(self):
        """F2, R1: no coefficient while there is time to answer; afterwards also without one."""
        evaluation = self.released()
        with self.at("2024-10-09"):
            self.as_user(self.cycle, self.officer).action_publish()
        self.assertFalse(self.cycle.result_ids)
        self.assertIn("still time to answer, until 2024-10-15", self.failures(self.cycle)[0])
        self.lapse("2024-10-16")
        self.assertEqual(self.publish(self.cycle).evaluation_id, evaluation)

    def test_publishing_before_the_nightly_run(self):
        """F2, R1: the day after the deadline, looking and publishing both see that it is over."""
        evaluation = self.released()
        with self.at("2024-10-16"):
            lines = self.as_user(self.env["hr.performance.result"], self.officer)._preview(
                self.as_user(self.cycle, self.officer)
            )
            self.assertEqual([line["obstacle"] for line in lines], [False])
            self.as_user(self.cycle, self.officer).action_publish()
        self.assertEqual(self.cycle.result_ids.evaluation_id, evaluation)
        self.assertEqual(evaluation.state, "closed")
