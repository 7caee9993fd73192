from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .revision_common import RevisionCase


@tagged("post_install", "-at_install")
class TestRevisionRequests(RevisionCase):
    """P8: the wizard, requests for many people, approval by two sides, versions side by side."""

    def wizard(self, goals, person):
        wizards = self.env["hr.performance.request.revision.wizard"].with_context(
            active_model="hr.performance.goal", active_ids=goals.ids
        )
        return Form(self.as_user(wizards, person))

    def revisions_of(self, action):
        domain = [("id", "=", action["res_id"])] if action.get("res_id") else action["domain"]
        return self.env["hr.performance.goal.revision"].search(domain)

    def test_wizard_starts_from_the_values_that_hold(self):
        """P8: the employee changes two figures; what was left as it is, is not asked for."""
        form = self.wizard(self.evaluation.goal_ids, self.employee)
        form.explanation = "The market fell by a fifth"
        with form.line_ids.edit(0) as line:
            self.assertEqual((line.new_name, line.new_target), (self.sales.name, 100))
            line.new_target = 80
        revision = self.revisions_of(form.save().action_apply())
        self.assertEqual(revision.state, "requested")
        self.assertEqual(revision.line_ids.goal_id, self.sales)
        self.assertEqual(revision.line_ids.summary, "Target: 100 → 80")

    def test_wizard_for_a_whole_team(self):
        """P8: one market change, every target lower, one revision for each person."""
        goals = (self.evaluation | self.other).goal_ids
        form = self.wizard(goals, self.manager)
        form.explanation = "The market fell by a fifth"
        form.percent = -20
        self.assertEqual(form.people_count, 2)
        revisions = self.revisions_of(form.save().action_apply())
        self.assertEqual(len(revisions), 2)
        self.assertEqual(len(set(revisions.mapped("mass_name"))), 1)
        self.assertEqual(revisions.line_ids.mapped("new_target"), [80] * 4)
        # The manager's request is the manager's approval: what is missing are the signatures.
        self.assertEqual(set(revisions.mapped("state")), {"approved"})
        self.assertEqual(revisions.manager_approved_by_id, self.manager.user_id)
        self.assertEqual(goals.mapped("target"), [100] * 4)
        colleague = self.as_user(revisions, self.colleague)
        self.assertEqual(colleague.search([]).employee_id, self.colleague)

    def test_wizard_says_at_once_what_is_impossible(self):
        """P8: before anybody types: outside the line, not signed, nobody's own goal."""
        with self.assertRaises(AccessError):
            self.wizard(self.sales, self.colleague)
        with self.assertRaisesRegex(UserError, "not of these goals"):
            self.wizard(self.sales, self.auditor)
        company = self.env["hr.performance.goal"].create(
            {"name": "Grow by 5 %", "level": "company", "cycle_id": self.cycle.id, "target": 5}
        )
        with self.assertRaisesRegex(UserError, "can be changed directly"):
            self.wizard(company, self.admin)
        form = self.wizard(self.sales, self.employee)
        form.explanation = "Nothing"
        with self.assertRaisesRegex(UserError, "Nothing changes yet"):
            form.save().action_apply()

    def test_many_people_in_the_background(self):
        """P8, G8: above the limit a job requests them; a bad row is named, the others go on."""
        self.company.performance_batch_limit = 1
        blocked = self.request({self.sales: {"target": 90}})
        form = self.wizard((self.evaluation | self.other).goal_ids, self.officer)
        form.explanation = "The market fell by a fifth"
        form.percent = -20
        revisions = self.revisions_of(form.save().action_apply())
        self.assertEqual(set(revisions.mapped("state")), {"draft"})
        with self.enter_registry_test_mode():
            self.env.ref("hr_performance.cron_batch").method_direct_trigger()
        states = {one.employee_id: one.state for one in revisions}
        self.assertEqual(states, {self.employee: "draft", self.colleague: "requested"})
        self.assertIn("under revision already", self.failures(self.cycle)[0])
        self.assertEqual(blocked.state, "requested")
        waiting = blocked | revisions.filtered(lambda one: one.state == "requested")
        self.as_user(waiting, self.manager).action_approve()
        with self.enter_registry_test_mode():
            self.env.ref("hr_performance.cron_batch").method_direct_trigger()
        self.assertEqual(set(waiting.mapped("state")), {"approved"})

    def test_manager_and_hr_approve(self):
        """P8: where the company says so, both; who is missing is shown; two people."""
        self.company.performance_revision_hr = True
        revision = self.request({self.sales: {"target": 80}})
        self.approve(revision)
        self.assertEqual(revision.waiting_for, "an HR officer (not on the own file)")
        self.assertFalse(self.as_user(revision, self.manager).can_approve)
        with self.assertRaisesRegex(UserError, "waits for: an HR officer"):
            self.as_user(revision, self.manager).action_approve()
        found = self.as_user(revision, self.officer).search([("can_approve", "=", True)])
        self.assertEqual(found, revision)
        self.approve(revision, self.officer)
        self.assertEqual(revision.state, "approved")
        self.assertEqual(revision.hr_approved_by_id, self.officer.user_id)

    def test_one_person_is_not_both_sides(self):
        """P8: an HR officer who is also the manager gives one approval, not two."""
        self.company.performance_revision_hr = True
        self.manager.user_id.group_ids += self.env.ref("hr_performance.group_officer")
        revision = self.request({self.sales: {"target": 80}})
        self.approve(revision)
        self.assertEqual(revision.state, "requested")
        with self.assertRaises(UserError):
            self.approve(revision)
        self.approve(revision, self.officer)
        self.assertEqual(revision.state, "approved")

    def test_refused_and_withdrawn_requests_stay_readable(self):
        """P8, G4: the reason is kept and told; another request is possible afterwards."""
        refused = self.request({self.sales: {"target": 80}})
        self.as_user(refused, self.manager).action_refuse("The market recovers in August")
        self.assertEqual(refused.closing_reason, "The market recovers in August")
        self.assertIn("recovers in August", "".join(refused.message_ids.mapped("body")))
        withdrawn = self.request({self.sales: {"target": 85}})
        with self.assertRaisesRegex(UserError, "can be withdrawn by Employee"):
            self.as_user(withdrawn, self.manager).action_withdraw()
        withdrawn.action_withdraw()
        self.assertEqual((refused | withdrawn).mapped("state"), ["refused", "withdrawn"])
        self.assertEqual(refused.line_ids.new_target, 80)
        self.assertEqual(self.sales.target, 100)

    def test_versions_side_by_side(self):
        """P8, G4: any two versions, on the screen and in print; from which value to which."""
        first = self.evaluation.agreement_id
        revision = self.request(
            {self.sales: {"target": 80, "weight": 55}, self.complaints: {"weight": 45}}
        )
        second = self.approve(revision)
        self.sign_both(second)
        self.assertEqual(second.previous_id, first)
        rows = {
            (row["name"][:6], value["label"]): (value["old"], value["new"])
            for row in second._compare(first)
            for value in row["values"]
        }
        self.assertEqual(
            rows,
            {
                ("Raise ", "Target"): ("100", "80"),
                ("Raise ", "Weight (%)"): ("60", "55"),
                ("Reduce", "Weight (%)"): ("40", "45"),
            },
        )
        wizard = self.as_user(self.env["hr.performance.compare.wizard"], self.employee).create(
            {"evaluation_id": self.evaluation.id, "newer_id": second.id}
        )
        self.assertEqual(wizard.older_id, first)
        printed = (
            self.env["ir.actions.report"]
            .with_user(self.employee.user_id)
            ._render_qweb_html("hr_performance.version_comparison_report", wizard.ids)[0]
            .decode()
        )
        self.assertIn("Version 2", printed)
        self.assertIn("<b>80</b>", printed)
        report = self.env.ref("hr_performance.version_comparison_report")
        self.assertEqual(report._get_layout(), self.env.ref("hr_performance.form_page_layout"))
        with self.assertRaises(AccessError):
            self.as_user(self.env["hr.performance.compare.wizard"], self.colleague).create(
                {"evaluation_id": self.evaluation.id, "newer_id": second.id}
            ).comparison.striptags()

    def test_added_goal_is_the_same_goal_in_later_versions(self):
        """P8, G4: a goal that one version adds is not new again in the next."""
        draft = self.draft({self.complaints: {"kind": "cancel"}})
        added = {"kind": "add", "new_name": "Win 4 accounts", "new_target": 4, "new_weight": 40}
        draft.line_ids = [(0, 0, {**added, "why": "They replace the lost", "confidence": 7})]
        draft.action_request()
        second = self.approve(draft)
        self.sign_both(second)
        goal = draft.line_ids.goal_id - self.complaints
        third = self.approve(self.request({goal: {"target": 5}}))
        changed = [row for row in third._compare(second) if row["status"] != "same"]
        self.assertEqual([row["status"] for row in changed], ["changed"])
        self.assertEqual(changed[0]["values"][0]["old"], "4")
