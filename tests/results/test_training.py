from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from ..common import PerformanceCase
from .training_common import TrainingStory

COURSE = {"name": "Public speaking", "kind": "course"}
TASK = {"name": "Lead the next release", "kind": "task"}


@tagged("post_install", "-at_install")
class TestTrainingSources(TrainingStory, PerformanceCase):
    """R4, C3, R6: coaching and development plans fill one list, and are closed with it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        kind = cls.env["hr.skill.type"].create(
            {
                "name": "Speaking",
                "skill_ids": [(0, 0, {"name": "Presenting"})],
                "skill_level_ids": [(0, 0, {"name": "Good", "level_progress": 60})],
            }
        )
        cls.skill, cls.level = kind.skill_ids, kind.skill_level_ids

    def test_from_coaching(self):
        """C3, R4: a training action is a need; a coordination is none."""
        action = self.give_action(skill_id=self.skill.id, skill_level_id=self.level.id)
        need = self.needs()
        self.assertEqual(
            (need.source, need.action_id, need.state), ("coaching", action, "proposed")
        )
        self.assertEqual((need.name, need.kind), ("Present with a colleague", "mentoring"))
        self.assertEqual((need.skill_id, need.skill_level_id), (self.skill, self.level))
        self.assertEqual((need.employee_id, need.owner_id), (self.employee, self.colleague))
        self.assertEqual(need.department_id, self.department)
        self.assertEqual(need.basis, "Loses the audience")

    def test_follows_the_action(self):
        """C3: as long as it is proposed the need follows its action."""
        action = self.give_action()
        need = self.needs()
        action.write({"name": "Present twice", "due": "2024-09-25"})
        self.assertEqual((need.name, str(need.date_wanted)), ("Present twice", "2024-09-25"))
        action.kind = "other"
        self.assertEqual(need.state, "dismissed")
        self.assertIn("not asked for any more", need.dismiss_reason)
        self.assertEqual(len(self.needs()), 1)

    def test_action_closes_the_need(self):
        """C3: what the owner has done is nothing to plan any more."""
        action = self.as_user(self.give_action(), self.colleague)
        action.result = "Presented twice"
        action.action_finish()
        self.assertEqual((self.needs().state, self.needs().result), ("done", "Presented twice"))

    def test_cancelled_action(self):
        """C3: a cancelled action takes its proposal back, with the reason."""
        action = self.give_action()
        action.action_cancel("The product is given up")
        need = self.needs()
        self.assertEqual(
            (need.state, need.dismiss_reason), ("dismissed", "The product is given up")
        )

    def test_planned_outlives_its_action(self):
        """C3, R4: what was planned and paid for is not dismissed behind HR's back."""
        action = self.give_action()
        need = self.as_user(self.needs(), self.officer)
        need.date_planned = "2024-09-02"
        need.action_plan()
        action.action_cancel("The product is given up")
        self.assertEqual(need.state, "planned")

    def test_need_closes_the_action(self):
        """C3: the training is done, so is the action, though HR is not its owner."""
        action = self.give_action()
        need = self.as_user(self.needs(), self.officer)
        need.date_planned = "2024-07-01"
        need.action_plan()
        need.action_start()
        with self.assertRaisesRegex(UserError, "reason"):
            need.action_finish(" ")
        need.action_finish("Holds the audience for an hour")
        self.assertEqual((action.state, action.result), ("done", "Holds the audience for an hour"))
        asked = self.env.ref("hr_performance.activity_type_action_done")
        self.assertEqual(action.activity_ids.activity_type_id, asked, "is the problem solved?")
        self.assertEqual(action.activity_ids.user_id, self.manager.user_id)
        self.assertEqual(str(need.done_on), "2024-07-01")

    def test_from_the_development_plan(self):
        """R6, R4: agreed actions that are training come to the list, once, and not before."""
        plan = self.agreed_plan(COURSE, TASK)
        need = self.needs()
        self.assertEqual((need.name, need.source, need.kind), ("Public speaking", "plan", "course"))
        plan.action_reopen("Another date")
        plan.action_ids[0].date_due = "2025-01-31"
        plan.action_agree()
        self.as_user(plan, self.manager).action_agree()
        self.assertEqual(self.needs(), need)
        self.assertEqual(str(need.date_wanted), "2025-01-31")

    def test_need_closes_the_action_of_the_plan(self):
        """R6: the action of the plan is done with the training, with the same result."""
        plan = self.agreed_plan(COURSE, TASK)
        need = self.as_user(self.needs(), self.officer)
        need.date_planned = "2024-08-01"
        need.action_plan()
        need.action_finish("Certificate B2")
        action, task = plan.action_ids
        self.assertEqual((action.result, str(action.done_on)), ("Certificate B2", "2024-07-01"))
        self.assertFalse(task.done_on)

    def test_the_plan_closes_the_need(self):
        """R6: what the person notes as done in the plan leaves the list of needs."""
        plan = self.agreed_plan(COURSE)
        plan.action_ids.write({"done_on": "2024-07-01", "result": "Certificate B2"})
        self.assertEqual((self.needs().state, self.needs().result), ("done", "Certificate B2"))

    def test_taken_out_of_the_plan(self):
        """R6: an action that is taken out, or a plan that is given up, asks for nothing."""
        plan = self.agreed_plan(COURSE, {**COURSE, "name": "Writing"})
        speaking, writing = self.needs().sorted("id")
        plan.action_reopen("Less")
        plan.action_ids[0].unlink()
        self.assertEqual((speaking.state, writing.state), ("dismissed", "proposed"))
        self.as_user(plan, self.manager).action_cancel("She leaves the country")
        self.assertEqual(writing.dismiss_reason, "She leaves the country")

    def test_by_hand(self):
        """R4: the line and HR enter what nobody asked for yet; department and company stay."""
        need = self.need(by=self.officer, skill_id=self.skill.id)
        self.assertEqual((need.source, need.company_id), ("hand", self.company))
        other = self.env["hr.department"].create({"name": "Lab", "company_id": self.company.id})
        self.employee.department_id = other
        self.assertEqual(need.department_id, self.department)
        with self.assertRaisesRegex(UserError, "stays with its person"):
            need.employee_id = self.colleague
        need.unlink()

    def test_what_does_not_fit(self):
        """R4: refused in sentences: level of another skill, owner of another company."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        teacher = self.person("teacher", company=elsewhere, user=False)
        with self.assertRaisesRegex(ValidationError, "another kind of skill"):
            self.need(skill_level_id=self.level.id)
        with self.assertRaisesRegex(ValidationError, "another company"):
            self.need(by=self.officer, owner_id=teacher.id)
        with self.assertRaisesRegex(UserError, "enter a day"):
            self.need().action_plan()
        found = self.give_action()._get_open_needs()
        with self.assertRaisesRegex(UserError, "part of the record"):
            self.as_user(found, self.officer).unlink()


@tagged("post_install", "-at_install")
class TestTrainingTogether(TrainingStory, PerformanceCase):
    """R4: several needs become one training."""

    def setUp(self):
        super().setUp()
        self.plan = self.agreed_plan(COURSE)
        self.pair = self.needs() | self.need(employee_id=self.colleague.id, name="Speaking up")

    def plan_pair(self, person=None, **values):
        values = {"name": "Speaking, two days", "date_planned": "2024-08-05", **values}
        self.dialog("plan", self.pair, person or self.officer, **values).action_apply()

    def test_plan_together(self):
        """R4: same topic, day, provider and cost per person, in one step."""
        self.plan_pair(provider="Speakers' school", cost_per_head=400)
        self.assertEqual(set(self.pair.mapped("state")), {"planned"})
        self.assertEqual(set(self.pair.mapped("name")), {"Speaking, two days"})
        self.assertEqual(set(self.pair.mapped("provider")), {"Speakers' school"})
        seen = self.as_user(self.pair, self.officer)
        self.assertEqual(seen.mapped("planned_cost"), [400, 400])

    def test_finish_together(self):
        """R4, R6: one result for all who took part; the plan's action is done with it."""
        self.plan_pair()
        self.dialog(
            "finish", self.pair, self.officer, result="Both presented", cost_per_head=380
        ).action_apply()
        self.assertEqual(set(self.pair.mapped("result")), {"Both presented"})
        self.assertEqual(self.plan.action_ids.result, "Both presented")
        seen = self.as_user(self.pair, self.officer)
        self.assertEqual(seen.mapped("actual_cost"), [380, 380])
        seen.actual_cost = 390  # the bill came later
        with self.assertRaisesRegex(UserError, "closed"):
            seen.name = "Another topic"

    def test_one_is_planned_already(self):
        """R4: planned is planned: nothing of it changes by a second dialog."""
        self.plan_pair()
        with self.assertRaisesRegex(UserError, "not possible in the state"):
            self.plan_pair(name="Again")

    def test_several_companies(self):
        """R4: costs and providers differ by company: one at a time."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        other = self.person("other", company=elsewhere, user=False)
        self.officer.user_id.company_ids |= elsewhere
        self.pair |= self.env["hr.performance.training.need"].create(
            {"name": "Speaking", "employee_id": other.id}
        )
        officer = self.as_user(self.pair, self.officer).with_context(
            allowed_company_ids=(self.company | elsewhere).ids
        )
        wizard = (
            self.env["hr.performance.plan.training.wizard"]
            .with_env(officer.env)
            .create(
                {
                    "need_ids": officer.ids,
                    "name": "Speaking",
                    "kind": "course",
                    "date_planned": "2024-08-05",
                }
            )
        )
        with self.assertRaisesRegex(UserError, "one company at a time"):
            wizard.action_apply()

    def test_cancelled_and_reopened(self):
        """R4: only HR cancels what is planned, and opens it again; both with a reason."""
        self.plan_pair()
        with self.assertRaisesRegex(UserError, "up to"):
            self.as_user(self.pair, self.manager).action_cancel("No money")
        seen = self.as_user(self.pair, self.officer)
        seen.action_cancel("The school has closed")
        self.assertEqual(set(seen.mapped("dismiss_reason")), {"The school has closed"})
        with self.assertRaisesRegex(UserError, "reason"):
            seen.action_reopen("")
        seen.action_reopen("Another school")
        self.assertEqual(set(seen.mapped("state")), {"proposed"})
        self.assertFalse(seen[0].dismiss_reason)
