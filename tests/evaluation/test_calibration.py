from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .calibration_common import CalibrationCase


@tagged("post_install", "-at_install")
class TestCalibration(CalibrationCase):
    """E8: the session from its preparation to the approval, and what it holds fast meanwhile."""

    def setUp(self):
        super().setUp()
        missing = self.person("missing", parent_id=self.manager.id)
        self.first, self.second, self.held = self.judged(
            self.employee + self.colleague, held=missing
        )
        self.evaluations = self.first + self.second
        self.calibration = self.session(self.evaluations)

    def test_from_preparation_to_approval(self):
        """E8: open, move with a reason, approve; the grade is written back at once."""
        session = self.as_user(self.calibration, self.officer)
        session.action_open()
        self.assertEqual(self.calibration.member_ids.opening_grade_id, self.good)
        board = self.move(session, self.first, self.excellent, reason="Took a second region")
        self.assertEqual(self.card(board, self.first)["grade_id"], self.excellent.id)
        rating = self.first.rating_ids
        self.assertEqual(rating.grade_id, self.excellent)
        self.assertEqual(self.as_user(rating, self.manager).grade_id, self.excellent)
        link = rating.change_ids.sorted("id")[-1]
        self.assertEqual((link.step, link.reason), ("calibration", "Took a second region"))
        self.assertEqual(link.user_id, self.manager.user_id)
        session.action_approve()
        self.assertEqual(
            (session.state, session.approved_by_id), ("approved", self.officer.user_id)
        )
        self.release(self.cycle)
        self.assertEqual(self.first.rating_ids.state, "released")

    def test_a_move_needs_a_reason(self):
        """E8: asked once for all cards of the move; also blanks are none."""
        self.as_user(self.calibration, self.officer).action_open()
        for reason in (None, "", "  "):
            with self.assertRaisesRegex(UserError, "Please give a reason"):
                self.move(self.calibration, self.evaluations, self.excellent, reason=reason)
        self.move(self.calibration, self.evaluations, self.excellent)
        self.assertEqual(self.evaluations.rating_ids.grade_id, self.excellent)
        self.assertEqual(len(self.calibration.move_ids), 2)
        other = self.template.scale_id.copy().grade_ids[0]
        with self.assertRaisesRegex(UserError, "grade of the cycle's scale"):
            self.move(self.calibration, self.first, other)

    def test_two_move_the_same_card(self):
        """E8: the second is told who moved it, where to and why; nothing is moved."""
        self.as_user(self.calibration, self.officer).action_open()
        seen = {str(one.id): one.grade_id.id for one in self.evaluations.rating_ids}
        self.move(self.calibration, self.first, self.excellent, reason="New key account")
        with self.assertRaisesRegex(
            UserError,
            "Employee: Manager moved this card to “Excellent” meanwhile, because: New key account",
        ):
            self.move(self.calibration, self.evaluations, self.lowest, self.officer, seen=seen)
        self.assertEqual(self.second.rating_ids.grade_id, self.good)
        with self.assertRaisesRegex(UserError, "Colleague: the grade is “Good” now"):
            self.move(self.calibration, self.second, self.lowest, seen={"0": 1})

    def test_only_an_open_session_moves(self):
        """E8: not in preparation, not after the approval."""
        with self.assertRaisesRegex(UserError, "is not open"):
            self.move(self.calibration, self.first, self.excellent)
        self.as_user(self.calibration, self.officer).action_open()
        self.as_user(self.calibration, self.officer).action_approve()
        with self.assertRaisesRegex(UserError, "is not open"):
            self.move(self.calibration, self.first, self.excellent)

    def test_reviews_are_locked_while_open(self):
        """E8: writing, submitting, reopening and deciding are refused by a sentence."""
        review = self.review(self.first, "manager")
        own = self.as_user(self.review(self.first, "self"), self.employee)
        self.as_user(self.calibration, self.officer).action_open()
        locked = "is being calibrated in the session “Sales Q3”"
        with self.assertRaisesRegex(UserError, locked):
            self.as_user(review, self.officer).action_reopen("A figure was missing")
        with self.assertRaisesRegex(UserError, locked):
            own.line_ids[0].comment = "More"
        with self.assertRaisesRegex(UserError, locked):
            own.action_submit()
        with self.assertRaisesRegex(UserError, locked):
            own.action_decline("No")
        rating = self.as_user(self.first.rating_ids, self.manager)
        self.assertFalse(rating.can_decide)
        with self.assertRaisesRegex(UserError, locked):
            rating._decide(self.excellent, "Because")
        self.as_user(self.calibration, self.officer).action_approve()
        with self.assertRaisesRegex(UserError, "which is approved"):
            rating._decide(self.excellent, "Because")

    def test_no_release_before_the_approval(self):
        """E8: neither of one person nor of the cycle, from the preparation on."""
        officer = self.as_user(self.cycle, self.officer)
        officer.action_calibrate()
        with self.assertRaisesRegex(UserError, "not finished: Sales Q3"):
            officer.action_release()
        with self.assertRaisesRegex(UserError, "Employee: the calibration session “Sales Q3”"):
            self.as_user(self.first, self.officer)._transit("release")
        self.as_user(self.calibration, self.officer).action_open()
        self.as_user(self.calibration, self.officer).action_approve()
        officer.action_release()
        self.assertTrue(self.first.released_at)

    def test_reopening_keeps_history(self):
        """E8: with a reason, by HR, before the release; the earlier moves stay."""
        session = self.as_user(self.calibration, self.officer)
        session.action_open()
        self.move(session, self.first, self.excellent)
        session.action_approve()
        with self.assertRaisesRegex(UserError, "Please give a reason"):
            session.action_reopen(" ")
        with self.assertRaisesRegex(UserError, "is up to"):
            self.as_user(self.calibration, self.manager).action_reopen("No")
        session.action_reopen("A review was overlooked")
        self.move(session, self.first, self.qualified)
        self.assertEqual(
            self.calibration.move_ids.sorted("id").mapped("to_grade_code"), ["EX", "QU"]
        )
        self.assertEqual(self.calibration.member_ids[0].opening_grade_id, self.good)
        self.assertIn("overlooked", "".join(self.calibration.message_ids.mapped("body")))
        session.action_approve()
        self.release(self.cycle)
        with self.assertRaisesRegex(UserError, "are released"):
            session.action_reopen("Too late")

    def test_cancelling_puts_the_grades_back(self):
        """E8: what a session that is given up moved does not count; the history says so."""
        session = self.as_user(self.calibration, self.officer)
        session.action_open()
        self.move(session, self.first, self.excellent)
        session.action_cancel("Wrong people")
        self.assertEqual(self.first.rating_ids.grade_id, self.good)
        self.assertEqual(self.first.rating_ids.change_ids.sorted("id")[-1].to_grade_code, "GO")
        self.as_user(self.first.rating_ids, self.manager)._decide(self.excellent, "Free again")

    def test_one_unfinished_session_per_person(self):
        """E8: the sentence names the other session."""
        with self.assertRaisesRegex(ValidationError, "Employee is already in .*“Sales Q3”"):
            self.session(self.first, name="Another")
        self.as_user(self.calibration, self.officer).action_open()
        self.as_user(self.calibration, self.officer).action_approve()
        again = self.session(self.first, name="Another")
        with self.assertRaisesRegex(UserError, "unfinished session “Another”"):
            self.as_user(self.calibration, self.officer).action_reopen("Once more")
        self.as_user(again, self.officer).action_cancel("Not needed")
        self.as_user(self.calibration, self.officer).action_reopen("Once more")

    def test_a_session_is_not_deleted_with_its_people(self):
        """E8: only a session in preparation can be deleted, and no rating with it."""
        session = self.as_user(self.calibration, self.officer)
        ratings = self.evaluations.rating_ids
        other = self.copy_of(session)
        session.action_open()
        with self.assertRaisesRegex(UserError, "cannot be deleted"):
            session.unlink()
        with self.assertRaisesRegex(UserError, "stays in “Sales Q3”"):
            session.member_ids[0].unlink()
        with self.assertRaisesRegex(UserError, "is in the state “In session”"):
            session.member_ids = [(5, 0, 0)]
        session.action_cancel("Test")
        other.unlink()
        self.assertEqual(ratings.exists(), ratings)

    def copy_of(self, session):
        return session.copy({"name": "Empty", "member_ids": []})

    def test_holding(self):
        """E8: who has no grade waits; the approval names them; HR takes them out."""
        session = self.session(self.held, name="Late")
        self.as_user(session, self.officer).action_open()
        board = self.as_user(session, self.manager).get_board()
        card = self.card(board, self.held)
        self.assertEqual((board["holding"]["count"], card["grade_id"]), (1, False))
        self.assertIn("manager's review is missing", card["why_not"])
        with self.assertRaisesRegex(UserError, "Missing have no grade yet"):
            self.as_user(session, self.officer).action_approve()
        with self.at("2024-10-08"):
            self.judge(self.held)
        self.assertTrue(
            self.card(self.as_user(session, self.manager).get_board(), self.held)["movable"]
        )
        with self.assertRaisesRegex(UserError, "being calibrated"):
            self.as_user(self.review(self.held, "manager"), self.officer).action_reopen("x")

    def test_somebody_without_a_grade_is_taken_out(self):
        """E8: an open session goes on without somebody whose review does not come."""
        session = self.session(self.held, name="Late")
        self.as_user(session, self.officer).action_open()
        self.as_user(session.member_ids, self.officer).unlink()
        self.assertFalse(session.member_ids)

    def test_attacks(self):
        """E8, G4: state, guideline, grade of the opening and history are not writable."""
        session = self.as_user(self.calibration, self.officer)
        for vals in ({"state": "approved"}, {"guideline": []}, {"approved_at": "2024-10-09"}):
            with self.assertRaises(AccessError):
                session.write(vals)
        with self.assertRaises(AccessError):
            session.member_ids[0].write({"opening_grade_id": self.excellent.id})
        forging = {"default_opening_grade_id": self.excellent.id, "default_state": "approved"}
        members = self.as_user(self.env["hr.performance.calibration.member"], self.officer)
        forged = members.with_context(**forging).create(
            {"calibration_id": session.id, "evaluation_id": self.held.id}
        )
        self.assertFalse(forged.opening_grade_id)
        self.assertEqual(forged.state, "draft")
        session.action_open()
        self.move(session, self.first, self.excellent)
        for call in (
            lambda: self.calibration.sudo().move_ids.write({"reason": "Other"}),
            lambda: self.calibration.sudo().move_ids.unlink(),
        ):
            with self.assertRaisesRegex(UserError, "kept for good"):
                call()
        with self.assertRaises(AccessError):
            session.move_ids.create({"calibration_id": session.id})
