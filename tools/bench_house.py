"""The company of `make bench`, and what its steps have in common."""

from datetime import date, timedelta
from xml.etree import ElementTree

TEAM = 20  # employees of a department, its manager included
BATCH = 1000
TODAY = date.today()
START, END = TODAY - timedelta(days=60), TODAY + timedelta(days=30)
_GROUPS = {"cycle": "state", "risk": "state"}
QUIET = {"tracking_disable": True, "mail_create_nolog": True, "mail_create_nosubscribe": True}

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


def create_users(env, employees):
    """A user for each employee, past the ORM: that is no step of the product."""
    env.flush_all()
    internal, company = env.ref("base.group_user").id, env.company.id
    ids = tuple(employees.ids)
    env.cr.execute(_PARTNERS, [ids])
    env.cr.execute(_USERS, [company, company, ids])
    env.cr.execute(_RIGHTS, [internal, company])
    env.cr.execute(_LINKS)
    env.invalidate_all()
    env.registry.clear_cache()


def create_cycle(env):
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


def finish(batch):
    """Work through a job as the scheduler does, portion by portion, and as its user."""
    batch = batch.sudo()
    if batch.state == "waiting":
        batch._transit_by_system("start")
        while batch._do_portion():
            pass
    assert batch.state == "done" and not batch.failure_ids, batch.failure_ids[:3].mapped("reason")


def answer(goals):
    """What only the employee may say of the own goals."""
    for goal in goals:
        words = {"why": "Orders keep the department at work for the quarter", "confidence": 8}
        goal.with_user(goal.employee_id.user_id).write(words)


def sign(document):
    document.env["hr.performance.sign.wizard"].create(
        {
            "res_model": document._name,
            "res_id": document.id,
            "digest": document.frozen_digest,
            "method": "typed",
            "typed_name": document.env.user.name,
        }
    ).action_apply()


def open_screens(data, user):
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


def create_officer(env):
    """A user of the human resources department."""
    values = {"name": "Officer", "login": "bench_officer"}
    return env["res.users"].create({**values, "group_ids": [(4, env.ref("hr.group_hr_user").id)]})


def create_departments(env, data):
    """As many departments as the employees fill."""
    return env["hr.department"].create(
        [{"name": f"Department {number:04}"} for number in range(-(-data.count // TEAM))]
    )
