from odoo import api, fields, models


class CoachingCarry(models.Model):
    """What comes up again in a talk: problems raised earlier and not closed by then.

    They are found, not copied: a problem is one row from the day it was raised to its end.
    """

    _inherit = "hr.performance.coaching"

    open_point_ids = fields.Many2many(
        "hr.performance.coaching.point",
        string="Open problems from earlier talks",
        compute="_compute_earlier",
    )
    open_point_count = fields.Integer(compute="_compute_earlier")
    previous_id = fields.Many2one(
        "hr.performance.coaching", string="Last talk", compute="_compute_earlier"
    )
    previous_agreed = fields.Text(string="Agreed last time", compute="_compute_earlier")

    @api.depends("employee_id", "date", "held_on", "state")
    @api.depends_context("uid")
    def _compute_earlier(self):
        domain = [
            ("employee_id", "in", self.employee_id.ids),
            ("state", "in", ("held", "acknowledged")),
        ]
        # Searched with the rights of the user: who reads this talk may not read all others.
        held = self.search(domain, order="held_on, id").grouped("employee_id")
        points = (
            self.env["hr.performance.coaching.point"]
            .search(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("coaching_id.state", "in", ("held", "acknowledged")),
                ],
                order="raised_on, id",
            )
            .grouped("employee_id")
        )
        for talk in self:
            earlier = held.get(talk.employee_id, self.browse()).filtered(talk._follows)
            talk.previous_id = earlier[-1:]
            talk.previous_agreed = earlier[-1:].agreed
            raised = points.get(talk.employee_id, self.point_ids.browse())
            talk.open_point_ids = raised.filtered(talk._takes_up)
            talk.open_point_count = len(talk.open_point_ids)

    def _get_day(self):
        """The day as of which the talk looks back: while it is planned, today."""
        return self.held_on or fields.Date.context_today(self)

    def _follows(self, other):
        own_id = self._origin.id
        if other.id == own_id:
            return False
        if self.state == "planned":
            return True
        return (other.held_on, other.id) < (self.held_on, own_id)

    def _takes_up(self, point):
        """Whether the problem was still open on the day of this talk."""
        if not self._follows(point.coaching_id):
            return False
        return point._was_open_on(self._get_day())
