from odoo import fields, models

from .training_need import OPEN_STATES, SOURCES


class TrainingSource(models.AbstractModel):
    """Something that asks for training, and so stands on the list of training needs.

    An heir names by ``_training_field`` the link that leads to it and tells in
    ``_prepare_training_need`` what is asked for. The list follows it: added once, changed as long
    as the need is only proposed, closed with it.
    """

    _name = "hr.performance.training.source.mixin"
    _description = "Asks for training"

    _training_field = None

    def _prepare_training_need(self):
        """Return the values of the need, None where this asks for no training."""
        raise NotImplementedError

    def _get_open_needs(self, *states):
        # The list follows its sources, whoever may read it.
        needs_sudo = self.env["hr.performance.training.need"].sudo()
        return needs_sudo.search(
            [(self._training_field, "in", self.ids), ("state", "in", states or OPEN_STATES)]
        )

    def _follow_training_needs(self):
        """Bring the list in line with these sources. Doing it again changes nothing."""
        # What is asked for decides, not who asked.
        asked = {one.id: one._prepare_training_need() for one in self.sudo()}
        needs_sudo = self.env["hr.performance.training.need"].sudo()
        known = needs_sudo.search([(self._training_field, "in", self.ids)])
        by_source = {need[self._training_field].id: need for need in known}
        for source_id, need in by_source.items():
            need.filtered(lambda one: one.state == "proposed")._take_over(asked[source_id])
        # The trail of a need begins with what somebody does with it.
        needs_sudo.with_context(tracking_disable=True)._with_pass().create(
            [
                {
                    **values,
                    self._training_field: source_id,
                    "source": SOURCES[self._training_field],
                }
                for source_id, values in asked.items()
                if values and source_id not in by_source
            ]
        )

    def _close_training_needs(self, result):
        """What was asked for is done: nothing is left to plan."""
        self._get_open_needs()._transit_by_system(
            "complete",
            result=result or self.env._("Closed where it was found."),
            done_on=fields.Date.context_today(self),
        )

    def _drop_training_needs(self, reason):
        """It is asked for no longer. What is planned already stays: somebody may have paid."""
        needs = self._get_open_needs("proposed")
        needs._transit_by_system("dismiss", reason=reason, dismiss_reason=reason)
