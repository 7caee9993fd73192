from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .alignment_common import AlignmentCase


@tagged("post_install", "-at_install")
class TestCascade(AlignmentCase):
    """P2: one goal handed down to several departments or people, as proposals."""

    def setUp(self):
        super().setUp()
        self.source = self.goal("department", is_additive=True)
        self.team = self.employee | self.colleague

    def targets(self, wizard):
        return [line.target for line in wizard.line_ids]

    def test_a_target_is_divided_equally(self):
        """P2: equal parts that make the whole, as proposals that serve the goal."""
        wizard = self.cascade(self.source, people=self.team | self.officer)
        self.assertEqual(self.targets(wizard), [34, 33, 33])
        wizard.line_ids[2:].included = False
        wizard._distribute()
        goals = self.created(wizard.action_apply())
        self.assertEqual(goals.mapped("target"), [50, 50])
        self.assertEqual(goals.employee_id, self.team)
        self.assertEqual(goals.parent_id, self.source)
        self.assertEqual(goals.create_uid, self.manager.user_id)
        self.assertFalse(self.source.carried_by_nobody)

    def test_proposals_say_nothing_in_the_name_of_the_receiver(self):
        """P6: why it matters and the confidence are the employee's own; the employee amends."""
        source = self.goal("department", why="Ours", confidence=9, name="Sell 100 units in Q3")
        self.manager.user_id.write({"lang": "en_US"})
        wizard = self.cascade(source, people=self.team)
        wizard = wizard.with_context(default_why="Not mine", default_confidence=9)
        goals = self.created(wizard.action_apply())
        self.assertEqual(len(goals), 2)
        self.assertFalse(any(goals.mapped("why")) or any(goals.mapped("confidence")))
        mine = self.as_user(goals[:1], self.employee)
        mine.write({"target": 40, "why": "Sales pay for the rest", "confidence": 7})
        self.assertEqual(mine.target, 40)

    def test_a_target_is_divided_by_weight(self):
        """P2: in proportion to the weights; where it starts is divided with it."""
        source = self.goal("department", method="progress", baseline=80, is_additive=True)
        wizard = self.cascade(source, people=self.team, split="weight")
        wizard.line_ids[0].share = 3
        wizard._distribute()
        goals = self.created(wizard.action_apply())
        self.assertEqual(goals.mapped("target"), [75, 25])
        self.assertEqual(goals.mapped("baseline"), [60, 20])

    def test_parts_that_do_not_add_up_are_refused_and_kept(self):
        """P2: the sentence says by how much, and what was entered is still there."""
        wizard = self.cascade(self.source, people=self.team, split="hand")
        wizard.line_ids[0].target, wizard.line_ids[1].target = 50, 45
        self.assertIn("5 less than the target of 100", wizard.balance)
        with self.assertRaisesRegex(UserError, "95 units together, 5 less"):
            wizard.action_apply()
        self.assertEqual(self.targets(wizard), [50, 45])
        wizard.line_ids[1].target = 60
        with self.assertRaisesRegex(UserError, "10 more than the target"):
            wizard.action_apply()
        wizard.line_ids[1].target = 50
        self.assertEqual(len(self.created(wizard.action_apply())), 2)

    def test_a_rate_is_the_same_for_everyone(self):
        """P2: what does not add up is not divided, and need not make a sum."""
        source = self.goal("department", metric="Satisfaction", target=90)
        wizard = self.cascade(source, people=self.team)
        self.assertEqual(self.targets(wizard), [90, 90])
        wizard.split = "hand"
        wizard.line_ids[0].target = 85
        self.assertEqual(self.created(wizard.action_apply()).mapped("target"), [85, 90])

    def test_a_second_time_divides_the_rest(self):
        """P2: what others have already counts, and nobody gets the same goal twice."""
        first = self.cascade(self.source, people=self.employee, split="hand")
        first.line_ids.target = 100
        self.created(first.action_apply()).target = 60
        second = self.cascade(self.source, people=self.team)
        self.assertEqual(second.given, 60)
        self.assertIn("already", second.line_ids[0].obstacle)
        goals = self.created(second.action_apply())
        self.assertEqual((goals.employee_id, goals.target), (self.colleague, 40))

    def test_closed_plans_are_skipped_with_the_reason(self):
        """P2, P7: whoever has signed goals is left out, and the list says why."""
        evaluation = self.launch(self.quarter, self.team)[0]
        self.add_goal(evaluation)
        self.agree(evaluation)
        wizard = self.cascade(self.source, people=self.team)
        self.assertIn("signed", wizard.line_ids[0].obstacle)
        action = wizard.action_apply()
        self.assertIn("Employee: the goals are signed", action["params"]["message"])
        goals = self.created(action)
        self.assertEqual((goals.employee_id, goals.target), (self.colleague, 100))
        with self.assertRaisesRegex(UserError, "nobody to hand the goal down to"):
            self.cascade(self.source, people=self.employee).action_apply()

    def test_people_who_left_are_skipped_with_the_reason(self):
        """P2: a goal is handed down to nobody who has left meanwhile."""
        rate = self.goal("department", metric="Satisfaction")
        wizard = self.cascade(rate, people=self.team)
        self.employee.active = False
        wizard.line_ids.invalidate_recordset()
        self.assertEqual(wizard.line_ids[0].obstacle, "Employee has left.")
        goals = self.created(wizard.action_apply())
        self.assertEqual(goals.employee_id, self.colleague)

    def test_nobody_of_another_company(self):
        """P2, G1: HR of two companies hands a goal down inside its own company only."""
        other = self.env["res.company"].create({"name": "Other"})
        foreign = self.person("foreign", company=other)
        self.officer.user_id.company_ids |= other
        both = self.officer.user_id.company_ids.ids
        wizards = self.as_user(self.env["hr.performance.cascade.wizard"], self.officer)
        wizard = wizards.with_context(allowed_company_ids=both).create(
            {"goal_id": self.source.id, "line_ids": [(0, 0, {"employee_id": foreign.id})]}
        )
        self.assertIn("another company", wizard.line_ids.obstacle)
        with self.assertRaisesRegex(UserError, "nobody to hand the goal down to"):
            wizard.action_apply()

    def test_only_inside_the_own_line(self):
        """P2, G1: neither people nor departments of others; HR everywhere in the company."""
        for receivers in ({"people": self.stranger}, {"departments": self.other_department}):
            with self.assertRaisesRegex(AccessError, "You do not lead"):
                self.cascade(self.source, **receivers).action_apply()
        company = self.goal("company", is_additive=True)
        wizard = self.cascade(
            company, by=self.officer, departments=self.department | self.other_department
        )
        goals = self.created(wizard.action_apply())
        self.assertEqual(goals.department_id, self.department | self.other_department)
        self.assertEqual(goals.mapped("target"), [50, 50])

    def test_from_above_to_the_departments_of_the_line(self):
        """P2, G1: the boss hands the company's goal to departments that reports manage."""
        company = self.goal("company", is_additive=True)
        wizard = self.cascade(company, by=self.boss, departments=self.department)
        self.assertEqual(self.created(wizard.action_apply()).department_id, self.department)

    def test_a_manager_of_nobody_is_refused(self):
        """P2: a sentence says why there is nobody to choose."""
        wizards = self.as_user(self.env["hr.performance.cascade.wizard"], self.employee)
        with self.assertRaisesRegex(UserError, "You are manager of nobody"):
            Form(wizards.with_context(default_goal_id=self.source.id))
        with self.assertRaisesRegex((UserError, AccessError), "You are manager of nobody"):
            self.cascade(self.source, by=self.employee, people=self.colleague).action_apply()

    def test_a_dialog_tells_nothing_of_people_of_others(self):
        """E7: neither that their goals are signed, nor what an unreadable goal has for a target."""
        self.launch(self.quarter, self.stranger)
        wizard = self.cascade(self.source, people=self.stranger)
        self.assertEqual(wizard.line_ids.obstacle, "Not in your line.")
        foreign = self.goal(employee_id=self.stranger.id)
        wizards = self.as_user(self.env["hr.performance.break.down.wizard"], self.manager)
        for name in ("target", "given", "balance", "line_ids"):
            with self.assertRaises(AccessError):
                wizards.new({"goal_id": foreign.id})[name]

    def test_dialogs_are_private(self):
        """G1: what somebody is about to hand down is read by nobody else."""
        wizard = self.cascade(self.source, people=self.team)
        with self.assertRaises(AccessError):
            self.as_user(wizard, self.boss).read(["weight"])

    def test_goals_that_cannot_be_read_cannot_be_handed_down(self):
        """E7: a dialog tells nothing of a goal of somebody else."""
        foreign = self.goal(employee_id=self.stranger.id)
        with self.assertRaises(AccessError):
            self.cascade(foreign, people=self.team).action_apply()

    def test_the_form_keeps_a_line_per_receiver(self):
        """P2: choosing people makes the lines, and choosing one more loses no entry."""
        wizards = self.as_user(self.env["hr.performance.cascade.wizard"], self.manager)
        form = Form(wizards.with_context(default_goal_id=self.source.id))
        form.employee_ids.add(self.employee)
        form.employee_ids.add(self.colleague)
        form.split = "weight"
        with form.line_ids.edit(0) as line:
            line.share = 4
        wizard = form.save()
        self.assertEqual(self.targets(wizard), [80, 20])
        self.assertEqual(len(self.created(wizard.action_apply())), 2)

    def test_many_receivers_cost_the_same_queries(self):
        """G8: what can be said of all receivers is asked once."""

        def cost(count):
            start = len(self.department.member_ids)
            people = self.env["hr.employee"].union(
                *(
                    self.person(f"r{start + index}", parent_id=self.manager.id, user=False)
                    for index in range(count)
                )
            )
            wizard = self.cascade(self.source, people=people)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.assertFalse(any(wizard.line_ids.mapped("obstacle")))
            return self.env.cr.sql_log_count - before

        cost(2)
        self.assertLessEqual(cost(12), cost(6))
