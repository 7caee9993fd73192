from odoo import api, models


class Menu(models.Model):
    _inherit = "ir.ui.menu"

    @api.model
    def load_menus(self, debug):
        """Leave out the menus behind which this user never finds anything.

        Asked at each load of the client, outside the cache of menus: the organisation changes.
        """
        menus = super().load_menus(debug)
        rest = [menu.id for menu in self._get_idle_menus() if menu.id in menus]
        if not rest:
            return menus
        gone = set()
        while rest:
            menu_id = rest.pop()
            gone.add(menu_id)
            rest += menus[menu_id]["children"]
        return {
            key: {**menu, "children": [one for one in menu["children"] if one not in gone]}
            for key, menu in menus.items()
            if key not in gone
        }

    @api.model
    def _get_idle_menus(self):
        """Menus, with all below them, that mean nothing to the current user: *Team* without one."""
        team = self.env.ref("hr_performance.menu_team", raise_if_not_found=False)
        return self.browse() if not team or self._has_performance_team() else team

    @api.model
    def _has_performance_team(self):
        """Whether the user leads somebody, or led somebody in a cycle, or follows up for all."""
        if self.env.user.has_groups("hr_performance.group_officer,hr_performance.group_auditor"):
            return True
        evaluations = self.env["hr.performance.evaluation"]
        return bool(
            evaluations._get_subordinate_ids()
            or evaluations.search_count([("in_my_line", "=", True)], limit=1)
        )
