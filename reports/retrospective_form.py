from odoo import api, models

from .form_mixin import GAP


class RetrospectiveForm(models.AbstractModel):
    """The minutes of a retrospective on paper (I1)."""

    _name = "report.hr_performance.retrospective_form"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Minutes of a retrospective"

    _form_model = "hr.performance.retrospective"

    @api.model
    def _get_form_lang(self, document):
        """It is about no person: in the language of whoever prints it."""
        return self.env.lang or "en_US"

    @api.model
    def _prepare_form(self, document):
        # Names on the form of a record that the asker may read.
        names = document.sudo()
        people = ", ".join(names.participant_ids.mapped("name"))
        return {
            "title": self.env._("Minutes of the retrospective"),
            "company": names.company_id.name,
            "person": [
                (self.env._("Cycle"), names.cycle_id.name),
                (self.env._("Held on"), self._date(document.held_on)),
                (self.env._("Participants"), people or GAP),
                (self.env._("State"), self._label(document._name, "state", document.state)),
            ],
            "figures": [
                {
                    "name": self._label(one._name, "key", one.key),
                    "value": self._figure(one.value),
                    "before": one.before or GAP,
                }
                for one in document.own_figure_ids
            ],
            "findings": document.finding_ids,
            "actions": [self._prepare_action(one) for one in document.action_ids],
            "minutes": document.minutes,
            "small_print": [],
        }

    @api.model
    def _prepare_action(self, action):
        return {
            "name": action.name,
            "owner": action.sudo().owner_id.name,  # a name on the form
            "due": self._date(action.due),
            "state": self._label(action._name, "state", action.state),
        }
