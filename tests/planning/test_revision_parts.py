from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from .revision_common import RevisionCase

NOTES = {"confidence_note": "The key account leaves", "manager_note": "We look for another one"}


@tagged("post_install", "-at_install")
class TestRevisionParts(RevisionCase):
    """P6, P8: what both sides say about goals that a revision changes, and when it goes on."""

    def doubt(self, goal, confidence=3):
        self.as_user(self.env["hr.performance.goal.confidence"], goal.employee_id).create(
            {"goal_id": goal.id, "confidence": confidence, "note": "A key account leaves"}
        )

    def say(self, line, person, **values):
        self.as_user(line, person).write(values)

    def test_doubted_goal_can_be_revised(self):
        """P6, P8: confidence lost after the signing: both notes are said on the request."""
        self.doubt(self.sales)
        revision = self.request({self.sales: {"target": 80}})
        agreement = self.approve(revision)
        self.assertFalse(agreement)
        self.assertEqual(revision.waiting_for, "the employee, the manager")
        self.assertEqual(revision.missing_parts.count("confidence is low (3 of 10)"), 2)
        line = revision.line_ids
        for person, name in ((self.manager, "confidence_note"), (self.employee, "manager_note")):
            with self.subTest(name=name), self.assertRaises(UserError):
                self.say(line, person, **{name: "Says the other one"})
        self.say(line, self.employee, confidence_note="  ")
        self.assertIn("employee notes", revision.missing_parts)
        self.say(line, self.employee, confidence_note=NOTES["confidence_note"])
        self.assertEqual((revision.state, revision.waiting_for), ("requested", "the manager"))
        self.say(line, self.manager, manager_note=NOTES["manager_note"])
        self.assertEqual(revision.state, "approved")
        content = revision.agreement_id._get_content()["goals"]
        signed = next(goal for goal in content if goal["id"] == self.sales.id)
        self.assertEqual((signed["confidence"], signed["target"]), (3, 80))
        self.assertEqual({name: signed[name] for name in NOTES}, NOTES)
        self.assertFalse(self.sales.confidence_note, "nothing changes before it is signed")
        self.sign_both(revision.agreement_id)
        self.assertEqual(self.sales.read(NOTES)[0], {"id": self.sales.id, **NOTES})

    def test_new_confidence_in_the_new_target(self):
        """P6, P8: with the new value the employee is confident: nobody has to write a note."""
        self.doubt(self.sales)
        revision = self.request({self.sales: {"target": 80}})
        with self.assertRaisesRegex(UserError, "Only Employee can say"):
            self.say(revision.line_ids, self.manager, confidence=9)
        with self.assertRaisesRegex(UserError, "Only Employee can say"):
            self.say(revision.line_ids, self.officer, confidence=9)
        self.say(revision.line_ids, self.employee, confidence=9)
        self.assertFalse(revision.missing_parts)
        self.sign_both(self.approve(revision))
        self.assertEqual(self.sales.confidence, 9)
        said = self.sales.confidence_ids.sorted("id")[-1]
        self.assertEqual((said.employee_id, said.confidence), (self.employee, 9))

    def test_goals_outside_the_request_ask_nobody(self):
        """P6, P8: what both have signed and nobody changes is not asked for again."""
        self.doubt(self.complaints)
        revision = self.request({self.sales: {"target": 80}})
        self.assertFalse(revision.missing_parts)
        self.assertTrue(self.approve(revision))

    def test_one_who_doubts_does_not_stop_the_others(self):
        """P8: a market change for many people waits only where somebody's part is missing."""
        self.doubt(self.sales)
        wizards = self.env["hr.performance.request.revision.wizard"].with_context(
            active_model="hr.performance.goal",
            active_ids=(self.evaluation | self.other).goal_ids.ids,
        )
        form = Form(self.as_user(wizards, self.manager))
        form.explanation = "The market fell by a fifth"
        form.percent = -20
        form.save().action_apply()
        states = {one.employee_id: one.state for one in (self.evaluation | self.other).revision_ids}
        self.assertEqual(states, {self.employee: "requested", self.colleague: "approved"})
        waiting = self.evaluation.revision_ids
        self.assertEqual(waiting.manager_approved_by_id, self.manager.user_id)
        with self.assertRaisesRegex(UserError, "waits for: the employee"):
            self.as_user(waiting, self.manager).action_approve()
        sales = waiting.line_ids.filtered(lambda line: line.goal_id == self.sales)
        self.say(sales, self.employee, confidence=8)
        self.assertEqual(waiting.state, "approved")

    def test_to_dos_follow_the_missing_parts(self):
        """P8, G3: whoever's part is missing is told, in their own language, until it is said."""
        self.env["res.lang"]._activate_lang("zh_CN")
        self.manager.user_id.lang = "zh_CN"
        self.doubt(self.sales)
        revision = self.request({self.sales: {"target": 80}})
        todos = {one.user_id: one.summary for one in revision.activity_ids}
        self.assertEqual(
            todos[self.employee.user_id], "Say your part about the goals of the revision"
        )
        self.assertEqual(todos[self.manager.user_id], "批准此目标修订")
        self.approve(revision)
        self.say(revision.line_ids, self.employee, confidence_note=NOTES["confidence_note"])
        self.assertEqual(revision.activity_ids.user_id, self.manager.user_id)
        self.say(revision.line_ids, self.manager, manager_note=NOTES["manager_note"])
        both = self.manager.user_id | self.employee.user_id
        self.assertEqual(revision.activity_ids.user_id, both)

    def test_parts_on_paper(self):
        """P6, P8: for somebody without a login HR enters them; the manager does not."""
        worker = self.person("worker", user=False, parent_id=self.manager.id)
        evaluation = self.launch(self.cycle, worker)
        goal = self.add_goal(evaluation, confidence=8)
        self.as_user(evaluation.agreement_id, self.manager).action_submit()
        paper = {"method": "paper", "proof": b"cGFwZXI=", "proxy_reason": "Shop floor"}
        self.sign(evaluation.agreement_id, self.officer, "employee", **paper)
        self.sign(evaluation.agreement_id, self.manager, "manager")
        revision = self.request({goal: {"target": 80}}, by=self.officer, evaluation=evaluation)
        with self.assertRaisesRegex(UserError, "Only Worker can say"):
            self.say(revision.line_ids, self.manager, confidence=9)
        self.say(revision.line_ids, self.officer, confidence=9)
        self.assertEqual(revision.line_ids.confidence, 9)

    def test_way_and_figures_in_words(self):
        """P8: how it is reached can be revised; a million and a day are written as such."""
        draft = self.draft({self.sales: {"how": "Two visits a week", "target": 1250000.5}})
        self.assertEqual(
            draft.line_ids.summary.splitlines()[:2],
            ["How it is reached: – → Two visits a week", "Target: 100 → 1,250,000.5"],
        )
        late = self.draft({self.sales: {"date_due": "2024-09-15"}})
        self.assertEqual(late.line_ids.summary, "Due: 09/30/2024 → 09/15/2024")
        draft.line_ids.new_target = 80
        draft.action_request()
        self.sign_both(self.approve(draft))
        self.assertEqual(self.sales.how, "Two visits a week")
        newer, older = self.evaluation.agreement_id, self.evaluation.agreement_ids.sorted("id")[0]
        labels = [value["label"] for row in newer._compare(older) for value in row["values"]]
        self.assertEqual(labels, ["Target", "How it is reached"])

    def test_text_that_still_says_the_old_target(self):
        """P8: “to 100” in the text of a goal whose target is 85 now is pointed out, at once."""
        line = self.draft({self.sales: {"target": 85}}).line_ids
        self.assertIn("still says 100", line.summary)
        line.new_name = "Raise sales from 80 to 85 by visiting each key account monthly"
        self.assertNotIn("still says", line.summary)
        wizards = self.env["hr.performance.request.revision.wizard"].with_context(
            active_model="hr.performance.goal", active_ids=self.sales.ids
        )
        form = Form(self.as_user(wizards, self.employee))
        self.assertFalse(form.hints)
        with form.line_ids.edit(0) as edited:
            edited.new_target = 85
        self.assertIn("still says 100", form.hints)

    def test_added_goal_is_measured_by_values(self):
        """P8: milestones could never be added to a goal that is signed when it comes into being."""
        for method in ("milestones", "key_results"):
            added = {"kind": "add", "new_name": "Open a shop", "method": method, "new_weight": 40}
            draft = self.draft(
                {self.complaints: {"kind": "cancel"}}, line_ids=[Command.create(added)]
            )
            with self.assertRaisesRegex(UserError, "choose another measure"):
                draft.action_request()
