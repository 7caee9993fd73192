from odoo import api, fields, models
from odoo.exceptions import ValidationError

ASKED = "hr_performance.activity_type_contribution"


class GoalContribution(models.Model):
    """Somebody from elsewhere helps to reach a goal (requirement P2: sideways).

    Contributors read here what the goal is and how far it is, and talk about it with its owner.
    The goal itself stays closed to them: there are the owner's own words, the confidence, the
    notes on it, and what the owner and the manager write to each other.
    """

    _name = "hr.performance.goal.contribution"
    _description = "Contribution to a goal"
    _inherit = [
        "hr.performance.can.write.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.link.mixin",
        "hr.performance.line.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "cycle_id desc, goal_id, id"
    _rec_name = "goal_name"
    _check_company_auto = True
    _mail_post_access = "read"
    _checked_links = {"goal_id": "write"}

    goal_id = fields.Many2one(
        "hr.performance.goal",
        string="Contributes to",
        required=True,
        index=True,
        ondelete="cascade",
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Contributor",
        required=True,
        index=True,
        check_company=True,
        ondelete="restrict",
    )
    task = fields.Text(
        string="What is contributed",
        help="What the contributor is asked to do for the goal; both agree on it.",
    )
    cycle_id = fields.Many2one(related="goal_id.cycle_id", store=True, index=True)
    company_id = fields.Many2one(related="goal_id.company_id", store=True, index=True)

    # What a contributor may know of the goal; read without regard to access to the goal itself.
    goal_name = fields.Char(related="goal_id.name")
    owner_name = fields.Char(related="goal_id.owner_name")
    how = fields.Text(related="goal_id.how")
    metric = fields.Char(related="goal_id.metric")
    unit = fields.Char(related="goal_id.unit")
    method = fields.Selection(related="goal_id.method")
    baseline = fields.Float(related="goal_id.baseline")
    target = fields.Float(related="goal_id.target")
    low = fields.Float(related="goal_id.low")
    high = fields.Float(related="goal_id.high")
    date_start = fields.Date(related="goal_id.date_start")
    date_due = fields.Date(related="goal_id.date_due")
    last_value = fields.Float(related="goal_id.last_value")
    last_date = fields.Date(related="goal_id.last_date")
    is_measured = fields.Boolean(related="goal_id.is_measured")
    achievement = fields.Float(related="goal_id.achievement")
    cancelled = fields.Boolean(related="goal_id.cancelled")

    _person_unique = models.UniqueIndex(
        "(goal_id, employee_id)", "This person is a contributor of the goal already."
    )

    @api.constrains("goal_id", "employee_id")
    def _check_not_owner(self):
        for contribution in self:
            owner = contribution.goal_id.employee_id
            if owner == contribution.employee_id:
                raise ValidationError(
                    self.env._(
                        "%(goal)s: %(employee)s owns the goal, so contributes to it anyway.",
                        goal=contribution.goal_id.name,
                        employee=owner.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        contributions = super().create(vals_list)
        # Whom to tell is a fact of the organisation, whatever the asker may read.
        contributions.sudo()._ask(self.env.user)
        return contributions

    def _ask(self, asker):
        """Tell each contributor, one statement for all; owner and contributor hear each other."""
        self._follow_each_other()
        asked = self.filtered(
            lambda one: one.employee_id.user_id.active and one.employee_id.user_id != asker
        )
        today = fields.Date.context_today(self)
        asked._create_tasks(
            ASKED,
            [
                {
                    "user_id": one.employee_id.user_id.id,
                    "summary": one._describe_request(),
                    "date_deadline": today,
                }
                for one in asked
            ],
        )

    def _follow_each_other(self):
        """Whoever answers for the goal, and the contributor, get what the other one writes."""
        for one in self:
            people = one.employee_id | one.goal_id._get_owner()
            one.message_subscribe(people.user_id.filtered("active").partner_id.ids)

    def _describe_request(self):
        return self.with_context(lang=self.employee_id.user_id.lang).env._(
            "%s asks you to contribute to a goal: read it, and say what you can do",
            self.goal_id.owner_name,
        )
