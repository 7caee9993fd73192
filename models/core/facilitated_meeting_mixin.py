from odoo import fields, models


class FacilitatedMeetingMixin(models.AbstractModel):
    """A meeting that somebody leads, with participants, agenda and minutes.

    An heir has a field ``company_id``.
    """

    _name = "hr.performance.facilitated.meeting.mixin"
    _description = "Meeting with agenda and minutes"
    _inherit = ["hr.performance.meeting.mixin", "hr.mixin"]

    _event_fields = frozenset({"name", "start", "duration", "participant_ids", "facilitator_id"})

    name = fields.Char(string="Subject", required=True)
    start = fields.Datetime(required=True, default=fields.Datetime.now)
    duration = fields.Float(default=2.0)
    facilitator_id = fields.Many2one(
        "hr.employee",
        check_company=True,
        index="btree_not_null",
        ondelete="restrict",
        default=lambda self: self.env.user.employee_id.id,
    )
    participant_ids = fields.Many2many("hr.employee", string="Participants", check_company=True)
    agenda = fields.Html(help="What is to be decided, and on what material.")
    minutes = fields.Html(help="What was decided, and why.")

    def _get_meeting_people(self):
        return self.participant_ids | self.facilitator_id

    def _get_meeting_name(self):
        return self.name
