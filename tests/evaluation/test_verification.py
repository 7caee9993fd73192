from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .test_withheld import WithheldCase

FIELDS = ("display_name", "state", "reported_value", "measured_value", "note")


class VerificationCase(WithheldCase):
    """The goal is measured at 110; the employee reports some figure of it."""

    def report(self, value, line=None):
        line = line or self.own.goal_line_ids[0]
        self.as_user(line, self.employee).write({"reported_value": value})

    def both_submit(self, value=130):
        self.report(value)
        self.own_given()
        self.judgement_given()
        return self.evaluation.verification_ids

    def to_do(self):
        kind = self.env.ref("hr_performance.activity_type_settle")
        return self.evaluation.activity_ids.filtered(lambda one: one.activity_type_id == kind)

    def settle(self, figure, person, note="Two orders were booked in October"):
        wizards = self.as_user(self.env["hr.performance.reason.wizard"], person)
        wizards.create(
            {"res_model": figure._name, "res_id": figure.id, "step": "settle", "reason": note}
        ).action_apply()


@tagged("post_install", "-at_install")
class TestVerification(VerificationCase):
    """E2: the reported figure beside the measured one, settled before the release."""

    def test_inside_the_tolerance(self):
        """E2: 115 reported against 110 measured lies within 5 %."""
        figure = self.both_submit(115)
        self.assertEqual((figure.state, figure.measured_value), ("matches", 110))
        self.release(self.cycle)
        self.assertTrue(self.evaluation.released_at)

    def test_release_waits_for_the_settlement(self):
        """E2: a deviation stops the release with name, figure and place, until it is settled."""
        figure = self.both_submit(130)
        self.assertEqual(figure.state, "deviates")
        self.assertEqual(figure.difference_text, "+20 (+18.18 %)")
        self.assertEqual(self.as_user(self.evaluation, self.manager).deviation_count, 1)
        self.release(self.cycle)
        self.assertFalse(self.evaluation.released_at)
        reason = self.failures(self.cycle)[0]
        for part in ("Employee", self.goal.name, "Cross-verification"):
            self.assertIn(part, reason)
        with self.assertRaisesRegex(UserError, "give a reason"):
            self.as_user(figure, self.manager).action_settle("  ")
        self.assertEqual(self.to_do().user_id, self.manager.user_id)
        self.settle(figure, self.manager)
        self.assertFalse(self.to_do())
        self.assertEqual((figure.state, figure.settled_by_id), ("settled", self.manager.user_id))
        self.assertIn("October", figure.note)
        self.release(self.cycle)
        self.assertTrue(self.evaluation.released_at)
        with self.assertRaises(UserError):
            self.as_user(figure, self.manager).action_settle("After all")

    def test_corrected_by_a_measurement(self):
        """E2: a new measurement with its source corrects the deviation."""
        figure = self.both_submit(130)
        action = self.as_user(figure, self.manager).action_measure_again()
        with self.at("2024-10-08"):
            self.as_user(self.env["hr.performance.measurement"], self.manager).with_context(
                **action["context"]
            ).create({"value": 130, "date": "2024-09-30", "source": "Corrected ledger"})
        self.assertEqual((figure.state, figure.measured_value), ("corrected", 130))
        self.assertEqual(figure.settled_by_id, self.manager.user_id)
        self.release(self.cycle)
        self.assertTrue(self.evaluation.released_at)

    def test_settled_figures_that_change_open_again(self):
        """E2: a settlement holds for the figures that it was made on."""
        figure = self.both_submit(130)
        self.settle(figure, self.manager)
        self.measure(self.goal, 111)
        self.assertEqual(figure.state, "deviates")
        self.measure(self.goal, 130)
        self.assertEqual(figure.state, "corrected")

    def test_report_given_back(self):
        """E2: a report that is given back and changed is compared anew; meanwhile it is hidden."""
        figure = self.both_submit(130)
        self.as_user(self.own, self.officer).action_reopen("A typing error")
        self.env.invalidate_all()
        self.assertHidden(figure, self.manager, FIELDS)
        self.report(112)
        self.as_user(self.own, self.employee).action_submit()
        self.assertEqual((figure.state, figure.reported_value), ("matches", 112))
        self.as_user(self.own, self.officer).action_reopen("Again")
        self.as_user(self.own.goal_line_ids, self.employee).write({"is_reported": False})
        self.as_user(self.own, self.employee).action_submit()
        self.assertFalse(self.evaluation.verification_ids)

    def test_zero_is_a_figure(self):
        """E2: 0 can be reported; what is not reported is not compared."""
        self.own_given()
        self.judgement_given()
        self.assertFalse(self.evaluation.verification_ids)
        self.as_user(self.own, self.officer).action_reopen("Please report")
        self.report(0)
        self.as_user(self.own, self.employee).action_submit()
        self.assertEqual(self.evaluation.verification_ids.state, "deviates")

    def test_indicators(self):
        """E2: indicators of the standards are reported too; without a value nobody can say."""
        line = self.own.indicator_line_ids[0]
        self.report(3, line)
        figure = self.both_submit(110).filtered("indicator_id")
        self.assertEqual(figure.state, "unmeasured")
        with self.at("2024-10-08"):
            self.as_user(self.env["hr.performance.measurement"], self.manager).create(
                {
                    "indicator_id": line.indicator_id.id,
                    "employee_id": self.employee.id,
                    "cycle_id": self.cycle.id,
                    "date": "2024-09-30",
                    "value": 1,
                    "source": "Complaints",
                }
            )
        self.assertEqual((figure.state, figure.measured_value), ("deviates", 1))

    def test_tolerance_of_the_template(self):
        """E2: the tolerance is a setting of the template."""
        self.template.verification_tolerance = 20
        self.assertEqual(self.both_submit(130).state, "matches")

    def test_only_the_employee_reports(self):
        """E2: figures are reported in the self-evaluation, not judged by the manager."""
        line = self.judgement.goal_line_ids[0]
        with self.assertRaisesRegex(ValidationError, "only in the self-evaluation"):
            self.as_user(line, self.manager).write({"reported_value": 5})
        with self.assertRaisesRegex(ValidationError, "only in the self-evaluation"):
            self.as_user(self.own.dimension_line_ids[0], self.employee).write({"reported_value": 5})

    def test_printed_report(self):
        """E1, E2: the printed self-evaluation shows reported beside measured."""
        self.report(130)
        self.report(0.4, self.own.indicator_line_ids[0])
        report = self.env["ir.actions.report"].with_user(self.employee.user_id)
        html, _kind = report._render_qweb_html("hr_performance.self_review_report", self.own.ids)
        for text in ("Reported", "130 units", "110 units", "0.4"):
            self.assertIn(text, html.decode())


