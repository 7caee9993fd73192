from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .talent_common import TalentCase


@tagged("post_install", "-at_install")
class TestNinebox(TalentCase):
    """R4: performance by potential, for HR and for managers of their line."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.third = self.person("third", user=False, parent_id=self.manager.id)
        self.evaluations = self.rated(
            self.cycle,
            {self.employee: "EX", self.colleague: "GO", self.third: None, self.manager: "NI"},
        )

    def names(self, person):
        return set(self.cards(person))

    def test_whose_cards(self):
        """R4, G1: HR and the auditor all but their own, managers their line, others nobody."""
        team = {"Employee", "Colleague", "Third"}
        self.assertEqual(self.names(self.manager), team)
        for person in (self.boss, self.officer, self.admin, self.auditor):
            self.assertEqual(self.names(person), team | {"Manager"}, person.name)
        for person in (self.employee, self.colleague, self.other_manager, self.payroll,
                       self.stranger, self.foreign):  # fmt: skip
            self.assertEqual(self.names(person), set(), person.name)
            self.assertEqual(self.box(person)["cycles"], [], person.name)

    def test_nobody_has_the_own_card(self):
        """R4: HR neither."""
        self.launch(self.cycle, self.auditor)
        self.as_user(self.cycle, self.admin)._launch(self.officer)
        self.assertNotIn("Officer", self.names(self.officer))
        self.assertNotIn("Auditor", self.names(self.auditor))
        self.assertIn("Officer", self.names(self.admin))

    def test_opens_where_somebody_has_a_grade(self):
        """R4: the newest cycle with a grade, of those of the own line; else the newest."""
        newer = self.create_cycle(
            name="Q4", code="2024Q4", date_start="2024-10-01", date_end="2024-12-31",
            payout_from=False, payout_to=False,
        )  # fmt: skip
        self.rated(newer, {self.employee: None, self.manager: "EX"})
        self.assertEqual(self.box(self.manager)["cycle_id"], self.cycle.id)
        self.assertEqual(self.box(self.boss)["cycle_id"], newer.id)
        latest = self.create_cycle(
            name="Q1", code="2025Q1", date_start="2025-01-01", date_end="2025-03-31",
            payout_from=False, payout_to=False,
        )  # fmt: skip
        self.rated(latest, {self.person("new", parent_id=self.other_manager.id): None})
        self.assertEqual(self.box(self.other_manager)["cycle_id"], latest.id)

    def test_boxes_and_shares(self):
        """R4: nine named boxes; shares of those placed, others wait."""
        self.move(self.manager, [self.evaluations[self.employee]], "high")
        self.move(self.manager, [self.evaluations[self.colleague]], "medium")
        box = self.box(self.manager)
        self.assertEqual(len(box["boxes"]), 9)
        found = {one["name"]: (one["count"], one["share"]) for one in box["boxes"] if one["count"]}
        self.assertEqual(found, {"Star": (1, 50.0), "Core performer": (1, 50.0)})
        third = self.cards(self.manager)["Third"]
        self.assertEqual((third["grade"], third["band"], third["potential"]), (False,) * 3)
        first = self.cards(self.manager)["Employee"]
        self.assertEqual((first["grade"], first["band"]), ("Excellent", "high"))
        self.assertEqual(first["reason"], "Learns fast")

    def test_column_of_the_grade(self):
        """R4: the column can be set on the grade."""
        self.template.scale_id._get_grade("GO").band = "high"
        self.assertEqual(self.cards(self.manager)["Colleague"]["band"], "high")

    def test_withheld(self):
        """E7: who still owes a review of the person reads no grade here either."""
        evaluation = self.evaluations[self.employee]
        evaluation._with_pass().write({"state": "evaluating"})
        self.as_user(self.env["hr.performance.review"], self.officer).create(
            {"evaluation_id": evaluation.id, "role": "second", "reviewer_id": self.boss.id}
        )
        self.assertFalse(self.cards(self.boss)["Employee"]["grade"])
        self.assertEqual(self.cards(self.officer)["Employee"]["grade"], "Excellent")

    def test_pools_on_the_card(self):
        """R4: names of pools for those who may know them."""
        self.member()
        self.assertEqual(self.cards(self.officer)["Employee"]["pools"], ["High-potential pool"])
        self.assertEqual(self.cards(self.manager)["Employee"]["pools"], [])
        self.company.performance_talent_visible = True
        self.assertEqual(self.cards(self.manager)["Employee"]["pools"], ["High-potential pool"])

    def test_hr_counts(self):
        """R4: both sides judge, HR's counts, and then the line cannot move the card."""
        evaluation = self.evaluations[self.employee]
        self.move(self.manager, [evaluation], "high")
        self.move(self.officer, [evaluation], "medium", "Not outside the own field")
        card = self.cards(self.manager)["Employee"]
        self.assertEqual((card["potential"], card["side"], card["movable"]), (
            "medium", "hr", False
        ))  # fmt: skip
        with self.assertRaisesRegex(UserError, "HR has judged"):
            self.move(self.manager, [evaluation], "high")
        sides = self.env["hr.performance.potential"].search([]).grouped("side")
        self.assertEqual({side: one.level for side, one in sides.items()}, {
            "manager": "high", "hr": "medium"
        })  # fmt: skip

    def test_who_moves_whom(self):
        """R4: the line and HR; nobody the own card, no other manager, no auditor."""
        evaluation = self.evaluations[self.employee]
        for person in (self.employee, self.colleague, self.other_manager, self.payroll,
                       self.foreign, self.stranger):  # fmt: skip
            with self.assertRaises(AccessError):
                self.move(person, [evaluation], "high", seen={str(evaluation.id): False})
        with self.assertRaisesRegex(UserError, "line above"):
            self.move(self.auditor, [evaluation], "high")
        with self.assertRaises(AccessError):
            self.move(self.manager, [evaluation, self.evaluations[self.manager]], "high")
        self.assertFalse(self.env["hr.performance.potential"].search([]))

    def test_a_move_needs(self):
        """R4: a reason and a level."""
        evaluation = self.evaluations[self.employee]
        for level, reason in (("high", " "), ("high", None), ("top", "Because"), (False, "No")):
            with self.assertRaises(UserError):
                self.move(self.manager, [evaluation], level, reason)

    def test_moved_meanwhile(self):
        """R4: who comes second is told, and changes nothing."""
        evaluation = self.evaluations[self.employee]
        self.move(self.boss, [evaluation], "low")
        seen = {str(evaluation.id): False}
        with self.assertRaisesRegex(UserError, "judged meanwhile: Employee"):
            self.move(self.manager, [evaluation], "high", seen=seen)
        self.assertEqual(self.cards(self.manager)["Employee"]["potential"], "low")

    def test_trail(self):
        """R4, G4: each judgement leaves from which level to which, and why."""
        evaluation = self.evaluations[self.employee]
        self.env = self.env(context={**self.env.context, "tracking_disable": False})
        for level, reason in (("high", "Learns fast"), ("low", "Keeps to what is known")):
            self.move(self.manager, [evaluation], level, reason)
            self.env.flush_all()
            self.env.cr.precommit.run()
        potential = self.env["hr.performance.potential"].search([])
        values = potential.message_ids.tracking_value_ids
        found = {(one.old_value_char, one.new_value_char) for one in values}
        self.assertIn(("High", "Low"), found)
        self.assertIn("Keeps to what is known", values.mapped("new_value_text"))
        self.assertEqual(potential.message_ids.author_id, self.manager.user_id.partner_id)

    def test_after_the_cycle(self):
        """R4, G4: what was judged stays as it was once the cycle is over."""
        evaluation = self.evaluations[self.employee]
        self.move(self.manager, [evaluation], "high")
        self.cycle._with_pass().write({"state": "closed"})
        with self.assertRaisesRegex(UserError, "cycle is over"):
            self.move(self.manager, [evaluation], "low")
        potential = self.env["hr.performance.potential"].search([])
        with self.assertRaisesRegex(UserError, "cycle is over"):
            self.as_user(potential.line_ids[:1], self.manager).write({"level": "low"})
        with self.assertRaisesRegex(UserError, "cycle is over"):
            self.as_user(potential, self.manager).write({"decided": "low"})

    def test_by_criteria(self):
        """R4: criteria propose, another level needs a reason; a former one is in the trail."""
        evaluation = self.as_user(self.evaluations[self.employee], self.manager)
        action = evaluation.action_open_potential()
        potential = self.as_user(
            self.env[action["res_model"]].browse(action["res_id"]), self.manager
        ).with_context(tracking_disable=False)
        self.assertEqual(len(potential.line_ids), 4)
        self.assertFalse(potential.level)
        for line, level in zip(potential.line_ids, ("high", "high", "medium"), strict=False):
            line.level = level
        self.assertEqual((potential.proposed, potential.level), ("high", "high"))
        with self.assertRaisesRegex(ValidationError, "reason"):
            potential.write({"decided": "medium", "reason": False})
        potential.write({"decided": "medium", "reason": "Only in the own field"})
        self.assertEqual((potential.level, self.cards(self.manager)["Employee"]["potential"]), (
            "medium", "medium"
        ))  # fmt: skip
        with self.assertRaisesRegex(UserError, "Nobody has judged"):
            self.as_user(self.evaluations[self.colleague], self.auditor).action_open_potential()

    def test_queries_do_not_grow(self):
        """G8: the box and a move take the same number of queries for any number of people."""
        counts = []
        for number in (4, 8):
            team = [
                self.person(f"m{number}_{one}", user=False, parent_id=self.manager.id)
                for one in range(number)
            ]
            cycle = self.create_cycle(
                name=f"N{number}", code=f"N{number}", date_start=f"2025-0{number}-01",
                date_end=f"2025-0{number}-28", period="month", payout_from=False, payout_to=False,
            )  # fmt: skip
            evaluations = list(self.rated(cycle, dict.fromkeys(team, "GO")).values())
            seen = {str(one.id): False for one in evaluations}
            counts.append(self.count(cycle, evaluations, seen))
        self.assertLessEqual(counts[1][0], counts[0][0] + 1)
        self.assertLessEqual(counts[1][1], counts[0][1] + 4, "a trail of notes for each")

    def count(self, cycle, evaluations, seen):
        """Queries of a box and of a move of all its people."""
        potentials = self.as_user(self.env["hr.performance.potential"], self.manager)
        found = []
        for call in (
            lambda: potentials.get_box(cycle.id),
            lambda: potentials.move([one.id for one in evaluations], "high", "Fast", seen),
        ):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            call()
            self.env.flush_all()
            found.append(self.cr.sql_log_count - before)
        return found
