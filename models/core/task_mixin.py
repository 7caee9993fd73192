from odoo import api, models

# Set while to-dos are created; compared by identity, so that no caller can send it.
_TELLING = object()
_PASS = "hr_performance_telling"


class TaskMixin(models.AbstractModel):
    """To-dos for many records at once (requirement G3)."""

    _name = "hr.performance.task.mixin"
    _description = "To-dos for many records"

    def _create_tasks(self, xmlid, values):
        """One statement for all, without an e-mail for each.

        :param xmlid: the type of the activities
        :param values: for each record a dict with user_id, summary and date_deadline
        """
        kind = self.env.ref(xmlid)
        model = self.env["ir.model"]._get(self._name)
        quiet = {"mail_activity_quick_update": True, _PASS: _TELLING}
        self.env["mail.activity"].with_context(**quiet).create(
            [
                {
                    "res_model_id": model.id,
                    "res_id": row.id,
                    "activity_type_id": kind.id,
                    "automated": True,
                    **vals,
                }
                for row, vals in zip(self, values, strict=True)
            ]
        )

    @api.model
    def _pick_officer(self, candidates, employee):
        """The first of these users who is in HR and not the person; nobody if there is none."""
        for user in candidates:
            officer = user.active and user.has_group("hr_performance.group_officer")
            if officer and user != employee.user_id:
                return user
        return self.env["res.users"]

    def message_subscribe(self, partner_ids=None, subtype_ids=None):
        """A to-do makes nobody follow the record: Odoo would subscribe them one by one, with
        several queries for each, and send them every later message too."""
        if self.env.context.get(_PASS) is _TELLING:
            return True
        return super().message_subscribe(partner_ids=partner_ids, subtype_ids=subtype_ids)
