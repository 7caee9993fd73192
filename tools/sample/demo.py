"""The demo of `make run`: the sample company's quarter, and one login for each role."""

import sys
from datetime import date
from pathlib import Path

from odoo.fields import Command

from .organisation import COMPANY
from .quarter import live_through

FOLDER = Path(__file__).parents[2] / "demo" / "quarter"
CHINESE, CHINESE_ROLE = "zh_CN", "Chinese"

# (role, login, password)
LOGINS: list[tuple[str, str, str]] = [
    ("Employee", "e1004", "e1004"),
    ("Employee, in Chinese", "e1011", "e1011"),
    ("Employee with a plan", "e1031", "e1031"),
    ("Manager", "e1002", "e1002"),
    ("Manager, in Chinese", "e1010", "e1010"),
    ("Manager above managers", "e1001", "e1001"),
    ("Reviewer of an appeal", "e1027", "e1027"),
    ("HR officer", "e1037", "e1037"),
    ("HR administrator", "e1036", "e1036"),
    ("Payroll reader", "e1039", "e1039"),
    ("Auditor", "auditor", "auditor"),
    ("System administrator", "admin", "admin"),
]


def load_demo(env) -> None:
    """Live the quarter through and make it possible to log in as everybody."""
    installed = {code for code, _name in env["res.lang"].get_installed()}
    lang = CHINESE if CHINESE in installed else "en_US"
    report = live_through(env, FOLDER, lang=lang, with_passwords=True, today=date.today())
    _welcome(env)
    sys.stdout.write(f"{report}\n")


def _welcome(env) -> None:
    """The printed logins speak English unless they say Chinese; `admin` sees the company."""
    english = [login for role, login, _password in LOGINS if CHINESE_ROLE not in role]
    env["res.users"].search([("login", "in", english)]).lang = "en_US"
    company = env["res.company"].search([("name", "=", COMPANY)])
    admin = env.ref("base.user_admin")
    admin.write({"company_ids": [Command.link(company.id)], "company_id": company.id})
