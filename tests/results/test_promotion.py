from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_outcome import EXCELLENT, OutcomeCase

FACTS = ["job_id", "job_since", "job_years", "last_promotion", "talent_pools", "potential", "basis"]


@tagged("post_install", "-at_install")
class TestPromotion(OutcomeCase):
    """R4: the promotion list with the facts, for HR and auditors."""

    def setUp(self):
        super().setUp()
        rule = self.env.ref("hr_performance.outcome_rule_promotion")
        rule.write({"count": 1, "needs_manager": False})

    def promotions(self):
        return self.env["hr.performance.outcome"].search(
            [("kind", "=", "promotion")], order="cycle_id"
        ).sorted(lambda one: one.cycle_id.code)  # fmt: skip

    def test_facts(self):
        """R4: run of grades, job and time in it, last promotion, pool and potential."""
        job = self.env["hr.job"].create({"name": "Seller", "company_id": self.company.id})
        self.employee.version_id.job_id = job
        self.live({"2024Q1": EXCELLENT, "2024Q2": EXCELLENT})
        first, second = self.promotions()
        self.as_user(first, self.officer).action_approve()
        self.as_user(first, self.officer).action_finish("Senior seller since May")
        talents = self.env["hr.performance.outcome"].search([("kind", "=", "talent")])
        self.as_user(talents[:1], self.officer).action_approve()
        with self.at("2024-07-20"):
            self.as_user(self.env["hr.performance.potential"], self.officer).move(
                second.evaluation_id.ids, "high", "Fast", {str(second.evaluation_id.id): False}
            )
            [facts] = self.as_user(second, self.officer).read(FACTS, load=None)
        self.assertEqual((facts["job_id"], facts["job_since"]), (job.id, date(2020, 1, 1)))
        self.assertAlmostEqual(facts["job_years"], 4.55, 1)
        self.assertFalse(self.as_user(first, self.officer).last_promotion)
        self.assertEqual(facts["last_promotion"], "2024Q1: Senior seller since May")
        self.assertEqual(facts["talent_pools"], "High-potential pool")
        self.assertEqual((facts["potential"], facts["basis"]), ("high", "2024Q2 Excellent"))

    def test_who_reads_the_facts(self):
        """R4: HR and the auditor; the line reads the outcome without them, the person nothing."""
        self.live({"2024Q1": EXCELLENT})
        outcome = self.promotions()
        self.as_user(outcome, self.officer).action_approve()
        for person in (self.officer, self.auditor):
            self.assertTrue(self.as_user(outcome, person).read(FACTS))
        self.assertTrue(self.as_user(outcome, self.manager).read(["kind"]))
        for person in (self.manager, self.employee, self.payroll):
            with self.assertRaises(AccessError):
                self.as_user(outcome, person).read(["potential", "talent_pools"])

    def test_printed(self):
        """R4: on paper for HR, with who is off the list and why; for nobody else."""
        self.live({"2024Q1": EXCELLENT}, colleague=EXCELLENT)
        first, second = self.promotions()
        self.as_user(second, self.officer).action_dismiss("No position is open")
        page = self.html(self.officer, first + second)
        for text in ("Employee", "Colleague", "2024Q1 Excellent", "No position is open"):
            self.assertIn(text, page)
        for person in (self.employee, self.manager):
            self.env.invalidate_all()
            with self.assertRaises(AccessError):
                self.html(person, first)

    def html(self, person, outcomes):
        report = self.as_user(self.env["ir.actions.report"], person)
        content, _kind = report._render_qweb_html("hr_performance.promotion_list", outcomes.ids)
        return content.decode()

    def test_queries_do_not_grow(self):
        """G8: the facts of the list in a few queries, however many people."""
        self.live({"2024Q1": EXCELLENT}, colleague=EXCELLENT)
        counts = []
        for some in (self.promotions()[:1], self.promotions()):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.as_user(some, self.officer).read(FACTS)
            counts.append(self.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0] + 1)
