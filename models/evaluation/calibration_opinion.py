from odoo import api, fields, models
from odoo.exceptions import UserError

from ..core.labelled import labelled


class CalibrationOpinion(models.Model):
    """What one participant thinks of one person's grade, before the session is opened (E8).

    Read by those who read the row of the person; written by the participant alone.
    """

    _name = "hr.performance.calibration.opinion"
    _description = "Opinion before a calibration session"
    _inherit = ["hr.performance.link.mixin", "hr.performance.computed.mixin"]
    _order = "member_id, id"
    _checked_links = {"member_id": "read"}

    member_id = fields.Many2one(
        "hr.performance.calibration.member",
        string="Person",
        required=True,
        index=True,
        ondelete="cascade",
    )
    calibration_id = fields.Many2one(
        related="member_id.calibration_id", store=True, index=True, precompute=True
    )
    company_id = fields.Many2one(
        related="member_id.company_id", store=True, index=True, precompute=True
    )
    user_id = fields.Many2one(
        "res.users",
        string="By",
        required=True,
        readonly=True,
        default=lambda self: self.env.uid,
        index=True,
        ondelete="cascade",
    )
    opinion = fields.Selection(
        [("agree", "Agree"), ("question", "Question"), ("none", "No opinion")],
        required=True,
        default="none",
    )
    note = fields.Text(help="What is to be asked or said in the session.")

    _member_user_unique = models.Constraint(
        "UNIQUE(member_id, user_id)", "You have an opinion about this person already."
    )

    @api.depends("member_id", "user_id")
    def _compute_display_name(self):
        for opinion in self:
            # Names only, for those who may read the opinion.
            opinion_sudo = opinion.sudo()
            opinion.display_name = (
                f"{opinion_sudo.member_id.employee_id.name or ''} · {opinion_sudo.user_id.name}"
            )

    @api.model_create_multi
    def create(self, vals_list):
        opinions = super().create([{**vals, "user_id": self.env.uid} for vals in vals_list])
        opinions._check_given()
        return opinions

    def write(self, vals):
        self.check_access("write")
        if vals.keys() & {"member_id", "user_id"}:
            raise UserError(self.env._("An opinion stays with its person and its author."))
        self._check_given()
        return super().write(vals)

    def _check_given(self):
        """Opinions prepare the session; once it is open, people talk."""
        for session in self.calibration_id:
            if session.state != "draft":
                raise UserError(
                    self.env._(
                        "%s is open or over: opinions are given before the session.", session.name
                    )
                )


class CalibrationMemberOpinion(models.Model):
    """The own opinion, given from the list of people."""

    _inherit = "hr.performance.calibration.member"

    my_opinion = fields.Selection(
        [("agree", "Agree"), ("question", "Question"), ("none", "No opinion")],
        compute="_compute_my_opinion",
    )
    questions = fields.Text(compute="_compute_my_opinion", help="What participants want to ask.")

    @api.depends("opinion_ids.opinion", "opinion_ids.note")
    @api.depends_context("uid", "lang")
    def _compute_my_opinion(self):
        opinions = self.env["hr.performance.calibration.opinion"].search(
            [("member_id", "in", self.ids)]
        )
        by_member = opinions.grouped("member_id")
        for member in self:
            found = by_member.get(member, opinions.browse())
            mine = found.filtered(lambda one: one.user_id == self.env.user)
            member.my_opinion = mine.opinion
            member.questions = "\n".join(
                labelled(self.env, one.sudo().user_id.name, one.note)  # the name of a participant
                for one in found
                if one.note
            )

    def give_opinion(self, opinion, note=None):
        """Say what one thinks of these people's grades; a second time replaces the first.

        :param opinion: ``agree``, ``question`` or ``none``
        :param note: what is to be asked or said in the session; None leaves it as it is
        :raises UserError: the session is open already
        :raises AccessError: somebody who does not take part, or a row that the asker cannot read
        """
        self.check_access("read")
        opinions = self.env["hr.performance.calibration.opinion"]
        mine = opinions.search([("member_id", "in", self.ids), ("user_id", "=", self.env.uid)])
        vals = {"opinion": opinion} | ({} if note is None else {"note": note})
        mine.write(vals)
        opinions.create([{"member_id": one.id, **vals} for one in self - mine.member_id])
        return True

    def action_agree(self):
        return self.give_opinion("agree")

    def action_no_opinion(self):
        return self.give_opinion("none")

    def action_question(self):
        """Mark as a question, and write what is to be asked."""
        self.ensure_one()
        self.give_opinion("question")
        mine = self.opinion_ids.filtered(lambda one: one.user_id == self.env.user)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("My question"),
            "res_model": mine._name,
            "res_id": mine.id,
            "view_mode": "form",
            "target": "new",
        }
