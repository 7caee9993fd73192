from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain


class StrategyMixin(models.AbstractModel):
    """Records with which a company works out its strategy; its department managers write them."""

    _name = "hr.performance.strategy.mixin"
    _description = "Part of working out the strategy"

    is_strategist = fields.Boolean(
        string="I lead a department of the company",
        compute="_compute_is_strategist",
        search="_search_is_strategist",
    )

    @api.model
    def _get_default_cycle_id(self):
        """The open cycle that ends last, mostly the year; choosing people needs its company."""
        return self.env["hr.performance.cycle"].search(
            [
                ("company_id", "=", self.env.company.id),
                ("state", "not in", ("closed", "cancelled")),
            ],
            order="date_end desc, date_start, id",
            limit=1,
        )

    @api.depends("company_id")
    @api.depends_context("uid")
    def _compute_is_strategist(self):
        companies = self._get_led_companies()
        for record in self:
            record.is_strategist = record.company_id in companies

    def _search_is_strategist(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("company_id", "in", self._get_led_companies().ids)

    @api.model
    def _get_led_companies(self):
        """Return the companies in which the current user manages a department."""
        # Who manages a department decides about access, so it is read without regard to it.
        departments_sudo = (
            self.env["hr.department"].sudo().search([("manager_id.user_id", "=", self.env.uid)])
        )
        companies = self.env["res.company"]
        for department in departments_sudo:
            companies |= department.company_id or department.manager_id.company_id
        return companies.sudo(False)

    @api.model
    def _may_lead_strategy(self):
        """Whether the current user writes goals, themes and meetings of company or departments."""
        return self.env.user.has_group("hr_performance.group_officer") or bool(
            self._get_led_companies()
        )

    def _check_access(self, operation):
        """Nobody else is offered to create what the record rules would refuse in the end."""
        if operation == "create" and not (self or self.env.su or self._may_lead_strategy()):
            return self, lambda: AccessError(
                self.env._(
                    "%s are written by HR and by managers of departments.",
                    self.env["ir.model"]._get(self._name).name,
                )
            )
        return super()._check_access(operation)
