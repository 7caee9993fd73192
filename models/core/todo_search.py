from lxml import etree

from odoo import api, models

PREFIX = "hr.performance."


class TodoSearch(models.AbstractModel):
    """The clock in the bar opens the list of what is to be done today (requirement G3).

    It asks for filters by name. Where a list has none of them it shows everything that the user
    may read, and whoever follows a to-do has to guess which row was meant.
    """

    _inherit = "mail.activity.mixin"

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        arch, view = super()._get_view(view_id, view_type, **options)
        if view_type == "search" and self._name.startswith(PREFIX):
            for group in self._get_todo_filters():
                etree.SubElement(arch, "separator", invisible="1")
                for name, label, domain in group:
                    values = {"name": name, "string": label, "domain": domain, "invisible": "1"}
                    etree.SubElement(arch, "filter", values)
        return arch, view

    @api.model
    def _get_todo_filters(self):
        """Names as the clock knows them; what stands in one group is joined by *or*."""
        mine, late = self.env._("My to-dos"), self.env._("Late to-dos")
        today, future = self.env._("To-dos of today"), self.env._("Future to-dos")
        when = [
            ("activities_overdue", late, "<"),
            ("activities_today", today, "="),
            ("activities_upcoming_all", future, ">"),
        ]
        return [
            [("filter_activities_my", mine, "[('activity_user_id', '=', uid)]")],
            [
                (name, label, f"[('my_activity_date_deadline', '{sign}', 'today')]")
                for name, label, sign in when
            ],
        ]
