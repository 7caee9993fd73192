from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules import flows

# The form of a point (requirement F1), and who does what until when.
REQUIRED = ("fact", "impact", "improvement", "owner_id", "due")


class TalkPoint(models.Model):
    """One point of a feedback talk: fact, impact, improvement; followed to its end (F1).

    While the talk is to be held, those who lead the person prepare it; then the employee reads it.
    What is open comes up in the coaching that follows.
    """

    _name = "hr.performance.talk.point"
    _description = "Point of a feedback talk"
    _inherit = ["hr.performance.link.mixin", "hr.performance.follow.up.mixin"]
    _order = "talk_id, sequence, id"

    _workflow = flows.TALK_POINT
    _checked_links = {"talk_id": "write"}
    _talk_field = "talk_id"
    _subject_field = "fact"
    _recorded_fields = frozenset({"talk_id", "sequence", *REQUIRED})

    talk_id = fields.Many2one("hr.performance.talk", required=True, index=True, ondelete="cascade")
    talk_state = fields.Selection(related="talk_id.state", string="State of the talk")
    sequence = fields.Integer(default=10)
    employee_id = fields.Many2one(
        related="talk_id.employee_id", store=True, index=True, precompute=True
    )
    manager_id = fields.Many2one(
        related="talk_id.manager_id", store=True, index=True, precompute=True
    )
    leader_id = fields.Many2one(related="talk_id.leader_id", store=True, precompute=True)
    cycle_id = fields.Many2one(related="talk_id.cycle_id", store=True, precompute=True)
    company_id = fields.Many2one(
        related="talk_id.company_id", store=True, index=True, precompute=True
    )
    raised_on = fields.Date(related="talk_id.held_on", store=True)
    fact = fields.Text(required=True, help="What you saw or measured, without a judgement.")
    impact = fields.Text(help="What followed from it for customers, colleagues or the goal.")
    improvement = fields.Text(help="What is done differently, or what should go on like this.")

    @api.depends("employee_id", "raised_on")
    def _compute_display_name(self):
        """Not the fact: a name is shown in places that do not ask who reads it."""
        for point in self:
            point.display_name = self.env._(
                "Point of the feedback talk · %s", point.employee_id.name or ""
            )

    @api.constrains("fact")
    def _check_fact(self):
        if any(not point.fact.strip() for point in self):
            raise ValidationError(self.env._("Please say what the fact is."))

    def _describe_gap(self):
        """Return a sentence about what the point still lacks, None when it is complete."""
        labels = [
            self._fields[name]._description_string(self.env)
            for name in REQUIRED
            if not (self[name].strip() if isinstance(self[name], str) else self[name])
        ]
        if not labels:
            return None
        return self.env._("“%(fact)s” lacks: %(fields)s.", fact=self.fact, fields=", ".join(labels))
