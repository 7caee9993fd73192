"""Attacks on published results, plans and outcomes, and on the dialogs around them."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .evaluation.appeal_common import AppealCase
from .evaluation.channels import ChannelsCase
from .evaluation.test_midcycle import MidcycleCase
from .results.pip_common import PipCase


@tagged("post_install", "-at_install")
class TestAttacksResults(ChannelsCase, PipCase):
    """R1–R7, G1: what payroll reads and what follows from it, tried from below and from beside."""

    def setUp(self):
        super().setUp()
        everybody = self.env.ref("base.group_user")
        everybody.implied_ids |= self.env.ref("base.group_allow_export")
        self.cycle = self.evaluation.cycle_id
        self.result = self.publish(self.cycle)

    def mine(self, model, person):
        return self.as_user(self.env[f"hr.performance.{model}"], person)

    def test_outcomes_are_not_seen_before_they_are_decided(self):
        """R3: proposed actions reach neither the person nor colleagues nor payroll."""
        outcomes = self.env["hr.performance.outcome"].search([])
        self.assertTrue(outcomes)
        for person in (self.employee, self.colleague, self.stranger, self.payroll):
            self.assertHidden(outcomes[0], person, ("display_name", "kind", "basis"))
            history = self.mine("result", person).get_history(self.employee.id)
            self.assertFalse(history["outcomes"])
        for name in ("action_agree", "action_approve"):
            for person in (self.employee, self.colleague, self.payroll, self.auditor):
                with self.assertRaises(UserError):
                    getattr(self.as_user(outcomes, person), name)()

    def test_history_of_others(self):
        """R7: somebody else's picture is empty, by name, figures and runs."""
        for person in (self.colleague, self.stranger):
            history = self.mine("result", person).get_history(self.employee.id)
            self.assertEqual((history["name"], history["points"], history["plans"]), ("", [], []))
            self.assertFalse(history["run"].strip(": 0"), history["run"])

    def test_pay_is_for_those_who_pay(self):
        """R1: manager and officer neither read, search, group nor sort by base and amount."""
        for person in (self.employee, self.manager, self.officer):
            rows = self.mine("result", person)
            for name in ("bonus_base", "amount", "pool_budget"):
                for call in (
                    lambda r=rows, n=name: r.search([(n, ">", 0)]),
                    lambda r=rows, n=name: r.search([], order=n).read([n]),
                    lambda r=rows, n=name: r.formatted_read_group([], [n], ["__count"]),
                    lambda r=rows, n=name: r.formatted_read_group([], [], [f"{n}:sum"]),
                    lambda r=rows, n=name: r.search([]).export_data([n]),
                    lambda r=rows, n=name: r.search([]).web_read({n: {}}),
                ):
                    with self.assertRaises(AccessError):
                        call()

    def test_nobody_imports_or_forges_results(self):
        """R2, G4: no import, no default and no nested command makes or changes a result."""
        for person in (self.employee, self.manager, self.officer, self.admin, self.payroll):
            rows = self.mine("result", person).with_context(hr_performance_adding=True)
            names = ["employee_id/.id", "bonus_coefficient"]
            answer = rows.load(names, [[str(self.employee.id), "9"]])
            self.assertFalse(answer["ids"])
            with self.assertRaises(AccessError):
                rows.create({"employee_id": self.employee.id, "bonus_coefficient": 9})
            with self.assertRaises(UserError):
                rows.search([]).write({"bonus_coefficient": 9})
            files = self.mine("evaluation", person).browse(self.evaluation.id)
            command = [(1, self.result.id, {"bonus_coefficient": 9})]
            with self.assertRaises(UserError):
                files.write({"result_ids": command})
            with self.assertRaises(UserError):
                files.web_save({"rating_ids": [(1, files.rating_ids.id, {"score": 1})]}, {})
        self.assertEqual(len(self.env["hr.performance.result"].search([])), 1)

    def test_dialogs_of_others(self):
        """R1, R2, G1: nobody reads what somebody else prepares in a dialog, by id or by search."""
        preview = self.mine("publish.wizard", self.officer).create({"cycle_id": self.cycle.id})
        preview.action_preview()
        correction = self.mine("correct.wizard", self.officer).create(
            {"result_id": self.result.id, "reason": "Booked late"}
        )
        for dialog in (preview, preview.line_ids, correction):
            self.assertHidden(dialog, self.admin, ("display_name",))
            for person in (self.employee, self.manager, self.payroll):
                self.assertFalse(self.as_user(dialog, person).has_access("read"))
        for person in (self.employee, self.manager, self.payroll, self.auditor):
            for model, vals in (
                ("publish.wizard", {"cycle_id": self.cycle.id}),
                ("correct.wizard", {"result_id": self.result.id, "reason": "x"}),
                ("launch.wizard", {"cycle_id": self.cycle.id}),
                ("leaver.wizard", {"cycle_id": self.cycle.id}),
                ("transfer.wizard", {"cycle_id": self.cycle.id}),
                ("calibration.wizard", {"cycle_id": self.cycle.id}),
            ):
                # Or a sentence that says whose step it is; nothing is prepared in either case.
                with self.assertRaises(UserError):
                    self.mine(model, person).create(vals)

    def test_nobody_corrects_the_own_result(self):
        """R2: an officer corrects others, never the own row, not even through a dialog."""
        own = self.evaluation.employee_id
        own.user_id.group_ids |= self.env.ref("hr_performance.group_administrator")
        with self.assertRaisesRegex(UserError, "never on the own file"):
            self.mine("correct.wizard", own).create({"result_id": self.result.id, "reason": "x"})
        pips = self.mine("pip", own)
        with self.assertRaises(AccessError):
            pips.create({"evaluation_id": self.evaluation.id})

    def test_plans_are_not_moved(self):
        """R5, R6: no part of a plan goes to another plan, no plan to another person."""
        pip = self.draft(self.evaluation)
        plan = self.mine("development.plan", self.employee).create({"employee_view": "Lead"})
        with self.assertRaises(UserError):
            pip.write({"evaluation_id": self.evaluation.id})
        with self.assertRaises(UserError):
            plan.write({"employee_id": self.colleague.id})
        for part in (pip.goal_ids, pip.task_ids[:1], pip.standard_ids[:1]):
            with self.assertRaises(UserError):
                part.write({"pip_id": pip.id})
            for person in (self.employee, self.colleague):
                forged = self.as_user(self.env[part._name], person)
                with self.assertRaises(AccessError):
                    forged.create({"pip_id": pip.id, "name": "x"})
        with self.assertRaises(AccessError):
            self.mine("development.action", self.colleague).create(
                {"plan_id": plan.id, "name": "x", "date_due": "2024-12-01"}
            )
        with self.assertRaisesRegex(AccessError, "not yours to write"):
            self.as_user(plan, self.manager).write({"employee_view": "Leave"})


