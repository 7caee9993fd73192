from odoo import api, fields, models
from odoo.exceptions import AccessError

# The employee's own words and feeling: nobody else fills them in (requirement P6).
OWN_FIELDS = ("why", "confidence", "confidence_note")
MANAGER_FIELDS = ("manager_note",)
PART_FIELDS = OWN_FIELDS + MANAGER_FIELDS


class GoalParticipation(models.Model):
    """The employee's part in a goal: why it matters, and how confident they are.

    For somebody without a login an HR officer enters what is on paper. A copy of a goal, and a
    goal that is given to somebody else, begin without anybody's words.
    """

    _inherit = "hr.performance.goal"

    why = fields.Text(
        string="Why it matters",
        copy=False,
        tracking=True,
        help="Why this goal matters to the department, in the employee's own words.",
    )
    confidence = fields.Integer(
        aggregator="avg",
        copy=False,
        tracking=True,
        help="The owner's confidence to reach it: 1 (hardly) to 10 (certainly); 0: not given.",
    )
    confidence_note = fields.Text(
        string="Employee's note",
        copy=False,
        help="What stands in the way, when the confidence is low.",
    )
    manager_note = fields.Text(
        string="Manager's note",
        copy=False,
        help="What the manager does about a low confidence.",
    )
    is_low_confidence = fields.Boolean(
        string="Low confidence",
        compute="_compute_is_low_confidence",
        search="_search_is_low_confidence",
    )
    can_answer = fields.Boolean(compute="_compute_can_answer", help="The own words are mine.")
    can_note = fields.Boolean(compute="_compute_can_answer", help="The manager's note is mine.")

    _confidence_range = models.Constraint(
        "CHECK(confidence BETWEEN 0 AND 10)", "Confidence is a number from 1 to 10."
    )

    @api.depends("confidence", "company_id.performance_confidence_low")
    def _compute_is_low_confidence(self):
        for goal in self:
            # The threshold is a setting that everybody may know.
            low = goal.company_id.sudo().performance_confidence_low
            goal.is_low_confidence = 0 < goal.confidence <= low

    def _search_is_low_confidence(self, operator, value):
        if operator != "in":
            return NotImplemented
        low = self.env.company.sudo().performance_confidence_low  # a setting, see above
        return [("confidence", ">", 0), ("confidence", "<=", low)]

    @api.depends("employee_id", "level")
    @api.depends_context("uid")
    def _compute_can_answer(self):
        for goal in self:
            goal.can_answer = goal._may_answer()
            goal.can_note = goal._may_note()

    # Whose part it is

    def _get_answering_user(self):
        """Return who says the own words: the employee's user, if that one can log in."""
        user = self.sudo().employee_id.user_id  # whose part it is decides about access
        return user.filtered("active")

    def _may_answer(self):
        self.ensure_one()
        if self.level != "employee" or not self.employee_id:
            return True
        return self.is_mine or (not self._get_answering_user() and self._is_officer())

    def _may_note(self):
        self.ensure_one()
        return self.level == "employee" and not self.is_mine

    @api.model
    def _is_officer(self):
        return self.env.user.has_group("hr_performance.group_officer")

    @api.model_create_multi
    def create(self, vals_list):
        goals = super().create(vals_list)
        for goal in goals:
            # The values themselves: they may also come from defaults.
            goal._check_participation([name for name in PART_FIELDS if goal[name]])
        return goals

    def write(self, vals):
        changed = {goal: goal._get_changed_part(vals) for goal in self}
        for goal, names in changed.items():
            goal._check_participation(names)
        owners = {goal: goal.employee_id for goal in self} if "employee_id" in vals else {}
        result = super().write(vals)
        for goal, owner in owners.items():
            if goal.employee_id != owner:
                goal._forget_part(vals)
                goal._check_participation([name for name in PART_FIELDS if goal[name]])
        return result

    def _get_changed_part(self, vals):
        """Return the names of the parts that these values would change."""
        return [
            name for name in PART_FIELDS if name in vals and (vals[name] or 0) != (self[name] or 0)
        ]

    def _forget_part(self, vals):  # pylint: disable=missing-return
        """Drop what the former owner said; what the new one says at once stays."""
        forgotten = {name: False for name in PART_FIELDS if self[name] and name not in vals}
        if forgotten:
            # Past this model's own guard, which asks who writes.
            super().write(forgotten)  # pylint: disable=super-method-mismatch

    def _check_participation(self, names):
        """Refuse to fill in somebody else's part. Server code that applies what was decided
        elsewhere runs as superuser, which no caller from outside can be."""
        if self.env.su or not names:
            return
        own = [name for name in names if name in OWN_FIELDS]
        if own and not self._may_answer():
            raise AccessError(self._describe_foreign_part(own))
        if self.level == "employee" and not self._may_note() and "manager_note" in names:
            raise AccessError(
                self.env._("“%s”: the manager's note is not the employee's to write.", self.name)
            )

    def _describe_foreign_part(self, names):
        labels = [self._fields[name]._description_string(self.env) for name in names]
        values = {
            "goal": self.name,
            "fields": ", ".join(labels),
            "employee": self.sudo().employee_id.name,  # the name of a person in one's own line
        }
        if self._get_answering_user():
            return self.env._(
                "“%(goal)s”: only %(employee)s can fill in: %(fields)s. Please leave it empty and"
                " ask %(employee)s.",
                **values,
            )
        return self.env._(
            "“%(goal)s”: %(employee)s has no login, so an HR officer enters from paper: "
            "%(fields)s.",
            **values,
        )

    # Before signing

    def _get_participation_problems(self):
        """Return sentences about what employee and manager still have to say before signing."""
        return [
            problem
            for goal in self._get_counted()
            if goal.level == "employee"
            for problem in goal._get_part_problems()
        ]

    def _is_answered(self):
        """Whether the own words that every goal needs are given."""
        self.ensure_one()
        return bool((self.why or "").strip() and self.confidence)

    def _get_part_problems(self):
        self.ensure_one()
        said = {name: self[name] for name in PART_FIELDS}
        return list(self._describe_missing_parts(self.name, said, self.is_low_confidence).values())

    @api.model
    def _describe_missing_parts(self, name, said, is_low):
        """Return {part: sentence} for what employee and manager still have to say about a goal.

        :param said: {part: what was said}; a goal that a revision adds is no record yet
        """
        figures = {"goal": name, "confidence": said["confidence"]}
        sentences = {
            "why": self.env._(
                "“%(goal)s”: the employee says in own words why it matters to the department.",
                **figures,
            ),
            "confidence": self.env._(
                "“%(goal)s”: the employee gives the confidence, from 1 to 10.", **figures
            ),
            "confidence_note": self.env._(
                "“%(goal)s”: the confidence is low (%(confidence)s of 10). The employee notes what"
                " stands in the way.",
                **figures,
            ),
            "manager_note": self.env._(
                "“%(goal)s”: the confidence is low (%(confidence)s of 10). The manager notes what"
                " is done about it.",
                **figures,
            ),
        }
        asked = PART_FIELDS if is_low else ("why", "confidence")
        return {part: sentences[part] for part in asked if not str(said[part] or "").strip()}

    def _is_said(self, name):
        return bool((self[name] or "").strip())
