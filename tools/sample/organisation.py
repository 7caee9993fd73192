"""The company as it stands before the quarter: users, departments, employees, public holidays."""

from odoo.fields import Command

from . import mapping
from .sample import ADMINISTRATOR, AUDITOR, OFFICER, PAYROLL, Sample

COMPANY = "示例制造有限公司"
ZONE = "Asia/Shanghai"
GROUPS = {
    ADMINISTRATOR: "hr_performance.group_administrator,hr.group_hr_manager",
    OFFICER: "hr_performance.group_officer",
    PAYROLL: "hr_performance.group_payroll",
}


def found(sample: Sample) -> None:
    """Company, users and public holidays are up to the system, the rest to the HR administrator."""
    sample.on("2024-06-24")
    currency = sample.env.ref("base.CNY")
    currency.active = True
    sample.company = sample.env["res.company"].create({"name": COMPANY, "currency_id": currency.id})
    sample.company.resource_calendar_id.tz = ZONE
    _create_users(sample)
    calendar = sample.company.resource_calendar_id
    sample.load(mapping.HOLIDAYS, sample.env, tz=ZONE, default_calendar_id=calendar.id)
    administrator = sample.as_user(_user(sample, ADMINISTRATOR))
    sample.load(mapping.DEPARTMENTS, administrator)
    employees = sample.load(
        mapping.EMPLOYEES, administrator, name_create_enabled_fields={"job_id": True}
    )
    # A person's manager, and a department's, may stand in a later row.
    sample.load(mapping.REPORTING_LINE, administrator, employees)
    sample.load(mapping.DEPARTMENT_HEADS, administrator)


def _create_users(sample: Sample) -> None:
    settings = {
        "tz": ZONE,
        "lang": sample.lang,
        "company_id": sample.company.id,
        "company_ids": [Command.set(sample.company.ids)],
        "group_ids": [Command.set(sample.env.ref("base.group_user").ids)],
    }
    defaults = {f"default_{name}": value for name, value in settings.items()}
    with_login = [row for row in sample.files["employees"] if row["login"]]
    users = mapping.USERS_WITH_PASSWORD if sample.with_passwords else mapping.USERS
    sample.load(users, sample.env, with_login, no_reset_password=True, **defaults)
    for number, groups in GROUPS.items():
        _join(sample, _user(sample, number), groups)
    values = {"name": "Auditor", "login": AUDITOR, **settings, "lang": "en_US"}
    if sample.with_passwords:
        values["password"] = AUDITOR
    auditor = sample.env["res.users"].with_context(no_reset_password=True).create(values)
    _join(sample, auditor, "hr_performance.group_auditor")


def _user(sample: Sample, number: str):
    return sample.record(mapping.USER.format(sample.people[number]["login"]))


def _join(sample: Sample, user, groups: str) -> None:
    user.group_ids = [Command.link(sample.env.ref(group).id) for group in groups.split(",")]
