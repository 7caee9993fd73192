from odoo.tests import tagged

from ..common import PerformanceCase
from .judged_common import Judged

STAGES = ["missing", "drafted", "submitted", "signed", "started", "self", "manager"]
STAGES += ["calibrated", "released", "answered", "closed"]


@tagged("post_install", "-at_install")
class TestCockpit(Judged, PerformanceCase):
    """G5: the cockpit of a cycle counts what its reader may read, and opens what it counts."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle(
            planning_due="2024-07-10", self_due="2024-10-05", manager_due="2024-10-12"
        )

    def cockpit(self, person, **filters):
        cockpit = self.as_user(self.env["hr.performance.cockpit"], person)
        return cockpit.get_cockpit(self.cycle.id, **filters)

    def here(self, person, **filters):
        """Where people stand; steps at which nobody stands are left out."""
        stages = self.cockpit(person, **filters)["stages"]
        self.assertEqual([one["key"] for one in stages], STAGES)
        return {one["key"]: one["here"]["count"] for one in stages if one["here"]["count"]}

    def late(self, person, **filters):
        return {one["key"]: one["count"] for one in self.cockpit(person, **filters)["overdue"]}

    def grades(self, person, **filters):
        rows = self.cockpit(person, **filters)["grades"]["rows"]
        codes = {one.id: one.code for one in self.template.scale_id.grade_ids}
        return {codes[row["id"]]: row["figure"]["count"] for row in rows if row["figure"]["count"]}

    def figures(self, shown):
        """All figures of a cockpit, wherever they are."""
        if isinstance(shown, dict):
            if "domain" in shown:
                yield shown
            for part in shown.values():
                yield from self.figures(part)
        elif isinstance(shown, list):
            for part in shown:
                yield from self.figures(part)

    def assertFiguresOpen(self, person):
        """Each number is that of the records which it opens, read by the same person."""
        found = list(self.figures(self.cockpit(person)))
        self.assertGreater(len(found), 25)
        for figure in found:
            records = self.as_user(self.env[figure["model"]], person)
            self.assertEqual(figure["count"], records.search_count(figure["domain"]), figure)
        return found

    def walk(self):
        """Six people at six different steps; returns their evaluations."""
        people = self.employee | self.colleague | self.team(self.manager, "mate", 4)
        evaluations = self.launch(self.cycle, people)
        for evaluation in evaluations[1:]:
            self.add_goal(evaluation)
        for evaluation in evaluations[3:]:
            evaluation.agreement_id._transit_by_system("submit")
            evaluation.agreement_id._transit_by_system("complete")
        evaluations[2].agreement_id._transit_by_system("submit")
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
        return evaluations

    def test_funnel(self):
        """G5: each person stands at exactly one step; a step reached counts all further ones."""
        people = self.walk()
        expected = {"missing": 1, "drafted": 1, "submitted": 1, "started": 3}
        self.assertEqual(self.here(self.officer), expected)
        people[4]._with_pass().write({"state": "calibrating", "manager_submitted": True})
        people[5]._with_pass().write({"state": "communicating"})
        expected = {**expected, "started": 1, "manager": 1, "released": 1}
        self.assertEqual(self.here(self.officer), expected)
        reached = {one["key"]: one["reached"] for one in self.cockpit(self.officer)["stages"]}
        self.assertEqual(
            [reached[key] for key in ("missing", "drafted", "signed", "self", "released")],
            [6, 5, 3, 2, 1],
        )
        people[5]._with_pass().write({"state": "lapsed"})
        [stage] = [one for one in self.cockpit(self.officer)["stages"] if one["parts"]]
        [answer] = stage["parts"]
        self.assertEqual((answer["label"], answer["count"]), ("No answer", 1))
        people[0]._with_pass().write({"state": "cancelled"})
        self.assertEqual(self.cockpit(self.officer)["people"]["count"], 5)

    def test_figures_open_their_records(self):
        """G5: each figure opens the records behind it, as many as it says, for HR and the line."""
        people = self.walk()
        self.judge(people[3:5].employee_id, (95, 110))
        with self.at("2024-10-20"):
            for person in (self.officer, self.auditor, self.manager, self.boss):
                self.assertFiguresOpen(person)
                # Who owes the own review of somebody reads no grade of them before.
                readable = {} if person == self.manager else {"GO": 2}
                self.assertEqual(self.grades(person), readable)

    def test_overdue(self):
        """G3, G5: what is late, by phase; what is not due yet is not there."""
        self.walk()
        with self.at("2024-07-10"):
            self.assertNotIn("goals", self.late(self.officer))
        with self.at("2024-07-11"):
            self.assertEqual(self.late(self.officer)["goals"], 3)
            self.assertNotIn("self", self.late(self.officer))
        with self.at("2024-10-06"):
            late = self.late(self.officer)
            self.assertEqual((late["self"], late.get("manager")), (3, None))
        with self.at("2024-10-13"):
            late = self.late(self.manager)
            self.assertEqual((late["self"], late["manager"]), (3, 3))

    def test_filters(self):
        """G5: by department with those below it, and by the whole line of a manager."""
        north = self.env["hr.department"].create(
            {"name": "North", "parent_id": self.department.id, "company_id": self.company.id}
        )
        above = self.person("above", parent_id=self.manager.id)
        below = self.person("below", parent_id=above.id, department_id=north.id)
        self.launch(self.cycle, self.employee | above | below | self.stranger)
        sales = self.department.id
        for person in (self.officer, self.boss):
            for filters, expected in (
                ({}, 4),
                ({"department_id": sales}, 4),
                ({"department_id": north.id}, 1),
                ({"manager_id": self.manager.id}, 3),
                ({"manager_id": above.id}, 1),
                ({"manager_id": above.id, "department_id": north.id}, 1),
            ):
                self.assertEqual(self.cockpit(person, **filters)["people"]["count"], expected)
        filters = self.cockpit(self.manager)["filters"]
        self.assertEqual([one["name"] for one in filters["managers"]], ["Above", "Manager"])
        self.assertEqual(
            [one["name"] for one in filters["departments"]], ["Sales", "Sales / North"]
        )

    def test_guideline(self):
        """E8, G5: grades against the guideline, and from 10 people on how many too many."""
        people = self.team(self.manager, "mate", 10)
        self.launch(self.cycle, people)
        self.judge(people[:3], (115,) * 3, "EX")
        self.judge(people[3:9], (95,) * 6, "GO")
        excellent = self.template.scale_id._get_grade("EX")
        excellent.write({"guideline_kind": "le", "guideline_share": 20})
        row = self.cockpit(self.officer)["grades"]["rows"][0]
        self.assertEqual((row["id"], row["guideline"], row["advice"]), (excellent.id, "≤ 20 %", ""))
        self.judge(people[9:], (115,), "EX")
        row = self.cockpit(self.officer)["grades"]["rows"][0]
        self.assertEqual((row["figure"]["count"], row["share"]), (4, 40))
        self.assertEqual((row["low"], row["high"], row["advice"]), (0, 20, "remove 2"))

    def test_coverage(self):
        """C1, G5: expected coaching talks by state, and the share on time."""
        evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(evaluation)
        with self.at("2024-07-02"):
            self.agree(evaluation)
        with self.at("2024-09-15"):
            self.env["hr.performance.coaching.slot"]._refresh(evaluation)
        slots = self.env["hr.performance.coaching.slot"].search([])
        coverage = self.cockpit(self.manager)["coverage"]
        self.assertEqual(coverage["expected"], len(slots))
        self.assertEqual(coverage["share"], 0)
        counts = {row["key"]: row["count"] for row in coverage["rows"]}
        self.assertGreater(counts["missing"], 0)
        self.assertEqual(counts["missing"], slots.mapped("status").count("missing"))
        self.assertEqual(self.late(self.manager)["talks"], counts["missing"])

    # Who reads what

    def test_line(self):
        """G1, G5: managers count their whole line and nobody else; others find nobody."""
        other = self.person("other", parent_id=self.stranger.id)
        self.launch(self.cycle, self.employee | self.manager | other)
        self.assertEqual(self.here(self.manager), {"missing": 1})
        self.assertEqual(self.here(self.stranger), {"missing": 1})
        self.assertEqual(self.here(self.boss), {"missing": 3})
        for person in (self.employee, self.colleague, self.payroll):
            self.assertEqual(self.cockpit(person), {"cycles": [], "cycle": False})
        # A filter reaches nobody outside the own line.
        self.assertEqual(self.here(self.manager, manager_id=self.stranger.id), {})

    def test_other_company(self):
        """G1, G5: HR of another company finds no cycle, and cannot ask for one."""
        self.launch(self.cycle, self.employee)
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_officer", company=elsewhere)
        self.assertEqual(self.cockpit(foreign), {"cycles": [], "cycle": False})

    def test_own_file(self):
        """E7, G5: nobody finds themselves in the figures, HR neither."""
        self.launch(self.cycle, self.employee)
        officer, self.officer = self.officer, self.admin
        self.launch(self.cycle, officer)
        self.officer = officer
        self.assertEqual(self.cockpit(officer)["people"]["count"], 1)
        self.assertEqual(self.cockpit(self.admin)["people"]["count"], 2)

    def test_grades_that_may_be_read(self):
        """E7, G5: a grade that is withheld from the reader shows through no figure."""
        people = self.employee | self.colleague
        evaluations = self.launch(self.cycle, people)
        self.judge(people, (95, 110), "GO")
        self.assertEqual(self.grades(self.officer), {"GO": 2})
        self.assertEqual(self.grades(self.manager), {"GO": 2})
        # The boss owes an own review of one of them, and reads no grade before.
        self.env["hr.performance.review"].create(
            {
                "evaluation_id": evaluations[0].id,
                "role": "second",
                "reviewer_id": self.boss.id,
            }
        )
        self.assertEqual(self.grades(self.boss), {"GO": 1})
        self.assertEqual(self.cockpit(self.boss)["grades"]["people"]["count"], 1)

    def test_anonymous_reviewers(self):
        """E3, G5: who among peers is late is counted for HR alone."""
        evaluations = self.walk()
        self.env["hr.performance.review"].create(
            {
                "evaluation_id": evaluations[4].id,
                "role": "peer",
                "reviewer_id": self.stranger.id,
            }
        )
        with self.at("2024-10-20"):
            self.assertEqual(self.late(self.officer)["others"], 1)
            self.assertNotIn("others", self.late(self.manager))

    def test_opening(self):
        """G5: a cycle opens its own cockpit; without a choice the newest under way is shown."""
        self.launch(self.cycle, self.employee)
        action = self.as_user(self.cycle, self.manager).action_open_cockpit()
        self.assertEqual(action["params"], {"cycle_id": self.cycle.id})
        newer = self.create_cycle(
            code="2024Q4",
            date_start="2024-10-01",
            date_end="2024-12-31",
            payout_from="2025-01-01",
            payout_to="2025-03-31",
        )
        self.launch(newer, self.employee)
        cockpit = self.as_user(self.env["hr.performance.cockpit"], self.officer)
        self.assertEqual(cockpit.get_cockpit()["cycle"]["id"], newer.id)
        newer._with_pass().write({"state": "closed"})
        self.assertEqual(cockpit.get_cockpit()["cycle"]["id"], self.cycle.id)

    def test_growth(self):
        """G8: the same number of queries for any number of people, for HR and for the line."""
        people = self.team(self.manager, "mate", 6)
        self.launch(self.cycle, people[:3])
        self.judge(people[:3], (95,) * 3)
        before = self.queries()
        self.launch(self.cycle, people[3:])
        self.judge(people[3:], (95,) * 3)
        after = self.queries()
        self.assertEqual(before, after)
        self.assertLess(max(after), 30)

    def queries(self):
        """Queries of HR and of the top manager, when set-up, groups and rules are known."""
        for _each in range(2):
            counts = [
                self.count_queries(lambda one=person: self.cockpit(one))
                for person in (self.officer, self.boss)
            ]
        return counts
