from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...rules import nomination as rules
from ...rules.flows import ADMIN, MANAGER, OFFICER
from ...rules.nomination import HR, NOMINATED
from .nomination_checks import OPEN


class EvaluationReviewers(models.Model):
    """Who reviews this person: asked at the start, and whether they are enough (E3)."""

    _inherit = "hr.performance.evaluation"

    nomination_ids = fields.One2many("hr.performance.nomination", "evaluation_id", readonly=True)
    nomination_count = fields.Integer(string="Reviewers named", compute="_compute_nominations")
    can_nominate = fields.Boolean(compute="_compute_nominations")
    can_propose_reports = fields.Boolean(compute="_compute_nominations")
    reviewer_status = fields.Text(
        string="Who is asked",
        compute="_compute_reviewer_status",
        help="Numbers only: peers and direct reports stay anonymous. For managers and HR.",
    )
    reviewer_gap = fields.Char(string="Reviewers missing", compute="_compute_reviewer_status")
    lacks_reviewers = fields.Boolean(
        compute="_compute_reviewer_status", search="_search_lacks_reviewers"
    )

    @api.depends("nomination_ids.state", "state")
    @api.depends_context("uid")
    def _compute_nominations(self):
        counts = dict(
            self.env["hr.performance.nomination"]._read_group(
                [("evaluation_id", "in", self.ids), ("state", "in", ("proposed", "approved"))],
                ["evaluation_id"],
                ["__count"],
            )
        )
        sides = self._get_nominating_sides()
        for evaluation in self:
            evaluation.nomination_count = counts.get(evaluation, 0)
            reviewer_rules = evaluation.cycle_id._get_reviewer_rules()
            side = evaluation.state in OPEN and sides[evaluation.id]
            open_roles = [
                role
                for role in NOMINATED
                if side and role in reviewer_rules and reviewer_rules[role].is_open_to(side)
            ]
            evaluation.can_nominate = bool(open_roles)
            evaluation.can_propose_reports = "report" in open_roles

    # At the start of the evaluation

    def _after_evaluate(self, reason=None):
        self._drop_impossible_nominations()
        return super()._after_evaluate(reason=reason)

    def _drop_impossible_nominations(self):
        """Who left, or has come to lead the person, is not asked; the nomination says why."""
        for nomination in self.nomination_ids.filtered(lambda one: one.state == "approved"):
            evaluation = nomination.evaluation_id
            candidate = evaluation._as_candidate(nomination.reviewer_id, {}, ())
            if not candidate.active or candidate.leads:
                reason = self.env._("Has left the company, or leads the person by now.")
                nomination._transit_by_system("take_back", reason=reason, decision_reason=reason)

    def _prepare_first_reviews(self):
        """Also the second-level manager, and everybody who was named and approved by now."""
        first = super()._prepare_first_reviews()
        second = self.manager_id.parent_id
        known = self.employee_id | self.manager_id
        if "second" in self.cycle_id._get_reviewer_rules() and second - known and second.active:
            known |= second
            first.append({"evaluation_id": self.id, "role": "second", "reviewer_id": second.id})
        asked = set(known.ids)
        for nomination in self.nomination_ids.filtered(lambda one: one.state == "approved"):
            if nomination._get_person_key() not in asked:
                asked.add(nomination._get_person_key())
                first.append(nomination._prepare_review())
        return first

    def _after_cancel(self, reason=None):
        result = super()._after_cancel(reason=reason)
        self.nomination_ids.filtered(lambda one: one.state == "proposed")._transit_by_system(
            "withdraw"
        )
        self.env["hr.performance.personal.link"]._revoke(self.nomination_ids)
        self._end_open_reviews()
        return result

    def _after_release(self, reason=None):
        result = super()._after_release(reason=reason)
        self._end_open_reviews()
        return result

    def _end_open_reviews(self):
        """What was not given until now is owed no more."""
        self.review_ids.filtered(lambda one: one.state == "pending")._update_todos()

    # Are they enough?

    def _get_reviewer_counts(self):
        """Return {id: {role: number of those who are asked, or named for later}}."""
        taken = self._get_taken(dict.fromkeys(self.ids, HR), states=("approved",))
        return {key: Counter(filter(None, asked.values())) for key, asked in taken.items()}

    @api.depends("nomination_ids.state", "review_ids.state", "state")
    @api.depends_context("uid", "lang")
    def _compute_reviewer_status(self):
        roles = self._get_roles()
        told = self.filtered(lambda one: roles[one.id] & {MANAGER, OFFICER, ADMIN})
        counts, answers = told._get_reviewer_counts(), told._get_review_counts()
        for evaluation in self:
            asked = counts.get(evaluation.id)
            reviewer_rules = evaluation.cycle_id._get_reviewer_rules()
            missing = {}
            if asked is not None and evaluation.state in OPEN:
                missing = rules.gaps(reviewer_rules, asked)
            evaluation.lacks_reviewers = bool(missing)
            evaluation.reviewer_gap = evaluation._describe_gap(missing, reviewer_rules)
            evaluation.reviewer_status = asked is not None and evaluation._describe_status(
                asked, answers[evaluation.id], reviewer_rules
            )

    def _get_review_counts(self):
        """Return {id: {(role, state): number of reviews}}; numbers, so no right is asked."""
        found = {evaluation.id: {} for evaluation in self}
        reviews_sudo = self.env["hr.performance.review"].sudo()  # counted only
        for evaluation, role, state, count in reviews_sudo._read_group(
            [("evaluation_id", "in", self.ids)], ["evaluation_id", "role", "state"], ["__count"]
        ):
            found[evaluation.id][role, state] = count
        return found

    def _get_role_names(self):
        return dict(
            self.env["hr.performance.review"]._fields["role"]._description_selection(self.env)
        )

    def _describe_gap(self, missing, reviewer_rules):
        names = self._get_role_names()
        return " · ".join(
            self.env._(
                "%(role)s: %(missing)s more needed (at least %(minimum)s)",
                role=names[role],
                missing=number,
                minimum=reviewer_rules[role].minimum,
            )
            for role, number in missing.items()
        )

    def _describe_status(self, asked, answers, reviewer_rules):
        names = self._get_role_names()
        return "\n".join(
            self.env._(
                "%(role)s: %(asked)s asked or named, %(given)s given, %(declined)s declined",
                role=names[role],
                asked=asked[role],
                given=answers.get((role, "submitted"), 0),
                declined=answers.get((role, "declined"), 0),
            )
            for role in ("second", *NOMINATED)
            if role in reviewer_rules
        )

    def _search_lacks_reviewers(self, operator, value):
        if operator != "in":
            return NotImplemented
        # Which cycles and people: as the asker may read them, never the own file.
        by_cycle = self._read_group(
            Domain("state", "in", OPEN)
            & Domain("is_mine", "=", False)
            & Domain("cycle_id.state", "in", OPEN),
            ["cycle_id"],
            ["id:array_agg"],
        )
        lacking = []
        for cycle, ids in by_cycle:
            demanded = cycle._get_reviewer_rules()
            if rules.gaps(demanded, {}):  # a template may demand nobody
                counts = self.browse(ids)._get_reviewer_counts()
                lacking += [key for key in ids if rules.gaps(demanded, counts[key])]
        return Domain("id", "in", lacking)

    # Buttons

    def action_open_nominations(self):
        """The reviewers who are named for this person, as far as the reader may know them."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.nomination_action")
        return {
            **action,
            "domain": [("evaluation_id", "=", self.id)],
            "context": {"default_evaluation_id": self.id, "create": self.can_nominate},
        }

    def action_propose_reports(self):
        """Name everybody who reports to the person, for upward feedback."""
        self.ensure_one()
        self.check_access("read")
        # The organisation says who reports to whom; naming them checks the right.
        reports = (
            self.env["hr.employee"]
            .sudo()
            .search(
                [("parent_id", "=", self.employee_id.id), ("company_id", "=", self.company_id.id)]
            )
        )
        taken = self._get_taken(self._get_nominating_sides())[self.id]
        todo = reports.filtered(lambda one: one.id not in taken)
        if not todo:
            raise UserError(
                self.env._(
                    "%s: there are no direct reports who are not named yet.",
                    self.employee_id.name,
                )
            )
        self.env["hr.performance.nomination"].create(
            [{"evaluation_id": self.id, "role": "report", "reviewer_id": one.id} for one in todo]
        )
        return self.action_open_nominations()
