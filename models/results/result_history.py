from odoo import api, models

from ...rules import eligibility


class ResultHistory(models.Model):
    """Grades and coefficients of a person over the cycles, as a picture (requirement R7)."""

    _inherit = "hr.performance.result"

    @api.model
    def get_history(self, employee_id=False):
        """Return what the current user may read of a person's history; their own by default.

        Reads by the record rules: who may not read a result gets none of it.

        :param employee_id: id of an employee, False for the asker
        :return: dict with name, points (oldest first), runs, outcomes and plans
        """
        own = self.env.user.employee_ids.ids
        ids = [employee_id] if employee_id else own
        results = self.search(
            [("employee_id", "in", ids), ("is_current", "=", True)], order="cycle_id"
        ).sorted(lambda one: (one.sudo().cycle_id.date_start, one.id))  # the order of the picture
        readable = results or employee_id in own or not employee_id
        people_sudo = self.env["hr.employee"].sudo().browse(ids if readable else [])  # a name
        return {
            "name": people_sudo[:1].name or "",
            "points": [one._as_point() for one in results],
            "run": results._describe_run(),
            "outcomes": self._get_followers("hr.performance.outcome", ids),
            "plans": self._get_followers("hr.performance.pip", ids)
            + self._get_followers("hr.performance.development.plan", ids),
        }

    def _as_point(self):
        cycle_sudo = self.sudo().cycle_id  # names of set-up beside the reader's own row
        grades = cycle_sudo.template_id.scale_id.grade_ids.sorted("min_score")
        codes = grades.mapped("code")
        rank = codes.index(self.grade_code) + 1 if self.grade_code in codes else 0
        # In the reader's language; the copy in the row is in that of whoever published.
        grade = grades[rank - 1].name if rank else self.grade_name
        return {
            "id": self.id,
            "cycle": cycle_sudo.name,
            "code": self.cycle_code,
            "grade": grade,
            "rank": rank,
            "grades": grades.mapped("name"),
            "score": self.score if self.has_score else None,
            "coefficient": self.bonus_coefficient,
            "corrected": bool(self.supersedes_id),
        }

    def _describe_run(self):
        """Say how many cycles in a row have the last grade, from two on (Formulas, section 6)."""
        if not self:
            return ""
        last = self[-1]
        cycles_sudo = (
            self.env["hr.performance.cycle"]
            .sudo()
            .search(  # whether one was left out
                [
                    ("company_id", "=", last.company_id.id),
                    ("period", "=", last.sudo().cycle_id.period),
                    ("state", "not in", ("draft", "cancelled")),
                    ("date_start", "<=", last.sudo().cycle_id.date_start),
                ],
                order="date_start, id",
            )
        )
        grades = {one.cycle_id.id: one.grade_code for one in self}
        history = [(cycle.code, grades.get(cycle.id)) for cycle in cycles_sudo]
        count = eligibility.run(history, last.grade_code)
        if count < 2:
            return ""
        return self.env._(
            "%(grade)s: %(count)s in a row", grade=last._as_point()["grade"], count=count
        )

    @api.model
    def _get_followers(self, model, employee_ids):
        """Outcomes or plans of the person that the user may read, newest first."""
        records = self.env[model].search(
            [("employee_id", "in", employee_ids), ("state", "not in", ("withdrawn", "dismissed"))],
            order="id desc",
            limit=50,
        )
        states = dict(records._fields["state"]._description_selection(self.env))
        return [
            {
                "id": one.id,
                "model": model,
                "name": one.display_name,
                "state": states[one.state],
            }
            for one in records
        ]
