from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .alignment_common import AlignmentCase


@tagged("post_install", "-at_install")
class TestAlignment(AlignmentCase):
    """P2: what a goal serves, who carries it, who contributes, and how far the goals below are."""

    def test_goals_serve_upwards(self):
        """P2: a goal of the company cannot serve one of a department."""
        department = self.goal("department")
        with self.assertRaisesRegex(ValidationError, "goals serve upwards"):
            self.goal("company", parent_id=department.id)
        person = self.goal(parent_id=department.id)
        with self.assertRaisesRegex(ValidationError, "goals serve upwards"):
            person.parent_id = False
            self.as_user(department, self.officer).parent_id = person

    def test_a_circle_is_refused(self):
        """P2: a goal cannot serve itself, not even indirectly."""
        company = self.goal("company")
        second = self.goal("company", parent_id=company.id)
        with self.assertRaisesRegex(ValidationError, "cannot serve itself"):
            self.as_user(company, self.officer).parent_id = second

    def test_a_goal_of_a_later_cycle_cannot_be_served(self):
        """P2: a quarter serves its year or itself, not the quarter that follows."""
        year = self.goal("company", cycle_id=self.year.id)
        self.assertEqual(self.goal(parent_id=year.id).parent_id, year)
        later = self.goal("company", cycle_id=self.next_quarter.id)
        with self.assertRaisesRegex(ValidationError, "Q4 2024 starts after Q3 2024"):
            self.goal(parent_id=later.id)

    def test_a_goal_of_another_company_cannot_be_served(self):
        """P2, G1: the tree ends at the company."""
        other = self.env["res.company"].create({"name": "Elsewhere"})
        self.env.user.company_ids |= other
        cycle = self.create_cycle(company_id=other.id, code="E")
        foreign = self.env["hr.performance.goal"].create(
            {"name": "Elsewhere", "cycle_id": cycle.id, "level": "company", "target": 1}
        )
        mine = self.goal("company")
        with self.assertRaisesRegex(UserError, "Elsewhere"):
            mine.with_env(self.env).parent_id = foreign
        with self.assertRaises(AccessError):
            self.as_user(mine, self.officer).parent_id = foreign.id

    def test_a_person_serves_those_above_only(self):
        """P2: the goal of a person can be served by those whom the person leads."""
        above = self.goal(employee_id=self.manager.id)
        self.assertTrue(self.goal(parent_id=above.id))
        with self.assertRaisesRegex(ValidationError, "Manager does not lead Stranger"):
            self.goal(employee_id=self.stranger.id, parent_id=above.id)

    def test_a_refusal_tells_no_name_of_a_goal_that_is_not_read(self):
        """E7: the owner of a goal may move it although it serves a goal that they cannot read."""
        above = self.goal(employee_id=self.manager.id, name="Secret plan")
        mine = self.as_user(self.goal(parent_id=above.id), self.employee)
        mine.write({"cycle_id": self.quarter.id})
        with self.assertRaisesRegex(ValidationError, "a goal of somebody else"):
            mine.write(
                {"cycle_id": self.year.id, "date_start": "2024-07-01", "date_due": "2024-09-30"}
            )
        with self.assertRaises(AccessError):
            self.goal(by=self.employee, parent_id=above.id)

    def test_who_serves_nothing(self):
        """P2: a goal names the goal that it serves, or says why not; the filter finds the rest."""
        company = self.goal("company")
        loose, served = self.goal("department"), self.goal("department", parent_id=company.id)
        excused = self.goal(no_parent_reason="Required by law")
        found = self.search_as(self.officer, [("serves_nothing", "=", True)])
        self.assertEqual(found & (company | loose | served | excused), loose)
        self.assertTrue(loose.serves_nothing)
        self.assertFalse((company | served | excused).filtered("serves_nothing"))
        rest = self.search_as(self.officer, [("serves_nothing", "=", False)])
        self.assertEqual(rest & (company | loose | served | excused), company | served | excused)

    def test_who_is_carried_by_nobody(self):
        """P2: goals of company and departments that no goal below serves, also through parts."""
        year = self.goal("company", cycle_id=self.year.id)
        part = self.goal("company", parent_id=year.id, part_of_id=year.id)
        everything = year | part
        domain = [("carried_by_nobody", "=", True), ("id", "in", everything.ids)]
        self.assertEqual(self.search_as(self.officer, domain), everything)
        carrier = self.goal("department", parent_id=part.id)
        self.assertFalse(self.search_as(self.officer, domain))
        self.assertFalse(everything.filtered("carried_by_nobody"))
        self.assertTrue(carrier.carried_by_nobody)
        person = self.goal(parent_id=carrier.id)
        carrier.invalidate_recordset()
        self.assertFalse(carrier.carried_by_nobody or person.carried_by_nobody)
        person.cancelled = True  # who has given a goal up carries nothing
        carrier.invalidate_recordset()
        self.assertTrue(carrier.carried_by_nobody)

    def test_leaders_write_for_departments_of_their_line(self):
        """G1: whoever leads a department, directly or from above, writes its goals."""
        for leader in (self.manager, self.boss):
            goal = self.goal("department", by=leader)
            self.as_user(goal, leader).weight = 40
            self.measure(goal, 10, by=leader)
        with self.assertRaises(AccessError):
            self.goal("department", by=self.stranger)
        with self.assertRaises(AccessError):
            self.goal("company", by=self.manager)

    def test_forms_are_closed_where_a_save_is_refused(self):
        """P1, G1: whoever reads a goal of the company or a department is not offered to change it,
        nor to hand it down without anybody to hand it to."""
        company, department = self.goal("company"), self.goal("department")
        for person, writes, leads in (
            (self.officer, (True, True), True),
            (self.manager, (False, True), True),
            (self.employee, (False, False), False),
            (self.auditor, (False, False), False),
        ):
            goals = self.as_user(company | department, person)
            self.assertEqual(tuple(goals.mapped("can_write")), writes, person.name)
            self.assertEqual(goals[0].can_hand_down, leads, person.name)
        self.assertTrue(
            self.as_user(self.env["hr.performance.goal"].new(), self.employee).can_write
        )

    def test_goals_of_the_company_are_proposed_to_hr_only(self):
        """P1: a department manager who adds a goal to a meeting starts with one of a department."""
        goals = self.env["hr.performance.goal"].with_context(default_level="company")
        for person, level in ((self.officer, "company"), (self.manager, "department")):
            self.assertEqual(self.as_user(goals, person).default_get(["level"])["level"], level)


