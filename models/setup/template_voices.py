from odoo import fields, models

SMALL_GROUPS = [
    ("count", "Count, and are not shown"),
    ("leave_out", "Do not count, and are named as missing"),
]


class TemplateVoices(models.Model):
    """How anonymous answers are kept anonymous; a cycle copies it (Formulas, section 9)."""

    _inherit = "hr.performance.template"

    anonymity_threshold = fields.Integer(
        string="Shown from so many answers",
        default=3,
        required=True,
        help="Answers of peers, direct reports and others are shown together, from 3 to 10 on.",
    )
    small_groups = fields.Selection(
        SMALL_GROUPS,
        string="Fewer anonymous answers",
        default="count",
        required=True,
        help="Where they count and only one dimension is not shown, it can be computed from the "
        "overall score. Where they do not count, nothing of them can be computed.",
    )
    names_readable = fields.Boolean(
        string="HR administrators read names",
        help="Administrators then read who gave which anonymous answer. The reviewers are told.",
    )

    _anonymity_threshold_range = models.Constraint(
        "CHECK(anonymity_threshold BETWEEN 3 AND 10)",
        "Anonymous answers are shown from 3 to 10 answers on.",
    )
