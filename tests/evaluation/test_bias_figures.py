from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..common import PerformanceCase
from .judged_common import Judged

MILD, STRICT = (100, 102, 104, 96, 98), (70, 80, 90, 80, 80)


@tagged("post_install", "-at_install")
class TestBiasFigures(Judged, PerformanceCase):
    """E9: how the judgement of a manager compares with all others (formulas, section 10)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second = cls.person("second", parent_id=cls.boss.id)
        cls.mild = cls.team(cls.manager, "mild", 5)
        cls.strict = cls.team(cls.second, "strict", 5)
        cls.few = cls.team(cls.boss, "few", 4)

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.launch(self.cycle, self.mild | self.strict | self.few)
        self.judge(self.mild, MILD)
        self.judge(self.strict, STRICT)
        self.judge(self.few, STRICT)

    def answer(self, person, role, reviewer, points):
        """A submitted review with these points in each reviewed dimension."""
        evaluation = self.evaluation(person)
        evaluation._with_pass().write({"state": "evaluating"})
        review = self.env["hr.performance.review"].create(
            {"evaluation_id": evaluation.id, "role": role, "reviewer_id": reviewer.id}
        )
        lines = review.line_ids.filtered("dimension_id")
        self.env.cr.execute(
            "UPDATE hr_performance_review_line SET answer = 'points', points = %s WHERE id IN %s",
            [points, lines._ids],
        )
        lines.invalidate_recordset()
        review._with_pass().write({"state": "submitted"})
        evaluation._with_pass().write({"state": "calibrating"})
        return review

    def figures(self, reader, kind="manager"):
        """Open the figures as this person does; returns the rows by name."""
        self.env.invalidate_all()  # each request starts with an empty cache
        action = self.as_user(self.cycle, reader).action_open_biases()
        rows = self.as_user(self.env["hr.performance.bias"], reader).search(action["domain"])
        return {row.name: row for row in rows if row.kind == kind}

    def test_managers(self):
        """E9: mean, spread, leniency and shares of each manager from 5 people on, by hand."""
        found = self.figures(self.officer)
        self.assertEqual(found.keys(), {"Manager", "Second"}, "the boss has four people only")
        mild = found["Manager"]
        self.assertEqual((mild.people, mild.mean, mild.deviation), (5, 100.0, 2.83))
        # The others: five with a mean of 80, four with 80 too.
        self.assertEqual((mild.has_leniency, mild.leniency), (True, 20.0))
        self.assertEqual((mild.has_spread, mild.has_self_gap), (True, False))
        share = {"grade": "Good", "here": 100.0, "elsewhere": 100.0}
        self.assertEqual(mild.shares, [share])

    def test_departments(self):
        """E9: the same per department; without others to compare with, only what is its own."""
        [sales] = self.figures(self.officer, "department").values()
        self.assertEqual((sales.name, sales.people), ("Sales", 14))
        self.assertFalse(sales.has_leniency)
        self.assertIsNone(sales.shares[0]["elsewhere"])

    def test_self_against_manager(self):
        """E9: the mean of self minus manager, from five people of whom both judged."""
        for person in self.mild[:4]:
            self.answer(person, "self", person, 110)
            self.answer(person, "manager", self.manager, 100)
        self.assertFalse(self.figures(self.officer)["Manager"].has_self_gap)
        self.answer(self.mild[4], "manager", self.manager, 100)
        self.assertFalse(self.figures(self.officer)["Manager"].has_self_gap)
        self.answer(self.mild[4], "self", self.mild[4], 100)
        found = self.figures(self.officer)
        self.assertEqual(found["Manager"].self_gap, 8.0)
        self.assertFalse(found["Second"].has_self_gap)

    def test_made_of_what_the_reader_reads(self):
        """E7, E9: whose grade is withheld from HR is in none of the figures of that reader."""
        reviews = self.as_user(self.env["hr.performance.review"], self.officer)
        evaluation = self.evaluation(self.mild[0])
        evaluation._with_pass().write({"state": "evaluating"})
        owed = {"role": "other", "reviewer_id": self.admin.id}
        reviews.create({"evaluation_id": evaluation.id, **owed})
        self.assertNotIn("Manager", self.figures(self.admin), "four people are left")
        self.assertEqual(self.figures(self.admin)["Second"].people, 5)
        self.assertEqual(self.figures(self.officer)["Manager"].people, 5)
        user = self.auditor.user_id
        self.auditor.user_id = False
        self.env.flush_all()  # in one statement the old and the new employee would have the user
        self.mild[1].user_id = user
        reader = self.mild[1]
        self.assertNotIn("Manager", self.figures(reader), "the own file is not in it")

    def test_who_opens(self):
        """E9, G1: HR and auditors; nobody reads or writes what was computed for somebody else."""
        for person in (self.manager, self.boss, self.employee, self.payroll):
            with self.assertRaises(AccessError):
                self.as_user(self.cycle, person).action_open_biases()
            with self.assertRaises(AccessError):
                self.as_user(self.cycle.browse(), person).action_open_newest_biases()
        row = self.figures(self.officer)["Manager"]
        self.assertTrue(row.read())
        for person in (self.manager, self.auditor, self.admin):
            other = self.as_user(self.env["hr.performance.bias"].browse(row.id), person)
            self.assertFalse(other.search([("id", "=", row.id)]))
            for call in (other.read, other.action_open_ratings):
                with self.assertRaises(AccessError):
                    call()
        for call in (lambda: row.write({"mean": 1}), row.unlink, row.copy):
            with self.assertRaises(AccessError):
                call()

    def test_facilitator(self):
        """E9: who leads a session reads the figures of its people, and of nobody else."""
        self.cycle._with_pass().write({"state": "calibrating"})
        members = [(0, 0, {"evaluation_id": self.evaluation(one).id}) for one in self.mild]
        session = self.as_user(self.env["hr.performance.calibration"], self.officer).create(
            {
                "name": "Mild",
                "cycle_id": self.cycle.id,
                "scope": "list",
                "facilitator_id": self.stranger.id,
                "participant_ids": [(6, 0, self.colleague.ids)],
                "member_ids": members,
            }
        )
        self.assertEqual(self.figures(self.stranger).keys(), {"Manager"})
        self.assertEqual(self.figures(self.stranger)["Manager"].mean, 100.0)
        self.assertFalse(self.figures(self.stranger)["Manager"].has_leniency)
        action = self.as_user(session, self.stranger).action_open_biases()
        self.assertEqual(action["res_model"], "hr.performance.bias")
        for person in (self.colleague, self.employee):
            with self.assertRaises(AccessError):
                self.as_user(session, person).action_open_biases()

    def test_opened_again(self):
        """E9: opening again replaces the figures; the menu opens the newest cycle."""
        first = self.figures(self.officer)["Manager"]
        self.evaluation(self.mild[0]).rating_ids._with_pass().write({"score": 105})
        cycles = self.as_user(self.cycle.browse(), self.officer)
        action = cycles.action_open_newest_biases()
        rows = self.as_user(self.env["hr.performance.bias"], self.officer).search(action["domain"])
        self.assertFalse(first.exists())
        self.assertEqual(rows.filtered(lambda row: row.name == "Manager").mean, 101.0)
        action = rows.filtered(lambda row: row.name == "Manager").action_open_ratings()
        ratings = self.as_user(self.env[action["res_model"]], self.officer)
        self.assertEqual(ratings.search(action["domain"]).employee_id, self.mild)

    def test_no_query_per_person(self):
        """E9: ten people or twenty cost the same number of queries."""
        counts = []
        for _round in range(2):
            self.figures(self.officer)
            before = self.env.cr.sql_log_count
            self.figures(self.officer)
            counts.append(self.env.cr.sql_log_count - before)
            more = self.team(self.manager, "more", 9)
            self.launch(self.cycle, more)
            self.judge(more, range(80, 98, 2))
        self.assertEqual(counts[0], counts[1])


@tagged("post_install", "-at_install")
class TestChain(PerformanceCase):
    """The chain of grades as a timeline: who, when, why (E6, E8, A3)."""

    def test_chain(self):
        """E6, E7: each step with its author, but no author of a computation; withheld as it is."""
        [evaluation] = self.launch(self.create_cycle(), self.employee)
        goal = self.add_goal(evaluation)
        self.agree(evaluation)
        self.measure(goal, 110)
        with self.at("2024-10-08"):
            self.start_evaluation(evaluation.cycle_id)
            self.give_review(evaluation, "manager", self.manager)
        rating = evaluation.rating_ids
        excellent = self.template.scale_id._get_grade("EX")
        self.as_user(rating, self.manager)._decide(excellent, "Took over a region")
        self.assertFalse(self.as_user(evaluation, self.employee).chain)
        for person in (self.manager, self.officer):
            self.env.invalidate_all()
            chain = self.as_user(evaluation, person).chain
            self.assertEqual(chain, self.as_user(rating, person).chain)
            self.assertEqual([step["step"] for step in chain], ["computed", "manager"])
            self.assertFalse(chain[0]["who"])
            self.assertEqual(chain[1]["who"], "Manager")
            self.assertEqual(chain[1]["reason"], "Took over a region")
            self.assertEqual((chain[1]["from"], chain[1]["to"]), ("Good", "Excellent"))
        self.release(evaluation.cycle_id)
        self.env.invalidate_all()
        self.assertEqual(len(self.as_user(evaluation, self.employee).chain), 2)