@tagged("post_install", "-at_install")
class TestGoalTree(AlignmentCase):
    """P2, G5: the tree and the roll-up of progress."""

    def setUp(self):
        super().setUp()
        self.company_goal = self.goal("company")
        self.department_goal = self.goal("department", parent_id=self.company_goal.id)

    def add_people(self, values):
        """One goal for each value, of a new person in the department."""
        goals = self.env["hr.performance.goal"]
        for value in values:
            person = self.person(f"p{len(self.department.member_ids)}", parent_id=self.manager.id)
            goal = self.goal(employee_id=person.id, parent_id=self.department_goal.id)
            if value is not None:
                self.measure(goal, value)
            goals |= goal
        self.department_goal.invalidate_recordset()
        return goals

    def rollup(self, goal, person):
        seen = self.as_user(goal, person)
        return seen.rollup if seen.has_rollup else None

    def test_progress_rolls_up_by_weight_without_what_is_missing(self):
        """P2: 80 and 100, and one that is not measured, make 90; department up to company."""
        self.add_people([80, 100, None])
        self.assertEqual(self.rollup(self.department_goal, self.manager), 90)
        self.assertEqual(self.rollup(self.company_goal, self.officer), 90)
        self.measure(self.department_goal, 60)
        self.company_goal.invalidate_recordset()
        self.assertEqual(self.rollup(self.company_goal, self.officer), 60)

    def test_weights_count(self):
        """P2: a goal of three times the weight counts three times."""
        first, second = self.add_people([80, 100])
        first.weight, second.weight = 75, 25
        self.assertEqual(self.rollup(self.department_goal, self.officer), 85)

    def test_cancelled_goals_do_not_count(self):
        """P2: what was given up neither lifts nor lowers the goals above."""
        first, _second = self.add_people([80, 100])
        first.cancelled = True
        self.department_goal.invalidate_recordset()
        self.assertEqual(self.rollup(self.department_goal, self.officer), 100)

    def test_a_rollup_does_not_tell_of_one_person(self):
        """P2, E7: whoever may not read the goals below sees their mean from three people on."""
        self.add_people([80, 100])
        for goal in (self.department_goal, self.company_goal):
            self.assertIsNone(self.rollup(goal, self.stranger))
            self.assertEqual(self.rollup(goal, self.manager), 90)
        self.add_people([120])
        self.assertEqual(self.rollup(self.department_goal, self.stranger), 100)

    def test_each_role_sees_its_part_of_the_tree(self):
        """P2, G1: record rules decide what is in the tree."""
        mine, other = self.goal(parent_id=self.department_goal.id), self.add_people([80])
        everything = self.company_goal | self.department_goal | mine | other
        shared = self.company_goal | self.department_goal
        for person, expected in (
            (self.officer, everything),
            (self.auditor, everything),
            (self.manager, everything),
            (self.employee, shared | mine),
            (self.stranger, shared),
        ):
            goals = self.as_user(self.env["hr.performance.goal"], person)
            rows = goals.hierarchy_read(
                [("id", "in", everything.ids)], {"name": {}, "rollup": {}}, "parent_id", "child_ids"
            )
            self.assertEqual({row["id"] for row in rows}, set(expected.ids), person.name)

    def test_the_tree_begins_with_the_own_goal_where_the_one_above_is_closed(self):
        """E7: an employee whose only goal serves the manager's own sees a tree all the same."""
        above = self.goal(employee_id=self.manager.id)
        mine = self.goal(parent_id=above.id)
        goals = self.as_user(self.env["hr.performance.goal"], self.employee)
        domain = [("id", "=", mine.id)]
        for expected in (1, 2):
            rows = goals.hierarchy_read(domain, {"name": {}}, "parent_id", "child_ids")
            self.assertEqual(len(rows), expected)
            self.goal(parent_id=mine.id)

    def test_the_list_follows_the_tree(self):
        """P2: sorted by place, every goal stands behind the one that it serves, indented."""
        second = self.goal("company")
        person = self.goal(parent_id=self.department_goal.id)
        goals = self.company_goal | self.department_goal | person | second
        ordered = goals.search([("id", "in", goals.ids)], order="tree_path")
        self.assertEqual(ordered, goals)
        self.assertEqual(ordered.mapped("tree_depth"), [0, 1, 2, 0])
        self.department_goal.parent_id = second
        moved = goals.search([("id", "in", goals.ids)], order="tree_path")
        self.assertEqual(moved, self.company_goal | second | self.department_goal | person)

    def test_the_tree_costs_the_same_for_twice_as_many(self):
        """G8: no query per goal."""
        names = ["rollup", "carried_by_nobody", "serves_nothing", "tree_name", "owner_name"]

        def cost():
            self.env.invalidate_all()
            goals = self.search_as(self.manager, [("cycle_id", "=", self.quarter.id)])
            before = self.env.cr.sql_log_count
            goals.read(names)
            return self.env.cr.sql_log_count - before

        self.add_people([50] * 6)
        cost()
        few = cost()
        self.add_people([50] * 6)
        self.assertLessEqual(cost(), few)
