from odoo import api, fields, models

from ..setup.template_voices import SMALL_GROUPS


class CycleVoices(models.Model):
    """What reviewers were promised when they were asked: fixed by the launch (requirement E3)."""

    _inherit = "hr.performance.cycle"

    anonymity_threshold = fields.Integer(
        string="Shown from so many answers",
        compute="_compute_voices",
        store=True,
        readonly=False,
        precompute=True,
        help="Answers of peers, direct reports and others are shown together, from 3 to 10 on.",
    )
    small_groups = fields.Selection(
        SMALL_GROUPS,
        string="Fewer anonymous answers",
        compute="_compute_voices",
        store=True,
        readonly=False,
        precompute=True,
    )
    names_readable = fields.Boolean(
        string="HR administrators read names",
        compute="_compute_voices",
        store=True,
        readonly=False,
        precompute=True,
        help="Administrators then read who gave which anonymous answer. The reviewers are told.",
    )

    _anonymity_threshold_range = models.Constraint(
        "CHECK(anonymity_threshold BETWEEN 3 AND 10)",
        "Anonymous answers are shown from 3 to 10 answers on.",
    )

    @api.depends("template_id")
    def _compute_voices(self):
        for cycle in self:
            template = cycle.template_id
            cycle.anonymity_threshold = template.anonymity_threshold or 3
            cycle.small_groups = template.small_groups or "count"
            cycle.names_readable = template.names_readable

    @api.model
    def _get_settled_names(self):
        mine = {"anonymity_threshold", "small_groups", "names_readable"}
        return super()._get_settled_names() | mine
