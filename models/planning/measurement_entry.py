from odoo import api, models


class MeasurementEntry(models.Model):
    """What makes entering a value quick, on a phone too: a source proposed, evidence shared."""

    _inherit = "hr.performance.measurement"

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        if "source" in fields and not values.get("source"):
            goal = self.env["hr.performance.goal"].browse(values.get("goal_id"))
            values["source"] = self._get_last_source(goal)
        return values

    @api.onchange("goal_id")
    def _onchange_goal_id(self):
        self.source = self._get_last_source(self.goal_id) or self.source

    @api.model
    def _get_last_source(self, goal):
        """Where the last value of this goal came from; without one, my own last value."""
        mine = [("create_uid", "=", self.env.uid)]
        for domain in ([("goal_id", "=", goal.id)] if goal else mine, mine):
            if last := self.search(domain, order="date desc, id desc", limit=1):
                return last.source
        return False

    @api.model_create_multi
    def create(self, vals_list):
        measurements = super().create(vals_list)
        measurements._share_evidence()
        return measurements

    def write(self, vals):
        result = super().write(vals)
        if "evidence_ids" in vals:
            self._share_evidence()
        return result

    def _share_evidence(self):
        """A file that is uploaded before the value is saved belongs to nothing, and only its
        uploader would read it: who may read the value may read its evidence."""
        for measurement in self:
            # Only the writer's own loose uploads: linking a file gives no right to it.
            loose_sudo = measurement.sudo().evidence_ids.filtered(
                lambda file: not file.res_id and file.create_uid == self.env.user
            )
            loose_sudo.write({"res_model": self._name, "res_id": measurement.id})
