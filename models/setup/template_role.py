from odoo import api, fields, models

REVIEW_ROLES = [
    ("self", "Self"),
    ("manager", "Manager"),
    ("second", "Second-level manager"),
    ("peer", "Peer"),
    ("report", "Direct report"),
    ("other", "Other department or customer"),
]
# Shown to nobody one by one, from whatever other field a name could follow (Formulas, section 9).
ANONYMOUS_ROLES = ("peer", "report", "other")


class TemplateRole(models.Model):
    """A role of reviewers and its weight in reviewed dimensions (requirement E3)."""

    _name = "hr.performance.template.role"
    _description = "Reviewer role of a template"
    _order = "template_id, weight desc, id"
    _rec_name = "role"

    template_id = fields.Many2one(
        "hr.performance.template", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="template_id.company_id", store=True, index=True)
    role = fields.Selection(REVIEW_ROLES, required=True)
    weight = fields.Float(string="Weight (%)", digits=(16, 2), required=True)

    _role_unique = models.Constraint(
        "UNIQUE(template_id, role)", "A reviewer role stands only once in a template."
    )
    _weight_range = models.Constraint(
        "CHECK(weight >= 0)", "The weight of a reviewer role cannot be negative."
    )

    @api.depends("role")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["role"]._description_selection(self.env))
        for line in self:
            line.display_name = labels.get(line.role)
