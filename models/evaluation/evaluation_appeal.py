from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...rules.flows import OFFICER
from .appeal import OPEN


class EvaluationAppeal(models.Model):
    """Whether, by whom and until when an appeal against the result can be filed (A1)."""

    _inherit = "hr.performance.evaluation"

    appeal_ids = fields.One2many(
        "hr.performance.appeal", "evaluation_id", string="Appeals", readonly=True
    )
    can_appeal = fields.Boolean(compute="_compute_can_appeal")
    appeal_until = fields.Date(
        string="Appeal until",
        compute="_compute_can_appeal",
        help="Working days after the release, as set for the company; until the end of this day.",
    )
    shown_appeal_id = fields.Many2one(
        "hr.performance.appeal", string="Appeal", compute="_compute_shown_appeal_id"
    )

    @api.depends("state", "released_at", "appeal_ids")
    @api.depends_context("uid")
    def _compute_can_appeal(self):
        for evaluation in self:
            side = evaluation._get_appellant_side() if evaluation.released_at else None
            evaluation.appeal_until = evaluation._find_appeal_until() if side else False
            # Without a calendar the dialog opens, and says that one is needed.
            evaluation.can_appeal = (
                bool(side)
                and not evaluation.sudo().appeal_ids  # whether there is one, not what it says
                and (side == "paper" or not evaluation._is_appeal_late())
            )

    @api.depends("appeal_ids")
    @api.depends_context("uid")
    def _compute_shown_appeal_id(self):
        # The search applies the record rules: whoever may not read the appeal finds none.
        appeals = self.env["hr.performance.appeal"].search([("evaluation_id", "in", self.ids)])
        found = {appeal.evaluation_id.id: appeal for appeal in appeals}
        for evaluation in self:
            evaluation.shown_appeal_id = found.get(evaluation.id, False)

    def _get_open_appeals(self):
        """Appeals that are not decided yet, for steps that must wait for them."""
        # Whether one is open must not depend on what the asker may read.
        return self.sudo().appeal_ids.filtered(lambda appeal: appeal.state in OPEN)

    def action_open_appeal(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Appeal"),
            "res_model": "hr.performance.appeal",
            "view_mode": "form",
            "res_id": self.shown_appeal_id.id,
        }

    # Who, and until when

    def _get_appellant_side(self):
        """Return "employee" for the person, "paper" for HR where the person has no login."""
        self.ensure_one()
        if self.is_mine:
            return "employee"
        employee_sudo = self.sudo().employee_id  # only whether there is a login
        if employee_sudo.user_id or OFFICER not in self._get_roles()[self.id]:
            return None
        return None if self._is_judged_by_me() else "paper"

    def _is_judged_by_me(self):
        judged = self.env["hr.performance.appeal"]._get_judged_domain(self.env.uid)
        return bool(self.sudo().search_count(Domain("id", "=", self.id) & judged))  # decides access

    def _get_appeal_until(self):
        """Return the last day to file an appeal.

        :raises UserError: the company has no working calendar
        """
        company = self.company_id
        days = company.sudo().performance_appeal_window  # a setting that concerns everybody
        return company._get_performance_deadline(self.released_at, days)

    def _find_appeal_until(self):
        try:
            return self._get_appeal_until()
        except UserError:
            return False

    def _check_appeal_possible(self):
        """Refuse an appeal that cannot be filed now, by the current user; see there."""
        # When HR received the paper is asked in the dialog.
        on_paper = self._get_appellant_side() == "paper"
        if refusal := self._get_appeal_refusal(self.released_at if on_paper else None):
            raise UserError(refusal)

    def _find_appeal_due(self, moment=None):
        """The day until which an appeal filed then is decided, False without a calendar."""
        company = self.company_id
        days = company.sudo().performance_appeal_days  # a setting that concerns everybody
        try:
            return company._get_performance_deadline(moment or fields.Datetime.now(), days)
        except UserError:
            return False

    def _is_appeal_late(self, moment=None):
        until = self._find_appeal_until()
        day = self.company_id._get_performance_local(moment or fields.Datetime.now()).date()
        return bool(until) and day > until

    def _get_appeal_refusal(self, moment=None):
        """Return why no appeal can be filed, None when it can.

        :param moment: when an appeal on paper was received; now without it
        :raises UserError: the company has no working calendar
        """
        self.ensure_one()
        evaluation_sudo = self.sudo()  # reading it was checked by the caller
        name = evaluation_sudo.display_name
        if not self._get_appellant_side():
            return self.env._(
                "%s: an appeal is filed by the person, or by HR for somebody without a login.", name
            )
        if not evaluation_sudo.released_at or evaluation_sudo.state == "cancelled":
            return self.env._(
                "%s is not released yet: an appeal is possible once you can read the result.", name
            )
        if appeal := evaluation_sudo.appeal_ids:
            states = dict(appeal._fields["state"]._description_selection(self.env))
            return self.env._(
                "%(name)s: there is an appeal already, filed on %(date)s (%(state)s). Against one"
                " result there is one appeal.",
                name=name,
                date=self.company_id._get_performance_local(appeal.filed_at).date(),
                state=states[appeal.state],
            )
        until = self._get_appeal_until()
        if self._is_appeal_late(moment):
            return self.env._(
                "%(name)s: an appeal could be filed until %(until)s, %(days)s working days after"
                " the release. Please speak to HR.",
                name=name,
                until=until,
                days=self.company_id.sudo().performance_appeal_window,  # a setting
            )
        if moment and not evaluation_sudo.released_at <= moment <= fields.Datetime.now():
            return self.env._(
                "%(name)s: the appeal cannot have been received before the release on %(released)s"
                " or in the future.",
                name=name,
                released=self.company_id._get_performance_local(evaluation_sudo.released_at).date(),
            )
        return None
