from odoo import models
from odoo.tools import format_date, formatLang

GAP = "–"


class AppealContent(models.Model):
    """What the file of an appeal shows: standards, data, judgements, how the grade came about (A2).

    All as plain text in the reader's language, so that it can be kept as it was. Runs as superuser;
    who may see it is decided where it is asked for.
    """

    _inherit = "hr.performance.appeal.file"

    def _gather_content(self):
        """Return the parts of the file, from first to last."""
        self.ensure_one()
        evaluation = self.appeal_id.evaluation_id
        rating = evaluation.rating_ids
        return {
            "person": evaluation._prepare_person_content(),
            "steps": self._gather_steps(evaluation),
            "result": self._gather_result(rating),
            "others": self._gather_others(rating),
            "dimensions": [self._gather_dimension(rating, line) for line in rating.line_ids],
            "goals": [self._gather_goal(goal) for goal in evaluation.goal_ids._get_counted()],
            "indicators": self._gather_indicators(evaluation),
            "reviews": [
                self._gather_review(review)
                for review in evaluation.review_ids
                # What colleagues said comes only together, where there is enough of it.
                if review.role in ("self", "manager", "second") and review.state == "submitted"
            ],
            "voices": self._gather_voices(evaluation, rating),
            "chain": [self._gather_change(change) for change in rating.change_ids],
            "statement": self.appeal_id.statement_ids.text or "",
        }

    # Words

    def _day(self, value):
        if not value:
            return GAP
        local = self.company_id._get_performance_local
        is_day = not hasattr(value, "hour")
        return format_date(self.env, value if is_day else local(value).date())

    def _number(self, value, present=True, unit=None):
        if not present:
            return GAP
        text = formatLang(self.env, value, digits=2)
        return f"{text} {unit}" if unit else text

    def _word(self, record, name):
        return dict(record._fields[name]._description_selection(self.env)).get(record[name]) or GAP

    # Parts

    def _gather_steps(self, evaluation):
        """When each step was taken, beside the day until which it was due."""
        cycle, talk = evaluation.cycle_id, evaluation.talk_ids
        signatures = evaluation.agreement_id._get_valid_signatures().sorted("signed_at")
        given = {review.role: review.submitted_at for review in evaluation.review_ids}
        answer = evaluation._get_valid_signatures()[-1:]
        return [
            {"name": name, "due": self._day(due), "done": self._day(done), "note": note or ""}
            for name, due, done, note in (
                (self.env._("Goals signed"), cycle.planning_due, signatures[-1:].signed_at, None),
                (self.env._("Self-evaluation"), cycle.self_due, given.get("self"), None),
                (self.env._("Manager's review"), cycle.manager_due, given.get("manager"), None),
                (self.env._("Released"), None, evaluation.released_at, None),
                # That there was a talk, not what was said.
                (self.env._("Feedback talk"), talk.due, talk.held_on, None),
                (
                    self.env._("Answer of the employee"),
                    evaluation.confirm_until,
                    answer.signed_at,
                    answer.comment,
                ),
            )
        ]

    def _gather_result(self, rating):
        return {
            "score": self._number(rating.score, rating.has_score),
            "achievement": self._number(rating.achievement, rating.has_achievement),
            "by_score": rating.score_grade_id.name or GAP,
            "computed": rating.computed_grade_id.name or GAP,
            "grade": rating.grade_id.name or GAP,
            "reason": rating.deviation_reason or "",
            "missing": rating.missing or "",
        }

    def _gather_others(self, rating):
        """How the grades of others with the same computed grade came out; from 5 people on."""
        groups = rating._read_group(
            [
                ("cycle_id", "=", rating.cycle_id.id),
                ("computed_grade_id", "=", rating.computed_grade_id.id),
                ("state", "=", "released"),
                ("id", "!=", rating.id),
            ],
            ["grade_id"],
            ["__count"],
        )
        if sum(count for _grade, count in groups) < 5:
            return []
        return [{"grade": grade.name, "count": count} for grade, count in groups]

    def _gather_dimension(self, rating, line):
        standards = line.dimension_id.standard_ids.filtered(
            lambda one: one.grade_id.scale_id == rating.scale_id and one.summary
        ).sorted(lambda one: one.grade_id.min_score, reverse=True)
        return {
            "name": line.dimension_id.name,
            "weight": self._number(line.weight),
            "score": self._number(line.score, line.has_score),
            "grade": line.grade_id.name or GAP,
            "basis": self._word(line, "basis"),
            "missing": line.withheld_reason or line.missing or "",
            "standards": [{"grade": one.grade_id.name, "text": one.summary} for one in standards],
        }

    def _gather_goal(self, goal):
        return {
            "name": goal.name,
            "weight": self._number(goal.weight),
            "target": self._number(goal.target, bool(goal.target), goal.unit),
            "actual": self._number(goal.last_value, bool(goal.last_date), goal.unit),
            "achievement": self._number(goal.achievement, goal.is_measured),
            "values": [self._gather_value(one) for one in goal.measurement_ids],
        }

    def _gather_value(self, one):
        return {
            "day": self._day(one.date),
            "value": self._number(one.value, unit=one.unit),
            "source": one.source,
            "note": one.note or "",
            "evidence": [{"id": file.id, "name": file.name} for file in one.evidence_ids],
            "by": one.create_uid.name,
        }

    def _gather_indicators(self, evaluation):
        found = self.env["hr.performance.measurement"].search(
            [
                ("indicator_id", "!=", False),
                ("cycle_id", "=", evaluation.cycle_id.id),
                ("employee_id", "=", evaluation.employee_id.id),
            ],
            order="indicator_id, date, id",
        )
        return [{"name": one.indicator_id.name, **self._gather_value(one)} for one in found]

    def _gather_review(self, review):
        return {
            "role": self._word(review, "role"),
            "by": review.reviewer_id.name,
            "day": self._day(review.submitted_at),
            "summary": review.summary or "",
            "lines": [
                {
                    "subject": line.subject,
                    "answer": self._describe_answer(line),
                    "comment": line.comment or "",
                }
                for line in review.line_ids
                if line._is_answered()
            ],
        }

    def _gather_voices(self, evaluation, rating):
        """What colleagues said together, where there are enough of them; never with names."""
        reviews = evaluation._get_voice_reviews()[evaluation.id]
        voices = evaluation._prepare_voices(reviews, rating.line_ids, named=False)
        names = {dimension["id"]: dimension["name"] for dimension in voices["dimensions"]}
        return [
            {
                "role": group["label"],
                "count": group["count"],
                "comments": group["comments"],
                "lines": [
                    {
                        "subject": names.get(line["dimension_id"], GAP),
                        "points": self._number(line["points"], line["points"] is not None),
                        "comments": line["comments"],
                    }
                    for line in group["lines"]
                ],
            }
            for group in voices["groups"]
            if group["anonymous"] and group["shown"]
        ]

    def _describe_answer(self, line):
        if line.answer == "points":
            return self._number(line.points)
        if line.answer == "level":
            return line.grade_id.name
        return self._word(line, "answer")

    def _gather_change(self, change):
        return {
            "day": self._day(change.changed_at),
            "step": self._word(change, "step"),
            "from": change.from_grade or GAP,
            "to": change.to_grade or GAP,
            "score": self._number(change.score, bool(change.score)),
            "reason": change.reason or "",
            # Whose answer made the score compute again stays unknown.
            "by": GAP if change.step == "computed" else change.user_id.name,
        }
