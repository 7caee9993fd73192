from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.core.labelled import labelled
from ..rules import distribution


class CalibrationWizard(models.TransientModel):
    """Sessions for a whole cycle in one step: by department, or by line, seen before (E8)."""

    _name = "hr.performance.calibration.wizard"
    _description = "Set up calibration sessions"
    _inherit = ["hr.performance.preview.mixin"]

    cycle_id = fields.Many2one("hr.performance.cycle", required=True)
    grouping = fields.Selection(
        [("department", "One session per department"), ("manager", "One session per line")],
        default="department",
        required=True,
        help="By line: the managers of one leader compare the people whom they lead.",
    )
    start = fields.Datetime(required=True, default=fields.Datetime.now)
    invite = fields.Boolean(
        string="Tell the participants",
        default=True,
        help="Puts the sessions into the calendars, with a to-do to prepare.",
    )
    guideline_mode = fields.Selection(
        [("off", "Do not show"), ("warn", "Show deviations"), ("block", "Block the approval")],
        string="Guideline",
        default="warn",
        required=True,
    )
    minimum_group = fields.Integer(
        string="Minimum group size", default=distribution.MINIMUM_GROUP, required=True
    )
    line_ids = fields.One2many("hr.performance.calibration.wizard.line", "wizard_id")
    left_out = fields.Text(string="In no session", readonly=True)

    def action_preview(self):
        """List the sessions with their people, and who would be in none, and why."""
        self.ensure_one()
        self.cycle_id.check_access("write")
        left_out = {}
        lines = []
        for leader, label, evaluations in self._get_groups(left_out):
            people, facilitator = self._get_people(leader, evaluations)
            obstacles = evaluations._get_calibration_obstacles(people | facilitator)
            left_out |= obstacles
            chosen = evaluations.filtered(lambda one, out=obstacles: one not in out)
            if chosen:
                lines.append(self._prepare_line(label, people, facilitator, chosen))
        self.line_ids.unlink()
        self.env["hr.performance.calibration.wizard.line"].create(lines)
        self.left_out = "\n".join(
            labelled(self.env, one.employee_id.name, reason) for one, reason in left_out.items()
        )
        return self._reopen(self.env._("Set up calibration sessions"))

    def _prepare_line(self, label, people, facilitator, evaluations):
        return {
            "wizard_id": self.id,
            "included": True,
            "name": f"{self.cycle_id.name} · {label}",
            "facilitator_id": facilitator.id,
            "participant_ids": [fields.Command.set(people.ids)],
            "evaluation_ids": [fields.Command.set(evaluations.ids)],
        }

    def _get_groups(self, left_out):
        """Return (leader, label, people) of each session; ``left_out`` gets those who have none."""
        evaluations = self.cycle_id.evaluation_ids.filtered(
            lambda one: one.state != "cancelled" and not one.released_at
        )
        if self.grouping == "department":
            return self._group_by_department(evaluations, left_out)
        return self._group_by_line(evaluations)

    def _group_by_department(self, evaluations, left_out):
        """Who leads a department is discussed with the department above."""
        groups = {}
        for one in evaluations:
            department = one.department_id
            while department.manager_id == one.employee_id and department:
                department = department.parent_id
            if department:
                groups[department] = groups.get(department, evaluations.browse()) | one
            else:
                left_out[one] = self.env._(
                    "has no department above the one that they lead: set up a session by hand"
                )
        return [(one.manager_id, one.name, ones) for one, ones in groups.items()]

    def _group_by_line(self, evaluations):
        """The people of all managers of one leader; the reports of the top are a group too."""
        groups = []
        for above, ones in evaluations.grouped(lambda one: one.manager_id.parent_id).items():
            if above:
                groups.append((above, above.name, ones))
                continue
            for top, reports in ones.grouped("manager_id").items():
                label = self.env._("reports of %s", top.name)
                groups.append((top, label, reports))
        return groups

    def _get_people(self, leader, evaluations):
        """Return participants and facilitator: who leads these people, none of them among them."""
        me = self.env.user.employee_id.sudo(False)
        discussed = evaluations.employee_id - me  # somebody else finds a session for the own file
        people = (leader | evaluations.manager_id).filtered("user_id") - discussed
        above = self._get_above(me)
        neutral = me and me not in discussed and not above & set(discussed.ids)
        facilitator = me if neutral else leader.filtered("user_id") - discussed
        return people - facilitator, facilitator

    @api.model
    def _get_above(self, person):
        if not person:
            return set()
        query = self.env["hr.performance.line.mixin"]._get_superiors_query(person)
        return {row[0] for row in self.env.execute_query(query)}

    def action_apply(self):
        """Set up the sessions that are ticked."""
        chosen = self._get_chosen()
        if not chosen:
            raise UserError(self.env._("No session is chosen. Please tick at least one."))
        sessions = self.env["hr.performance.calibration"].create(
            [line._prepare_session() for line in chosen]
        )
        if self.invite:
            sessions.action_plan()
        return self.cycle_id.action_open_calibrations()
