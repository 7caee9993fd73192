"""The formulas of the product once more, straight from the sample files, in plain Python.

Written from `formulas.md` without the addon's rules, so that the two can disagree.
"""

import csv
from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

START, END = date(2024, 7, 1), date(2024, 9, 30)
TOTAL = (END - START).days + 1
GRADES = [
    ("EX", 100, Fraction(110), Fraction("1.5")),
    ("GO", 90, Fraction(95), Fraction("1.2")),
    ("QU", 75, Fraction(82), Fraction("1.0")),
    ("NI", 0, Fraction(60), Fraction("0.5")),
]
DIMENSIONS = {"task": 50, "quality": 20, "teamwork": 15, "innovation": 15}
ROLES = {"manager": 60, "peer": 30, "self": 10}
# From the best grade down; what holds for nobody leaves the lowest.
STANDARDS = {
    "quality": [
        (all, [("complaint_rate", "<", 1), ("error_rate", "<", "0.5")]),
        (all, [("complaint_rate", "<", 2), ("error_rate", "<", 1)]),
        (all, [("complaint_rate", "<", 3), ("error_rate", "<", 2)]),
    ],
    "innovation": [
        (any, [("suggestions_adopted", ">=", 2), ("cost_saved", ">=", 5000)]),
        (any, [("suggestions_adopted", ">=", 1), ("cost_saved", ">=", 2000)]),
        (any, [("cost_saved", ">=", 500)]),
    ],
}


def half_up(value, places):
    """A fraction, rounded half-up."""
    step = Decimal(1).scaleb(-places)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return Fraction(exact.quantize(step, ROUND_HALF_UP))


def mean(parts):
    """Σ weight × value / Σ weight over the values that are not missing, to 2 places."""
    present = [(Fraction(weight), value) for weight, value in parts if value is not None]
    weights = sum(weight for weight, _ in present)
    if not weights:
        return None
    return half_up(sum(weight * value for weight, value in present) / weights, 2)


