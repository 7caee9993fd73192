"""Somebody without a user, and the pages of their personal link."""

import re

from odoo.tests import HttpCase

from ..common import PerformanceCase

PIN = "4711"


class PersonCase(PerformanceCase, HttpCase):
    """A worker without a user in a launched cycle, with one goal."""

    def setUp(self):
        super().setUp()
        self.worker = self.person(
            "worker",
            user=False,
            parent_id=self.manager.id,
            pin=PIN,
            private_email="worker@home.example",
        )
        self.cycle = self.create_cycle()
        self.file = self.launch(self.cycle, self.worker)
        self.csrf = None

    def give(self, people=None, by=None):
        """Give links as HR does; returns the newest token."""
        people = self.as_user(people or self.worker, by or self.officer)
        links = people.env["hr.performance.personal.link"]
        tokens = list(links._issue_to(people).values())
        self.env.flush_all()
        return tokens[0]

    def link(self, person=None):
        links = self.env["hr.performance.personal.link"]
        return links.search([("employee_id", "=", (person or self.worker).id)], limit=1)

    def page(self, path="", **headers):
        """Open a page below /performance/me, and keep what its forms need."""
        self.env.flush_all()
        page = self.url_open(f"/performance/me{path}", headers=headers or None)
        self.env.invalidate_all()
        if found := re.search(r'name="csrf_token" value="(\w+)"', page.text):
            self.csrf = found[1]
        return page

    def post(self, path="", csrf=True, **values):
        self.env.flush_all()
        if csrf:
            self.csrf or self.page(path)
            values["csrf_token"] = self.csrf
        answer = self.url_open(f"/performance/me{path}", data=values)
        self.env.invalidate_all()
        if found := re.search(r'name="csrf_token" value="(\w+)"', answer.text):
            self.csrf = found[1]
        return answer

    def enter(self, token=None, answer=PIN):
        """Open the link and answer its question; returns the page that follows."""
        token = token or self.give()
        self.page(f"/{token}")
        return self.post(f"/{token}", answer=answer)

    def acting(self, record, person=None):
        """The same record as the person of a link sees it."""
        return record.with_env(self.link(person)._let_act())

    def sign_goals(self):
        """Goals of the worker, signed by both sides; the link stays open on the phone."""
        goal = self.add_goal(self.file)
        agreement = self.file.agreement_id
        self.as_user(agreement, self.manager).action_submit()
        self.enter()
        values = {"typed_name": "Worker", "digest": agreement.frozen_digest}
        self.post(f"/{self.file.id}/goals", step="sign", **values)
        self.sign(agreement, self.manager, "manager")
        return goal

    def another_phone(self):
        self.opener.cookies.clear()
        self.csrf = None

    def uses(self):
        """What was done by links, from first to last."""
        uses = self.env["hr.performance.personal.link.use"].search([])
        return uses.sorted("id").mapped("what")
