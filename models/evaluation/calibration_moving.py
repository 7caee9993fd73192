from odoo import api, fields, models
from odoo.exceptions import LockError, UserError

from ...rules import calibration as rules


class CalibrationMoving(models.Model):
    """Moving people from grade to grade in an open session (requirement E8)."""

    _inherit = "hr.performance.calibration"

    can_move = fields.Boolean(compute="_compute_can_move")

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_can_move(self):
        for session in self:
            session.can_move = not session._get_move_refusal()

    def _get_move_refusal(self):
        """Return why the current user cannot move anybody here, None when they can."""
        self.ensure_one()
        hr_roles = self.env["hr.performance.line.mixin"]._get_hr_roles()
        if self.is_about_me or not (self.is_participant or hr_roles):
            return self.env._(
                "%s: only its participants, the facilitator and HR move people.", self.name
            )
        if self.state != "open":
            return self.env._("%s is not open, so nobody can be moved in it now.", self.name)
        return None

    def move(self, rating_ids, grade_id, reason, seen):
        """Move one or several people to a grade; all of them, or none.

        The grade is written at once, as a link of its chain and as a row of the session's history.

        :param rating_ids: the ratings of the people
        :param grade_id: a grade of the cycle's scale
        :param reason: why; asked once for all of them
        :param seen: {rating id: grade id or False} as the mover saw the cards; if somebody else
            moved one of them meanwhile, nothing is moved and the sentence says who and where to
        :return: the board as it is now, see `get_board`
        :raises UserError: not open, no reason, not their row, or moved by somebody else meanwhile
        """
        self.ensure_one()
        self.check_access("read")
        grade = self.env["hr.performance.grade"].browse(grade_id).exists()
        members = self._get_movable_members(rating_ids, grade, reason)
        # The refusals above are the decision; a mover needs no right to write grades.
        members_sudo = members.sudo()
        ratings_sudo = members_sudo.evaluation_id.rating_ids
        try:
            ratings_sudo.lock_for_update()
        except LockError:
            raise UserError(
                self.env._("Somebody else is moving one of these cards. Please look again.")
            ) from None
        ratings_sudo.invalidate_recordset(["grade_id", "state"])
        self.sudo()._check_as_seen(ratings_sudo, seen)  # the movable ones only
        todo_sudo = members_sudo.filtered(
            lambda one: one.evaluation_id.rating_ids.grade_id != grade
        )
        self._change_grades(todo_sudo, grade, reason.strip())
        self._tell_others()
        return self.get_board()

    def _get_movable_members(self, rating_ids, grade, reason):
        """Return whom the current user may move, after all refusals."""
        if refusal := self._get_move_refusal():
            raise UserError(refusal)
        # The scale is set-up; the cycle may be one that a participant does not read.
        if not grade or grade.scale_id != self.sudo().cycle_id.template_id.scale_id:
            raise UserError(self.env._("Please choose a grade of the cycle's scale."))
        if not (reason or "").strip():
            raise UserError(
                self.env._("Please give a reason: each move is kept with why it was made.")
            )
        wanted = set(rating_ids)
        members = self._get_visible_members().filtered(
            # Which card belongs to whom; the grade is not read here.
            lambda one: one.sudo().evaluation_id.rating_ids.id in wanted
        )
        if not wanted or len(members) < len(wanted):
            raise UserError(
                self.env._(
                    "%s: some of these people are not among those whom you can move here. Please"
                    " load the board again.",
                    self.name,
                )
            )
        return members

    def _check_as_seen(self, ratings, seen):
        """Refuse to move a card that no longer lies where the mover saw it."""
        before = {int(card): column or None for card, column in (seen or {}).items()}
        now = {rating.id: rating.grade_id.id or None for rating in ratings}
        if not (moved := rules.stale(before, now)):
            return
        last = {}
        for move in self.move_ids.sorted("id"):
            last[move.rating_id.id] = move
        lines = [
            self._describe_stale(rating, last.get(rating.id))
            for rating in ratings.filtered(lambda one: one.id in moved)
        ]
        raise UserError("\n".join([*lines, self.env._("Nothing was moved. Please look again.")]))

    def _describe_stale(self, rating, move):
        if move and move.to_grade_code == rating.grade_id.code:
            return self.env._(
                "%(name)s: %(who)s moved this card to “%(grade)s” meanwhile, because: %(reason)s",
                name=rating.employee_id.name,
                who=move.user_id.name,
                grade=rating.grade_id.name,
                reason=move.reason,
            )
        return self.env._(
            "%(name)s: the grade is “%(grade)s” now.",
            name=rating.employee_id.name,
            grade=rating.grade_id.name or self.env._("none"),
        )

    def _change_grades(self, members, grade, reason):
        """Write a grade to several people, with both histories; the caller has decided."""
        self.env["hr.performance.calibration.move"]._append(members, grade, reason)
        members.evaluation_id.rating_ids._change_grade("calibration", grade, reason)

    def _get_visible_members(self):
        """People of this session whose rows the current user may read."""
        self.ensure_one()
        members = self.env["hr.performance.calibration.member"].search(
            [("calibration_id", "=", self.id)]
        )
        # Only who is still in the cycle; participants do not read evaluations.
        return (
            members.sudo().filtered(lambda one: one.evaluation_id.state != "cancelled").sudo(False)
        )
