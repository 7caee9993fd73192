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


def step_contracts(env, data):
    """Write the start of each contract (core, for comparison)"""
    versions = data.employees.version_id.with_context(**QUIET)
    versions.write({"contract_date_start": "2020-01-01"})
    return data.count


def step_launch(env, data):
    """Launch the cycle"""
    data.officer = env["res.users"].search([("login", "=", "bench_officer")])
    data.officer.group_ids += env.ref("hr_performance.group_officer")
    data.cycle = _cycle(env).with_user(data.officer)
    led = data.employees.filtered("parent_id").with_user(data.officer)
    _finish(data.cycle._launch(led))
    # Plain ids: records that come out of a one2many lose their prefetch with the cache.
    data.evaluations = env["hr.performance.evaluation"].browse(data.cycle.evaluation_ids.ids)
    return len(data.evaluations)


def step_goals(env, data):
    """Create two goals for each person"""
    env["hr.performance.goal"].with_context(**QUIET).create(
        [
            {
                "name": f"Reach {target} orders",
                "cycle_id": evaluation.cycle_id.id,
                "employee_id": evaluation.employee_id.id,
                "method": "ratio_higher",
                "metric": "Orders",
                "target": target,
                "weight": 50,
            }
            for evaluation in data.evaluations
            for target in (80, 100)
        ]
    )
    return 2 * len(data.evaluations)


def step_agree(env, data):
    """Mark the goals as signed (signing itself is one person's act)"""
    agreements = data.evaluations.agreement_id.with_context(**QUIET)
    agreements._with_pass().write({"state": "signed"})
    return len(agreements)


def step_measure(env, data):
    """Enter a value for each goal"""
    values = env["hr.performance.measurement"].create(
        [
            {"goal_id": goal.id, "date": "2024-09-30", "value": 90, "source": "Books"}
            for goal in data.evaluations.goal_ids
        ]
    )
    return len(values)


def step_evaluate(env, data):
    """Start the evaluation: two reviews with their lines each"""
    data.cycle.action_evaluate()
    _finish(data.cycle.batch_ids[:1])
    return len(data.evaluations)


def step_score(env, data):
    """Compute scores and grades"""
    lines = data.evaluations.review_ids.line_ids.filtered("dimension_id")
    # Each reviewer submits alone; here the figures of everybody are computed as one.
    lines.with_context(tracking_disable=True)._write({"answer": "points", "points": 95})
    lines.invalidate_recordset()
    data.evaluations.review_ids._with_pass().write({"state": "submitted"})
    data.evaluations._with_pass().write({"self_submitted": True, "manager_submitted": True})
    data.evaluations._update_ratings()
    return len(data.evaluations)


def step_release(env, data):
    """Release grade and score"""
    data.cycle.action_calibrate()
    data.cycle.action_release()
    _finish(data.cycle.batch_ids[:1])
    return len(data.evaluations)


def step_publish(env, data):
    """Publish the coefficients"""
    data.evaluations._with_pass()._transit("lapse")
    data.cycle.action_publish()
    _finish(data.cycle.batch_ids[:1])
    return env["hr.performance.result"].search_count([("cycle_id", "=", data.cycle.id)])


def step_payroll(env, data):
    """Read each coefficient as a salary rule does"""
    for evaluation in data.evaluations:
        evaluation.employee_id.get_bonus_coefficient("2024-12-31")
    return len(data.evaluations)


def _cycle(env):
    return env["hr.performance.cycle"].create(
        {
            "name": "Benchmark",
            "code": "BENCH",
            "date_start": "2024-07-01",
            "date_end": "2024-09-30",
            "payout_from": "2024-10-01",
            "payout_to": "2024-12-31",
            "template_id": env.ref("hr_performance.template_standard").id,
        }
    )


def _finish(batch):
    """Work through a job as the scheduler does, portion by portion."""
    if batch.state == "waiting":
        batch._transit_by_system("start")
        while batch._do_portion():
            pass
    assert batch.state == "done" and not batch.failure_ids, batch.failure_ids[:3].mapped("reason")


def _officer(env):
    """A user of the human resources department."""
    values = {"name": "Officer", "login": "bench_officer"}
    return env["res.users"].create({**values, "group_ids": [(4, env.ref("hr.group_hr_user").id)]})


def _departments(env, data):
    """As many departments as the employees fill."""
    return env["hr.department"].create(
        [{"name": f"Department {number:04}"} for number in range(-(-data.count // TEAM))]
    )
