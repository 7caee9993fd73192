from odoo import models
from odoo.exceptions import UserError

from ...rules import nomination as rules
from ...rules.nomination import EMPLOYEE, HR, Obstacle

# Reviewers can be named from the launch on, until the manager has judged.
OPEN = ("planning", "executing", "evaluating")


class NominationChecks(models.Model):
    """Whether somebody can be asked: maps people and numbers to the rules of nomination (E3)."""

    _inherit = "hr.performance.evaluation"

    def _get_nominating_sides(self):
        """Return {id: as who the current user names reviewers, None if they may not}."""
        sides = (("employee", EMPLOYEE), ("manager", rules.MANAGER), ("officer", HR), ("admin", HR))
        return {
            key: next((side for role, side in sides if role in roles), None)
            for key, roles in self._get_roles().items()
        }

    def _get_taken(self, sides, states=("proposed", "approved")):
        """Return {evaluation id: {who is asked or named: role}}.

        Who declined is asked, and counts in no role any more (None). The person themselves does
        not know whom others named, so for them only the own proposals count.
        """
        taken = {evaluation.id: {} for evaluation in self}
        # What is taken decides, whatever the asker may read of it.
        nominations_sudo = self.env["hr.performance.nomination"].sudo()
        for one in nominations_sudo.search_fetch(
            [("evaluation_id", "in", self.ids), ("state", "in", states)],
            ["evaluation_id", "side", "role", "reviewer_id", "external_email"],
        ):
            if sides[one.evaluation_id.id] != EMPLOYEE or one.side == EMPLOYEE:
                taken[one.evaluation_id.id][one._get_person_key()] = one.role
        reviews_sudo = self.env["hr.performance.review"].sudo()
        for one in reviews_sudo.search_fetch(
            [("evaluation_id", "in", self.ids)],
            ["evaluation_id", "state", "role", "reviewer_id", "external_id"],
        ):
            if sides[one.evaluation_id.id] != EMPLOYEE:
                counts = one.state != "declined"
                taken[one.evaluation_id.id][one._get_person_key()] = one.role if counts else None
        return taken

    def _get_asked_keys(self):
        """Return {(evaluation id, who)} of everybody who was asked for a review."""
        reviews_sudo = self.env["hr.performance.review"].sudo()  # also those nobody may read
        reviews = reviews_sudo.search([("evaluation_id", "in", self.ids)])
        return {(one.evaluation_id.id, one._get_person_key()) for one in reviews}

    def _check_proposals(self, vals_list, sides):
        """Refuse proposals that cannot be; they also count against each other."""
        taken = self._get_taken(sides)
        for vals in vals_list:
            evaluation = self.browse(vals.get("evaluation_id"))
            if evaluation not in self:
                raise UserError(self.env._("Please say for whom the reviewer is."))
            who = vals.get("reviewer_id") or vals["external_email"]
            asked = taken[evaluation.id]
            reason = evaluation._get_asking_refusal(
                vals["role"],
                self.env["hr.employee"].browse(vals.get("reviewer_id") or []),
                vals,
                sides[evaluation.id],
                asked,
            )
            if reason:
                raise UserError(reason)
            asked[who] = vals["role"]

    def _check_approvals(self, nominations):
        """Refuse to approve what has become impossible since it was proposed."""
        taken = self._get_taken(dict.fromkeys(self.ids, HR), states=("approved",))
        for one in nominations:
            asked, who = taken[one.evaluation_id.id], one._get_person_key()
            if who in asked:
                continue  # somebody else named them too: nobody new is asked
            values = {"external_name": one.external_name, "external_email": one.external_email}
            reason = one.evaluation_id._get_asking_refusal(
                one.role, one.reviewer_id, values, HR, asked
            )
            if reason:
                raise UserError(reason)
            asked[who] = one.role

    def _get_asking_refusal(self, role, reviewer, values, side, asked):
        """Return why this reviewer cannot be asked now, None when they can.

        :param values: ``external_name`` and ``external_email`` of somebody outside
        :param asked: {who is asked already: role}
        """
        self.ensure_one()
        evaluation_sudo = self.sudo()  # the caller may read it; people of its line need not be
        if evaluation_sudo.state not in OPEN:
            return self.env._(
                "%s: reviewers can be named only from the launch until the manager has judged.",
                evaluation_sudo.display_name,
            )
        if not reviewer and (refusal := evaluation_sudo._get_address_refusal(values)):
            return refusal
        rule = evaluation_sudo.cycle_id._get_reviewer_rules().get(role)
        candidate = evaluation_sudo._as_candidate(reviewer.sudo(), values, asked)
        count = sum(1 for taken in asked.values() if taken == role)
        obstacle = rules.obstacle(rule, side, candidate, count)
        name = reviewer.sudo().name or values.get("external_name")  # told only if of the company
        return obstacle and evaluation_sudo._describe_obstacle(obstacle, name, role, rule)

    def _as_candidate(self, reviewer_sudo, values, asked):
        outside = not reviewer_sudo
        today = self.company_id._get_performance_today()
        leaders = self.manager_id | self.employee_id.parent_id | self.manager_id.parent_id
        return rules.Candidate(
            oneself=reviewer_sudo == self.employee_id,
            same_company=outside or reviewer_sudo.company_id == self.company_id,
            active=outside or not reviewer_sudo._has_left(today),
            leads=bool(reviewer_sudo & leaders),
            reports=not outside and reviewer_sudo.parent_id == self.employee_id,
            outside=outside,
            asked=(reviewer_sudo.id or values.get("external_email")) in asked,
        )

    def _get_address_refusal(self, values):
        """Return why nobody outside can be asked at this address, None when somebody can."""
        email = values.get("external_email")
        if not (email and values.get("external_name")):
            return self.env._(
                "Please choose a colleague, or give name and a complete e-mail address of somebody"
                " outside."
            )
        inside = self.env["hr.employee"].search_count(
            [("company_id", "=", self.company_id.id), ("work_email", "=ilike", email)], limit=1
        ) or self.env["res.users"].search_count(
            [
                ("company_ids", "in", self.company_id.ids),
                ("share", "=", False),
                ("email_normalized", "=", email),
            ],
            limit=1,
        )
        if inside:
            return self.env._(
                "%s is the address of a colleague. Please choose the colleague instead.", email
            )
        return None

    def _describe_obstacle(self, obstacle, name, role, rule):
        roles = dict(
            self.env["hr.performance.review"]._fields["role"]._description_selection(self.env)
        )
        values = {
            "name": name,
            "employee": self.employee_id.name,
            "role": roles.get(role, role),
            "number": rule.maximum if rule else 0,
        }
        env = self.env
        sentences = {
            Obstacle.ROLE: env._("“%(role)s”: this cycle asks for no reviewers of this kind."),
            Obstacle.SIDE: env._("“%(role)s”: in this cycle it is not up to you to name them."),
            Obstacle.ONESELF: env._(
                "%(employee)s: nobody reviews themselves except in the self-evaluation."
            ),
            Obstacle.COMPANY: env._(
                "This person does not belong to the company of %(employee)s. Please ask them as"
                " somebody outside, by e-mail."
            ),
            Obstacle.INACTIVE: env._("%(name)s has left the company."),
            Obstacle.MANAGER: env._(
                "%(name)s leads %(employee)s, and so judges as manager, not as “%(role)s”."
            ),
            Obstacle.REPORT: env._("%(name)s does not report to %(employee)s."),
            Obstacle.OUTSIDE: env._(
                "%(name)s is not a colleague, and so cannot be asked as “%(role)s”."
            ),
            Obstacle.ASKED: env._(
                "%(name)s is proposed or asked for a review of %(employee)s already."
            ),
            Obstacle.MAXIMUM: env._(
                "%(employee)s: at most %(number)s reviewers “%(role)s” can be asked, and so many"
                " are."
            ),
        }
        return sentences[obstacle] % values