class Company:
    """The files, and what follows from them for each person with goals."""

    def __init__(self, folder):
        self.goals = self._read(folder, "goals")
        self.employees = {row["employee_no"]: row for row in self._read(folder, "employees")}
        self.transfers = {row["employee_no"]: row for row in self._read(folder, "transfers")}
        self.departments = {
            row["code"]: Fraction(row["coefficient"]) for row in self._read(folder, "departments")
        }
        self.actual = {}
        for row in sorted(self._read(folder, "measurements"), key=lambda row: row["date"]):
            self.actual[row["goal_ref"]] = Fraction(row["value"])
        self.indicators = defaultdict(dict)
        for row in self._read(folder, "indicator_values"):
            self.indicators[row["employee_no"]][row["indicator"]] = Fraction(row["value"])
        self.points = defaultdict(list)
        for row in self._read(folder, "reviews"):
            if row["points"]:
                key = row["employee_no"], row["dimension"], row["role"]
                self.points[key].append(Fraction(row["points"]))

    @staticmethod
    def _read(folder, name):
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as handle:
            return list(csv.DictReader(handle))

    def people(self):
        """Numbers of those who have goals."""
        return {row["owner_ref"] for row in self.goals if row["owner_type"] == "employee"}

    # Section 1

    def achievement(self, goal):
        if goal["method"] == "key_results":
            results = [row for row in self.goals if row["parent_ref"] == goal["goal_ref"]]
            results = [row for row in results if row["kind"] == "key_result"]
            return mean((row["weight"], self.achievement(row)) for row in results)
        actual = self.actual.get(goal["goal_ref"])
        if actual is None:
            return None
        figures = {
            name: Fraction(goal[name] or 0) for name in ("baseline", "target", "low", "high")
        }
        value = getattr(self, f"_{goal['method']}")(actual, **figures)
        return half_up(min(max(value, Fraction(0)), Fraction(150)), 2)

    def _ratio_higher(self, actual, target, **_others):
        return actual / target * 100

    def _ratio_lower(self, actual, target, **_others):
        return target / actual * 100 if actual else Fraction(150)

    def _progress(self, actual, baseline, target, **_others):
        return (actual - baseline) / (target - baseline) * 100

    def _range(self, actual, low, high, **_others):
        distance = max(low - actual, actual - high, Fraction(0))
        return 100 - distance / (high - low) * 100

    def _done(self, actual, **_others):
        return Fraction(100 if actual else 0)

    # Section 2

    def dimensions(self, number):
        """Score of each dimension, None where it is missing."""
        own = [row for row in self.goals if row["owner_ref"] == number]
        own = [row for row in own if row["kind"] != "key_result"]
        return {
            "task": mean((row["weight"], self.achievement(row)) for row in own),
            "quality": self._indicated(number, "quality"),
            "teamwork": self._reviewed(number, "teamwork"),
            "innovation": self._indicated(number, "innovation"),
        }

    def _indicated(self, number, dimension):
        """By indicators; by reviewers where an unknown figure could still make a difference."""
        values = self.indicators[number]
        for (join, clauses), (_code, _minimum, points, _coefficient) in zip(
            STANDARDS[dimension], GRADES, strict=False
        ):
            # An unknown figure is tried at both ends: far below and far above every limit.
            worlds = [
                join(self._holds(values.get(key, end), sign, limit) for key, sign, limit in clauses)
                for end in (Fraction(-1), Fraction(10**9))
            ]
            if all(worlds):
                return points
            if any(worlds):
                return self._reviewed(number, dimension)
        return GRADES[-1][2]

    @staticmethod
    def _holds(value, sign, limit):
        return value < Fraction(limit) if sign == "<" else value >= Fraction(limit)

    def _reviewed(self, number, dimension):
        answers = {role: self.points.get((number, dimension, role)) for role in ROLES}
        return mean(
            (weight, sum(answers[role]) / len(answers[role]) if answers[role] else None)
            for role, weight in ROLES.items()
        )

    # Section 9

    def withheld(self, number):
        """Dimensions in which one or two anonymous answers would follow from the score."""
        found = set()
        for dimension in DIMENSIONS:
            counts = [
                len(self.points.get((number, dimension, role)) or ())
                for role in ROLES
                if role in ("peer", "report")
            ]
            if 0 < sum(count for count in counts if count < 3) < 3:
                found.add(dimension)
        return found

    # Section 3

    def grade(self, number):
        """(score, grade code) after the gate of Excellent."""
        scores = self.dimensions(number)
        score = mean((weight, scores[name]) for name, weight in DIMENSIONS.items())
        code = next(code for code, minimum, *_rest in GRADES if score >= minimum)
        task, innovation = scores["task"], scores["innovation"]
        beyond = task is not None and task >= 120
        inventive = innovation is not None and innovation >= 100
        if code == "EX" and not (beyond or inventive):
            code = "GO"
        return score, code

    # Section 5

    def coefficient(self, number):
        """(individual, department, proration, coefficient)."""
        employee = self.employees[number]
        first = max(date.fromisoformat(employee["hire_date"]), START)
        last = min(date.fromisoformat(employee["leave_date"] or "9999-12-31"), END)
        days = (last - first).days + 1
        individual = next(
            coefficient for code, _min, _pts, coefficient in GRADES if code == self.grade(number)[1]
        )
        department = self._department(number, first, days)
        prorated = half_up(Fraction(days, TOTAL), 4)
        return individual, department, prorated, half_up(individual * department * prorated, 4)

    def _department(self, number, first, days):
        home = self.departments[self.employees[number]["department_code"]]
        transfer = self.transfers.get(number)
        if not transfer:
            return home
        before = (date.fromisoformat(transfer["date"]) - first).days
        there = self.departments[transfer["to_department"]]
        return half_up((home * before + there * (days - before)) / days, 4)
