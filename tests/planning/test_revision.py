import json

from odoo.exceptions import UserError
from odoo.tests import tagged

from .revision_common import RevisionCase


@tagged("post_install", "-at_install")
class TestRevision(RevisionCase):
    """P8: from the request to the new version that both have signed."""

    def test_employee_requests_manager_approves_both_sign(self):
        """P8, P7, G4: the whole way, and what each row says afterwards."""
        first = self.evaluation.agreement_id
        revision = self.request({self.sales: {"target": 80}})
        self.assertEqual(revision.state, "requested")
        self.assertEqual(revision.waiting_for, "the manager")
        second = self.approve(revision)
        self.assertEqual(
            (revision.state, second.version, second.state), ("approved", 2, "submitted")
        )
        self.assertEqual(self.sales.target, 100)
        self.assertEqual(self.evaluation.agreement_id, first)
        self.sign_both(second)
        self.assertEqual(
            (revision.state, second.state, first.state), ("applied", "signed", "superseded")
        )
        self.assertEqual(self.sales.target, 80)
        self.assertEqual(self.evaluation.agreement_id, second)
        line = revision.line_ids
        self.assertEqual((line.old_target, line.new_target), (100, 80))
        self.assertEqual(revision.requested_by_id, self.employee.user_id)
        self.assertEqual(revision.manager_approved_by_id, self.manager.user_id)

    def test_version_in_force_counts_until_the_new_one_is_signed(self):
        """P8, E6: while a version waits for signatures, the signed goals count."""
        self.measure(self.sales, 80)
        self.measure(self.complaints, 100)
        agreement = self.approve(self.request({self.sales: {"target": 80}}))
        self.assertEqual(self.evaluation._get_goal_mean().value, 88)
        self.sign(agreement, self.employee, "employee")
        self.assertEqual(self.evaluation._get_goal_mean().value, 88)
        self.sign(agreement, self.manager, "manager")
        self.assertEqual(self.evaluation._get_goal_mean().value, 100)

    def test_content_of_each_version_stays(self):
        """P7, P8: the superseded version keeps its content, signatures and printed form."""
        first = self.evaluation.agreement_id
        before, digest = first.frozen_content, first.frozen_digest
        agreement = self.approve(
            self.request(
                {self.sales: {"target": 80, "weight": 55}, self.complaints: {"weight": 45}}
            )
        )
        self.sign_both(agreement)
        self.assertEqual((first.frozen_content, first.frozen_digest), (before, digest))
        self.assertEqual(first._get_valid_signatures().mapped("role"), ["employee", "manager"])
        new = {goal["id"]: goal for goal in json.loads(agreement.frozen_content)["goals"]}
        self.assertEqual((new[self.sales.id]["target"], new[self.sales.id]["weight"]), (80, 55))
        printed = (
            self.env["ir.actions.report"]
            ._render_qweb_html("hr_performance.agreement_report", first.ids)[0]
            .decode()
        )
        self.assertIn("This version was replaced by a newer one", printed)
        self.assertIn("≥ 100", printed)
        self.assertNotIn("≥ 80", printed)

    def test_superseded_version_is_frozen_too(self):
        """P7, P8: replaced before its PDF was rendered, a signed version still gets one."""
        first = self.evaluation.agreement_id
        self.sign_both(self.approve(self.request({self.sales: {"target": 80}})))
        self.assertEqual((first.state, bool(first.pdf_attachment_id)), ("superseded", False))
        self.assertIn(first, first.search(first._get_unfrozen_domain()))

    def test_sent_back_changes_nothing(self):
        """P8: a new version that is sent back leaves the goals, and the request says so."""
        revision = self.request({self.sales: {"target": 80}})
        agreement = self.approve(revision)
        self.sign(agreement, self.manager, "manager")
        self.as_user(agreement, self.employee).action_send_back("80 is still too much")
        self.assertEqual((agreement.state, revision.state), ("discarded", "returned"))
        self.assertEqual(revision.closing_reason, "80 is still too much")
        self.assertEqual(self.sales.target, 100)
        self.assertEqual(self.evaluation.agreement_id.version, 1)
        self.assertEqual(json.loads(agreement.frozen_content)["goals"][0]["target"], 80)
        with self.assertRaises(UserError):
            self.sign(agreement, self.employee, "employee")
        with self.assertRaises(UserError):
            self.as_user(agreement, self.manager).action_submit()
        again = self.approve(self.request({self.sales: {"target": 90}}))
        self.assertEqual(again.version, 3)

    def test_goal_cancelled_and_another_added(self):
        """P8, P6: cancel one goal, add one in the employee's own words; weights make 100."""
        revision = self.draft({self.complaints: {"kind": "cancel"}})
        revision.line_ids = [
            (
                0,
                0,
                {
                    "kind": "add",
                    **self.as_new(
                        {
                            "name": "Win 4 key accounts by a trial offer",
                            "target": 4,
                            "weight": 40,
                            "metric": "Accounts",
                            "why": "They replace the lost market",
                            "confidence": 7,
                        }
                    ),
                },
            )
        ]
        revision.action_request()
        agreement = self.approve(revision)
        self.assertEqual(len(self.evaluation.goal_ids), 2)
        content = json.loads(agreement.frozen_content)["goals"]
        added = next(goal for goal in content if goal["name"].startswith("Win"))
        line = revision.line_ids.filtered(lambda one: one.kind == "add")
        self.assertEqual((added["id"], added["line"], added["confidence"]), (None, line.id, 7))
        self.sign_both(agreement)
        self.assertTrue(self.complaints.cancelled)
        self.assertEqual(line.goal_id.evaluation_id, self.evaluation)
        self.assertEqual(
            (line.goal_id.weight, line.goal_id.why), (40, "They replace the lost market")
        )
        self.assertTrue(line.goal_id.is_agreed)

    def test_objective_takes_its_key_results_along(self):
        """P8, P1: a cancelled objective cancels its key results; a new goal can be one."""
        evaluation = self.launch(self.cycle, self.stranger)
        objective = self.add_goal(evaluation, kind="objective", method="key_results", weight=50)
        result = self.add_goal(evaluation, kind="key_result", parent_id=objective.id, weight=100)
        kpi = self.add_goal(evaluation, weight=50)
        self.agree(evaluation, self.boss)
        revision = self.request(
            {objective: {"kind": "cancel"}, kpi: {"weight": 100}},
            by=self.stranger,
            evaluation=evaluation,
        )
        agreement = self.approve(revision, self.boss)
        self.sign(agreement, self.stranger, "employee")
        self.sign(agreement, self.boss, "manager")
        self.assertTrue(objective.cancelled and result.cancelled)
        self.assertEqual(kpi.weight, 100)

    def test_cancelled_evaluation_closes_what_is_open(self):
        """P8, G2: taking a person out of the cycle ends the request and the new version."""
        waiting = self.request({self.sales: {"target": 80}})
        other = self.request(
            {self.other.goal_ids[0]: {"target": 80}}, by=self.colleague, evaluation=self.other
        )
        agreement = self.approve(other)
        officer = self.as_user(self.evaluation | self.other, self.officer)
        officer.action_cancel("Left the company")
        self.assertEqual((waiting.state, other.state), ("withdrawn", "returned"))
        self.assertEqual(agreement.state, "discarded")
        self.assertEqual(waiting.closing_reason, "Left the company")

    def test_evaluation_waits_for_an_open_revision(self):
        """P8, E1: the evaluation of this person does not start; the others' does."""
        self.request({self.sales: {"target": 80}})
        with self.at("2024-10-01"):
            self.start_evaluation(self.cycle)
        self.assertEqual(self.other.state, "evaluating")
        self.assertEqual(self.evaluation.state, "executing")
        self.assertIn("a revision of the goals is open", self.failures(self.cycle)[0])

    def test_to_dos_go_to_whoever_is_next(self):
        """P8, G3: first the manager approves, then each side signs; then nothing is left."""
        revision = self.request({self.sales: {"target": 80}})
        self.assertEqual(revision.activity_ids.user_id, self.manager.user_id)
        agreement = self.approve(revision)
        both = self.manager.user_id | self.employee.user_id
        self.assertEqual(revision.activity_ids.user_id, both)
        self.sign(agreement, self.employee, "employee")
        self.assertEqual(revision.activity_ids.user_id, self.manager.user_id)
        self.sign(agreement, self.manager, "manager")
        self.assertFalse(revision.activity_ids)
