from odoo import api, fields, models

PROPOSED = "hr_performance.activity_type_goals_proposed"


class GoalTodo(models.Model):
    """Whoever gets goals from somebody else is told, and told until they have answered (P2, P6).

    One to-do per receiver and cycle, however many goals there are; it hangs on the first of them.
    """

    _inherit = "hr.performance.goal"

    @api.model
    def _propose(self, vals_list):
        goals = super()._propose(vals_list)
        goals.parent_id._close_todos()  # handed on is answered
        # Whom to tell is a fact of the organisation, whatever the proposer may read.
        goals.sudo()._tell_receivers(self.env.user)
        return goals

    def write(self, vals):
        result = super().write(vals)
        if not self.env.su:
            self._close_todos()
        return result

    def _tell_receivers(self, proposer):
        """Create the to-dos of those who have none yet; a few queries for any number."""
        users = self._get_owners_users() - proposer
        told = {
            (todo.user_id, self.browse(todo.res_id).cycle_id) for todo in self._search_todos(users)
        }
        first = {}
        for goal in self:
            key = (goal._get_owner().user_id, goal.cycle_id)
            if key[0] in users and key not in told:
                first.setdefault(key, goal)
        goals = self.browse([goal.id for goal in first.values()])
        goals._create_tasks(
            PROPOSED,
            [
                {
                    "user_id": user.id,
                    "summary": goals._describe_proposal(user, cycle),
                    "date_deadline": goals._get_answer_day(cycle),
                }
                for user, cycle in first
            ],
        )

    def _get_owners_users(self):
        owners = self.employee_id | self.department_id.manager_id
        return owners.user_id.filtered("active")

    @api.model
    def _describe_proposal(self, user, cycle):
        return self.with_context(lang=user.lang).env._(
            "Goals are proposed to you for %s: read and amend them, and say why they matter",
            cycle.name,
        )

    @api.model
    def _get_answer_day(self, cycle):
        """Until the goals are to be signed, where the cycle says so and that is to come."""
        today = fields.Date.context_today(self)
        return max(cycle.planning_due or today, today)

    @api.model
    def _search_todos(self, users):
        """The open to-dos of these users about goals that were proposed to them."""
        return (
            self.env["mail.activity"]
            .sudo()  # of these users and of this one kind; nothing of them is shown
            .search(
                [
                    ("activity_type_id", "=", self.env.ref(PROPOSED).id),
                    ("res_model", "=", self._name),
                    ("user_id", "in", users.ids),
                ]
            )
        )

    # Answering

    def _close_todos(self):
        """Close the own to-dos that these goals answer."""
        todos = self._search_todos(self.env.user)
        todos.filtered(lambda todo: self._answers(todo)).action_feedback()

    def _close_all_todos(self):
        """These goals are put up for signing: everything is said."""
        todos = self._search_todos(self._get_owners_users())
        todos.filtered(lambda todo: todo.res_id in self._ids).action_feedback()

    def _answers(self, todo):
        """Whether nothing is left to say: of the own goals that all words are given; of a goal of
        the department that its manager has amended it or handed it on."""
        goal = self.browse(todo.res_id)
        if goal.level != "employee":
            return goal in self
        siblings = self.search(
            [
                ("employee_id", "=", goal.employee_id.id),
                ("cycle_id", "=", goal.cycle_id.id),
                ("cancelled", "=", False),
            ]
        )
        counted = siblings._get_counted()
        return bool(self & siblings) and all(one._is_answered() for one in counted)
