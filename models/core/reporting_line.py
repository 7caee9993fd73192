from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL

from ...rules.flows import ADMIN, EMPLOYEE, MANAGER, OFFICER
from .acting import PERSON, get_acting_person

# One statement, fresh at every use: a stored list of users goes stale, and ids put into a record
# rule are cached. UNION (not UNION ALL) makes it end also where the organisation has a circle.
_EDGES = """
    chief(department_id, manager_id, parent_id) AS (
        SELECT id, manager_id, parent_id FROM hr_department
        UNION
        SELECT c.department_id, d.manager_id, d.parent_id
          FROM hr_department d JOIN chief c ON d.id = c.parent_id
    ), edge(manager_id, employee_id) AS (
        SELECT parent_id, id FROM hr_employee WHERE parent_id IS NOT NULL
        UNION
        SELECT c.manager_id, v.employee_id
          FROM hr_employee e
          JOIN hr_version v ON v.id = e.current_version_id
          JOIN chief c ON c.department_id = v.department_id
         WHERE c.manager_id IS NOT NULL
    )
"""
_SUBORDINATES = f"""
    WITH RECURSIVE me AS (
        SELECT id, parent_id FROM hr_employee WHERE %(who)s
    ), above(id) AS (
        SELECT parent_id FROM me WHERE parent_id IS NOT NULL
        UNION
        SELECT e.parent_id FROM hr_employee e JOIN above a ON e.id = a.id
         WHERE e.parent_id IS NOT NULL
    ), {_EDGES}, below(id) AS (
        SELECT id FROM me
        UNION
        SELECT g.employee_id FROM edge g JOIN below b ON g.manager_id = b.id
         WHERE g.employee_id NOT IN (SELECT id FROM above)
    )
    SELECT id FROM below WHERE id NOT IN (SELECT id FROM me)
"""
# The other way round, person by person: who is led through ``parent_id`` leads nobody upwards.
_SUPERIORS = f"""
    WITH RECURSIVE me AS (
        SELECT id FROM hr_employee WHERE %(who)s
    ), led(root, id) AS (
        SELECT me.id, e.id FROM hr_employee e JOIN me ON e.parent_id = me.id
        UNION
        SELECT l.root, e.id FROM hr_employee e JOIN led l ON e.parent_id = l.id
    ), {_EDGES}, upwards(root, id) AS (
        SELECT id, id FROM me
        UNION
        SELECT u.root, g.manager_id FROM edge g JOIN upwards u ON g.employee_id = u.id
         WHERE NOT EXISTS (SELECT 1 FROM led l WHERE l.root = u.root AND l.id = g.manager_id)
    )
    SELECT DISTINCT id FROM upwards WHERE id <> root
"""


