from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .signal_common import SignalCase


@tagged("-at_install", "post_install")
class TestRisk(SignalCase):
    def test_one_risk_per_goal(self):
        """C5: found at once, updated and not doubled, closed when the warning ends."""
        self.measured(20)
        risk = self.risk_of()
        self.assertEqual((risk.origin, risk.state), ("system", "open"))
        self.assertEqual(risk.owner_id, self.employee)
        self.confide(2)
        self.watch("2024-08-16")
        self.watch("2024-08-17")
        self.assertEqual(self.risk_of(), risk)
        self.assertEqual(risk.confidence_level, "at_risk")
        self.measured(90, "2024-08-18")
        self.confide(9, "2024-08-18")
        self.assertEqual(risk.state, "closed")
        self.assertEqual(str(risk.closed_on), "2024-08-18")
        bodies = " ".join(risk.message_ids.mapped("body"))
        for part in ("Found", "Warning now", "The warning ended"):
            self.assertIn(part, bodies)
        self.measured(20, "2024-09-01")
        self.assertEqual(len(self.risk_of()), 2, "a new warning is a new risk")

    def test_talk_shows_living_risks(self):
        """C2, C5: the record of a talk opens with the risks, for those who may read them."""
        self.measured(20)
        risk = self.risk_of()
        with self.at("2024-08-20"):
            talk = self.plan_talk(date="2024-08-20")
            self.assertEqual(talk.risk_ids, risk)
            self.assertFalse(self.plan_talk(self.colleague, date="2024-08-20").risk_ids)
            # The rights are the reader's, also where the process reads the talk.
            payroll = talk.with_user(self.payroll.user_id).sudo()
            self.assertFalse(payroll.risk_ids)
            self.measured(90, "2024-08-20")
            self.confide(9, "2024-08-20")
            talk.invalidate_recordset(["risk_ids"])
            self.assertFalse(talk.risk_ids, "a closed risk is history")

    def test_warnings_end_with_the_cycle(self):
        """C5: once the evaluation begins nothing is warned of any more; the risk is closed."""
        self.measured(20)
        with self.at("2024-10-02"):
            self.start_evaluation(self.cycle)
        self.watch("2024-10-02")
        self.assertFalse(self.goal.warning)
        self.assertEqual(self.risk_of().state, "closed")

    def test_risks_by_hand_end_with_the_cycle(self):
        """C5: what was entered by hand ends when the cycle is over, and its to-do with it."""
        risk = self.as_user(self.enter(), self.manager)
        risk.write({"plan": "Visit them", "owner_id": self.colleague, "due": "2024-09-01"})
        risk.action_handle()
        self.env["hr.performance.risk"]._end_with_cycles()
        self.assertEqual(risk.state, "handled", "the cycle still runs")
        self.cycle._with_pass().write({"state": "closed"})
        self.env["hr.performance.risk"]._end_with_cycles()
        self.assertEqual((risk.state, risk.close_reason), ("closed", "The cycle is over."))
        self.assertFalse(risk.activity_ids)

    def test_interrupted_night(self):
        """G8: the nightly pass goes on behind the last goal that it has judged."""
        other = self.sign_goals(self.colleague).goal_ids
        for goal, by in ((self.goal, self.employee), (other, self.colleague)):
            self.measured(45, by=by, goal=goal)
        first, second = (self.goal | other).sorted("id")
        self.cycle._with_pass().write({"watched_to": first.id})
        self.watch("2024-09-25")
        self.assertEqual((first.warning, second.warning), ("lagging", "at_risk"))
        self.assertEqual(str(self.cycle.watched_on), "2024-09-25")
        self.watch("2024-09-25")
        self.assertEqual(first.warning, "at_risk", "the next pass begins anew")
        with self.assertRaises(AccessError):
            self.as_user(self.cycle, self.officer).write({"watched_to": 0})

    def test_found_risk_closes_by_itself(self):
        """C5: while the warning lasts, a risk is handled or accepted, not closed."""
        self.measured(20)
        risk = self.as_user(self.risk_of(), self.manager)
        with self.assertRaisesRegex(UserError, "closes by itself"):
            risk.action_close()
        risk.action_accept("The product is being withdrawn from the market")
        self.watch("2024-08-16")
        self.assertEqual(self.risk_of().state, "accepted")
        with self.assertRaisesRegex(UserError, "history"):
            risk.unlink()

    def test_plan(self):
        """C5: handled with a plan, an owner and a date; the owner is told."""
        self.measured(20)
        risk = self.as_user(self.risk_of(), self.manager)
        with self.assertRaisesRegex(UserError, "Contingency plan"):
            risk.action_handle()
        risk.write({"plan": "Visit the account", "owner_id": self.colleague, "due": "2024-09-01"})
        risk.action_handle()
        self.assertEqual(risk.state, "handled")
        self.assertEqual(risk.activity_ids.user_id, self.colleague.user_id)
        seen = self.as_user(risk, self.colleague)
        self.assertEqual(seen.plan, "Visit the account", "the owner of a plan reads it")
        with self.assertRaises(AccessError):
            seen.write({"plan": "Nothing"})

    def test_accepted_stays_accepted(self):
        """C5: another signal is noted on a risk that is accepted; nobody is asked anew."""
        self.measured(20)
        self.as_user(self.risk_of(), self.manager).action_accept("The product is given up")
        self.confide(2, "2024-08-16")
        self.watch("2024-08-17")
        risk = self.risk_of()
        self.assertEqual((risk.state, risk.confidence_level), ("accepted", "at_risk"))

    def test_plan_is_whole(self):
        """C5: neither without an owner, nor without a date, nor with somebody elsewhere."""
        whole = {"plan": "Visit them", "owner_id": self.colleague.id, "due": "2024-09-01"}
        risk = self.as_user(self.enter(), self.manager)
        for name, label in (("owner_id", "Plan's owner"), ("due", "Plan due")):
            risk.write({**whole, name: False})
            with self.assertRaisesRegex(UserError, f"Missing: {label}"):
                risk.action_handle()
        works = self.env["res.company"].create({"name": "Other Works"})
        foreign = self.person("foreign", company=works)
        with self.assertRaisesRegex(ValidationError, "another company"):
            self.risk_of().owner_id = foreign

    def test_closed_is_closed(self):
        """C5, G4: a closed risk does not change, and nothing endangers a goal that is given up."""
        risk = self.as_user(self.enter(), self.manager)
        risk.action_close()
        with self.assertRaisesRegex(UserError, "is closed and cannot change"):
            risk.plan = "Too late"
        self.goal._with_revision_pass().cancelled = True
        with self.assertRaisesRegex(UserError, "not being worked on any more"):
            self.enter()

    def test_accepting_needs_a_reason_and_a_manager(self):
        """C5: the employee does not accept the own risk, and nobody without a reason."""
        risk = self.enter()
        with self.assertRaisesRegex(UserError, "up to"):
            risk.action_accept("I do not mind")
        with self.assertRaisesRegex(UserError, "reason"):
            self.as_user(risk, self.manager).action_accept(" ")

    def test_exposure(self):
        """C5: a risk entered by hand has a cause, a probability, an impact and an exposure."""
        risk = self.enter(probability=4, impact=5)
        self.assertEqual((risk.origin, risk.exposure), ("person", 20))
        with self.assertRaisesRegex(ValidationError, "what endangers"):
            self.enter(cause=" ")
        with self.assertRaises(AccessError):
            risk.write({"exposure": 1})
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.cr.savepoint():
            self.enter(probability=6)

    def test_form(self):
        """C5: the manager enters a risk in an empty form."""
        form = Form(self.as_user(self.env["hr.performance.risk"], self.manager))
        form.goal_id = self.goal
        form.cause = "The key account may leave"
        form.impact = 5
        risk = form.save()
        self.assertEqual((risk.employee_id, risk.exposure), (self.employee, 15))
        with self.assertRaisesRegex(UserError, "which goal"):
            self.env["hr.performance.goal.confidence"].create({"confidence": 5})

    def test_state_and_origin_are_not_written(self):
        """C5: neither directly, nor by a default in the context."""
        for vals in ({"state": "closed"}, {"origin": "system"}):
            with self.assertRaises(AccessError):
                self.enter(**vals)
        forged = self.as_user(
            self.env["hr.performance.risk"].with_context(default_state="closed"), self.employee
        ).create({"goal_id": self.goal.id, "cause": "Some"})
        self.assertEqual(forged.state, "open")

    def test_owner_who_left(self):
        """C5: somebody who has left cannot own a plan."""
        risk = self.enter()
        self.colleague.with_context(no_wizard=True).action_archive()
        with self.assertRaisesRegex(ValidationError, "left the company"):
            risk.write({"owner_id": self.colleague.id})

    # Who reads it, who is told

    def test_who_reads_a_risk(self):
        """C5, G1: the person, those above, HR and the auditor; nobody else."""
        risk = self.enter()
        for person in (self.employee, self.manager, self.boss, self.officer, self.auditor):
            self.assertTrue(self.as_user(risk, person).search([("id", "=", risk.id)]))
        for person in (self.colleague, self.stranger, self.payroll):
            self.assertFalse(self.as_user(risk, person).search([("id", "=", risk.id)]))
            with self.assertRaises(AccessError):
                self.as_user(risk, person).read(["cause"])
        with self.assertRaises(AccessError):
            self.as_user(risk, self.auditor).write({"plan": "x"})
        with self.assertRaises(AccessError):
            self.enter(by=self.colleague)

    def test_manager_is_told_once(self):
        """C5, G3: one to-do per manager with a count, renewed only when the count changes."""
        other = self.sign_goals(self.colleague).goal_ids
        self.measured(10)
        self.measured(10, by=self.colleague, goal=other)
        self.watch()
        digest = self.digests.search([("manager_id", "=", self.manager.id)])
        self.assertEqual(digest.risk_count, 2)
        self.assertEqual(digest.activity_ids.summary, "2 goals at risk without a plan")
        self.assertEqual(digest.activity_ids.user_id, self.manager.user_id)
        self.assertEqual(
            self.as_user(digest, self.manager).risk_ids, self.risk_of() | self.risk_of(other)
        )
        task = digest.activity_ids
        self.watch("2024-08-16")
        self.assertEqual(digest.activity_ids, task)
        self.measured(100, "2024-08-17", by=self.colleague, goal=other)
        self.watch("2024-08-17")
        self.assertEqual(digest.activity_ids.summary, "1 goal at risk without a plan")
        self.assertFalse(self.as_user(digest, self.stranger).search([]))

    def test_figures_of_the_home_screen(self):
        """C5: the manager sees how many goals are at risk, of the own line alone."""
        self.measured(10)
        goals = self.env["hr.performance.goal"]
        figures = self.as_user(goals, self.manager).get_warning_figures()
        self.assertEqual(figures["at_risk"], 1)
        self.assertEqual(self.as_user(goals, self.stranger).get_warning_figures()["at_risk"], 0)

    def test_number_of_queries(self):
        """C5, G8: the nightly pass costs the same number of queries for twice the goals."""
        people = [self.person(f"many{number}", parent_id=self.manager.id) for number in range(8)]
        evaluations = self.launch(self.cycle, self.env["hr.employee"].union(*people))
        for evaluation in evaluations[:4]:
            self.measured(10, by=self.manager, goal=self.add_goal(evaluation))
        first = self._count_watching("2024-08-16")
        for evaluation in evaluations[4:]:
            self.measured(10, by=self.manager, goal=self.add_goal(evaluation))
        self.assertLessEqual(self._count_watching("2024-08-16"), first + 2)

    def _count_watching(self, day):
        self.watch(day)  # what is found the first time is written then
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self.watch(day)
        return self.cr.sql_log_count - before

    def test_from_a_risk_into_a_revision(self):
        """C5, P8: the way is open to whoever can ask for a revision, until one is open."""
        self.measured(20)
        risk = self.risk_of()
        risk.owner_id = self.stranger
        can = {
            person.name: self.as_user(risk, person).can_revise
            for person in (self.employee, self.manager, self.officer, self.stranger, self.auditor)
        }
        self.assertEqual(
            can,
            {"Employee": True, "Manager": True, "Officer": True, "Stranger": False}
            | {"Auditor": False},
        )
        wizards = self.env["hr.performance.request.revision.wizard"].with_context(
            revise_goal_ids=self.goal.ids, default_explanation=risk.why
        )
        cause = risk.why
        form = Form(self.as_user(wizards, self.manager))
        self.assertIn("achieved", form.explanation)
        with form.line_ids.edit(0) as line:
            line.new_target = 80
        form.save().action_apply()
        revision = self.goal.evaluation_id.revision_ids
        self.assertEqual((revision.explanation, revision.line_ids.goal_id), (cause, self.goal))
        self.assertFalse(self.as_user(risk, self.employee).can_revise)
        goal = self.as_user(self.goal, self.employee)
        self.assertEqual(goal.action_open_revision()["res_id"], revision.id)
        with self.assertRaisesRegex(UserError, "under revision already"):
            Form(self.as_user(wizards, self.employee))
        with self.assertRaisesRegex(UserError, "not of these goals"):
            Form(self.as_user(wizards, self.auditor))
