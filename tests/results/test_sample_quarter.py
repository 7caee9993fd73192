import csv
import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path
from shutil import copytree

from odoo.tests import TransactionCase, tagged

from ...tools.sample.demo import FOLDER
from ...tools.sample.quarter import live_through
from .formulas import Company

HEADS = {"E1002", "E1010", "E1018", "E1027", "E1036"}
# (file, values by column): rows that a user could have written, each with one fault.
GOAL = {
    "owner_type": "employee",
    "owner_ref": "E1004",
    "parent_ref": "G003",
    "kind": "kpi",
    "method": "ratio_higher",
    "target": "10",
    "weight": "10",
    "date_start": "2024-07-01",
    "due": "2024-09-30",
}
WRONG = [
    ("goals", {**GOAL, "goal_ref": "W1", "title": "Bad date", "due": "2024-09-31"}),
    ("goals", {**GOAL, "goal_ref": "W2", "title": "Unknown person", "owner_ref": "E9999"}),
    ("goals", {**GOAL, "goal_ref": "W3", "title": "Weight in words", "weight": "ten"}),
    (
        "goals",
        {**GOAL, "goal_ref": "W4", "title": "Still", "method": "progress", "baseline": "10"},
    ),
    ("goals", {**GOAL, "goal_ref": "W5", "title": "Late", "due": "2024-10-31"}),
    ("goals", {**GOAL, "goal_ref": "W6", "title": "Heavy", "weight": "101"}),
    ("measurements", {"goal_ref": "G999", "date": "2024-09-30", "value": "1", "source": "-"}),
    ("measurements", {"goal_ref": "G011", "date": "2024-10-05", "value": "1", "source": "-"}),
    (
        "indicator_values",
        {
            "employee_no": "E1004",
            "indicator": "luck",
            "value": "1",
            "date": "2024-09-30",
            "source": "-",
        },
    ),
    (
        "reviews",
        {
            "employee_no": "E1004",
            "role": "peer",
            "reviewer_no": "E1009",
            "dimension": "quality",
            "points": "121",
        },
    ),
]


