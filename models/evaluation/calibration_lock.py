from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...rules.calibration import LOCKED, UNFINISHED


class EvaluationCalibration(models.Model):
    """What a calibration session holds fast for the people in it (requirement E8)."""

    _inherit = "hr.performance.evaluation"

    calibration_member_ids = fields.One2many(
        "hr.performance.calibration.member",
        "evaluation_id",
        string="Calibration",
        readonly=True,
    )

    def _get_calibrations(self, states):
        """Return {evaluation id: the newest session in one of these states}."""
        # Whether something is locked does not depend on who asks.
        members_sudo = self.env["hr.performance.calibration.member"].sudo()
        found = members_sudo.search(
            [("evaluation_id", "in", self.ids), ("state", "in", states)], order="id"
        )
        return {one.evaluation_id.id: one.calibration_id for one in found}

    def _get_calibration_refusals(self):
        """Return {evaluation id: sentence} where the judgement is locked by a session.

        Somebody whose manager has not judged yet is not locked: that review is what is missing.
        """
        sessions = self._get_calibrations(LOCKED)
        return {
            evaluation.id: evaluation._describe_calibration(sessions[evaluation.id])
            for evaluation in self.sudo()  # names in a sentence about what the asker works on
            if evaluation.id in sessions and evaluation.rating_ids
        }

    def _describe_calibration(self, session):
        if session.state == "open":
            return self.env._(
                "%(name)s is being calibrated in the session “%(session)s”: until it is approved"
                " or cancelled, the reviews are locked.",
                name=self.employee_id.name,
                session=session.name,
            )
        return self.env._(
            "%(name)s was calibrated in the session “%(session)s”, which is approved: reviews and"
            " grade only change if HR reopens it, or by an appeal.",
            name=self.employee_id.name,
            session=session.name,
        )

    def _check_not_calibrated(self):
        if refusals := self._get_calibration_refusals():
            raise UserError("\n".join(refusals.values()))

    def _update_ratings(self):
        """Computed grades stand still while, and after, people decide about them in a session."""
        # Whether there is a grade, whoever may read it.
        held = self.filtered(lambda one: one.sudo().rating_ids)._get_calibrations(LOCKED)
        return super(
            EvaluationCalibration, self.filtered(lambda one: one.id not in held)
        )._update_ratings()

    def _check_release(self):
        result = super()._check_release()
        sessions = self._get_calibrations(UNFINISHED)
        if waiting := self.filtered(lambda one: one.id in sessions):
            raise UserError(
                "\n".join(
                    self.env._(
                        "%(name)s: the calibration session “%(session)s” is not approved yet.",
                        name=one.employee_id.name,
                        session=sessions[one.id].name,
                    )
                    for one in waiting
                )
            )
        return result


class RatingCalibration(models.Model):
    _inherit = "hr.performance.rating"

    in_my_calibration = fields.Boolean(
        string="In my calibration session",
        compute="_compute_in_my_calibration",
        search="_search_in_my_calibration",
        help="You take part in a session about this person, who is not above you.",
    )

    @api.depends("evaluation_id")
    @api.depends_context("uid")
    def _compute_in_my_calibration(self):
        found_sudo = self.sudo().search(  # decides about access, whatever the asker may read
            [("id", "in", self.ids), ("in_my_calibration", "=", True)]
        )
        for rating in self:
            rating.in_my_calibration = rating in found_sudo

    def _search_in_my_calibration(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = Domain("calibration_id.is_participant", "=", True)
        mine &= Domain("state", "in", ("draft", *LOCKED)) & Domain("is_above_me", "=", False)
        # Whoever asks reads neither evaluation nor member: that is what this decides.
        return Domain("evaluation_id", "any!", Domain("calibration_member_ids", "any!", mine))

    def _compute_can_decide(self):
        result = super()._compute_can_decide()
        locked = self.evaluation_id._get_calibrations(LOCKED)
        for rating in self:
            rating.can_decide = rating.can_decide and rating.evaluation_id.id not in locked
        return result

    def _get_decision_refusal(self, grade, reason):
        # Reading the rating was checked; whether its session is open does not depend on who asks.
        refusals = self.sudo().evaluation_id._get_calibration_refusals()
        if refusals and self.state != "released":
            return "\n".join(refusals.values())
        return super()._get_decision_refusal(grade, reason)


class ReviewCalibration(models.Model):
    """Reviews are locked while their person is calibrated, with a sentence that says by what."""

    _inherit = "hr.performance.review"

    def _check_editable(self):
        result = super()._check_editable()
        # The asker writes these reviews; what locks them does not depend on who asks.
        self.sudo().evaluation_id._check_not_calibrated()
        return result

    def _check_submit(self):
        self.evaluation_id._check_not_calibrated()
        return super()._check_submit()

    def _check_decline(self):
        self.evaluation_id._check_not_calibrated()

    def _check_reopen(self):
        self.evaluation_id._check_not_calibrated()
        return super()._check_reopen()
