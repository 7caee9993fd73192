from odoo.exceptions import UserError
from odoo.tests import tagged

from .voices_common import VoicesCase


@tagged("post_install", "-at_install")
class TestAnonymousAnswers(VoicesCase):
    """E3: no figure, time or author of a record leads to a single anonymous answer."""

    def fingerprint(self):
        """All that a reader of the rating can compare before and after."""
        self.env.flush_all()
        self.env.invalidate_all()
        rating = self.evaluation.rating_ids
        names = ["score", "grade_id", "computed_grade_id", "write_date", "write_uid"]
        lines = ["score", "grade_id", "has_score", "missing_keys", "sources", "create_uid"]
        return rating.read(names), rating.line_ids.read(lines), rating.change_ids.read()

    def test_late_answer_moves_nothing(self):
        """E3: an answer that comes after the score leaves no trace in it, in no record."""
        for peer in self.peers[:3]:
            self.answer(peer, 90)
        self.judge()
        before = self.fingerprint()
        voices = self.voices(self.manager)
        late = self.answer(self.peers[3], 10)
        self.assertEqual(self.fingerprint(), before)
        self.assertEqual(self.voices(self.manager), voices)
        self.assertFalse(late.is_taken_in)
        self.measure(self.goal, 100)
        score = self.line(self.teamwork).score
        self.assertEqual(score, before[1][2]["score"])

    def test_late_answers_enter_together(self):
        """E3: three late answers are taken in together when HR closes the evaluation."""
        self.judge()
        for peer in self.peers[:3]:
            self.answer(peer, 80)
        self.assertEqual(self.line(self.teamwork).score, 95)
        self.as_user(self.cycle, self.officer).action_calibrate()
        self.env.invalidate_all()
        self.assertLess(self.line(self.teamwork).score, 95)
        self.assertEqual(self.points(self.group(self.manager), self.teamwork), 80)
        system = self.env.ref("base.user_root")
        computed = self.evaluation.rating_ids.change_ids.filtered(
            lambda one: one.step == "computed"
        )
        self.assertEqual(computed.user_id | computed.create_uid, system)

    def test_few_late_answers_stay_out(self):
        """E3: one or two late answers would show themselves: they do not count, and HR is told."""
        for peer in self.peers[:3]:
            self.answer(peer, 90)
        self.judge()
        late = self.answer(self.peers[3], 10) | self.answer(self.peers[4], 10)
        before = self.fingerprint()
        self.as_user(self.cycle, self.officer).action_calibrate()
        self.assertEqual(self.fingerprint(), before)
        self.assertFalse(any(late.mapped("is_taken_in")))
        self.assertTrue(self.voices(self.officer)["waiting"])
        self.release(self.cycle)
        self.assertFalse(self.voices(self.employee)["waiting"])

    def test_no_answer_after_the_close(self):
        """E3: after HR has closed the evaluation a colleague is told that it is too late."""
        review = self.asked[self.colleague]
        self.judge()
        self.as_user(self.cycle, self.officer).action_calibrate()
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "HR has closed the evaluation"):
            self.as_user(review, self.colleague).action_submit()

    def test_taken_answer_stays(self):
        """E3: giving an answer back that counts would show what it said."""
        self.set_cycle(names_readable=True)
        peer = self.answer(self.colleague)
        self.judge()
        with self.assertRaisesRegex(UserError, "counts already stays"):
            self.as_user(peer, self.admin).action_reopen("Wrong person")

    def test_score_of_few_is_stored_nowhere(self):
        """E3, Formulas 9: the score of a dimension with two hidden answers is in no record, and
        counts in the overall score."""
        for peer in self.peers[:2]:
            self.answer(peer, 65)
        rating = self.judge(95)
        line = self.line(self.teamwork)
        self.assertEqual((line.score, line.has_score, line.is_withheld), (0, False, True))
        self.assertFalse(line.grade_id)
        self.assertIn("fewer than 3", line.withheld_reason)
        self.assertFalse(line.missing and "is missing" in line.missing)
        weights = self.template._get_role_weights()
        score = (weights["manager"] * 95 + weights["peer"] * 65) / (
            weights["manager"] + weights["peer"]
        )
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT count(*) FROM hr_performance_rating_line WHERE rating_id = %s"
            " AND round(score, 1) = round(%s::numeric, 1)",
            [rating.id, score],
        )
        self.assertEqual(self.env.cr.fetchone()[0], 0)
        self.assertLess(rating.score, self.score_without_peers())
        for person in (self.manager, self.officer, self.admin, self.auditor):
            voices = self.voices(person)
            mine = next(one for one in voices["dimensions"] if one["id"] == self.teamwork.id)
            self.assertIsNone(mine["score"])
            self.assertIn("fewer than 3", mine["withheld"])

    def score_without_peers(self):
        shown = self.evaluation.rating_ids.line_ids
        task = shown.filtered(lambda one: one.dimension_id.code == "task")
        return (50 * task.score + 30 * 95) / 80

    def test_confirmation_withholds_too(self):
        """E3, F2: the signed content and its form show a dash and the reason."""
        for peer in self.peers[:2]:
            self.answer(peer, 65)
        self.judge()
        self.release(self.cycle)
        content = self.as_user(self.evaluation, self.employee)._get_content()
        teamwork = next(one for one in content["dimensions"] if one["name"] == "Teamwork")
        self.assertEqual((teamwork["score"], teamwork["grade"]), (None, None))
        report = self.env["ir.actions.report"].with_user(self.employee.user_id)
        html, _kind = report._render_qweb_html(
            "hr_performance.confirmation_report", self.evaluation.ids
        )
        self.assertIn("fewer than 3", html.decode())

    def test_small_groups_left_out(self):
        """E3: where the launch says so, fewer answers do not count and are named as missing."""
        self.set_cycle(small_groups="leave_out")
        for peer in self.peers[:2]:
            self.answer(peer, 20)
        self.judge()
        line = self.line(self.teamwork)
        self.assertEqual((line.score, line.is_withheld), (95, False))
        self.assertIn("Peer", line.missing)
        self.answer(self.peers[2], 20)
        self.as_user(self.cycle, self.officer).action_calibrate()
        self.env.invalidate_all()
        self.assertLess(self.line(self.teamwork).score, 95)
        self.assertTrue(self.group(self.manager)["shown"])

    def test_late_answers_per_dimension(self):
        """E3: three late answers of which one judges teamwork would show that one."""
        self.judge()
        self.answer(self.peers[0], 20)
        for peer in self.peers[1:3]:
            self.answer(peer, 20, teamwork=None)
        before = self.fingerprint()
        self.as_user(self.cycle, self.officer).action_calibrate()
        self.assertEqual(self.fingerprint(), before)

    def test_nobody_marks_an_answer_as_counting(self):
        """E3: whether an answer counts is decided by the process alone."""
        peer = self.answer(self.colleague)
        for person in (self.colleague, self.officer, self.admin):
            with self.assertRaises(Exception):  # noqa: B017 - access or protection, by role
                self.as_user(peer, person).write({"is_taken_in": True})

    def test_traces_of_a_peer(self):
        """E3: no message, file, to-do or author of a record names the peer behind an answer."""
        self.env = self.env(context={**self.env.context, "tracking_disable": False})
        seen = {person: self.traces(person) for person in (self.manager, self.officer, self.admin)}
        peer = self.answer(self.colleague, 42, comment="Peer secret")
        secret = self.env["ir.attachment"].create(
            {"name": "mail.txt", "raw": b"x", "res_model": peer._name, "res_id": peer.id}
        )
        self.env.flush_all()
        self.env.cr.precommit.run()
        for person, before in seen.items():
            self.assertEqual(self.traces(person), before)
            files = self.as_user(self.env["ir.attachment"], person)
            self.assertFalse(files.search([("id", "=", secret.id)]))
            for path in ("review_ids.line_ids.points", "review_ids.line_ids.comment"):
                value = 42 if path.endswith("points") else "Peer secret"
                self.assertNoPath(person, "hr.performance.evaluation", path, "=", value)

    def traces(self, person):
        """What this person could compare before and after an answer."""
        self.env.invalidate_all()
        evaluation = self.as_user(self.evaluation, person)
        return (
            evaluation.read(
                ["write_date", "write_uid", "message_ids", "activity_ids", "review_ids"]
            ),
            evaluation.message_ids.mapped("author_id.name"),
        )
