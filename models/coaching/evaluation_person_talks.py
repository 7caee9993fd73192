from odoo import models


class EvaluationPersonTalks(models.Model):
    """The records of talks that somebody reads by personal link (C2, F1, G7)."""

    _inherit = "hr.performance.evaluation"

    def _get_person_steps(self):
        steps = super()._get_person_steps()
        talks = self._get_talk_records()
        if not any(talks.values()):
            return steps
        waits = any(one.state == "held" for records in talks.values() for one in records)
        state = self.env._("To acknowledge") if waits else self.env._("Acknowledged")
        label = self.env._("My talks")
        return [*steps, {"page": "talks", "label": label, "state": state, "todo": waits}]

    def _get_talk_records(self):
        """Return {page name: records} of talks that were held, as far as the asker reads them."""
        held = [
            ("evaluation_id", "=", self.id),
            ("is_mine", "=", True),
            ("state", "in", ("held", "acknowledged")),
        ]
        return {
            "talk": self.env["hr.performance.talk"].search(held),
            "coaching": self.env["hr.performance.coaching"].search(held, order="date desc"),
        }
