import json

from odoo import Command
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .revision_common import RevisionCase


@tagged("post_install", "-at_install")
class TestRevisionRefusals(RevisionCase):
    """P8: what cannot be asked for, and by whom; each time the goals stay as they are."""

    def refused(self, sentence, lines, **values):
        """Requesting is refused with this sentence; the draft is kept, the goals too."""
        draft = self.draft(lines, **values)
        before = self.sales.read(["target", "weight", "date_due", "name", "cancelled"])
        with self.assertRaisesRegex((UserError, ValidationError), sentence):
            draft.action_request()
        self.assertEqual(draft.state, "draft")
        self.assertEqual(self.sales.read(before[0].keys() - {"id"})[0], before[0])
        return draft

    def test_values_are_checked_as_those_of_goals(self):
        """P3, P4, P8: weights, dates, targets: the same sentences as in the goal itself."""
        self.refused("weigh 90 % together, not 100", {self.sales: {"weight": 50}})
        self.refused(
            "a goal weighs between", {self.sales: {"weight": 98}, self.complaints: {"weight": 2}}
        )
        self.refused("must lie inside the cycle", {self.sales: {"date_due": "2024-10-15"}})
        self.refused("target of 0", {self.sales: {"target": 0}})
        self.refused("does not change", {self.sales: {"target": 100}})
        self.refused("needs a text", {self.sales: {"name": False}})
        self.refused("at least one goal", {})
        self.refused("weigh 60 % together", {self.complaints: {"kind": "cancel"}})

    def test_target_that_equals_its_baseline(self):
        """P4, P8: nothing would be left to achieve."""
        evaluation = self.launch(self.cycle, self.stranger)
        goal = self.add_goal(evaluation, method="progress", baseline=80)
        self.agree(evaluation, self.boss)
        draft = self.draft({goal: {"target": 80}}, by=self.stranger, evaluation=evaluation)
        with self.assertRaisesRegex(ValidationError, "equals the baseline"):
            draft.action_request()
        self.assertEqual(goal.target, 100)

    def test_goal_of_somebody_else_in_the_request(self):
        """P8: a revision is about the goals of one person."""
        theirs = self.other.goal_ids[0]
        self.refused("not a goal of this person", {theirs: {"target": 80}}, by=self.manager)

    def test_second_revision_of_the_same_goals(self):
        """P8: one at a time, until it is decided and signed."""
        revision = self.request({self.sales: {"target": 80}})
        self.refused("under revision already.*Employee.*To approve", {self.sales: {"target": 70}})
        self.approve(revision)
        self.refused("under revision already", {self.complaints: {"target": 70}}, by=self.manager)
        twice = self.draft(
            {self.other.goal_ids[0]: {"target": 80}}, by=self.manager, evaluation=self.other
        )
        twice |= twice.copy()
        with self.assertRaisesRegex(UserError, "under revision already"):
            twice.action_request()

    def test_too_early_and_too_late(self):
        """P8: not before the goals are signed, not after the evaluation has started."""
        unsigned = self.launch(self.cycle, self.stranger)
        goal = self.add_goal(unsigned)
        draft = self.draft({goal: {"target": 80}}, by=self.stranger, evaluation=unsigned)
        with self.assertRaisesRegex(UserError, "not signed yet"):
            draft.action_request()
        late = self.draft({self.sales: {"target": 80}})
        with self.at("2024-10-01"):
            self.start_evaluation(self.cycle)
            with self.assertRaisesRegex(UserError, "has started"):
                late.action_request()

    def test_closed_cycle_and_owner_who_has_left(self):
        """P8, G2: there is nothing to change and nobody to sign."""
        draft = self.draft({self.sales: {"target": 80}}, by=self.manager)
        self.employee.with_context(no_wizard=True).action_archive()
        with self.assertRaisesRegex(UserError, "has left"):
            draft.action_request()
        other = self.draft(
            {self.other.goal_ids[0]: {"target": 80}}, by=self.colleague, evaluation=self.other
        )
        self.as_user(self.cycle, self.admin).action_cancel("Merged into another one")
        with self.assertRaisesRegex(UserError, "closed: the goals of Colleague"):
            other.action_request()

    def test_people_outside_the_line(self):
        """P8, G1: a colleague and another manager cannot ask, read, decide or withdraw."""
        revision = self.request({self.sales: {"target": 80}})
        for person in (self.colleague, self.stranger, self.payroll):
            theirs = self.as_user(revision, person)
            self.assertFalse(theirs.search([]))
            for call in (
                theirs.action_approve,
                theirs.action_withdraw,
                lambda theirs=theirs: theirs.action_refuse("No"),
                lambda theirs=theirs: theirs.read(["explanation"]),
                lambda theirs=theirs: theirs.line_ids.read(["new_target"]),
            ):
                with self.assertRaises(AccessError):
                    call()
            with self.assertRaises(AccessError):
                self.draft({self.complaints: {"target": 1}}, by=person)
        auditor = self.as_user(revision, self.auditor)
        self.assertEqual(auditor.explanation, revision.explanation)
        with self.assertRaisesRegex(UserError, "is up to"):
            auditor.action_approve()
        self.assertEqual(revision.state, "requested")

    def test_another_company(self):
        """P8, G1: an officer of another company has no part in it."""
        works = self.env["res.company"].create({"name": "Other Works"})
        officer = self.person("other_hr", "hr_performance.group_officer", company=works)
        with self.assertRaises(AccessError):
            self.draft({self.sales: {"target": 80}}, by=officer)
        revision = self.request({self.sales: {"target": 80}})
        with self.assertRaises(AccessError):
            self.as_user(revision, officer).action_withdraw()

    def test_nobody_decides_for_oneself(self):
        """P8: neither the employee, nor HR on the own goals, nor one person for both sides."""
        revision = self.request({self.sales: {"target": 80}})
        with self.assertRaisesRegex(UserError, "is up to"):
            self.as_user(revision, self.employee).action_approve()
        with self.assertRaisesRegex(UserError, "waits for: the manager"):
            self.as_user(revision, self.officer).action_approve()
        with self.assertRaisesRegex(UserError, "reason"):
            self.as_user(revision, self.manager).action_refuse(" ")
        own = self.launch(self.cycle, self.officer)
        goal = self.add_goal(own)
        self.agree(own, self.boss)
        self.company.performance_revision_hr = True
        mine = self.request({goal: {"target": 80}}, by=self.officer, evaluation=own)
        self.assertEqual(mine.waiting_for, "the manager, an HR officer (not on the own file)")
        with self.assertRaisesRegex(UserError, "is up to"):
            self.as_user(mine, self.officer).action_approve()

    def test_what_was_asked_stays(self):
        """P8, G4: nobody changes or deletes a request, its lines or its old values."""
        forged = {"goal_id": self.sales.id, "new_target": 80, "old_target": 5}
        draft = self.draft({}, line_ids=[Command.create(forged)])
        self.assertEqual(draft.line_ids.old_target, 100)
        forged = {"kind": "add", "new_name": "Win 4 accounts", "old_target": 5}
        self.assertFalse(self.draft({}, line_ids=[Command.create(forged)]).line_ids.old_target)
        with self.assertRaises(UserError):
            draft.line_ids.old_target = 5
        draft.action_request()
        for person in (self.employee, self.manager, self.admin):
            theirs = self.as_user(draft, person)
            for change in (
                lambda theirs=theirs: theirs.write({"explanation": "Other"}),
                lambda theirs=theirs: theirs.line_ids.write({"new_target": 1}),
                lambda theirs=theirs: theirs.line_ids.unlink(),
                lambda theirs=theirs: theirs.unlink(),
                lambda theirs=theirs: theirs.write({"state": "approved"}),
                lambda theirs=theirs: theirs.write({"manager_approved_by_id": self.env.uid}),
            ):
                with self.assertRaises(UserError):
                    change()
        with self.assertRaises(UserError):
            self.draft({self.sales: {"target": 80}}, state="approved")
        forged = self.env["hr.performance.goal.revision"].with_context(default_state="approved")
        self.assertEqual(
            self.as_user(forged, self.employee)
            .create({"evaluation_id": self.evaluation.id, "explanation": "x"})
            .state,
            "draft",
        )

    def test_nothing_is_added_to_what_was_asked(self):
        """P8, G4: no goal comes into a request once others decide about it."""
        revision = self.request({self.sales: {"target": 80}})
        line = {"revision_id": revision.id, "goal_id": self.complaints.id, "new_target": 1}
        for person in (self.employee, self.manager, self.admin):
            with self.assertRaisesRegex(UserError, "is requested already"), self.cr.savepoint():
                self.as_user(self.env["hr.performance.goal.revision.line"], person).create(line)
        self.assertEqual(revision.line_ids.goal_id, self.sales)

    def test_no_context_opens_signed_goals(self):
        """P7, G4: the pass of the process is an object; what a caller sends never is it."""
        for value in (True, 1, "object", [1], {"a": 1}):
            sent = json.loads(json.dumps(value))
            goal = self.sales.with_context(hr_performance_revising=sent)
            for person in (self.employee, self.manager, self.admin):
                with self.assertRaisesRegex(UserError, "cannot be changed"):
                    self.as_user(goal, person).target = 1

    def test_new_goal_speaks_in_the_employees_own_words(self):
        """P6, P8: why it matters and the confidence come from the employee alone."""
        lines = {self.complaints: {"kind": "cancel"}}
        add = {"kind": "add", "new_name": "Win 4 accounts", "new_target": 4, "new_weight": 40}
        revision = self.draft(lines, by=self.manager)
        line = self.env["hr.performance.goal.revision.line"]
        for person in (self.manager, self.officer):
            with self.assertRaisesRegex(UserError, "Only Employee can say"):
                self.as_user(line, person).create(
                    {**add, "revision_id": revision.id, "why": "Because"}
                )

    def test_low_confidence_asks_both_sides(self):
        """P6, P8: the parts of a new goal are filled in while the request is decided."""
        add = {"kind": "add", "new_name": "Win 4 accounts", "new_target": 4, "new_weight": 40}
        own = self.draft(
            {},
            line_ids=[
                Command.create({**add}),
                Command.create({"goal_id": self.complaints.id, "kind": "cancel"}),
            ],
        )
        own.action_request()
        added = own.line_ids.filtered(lambda one: one.kind == "add")
        added.write({"why": "They replace the market", "confidence": 6})
        with self.assertRaisesRegex(UserError, "Only Employee can say"):
            self.as_user(added, self.manager).write({"confidence": 10})
        with self.assertRaises(UserError):
            added.write({"new_target": 1})
        added.confidence = 3
        self.approve(own)
        self.assertEqual((own.state, own.waiting_for), ("requested", "the employee, the manager"))
        self.assertIn("The employee notes", own.missing_parts)
        with self.assertRaises(UserError):
            added.manager_note = "They help"
        added.confidence_note = "Two accounts are new to us"
        self.assertEqual((own.state, own.waiting_for), ("requested", "the manager"))
        self.as_user(added, self.manager).manager_note = "Sales support helps twice a week"
        self.assertEqual(own.state, "approved")
        with self.assertRaises(UserError):
            added.write({"confidence": 9})