@tagged("post_install", "-at_install")
class TestSampleQuarter(TransactionCase):
    """The sample company's quarter, with wrong rows among the real ones, lived through once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = copytree(FOLDER, Path(folder.name) / "quarter")
        cls.wrong = {cls._append(file, values): values for file, values in WRONG}
        cls.report = live_through(cls.env, cls.folder)
        cls.cycle = cls.env.ref("__import__.cycle_2024Q3")
        cls.results = {one.employee_id.barcode: one for one in cls.cycle.result_ids}
        cls.expected = Company(FOLDER)

    @classmethod
    def _append(cls, name, values):
        """Add a row to a file; return its place."""
        path = cls.folder / f"{name}.csv"
        with path.open(encoding="utf-8-sig", newline="") as handle:
            lines = list(csv.reader(handle))
        with path.open("a", encoding="utf-8", newline="") as handle:
            csv.writer(handle).writerow(values.get(column, "") for column in lines[0])
        return path.name, len(lines) + 1

    def _evaluation(self, number):
        return self.cycle.evaluation_ids.filtered(lambda one: one.employee_id.barcode == number)

    def test_everybody_with_goals_is_published_and_nobody_else(self):
        """G8, P7: 33 of 39 people have a result, each on goals that both sides signed."""
        self.assertEqual(self.results.keys(), self.expected.people())
        self.assertEqual(len(self.results), 33)
        for result in self.results.values():
            agreement = result.evaluation_id.agreement_id
            self.assertEqual(agreement.state, "signed")
            self.assertEqual(agreement.total_weight, 100)
            self.assertEqual(
                agreement._get_valid_signatures().mapped("role"), ["employee", "manager"]
            )

    def test_scores_follow_the_formulas(self):
        """E4, E5, E6, C4: score and grade of everybody, recomputed from the files."""
        for number, result in self.results.items():
            with self.subTest(employee=number):
                rating = result.evaluation_id.rating_ids
                shown = rating.line_ids.filtered(lambda line: not line.is_withheld)
                scores = {
                    line.dimension_id.code: line.score if line.has_score else None for line in shown
                }
                wanted = self.expected.dimensions(number)
                self.assertEqual(
                    scores, {key: wanted[key] and float(wanted[key]) for key in scores}
                )
                few = self.expected.withheld(number)
                self.assertEqual(set(wanted) - set(scores), few & self._reviewed(rating))
                score, grade = self.expected.grade(number)
                self.assertEqual((result.score, result.grade_code), (float(score), grade))
                self.assertEqual(rating.computed_grade_id.code, grade)

    def _reviewed(self, rating):
        """Dimensions whose score rests on reviewers."""
        lines = rating.line_ids.filtered(lambda line: line.basis == "reviewers")
        return set(lines.dimension_id.mapped("code"))

    def test_grades_per_count(self):
        """E5: how many people have each grade."""
        found = Counter(result.grade_code for result in self.results.values())
        wanted = Counter(self.expected.grade(number)[1] for number in self.expected.people())
        self.assertEqual(found, wanted)
        self.assertEqual(found, {"EX": 12, "GO": 11, "QU": 10})

    def test_coefficients_follow_the_formulas(self):
        """R1, R2: every published coefficient, with its factors, recomputed from the files."""
        for number, result in self.results.items():
            with self.subTest(employee=number):
                wanted = self.expected.coefficient(number)
                found = (
                    result.individual_coefficient,
                    result.department_coefficient,
                    result.proration,
                    result.bonus_coefficient,
                )
                self.assertEqual(found, tuple(map(float, wanted)))

    def test_joiner_leaver_and_transfer(self):
        """R1: known by hand: joined on 16 August, left on 13 September, moved on 1 September."""
        joiner, leaver, moved = (self.results[one] for one in ("E1003", "E1035", "E1013"))
        self.assertEqual((joiner.days_employed, joiner.proration), (46, 0.5))
        self.assertEqual((leaver.days_employed, leaver.proration), (75, 0.8152))
        mean = (62 * Fraction("1.05") + 30 * Fraction("1.1")) / 92
        self.assertEqual(moved.department_coefficient, round(float(mean), 4))
        self.assertEqual(moved.proration, 1)
        self.assertEqual(moved.evaluation_id.department_id.name, "客户服务部")

    def test_payroll_reads_what_was_published(self):
        """R2, G1: the payroll reader asks for each person on a day of the payout window."""
        payroll = self.env.ref("__import__.user_e1039")
        for number, result in self.results.items():
            employee = result.employee_id.with_user(payroll)
            self.assertEqual(
                employee.get_bonus_coefficient("2024-11-15"), result.bonus_coefficient, number
            )
        rows = self.env["hr.performance.result"].with_user(payroll).search([])
        self.assertEqual(len(rows), 33)

    def test_heads_without_goals_are_listed_with_the_reason(self):
        """G8: the job names the five heads and why; HR took them out with a reason."""
        jobs = self.cycle.batch_ids.filtered(lambda one: one.kind == "evaluate").sorted("id")
        failures = jobs[0].failure_ids
        unsigned = failures.filtered(lambda one: "goals are not signed" in one.reason)
        heads = self.env["hr.performance.evaluation"].browse(unsigned.mapped("res_id"))
        self.assertEqual(set(heads.mapped("employee_id.barcode")), HEADS)
        self.assertEqual(set(heads.mapped("state")), {"cancelled"})
        self.assertTrue(all(heads.mapped("cancel_reason")))
        self.assertFalse(jobs[-1].failure_ids)

    def test_hr_does_not_evaluate_the_own_file(self):
        """G1: each job of the officer leaves the own file to the administrator."""
        own = self._evaluation("E1037")
        for kind in ("evaluate", "release", "publish"):
            jobs = self.cycle.batch_ids.filtered(lambda one, kind=kind: one.kind == kind)
            first, second = jobs.sorted("id")
            self.assertEqual(first.user_id.login, "e1037")
            mine = first.failure_ids.filtered(lambda one: one.res_id == own.id)
            self.assertIn("not on the own file", mine.reason)
            self.assertEqual(second.user_id.login, "e1036")
        self.assertEqual(self.results["E1037"].published_by_id.login, "e1036")

    def test_answers(self):
        """P7, F2: agreeing, not agreeing and silence stay apart; paper is entered by HR."""
        signed = {
            number: result.evaluation_id._get_valid_signatures()
            for number, result in self.results.items()
        }
        self.assertEqual({one for one in signed if not signed[one]}, {"E1016", "E1035"})
        against = {one for one in signed if signed[one].decision == "disagree"}
        self.assertEqual(against, {"E1013", "E1030"})
        paper = {one for one in signed if signed[one].method == "paper"}
        self.assertEqual(paper, {"E1003", "E1021", "E1038"})
        self.assertEqual(set(self.cycle.evaluation_ids.mapped("state")), {"closed", "cancelled"})

    def test_wrong_rows_are_named_and_the_others_kept(self):
        """P3, P5: each wrong row with file, row, column and reason; nothing else is lost."""
        found = {
            (one.file, one.row): one
            for one in self.report.rejected
            if (one.file, one.row) in self.wrong
        }
        expected = [
            ("due", "valid date"),
            ("owner_ref", "E9999"),
            ("weight", "number"),
            ("baseline", "target equals the baseline"),
            ("due", "must lie inside"),
            ("weight", "between 0 and 100"),
            ("goal_ref", "G999"),
            ("date", "cannot be measured"),
            ("indicator", "luck"),
            ("points", "from 0 to 120"),
        ]
        for place, (column, reason) in zip(self.wrong, expected, strict=True):
            with self.subTest(place=place):
                self.assertIn(column, found[place].column.split(", "))
                self.assertIn(reason, found[place].reason)
                self.assertIn(f"{place[0]}, row {place[1]}, column ", str(found[place]))

    def test_talks_and_problems(self):
        """C1, C2, C3: the talks of the quarter; a problem that comes up again is still one."""
        talks = self.env["hr.performance.coaching"].search([("cycle_id", "=", self.cycle.id)])
        self.assertEqual(len(talks), 76)
        points = talks.point_ids
        raised = Counter((one.employee_id.barcode, one.problem) for one in points)
        self.assertEqual(set(raised.values()), {1})
        with (FOLDER / "coaching.csv").open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.DictReader(handle))
        refused = {"E1013"}
        self.assertEqual(
            set(raised),
            {
                (row["employee_no"], row["problem"])
                for row in rows
                if row["problem"] and row["employee_no"] not in refused
            },
        )
        august = talks.filtered(
            lambda one: one.employee_id.barcode == "E1006" and str(one.date) == "2024-08-30"
        )
        self.assertEqual(august.open_point_ids.problem, "跨部门流程审批延迟")
        self.assertFalse(august.point_ids)
        slots = self.env["hr.performance.coaching.slot"].search([("cycle_id", "=", self.cycle.id)])
        self.assertTrue({"on_time", "missing"} <= set(slots.mapped("status")))
        self.assertNotIn("open", slots.mapped("status"))
        silent = talks.filtered(lambda one: one.state == "held").employee_id
        self.assertFalse(silent.user_id)

    def test_feedback_talks(self):
        """F1, F3: everybody talked about the result in time, but for one late and one missing."""
        talks = self.env["hr.performance.talk"].search([("cycle_id", "=", self.cycle.id)])
        by_status = {status: len(ones) for status, ones in talks.grouped("status").items()}
        self.assertEqual(by_status, {"on_time": len(talks) - 2, "late": 1, "missing": 1})

    def test_talks_that_cannot_have_been_held(self):
        """C2: before the person joined, after they left, by a manager who led them no longer."""
        reasons = {
            one.row: one.reason for one in self.report.rejected if one.file == "coaching.csv"
        }
        self.assertEqual(len(reasons), 3)
        text = " ".join(reasons[row] for row in sorted(reasons))
        self.assertEqual(text.count("not employed on"), 2)
        self.assertEqual(text.count("does not lead"), 1)

    def test_all_rows_of_the_sample_are_kept(self):
        """G8: only what nobody can use is kept out: reviews of heads who are not evaluated, and
        talks that cannot have taken place."""
        counts = self.report.counts()
        wrong = Counter(file for file, _row in self.wrong)
        kept = {file: kept for file, (kept, _rejected) in counts.items()}
        self.assertEqual(
            kept,
            {
                "coaching.csv": 76,
                "departments.csv": 6,
                "employees.csv": 39,
                "goals.csv": 103,
                "holidays.csv": 2,
                "indicator_values.csv": 161,
                "measurements.csv": 279,
                "reviews.csv": 501,
                "transfers.csv": 1,
            },
        )
        lost = {file: rejected - wrong[file] for file, (_kept, rejected) in counts.items()}
        self.assertEqual(
            {file: count for file, count in lost.items() if count},
            {"coaching.csv": 3, "reviews.csv": 17},
        )
