from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import flows, scoring

GOALS = "goal_achievement"  # the indicator that is computed from the goals


class PipBuilder(models.Model):
    """A plan starts from the standards that were not met, with the figures that show it."""

    _inherit = "hr.performance.evaluation"

    # Not a One2many: by `pip_ids != False` the employee would learn of a draft.
    pip_id = fields.Many2one(
        "hr.performance.pip", string="Improvement plan", compute="_compute_pip_id"
    )

    @api.depends_context("uid")
    def _compute_pip_id(self):
        # The search applies the record rules: whoever may not read the plan finds none.
        plans = self.env["hr.performance.pip"].search(
            [("evaluation_id", "in", self.ids), ("state", "!=", "cancelled")]
        )
        by_evaluation = {plan.evaluation_id.id: plan for plan in plans}
        for evaluation in self:
            evaluation.pip_id = by_evaluation.get(evaluation.id)

    def action_draft_pip(self):
        """Draft an improvement plan from what this evaluation found, and open it.

        :raises UserError: not the person's line or HR, not released, or no standard was missed
        """
        self.ensure_one()
        self.check_access("read")
        if not self._get_roles()[self.id] & {flows.MANAGER, *flows.HR}:
            raise UserError(
                self.env._("An improvement plan is drafted by whoever leads the person, or by HR.")
            )
        pip = self._draft_pips()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Improvement plan"),
            "res_model": pip._name,
            "view_mode": "form",
            "res_id": pip.id,
        }

    def _draft_pips(self):
        """Return a new draft for each of these released evaluations, with its unmet standards."""
        lines = self._get_released_lines()
        values = self.sudo()._get_indicator_values()  # figures of people in the line
        vals_list = []
        for evaluation in self:
            standards = evaluation._prepare_unmet_dimensions(
                lines[evaluation], values[evaluation.id]
            )
            standards += evaluation._prepare_unmet_goals()
            if not standards:
                raise UserError(evaluation._describe_nothing_missed())
            vals_list.append(
                {
                    "evaluation_id": evaluation.id,
                    "standard_ids": [fields.Command.create(vals) for vals in standards],
                }
            )
        return self.env["hr.performance.pip"].create(vals_list)

    def _describe_nothing_missed(self):
        return self.env._(
            "%s: no standard of this evaluation was missed. An improvement plan rests on"
            " standards that were not met, never on a rank alone.",
            self.display_name,
        )

    def _get_released_lines(self):
        """Return {evaluation: what its released rating says per dimension}."""
        ratings = self.env["hr.performance.rating"].search(
            [("evaluation_id", "in", self.ids), ("state", "=", "released")]
        )
        lines = {one.evaluation_id: one.line_ids for one in ratings}
        return {evaluation: lines.get(evaluation, ratings.line_ids[:0]) for evaluation in self}

    def _get_accepted_grade(self):
        """The lowest grade that is still satisfactory: the last but one of the scale."""
        grades = self.cycle_id.template_id.scale_id._get_grades()
        return grades[-2:-1] or grades[-1:]

    def _prepare_unmet_dimensions(self, lines, values):
        """Standards of the dimensions that were missed.

        :param lines: what the rating says per dimension
        :param values: {code of an indicator: its value}, the evidence
        """
        accepted = self._get_accepted_grade()
        found = []
        for line in lines:
            if not line.has_score or line.score >= accepted.min_score:
                continue
            dimension = line.dimension_id
            standard = dimension.standard_ids.filtered(lambda one: one.grade_id == accepted)
            found.append(
                {
                    "name": dimension.name,
                    "dimension_id": dimension.id,
                    "demanded": self._describe_demand(standard, accepted, values),
                    "found": self.env._("%g points", line.score),
                    "evidence": self._describe_indicators(standard, values),
                }
            )
        return found

    def _describe_demand(self, standard, grade, values):
        """The standard in words; the points of the grade where its figures were reached.

        Then the reviewers' points missed it, and the figures would prove the contrary.
        """
        if standard.clause_ids:
            rule = standard._as_rule()
            if scoring.holds(rule.clauses, rule.join, values):
                standard = standard.browse()
        return standard.summary or self.env._(
            "%(points)g points (%(grade)s)", points=grade.min_score, grade=grade.name
        )

    def _describe_indicators(self, standard, values):
        indicators = standard.clause_ids.indicator_id
        lines = [f"{one.name}: {values[one.code]:g}" for one in indicators if one.code in values]
        if GOALS in indicators.mapped("code"):
            lines += [
                f"{goal.name}: {goal.achievement:g} %"
                for goal in self.goal_ids._get_counted().filtered("is_measured")
            ]
        return "\n".join(lines)

    def _prepare_unmet_goals(self):
        accepted = self._get_accepted_grade()
        missed = self.goal_ids._get_counted().filtered(
            lambda goal: goal.is_measured and goal.achievement < accepted.min_score
        )
        return [
            {
                "name": goal.name,
                "goal_id": goal.id,
                "demanded": f"{goal.target:g} {goal.unit or ''}".strip(),
                "found": self.env._(
                    "%(value)s, achievement %(share)g %%",
                    value=f"{goal.last_value:g} {goal.unit or ''}".strip(),
                    share=goal.achievement,
                ),
                "evidence": "\n".join(
                    f"{one.date}: {one.value:g} ({one.source})" for one in goal.measurement_ids
                ),
            }
            for goal in missed
        ]
