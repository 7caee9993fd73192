from unittest.mock import patch

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .calibration_common import CalibrationCase
from .channels import ChannelsCase

RATING = ("grade_id", "score")
MEMBER = ("employee_id", "opening_grade_id")


@tagged("post_install", "-at_install")
class TestCalibrationSecrets(ChannelsCase, CalibrationCase):
    """E8, E7, G1: who reads what of a session; never the own row, by no channel."""

    def setUp(self):
        super().setUp()
        self.peer = self.person("peer", parent_id=self.boss.id)
        self.first, self.second, self.lead = self.judged(
            self.employee + self.colleague + self.manager, second=self.boss
        )
        self.calibration = self.session(
            self.first + self.second, participants=self.manager + self.peer
        )
        self.member = self.calibration.member_ids.filtered(
            lambda one: one.evaluation_id == self.first
        )
        self.env.invalidate_all()

    def test_participants_read_the_people(self):
        """E8: while they take part, also people outside their line; nobody else does."""
        rating = self.first.rating_ids
        self.assertVisible(rating, self.peer, RATING)
        self.assertVisible(self.member, self.peer, MEMBER)
        self.assertEqual(len(self.as_user(self.calibration, self.peer).get_board()["cards"]), 2)
        for person in (self.stranger, self.employee, self.colleague, self.payroll):
            self.assertHidden(rating, person, RATING)
            self.assertHidden(self.member, person, MEMBER)
            self.assertHidden(self.calibration, person, ("name",))
            with self.assertRaises(AccessError):
                self.as_user(self.calibration, person).get_board()
        self.as_user(self.calibration, self.officer).participant_ids -= self.peer
        self.env.invalidate_all()
        self.assertHidden(rating, self.peer, RATING)

    def test_cancelled_sessions_open_nothing(self):
        """E8: the right to read ends with the session that gave it."""
        self.as_user(self.calibration, self.officer).action_cancel("Not needed")
        self.env.invalidate_all()
        self.assertHidden(self.first.rating_ids, self.peer, RATING)
        self.assertHidden(self.member, self.peer, MEMBER)

    def test_nobody_takes_part_in_the_own_calibration(self):
        """E8: refused when set up, from both sides, with a sentence; nothing is lost."""
        own = "Manager would take part in the session in which they are discussed"
        with self.assertRaisesRegex(ValidationError, own), self.cr.savepoint():
            self.session(self.lead, participants=self.manager, name="Own")
        session = self.as_user(self.calibration, self.officer)
        own = own.replace("Manager", "Employee")
        with self.assertRaisesRegex(ValidationError, own), self.cr.savepoint():
            session.participant_ids += self.employee
        with self.assertRaisesRegex(ValidationError, own), self.cr.savepoint():
            session.facilitator_id = self.employee
        with self.assertRaisesRegex(ValidationError, "discussed before people whom they lead"):
            self.session(self.lead, participants=self.colleague, name="Upwards")
        lonely = self.person("lonely", user=False)
        with self.assertRaisesRegex(ValidationError, "Lonely cannot take part without a user"):
            session.participant_ids += lonely

    def test_the_own_row_by_every_channel(self):
        """E8: also for somebody who came to be discussed in a session of theirs by a fault."""
        with patch.object(type(self.calibration), "_check_nobody_inside"):
            session = self.session(self.lead, participants=self.manager + self.peer, name="Leads")
        self.env.invalidate_all()
        row = session.member_ids
        self.assertHidden(row, self.manager, MEMBER)
        self.assertHidden(session, self.manager, ("name",))
        self.assertHidden(self.lead.rating_ids, self.manager, RATING)
        seen = self.as_user(session, self.manager)
        for call in (
            seen.get_board,
            lambda: seen.move(self.lead.rating_ids.ids, self.excellent.id, "Me", {}),
            lambda: self.as_user(row, self.manager).give_opinion("agree"),
            lambda: seen.action_open(),
        ):
            with self.assertRaises(AccessError):
                call()
        self.assertFalse(self.channels(self.manager, session))
        for path in ("member_ids.opening_grade_id", "member_ids.employee_id.user_id"):
            self.assertFalse(seen.search([("id", "=", session.id), (path, "!=", False)]))

    def test_rows_above_are_hidden(self):
        """E8: a participant whose manager changed meanwhile does not look upwards."""
        self.peer.parent_id = self.colleague
        self.env.invalidate_all()
        self.assertHidden(self.second.rating_ids, self.peer, RATING)
        board = self.as_user(self.calibration, self.peer).get_board()
        self.assertEqual((len(board["cards"]), board["partial"]), (1, True))
        self.assertEqual(sum(one["count"] for one in board["columns"]), 1)
        with self.assertRaisesRegex(ValidationError, "whom they lead"):
            self.as_user(self.calibration, self.officer).action_open()

    def test_who_still_owes_a_review_sees_nothing(self):
        """E7: a participant who is asked for a review reads the grade only after giving it."""
        self.assertHidden(self.first.rating_ids, self.boss, RATING)
        session = self.as_user(self.calibration, self.officer)
        session.participant_ids += self.boss
        self.env.invalidate_all()
        self.assertHidden(self.first.rating_ids, self.boss, RATING)
        board = self.as_user(session, self.boss).get_board()
        self.assertEqual((len(board["cards"]), board["partial"]), (1, True))
        session.facilitator_id = self.boss
        session.action_open()
        with self.assertRaisesRegex(UserError, "cannot see everybody"):
            self.as_user(session, self.boss).action_approve()
        session.action_approve()

    def test_who_moves(self):
        """E8: participants, the facilitator and HR; not the auditor; nobody by write."""
        self.as_user(self.calibration, self.officer).action_open()
        with self.assertRaisesRegex(UserError, "only its participants"):
            self.move(self.calibration, self.first, self.excellent, self.auditor)
        for person in (self.stranger, self.employee):
            with self.assertRaises(AccessError):
                self.move(self.calibration, self.first, self.excellent, person)
        self.move(self.calibration, self.first, self.excellent, self.peer)
        self.move(self.calibration, self.first, self.good, self.admin)
        with self.assertRaisesRegex(UserError, "not among those whom you can move"):
            self.move(self.calibration, self.lead, self.excellent, self.peer)
        with self.assertRaises(AccessError):
            self.as_user(self.first.rating_ids, self.peer).write({"grade_id": self.excellent.id})

    def test_what_the_facilitator_writes(self):
        """E8: agenda and minutes; who is in it and the guideline are HR's."""
        session = self.session(self.lead, participants=self.peer, facilitator=self.boss, name="L")
        seen = self.as_user(session, self.boss)
        seen.write({"agenda": "<p>Sales</p>", "minutes": "<p>All agreed</p>"})
        for vals in (
            {"participant_ids": [(4, self.stranger.id)]},
            {"guideline_mode": "off"},
            {"facilitator_id": self.peer.id},
        ):
            with self.assertRaisesRegex(AccessError, "Only HR sets up"):
                seen.write(vals)
        with self.assertRaises(AccessError):
            seen.member_ids.unlink()
        with self.assertRaises(AccessError):
            self.as_user(session, self.peer).minutes = "<p>No</p>"
        seen.action_open()
        seen.action_approve()
        with self.assertRaisesRegex(UserError, "cannot change now"):
            seen.minutes = "<p>Other</p>"

    def test_opinions(self):
        """E8: before the opening, the own only; read by participants, not by the person."""
        members = self.as_user(self.calibration.member_ids, self.peer)
        members.give_opinion("agree")
        members[0].give_opinion("question", "Which figures?")
        opinions = self.calibration.member_ids.opinion_ids
        self.assertCountEqual(opinions.mapped("opinion"), ["question", "agree"])
        board = self.as_user(self.calibration, self.manager).get_board()
        self.assertEqual(
            self.card(board, members[0].sudo().evaluation_id)["opinions"]["question"], 1
        )
        for person in (self.employee, self.colleague, self.stranger):
            self.assertHidden(opinions[0], person, ("opinion", "note"))
        with self.assertRaises(AccessError):
            self.as_user(opinions[0], self.manager).opinion = "none"
        for person in (self.admin, self.stranger):
            with self.assertRaises(AccessError):
                self.as_user(self.calibration.member_ids, person).give_opinion("agree")
        self.as_user(self.calibration, self.officer).action_open()
        with self.assertRaisesRegex(UserError, "given before the session"):
            members.give_opinion("none")

    def channels(self, person, session):
        """Ids of the sessions whose channel this person gets who asks for it by name."""
        websocket = self.env["ir.websocket"].with_user(person.user_id)
        asked = [f"hr_performance.calibration_{session.id}", "hr_performance.calibration_x"]
        parent = "odoo.addons.bus.models.ir_websocket.IrWebsocket._build_bus_channel_list"
        with patch(parent, lambda _self, channels: channels):
            found = websocket._build_bus_channel_list(asked)
        return [one.id for one in found if getattr(one, "_name", None) == session._name]

    def test_the_bus_tells_only_that_something_changed(self):
        """E8: those who read the session hear of a change, without names and grades."""
        for person, listens in ((self.peer, True), (self.officer, True), (self.employee, False)):
            found = self.channels(person, self.calibration)
            self.assertEqual(found, self.calibration.ids if listens else [], person.name)
        self.as_user(self.calibration, self.officer).action_open()
        sent = []
        with patch.object(
            type(self.env["bus.bus"]), "_sendone", lambda _self, *values: sent.append(values)
        ):
            self.move(self.calibration, self.first, self.excellent)
        self.assertEqual(
            sent,
            [(self.calibration, "hr_performance.calibration/changed", {"id": self.calibration.id})],
        )

    def test_moves_are_read_like_their_people(self):
        """E8, G1: the history opens no more than the rows."""
        self.as_user(self.calibration, self.officer).action_open()
        self.move(self.calibration, self.first, self.excellent)
        move = self.calibration.move_ids
        for person in (self.manager, self.peer, self.officer, self.auditor):
            self.assertVisible(move, person, ("reason", "to_grade"))
        for person in (self.employee, self.colleague, self.stranger, self.payroll):
            self.assertHidden(move, person, ("reason", "to_grade"))

    def test_other_company(self):
        """G1: HR of another company sees nothing of it."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("f", "hr_performance.group_administrator", company=elsewhere)
        self.assertHidden(self.calibration, foreign, ("name",))
        self.assertHidden(self.member, foreign, MEMBER)
