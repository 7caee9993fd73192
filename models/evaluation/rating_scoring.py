from collections import defaultdict

from odoo import api, models

from ...rules import scoring
from ..setup.gate import ACHIEVEMENT
from ..setup.template_role import ANONYMOUS_ROLES


class EvaluationScoring(models.Model):
    """Maps reviews, indicators and goals to the rules of scoring, and keeps the answer."""

    _inherit = "hr.performance.evaluation"

    def _update_ratings(self):
        """Compute score and grade of those whose manager's review is submitted.

        Runs while the result is not released; a grade that the manager decided stays.
        """
        judged = self.filtered(lambda one: one.manager_submitted and not one.released_at)
        judged.filtered(lambda one: one.state == "evaluating")._transit_by_system("calibrate")
        ratings = self.env["hr.performance.rating"]
        unrated = judged.filtered(lambda one: not one.rating_ids)
        unrated._get_waiting_answers()._take_in()
        ratings._with_pass().create([{"evaluation_id": one.id} for one in unrated])
        answers = judged._get_review_points()
        values = judged._get_indicator_values()
        ratings._store_computed([one._judge(answers[one.id], values[one.id]) for one in judged])
        reopened = (self - judged).filtered(
            lambda one: one.state == "calibrating" and not one.manager_submitted
        )
        reopened._transit_by_system("reopen")

    def _get_review_points(self):
        """Return {evaluation id: {dimension id: {role: [points or None, …]}}}.

        Managers who led for a part of the time give their points once for each day.
        """
        found = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
        days = self._get_review_shares()
        lines = self.env["hr.performance.review.line"].search(
            [
                ("review_id.evaluation_id", "in", self.ids),
                ("review_id.state", "=", "submitted"),
                ("dimension_id", "!=", False),
                "|",
                ("review_id.role", "not in", ANONYMOUS_ROLES),
                ("review_id.is_taken_in", "=", True),
            ]
        )
        for line in lines:
            review = line.review_id
            by_role = found[review.evaluation_id.id][line.dimension_id.id]
            by_role[review.role] += [line._get_points()] * days.get(review.id, 1)
        return found

    def _get_indicator_values(self):
        """Return {evaluation id: {indicator code: latest value}}."""
        by_person = {(one.cycle_id.id, one.employee_id.id): one.id for one in self}
        found = defaultdict(dict)
        measurements = self.env["hr.performance.measurement"].search(
            [
                ("indicator_id", "!=", False),
                ("cycle_id", "in", self.cycle_id.ids),
                ("employee_id", "in", self.employee_id.ids),
            ],
            order="date, id",
        )
        for one in measurements:
            key = by_person.get((one.cycle_id.id, one.employee_id.id))
            found[key][one.indicator_id.code] = one.value
        return found

    def _judge(self, answers, values):
        """Compute one evaluation from what was gathered for it.

        :return: its rating, the values of the dimension lines, the values of the rating
        """
        self.ensure_one()
        template = self.cycle_id.template_id
        lines = [
            self._prepare_rating_line(
                line, self._get_counting(answers.get(line.dimension_id.id, {})), values
            )
            for line in template.line_ids
        ]
        overall = scoring.weighted_mean(
            scoring.Part(
                str(line["dimension_id"]),
                line["weight"],
                line["score"] if line["has_score"] else None,
            )
            for line in lines
        )
        achievement = self._get_goal_mean().value
        by_score, grade = self._grade(template, lines, overall.value, achievement)
        rating = self.rating_ids
        return (
            rating,
            [{"rating_id": rating.id, **self._withhold(line)} for line in lines],
            {
                "is_single_source": self._is_single_source(lines),
                "score": overall.value or 0.0,
                "has_score": overall.value is not None,
                "achievement": achievement or 0.0,
                "has_achievement": achievement is not None,
                "score_grade_id": by_score.id,
                "computed_grade_id": grade.id,
                "grade_id": (rating.decided_grade_id or grade).id,
            },
        )

    def _get_goal_mean(self):
        """Weighted achievement of the agreed goals; missing while nothing is agreed."""
        agreed = self.agreement_id.state == "signed"
        goals = self.goal_ids._get_counted() if agreed else self.goal_ids.browse()
        return scoring.weighted_mean(goals._as_parts())

    def _prepare_rating_line(self, line, answers, values):
        template, dimension = line.template_id, line.dimension_id
        scale = template.scale_id
        basis, score, missing = self._score_dimension(template, dimension, answers, values)
        grades, _gates = scale._as_rules()
        grade = scoring.grade_for(score, grades) if score is not None else None
        return {
            "dimension_id": dimension.id,
            "sequence": line.sequence,
            "weight": line.weight,
            "score": score or 0.0,
            "has_score": score is not None,
            "grade_id": scale._get_grade(grade).id,
            "basis": basis,
            "missing_keys": list(missing),
            **self._prepare_sources(template, basis, answers),
        }

    def _score_dimension(self, template, dimension, answers, values):
        """Return (basis, score or None, keys of what is missing) of one dimension."""
        if dimension.source == "goals":
            mean = self._get_goal_mean()
            return "goals", mean.value, mean.missing
        if dimension.source.startswith("indicators"):
            scale = template.scale_id
            lowest = scale._get_grades()[-1:].code
            judgement = scoring.judge(dimension._get_standards(scale), values, lowest)
            if not judgement.missing or dimension.source == "indicators":
                grade = scale._get_grade(judgement.grade)
                return "indicators", grade.points if grade else None, judgement.missing
        mean = scoring.reviewers_score(answers, template._get_role_weights())
        return "reviewers", mean.value, mean.missing

    def _grade(self, template, lines, score, achievement):
        """Return (grade by score, grade after the gates); both empty without a score."""
        scale = template.scale_id
        if score is None:
            return scale.grade_ids.browse(), scale.grade_ids.browse()
        codes = {line.dimension_id.id: line.dimension_id.code for line in template.line_ids}
        facts = {
            codes[line["dimension_id"]]: line["score"] if line["has_score"] else None
            for line in lines
        }
        grades, gates = scale._as_rules()
        decision = scoring.gated_grade(score, grades, gates, {**facts, ACHIEVEMENT: achievement})
        return scale._get_grade(decision.by_score), scale._get_grade(decision.grade)


class RatingScoring(models.Model):
    _inherit = "hr.performance.rating"

    @api.model
    def _store_computed(self, judgements):
        """Keep what was computed for many, in few statements; called by the scoring only.

        :param judgements: for each the rating, the values of its lines, its own values
        """
        grades = self.env["hr.performance.grade"]
        self.env["hr.performance.rating.change"]._append(
            "computed",
            [
                (rating, grades.browse(vals["computed_grade_id"]), False, vals["score"])
                for rating, _lines, vals in judgements
                if vals["computed_grade_id"] != rating.computed_grade_id.id
            ],
        )
        self.concat(*(rating for rating, _lines, _vals in judgements)).line_ids.unlink()
        self.env["hr.performance.rating.line"].create(
            [line for _rating, lines, _vals in judgements for line in lines]
        )
        for rating, _lines, vals in judgements:
            rating._with_pass().write(vals)