class ReportingLine(models.AbstractModel):
    """Records about one person: whose they are, and who leads that person.

    ``is_mine`` is true for the person, also for somebody without a user who acts by a personal
    link (`acting.py`). ``in_my_line`` is true for everyone above the employee: through managers,
    and through department managers at any level; never for the employee and never upwards. Record
    rules and roles share them, so both follow the organisation of this moment. ``manager_id``,
    where the heir has it, is the manager of the record's time, who keeps access after a change.
    """

    _name = "hr.performance.line.mixin"
    _description = "Record about a person in a reporting line"

    # Whether its form shows what is known of the person, before anything is saved.
    _form_tells_of_person = False

    is_mine = fields.Boolean(
        string="About me", compute="_compute_reporting_line", search="_search_is_mine"
    )
    in_my_line = fields.Boolean(
        string="In my line", compute="_compute_reporting_line", search="_search_in_my_line"
    )

    def _line_employee_path(self):
        """Name of the field that leads to the person."""
        return "employee_id"

    def _line_manager_path(self):
        """Name of the field with the manager of the record's time, None without such a field."""
        return "manager_id" if "manager_id" in self._fields else None

    def _check_asked_links(self, values):  # pylint: disable=missing-return
        """Nor is a form filled in for a person of whom the user may not know anything."""
        super()._check_asked_links(values)
        if any(self._is_asked_of_stranger(name, value) for name, value in values.items()):
            raise AccessError(
                self.env._(
                    "You can fill in this form for yourself and for people in your line, as an HR"
                    " officer for everybody in your company; not for this person."
                )
            )

    def _is_asked_of_stranger(self, name, value):
        if not (self._form_tells_of_person and name == self._line_employee_path() and value):
            return super()._is_asked_of_stranger(name, value)
        asked = value["id"] if isinstance(value, dict) else value
        known_sudo = self.sudo()[name]  # shown anyway, whoever may read it
        employee = self.env["hr.employee"].browse(asked) - known_sudo
        return not (self.env.su or self._may_know(employee))

    @api.model
    def _may_know(self, employee):
        """Whether the user is this employee, leads them, today or in some cycle, or is HR."""
        employee_sudo = employee.sudo().exists()  # whose form it is decides about access
        if not employee_sudo or employee_sudo.user_id == self.env.user:
            return True
        if OFFICER in self._get_hr_roles() and employee_sudo.company_id in self.env.companies:
            return True
        # A manager of that time reads the evaluation of the person.
        evaluations = self.env["hr.performance.evaluation"]
        return employee.id in self._get_subordinate_ids() or bool(
            evaluations.search_count([("employee_id", "=", employee.id)], limit=1)
        )

    @api.depends_context("uid", PERSON)
    @api.depends(lambda self: [self._line_employee_path()])
    def _compute_reporting_line(self):
        path, manager_path = self._line_employee_path(), self._line_manager_path()
        subordinates = self._get_subordinate_ids() if self.env.user._is_internal() else set()
        acting = get_acting_person(self.env)
        for record in self:
            # Whose record it is decides about access, so it is read without regard to access.
            record_sudo = record.sudo()
            employee = record_sudo[path]
            own = bool(employee.user_id) and employee.user_id.id == self.env.uid
            record.is_mine = own or (bool(acting) and employee.id == acting)
            led = bool(manager_path) and record_sudo[manager_path].user_id.id == self.env.uid
            record.in_my_line = not record.is_mine and (led or employee.id in subordinates)

    def _search_is_mine(self, operator, value):
        if operator != "in":
            return NotImplemented
        if acting := get_acting_person(self.env):
            return Domain(self._line_employee_path(), "=", acting)
        return Domain(f"{self._line_employee_path()}.user_id", "=", self.env.uid)

    def _search_in_my_line(self, operator, value):
        if operator != "in":
            return NotImplemented
        path, manager_path = self._line_employee_path(), self._line_manager_path()
        query = SQL("(%s)", self._get_subordinates_query())
        domain = Domain(path, "any!", query)
        if manager_path:
            led = Domain(f"{manager_path}.user_id", "=", self.env.uid)
            domain |= led & Domain(f"{path}.user_id", "!=", self.env.uid)
        return domain

    @api.model
    def _get_subordinates_query(self, leader=None):
        """Everyone below the current user, or below the employee ``leader``."""
        return self._get_line_query(_SUBORDINATES, leader)

    @api.model
    def _get_superiors_query(self, people=None):
        """Everyone above the current user, or above one of ``people``, at any level."""
        return self._get_line_query(_SUPERIORS, people)

    @api.model
    def _get_line_query(self, query, people):
        self.env["hr.employee"].flush_model(["parent_id", "user_id", "current_version_id"])
        self.env["hr.version"].flush_model(["department_id", "employee_id"])
        self.env["hr.department"].flush_model(["manager_id", "parent_id"])
        if people:
            return SQL(query, who=SQL("id IN %s", tuple(people.ids)))
        return SQL(query, who=SQL("user_id = %s", self.env.uid))

    @api.model
    def _get_subordinate_ids(self):
        """Ids of everyone below the current user, in one query."""
        return {row[0] for row in self.env.execute_query(self._get_subordinates_query())}

    @api.model
    def _get_led_ids(self, leader):
        """Ids of everyone below this employee, with or without a user, in one query."""
        return {row[0] for row in self.env.execute_query(self._get_subordinates_query(leader))}

    # Roles

    def _get_roles(self):
        """Return {id: set of roles}; HR has no HR role on the own file."""
        hr_roles = self._get_hr_roles()
        roles = {}
        for record in self:
            if record.is_mine:
                roles[record.id] = {EMPLOYEE}
            elif record.in_my_line:
                roles[record.id] = {MANAGER} | hr_roles
            else:
                roles[record.id] = hr_roles
        return roles

    @api.model
    def _get_hr_roles(self):
        user = self.env.user
        roles = set()
        if user.has_group("hr_performance.group_officer"):
            roles.add(OFFICER)
        if user.has_group("hr_performance.group_administrator"):
            roles.add(ADMIN)
        return roles
