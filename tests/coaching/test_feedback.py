from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..evaluation.channels import ChannelsCase
from .common import CoachingCase

SECRET = "The offer to Kranich was careless"


@tagged("-at_install", "post_install")
class TestFeedback(ChannelsCase, CoachingCase):
    def setUp(self):
        super().setUp()
        # Everybody may export, so that only the rules stand in the way.
        everybody = self.env.ref("base.group_user")
        everybody.implied_ids |= self.env.ref("base.group_allow_export")
        self.dimension = self.env["hr.performance.dimension"].search([], limit=1)
        self.feedbacks = self.env["hr.performance.feedback"]

    def write_feedback(self, by=None, to=None, **values):
        return self.as_user(self.feedbacks, by or self.colleague).create(
            {
                "receiver_id": (to or self.employee).id,
                "dimension_id": self.dimension.id,
                "text": SECRET,
                **values,
            }
        )

    def give(self, **values):
        feedback = self.write_feedback(**values)
        feedback.action_give()
        return feedback

    def ask(self, **values):
        asking = self.as_user(self.feedbacks, self.employee).with_context(ask_feedback=True)
        feedback = asking.create(
            {
                "giver_id": self.colleague.id,
                "dimension_id": self.dimension.id,
                "question": "Was the hand-over clear?",
                **values,
            }
        )
        feedback.action_ask()
        return feedback

    def opened(self, visibility):
        feedback = self.give(visibility=visibility)
        self.as_user(feedback, self.employee).action_read()
        return feedback

    def assertSecret(self, feedback, person, whole=True):
        """Neither the text nor (``whole``) the envelope reaches the person by any channel."""
        self.env.invalidate_all()
        if text := self.env["hr.performance.feedback.text"].search(
            [("feedback_id", "=", feedback.id)]
        ):
            self.assertHidden(text, person, ["feedback_id", "text"])
        self.assertNoPath(person, "hr.performance.feedback", "text_ids.text", "ilike", "Kranich")
        self.assertNoPath(person, "hr.performance.feedback.text", "text", "ilike", "Kranich")
        if whole:
            self.assertHidden(feedback, person, ["receiver_id", "text", "question"])
            for name in ("activity_ids", "message_ids", "text_ids"):
                with self.assertRaises(AccessError):
                    self.as_user(feedback, person).read([name])
        else:
            self.assertFalse(self.as_user(feedback, person).text)

    def test_give(self):
        """C6: given, opened by the receiver; the to-do names the giver and says nothing else."""
        feedback = self.give()
        task = feedback.activity_ids
        self.assertEqual(task.user_id, self.employee.user_id)
        self.assertEqual(task.summary, "Feedback from Colleague")
        self.assertNotIn("Kranich", f"{task.summary} {task.note}")
        received = self.as_user(feedback, self.employee)
        received.action_read()
        self.assertEqual(received.text, SECRET)
        self.assertEqual(feedback.state, "read")
        self.assertFalse(feedback.activity_ids)

    def test_not_before_it_is_opened(self):
        """C6: until it is opened nobody but the giver reads the text."""
        feedback = self.give(visibility="manager")
        self.assertSecret(feedback, self.employee, whole=False)
        for person in (self.manager, self.boss, self.officer, self.admin, self.auditor):
            self.assertSecret(feedback, person)

    def test_only_the_person(self):
        """C6: a private one is hidden from managers, HR, the auditor and everybody else."""
        feedback = self.opened("person")
        for person in (
            self.manager,
            self.boss,
            self.stranger,
            self.officer,
            self.admin,
            self.payroll,
            self.auditor,
        ):
            self.assertSecret(feedback, person)

    def test_also_the_manager(self):
        """C6: where the giver wants it the line reads it, and the auditor; HR does not."""
        feedback = self.opened("manager")
        for person in (self.manager, self.boss, self.auditor):
            self.env.invalidate_all()
            self.assertEqual(self.as_user(feedback, person).text, SECRET)
        for person in (self.stranger, self.officer, self.admin, self.payroll):
            self.assertSecret(feedback, person)

    def test_another_company(self):
        """C6, G1: another company neither reads nor receives it."""
        company = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_auditor", company=company)
        self.assertSecret(self.opened("manager"), foreign)
        with self.assertRaisesRegex(ValidationError, "different companies"):
            self.write_feedback(to=foreign)

    def test_the_giver_decides(self):
        """C6: neither the receiver nor the manager widens it, before or after; nor the giver."""
        feedback = self.opened("person")
        for person in (self.employee, self.manager, self.colleague):
            with self.assertRaises(UserError):  # AccessError too
                self.as_user(feedback, person).write({"visibility": "manager"})
            with self.assertRaises(UserError):  # AccessError too
                self.as_user(feedback, person).write({"text": "Well done"})
        asked = self.ask(visibility="manager")
        self.assertEqual(asked.visibility, "person", "who asks does not choose")
        with self.assertRaises(AccessError):
            asked.write({"visibility": "manager"})

    def test_take_back(self):
        """C6: the giver takes it back before it is read, not afterwards."""
        feedback = self.give(visibility="manager")
        feedback.action_withdraw()
        self.assertSecret(feedback, self.employee)
        self.assertFalse(feedback.sudo().activity_ids)
        with self.assertRaisesRegex(UserError, "Read"):
            self.opened("person").action_withdraw()

    def test_each_takes_the_own_step(self):
        """C6: the giver does not open it for the receiver, who does not take it back."""
        feedback = self.give()
        with self.assertRaisesRegex(UserError, "is up to"):
            feedback.action_read()
        with self.assertRaisesRegex(UserError, "is up to"):
            self.as_user(feedback, self.employee).action_withdraw()
        self.assertEqual(feedback.state, "given")

    def test_ask_and_answer(self):
        """C6: asked, answered; a draft of the answer is nobody else's."""
        asked = self.ask()
        self.assertEqual(asked.activity_ids.user_id, self.colleague.user_id)
        self.assertNotIn("hand-over", asked.activity_ids.summary)
        answer = self.as_user(asked, self.colleague)
        with self.assertRaisesRegex(UserError, "write your feedback"):
            answer.action_give()
        answer.write({"text": SECRET, "visibility": "person"})
        self.assertSecret(asked, self.employee, whole=False)
        with self.assertRaises(UserError):
            asked.action_give()
        answer.action_give()
        self.as_user(asked, self.employee).action_read()
        self.assertEqual(self.as_user(asked, self.employee).text, SECRET)

    def test_ask_and_decline(self):
        """C6: who is asked may decline with a reason; who asks may cancel."""
        asked = self.ask()
        answer = self.as_user(asked, self.colleague)
        with self.assertRaisesRegex(UserError, "reason"):
            answer.action_decline("")
        answer.action_decline("We have not worked together this quarter")
        self.assertEqual(asked.state, "declined")
        self.assertIn("not worked", asked.decline_reason)
        other = self.ask()
        other.action_cancel()
        self.assertEqual(other.state, "cancelled")
        for person in (self.manager, self.officer):
            self.assertSecret(other, person)

    def test_drafts(self):
        """C6: a draft is its author's alone."""
        draft = self.write_feedback()
        self.assertSecret(draft, self.employee)
        draft.unlink()
        asking = self.as_user(self.feedbacks, self.employee)
        request = asking.create(
            {
                "giver_id": self.colleague.id,
                "receiver_id": self.employee.id,
                "dimension_id": self.dimension.id,
            }
        )
        self.assertSecret(request, self.colleague)
        with self.assertRaisesRegex(UserError, "what you want to know"):
            request.action_ask()

    def test_on_a_goal(self):
        """C6: on a goal that the giver may see, of the person."""
        goal = self.sign_goals(self.employee).goal_ids
        feedback = self.give(by=self.manager, goal_id=goal.id, dimension_id=False)
        self.assertEqual(feedback.goal_id, goal)
        with self.assertRaises(AccessError):
            self.write_feedback(goal_id=goal.id)
        with self.assertRaisesRegex(ValidationError, "not a goal of"):
            self.write_feedback(by=self.manager, to=self.colleague, goal_id=goal.id)
        with self.assertRaisesRegex(ValidationError, "which goal or on which dimension"):
            self.write_feedback(dimension_id=False)

    def test_refused(self):
        """C6: not on oneself, not for somebody else, not by writing the state, nothing deleted."""
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.cr.savepoint():
            self.write_feedback(to=self.colleague)
        with self.assertRaises(AccessError):
            self.write_feedback(giver_id=self.stranger.id)
        with self.assertRaises(AccessError):
            self.write_feedback(state="read")
        with self.assertRaisesRegex(UserError, "not a draft"):
            self.give().unlink()
        worker = self.person("worker", user=False, parent_id=self.manager.id)
        with self.assertRaisesRegex(ValidationError, "cannot log in"):
            self.write_feedback(to=worker)

    def test_in_the_next_talk(self):
        """C6: the coaching record shows it to those who may read it, and only to them."""
        with self.at("2024-07-15"):
            self.opened("manager")
            private = self.opened("person")
        with self.at("2024-07-20"):
            talk = self.plan_talk(date="2024-07-20")
            self.assertEqual(len(talk.feedback_ids), 1)
            self.assertNotIn(private, talk.feedback_ids)
            talk.action_hold()
            mine = self.as_user(talk, self.employee)
            self.assertEqual(len(mine.feedback_ids), 2)
        with self.at("2024-08-20"):
            self.assertFalse(self.plan_talk(date="2024-08-20").feedback_ids, "that was last time")
