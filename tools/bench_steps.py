"""The measured steps, in the order in which they stand here.

A step is one function `step_<name>(env, data)`. The first line of its docstring is its title in the
table; it returns the number of rows it handled, by which the queries are divided. `data` carries
what one step leaves for the next; `data.count` is the number of employees that is wanted.
"""

from datetime import date, timedelta
from xml.etree import ElementTree

TEAM = 20  # employees of a department, its manager included
DIVISION = 10  # departments of a division
BATCH = 1000
SIGNERS = 50  # signing is one person's act: so many are enough to see what one costs
TODAY = date.today()
START, END = TODAY - timedelta(days=60), TODAY + timedelta(days=30)
_GROUPS = {"cycle": "state", "risk": "state"}
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


def step_users(env, data):
    """Give everybody a user (in SQL: that is no step of the product)"""
    env.flush_all()
    internal, company = env.ref("base.group_user").id, env.company.id
    ids = tuple(data.employees.ids)
    env.cr.execute(_PARTNERS, [ids])
    env.cr.execute(_USERS, [company, company, ids])
    env.cr.execute(_RIGHTS, [internal, company])
    env.cr.execute(_LINKS)
    env.invalidate_all()
    env.registry.clear_cache()
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


def step_assign(env, data):
    """Assign a goal of the library to everybody"""
    template = env["hr.performance.goal.template"].search([], limit=1)
    evaluations = data.evaluations.with_user(data.officer)
    _finish(evaluations._assign(template, only_meant=False))
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
    _answer(agreements.goal_ids)
    for agreement in agreements:
        owner = agreement.employee_id.user_id
        agreement.with_user(owner).action_submit()
        for signer in (owner, agreement.evaluation_id.manager_id.user_id):
            _sign(agreement.with_user(signer))
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
    return _open(data, data.officer)


def step_open_head(env, data):
    """… as the manager above everybody"""
    return _open(data, data.employees[0].user_id)


def step_open_manager(env, data):
    """… as a manager of one team"""
    return _open(data, data.employees[TEAM].user_id)


def step_open_employee(env, data):
    """… as an employee"""
    return _open(data, data.employees[TEAM + 1].user_id)


def step_evaluate(env, data):
    """Start the evaluation: two reviews with their lines each"""
    data.cycle.action_evaluate()
    _finish(data.cycle.batch_ids[:1])
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
    _finish(data.cycle.batch_ids[:1])
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
    _finish(data.cycle.batch_ids[:1])
    return env["hr.performance.result"].search_count([("cycle_id", "=", data.cycle.id)])


def step_payroll(env, data):
    """Read each coefficient as a salary rule does"""
    for evaluation in data.evaluations:
        evaluation.employee_id.get_bonus_coefficient(END + timedelta(days=30))
    return len(data.evaluations)


_PARTNERS = """
    INSERT INTO res_partner (name, complete_name, ref, active, type, lang, email,
                             email_normalized, partner_share)
    SELECT name, name, 'bench_' || id, TRUE, 'contact', 'en_US', 'b' || id || '@example.com',
           'b' || id || '@example.com', FALSE
      FROM hr_employee WHERE id IN %s
"""
_USERS = """
    INSERT INTO res_users (login, partner_id, company_id, active, share, notification_type)
    SELECT p.ref, p.id, %s, TRUE, FALSE, 'inbox' FROM res_partner p JOIN hr_employee e
        ON p.ref = 'bench_' || e.id AND e.company_id = %s WHERE e.id IN %s
"""
_RIGHTS = """
    WITH bench AS (SELECT id FROM res_users WHERE login ~ '^bench_[0-9]+$'),
         rights AS (INSERT INTO res_groups_users_rel (gid, uid) SELECT %s, id FROM bench)
    INSERT INTO res_company_users_rel (cid, user_id) SELECT %s, id FROM bench
"""
_LINKS = """
    WITH linked AS (
        UPDATE hr_employee e SET user_id = u.id FROM res_users u
         WHERE u.login = 'bench_' || e.id RETURNING e.resource_id, u.id AS user_id
    )
    UPDATE resource_resource r SET user_id = linked.user_id
      FROM linked WHERE r.id = linked.resource_id
"""


def _cycle(env):
    return env["hr.performance.cycle"].create(
        {
            "name": "Benchmark",
            "code": "BENCH",
            "date_start": START,
            "date_end": END,
            "payout_from": END + timedelta(days=1),
            "payout_to": END + timedelta(days=90),
            "template_id": env.ref("hr_performance.template_standard").id,
        }
    )


def _finish(batch):
    """Work through a job as the scheduler does, portion by portion, and as its user."""
    batch = batch.sudo()
    if batch.state == "waiting":
        batch._transit_by_system("start")
        while batch._do_portion():
            pass
    assert batch.state == "done" and not batch.failure_ids, batch.failure_ids[:3].mapped("reason")


def _answer(goals):
    """What only the employee may say of the own goals."""
    for goal in goals:
        words = {"why": "Orders keep the department at work for the quarter", "confidence": 8}
        goal.with_user(goal.employee_id.user_id).write(words)


def _sign(document):
    document.env["hr.performance.sign.wizard"].create(
        {
            "res_model": document._name,
            "res_id": document.id,
            "digest": document.frozen_digest,
            "method": "typed",
            "typed_name": document.env.user.name,
        }
    ).action_apply()


def _open(data, user):
    """Ask the server what the client asks when these screens open; return how many they are."""
    env = data.employees.with_user(user).env
    env["hr.performance.home"].get_home()
    names = ("goal", "evaluation", "risk", "coaching.slot", "measurement", "cycle")
    for name in names:
        model = env[f"hr.performance.{name}"]
        view = model.get_view(view_type="list")
        fields = [one.get("name") for one in ElementTree.fromstring(view["arch"]).iterfind("field")]
        domain = [("in_my_line", "=", True)] if name != "cycle" and user != data.officer else []
        model.web_search_read(domain, {field: {} for field in fields}, limit=80)
        model.formatted_read_group(domain, [_GROUPS.get(name, "cycle_id")], ["__count"])
    return 1 + len(names)


def _officer(env):
    """A user of the human resources department."""
    values = {"name": "Officer", "login": "bench_officer"}
    return env["res.users"].create({**values, "group_ids": [(4, env.ref("hr.group_hr_user").id)]})


def _departments(env, data):
    """As many departments as the employees fill."""
    return env["hr.department"].create(
        [{"name": f"Department {number:04}"} for number in range(-(-data.count // TEAM))]
    )
