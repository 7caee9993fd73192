from odoo.tests import tagged

from .alignment_common import AlignmentCase

PROPOSED = "hr_performance.activity_type_goals_proposed"


@tagged("post_install", "-at_install")
class TestGoalTodo(AlignmentCase):
    """P2, P6: whoever gets goals from somebody else has one to-do until they have answered."""

    def setUp(self):
        super().setUp()
        self.source = self.goal("department", is_additive=True)

    def todos(self, person, active=True):
        return self.env["mail.activity"].search(
            [
                ("activity_type_id", "=", self.env.ref(PROPOSED).id),
                ("user_id", "=", person.user_id.id),
                ("active", "=", active),
            ]
        )

    def hand_down(self, people, by=None, **values):
        return self.created(
            self.cascade(self.source, by=by, people=people, **values).action_apply()
        )

    def answer(self, goal, person, **values):
        words = {"why": "It pays for the rest of us", "confidence": 7}
        self.as_user(goal, person).write({**words, **values})

    def assign(self, people):
        """The manager gives each of these people two goals of the library."""
        templates = self.env.ref("hr_performance.goal_template_sales_revenue")
        templates |= self.env.ref("hr_performance.goal_template_rnd_release")
        evaluations = self.launch(self.quarter, people)
        self.as_user(evaluations, self.manager)._assign(templates, only_meant=False)
        return evaluations

    def test_each_receiver_has_one(self):
        """P2: handed down to two people, each has a to-do on the own goal, in time."""
        self.quarter.planning_due = "2024-07-10"
        goals = self.hand_down(self.employee | self.colleague)
        for person, goal in zip((self.employee, self.colleague), goals, strict=True):
            todo = self.todos(person)
            self.assertEqual((todo.res_model, todo.res_id), (goal._name, goal.id))
            self.assertEqual(str(todo.date_deadline), "2024-07-10")
            self.assertIn("Q3 2024", todo.summary)
        self.assertFalse(self.todos(self.manager))

    def test_closed_when_the_own_words_are_given(self):
        """P6: amending alone is no answer; the own words are."""
        goal = self.hand_down(self.employee)
        self.as_user(goal, self.employee).target = 90
        self.assertTrue(self.todos(self.employee))
        self.as_user(goal, self.manager).target = 95
        self.answer(goal, self.employee)
        self.assertFalse(self.todos(self.employee))
        self.assertEqual(len(self.todos(self.employee, active=False)), 1)

    def test_many_goals_are_one_todo(self):
        """P5: assigned goals make one to-do, which stays until all have the own words."""
        evaluation = self.assign(self.employee)
        self.assertEqual(len(self.todos(self.employee)), 1)
        first, second = evaluation.goal_ids._get_counted()
        self.answer(first, self.employee)
        self.assertEqual(len(self.todos(self.employee)), 1)
        self.answer(second, self.employee)
        self.assertFalse(self.todos(self.employee))

    def test_again_makes_no_second(self):
        """P2: while one is open, further goals of the cycle add none; another cycle does."""
        self.hand_down(self.employee)
        self.source = self.goal("department", name="Win 10 customers", metric="Customers")
        self.hand_down(self.employee)
        self.assertEqual(len(self.todos(self.employee)), 1)
        self.hand_down(self.employee, cycle_id=self.next_quarter.id)
        self.assertEqual(len(self.todos(self.employee)), 2)

    def test_closed_by_submitting(self):
        """P7: with the goals put up for signing nothing is left to do, whoever puts them up."""
        evaluation = self.launch(self.quarter, self.employee)
        goal = self.hand_down(self.employee)
        goal.sudo().write({"why": "It pays for the rest of us", "confidence": 7, "weight": 100})
        self.assertTrue(self.todos(self.employee))
        self.as_user(evaluation.agreement_id, self.manager).action_submit()
        self.assertFalse(self.todos(self.employee))

    def test_department_hands_it_on(self):
        """P2: the manager of a department answers by amending the goal or handing it on."""
        self.source = self.goal("company", is_additive=True)
        wizard = self.cascade(self.source, by=self.boss, departments=self.department)
        mine = self.created(wizard.action_apply())
        self.assertEqual(self.todos(self.manager).res_id, mine.id)
        self.source = mine
        self.hand_down(self.employee)
        self.assertFalse(self.todos(self.manager))
        self.assertTrue(self.todos(self.employee))

    def test_nobody_tells_oneself(self):
        """P1: the parts of an own goal, and receivers without a login, make no to-do."""
        whole = self.goal(cycle_id=self.year.id, by=self.employee)
        wizards = self.as_user(self.env["hr.performance.break.down.wizard"], self.employee)
        wizards.create({"goal_id": whole.id}).action_apply()
        self.assertFalse(self.todos(self.employee))
        mute = self.person("mute", parent_id=self.manager.id, user=False)
        self.assertTrue(self.hand_down(mute))

    def test_many_receivers_cost_the_same_queries(self):
        """G8: the to-dos of ten receivers cost as many queries as those of five."""
        costs = []
        for size in (5, 10):
            people = self.env["hr.employee"].union(
                *(
                    self.person(f"r{size}_{index}", parent_id=self.manager.id)
                    for index in range(size)
                )
            )
            goals = self.goal("department")
            vals = [
                {"name": "Sell", "cycle_id": self.quarter.id, "employee_id": one.id, "target": 1}
                for one in people
            ]
            goals = goals.create(vals)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            goals.sudo()._tell_receivers(self.manager.user_id)
            self.env.flush_all()
            costs.append(self.env.cr.sql_log_count - before)
            self.assertTrue(all(self.todos(one) for one in people))
        self.assertLessEqual(costs[1], costs[0] + 1)
