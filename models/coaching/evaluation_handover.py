from odoo import models


class EvaluationHandover(models.Model):
    """Talks that the former manager has planned are led by the new one (requirement G2)."""

    _inherit = "hr.performance.evaluation"

    def _hand_over(self, former):
        result = super()._hand_over(former)
        talks = self.env["hr.performance.coaching"].search(
            [("evaluation_id", "in", self.ids), ("state", "=", "planned")]
        )
        moved = talks.filtered(lambda one: one.leader_id == former[one.evaluation_id.id])
        line = self.env["hr.performance.line.mixin"]
        for manager, talks in moved.grouped(lambda one: one.evaluation_id.manager_id).items():
            # A talk is led by somebody above the person in the organisation of today.
            led = line._get_led_ids(manager)
            ones = talks.filtered(lambda one, led=led: one.employee_id.id in led)
            ones.write({"leader_id": manager.id})
            # A meeting of many talks stays with its first leader; the new one joins it.
            ones.calendar_event_id.write(
                {"partner_ids": [(4, partner.id) for partner in manager.work_contact_id]}
            )
        return result
