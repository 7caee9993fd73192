from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestAgreement(PerformanceCase):
    """Weights that make 100 %, and goals that stay as they were signed (P3, P7)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)
        self.agreement = self.as_user(self.evaluation.agreement_id, self.employee)

    def refused(self, sentence):
        with self.assertRaisesRegex(UserError, sentence):
            self.agreement.action_submit()
        self.assertEqual(self.agreement.state, "draft")

    def test_weights_make_hundred(self):
        """P3: 99.99 % and 110 % are refused, with the sum in the sentence."""
        self.refused("There is no goal yet")
        first = self.add_goal(self.evaluation, weight=60)
        self.refused("weigh 60 % together, not 100 %")
        second = self.add_goal(self.evaluation, name="Second", weight=50)
        self.refused("weigh 110 % together")
        self.as_user(second, self.employee).weight = 39.99
        self.refused("weigh 99.99 % together")
        self.as_user(second, self.employee).weight = 40
        self.agreement.action_submit()
        self.assertEqual(self.agreement.state, "submitted")
        self.assertTrue(first.is_locked)

    def test_smallest_and_largest_weight(self):
        """P3: each goal weighs between the template's bounds, unless it is the only one."""
        self.add_goal(self.evaluation, weight=96)
        small = self.add_goal(self.evaluation, name="Small", weight=4)
        self.refused("“Small” weighs 4 %; a goal weighs between 5 % and 80 %")
        self.refused("weighs 96 %")
        self.as_user(small, self.employee).unlink()
        self.as_user(self.evaluation.goal_ids, self.employee).weight = 100
        self.agreement.action_submit()

    def test_objective_needs_a_key_result(self):
        """P1, P3: an objective without a weighted key result cannot be agreed."""
        objective = self.add_goal(self.evaluation, kind="objective", method="key_results")
        self.refused("has no key result with a weight")
        served = {"name": "Served", "parent_id": objective.id, "weight": 10}
        other = self.launch(self.evaluation.cycle_id, self.colleague)
        self.colleague.parent_id = self.employee  # who may serve the objective, and is no result
        self.add_goal(other, by=self.manager, **served)
        self.refused("has no key result with a weight")
        self.add_goal(self.evaluation, kind="key_result", parent_id=objective.id, weight=100)
        self.agreement.action_submit()

    def test_signed_goals_are_closed_to_everybody(self):
        """P7: put up for signing, or signed, no goal changes, comes or goes; not by import."""
        goal = self.add_goal(
            self.evaluation,
            method="milestones",
            milestone_ids=[(0, 0, {"name": "First half"}), (0, 0, {"name": "Second half"})],
        )
        self.agreement.action_submit()
        self.check_closed(goal, "put up for signing")
        self.sign(self.agreement, self.employee, "employee")
        self.sign(self.agreement, self.manager, "manager")
        self.check_closed(goal, "signed by employee and manager")

    def check_closed(self, goal, sentence):
        child = {"name": "One more", "cycle_id": self.cycle.id, "method": "done"}
        changes = (
            {"target": 1},
            {"weight": 50},
            {"name": "Easier"},
            {"cap": 1000},
            {"cancelled": True},
            {"employee_id": self.colleague.id},
            {"cycle_id": self.cycle.id},
            {"milestone_ids": [(0, 0, {"name": "Third half"})]},
            {"milestone_ids": [(1, goal.milestone_ids[0].id, {"weight": 100})]},
            {"milestone_ids": [(2, goal.milestone_ids[0].id)]},
            {"child_ids": [(0, 0, {**child, "employee_id": self.employee.id})]},
        )
        for person in (self.employee, self.manager, self.officer, self.admin):
            mine = self.as_user(goal, person)
            for vals in changes:
                with (
                    self.subTest(person=person.name, vals=vals),
                    self.assertRaisesRegex(UserError, sentence),
                    self.cr.savepoint(),  # taken back, as by a request that fails
                ):
                    mine.write(vals)
            with self.assertRaisesRegex(UserError, sentence):
                mine.unlink()
            for add in (mine.copy, lambda by=person: self.add_goal(self.evaluation, by=by)):
                with self.assertRaisesRegex(UserError, sentence), self.cr.savepoint():
                    add()
            answer = mine.load([".id", "target"], [[str(goal.id), "1"]])
            self.assertIn(sentence, answer["messages"][0]["message"])
        self.assertEqual(goal.milestone_ids.mapped("name"), ["First half", "Second half"])

    def test_no_way_round_by_another_record(self):
        """P7: evaluation, agreement and cycle are no back door to goals and steps."""
        goal = self.add_goal(self.evaluation)
        self.agreement.action_submit()
        command = [(1, goal.id, {"target": 1})]
        for person in (self.employee, self.manager, self.officer):
            for record in (self.evaluation, self.agreement):
                with self.assertRaises(AccessError):
                    self.as_user(record, person).write({"goal_ids": command})
        cycle = self.as_user(self.cycle, self.officer)
        for field, vals in (
            ("evaluation_ids", {"manager_submitted": True}),
            ("evaluation_ids", {"agreement_id": False}),
            ("batch_ids", {"state": "done"}),
        ):
            record = self.cycle[field][:1]
            with self.assertRaises(AccessError):
                cycle.write({field: [(1, record.id, vals)]})
        for field in ("result_ids", "evaluation_ids"):
            with self.assertRaises(AccessError):
                cycle.write({field: [(0, 0, {"employee_id": self.stranger.id})]})
        self.assertEqual(goal.target, 100)

    def test_nothing_is_moved_into_signed_goals(self):
        """P7: neither from another cycle, nor from somebody else's goals that are still open."""
        self.add_goal(self.evaluation)
        self.agree(self.evaluation)
        days = {"date_start": "2024-10-01", "date_due": "2024-12-31"}
        later = self.create_cycle(
            name="Q4 2024",
            code="2024Q4",
            date_start="2024-10-01",
            date_end="2024-12-31",
            payout_from="2025-01-01",
            payout_to="2025-03-31",
        )
        goals = self.as_user(self.env["hr.performance.goal"], self.employee)
        values = {"name": "Spare", "employee_id": self.employee.id, "target": 5}
        spare = goals.create({**values, **days, "cycle_id": later.id})
        days = {"date_start": "2024-07-01", "date_due": "2024-09-30"}
        theirs = self.add_goal(self.launch(self.cycle, self.colleague), by=self.manager)
        for goal, person, vals in (
            (spare, self.employee, {**days, "cycle_id": self.cycle.id}),
            (theirs, self.manager, {"employee_id": self.employee.id}),
        ):
            with (
                self.assertRaisesRegex(UserError, "signed by employee and manager"),
                self.cr.savepoint(),
            ):
                self.as_user(goal, person).write(vals)
        self.assertEqual(len(self.evaluation.goal_ids), 1)

    def test_goals_written_before_the_launch(self):
        """P1: goals of somebody who is launched later come into the Goal Confirmation."""
        vals = {
            "name": "Early",
            "cycle_id": self.cycle.id,
            "employee_id": self.colleague.id,
            "target": 10,
            "weight": 100,
        }
        goal = self.as_user(self.env["hr.performance.goal"], self.manager).create(vals)
        self.assertFalse(goal.evaluation_id)
        evaluation = self.launch(self.cycle, self.colleague)
        self.assertEqual(goal.evaluation_id, evaluation)
        self.as_user(goal, self.colleague).write({"why": "It feeds the others", "confidence": 8})
        self.agree(evaluation)
        self.assertTrue(goal.is_agreed)

    def test_signed_content_is_a_copy(self):
        """P7: what was signed stays as it was, with its digest, whatever is renamed later."""
        self.add_goal(self.evaluation)
        agreement = self.agree(self.evaluation)
        content = agreement._get_content()
        self.assertEqual(content["goals"][0]["target"], 100)
        self.assertEqual(content["manager"], "Manager")
        self.manager.name = "Somebody else"
        self.cycle.name = "Another name"
        self.assertEqual(agreement._get_content(), content)
        agreement._check_frozen_content()
        self.env.flush_all()
        self.cr.execute(
            "UPDATE hr_performance_agreement SET frozen_content ="
            " replace(frozen_content, '100', '999') WHERE id = %s",
            [agreement.id],
        )
        agreement.invalidate_recordset()
        with self.assertRaisesRegex(UserError, "does not match its digest"):
            agreement._check_frozen_content()
