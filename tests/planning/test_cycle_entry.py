from odoo.tests import Form, tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestCycleEntry(PerformanceCase):
    """P1: the form of a new cycle proposes what HR would otherwise type."""

    def form(self):
        return Form(self.as_user(self.env["hr.performance.cycle"], self.officer))

    def test_the_current_quarter(self):
        """P1, R2: saving at once gives a cycle that can be launched, and paid in the next one."""
        cycle = self.form().save()
        self.assertEqual((cycle.name, cycle.code), ("Quarter 3 of 2024", "2024Q3"))
        self.assertEqual((str(cycle.date_start), str(cycle.date_end)), ("2024-07-01", "2024-09-30"))
        self.assertEqual(
            (str(cycle.payout_from), str(cycle.payout_to)), ("2024-10-01", "2024-12-31")
        )
        self.assertTrue(cycle.template_id)

    def test_until_when(self):
        """G3, P7: goals are to be signed, and reviews given, within so many working days."""
        form = self.form()
        dues = (form.planning_due, form.self_due, form.manager_due)
        self.assertEqual([str(due) for due in dues], ["2024-07-15", "2024-10-07", "2024-10-14"])
        form.planning_due = "2024-07-08"
        self.assertEqual(str(form.save().planning_due), "2024-07-08")

    def test_a_period_that_runs_already(self):
        """G3: who starts in the middle of a quarter has as long for the goals, from today on."""
        with self.at("2024-08-13"):
            self.assertEqual(str(self.form().planning_due), "2024-08-27")

    def test_a_company_without_a_calendar(self):
        """G3: nobody can count its working days, so no deadline is proposed."""
        self.company.resource_calendar_id = False
        form = self.form()
        self.assertEqual((form.code, form.planning_due), ("2024Q3", False))

    def test_the_next_one(self):
        """P1: after a quarter that exists comes the next; one of the past is not gone on with."""
        self.create_cycle()
        self.assertEqual(self.form().save().code, "2024Q4")
        with self.at("2026-02-01"):
            self.assertEqual(self.form().code, "2026Q1")

    def test_what_is_typed_stays(self):
        """P1: name and code follow the dates until somebody types others."""
        form = self.form()
        form.period = "year"
        self.assertEqual((form.name, form.code), ("Year 2024", "2024"))
        self.assertFalse(form.payout_from)
        form.name, form.code = "Our first cycle", "FIRST"
        form.period = "month"
        self.assertEqual((form.name, form.code), ("Our first cycle", "FIRST"))
        self.assertEqual((str(form.date_start), str(form.payout_to)), ("2024-07-01", "2024-08-31"))

    def test_a_cycle_that_exists_is_left_alone(self):
        """R2: changing the dates of a saved draft moves neither its code nor its payout."""
        form = Form(self.as_user(self.create_cycle(), self.officer))
        form.date_end = "2024-09-15"
        cycle = form.save()
        self.assertEqual((cycle.code, str(cycle.payout_to)), ("2024Q3", "2024-12-31"))
