from odoo import api, fields, models
from odoo.exceptions import UserError


class EvaluationVerification(models.Model):
    """Reported figures against measured ones, before the release (requirement E2)."""

    _inherit = "hr.performance.evaluation"

    verification_ids = fields.One2many(
        "hr.performance.verification", "evaluation_id", string="Reported figures", readonly=True
    )
    deviation_count = fields.Integer(
        string="Figures to settle",
        compute="_compute_deviation_count",
        help="Reported figures that deviate from the measured ones and are not settled yet.",
    )

    @api.depends("verification_ids.state")
    @api.depends_context("uid")
    def _compute_deviation_count(self):
        # Grouped with the rights of the user: nothing of what is withheld is counted.
        counts = dict(
            self.env["hr.performance.verification"]._read_group(
                [("evaluation_id", "in", self.ids), ("state", "=", "deviates")],
                ["evaluation_id"],
                ["__count"],
            )
        )
        for evaluation in self:
            evaluation.deviation_count = counts.get(evaluation, 0)

    def _update_verifications(self):
        """Compare again what is reported with what is measured; called when either changed."""
        both_sudo = self.sudo().filtered(  # the process compares, whoever changed a figure
            lambda one: one.self_submitted and one.manager_submitted and not one.released_at
        )
        figures = both_sudo._get_reported_figures()
        kept = both_sudo.verification_ids._with_pass()
        known = {one._get_key(): one for one in kept}
        kept.filtered(lambda one: one._get_key() not in figures).unlink()
        new = kept.create([vals for key, vals in figures.items() if key not in known])
        changed = [known[key]._take_figures(vals) for key, vals in figures.items() if key in known]
        none = kept.browse()
        remeasured = none.concat(*(one for one, measured in changed if measured))
        new.concat(*(one for one, _measured in changed))._compare(remeasured)
        both_sudo._update_verification_tasks()

    def _get_reported_figures(self):
        """Return {key of a figure: values of its comparison}, see `Verification._get_key`."""
        lines = self.env["hr.performance.review.line"].search(
            [
                ("review_id.evaluation_id", "in", self.ids),
                ("review_id.role", "=", "self"),
                ("review_id.state", "=", "submitted"),
                ("is_reported", "=", True),
            ]
        )
        indicators = self._get_indicator_values()
        figures = {}
        for line in lines:
            evaluation, goal = line.review_id.evaluation_id, line.goal_id
            measured = indicators[evaluation.id].get(line.indicator_id.code)
            if goal:
                measured = goal.last_value if goal.last_date else None
            figures[evaluation.id, goal.id, line.indicator_id.id] = {
                "evaluation_id": evaluation.id,
                "goal_id": goal.id,
                "indicator_id": line.indicator_id.id,
                "reported_value": line.reported_value,
                "measured_value": measured or 0.0,
                "is_measured": measured is not None,
                "tolerance": evaluation.cycle_id.template_id.verification_tolerance,
            }
        return figures

    def _follow_figures(self):
        result = super()._follow_figures()
        self._update_verifications()
        return result

    def _check_release(self):
        result = super()._check_release()
        for evaluation in self.filtered("self_submitted"):
            if open_ones := evaluation.verification_ids.filtered(
                lambda one: one.state == "deviates"
            ):
                raise UserError(
                    self.env._(
                        "%(name)s: reported figures deviate from the measured ones and are not"
                        " settled: %(figures)s. The manager settles each with a note, or enters"
                        " the right value, on the page “Cross-verification” of the evaluation.",
                        name=evaluation.employee_id.name,
                        figures=", ".join(open_ones.mapped("subject")),
                    )
                )
        return result
