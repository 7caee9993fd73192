from collections import defaultdict

from odoo import models
from odoo.tools.translate import LazyTranslate

from ...rules import calibration as rules
from ...rules import distribution

_lt = LazyTranslate(__name__)

FLAGS = {
    "jump": _lt("Two grades away from the computed grade or from the last cycle"),
    "best_twice": _lt("The best grade twice in a row"),
    "lowest_twice": _lt("The lowest grade twice in a row"),
    "single_source": _lt("One source alone decides"),
}
_YEAR = 365.25


class CalibrationBoard(models.Model):
    """What the board of a session shows, for the user who asks (requirement E8)."""

    _inherit = "hr.performance.calibration"

    def get_board(self):
        """Return columns and cards of the session, as far as the asker may read its people.

        All figures are about the rows that the asker sees (``partial`` says that there are
        others), so that no count betrays a row that is hidden. Takes the same number of queries
        for any number of people.

        :return: dict with ``session``, ``columns`` (best grade first), ``holding`` (people without
            a grade), ``cards`` (``grade_id`` False: in holding), ``partial``, ``flags``
        """
        self.ensure_one()
        self.check_access("read")
        members = self._get_visible_members()
        facts = self._gather_facts(members)
        # The rows are those that the asker may read; names and figures on them are the board.
        cards = [self._prepare_card(member, facts) for member in members.sudo()]
        cards.sort(key=lambda card: (-(card["score"] or 0), card["name"]))
        counts = defaultdict(int)
        for card in cards:
            counts[card["grade_id"]] += 1
        hidden = len(self.sudo()._get_members()) - len(members)  # only that there are others
        return {
            "session": self._prepare_session(len(cards)),
            "columns": self._prepare_columns(counts, len(cards)),
            "holding": {"count": counts[False]},
            "cards": cards,
            "partial": hidden > 0,
            "flags": {code: self.env._(label) for code, label in FLAGS.items()},  # pylint: disable=translation-not-lazy
        }

    def _prepare_session(self, people):
        labels = dict(self._fields["state"]._description_selection(self.env))
        refusal = self._get_move_refusal()
        return {
            "id": self.id,
            "name": self.name,
            "cycle": self.sudo().cycle_id.name,  # the name only
            "state": self.state,
            "state_label": labels[self.state],
            "people": people,
            "guideline_mode": self.guideline_mode,
            "minimum_group": self.minimum_group,
            "enforced": self._is_enforced(people),
            "can_move": not refusal,
            "why_not": refusal or False,
            "can_give_opinion": self.state == "draft" and self.is_participant,
            "allowed_transitions": self.allowed_transitions or [],
            "channel": f"hr_performance.calibration_{self.id}",
        }

    def _prepare_columns(self, counts, people):
        scale = self.sudo().cycle_id.template_id.scale_id  # set-up, of a readable session
        grades = scale._get_grades()
        off = self.guideline_mode == "off"
        # The guideline is that of the session, which the asker reads.
        session_sudo = self.sudo()
        deviations = session_sudo._get_deviations(counts, people)
        guideline = [] if off else session_sudo._get_guideline()
        seats = {int(one.grade): one for one in distribution.seats(guideline, people)}
        words = {int(line.grade): self._describe_line(line) for line in guideline}
        return [
            {
                "grade_id": grade.id,
                "code": grade.code,
                "name": grade.name,
                "color": grade.color,
                "count": counts.get(grade.id, 0),
                "share": round(100 * counts.get(grade.id, 0) / people, 1) if people else 0.0,
                "guideline": words.get(grade.id, ""),
                "seats_low": seats[grade.id].lower if grade.id in seats else None,
                "seats_high": seats[grade.id].upper if grade.id in seats else None,
                "deviation": deviations.get(grade.id, 0),
                "advice": self._describe_deviation(deviations.get(grade.id, 0)),
                "out": bool(deviations.get(grade.id)),
            }
            for grade in grades
        ]

    # Cards

    def _gather_facts(self, members):
        """Read everything that the cards need, each kind in one query."""
        members_sudo = members.sudo()  # rows that the asker may read
        evaluations = members_sudo.evaluation_id
        # Of people on the board, whose earlier grades belong to it.
        ratings_sudo = self.env["hr.performance.rating"].sudo()
        cycle_sudo = self.sudo().cycle_id
        return {
            "order": cycle_sudo.template_id.scale_id._get_grades().mapped("code"),
            "earlier": ratings_sudo._get_earlier_grades(cycle_sudo, evaluations.employee_id),
            "since": self._get_since(evaluations.employee_id),
            "opinions": self._get_opinions(members),
            "why_not": self._get_move_refusal(),
        }

    def _get_since(self, employees):
        """Return {employee id: first day in the company}."""
        versions_sudo = self.env["hr.version"].sudo()  # one date of people on the board
        rows = versions_sudo._read_group(
            [("employee_id", "in", employees.ids)],
            ["employee_id"],
            ["contract_date_start:min", "date_version:min"],
        )
        return {employee.id: started or first for employee, started, first in rows}

    def _get_opinions(self, members):
        """Return {member id: counts by opinion, and the asker's own}, by the asker's rights."""
        found = defaultdict(lambda: {"agree": 0, "question": 0, "none": 0, "mine": False})
        opinions = self.env["hr.performance.calibration.opinion"].search_fetch(
            [("member_id", "in", members.ids)], ["member_id", "opinion", "user_id"]
        )
        for one in opinions:
            entry = found[one.member_id.id]
            entry[one.opinion] += 1
            if one.user_id == self.env.user:
                entry["mine"] = one.opinion
        return found

    def _prepare_card(self, member, facts):
        evaluation = member.evaluation_id
        rating = evaluation.rating_ids
        earlier = facts["earlier"][evaluation.employee_id.id]
        flags = rules.flags(
            facts["order"],
            rating.grade_id.code or None,
            [grade.code if (grade := one and one[1]) else None for one in earlier],
            rating.computed_grade_id.code or None,
            rating.is_single_source,
        )
        why_not = facts["why_not"] or (not rating and self._describe_waiting())
        return {
            "member_id": member.id,
            "rating_id": rating.id,
            **self._prepare_person(evaluation, facts),
            "score": rating.score if rating.has_score else None,
            "grade_id": rating.grade_id.id,
            "computed_grade_id": rating.computed_grade_id.id,
            "opening_grade_id": member.opening_grade_id.id,
            "moved": self.state != "draft" and rating.grade_id != member.opening_grade_id,
            "reason": rating.deviation_reason or False,
            "earlier": [
                {"cycle": one[0], "code": one[1].code, "name": one[1].name} if one else None
                for one in earlier
            ],
            "flags": list(flags),
            "opinions": facts["opinions"][member.id],
            "movable": not why_not,
            "why_not": why_not or False,
        }

    def _describe_waiting(self):
        return self.env._("There is no grade to move yet: the manager's review is missing.")

    def _prepare_person(self, evaluation, facts):
        employee = evaluation.employee_id
        since = facts["since"].get(employee.id)
        years = (evaluation.cycle_id.date_end - since).days / _YEAR if since else None
        return {
            "employee_id": employee.id,
            "name": employee.name,
            "department_id": evaluation.department_id.id,
            "department": evaluation.department_id.name or "",
            "job_id": evaluation.job_id.id,
            "job": evaluation.job_id.name or "",
            "manager": evaluation.manager_id.name or "",
            "tenure": round(years, 1) if years is not None else None,
        }
