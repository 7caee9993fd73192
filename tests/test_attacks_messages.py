"""Attacks through messages, followers and to-dos: rewriting what was decided, reading on."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_attacks_channels import SECRET, ChannelCase


@tagged("post_install", "-at_install")
class TestAttacksMessages(ChannelCase):
    def tracked(self, record, person):
        return self.as_user(record, person).with_context(tracking_disable=False)

    def messages(self, person, found):
        return self.as_attacker("mail.message", person).browse(found.ids)

    def returned_agreement(self):
        evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(evaluation)
        agreement = evaluation.agreement_id
        self.as_user(agreement, self.employee).action_submit()
        self.as_user(agreement, self.manager).action_send_back("The target is too low")
        return agreement

    # What was decided stays as it was said

    def test_reason_rewritten_by_its_author(self):
        """P7, G4: not even its author rewrites the reason of a decision afterwards."""
        note = self.returned_agreement().message_ids.filtered(
            lambda one: "too low" in str(one.body)
        )
        for person in (self.manager, self.employee, self.officer):
            mine = self.messages(person, note)
            self.assertRefused(lambda m=mine: m.write({"body": "All is well"}))
            self.assertRefused(lambda m=mine: m.write({"date": "2024-01-01"}))
            self.assertRefused(lambda m=mine: m.unlink())
        self.assertIn("too low", str(note.body))

    def test_history_deleted_by_who_may_write_the_record(self):
        """G4: who may write a goal deletes neither what changed nor the comment of another."""
        goal = self.add_goal(self.launch(self.cycle, self.employee))
        self.flush_notes()
        known = goal.message_ids
        self.tracked(goal, self.manager).target = 120
        self.flush_notes()
        note = goal.message_ids - known
        self.assertEqual(note.sudo().tracking_value_ids.new_value_float, 120)
        comment = self.as_user(goal, self.manager).message_post(
            body="Why not 130?", message_type="comment"
        )
        for message in (note, comment):
            mine = self.messages(self.employee, message)
            self.assertRefused(lambda m=mine: m.write({"body": "Changed"}))
            self.assertRefused(lambda m=mine: m.unlink())
        own = self.messages(self.manager, comment)
        own.body = "Why not 125?"
        own.unlink()

    def test_message_in_somebody_elses_name(self):
        """G4: nobody writes in the name of the manager, neither as a comment nor as a note."""
        goal = self.add_goal(self.launch(self.cycle, self.employee))
        boss = self.manager.user_id.partner_id
        posted = self.as_user(goal, self.employee).message_post(
            body="Agreed", author_id=boss.id, email_from=boss.email, message_type="comment"
        )
        self.assertEqual(posted.author_id, self.employee.user_id.partner_id)
        messages = self.as_attacker("mail.message", self.employee)
        forged = {"model": goal._name, "res_id": goal.id, "body": "Agreed", "author_id": boss.id}
        self.assertRefused(lambda: messages.create(forged))
        self.assertRefused(
            lambda: messages.with_context(default_author_id=boss.id).create(
                {key: value for key, value in forged.items() if key != "author_id"}
            )
        )

    def test_message_moved_to_another_record(self):
        """G4: a message does not wander into the history of a record."""
        mine, theirs = self.launch(self.cycle, self.employee | self.colleague)
        goal, foreign = self.add_goal(mine), self.add_goal(theirs, name=SECRET)
        comment = self.as_user(goal, self.employee).message_post(
            body="Mine", message_type="comment"
        )
        mine = self.messages(self.employee, comment)
        self.assertRefused(lambda: mine.write({"res_id": foreign.id}), SECRET)

    # Who has lost the right to read is told nothing any more

    def test_former_owner_of_an_action(self):
        """C3: an owner in another department who was replaced gets none of the later messages."""
        talk = self.plan_talk(
            point_ids=[(0, 0, {"problem": "Slow answers", "classification": "resource"})]
        )
        action = self.as_user(self.env["hr.performance.action"], self.manager).create(
            {
                "name": "Help out",
                "point_id": talk.point_ids.id,
                "owner_id": self.stranger.id,
                "due": "2024-07-20",
            }
        )
        action.owner_id = self.officer
        said = action.message_post(
            body=SECRET, message_type="comment", subtype_xmlid="mail.mt_comment"
        )
        self.assertEqual(said.sudo().notified_partner_ids, self.officer.user_id.partner_id)
        found = self.as_attacker("mail.message").search([("body", "ilike", SECRET)])
        self.assertFalse(found)

    def test_former_manager_of_a_goal(self):
        """P2, G2: who led the person, and follows the goal, is told nothing after the transfer."""
        evaluation = self.launch(self.cycle, self.employee)
        goal = self.add_goal(evaluation)
        partner = self.manager.user_id.partner_id
        self.as_user(goal, self.manager).message_subscribe(partner.ids)
        for manager, told in ((self.manager, True), (self.stranger, False)):
            self.employee.parent_id = manager
            evaluation.sudo()._with_pass().write({"manager_id": manager.id})
            said = self.as_user(goal, self.employee).message_post(
                body="News", message_type="comment", subtype_xmlid="mail.mt_comment"
            )
            self.assertEqual(partner in said.sudo().notified_partner_ids, told)

    def test_note_of_the_system_about_a_risk(self):
        """C4, C5: who sends a value does not read what the system notes about the risk."""
        provider = self.person("provider", "hr_performance.group_data_provider")
        goal = self.sign_goals(self.employee).goal_ids
        with self.at("2024-09-20"):
            self.as_attacker("hr.performance.measurement", provider).create(
                {"goal_id": goal.id, "date": "2024-09-20", "value": 5, "source": "Shop"}
            )
        notes = goal.risk_ids.message_ids
        self.assertTrue(notes)
        messages = self.as_attacker("mail.message", provider)
        self.assertFalse(messages.search([("model", "=", "hr.performance.risk")]))
        self.assertRefused(lambda: messages.browse(notes.ids).read(["body"]))

    # To-dos

    def test_todo_moved_to_a_foreign_record(self):
        """G1: an own to-do does not tell the name of a record to which it is moved."""
        mine, theirs = self.launch(self.cycle, self.employee | self.colleague)
        goal, foreign = self.add_goal(mine), self.add_goal(theirs, name=SECRET)
        model = self.env["ir.model"]._get_id(goal._name)
        todos = self.as_attacker("mail.activity", self.employee)
        place = {"res_model_id": model, "res_id": goal.id}
        free = {"summary": "x", "user_id": self.employee.user_id.id}
        for todo in (todos.create({**free, **place}), todos.create(free)):
            moved = {**place, "res_id": foreign.id}
            self.assertRefused(lambda t=todo, m=moved: t.write(m), SECRET)
            self.assertNotEqual(todo.res_name, SECRET)
        todo.write(place)
        with self.assertRaises(AccessError):
            todos.create({**place, "res_id": foreign.id})