@tagged("post_install", "-at_install")
class TestAttacksFormerManager(MidcycleCase):
    def test_the_released_grade_is_not_for_a_former_manager(self):
        """E7, G2: with the release the file holds the grade, so it closes for who led before."""
        evaluation = self.start()
        self.employee.parent_id = self.next_manager
        self.move(evaluation, self.next_manager)
        self.judge(evaluation, self.manager, 80)
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            self.judge(evaluation, self.next_manager, 110)
            self.release(self.cycle)
        self.assertTrue(evaluation.frozen_content)
        self.env.invalidate_all()
        seen = self.as_user(self.env[evaluation._name].browse(evaluation.id), self.manager)
        for call in (
            lambda: seen.read(["frozen_content"]),
            lambda: seen._get_verified_pdf(),
            lambda: seen.env["ir.actions.report"]._render_qweb_html(
                "hr_performance.confirmation_report", seen.ids
            ),
        ):
            with self.assertRaises(AccessError):
                call()
        found = seen.search([("frozen_content", "ilike", "score")])
        self.assertFalse(found)
        own = self.of(evaluation, self.manager)
        self.assertTrue(self.as_user(own, self.manager).has_access("read"), "the part stays")


@tagged("post_install", "-at_install")
class TestAttacksEvidence(AppealCase, HttpCase):
    """A2: the reviewer opens the documents behind the figures of this file, and nothing else."""

    def setUp(self):
        super().setUp()
        figure = self.evaluation.goal_ids.measurement_ids[:1]
        files = self.env["ir.attachment"]
        self.proof = files.create(
            {"name": "books.txt", "raw": b"110", "res_model": figure._name, "res_id": figure.id}
        )
        # As if uploaded with the figure, which is closed by now.
        link = figure._fields["evidence_ids"]
        self.env.cr.execute(
            f"INSERT INTO {link.relation} ({link.column1}, {link.column2}) VALUES (%s, %s)",
            [figure.id, self.proof.id],
        )
        figure.invalidate_recordset()
        self.other = files.create(
            {"name": "secret.txt", "raw": b"no", "res_model": figure._name, "res_id": figure.id}
        )
        with self.at("2024-10-09"):
            self.appeal = self.assign(self.file())
        self.papers = self.appeal.sudo().file_ids

    def fetch(self, person, document, papers=None):
        self.env.flush_all()
        self.authenticate(person.user_id.login, person.user_id.login)
        address = f"/hr_performance/appeal/{(papers or self.papers).id}/evidence/{document.id}"
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(address, allow_redirects=False)

    def test_evidence(self):
        """A2: whoever reads the file opens its documents; others, and other documents, do not."""
        page = self.as_user(self.papers, self.stranger).content_html
        self.assertIn(f"/hr_performance/appeal/{self.papers.id}/evidence/{self.proof.id}", page)
        for person in (self.stranger, self.officer, self.auditor):
            answer = self.fetch(person, self.proof)
            self.assertEqual((answer.status_code, answer.content), (200, b"110"), person.name)
            self.assertIn("attachment", answer.headers["Content-Disposition"])
        for person in (self.employee, self.manager, self.boss, self.colleague, self.payroll):
            self.assertEqual(self.fetch(person, self.proof).status_code, 403, person.name)
        self.assertEqual(self.fetch(self.stranger, self.other).status_code, 404)
        upload = self.upload()
        self.assertEqual(self.fetch(self.stranger, upload).status_code, 404)
        home = (self.proof.res_model, self.proof.res_id)
        self.proof.write({"res_model": upload.res_model, "res_id": upload.res_id})
        self.assertEqual(self.fetch(self.stranger, self.proof).status_code, 404, "moved")
        self.proof.write({"res_model": home[0], "res_id": home[1]})
        with self.assertRaises(AccessError):
            self.as_user(self.proof, self.stranger).read(["raw"])
        with self.at("2024-10-10"):
            self.examine(self.appeal)
            self.settle(self.appeal)
        self.assertEqual(self.fetch(self.stranger, self.proof).status_code, 200)

    def test_withdrawn(self):
        """A2: what is withdrawn shows no document any more."""
        self.as_user(self.appeal, self.employee).action_withdraw()
        self.assertEqual(self.fetch(self.stranger, self.proof).status_code, 404)
