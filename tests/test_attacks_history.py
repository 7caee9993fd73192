"""Attacks on what is to be kept: evidence, values of a former team, goals with a history."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .test_attacks_channels import SECRET, ChannelCase


@tagged("post_install", "-at_install")
class TestAttacksHistory(ChannelCase):
    def enter_value(self, goal, person=None, **values):
        with self.at("2024-07-10"):
            return self.as_user(
                self.env["hr.performance.measurement"], person or self.manager
            ).create(
                {"goal_id": goal.id, "date": "2024-07-08", "value": 70, "source": "x", **values}
            )

    def department_goal(self):
        self.department.manager_id = self.manager
        return self.as_attacker("hr.performance.goal", self.manager).create(
            {
                "name": "Raise sales of the department from 80 to 100",
                "level": "department",
                "department_id": self.department.id,
                "cycle_id": self.cycle.id,
                "target": 100,
            }
        )

    # Evidence

    def test_evidence_after_the_release(self):
        """C4, G4: the file behind a released figure is not replaced, moved, added to or deleted."""
        evaluation = self.launch(self.cycle, self.employee)
        goal = self.add_goal(evaluation)
        self.agree(evaluation)
        files = self.as_attacker("ir.attachment", self.manager)
        proof = files.create({"name": "proof", "raw": b"true"})
        value = self.enter_value(goal, evidence_ids=[(4, proof.id)])
        proof.raw = b"a better copy"
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            self.give_review(evaluation, "self", self.employee)
            self.give_review(evaluation, "manager", self.manager)
            self.release(self.cycle)
            loose = files.create({"name": "later", "raw": b"x"})
            place = {"res_model": value._name, "res_id": value.id}
            for attack in (
                lambda: proof.write({"raw": b"false"}),
                lambda: proof.write({"res_model": False, "res_id": 0}),
                proof.unlink,
                lambda: files.create({"name": "new", "raw": b"x", **place}),
                lambda: loose.write(place),
            ):
                self.assertRefused(attack, error=UserError)
        self.assertEqual(proof.raw, b"a better copy")

    # Values

    def test_values_of_a_cycle_that_is_over(self):
        """C4, G4: what was measured of a department's goal stays, also without an evaluation."""
        goal = self.department_goal()
        value = self.enter_value(goal)
        step = self.as_user(self.env["hr.performance.goal.milestone"], self.manager).create(
            {"goal_id": goal.id, "name": "Half"}
        )
        self.cycle.sudo()._with_pass().write({"state": "closed"})
        self.assertRefused(lambda: value.write({"value": 100}), error=UserError)
        self.assertRefused(value.unlink, error=UserError)
        self.assertRefused(lambda: self.enter_value(goal), error=UserError)
        self.assertRefused(lambda: step.write({"done_on": "2024-07-10"}), error=UserError)

    def test_values_of_a_former_team(self):
        """C4, G2: a former manager corrects and deletes no value of somebody who has moved on."""
        evaluation = self.launch(self.cycle, self.employee)
        value = self.enter_value(self.add_goal(evaluation))
        own = self.enter_value(evaluation.goal_ids, self.employee)
        self.employee.parent_id = self.stranger
        evaluation.sudo()._with_pass().write({"manager_id": self.stranger.id})
        self.assertRefused(lambda: value.write({"value": 1}))
        self.assertRefused(value.unlink)
        own.value = 71

    # Goals

    def test_goal_with_values_deleted_or_given_away(self):
        """C4, C6, G4: a goal with values or feedback is not deleted, nor given to somebody else."""
        mine, _theirs = self.launch(self.cycle, self.employee | self.colleague)
        goal = self.add_goal(mine)
        value = self.enter_value(goal)
        shared = self.department_goal()
        self.enter_value(shared)
        led = self.as_user(goal, self.manager)
        moved = {"employee_id": self.colleague.id}
        self.assertRefused(lambda: led.write(moved), error=UserError)
        for one in (led, self.as_user(goal, self.employee), self.as_user(shared, self.officer)):
            self.assertRefused(one.unlink, error=UserError)
        led.write({"employee_id": self.employee.id, "weight": 90})
        value.unlink()
        led.write(moved)
        feedback = self.as_user(self.env["hr.performance.feedback"], self.employee).create(
            {"receiver_id": self.colleague.id, "dimension_id": self.dimension().id}
        )
        feedback.sudo().goal_id = goal
        self.assertRefused(led.unlink, error=UserError)
        feedback.unlink()
        led.unlink()
        self.assertFalse(goal.exists())

    def dimension(self):
        return self.env["hr.performance.dimension"].search([], limit=1)

    def test_change_without_a_trail(self):
        """P7, G4: no context of the caller keeps the change of a target out of the history."""
        goal = self.add_goal(self.launch(self.cycle, self.employee))
        self.flush_notes()
        for target, quiet in enumerate(("tracking_disable", "mail_notrack"), 50):
            known = goal.sudo().message_ids
            mine = self.as_user(goal, self.employee).with_context(tracking_disable=False)
            mine.with_context(**{quiet: True}).write({"target": target})
            self.flush_notes()
            note = goal.sudo().message_ids - known
            self.assertEqual(note.tracking_value_ids.new_value_float, target)

    def test_names_behind_links_of_a_goal(self):
        """P5, G1: an own goal does not show the names of another company's library and themes."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        cycle = self.create_cycle(company_id=elsewhere.id, name="Foreign", code="F")
        theme = self.env["hr.performance.theme"].create({"name": SECRET, "cycle_id": cycle.id})
        library = self.env["hr.performance.goal.template"]
        template = library.create({"name": SECRET, "company_id": elsewhere.id, "target": 5})
        goal = self.as_user(self.add_goal(self.launch(self.cycle, self.employee)), self.employee)
        for forged in ({"template_id": template.id}, {"theme_id": theme.id}):
            self.assertRefused(lambda vals=forged: goal.write(vals), SECRET)
            self.assertRefused(lambda vals=forged: goal.copy(vals), SECRET)

    # Strategy

    def test_strategy_meeting(self):
        """P1: everybody reads the goals of a meeting, not its name; nobody deletes its minutes."""
        meeting = self.as_attacker("hr.performance.strategy.meeting", self.officer).create(
            {"name": SECRET, "cycle_id": self.cycle.id, "start": "2024-07-02 08:00:00"}
        )
        goal = self.as_attacker("hr.performance.goal", self.officer).create(
            {
                "name": "Raise sales of the company from 80 to 100",
                "level": "company",
                "cycle_id": self.cycle.id,
                "target": 100,
                "strategy_meeting_id": meeting.id,
            }
        )
        theirs = self.as_user(goal, self.stranger)
        self.assertNotIn(SECRET, str(theirs.read(["strategy_meeting_id"])))
        self.assertNotIn(SECRET, str(theirs.web_read({"strategy_meeting_id": {"fields": {}}})))
        self.assertEqual(goal.strategy_meeting_id.display_name, SECRET)
        self.assertRefused(meeting.unlink, error=UserError)
        goal.unlink()
        meeting.minutes = "<p>Raise sales</p>"
        self.assertRefused(meeting.unlink, error=UserError)
        meeting.minutes = False
        meeting.unlink()
