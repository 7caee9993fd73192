from odoo.tests import HttpCase, tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestJson2(PerformanceCase, HttpCase):
    """An outside payroll reads results with an API key (R2)."""

    def setUp(self):
        super().setUp()
        cycle = self.create_cycle()
        self.live_through(cycle, self.employee + self.colleague)
        self.results = self.publish(cycle)
        # Whether a key is still valid is asked of the database, whose clock runs on.
        self.env.ref("base.group_user").api_key_duration = 100000

    def key(self, person):
        keys = self.env["res.users.apikeys"].with_user(person.user_id).sudo()
        return keys._generate("rpc", "payroll", "2100-01-01 00:00:00")

    def call(self, key, method="search_read", model="hr.performance.result", **params):
        headers = {"Authorization": f"bearer {key}"} if key else {}
        return self.url_open(f"/json/2/{model}/{method}", json=params, headers=headers)

    def read_results(self, person, **params):
        fields = ["employee_id", "bonus_coefficient"]
        return self.call(self.key(person), domain=[], fields=fields, **params)

    def test_payroll_reader(self):
        """R2: the documented call returns every current result of the company."""
        answer = self.read_results(self.payroll)
        self.assertEqual(answer.status_code, 200)
        found = {row["id"]: row["bonus_coefficient"] for row in answer.json()}
        self.assertEqual(found, {one.id: one.bonus_coefficient for one in self.results})

    def test_without_a_key(self):
        """R2: no key, or a wrong one, gets nothing."""
        for key in (None, "0" * 40):
            answer = self.call(key, domain=[], fields=["bonus_coefficient"])
            self.assertEqual(answer.status_code, 401)

    def test_employee_gets_the_own_row_alone(self):
        """R2, G1: the key of an ordinary employee opens nobody else's row."""
        answer = self.read_results(self.employee)
        self.assertEqual([row["employee_id"][0] for row in answer.json()], self.employee.ids)
        other = self.results.filtered(lambda one: one.employee_id == self.colleague)
        answer = self.call(
            self.key(self.employee), "read", ids=other.ids, fields=["bonus_coefficient"]
        )
        self.assertEqual(answer.status_code, 403)

    def test_nothing_is_written(self):
        """R2, G4: neither rows nor coefficients are written or computed over the API."""
        key = self.key(self.payroll)
        ids = self.results.ids
        for method, params in (
            ("write", {"ids": ids, "vals": {"bonus_coefficient": 9}}),
            ("unlink", {"ids": ids}),
            ("create", {"vals_list": [{"employee_id": self.employee.id}]}),
        ):
            self.assertEqual(self.call(key, method, **params).status_code, 403, method)
        for model, method, params in (
            ("hr.employee", "get_bonus_coefficient", {"date": "2024-11-01"}),
            ("hr.performance.result", "_add", {"vals_list": []}),
            ("hr.performance.evaluation", "_transit", {"name": "close"}),
        ):
            answer = self.call(key, method, model=model, ids=self.employee.ids, **params)
            self.assertEqual(answer.status_code, 403, method)

    def test_nothing_else_is_read(self):
        """R2, G1: the Payroll reader's key opens no evaluation and no grade of others."""
        key = self.key(self.payroll)
        for model in ("evaluation", "rating", "review", "goal", "agreement", "signature"):
            answer = self.call(
                key, model=f"hr.performance.{model}", domain=[("id", ">", 0)], fields=["id"]
            )
            self.assertEqual(answer.json(), [], model)
