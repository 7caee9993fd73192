from collections import Counter, defaultdict

from odoo import api, models
from odoo.tools.translate import LazyTranslate

from ...rules import ninebox

_lt = LazyTranslate(__name__)

# (performance, potential): what the box is called
BOXES = {
    ("low", "high"): _lt("Hidden talent"),
    ("medium", "high"): _lt("Rising talent"),
    ("high", "high"): _lt("Star"),
    ("low", "medium"): _lt("Inconsistent performer"),
    ("medium", "medium"): _lt("Core performer"),
    ("high", "medium"): _lt("High performer"),
    ("low", "low"): _lt("Needs attention"),
    ("medium", "low"): _lt("Steady contributor"),
    ("high", "low"): _lt("Seasoned expert"),
}


class PotentialBox(models.Model):
    """The 9-box of a cycle, performance by potential, for the user who asks (requirement R4)."""

    _inherit = "hr.performance.potential"

    @api.model
    def get_box(self, cycle_id=False):
        """Return boxes and cards of a cycle, of the people whom the asker leads or cares for.

        Grade, potential and pools are read by the asker's rights: what is withheld from them is
        left out. Nobody finds their own card. Takes the same number of queries for any number.

        :param cycle_id: the cycle; by default the newest in which the asker reads a grade
        :return: dict with ``cycles``, ``cycle_id``, ``levels``, ``boxes``, ``cards`` (``band`` or
            ``potential`` False: in no box), ``pools``
        """
        cycles = self.env["hr.performance.evaluation"]._get_followed_cycles()
        cycle = cycles.filtered(lambda one: one.id == cycle_id) or self._get_first_box(cycles)
        evaluations = self._get_box_evaluations(cycle)
        cards = self._prepare_cards(evaluations) if evaluations else []
        pools_sudo = self._get_box_pools(cycle)
        return {
            "cycles": [{"id": one.id, "name": one.name} for one in cycles],
            "cycle_id": cycle.id,
            "levels": dict(self._fields["level"]._description_selection(self.env)),
            "boxes": self._prepare_boxes(cards),
            "cards": cards,
            "pools": [{"id": pool.id, "name": pool.name} for pool in pools_sudo],
        }

    @api.model
    def _get_first_box(self, cycles):
        """The newest cycle with a grade: before, nobody could stand in a box; else the newest."""
        followed = self.env["hr.performance.evaluation"]._get_followed_domain()
        ratings = self.env["hr.performance.rating"]._read_group(
            [
                ("cycle_id", "in", cycles.ids),
                ("grade_id", "!=", False),
                ("evaluation_id", "any", followed),
            ],
            ["cycle_id"],
        )
        graded = {cycle.id for (cycle,) in ratings}
        return cycles.filtered(lambda one: one.id in graded)[:1] or cycles[:1]

    @api.model
    def _get_box_evaluations(self, cycle):
        evaluations = self.env["hr.performance.evaluation"]
        return evaluations.search(
            [("cycle_id", "in", cycle.ids), *evaluations._get_followed_domain()]
        )

    @api.model
    def _get_box_pools(self, cycle):
        """Pools for which people can be proposed: their names only, whoever reads their members."""
        domain = [("company_id", "in", (False, cycle.company_id.id))]
        return self.env["hr.performance.talent.pool"].sudo().search(domain)  # names, as said

    @api.model
    def _prepare_boxes(self, cards):
        """All nine, best potential first; shares of those who are in a box."""
        counts = Counter((card["band"], card["potential"]) for card in cards)
        placed = sum(counts[key] for key in BOXES)
        return [
            {
                "band": band,
                "potential": potential,
                "name": self.env._(name),  # pylint: disable=translation-not-lazy
                "count": counts[band, potential],
                "share": ninebox.share(counts[band, potential], placed),
            }
            for (band, potential), name in BOXES.items()
        ]

    # Cards

    @api.model
    def _prepare_cards(self, evaluations):
        """Read everything that the cards need, each kind in one query."""
        ratings = self.env["hr.performance.rating"].search_fetch(
            [("evaluation_id", "in", evaluations.ids)], ["evaluation_id", "grade_id"]
        )
        counting = self._get_counting(evaluations)
        facts = {
            "grades": {one.evaluation_id.id: one.sudo().grade_id for one in ratings},  # set-up
            "bands": evaluations.sudo().cycle_id.template_id.scale_id._get_bands(),  # set-up
            "earlier": self.env["hr.performance.rating"]._get_earlier_grades(
                evaluations.cycle_id, evaluations.sudo().employee_id
            ),
            "counting": counting,
            "refusals": evaluations._get_potential_refusals(counting),
            "pools": self._get_pool_names(evaluations),
            "led": evaluations._filter_led(),
        }
        cards = [self._prepare_card(evaluation, facts) for evaluation in evaluations]
        return sorted(cards, key=lambda card: card["name"])

    @api.model
    def _get_counting(self, evaluations):
        """Return {evaluation id: the judgement that counts}: HR's, else that of the line."""
        found = {}
        for potential in self.search([("evaluation_id", "in", evaluations.ids)]):
            before = found.get(potential.evaluation_id.id)
            if potential.level and (not before or potential.side == "hr"):
                found[potential.evaluation_id.id] = potential
        return found

    @api.model
    def _get_pool_names(self, evaluations):
        """Return {employee id: names of pools}, as far as the asker may know."""
        names = defaultdict(list)
        members = self.env["hr.performance.talent"].search(
            [("employee_id", "in", evaluations.employee_id.ids), ("state", "=", "member")]
        )
        for member_sudo in members.sudo():  # the name of the pool, of rows that the asker reads
            names[member_sudo.employee_id.id].append(member_sudo.pool_id.name)
        return names

    @api.model
    def _prepare_card(self, evaluation, facts):
        person_sudo = evaluation.sudo()  # names and place of somebody on the asker's list
        grade = facts["grades"].get(evaluation.id) or self.env["hr.performance.grade"]
        counting = facts["counting"].get(evaluation.id, self.browse())
        refusal = facts["refusals"].get(evaluation)
        return {
            "evaluation_id": evaluation.id,
            "employee_id": person_sudo.employee_id.id,
            "name": person_sudo.employee_id.name,
            "job": person_sudo.job_id.name or "",
            "department": person_sudo.department_id.name or "",
            "manager": person_sudo.manager_id.name or "",
            "grade": grade.name or False,
            "band": facts["bands"].get(grade.id, False),
            "potential": counting.level or False,
            "side": counting.side or False,
            "reason": counting.reason or False,
            "earlier": [
                {"cycle": one[0], "name": one[1].name} if one else None
                for one in facts["earlier"][person_sudo.employee_id.id]
            ],
            "pools": facts["pools"].get(person_sudo.employee_id.id, []),
            "proposable": evaluation in facts["led"],
            "movable": not refusal,
            "why_not": refusal or False,
        }
