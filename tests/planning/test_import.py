from odoo.tests import tagged
from odoo.tools.misc import file_open

from ..common import PerformanceCase

OPTIONS = {
    "has_headers": True,
    "encoding": "",
    "separator": "",
    "quoting": '"',
    "date_format": "",
    "datetime_format": "",
    "float_thousand_separator": ",",
    "float_decimal_separator": ".",
}


@tagged("post_install", "-at_install")
class TestImport(PerformanceCase):
    """The templates that the client offers, through Odoo's own import, as their users."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.abigail = cls.person("abigail", name="Abigail Peterson", parent_id=cls.manager.id)
        cls.cycle = cls.create_cycle()
        cls.cycle.with_user(cls.officer.user_id)._launch(cls.abigail + cls.stranger)

    def offered(self, model, position=0):
        """Content of a template that the import dialog of this model offers."""
        found = self.env[model].get_import_templates()[position]
        with file_open(found["template"].removeprefix("/"), "rb") as handle:
            return handle.read()

    def run_import(self, model, content, person):
        """Open the file in the import dialog and import it, with the proposed columns."""
        dialog = (
            self.as_user(self.env["base_import.import"], person)
            .with_context(lang="en_US")
            .create(
                {
                    "res_model": model,
                    "file": content,
                    "file_name": "file.csv",
                    "file_type": "text/csv",
                }
            )
        )
        preview = dialog.parse_preview(OPTIONS)
        headers = preview["headers"]
        self.assertEqual(set(preview["matches"]), set(range(len(headers))), headers)
        fields = ["/".join(preview["matches"][index]) for index in range(len(headers))]
        return dialog.execute_import(fields, headers, {**OPTIONS, **preview["options"]})

    def test_manager_imports_goals(self):
        """P5: the template as it is makes two goals, entered by the manager for the person."""
        content = self.offered("hr.performance.goal")
        outcome = self.run_import("hr.performance.goal", content, self.manager)
        self.assertFalse(outcome["messages"])
        goals = self.env["hr.performance.goal"].browse(outcome["ids"])
        self.assertEqual(goals.employee_id, self.abigail)
        self.assertEqual(goals.evaluation_id, self.cycle.evaluation_ids.filtered("goal_ids"))
        self.assertEqual(goals.mapped("weight"), [60, 40])
        self.assertEqual(goals.mapped("method"), ["ratio_higher", "progress"])
        self.assertEqual((goals[1].baseline, goals[1].target), (48, 12))
        self.assertEqual(goals.create_uid, self.manager.user_id)

    def test_employee_imports_own_goals(self):
        """P5, P6: the employee's own file carries the own words; nobody else's import may."""
        content = self.offered("hr.performance.goal", 1)
        outcome = self.run_import("hr.performance.goal", content, self.manager)
        self.assertFalse(outcome["ids"])
        self.assertIn("only Abigail Peterson can fill in", outcome["messages"][0]["message"])
        outcome = self.run_import("hr.performance.goal", content, self.officer)
        self.assertFalse(outcome["ids"])
        outcome = self.run_import("hr.performance.goal", content, self.abigail)
        self.assertFalse(outcome["messages"])
        goals = self.env["hr.performance.goal"].browse(outcome["ids"])
        self.assertEqual(goals.mapped("confidence"), [8, 7])
        self.assertEqual(goals[0].why, "A seventh of the department's target")

    def test_wrong_row_is_named(self):
        """P5: a wrong row is named with its reason, and nothing is imported until it is mended."""
        content = self.offered("hr.performance.goal")
        content += b"Q3 2024,Employee,,Nobody,KPI,Sell,,,,,,,5,,,20,2024-07-01,2024-09-30\n"
        outcome = self.run_import("hr.performance.goal", content, self.manager)
        self.assertFalse(outcome["ids"])
        message = outcome["messages"][0]
        self.assertEqual((message["record"], message["field"]), (2, "employee_id"))
        self.assertIn("Nobody", message["message"])
        self.assertFalse(self.env["hr.performance.goal"].search([("cycle_id", "=", self.cycle.id)]))

    def test_refused_row_is_named(self):
        """P3: the target that equals its baseline is refused in an import too."""
        content = self.offered("hr.performance.goal").replace(b",48,12,", b",12,12,")
        outcome = self.run_import("hr.performance.goal", content, self.manager)
        self.assertFalse(outcome["ids"])
        named = {message["record"]: message["message"] for message in outcome["messages"]}
        self.assertIn("target equals the baseline", named[1])

    def test_every_rejected_row_is_named(self):
        """P1, P3, P5: one file with many mistakes: each wrong row is named with its own reason,
        the good ones are not held against anybody, and nothing is imported."""
        good = self.offered("hr.performance.goal").splitlines()
        columns = good[0].decode("utf-8-sig").split(",")

        def row(**cells):
            values = {
                "Cycle": "Q3 2024",
                "Level": "Employee",
                "Employee": "Abigail Peterson",
                "Kind": "KPI",
                "Metric": "Sales",
                "Measured by": '"Ratio, higher is better"',
                "Target": "10",
                "Weight (%)": "20",
                "Date Start": "2024-07-01",
                "Due": "2024-09-30",
                **cells,
            }
            return ",".join(values.get(column, "") for column in columns).encode()

        bad = {
            "key result needs an objective": row(Goal="No objective", Kind="Key result"),
            "must lie inside the cycle": row(Goal="Too late", Due="2024-12-31"),
            "between 0 and 100": row(Goal="Heavy", **{"Weight (%)": "120"}),
            "against a target of 0": row(Goal="No target", Target=""),
            "whose goal is it": row(Goal="Nobody's", Employee=""),
            "only an employee's goal names": row(Goal="Both", Level="Company"),
        }
        content = b"\n".join([*good, *bad.values()]) + b"\n"
        outcome = self.run_import("hr.performance.goal", content, self.officer)
        self.assertFalse(outcome["ids"])
        named = {message["record"]: message["message"] for message in outcome["messages"]}
        first = len(good) - 1
        self.assertEqual(set(named), set(range(first, first + len(bad))), named)
        for position, reason in enumerate(bad):
            self.assertIn(reason, named[first + position])
        self.assertFalse(self.env["hr.performance.goal"].search([("cycle_id", "=", self.cycle.id)]))

    def test_nobody_imports_goals_of_strangers(self):
        """G1: the import has the rights of its user."""
        content = self.offered("hr.performance.goal").replace(b"Abigail Peterson", b"Stranger")
        outcome = self.run_import("hr.performance.goal", content, self.manager)
        self.assertFalse(outcome["ids"])
        self.assertTrue(outcome["messages"])

    def test_import_measurements(self):
        """C4: values of goals by the manager, values of indicators by HR."""
        self.run_import("hr.performance.goal", self.offered("hr.performance.goal"), self.manager)
        with self.at("2024-10-08"):
            measured = self.run_import(
                "hr.performance.measurement",
                self.offered("hr.performance.measurement"),
                self.manager,
            )
            counted = self.run_import(
                "hr.performance.measurement",
                self.offered("hr.performance.measurement", 1),
                self.officer,
            )
        self.assertFalse(measured["messages"] + counted["messages"])
        value = self.env["hr.performance.measurement"].browse(measured["ids"])
        self.assertEqual((value.value, value.goal_id.achievement), (4.1, 102.5))
        value = self.env["hr.performance.measurement"].browse(counted["ids"])
        self.assertEqual(
            (value.indicator_id.code, value.employee_id), ("complaint_rate", self.abigail)
        )
