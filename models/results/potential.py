from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ...rules import ninebox

LEVELS = [("low", "Low"), ("medium", "Medium"), ("high", "High")]
# Afterwards what was judged stays as it was.
_CLOSED = ("closed", "cancelled")


class Potential(models.Model):
    """What one side, the line or HR, judges somebody capable of, in one cycle (requirement R4).

    Criteria propose a level; another one may be decided with a reason. Where both sides have
    judged, HR's level counts. The person never reads it.
    """

    _name = "hr.performance.potential"
    _description = "Potential"
    _inherit = [
        "hr.performance.computed.mixin",
        "hr.performance.of.evaluation.mixin",
        "hr.performance.line.mixin",
        "hr.performance.link.mixin",
        "hr.performance.private.thread.mixin",
    ]
    _order = "cycle_id, employee_id, side, id"

    _checked_links = {"evaluation_id": "read"}

    department_id = fields.Many2one(
        related="evaluation_id.department_id", store=True, index=True, precompute=True
    )
    side = fields.Selection(
        [("manager", "Manager"), ("hr", "HR")], string="Judged by", required=True, default="manager"
    )
    line_ids = fields.One2many("hr.performance.potential.line", "potential_id", string="Criteria")
    proposed = fields.Selection(
        LEVELS,
        string="Proposed by the criteria",
        compute="_compute_proposed",
        store=True,
        help="The mean of what was judged: low 1, medium 2, high 3; from 2.5 on high, from 1.5 on"
        " medium.",
    )
    decided = fields.Selection(
        LEVELS, string="Decided otherwise", tracking=True, help="Empty: as the criteria propose."
    )
    reason = fields.Text(tracking=True, help="Why another level than the criteria propose.")
    level = fields.Selection(
        LEVELS,
        string="Potential level",
        compute="_compute_level",
        store=True,
        index=True,
        tracking=True,
    )

    _side_unique = models.Constraint(
        "UNIQUE(evaluation_id, side)", "This side has judged this person's potential already."
    )

    @api.depends("line_ids.level")
    def _compute_proposed(self):
        for potential in self:
            potential.proposed = ninebox.potential(potential.line_ids.mapped("level")) or False

    @api.depends("proposed", "decided")
    def _compute_level(self):
        for potential in self:
            potential.level = potential.decided or potential.proposed

    @api.depends("employee_id", "cycle_id")
    def _compute_display_name(self):
        for potential in self:
            # Names only, for those who may read the row.
            potential_sudo = potential.sudo()
            potential.display_name = (
                f"{potential_sudo.employee_id.name or ''} · {potential_sudo.cycle_id.name or ''}"
            )

    @api.constrains("decided", "reason")
    def _check_reason(self):
        for potential in self:
            otherwise = potential.decided and potential.decided != potential.proposed
            if otherwise and not (potential.reason or "").strip():
                raise ValidationError(
                    self.env._(
                        "%s: please give the reason for another potential than the criteria"
                        " propose.",
                        potential.display_name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        potentials = super().create(vals_list)
        potentials._check_open()
        potentials._add_criteria()
        return potentials

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the person
        if {"evaluation_id", "side"} & vals.keys():
            raise AccessError(
                self.env._("Whose potential it is and who judges it does not change afterwards.")
            )
        if {"decided", "reason", "line_ids"} & vals.keys():
            self._check_open()
        return super().write(vals)

    def _check_open(self):
        for potential_sudo in self.sudo():  # closed is closed, whoever asks
            if potential_sudo.cycle_id.state in _CLOSED:
                raise UserError(potential_sudo.evaluation_id._describe_closed_potential())

    def _add_criteria(self):
        """A line for each criterion in force that has none yet."""
        companies = (False, *self.company_id.ids)
        criteria = self.env["hr.performance.potential.criterion"].search(
            [("company_id", "in", companies)]
        )
        # The lines belong to rows that the user has just been allowed to make.
        self.env["hr.performance.potential.line"].sudo().create(
            [
                {"potential_id": potential.id, "criterion_id": criterion.id}
                for potential in self
                for criterion in criteria - potential.line_ids.criterion_id
                if not criterion.company_id or criterion.company_id == potential.company_id
            ]
        )
