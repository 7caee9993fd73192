from odoo import models


class EvaluationPerson(models.Model):
    """What somebody without a user finds on the own page, by personal link (requirement G7)."""

    _inherit = "hr.performance.evaluation"

    def _get_person_steps(self):
        """Return the pages of this cycle that the person can open, and which of them wait."""
        self.ensure_one()
        return [self._describe_goals()]

    def _describe_goals(self):
        agreement = self.agreement_id
        awaited = "employee" in agreement._get_awaited_roles()
        return {
            "page": "goals",
            "label": self.env._("My goals"),
            "state": self._label_of(agreement, "state"),
            "todo": awaited or self._lacks_own_words(),
        }

    def _lacks_own_words(self):
        open_goals = self.goal_ids.filtered(lambda goal: not goal.is_locked and not goal.cancelled)
        return any(not goal._is_said("why") or not goal.confidence for goal in open_goals)

    def _label_of(self, record, name):
        return dict(record._fields[name]._description_selection(self.env)).get(record[name], "")
