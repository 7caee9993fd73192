from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ...models.core import batch as batch_module
from ...models.core.workflow_mixin import _PASS
from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestBatch(PerformanceCase):
    """Jobs over many people: one bad row stops nobody, and nothing is lost by a kill (G8)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.people = self.employee + self.colleague + self.stranger

    def batch(self):
        return self.cycle.batch_ids.sorted("id")[-1:]

    def launched(self):
        return self.cycle.evaluation_ids.employee_id

    def in_background(self):
        """From now on every job is for the scheduler."""
        self.company.performance_batch_limit = 0

    def run_cron(self):
        with self.enter_registry_test_mode():
            self.env.ref("hr_performance.cron_batch").method_direct_trigger()
        self.env.invalidate_all()

    def test_small_jobs_are_done_at_once(self):
        """G8: up to the company's limit the work is done when the button returns."""
        self.launch(self.cycle, self.people)
        self.assertEqual(self.batch().state, "done")
        self.assertEqual((self.batch().done_count, self.batch().progress), (3, 100.0))

    def test_bad_row_is_kept_with_its_reason(self):
        """G8: the others are done, the bad one is named with why."""
        lonely = self.person("lonely", user=False)
        lonely.parent_id = False
        self.as_user(self.cycle, self.officer)._launch(self.people + lonely)
        self.assertEqual(self.launched(), self.people)
        batch = self.batch()
        self.assertEqual((batch.state, batch.done_count), ("done", 3))
        failure = self.as_user(batch, self.officer).failure_ids
        self.assertEqual(failure.record_name, "Lonely")
        self.assertIn("has no manager", failure.reason)

    def test_retry(self):
        """G8: only what failed is tried again, after it was repaired."""
        lonely = self.person("lonely", user=False)
        lonely.parent_id = False
        self.as_user(self.cycle, self.officer)._launch(self.people + lonely)
        lonely.parent_id = self.manager
        self.as_user(self.batch(), self.officer).action_retry()
        self.assertEqual(self.batch().pending_ids, lonely.ids)
        self.run_cron()
        self.assertEqual(self.launched(), self.people + lonely)
        self.assertEqual((self.batch().state, self.batch().done_count), ("done", 4))
        self.assertFalse(self.batch().failure_ids)

    def test_large_jobs_go_to_the_scheduler(self):
        """G8: above the limit nothing happens before the scheduler comes, in portions."""
        self.in_background()
        self.as_user(self.cycle, self.officer)._launch(self.people)
        self.assertEqual(self.batch().state, "waiting")
        self.assertFalse(self.launched())
        self.patch(batch_module, "PORTION", 2)
        self.run_cron()
        self.assertEqual(self.launched(), self.people)
        self.assertEqual((self.batch().state, self.batch().done_count), ("done", 3))

    def test_resume_after_a_kill(self):
        """G8: a job that was killed between two portions is finished by the next run."""
        self.in_background()
        self.as_user(self.cycle, self.officer)._launch(self.people)
        batch = self.batch().sudo()
        batch._transit_by_system("start")
        self.patch(batch_module, "PORTION", 1)
        batch._do_portion()
        self.assertEqual((batch.state, len(batch.pending_ids)), ("running", 2))
        self.assertEqual(len(self.launched()), 1)
        self.run_cron()
        self.assertEqual(self.launched(), self.people)
        self.assertEqual((batch.state, batch.progress), ("done", 100.0))

    def test_rows_that_are_done_are_left_alone(self):
        """G8: a portion whose end was not recorded is repeated without harm."""
        evaluations = self.launch(self.cycle, self.people)
        batch = self.batch().sudo()
        batch._with_pass().write({"state": "running", "pending_ids": self.people.ids})
        self.run_cron()
        self.assertEqual(self.cycle.evaluation_ids, evaluations)
        self.assertEqual(len(evaluations.agreement_ids), 3)
        self.assertFalse(batch.failure_ids)

    def test_rights_of_the_starter(self):
        """G8, G1: the scheduler does for the starter what the starter may do, and no more."""
        self.in_background()
        self.as_user(self.cycle, self.officer)._launch(self.people)
        self.officer.user_id.group_ids -= self.env.ref("hr_performance.group_officer")
        self.run_cron()
        self.assertFalse(self.launched())
        self.assertEqual(len(self.batch().failure_ids), 3)

    def test_work_is_done_without_the_pass(self):
        """G8, G4: handling rows is neither elevated nor a step of the process by itself."""
        seen = []

        def probe(people, batch):
            seen.append((people.env.su, people.env.uid, people.env.context.get(_PASS)))

        self.patch(self.env.registry["hr.employee"], "_performance_batch_launch", probe)
        self.as_user(self.cycle, self.officer)._launch(self.people)
        self.assertEqual(seen, [(False, self.officer.user_id.id, None)])

    def test_own_row_is_refused_to_the_officer(self):
        """G1: releasing everybody leaves out the officer's own evaluation, with the reason."""
        evaluations = self.launch(self.cycle, self.employee + self.officer)
        for evaluation in evaluations:
            self.add_goal(evaluation)
            self.agree(evaluation, evaluation.manager_id)
        self.as_user(self.cycle, self.officer).action_evaluate()
        self.assertEqual(evaluations.mapped("state"), ["evaluating", "executing"])
        self.assertIn("not on the own file", self.failures(self.cycle)[0])
        self.as_user(self.cycle, self.admin).action_evaluate()
        self.assertEqual(evaluations.mapped("state"), ["evaluating", "evaluating"])

    def test_who_starts_and_steers_jobs(self):
        """G1: nobody creates jobs by hand; employees neither see nor retry them."""
        self.launch(self.cycle, self.people)
        batch = self.batch()
        with self.assertRaises(AccessError):
            self.as_user(batch, self.admin).create(
                {"name": "x", "kind": "publish", "company_id": self.company.id}
            )
        for person in (self.employee, self.manager, self.payroll):
            with self.assertRaises(AccessError):
                self.as_user(batch, person).action_retry()
        with self.assertRaisesRegex(UserError, "is up to"):
            self.as_user(batch, self.auditor).action_retry()
        with self.assertRaises(AccessError):
            self.as_user(batch, self.officer).pending_ids = []

    def test_one_bad_row_costs_few_queries(self):
        """G8: among many, one bad row is found by halves, not by trying every row alone."""

        def queries(code, bad):
            cycle = self.create_cycle(code=code, payout_from=False, payout_to=False)
            people = self.env["hr.employee"].concat(
                *(
                    self.person(f"{code}{index}", user=False, parent_id=self.manager.id)
                    for index in range(32)
                )
            )
            people[20 : 20 + bad].parent_id = False
            self.env.flush_all()
            before = self.cr.sql_log_count
            self.as_user(cycle, self.officer)._launch(people)
            self.env.flush_all()
            self.assertEqual(len(cycle.evaluation_ids), 32 - bad)
            return self.cr.sql_log_count - before

        queries("warm", 0)
        good, one_bad = queries("good", 0), queries("bad", 1)
        # 5 halvings of 32 rows; trying each alone would take 33 times the queries of one row.
        self.assertLess(one_bad, good * 9)
