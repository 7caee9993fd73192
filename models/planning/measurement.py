from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

_SUBJECT = {"goal_id", "indicator_id", "employee_id", "cycle_id"}


class Measurement(models.Model):
    """One measured value of a goal, or of an indicator for one person in one cycle."""

    _name = "hr.performance.measurement"
    _description = "Measurement"
    _inherit = ["hr.performance.computed.mixin", "hr.performance.line.mixin"]
    _order = "date desc, id desc"
    _rec_name = "date"
    _check_company_auto = True

    goal_id = fields.Many2one(
        "hr.performance.goal", index="btree_not_null", check_company=True, ondelete="cascade"
    )
    indicator_id = fields.Many2one(
        "hr.performance.indicator", index="btree_not_null", ondelete="restrict"
    )
    cycle_id = fields.Many2one(
        "hr.performance.cycle",
        compute="_compute_owner",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        index=True,
    )
    employee_id = fields.Many2one(
        "hr.employee",
        compute="_compute_owner",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
    )
    company_id = fields.Many2one(
        "res.company", related="cycle_id.company_id", store=True, index=True, precompute=True
    )
    level = fields.Selection(related="goal_id.level")
    date = fields.Date(required=True, default=fields.Date.context_today)
    value = fields.Float(aggregator="avg", digits=(16, 4), required=True)
    unit = fields.Char(compute="_compute_unit")
    source = fields.Char(required=True, help="Where the value comes from, such as a system.")
    note = fields.Text()
    evidence_ids = fields.Many2many("ir.attachment")

    @api.depends("goal_id")
    def _compute_owner(self):
        for measurement in self:
            goal = measurement.goal_id
            measurement.cycle_id = goal.cycle_id or measurement.cycle_id
            measurement.employee_id = goal.employee_id if goal else measurement.employee_id

    @api.depends("goal_id.unit", "indicator_id.unit")
    def _compute_unit(self):
        for measurement in self:
            measurement.unit = measurement.goal_id.unit or measurement.indicator_id.unit

    @api.constrains("goal_id", "indicator_id", "employee_id", "cycle_id")
    def _check_subject(self):
        # What fits together is a fact; a data provider enters values of goals it cannot read.
        for measurement in self.sudo():
            if bool(measurement.goal_id) == bool(measurement.indicator_id):
                raise ValidationError(
                    self.env._("A measurement belongs to one goal or to one indicator.")
                )
            if measurement.indicator_id and not measurement.employee_id:
                raise ValidationError(
                    self.env._("%s: whose figure is it?", measurement.indicator_id.name)
                )
            goal = measurement.goal_id
            if goal and (goal.cycle_id, goal.employee_id) != (
                measurement.cycle_id,
                measurement.employee_id,
            ):
                raise ValidationError(
                    self.env._(
                        "%s: the goal belongs to another person or cycle.",
                        measurement._get_goal_name(),
                    )
                )

    @api.constrains("goal_id")
    def _check_no_parts(self):
        for measurement in self.sudo().filtered("goal_id.part_ids"):  # a fact, as above
            goal = measurement.goal_id
            raise ValidationError(
                self.env._(
                    "“%(goal)s” takes its figure from its parts. Please enter the value at one of"
                    " them: %(parts)s.",
                    goal=measurement._get_goal_name(),
                    parts=", ".join(goal.part_ids.cycle_id.mapped("name")),
                )
            )

    def _get_goal_name(self):
        """Its name, if the user may know it: who reads the goal, or sends values for it."""
        sendable = self.env["hr.performance.measurable"].sudo(False).browse(self.goal_id.id)
        return self.goal_id.name if sendable.has_access("read") else self.goal_id._get_link_name()

    @api.constrains("date", "cycle_id")
    def _check_date(self):
        today = fields.Date.context_today(self)
        for measurement in self:
            cycle = measurement.cycle_id
            if not cycle.date_start <= measurement.date <= min(cycle.date_end, today):
                raise ValidationError(
                    self.env._(
                        "A value of %(date)s cannot be measured for %(cycle)s: it must lie between"
                        " %(start)s and %(end)s and not in the future.",
                        date=measurement.date,
                        cycle=cycle.name,
                        start=cycle.date_start,
                        end=cycle.date_end,
                    )
                )

    # The evaluation rests on these values: they close with its release

    @api.model_create_multi
    def create(self, vals_list):
        measurements = super().create(vals_list)
        measurements._check_open()
        measurements._get_evaluations()._follow_figures()
        return measurements

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the person
        if _SUBJECT & vals.keys():
            raise UserError(
                self.env._("A measurement stays with what it measures. Please enter a new one.")
            )
        self._check_open()
        result = super().write(vals)
        self._get_evaluations()._follow_figures()
        return result

    def unlink(self):
        self.check_access("unlink")
        evaluations = self._get_evaluations()
        result = super().unlink()
        evaluations._follow_figures()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_released(self):
        self._check_open()

    def _check_open(self):
        """Refuse to change values on which somebody has been judged, or of a cycle that is over."""
        self._get_evaluations()._check_figures_open()
        self.sudo().goal_id._check_cycle_open()  # a fact, whatever the asker may read

    def _get_evaluations(self):
        """The evaluations that rest on these values."""
        # Whether they are closed must not depend on what the asker may read.
        measurements_sudo = self.sudo()
        wholes_sudo = measurements_sudo.goal_id._get_wholes()  # their figures follow
        people = {
            (one.cycle_id.id, one.employee_id.id)
            for rested in (measurements_sudo, wholes_sudo)
            for one in rested
        }
        evaluations_sudo = self.env["hr.performance.evaluation"].sudo()
        found_sudo = evaluations_sudo.search(
            [
                ("cycle_id", "in", (measurements_sudo.cycle_id | wholes_sudo.cycle_id).ids),
                ("employee_id", "in", measurements_sudo.employee_id.ids),
            ]
        )
        return found_sudo.filtered(lambda one: (one.cycle_id.id, one.employee_id.id) in people)

    @api.model
    def get_import_templates(self):
        """Offered by Odoo's import; docs/import.md says what their columns mean."""
        return [
            {
                "label": self.env._("Import Template for Measurements of Goals"),
                "template": "/hr_performance/static/import/measurements.csv",
            },
            {
                "label": self.env._("Import Template for Values of Indicators"),
                "template": "/hr_performance/static/import/indicator_values.csv",
            },
        ]
