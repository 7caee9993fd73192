from odoo import models
from odoo.exceptions import UserError

from ..core.labelled import labelled


class EvaluationAssignment(models.Model):
    """Goals of the library for many people in one step (requirement P5)."""

    _inherit = "hr.performance.evaluation"

    def _assign(self, templates, only_meant=True):
        """Give these goals to these people of one cycle, in the background if they are many."""
        self.check_access("read")
        names = dict(
            self.env["hr.performance.batch"]._fields["kind"]._description_selection(self.env)
        )
        payload = {"template_ids": templates.ids, "only_meant": only_meant}
        return self.env["hr.performance.batch"]._run(
            "assign", self, self.cycle_id, names["assign"], payload=payload
        )

    def _batch_assign(self, batch):
        """Create the goals of a portion of people, with the rights of whoever assigns."""
        templates = self.env["hr.performance.goal.template"].browse(batch.payload["template_ids"])
        if closed := [
            labelled(self.env, evaluation.sudo().employee_id.name, reason)  # only the name
            for evaluation in self
            if (reason := evaluation._get_goals_closed_reason())
        ]:
            raise UserError("\n".join(closed))
        todo = self._get_templates_to_assign(templates.exists(), batch.payload["only_meant"])
        self.env["hr.performance.goal"]._propose(
            [
                template._prepare_goal_vals(evaluation)
                for evaluation, wanted in todo.items()
                for template in wanted
            ]
        )

    def _get_assign_obstacles(self, templates, only_meant=True):
        """Return {evaluation: sentence} for those to whom nothing can be given, and why."""
        meant = {
            evaluation: templates._filter_meant_for(evaluation) if only_meant else templates
            for evaluation in self
        }
        todo = self._get_templates_to_assign(templates, only_meant)
        obstacles = {}
        for evaluation in self:
            if reason := evaluation._get_goals_closed_reason():
                obstacles[evaluation] = reason
            elif not meant[evaluation]:
                obstacles[evaluation] = self.env._(
                    "none of these goals is meant for this job or department."
                )
            elif not todo[evaluation]:
                obstacles[evaluation] = self.env._("has these goals already.")
        return obstacles

    def _get_templates_to_assign(self, templates, only_meant):
        """Return {evaluation: goals that are still to be given}, in the language of the person."""
        rows = self.env["hr.performance.goal"]._read_group(
            [
                ("evaluation_id", "in", self.ids),
                ("template_id", "in", templates.ids),
                ("cancelled", "=", False),
            ],
            ["evaluation_id", "template_id"],
        )
        given = {(evaluation.id, template.id) for evaluation, template in rows}
        languages = {}
        todo = {}
        for evaluation in self:
            lang = evaluation.employee_id._get_performance_lang()
            # One recordset for each language, so that all its names come in one query.
            spoken = languages.setdefault(lang, templates.with_context(lang=lang))
            wanted = spoken._filter_meant_for(evaluation) if only_meant else spoken
            todo[evaluation] = wanted.filtered(
                lambda one, evaluation=evaluation: (evaluation.id, one.id) not in given
            )
        return todo
