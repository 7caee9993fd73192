"""The measured steps, in the order in which they stand here.

A step is one function `step_<name>(env, data)`. The first line of its docstring is its title in the
table; it returns the number of rows it handled, by which the queries are divided. `data` carries
what one step leaves for the next; `data.count` is the number of employees that is wanted.
"""

from datetime import timedelta

from tools.bench_house import (
    BATCH,
    END,
    QUIET,
    TEAM,
    TODAY,
    answer,
    create_cycle,
    create_departments,
    create_officer,
    create_users,
    finish,
    open_screens,
    sign,
)

DIVISION = 10  # departments of a division
SIGNERS = 50  # signing is one person's act: so many are enough to see what one costs


def step_employees(env, data):
    """Create the employees (core, for comparison)"""
    departments = create_departments(env, data)
    # By an HR officer: for an administrator Odoo also draws a picture of each, which takes longer
    # than everything else together.
    model = env["hr.employee"].with_user(create_officer(env)).with_context(**QUIET)
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


def step_users(env, data):
    """Give everybody a user (in SQL: that is no step of the product)"""
    create_users(env, data.employees)
    return data.count


def step_launch(env, data):
    """Launch the cycle"""
    data.officer = env["res.users"].search([("login", "=", "bench_officer")])
    data.officer.group_ids += env.ref("hr_performance.group_officer")
    data.cycle = create_cycle(env).with_user(data.officer)
    led = data.employees.filtered("parent_id").with_user(data.officer)
    finish(data.cycle._launch(led))
    # Plain ids: records that come out of a one2many lose their prefetch with the cache.
    data.evaluations = env["hr.performance.evaluation"].browse(data.cycle.evaluation_ids.ids)
    return len(data.evaluations)


def step_assign(env, data):
    """Assign a goal of the library to everybody"""
    template = env["hr.performance.goal.template"].search([], limit=1)
    evaluations = data.evaluations.with_user(data.officer)
    finish(evaluations._assign(template, only_meant=False))
    return env["hr.performance.goal"].search_count([("template_id", "=", template.id)])


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


def step_sign(env, data):
    """Submit and sign, one person after the other (50 people)"""
    agreements = data.evaluations.agreement_id[-SIGNERS:]
    agreements.goal_ids.filtered("template_id").with_context(**QUIET).unlink()
    answer(agreements.goal_ids)
    for agreement in agreements:
        owner = agreement.employee_id.user_id
        agreement.with_user(owner).action_submit()
        for signer in (owner, agreement.evaluation_id.manager_id.user_id):
            sign(agreement.with_user(signer))
    return len(agreements)


def step_agree(env, data):
    """Mark the goals of the others as signed"""
    agreements = data.evaluations.agreement_id.filtered(lambda one: one.state != "signed")
    agreements._with_pass().with_context(**QUIET).write({"state": "signed"})
    agreements.evaluation_id._with_pass().with_context(**QUIET).write({"state": "executing"})
    data.cycle.action_execute()
    return len(agreements)


def step_measure(env, data):
    """Enter a value for each goal"""
    goals = env["hr.performance.goal"].browse(data.evaluations.goal_ids.ids)
    values = env["hr.performance.measurement"].create(
        [
            # Every tenth person is at risk.
            {"goal_id": goal.id, "date": TODAY, "value": 90 if place % 20 else 9, "source": "ERP"}
            for place, goal in enumerate(goals)
        ]
    )
    return len(values)


def step_warn(env, data):
    """Judge all goals anew, as every night: the first night"""
    env["hr.performance.risk"]._cron_watch()
    return env["hr.performance.goal"].search_count([("cycle_id", "=", data.cycle.id)])


def step_warn_again(env, data):
    """… and the next night"""
    data.cycle.sudo()._with_pass().write({"watched_on": False})  # as if a day had passed
    return step_warn(env, data)


def step_talks(env, data):
    """Count expected talks, remind and escalate: the first night"""
    env["hr.performance.coaching.coverage"]._cron_follow_up()
    return env["hr.performance.coaching.slot"].search_count([])


def step_talks_again(env, data):
    """… and the next night"""
    return step_talks(env, data)


def step_changes(env, data):
    """Look for people who came, left or moved, as every night"""
    moved = data.employees[-SIGNERS:] - data.employees[::TEAM]
    moved.with_context(**QUIET).parent_id = data.employees[0]
    env["hr.performance.cycle"]._cron_find_changes()
    assert data.cycle.change_count >= len(moved)
    return len(data.evaluations)


def step_open_officer(env, data):
    """Open overview, goals, evaluations, risks, talks (HR officer; per screen)"""
    return open_screens(data, data.officer)


def step_open_head(env, data):
    """… as the manager above everybody"""
    return open_screens(data, data.employees[0].user_id)


def step_open_manager(env, data):
    """… as a manager of one team"""
    return open_screens(data, data.employees[TEAM].user_id)


def step_open_employee(env, data):
    """… as an employee"""
    return open_screens(data, data.employees[TEAM + 1].user_id)


def step_evaluate(env, data):
    """Start the evaluation: two reviews with their lines each"""
    data.cycle.action_evaluate()
    finish(data.cycle.batch_ids[:1])
    return len(data.evaluations)


def step_remind(env, data):
    """Tell everybody which reviews they owe, as every night"""
    env["hr.performance.review.digest"]._cron_follow_up()
    return env["hr.performance.review.digest"].search_count([])


def step_score(env, data):
    """Compute scores and grades"""
    lines = data.evaluations.review_ids.line_ids.filtered("dimension_id")
    # Each reviewer submits alone; here the figures of everybody are computed as one.
    lines.with_context(tracking_disable=True)._write({"answer": "points", "points": 95})
    lines.invalidate_recordset()
    data.evaluations.review_ids._with_pass().write({"state": "submitted"})
    quiet = data.evaluations._with_pass().with_context(**QUIET)
    quiet.write({"self_submitted": True, "manager_submitted": True})
    data.evaluations._update_ratings()
    return len(data.evaluations)


def step_release(env, data):
    """Release grade and score"""
    data.cycle.action_calibrate()
    data.cycle.action_release()
    finish(data.cycle.batch_ids[:1])
    return len(data.evaluations)


def step_lapse(env, data):
    """End the time to answer, as every night"""
    quiet = data.evaluations._with_pass().with_context(**QUIET)
    quiet.write({"confirm_until": TODAY - timedelta(days=1)})
    for _portion in range(0, data.count, BATCH):
        env["hr.performance.evaluation"]._cron_lapse()
    assert set(data.evaluations.mapped("state")) == {"lapsed"}
    return len(data.evaluations)


def step_publish(env, data):
    """Publish the coefficients"""
    data.cycle.action_publish()
    finish(data.cycle.batch_ids[:1])
    return env["hr.performance.result"].search_count([("cycle_id", "=", data.cycle.id)])


def step_payroll(env, data):
    """Read each coefficient as a salary rule does"""
    for evaluation in data.evaluations:
        evaluation.employee_id.get_bonus_coefficient(END + timedelta(days=30))
    return len(data.evaluations)
