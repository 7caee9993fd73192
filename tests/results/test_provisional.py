from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase
from ..evaluation.appeal_common import AppealStory

NOTE = "The payslips of October cannot wait"


@tagged("post_install", "-at_install")
class TestProvisional(AppealStory, PerformanceCase):
    """Publishing while an appeal is open: with a note only, and provisional (R1, A4)."""

    def appeal(self, **values):
        """Two people are released; one appeals and both answer."""
        self.live_to_release(self.employee + self.colleague, **values)
        self.evaluation = self.evaluations[0]
        with self.at("2024-10-09"):
            self.filed = self.file()
            for evaluation in self.evaluations:
                if evaluation.state == "communicating":
                    self.sign(evaluation, evaluation.employee_id, "employee")
        return self.evaluation

    def publish_with(self, note=None):
        with self.at("2024-10-20"):
            self.as_user(self.cycle, self.officer).action_publish(note)
        return self.evaluation.result_ids

    def decide(self, outcome, code=None):
        with self.at("2024-10-10"):
            self.assign(self.filed)
            self.examine(self.filed)
            self.settle(self.filed, outcome, code)

    def test_waits_for_the_decision(self):
        """R1: without a note the appealed result waits, with a sentence; the other is published."""
        self.appeal()
        for note in (None, "  "):
            self.assertFalse(self.publish_with(note))
            self.assertIn("Employee: an appeal is open", self.failures(self.cycle)[0])
        self.assertEqual(self.cycle.result_ids.employee_id, self.colleague)
        self.assertFalse(self.cycle.result_ids.provisional)

    def test_with_a_note(self):
        """R1: with a note it is published, marked provisional until the appeal is decided."""
        self.appeal()
        result = self.publish_with(NOTE)
        self.assertEqual((result.provisional, result.provisional_note), (True, NOTE))
        self.assertTrue(self.as_user(result, self.payroll).is_provisional)
        own = self.as_user(result, self.employee)
        self.assertTrue(own.is_provisional)
        with self.assertRaises(AccessError):
            own.read(["provisional_note"])
        other = self.cycle.result_ids - result
        self.assertEqual((other.provisional, other.provisional_note), (False, False))
        self.decide("upheld", "EX")
        self.env.invalidate_all()
        current = self.evaluation.result_ids.filtered("is_current")
        self.assertEqual(current.supersedes_id, result)
        self.assertEqual((current.bonus_coefficient, current.provisional), (1.5, False))

    def test_rejected_appeal(self):
        """R1: after a rejection nothing is superseded, and nothing is provisional any more."""
        self.appeal()
        result = self.publish_with(NOTE)
        self.decide("rejected")
        self.env.invalidate_all()
        self.assertTrue(result.is_current)
        self.assertEqual((result.provisional, result.is_provisional), (True, False))

    def test_pool(self):
        """R1: a pool is not divided around an open appeal, only with a note."""
        for person in (self.employee, self.colleague):
            person.version_id.performance_bonus_base = 4000
        self.appeal(coefficient_mode="pool", bonus_budget=9000)
        with self.assertRaisesRegex(UserError, "Employee: an appeal is open"):
            self.publish_with()
        self.assertFalse(self.cycle.result_ids)
        self.publish_with(NOTE)
        self.assertEqual(sum(self.cycle.result_ids.mapped("amount")), 9000)

    def test_preview(self):
        """R1: the preview says whose appeal is open, and publishes with the note."""
        self.appeal()
        wizard = self.as_user(self.env["hr.performance.publish.wizard"], self.officer)
        wizard = wizard.create({"cycle_id": self.cycle.id})
        wizard.action_preview()
        self.assertEqual((wizard.ready_count, wizard.appeal_count), (1, 1))
        line = wizard.line_ids.filtered("has_appeal")
        self.assertEqual((line.employee_id, line.state), (self.employee, "waiting"))
        self.assertIn("an appeal is open", line.obstacle)
        wizard.note = NOTE
        with self.at("2024-10-20"):
            wizard.action_apply()
        self.assertEqual(len(self.cycle.result_ids), 2)

    def test_no_way_around(self):
        """R1: closing the evaluation by itself is no way around the note."""
        evaluation = self.appeal()
        with self.assertRaisesRegex(UserError, "an appeal is open"):
            self.as_user(evaluation, self.officer)._transit("close")
