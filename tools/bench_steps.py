"""The measured steps, in the order in which they stand here.

A step is one function `step_<name>(env, data)`. The first line of its docstring is its title in the
table; it returns the number of rows it handled, by which the queries are divided. `data` carries
what one step leaves for the next; `data.count` is the number of employees that is wanted.
"""

TEAM = 20  # employees of a department, its manager included
DIVISION = 10  # departments of a division
BATCH = 1000
QUIET = {"tracking_disable": True, "mail_create_nolog": True, "mail_create_nosubscribe": True}


def step_employees(env, data):
    """Create the employees (core, for comparison)"""
    departments = _departments(env, data)
    # By an HR officer: for an administrator Odoo also draws a picture of each, which takes longer
    # than everything else together.
    model = env["hr.employee"].with_user(_officer(env)).with_context(**QUIET)
    data.employees = env["hr.employee"]
    for start in range(0, data.count, BATCH):
        numbers = range(start, min(start + BATCH, data.count))
        data.employees += model.create(
            [
                {"name": f"Employee {number:06}", "department_id": departments[number // TEAM].id}
                for number in numbers
            ]
        ).with_env(env)
    return len(data.employees)


def step_managers(env, data):
    """Write the reporting line (core, for comparison)"""
    managers = data.employees[::TEAM]
    heads = managers[::DIVISION]
    for position, manager in enumerate(managers):
        start = position * TEAM
        team = data.employees[start : start + TEAM] - manager
        team.with_context(**QUIET).parent_id = manager
        manager.with_context(**QUIET).department_id.manager_id = manager
        head = heads[position // DIVISION]
        manager.with_context(**QUIET).parent_id = head if manager != head else heads[0]
    heads[0].with_context(**QUIET).parent_id = False
    return data.count


def _officer(env):
    """A user of the human resources department."""
    values = {"name": "Officer", "login": "bench_officer"}
    return env["res.users"].create({**values, "group_ids": [(4, env.ref("hr.group_hr_user").id)]})


def _departments(env, data):
    """As many departments as the employees fill."""
    return env["hr.department"].create(
        [{"name": f"Department {number:04}"} for number in range(-(-data.count // TEAM))]
    )
