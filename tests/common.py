"""A small language of builders: an organisation, a cycle, and how it is lived through."""

from contextlib import contextmanager
from datetime import date, datetime, timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.tests import HttpCase, TransactionCase, new_test_user

START, END = date(2024, 7, 1), date(2024, 9, 30)


class Story:
    """One company with a boss, a manager, two employees, HR, payroll and an auditor."""

    @classmethod
    def set_up_story(cls):
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": True})
        cls.company = cls.env["res.company"].create({"name": "Testing Works"})
        cls.env.user.company_ids |= cls.company
        cls.env.user.company_id = cls.company
        cls.department = cls.env["hr.department"].create(
            {"name": "Sales", "company_id": cls.company.id}
        )
        cls.boss = cls.person("boss")
        cls.manager = cls.person("manager", parent_id=cls.boss.id)
        cls.employee = cls.person("employee", parent_id=cls.manager.id)
        cls.colleague = cls.person("colleague", parent_id=cls.manager.id)
        cls.stranger = cls.person("stranger", parent_id=cls.boss.id)
        cls.officer = cls.person("officer", "hr_performance.group_officer", parent_id=cls.boss.id)
        cls.admin = cls.person(
            "admin_hr", "hr_performance.group_administrator", parent_id=cls.boss.id
        )
        cls.payroll = cls.person("payroll", "hr_performance.group_payroll", parent_id=cls.boss.id)
        cls.auditor = cls.person("auditor", "hr_performance.group_auditor", parent_id=cls.boss.id)
        cls.template = cls.env.ref("hr_performance.template_standard")

    @classmethod
    def person(cls, login, groups="base.group_user", company=None, user=True, **values):
        """An employee with (or without) a login of the same name."""
        company = company or cls.company
        vals = {
            "name": login.capitalize(),
            "company_id": company.id,
            "department_id": cls.department.id if company == cls.company else False,
            "date_version": "2020-01-01",
            "contract_date_start": "2020-01-01",
            **values,
        }
        if user:
            vals["user_id"] = new_test_user(
                cls.env,
                f"{login}_{company.id}",
                groups=groups,
                name=login.capitalize(),
                company_id=company.id,
                company_ids=[(6, 0, company.ids)],
            ).id
        return cls.env["hr.employee"].create(vals)

    @contextmanager
    def at(self, day):
        """Do something on another day, in the morning."""
        with freeze_time(f"{day} 02:00:00"):
            yield

    def as_user(self, record, person):
        """The same record seen by somebody else."""
        return record.with_user(person.user_id).with_company(person.company_id)

    # A cycle and its steps

    @classmethod
    def create_cycle(cls, **values):
        return cls.env["hr.performance.cycle"].create(
            {
                "name": "Q3 2024",
                "code": "2024Q3",
                "company_id": cls.company.id,
                "date_start": START,
                "date_end": END,
                "template_id": cls.template.id,
                "payout_from": "2024-10-01",
                "payout_to": "2024-12-31",
                **values,
            }
        )

    def launch(self, cycle, people):
        """Launch as HR does; returns the evaluations in the order of ``people``."""
        self.as_user(cycle, self.officer)._launch(people)
        found = {one.employee_id: one for one in cycle.evaluation_ids}
        return self.env["hr.performance.evaluation"].concat(*(found[one] for one in people))

    def add_goal(self, evaluation, by=None, **values):
        """A goal with the employee's own words; HR enters those of somebody without a login."""
        words = {"why": "Key accounts carry half of the department's turnover", "confidence": 8}
        words = {name: values.pop(name, value) for name, value in words.items()}
        speaker = evaluation.employee_id if evaluation.employee_id.user_id else self.officer
        author = by or speaker
        goal = self.as_user(self.env["hr.performance.goal"], author).create(
            {
                "name": "Raise sales from 80 to 100 by visiting each key account monthly",
                "cycle_id": evaluation.cycle_id.id,
                "employee_id": evaluation.employee_id.id,
                "method": "ratio_higher",
                "metric": "Sales",
                "unit": "units",
                "target": 100,
                "weight": 100,
                **(words if author == speaker else {}),
                **values,
            }
        )
        if author != speaker:
            self.as_user(goal, speaker).write(words)
        return goal

    def measure(self, goal, value, day="2024-09-30", by=None):
        with self.at("2024-10-08"):
            return self.as_user(self.env["hr.performance.measurement"], by or self.manager).create(
                {"goal_id": goal.id, "date": day, "value": value, "source": "Books"}
            )

    def sign(self, document, person, role, **values):
        """Sign as ``person``; returns the signature."""
        document = self.as_user(document, person)
        return document._sign(
            role, document.frozen_digest, {"method": "typed", "decision": "agree", **values}
        )

    def agree(self, evaluation, manager=None):
        """Submit and sign the goals by both sides."""
        agreement = evaluation.agreement_id
        self.as_user(agreement, evaluation.employee_id).action_submit()
        self.sign(agreement, evaluation.employee_id, "employee")
        self.sign(agreement, manager or self.manager, "manager")
        return agreement

    def start_evaluation(self, cycle):
        self.as_user(cycle, self.officer).action_evaluate()

    def review(self, evaluation, role):
        return evaluation.review_ids.filtered(lambda one: one.role == role)

    def give_review(self, evaluation, role, person, points=None):
        """Fill in and submit a review; ``points`` by dimension code, None cannot be judged."""
        review = self.as_user(self.review(evaluation, role), person)
        for line in review.line_ids.filtered("dimension_id"):
            value = (points or {}).get(line.dimension_id.code, 95)
            answer = {"answer": "cannot_judge"}
            if value is not None:
                answer = {"answer": "points", "points": value}
            line.write(answer)
        review.action_submit()
        return review

    def release(self, cycle):
        officer = self.as_user(cycle, self.officer)
        if cycle.state == "evaluating":
            officer.action_calibrate()
        officer.action_release()

    def live_through(self, cycle, people, actual=110, points=None, answer="agree"):
        """A whole cycle with one goal each; returns the evaluations, ready to publish."""
        evaluations = self.launch(cycle, people)
        for evaluation in evaluations:
            goal = self.add_goal(evaluation)
            self.agree(evaluation, evaluation.manager_id)
            self.measure(goal, actual, by=evaluation.manager_id)
        with self.at("2024-10-08"):
            self.start_evaluation(cycle)
            for evaluation in evaluations:
                self.give_review(evaluation, "self", evaluation.employee_id, points)
                self.give_review(evaluation, "manager", evaluation.manager_id, points)
            self.release(cycle)
            for evaluation in evaluations if answer else ():
                self.sign(
                    evaluation,
                    evaluation.employee_id,
                    "employee",
                    decision=answer,
                    comment="Because of the numbers" if answer == "disagree" else False,
                )
        return evaluations

    def live_through_with_hr(self, cycle, people):
        """The same with the officer among the people: the administrator takes HR's steps."""
        officer, self.officer = self.officer, self.admin
        try:
            return self.live_through(cycle, people)
        finally:
            self.officer = officer

    def publish(self, cycle):
        with self.at("2024-10-20"):
            self.as_user(cycle, self.officer).action_publish()
        return self.env["hr.performance.result"].search([("cycle_id", "=", cycle.id)])

    def failures(self, cycle):
        """Reasons of the rows that failed in the newest job of the cycle."""
        return cycle.batch_ids.sorted("id")[-1:].failure_ids.mapped("reason")

    def count_queries(self, work):
        """Number of queries of ``work`` from empty caches, with what it leaves to be written."""
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        work()
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def days_after(self, start, days):
        return fields.Date.add(start, days=days)


class PerformanceCase(Story, TransactionCase):
    """The clock stands at the beginning of the cycle; ``self.at(...)`` moves it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        clock = freeze_time(datetime(2024, 7, 1, 1, 0))
        clock.start()
        cls.addClassCleanup(clock.stop)
        cls.set_up_story()


class PerformanceHttpCase(Story, HttpCase):
    """For tours: a browser lives in the present, so the cycle is that of these weeks."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_story()
        cls.today = fields.Date.today()

    @classmethod
    def create_cycle(cls, **values):
        """A cycle that began some weeks ago and goes on for some."""
        weeks = timedelta(weeks=6)
        values = {"date_start": cls.today - weeks, "date_end": cls.today + weeks, **values}
        values.setdefault("payout_from", values["date_end"] + timedelta(days=1))
        values.setdefault("payout_to", values["date_end"] + timedelta(days=90))
        return super().create_cycle(name="This quarter", code="NOW", **values)

    @contextmanager
    def at(self, _day):
        """Now: what a story does on another day happens today."""
        yield

    def measure(self, goal, value, day=None, by=None):
        return super().measure(goal, value, day or self.today, by)
