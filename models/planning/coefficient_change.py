from odoo import api, fields, models


class CoefficientChange(models.Model):
    """Who set which coefficient of a launched cycle, when, from what to what (R1, G4).

    A model of its own, because everybody reads the cycle and its notes, and only HR and the
    auditor what a department gets.
    """

    _name = "hr.performance.coefficient.change"
    _description = "Change of a coefficient"
    _inherit = ["hr.performance.append.only.mixin"]
    _order = "id desc"
    _rec_name = "cycle_id"

    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", required=True, index=True, ondelete="restrict")
    department_id = fields.Many2one(
        "hr.department", ondelete="restrict", help="Empty: the coefficient of the company."
    )
    old_value = fields.Float(string="From", digits=(16, 4))
    new_value = fields.Float(string="To", digits=(16, 4))
    user_id = fields.Many2one("res.users", string="By", required=True, ondelete="restrict")
    changed_at = fields.Datetime(string="On", required=True)

    @api.model
    def _log(self, before, after):
        """Keep what differs; nothing set counts 1, as in the formula.

        :param before: {(cycle, department or None): coefficient}
        :param after: the same after the change
        """
        pairs = {key: (before.get(key, 1.0), after.get(key, 1.0)) for key in {**before, **after}}
        self._add(
            [
                {
                    "cycle_id": cycle.id,
                    "company_id": cycle.company_id.id,
                    "department_id": department.id if department else False,
                    "old_value": old,
                    "new_value": new,
                    "user_id": self.env.uid,
                    "changed_at": fields.Datetime.now(),
                }
                for (cycle, department), (old, new) in pairs.items()
                if old != new
            ]
        )
