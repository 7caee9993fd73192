from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import HttpCase, new_test_user, tagged


@tagged("-at_install", "post_install")
class TestMeasurementApi(HttpCase):
    """Another system sends values by JSON-2, with the key of a data provider (C4)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env.company
        cls.today = fields.Date.context_today(cls.env.user)
        start = cls.today - timedelta(days=30)
        cls.employee = cls.env["hr.employee"].create(
            {"name": "Api Person", "barcode": "API1", "company_id": cls.company.id}
        )
        cls.cycle = cls.env["hr.performance.cycle"].create(
            {
                "name": "Now",
                "code": "NOW",
                "company_id": cls.company.id,
                "date_start": start,
                "date_end": cls.today + timedelta(days=30),
                "template_id": cls.env.ref("hr_performance.template_standard").id,
            }
        )
        officer = new_test_user(
            cls.env,
            "api_officer",
            groups="base.group_user,hr_performance.group_officer",
            company_id=cls.company.id,
        )
        cls.cycle.with_user(officer)._launch(cls.employee)
        cls.goal = cls.env["hr.performance.goal"].create(
            {
                "name": "Raise sales from 80 to 100 by visiting each key account",
                "cycle_id": cls.cycle.id,
                "employee_id": cls.employee.id,
                "metric": "Sales",
                "unit": "units",
                "target": 100,
                "weight": 100,
                "why": "A secret reason",
            }
        )
        cls.provider = new_test_user(
            cls.env,
            "provider",
            groups="base.group_user,hr_performance.group_data_provider",
            company_id=cls.company.id,
        )
        cls.key = cls._key(cls.provider)

    @classmethod
    def _key(cls, user):
        keys = cls.env["res.users.apikeys"].with_user(user)
        until = fields.Datetime.now() + timedelta(days=1)
        return keys.sudo()._generate("rpc", "measurements", until)  # as the user does in the client

    def call(self, model, method, key=None, **arguments):
        return self.url_open(
            f"/json/2/{model}/{method}",
            json=arguments,
            headers={"Authorization": f"bearer {key or self.key}"},
        )

    def test_documented_example(self):
        """C4: find the goal by badge and metric, send its value; the achievement follows."""
        found = self.call(
            "hr.performance.measurable",
            "search_read",
            domain=[
                ["employee_ref", "=", "API1"],
                ["metric", "=", "Sales"],
                ["cycle_code", "=", "NOW"],
            ],
            fields=["name", "metric", "unit", "cycle_code"],
        )
        self.assertEqual(found.status_code, 200, found.text)
        self.assertEqual(found.json()[0]["id"], self.goal.id)
        self.assertEqual(found.json()[0]["cycle_code"], "NOW")
        sent = self.call(
            "hr.performance.measurement",
            "create",
            vals_list=[
                {
                    "goal_id": self.goal.id,
                    "date": fields.Date.to_string(self.today),
                    "value": 60,
                    "source": "ERP",
                }
            ],
        )
        self.assertEqual(sent.status_code, 200, sent.text)
        self.goal.invalidate_recordset()
        self.assertEqual(self.goal.achievement, 60)

    def test_indicator(self):
        """C4, E2: values of indicators too, for any person of the company."""
        indicator = self.env["hr.performance.indicator"].search([], limit=1)
        sent = self.call(
            "hr.performance.measurement",
            "create",
            vals_list=[
                {
                    "indicator_id": indicator.id,
                    "employee_id": self.employee.id,
                    "cycle_id": self.cycle.id,
                    "date": fields.Date.to_string(self.today),
                    "value": 0.8,
                    "source": "Help desk",
                }
            ],
        )
        self.assertEqual(sent.status_code, 200, sent.text)

    def test_refusals_are_sentences(self):
        """C4: no key, a value of tomorrow, a value without a source."""
        wrong = self.call("hr.performance.measurable", "search", key="0" * 40, domain=[])
        self.assertEqual(wrong.status_code, 401)
        tomorrow = fields.Date.to_string(self.today + timedelta(days=1))
        late = self.call(
            "hr.performance.measurement",
            "create",
            vals_list=[{"goal_id": self.goal.id, "date": tomorrow, "value": 1, "source": "ERP"}],
        )
        self.assertEqual(late.status_code, 422, late.text)
        self.assertIn("not in the future", late.json()["message"])

    def test_reads_nothing_else(self):
        """C4, G1: neither goals, their reasons and achievements, nor others' values and reviews."""
        as_provider = self.env(user=self.provider)
        with self.assertRaises(AccessError):
            self.goal.with_env(as_provider).read(["name"])
        other = self.env["hr.performance.measurement"].create(
            {"goal_id": self.goal.id, "date": self.today, "value": 5, "source": "Books"}
        )
        with self.assertRaises(AccessError):
            other.with_env(as_provider).read(["value"])
        for model in ("goal", "evaluation", "review", "rating", "result", "agreement", "risk"):
            self.assertFalse(as_provider[f"hr.performance.{model}"].search([]), model)
        answer = self.call("hr.performance.goal", "write", ids=self.goal.ids, vals={"target": 1})
        self.assertEqual(answer.status_code, 403)

    def test_others_do_not_enter_values(self):
        """C4: without the group, nobody enters values for other people."""
        plain = new_test_user(self.env, "plain_api", company_id=self.company.id)
        answer = self.call(
            "hr.performance.measurement",
            "create",
            key=self._key(plain),
            vals_list=[{"goal_id": self.goal.id, "value": 1, "source": "ERP"}],
        )
        self.assertEqual(answer.status_code, 403)
        with self.assertRaises(AccessError):
            self.env["hr.performance.measurable"].with_user(plain).search([])