@tagged("post_install", "-at_install")
class TestVerificationSecurity(VerificationCase):
    """E2, E7: the comparison shows the self-evaluation, so it is withheld as that is."""

    def test_opens_when_both_have_submitted(self):
        """E2, E7: nobody before both; then line, HR and auditor; the person after the release."""
        figure = self.both_submit(130)
        for person in (self.manager, self.boss, self.officer, self.admin, self.auditor):
            self.assertVisible(figure, person, FIELDS)
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_administrator", elsewhere)
        strangers = (self.colleague, self.stranger, self.payroll, foreign)
        for person in (self.employee, *strangers):
            self.assertHidden(figure, person, FIELDS)
        self.settle(figure, self.boss)
        self.release(self.cycle)
        self.assertVisible(figure, self.employee, FIELDS)
        for person in strangers:
            self.assertHidden(figure, person, FIELDS)

    def test_manager_first(self):
        """E2, E7: while the manager has not judged, no comparison says what was reported."""
        self.report(130)
        self.own_given()
        self.assertFalse(self.evaluation.verification_ids)

    def test_second_level_manager_waits(self):
        """E7: who owes a review reads no comparison either."""
        self.env["hr.performance.review"].with_user(self.officer.user_id).create(
            {"evaluation_id": self.evaluation.id, "role": "second", "reviewer_id": self.boss.id}
        )
        self.assertHidden(self.both_submit(130), self.boss, FIELDS)

    def test_who_settles(self):
        """E2, G1: the line and HR settle; nobody writes a comparison past that."""
        figure = self.both_submit(130)
        for person in (self.employee, self.colleague):
            with self.assertRaises(AccessError):
                self.as_user(figure, person).action_settle("Mine")
        with self.assertRaisesRegex(UserError, "is up to"):
            self.as_user(figure, self.auditor).action_settle("Mine")
        for person in (self.manager, self.officer, self.admin):
            for vals in ({"state": "settled"}, {"reported_value": 110}, {"note": "x"}):
                with self.assertRaises(AccessError):
                    self.as_user(figure, person).write(vals)
            with self.assertRaises(AccessError):
                self.as_user(figure, person).create({"evaluation_id": self.evaluation.id})
            with self.assertRaises(AccessError):
                self.as_user(figure, person).unlink()
        self.settle(figure, self.officer)
        self.assertEqual(figure.state, "settled")
