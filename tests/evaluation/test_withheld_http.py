import json

from odoo import http
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .test_withheld import WithheldCase


@tagged("post_install", "-at_install")
class TestWithheldHttp(WithheldCase, HttpCase):
    """The same secrets behind the addresses of the web client (E7)."""

    def setUp(self):
        super().setUp()
        self.own_given()
        self.judgement_given()
        self.rating = self.evaluation.rating_ids

    def login(self, person):
        self.authenticate(person.user_id.login, person.user_id.login)

    def rpc(self, model, method, *args, **kwargs):
        """call_kw as the client sends it; returns the answer, or the name of the error."""
        params = {"model": model, "method": method, "args": list(args), "kwargs": kwargs}
        answer = self.url_open(
            f"/web/dataset/call_kw/{model}/{method}",
            json={"jsonrpc": "2.0", "method": "call", "params": params},
        ).json()
        return answer["error"]["data"]["name"] if "error" in answer else answer["result"]

    def test_rpc(self):
        """E7: private methods, foreign records and forged contexts are refused over RPC."""
        self.login(self.employee)
        rating = "hr.performance.rating"
        denied = "odoo.exceptions.AccessError"
        forged = {"hr_performance_in_transition": True, "default_state": "released", "su": True}
        grade = self.rating.grade_id.id
        with mute_logger("odoo.http"):
            for method, args in (
                ("_transit", ["release"]),
                ("_with_pass", []),
                ("_decide", [grade, "x"]),
                ("_prepare_content", []),
                ("sudo", []),
                ("read", [["score"]]),
                ("web_read", [{"score": {}}]),
                ("export_data", [["score"]]),
                ("web_save", [{"state": "released"}, {"score": {}}]),
                ("write", [{"state": "released"}]),
                ("copy", []),
                ("onchange", [{"state": "released"}, ["state"], {"score": {}}]),
            ):
                answer = self.rpc(rating, method, self.rating.ids, *args, context=forged)
                self.assertEqual(answer, denied, method)
            evaluation = "hr.performance.evaluation"
            for method, args in (
                ("_transit", ["release"]),
                ("_get_content", []),
                ("_freeze_pdf", []),
                ("_update_ratings", []),
                ("write", [{"released_at": "2024-10-01 00:00:00"}]),
                ("web_save", [{"goal_ids": [[1, self.goal.id, {"target": 1}]]}, {}]),
            ):
                answer = self.rpc(evaluation, method, self.evaluation.ids, *args, context=forged)
                self.assertEqual(answer, denied, method)
        self.assertEqual(self.rpc(rating, "search_read", [], ["score"]), [])
        self.assertEqual(self.rating.state, "open")

    def test_onchange_of_own_records(self):
        """G1: a form of one's own cannot be asked about the goal or the rating of others."""
        cycle = self.create_cycle(code="x", payout_from=False, payout_to=False)
        other = self.add_goal(self.launch(cycle, self.colleague), name="Secret goal")
        self.login(self.employee)
        own = self.own.line_ids[0]
        spec = {name: {} for name in ("subject", "achievement", "target", "weight")}
        with mute_logger("odoo.http"):
            answer = self.rpc(
                "hr.performance.review.line",
                "onchange",
                own.ids,
                {"goal_id": other.id, "dimension_id": False},
                ["goal_id"],
                spec,
            )
        self.assertNotIn("Secret goal", json.dumps(answer))
        self.assertNotIn("100", json.dumps(answer))

    def test_printed_forms(self):
        """E7: no report and no download shows a grade that is withheld, nor to a stranger."""
        reports = self.env["ir.actions.report"].search(
            [("model", "=", "hr.performance.evaluation")]
        )
        self.assertTrue(reports)
        for person in (self.employee, self.colleague):
            self.login(person)
            for report in reports:
                page = self.url_open(f"/report/html/{report.report_name}/{self.evaluation.id}")
                self.assertNotIn("Judged secret", page.text)
                self.assertNotIn("102.5", page.text)
            address = f"/hr_performance/signed/hr.performance.evaluation/{self.evaluation.id}"
            with mute_logger("odoo.http"):
                self.assertNotEqual(
                    self.url_open(address).headers["Content-Type"], "application/pdf"
                )
        self.login(self.manager)
        for report in reports:
            self.url_open(f"/report/html/{report.report_name}/{self.evaluation.id}")

    def test_export(self):
        """E7: the client's export of the own evaluation has no score."""
        self.login(self.employee)
        paths = ["employee_id/name", "rating_ids/score", "review_ids/summary"]
        data = {
            "model": "hr.performance.evaluation",
            "fields": [{"name": path, "label": path} for path in paths],
            "ids": self.evaluation.ids,
            "domain": [],
            "groupby": [],
            "import_compat": False,
            "context": {},
        }
        answer = self.url_open(
            "/web/export/csv",
            data={"data": json.dumps(data), "csrf_token": http.Request.csrf_token(self)},
        )
        self.assertEqual(answer.status_code, 200)
        self.assertIn("Own secret", answer.text)
        self.assertNotIn("Judged secret", answer.text)
        self.assertNotIn("102.5", answer.text)
