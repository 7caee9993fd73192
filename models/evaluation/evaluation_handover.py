from odoo import models
from odoo.fields import Domain

# Records of a person in a cycle on which a manager has to-dos, and the way to the evaluation.
TODO_MODELS = {
    "hr.performance.evaluation": "id",
    "hr.performance.agreement": "evaluation_id",
    "hr.performance.goal": "evaluation_id",
    "hr.performance.goal.revision": "evaluation_id",
}


class EvaluationHandover(models.Model):
    """What goes from the former manager to the new one: reviews, to-dos, planned talks (G2)."""

    _inherit = "hr.performance.evaluation"

    # Reviews

    def _move_reviews(self, former, reason):
        """Ask the former managers for their part at once, and the new ones when it is time."""
        days = self._get_lead_days()
        reviews = self.review_ids.filtered(lambda one: one.role == "manager")
        present = reviews.filtered(lambda one: one.reviewer_id == one.evaluation_id.manager_id)
        left = reviews - present
        unled = left.filtered(
            lambda one: (
                one.state == "pending" and not days[one.evaluation_id.id].get(one.reviewer_id.id)
            )
        )
        self._carry(left - unled)
        present.write({"is_carried": False, "part_due": False})
        unled.unlink()
        self.write({"manager_submitted": False})
        self._update_ratings()
        # Whoever comes back judges the whole time again.
        given = present.filtered(lambda one: one.state != "pending")
        for review in given:
            review._transit("reopen", reason=reason, submitted_at=False)
        self._ask_managers(former, days)
        self._renew_second_reviews()
        self._drop_nominated_managers()
        self.review_ids._update_todos()

    def _carry(self, parts):
        """These reviews are parts of former managers; what is still to be given gets a term."""
        parts.write({"is_carried": True})
        waiting = parts.filtered(lambda one: one.state == "pending" and not one.part_due)
        if waiting:
            waiting.write({"part_due": self.company_id._get_performance_part_deadline()})

    def _ask_managers(self, former, days):
        asked = {
            (one.evaluation_id.id, one.reviewer_id.id)
            for one in self.review_ids
            if one.role == "manager"
        }
        todo = []
        until = self and self.company_id._get_performance_part_deadline()
        for one in self:
            before = former[one.id]
            if (one.id, before.id) not in asked and days[one.id].get(before.id):
                part = {"is_carried": True, "part_due": until}
                todo.append(one._prepare_manager_review(before) | part)
            if (one.id, one.manager_id.id) not in asked and one.state == "evaluating":
                todo.append(one._prepare_manager_review(one.manager_id))
        self.env["hr.performance.review"]._with_pass().create(todo)

    def _prepare_manager_review(self, manager):
        return {"evaluation_id": self.id, "role": "manager", "reviewer_id": manager.id}

    def _prepare_first_reviews(self):
        """Whoever was asked before the evaluation started is not asked twice."""
        asked = {(one.role, one.reviewer_id.id) for one in self.review_ids}
        return [
            vals
            for vals in super()._prepare_first_reviews()
            if (vals["role"], vals["reviewer_id"]) not in asked
        ]

    def _renew_second_reviews(self):
        """The second-level manager is the one above the new manager, where nothing is given."""
        pending = self.review_ids.filtered(
            lambda one: one.role == "second" and one.state == "pending"
        )
        pending.filtered(
            lambda one: one.reviewer_id != one.evaluation_id.manager_id.parent_id
        ).unlink()
        self.env["hr.performance.review"].create(
            [
                vals
                for one in self.filtered(lambda one: one.state == "evaluating")
                if "second" not in one.review_ids.mapped("role")
                for vals in one._prepare_first_reviews()
                if vals["role"] == "second"
            ]
        )

    def _drop_nominated_managers(self):
        """Who has come to lead the person judges as manager, no more as a colleague."""
        named = self.nomination_ids.filtered(
            lambda one: one.state == "approved" and one.reviewer_id == one.evaluation_id.manager_id
        )
        for nomination in named:
            if all(review.state == "pending" for review in nomination._get_reviews()):
                reason = self.env._("Leads the person by now.")
                nomination._transit_by_system("take_back", reason=reason, decision_reason=reason)

    # To-dos

    def _hand_over(self, former):
        """Give open to-dos of the former managers on these files to the new ones."""
        places = Domain.FALSE
        files = {}
        for name, path in TODO_MODELS.items():
            records = self.env[name].search([(path, "in", self.ids)])
            files |= {(name, one.id): one.id if path == "id" else one[path].id for one in records}
            places |= Domain("res_model", "=", name) & Domain("res_id", "in", records.ids)
        users = self.browse().manager_id.union(*former.values()).user_id
        todos = self.env["mail.activity"].search(places & Domain("user_id", "in", users.ids))
        moved = todos.filtered(
            lambda one: one.user_id == former[files[one.res_model, one.res_id]].user_id
        )
        by_user = moved.grouped(
            lambda one: self.browse(files[one.res_model, one.res_id]).manager_id.user_id
        )
        for user, ones in by_user.items():
            if user:
                ones.with_context(mail_activity_quick_update=True).write({"user_id": user.id})
