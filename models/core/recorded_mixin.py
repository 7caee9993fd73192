from odoo import api, models
from odoo.exceptions import UserError


class RecordedMixin(models.AbstractModel):
    """The record of a talk: open while the talk is planned, closed once it was held.

    An heir has the state ``planned``; ``_recorded_fields`` names what was said in the talk.
    """

    _name = "hr.performance.recorded.mixin"
    _description = "Record of a talk"

    _recorded_fields = frozenset()

    def write(self, vals):
        if self._recorded_fields & vals.keys():
            self.check_access("write")  # first: a refusal tells whom a talk was held with
            self._check_planned()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_held(self):
        self._check_planned()

    def _check_planned(self):
        """Refuse to change what was recorded; the process itself may (a copy at the end)."""
        if self._has_pass():
            return
        for talk_sudo in self.sudo():  # closed is closed, whoever asks
            if talk_sudo.state != "planned":
                states = dict(self._fields["state"]._description_selection(self.env))
                raise UserError(
                    self.env._(
                        "“%(talk)s” cannot be changed any more: it is “%(state)s”. What comes up"
                        " later belongs into the next talk.",
                        talk=talk_sudo.display_name,
                        state=states[talk_sudo.state],
                    )
                )
