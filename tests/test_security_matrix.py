"""Who may read, write, create and delete what: one table, tried with real users of each role.

The records are those of `employee`. What the guards of a model refuse beyond these rights (signed
goals, given reviews, released grades) is tested beside each model.
"""

from pathlib import Path

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import PerformanceCase

ROOT = Path(__file__).resolve().parent.parent
ROLES = (
    "employee", "colleague", "manager", "boss", "stranger", "officer", "admin", "payroll",
    "auditor", "foreign",
)  # fmt: skip
RIGHTS = {"r": "read", "w": "write", "c": "create", "u": "unlink"}

# (moment, model): rights of each role, in the order above; - is none at all
#                                   empl coll mana boss stra offi admi payr audi fore
MATRIX = {
    ("started", "review.self"):      "rw   -    -    -    -    c    c    -    -    -",
    ("started", "review.line.self"): "rw   -    -    -    -    -    -    -    -    -",
    ("started", "review.manager"):   "-    -    rw   -    -    c    c    -    -    -",
    ("self", "review.self"):         "rw   -    -    -    -    rc   rc   -    r    -",
    ("self", "review.line.self"):    "rw   -    -    -    -    r    r    -    r    -",
    ("judged", "review.self"):       "rw   -    r    r    -    rc   rc   -    r    -",
    ("judged", "review.manager"):    "-    -    rw   r    -    rc   rc   -    r    -",
    ("judged", "review.line"):       "-    -    rw   r    -    r    r    -    r    -",
    ("judged", "rating"):            "-    -    r    r    -    r    r    -    r    -",
    ("judged", "rating.line"):       "-    -    r    r    -    r    r    -    r    -",
    ("judged", "rating.change"):     "-    -    r    r    -    r    r    -    r    -",
    ("released", "review.manager"):  "r    -    rw   r    -    rc   rc   -    r    -",
    ("released", "review.line"):     "r    -    rw   r    -    r    r    -    r    -",
    ("released", "rating"):          "r    -    r    r    -    r    r    -    r    -",
    ("released", "rating.line"):     "r    -    r    r    -    r    r    -    r    -",
    ("released", "rating.change"):   "r    -    r    r    -    r    r    -    r    -",
    ("published", "result"):         "r    -    r    r    -    r    r    r    r    -",
    ("published", "cycle"):          "r    r    r    r    r    rwcu rwcu r    r    -",
    ("published", "department.coefficient"):
                                     "-    -    -    -    -    rwcu rwcu -    r    -",
    ("published", "coefficient.change"):
                                     "-    -    -    -    -    r    r    -    r    -",
    ("published", "evaluation"):     "r    -    r    r    -    r    r    -    r    -",
    ("published", "agreement"):      "r    -    r    r    -    r    r    -    r    -",
    ("published", "signature"):      "r    -    r    r    -    r    r    -    r    -",
    ("published", "goal"):           "rwcu -    rwcu rwcu -    rwcu rwcu -    r    -",
    ("published", "goal.milestone"): "rwcu -    rwcu rwcu -    rwcu rwcu -    r    -",
    ("published", "goal.department"):"r    r    r    r    r    rwcu rwcu r    r    -",
    ("published", "measurement"):    "rc   -    rwcu rwcu -    rwcu rwcu -    r    -",
    ("published", "batch"):          "-    -    -    -    -    r    r    -    r    -",
    ("published", "batch.failure"):  "-    -    -    -    -    r    r    -    r    -",
}  # fmt: skip
# Shared set-up, of no company: everybody reads it, administrators keep it.
SETUP = "r    r    r    r    r    r    rwcu r    r    rwcu"
SETUP_MODELS = {
    "scale", "grade", "gate", "gate.clause", "dimension", "indicator", "standard",
    "standard.clause", "template", "template.line", "template.role",
}  # fmt: skip
# Tried with the same roles beside their own tests.
ELSEWHERE = {
    "tests/evaluation/test_appeal_security.py": {"appeal", "appeal.file", "appeal.statement"},
    "tests/coaching/test_coaching_security.py": {
        "coaching", "coaching.line", "coaching.point", "coaching.slot", "coaching.coverage",
        "action", "template.cadence",
    },
    "tests/evaluation/test_verification.py": {"verification"},
    "tests/coaching/test_risk.py": {"risk", "risk.digest", "goal.confidence"},
    "tests/coaching/test_feedback.py": {"feedback", "feedback.text"},
    "tests/evaluation/test_talk_security.py": {
        "talk", "talk.point", "talk.preparation", "talk.note",
    },
    "tests/core/test_person_link.py": {"personal.link.use"},
    "tests/evaluation/test_nomination_security.py": {
        "nomination", "personal.link", "review.owed", "review.digest",
    },
    "tests/evaluation/test_calibration_secrets.py": {
        "calibration", "calibration.member", "calibration.minutes", "calibration.move",
        "calibration.opinion",
    },
    "tests/evaluation/test_midcycle.py": {"evaluation.lead"},
    "tests/planning/test_contribution.py": {"goal.contribution"},
    "tests/planning/test_deadlines.py": {"goal.digest", "answer.digest"},
    "tests/planning/test_library.py": {"goal.template"},
    "tests/planning/test_measurement_api.py": {"measurable"},
    "tests/planning/test_revision_refusals.py": {"goal.revision", "goal.revision.line"},
    "tests/results/test_outcome.py": {"outcome", "outcome.rule"},
    "tests/results/test_development.py": {"development.plan", "development.action"},
    "tests/results/test_training_access.py": {"training.need", "training.cost"},
    "tests/results/test_guide.py": {
        "guide", "guide.version", "guide.acknowledgement", "guide.duty", "finding.category",
    },
    "tests/results/test_retrospective.py": {
        "retrospective", "retrospective.figure", "retrospective.finding", "retrospective.action",
    },
    "tests/results/test_talent_security.py": {
        "talent", "talent.pool", "potential", "potential.line", "potential.criterion",
    },
    "tests/results/test_pip_security.py": {
        "pip", "pip.standard", "pip.goal", "pip.task", "pip.checkin", "pip.checkin.line",
        "pip.extension",
    },
    "tests/planning/test_strategy.py": {"theme", "strategy.meeting"},
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestSecurityMatrix(PerformanceCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        elsewhere = cls.env["res.company"].create({"name": "Elsewhere"})
        groups = ("group_administrator", "group_payroll", "group_auditor")
        names = ",".join(f"hr_performance.{group}" for group in groups)
        cls.foreign = cls.person("foreign", names, company=elsewhere)

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.cycle.department_coefficient_ids = [
            (0, 0, {"department_id": self.department.id, "coefficient": 1.1})
        ]
        lonely = self.person("lonely", user=False)
        lonely.parent_id = False
        self.as_user(self.cycle, self.officer)._launch(self.employee + lonely)
        self.evaluation = self.cycle.evaluation_ids
        self.tried = set()

    def rights(self, record, person):
        """The rights of this person on this record, proven by a real read where there is one."""
        seen = self.as_user(self.env[record._name].browse(record.id), person)
        self.env.invalidate_all()
        rights = "".join(key for key, right in RIGHTS.items() if seen.has_access(right))
        if "r" in rights:
            self.assertTrue(seen.read(), "all fields, as an export or a form reads them")
            self.assertEqual(seen.search([("id", "=", record.id)]), seen)
        else:
            with self.assertRaises(AccessError):
                seen.read(["id", "display_name"])
        if "w" not in rights:
            with self.assertRaises(AccessError):
                seen.write({"write_date": False, record._rec_name or "id": False})
        if "u" not in rights:
            with self.assertRaises(AccessError):
                seen.unlink()
        return rights or "-"

    def check(self, moment, **records):
        for key, record in records.items():
            name = key.replace("_", ".")
            expected = dict(zip(ROLES, MATRIX[moment, name].split(), strict=True))
            self.tried.add((moment, name))
            with self.subTest(moment=moment, record=name):
                found = {role: self.rights(record[:1], getattr(self, role)) for role in ROLES}
                self.assertEqual(found, expected)

    def test_one_persons_quarter(self):
        """G1, E7: every role at each moment of one person's quarter."""
        goal = self.add_goal(
            self.evaluation, method="milestones", milestone_ids=[(0, 0, {"name": "All"})]
        )
        self.agree(self.evaluation)
        value = self.measure(goal, 1, by=self.manager)
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            own, judgement = (self.review(self.evaluation, role) for role in ("self", "manager"))
            line = judgement.line_ids[0]
            mine = {"review_self": own, "review_line_self": own.line_ids}
            self.check("started", **mine, review_manager=judgement)
            self.give_review(self.evaluation, "self", self.employee)
            self.check("self", **mine)
            self.give_review(self.evaluation, "manager", self.manager)
            rating = self.evaluation.rating_ids
            judged = {
                "review_manager": judgement,
                "review_line": line,
                "rating": rating,
                "rating_line": rating.line_ids,
                "rating_change": rating.change_ids,
            }
            self.check("judged", **judged, review_self=own)
            self.release(self.cycle)
            self.check("released", **judged)
            self.sign(self.evaluation, self.employee, "employee")
        result = self.publish(self.cycle)
        self.as_user(self.cycle, self.officer).company_coefficient = 1.05
        failed = self.cycle.batch_ids.filtered("failure_ids")
        self.check(
            "published",
            result=result,
            cycle=self.cycle,
            department_coefficient=self.cycle.department_coefficient_ids,
            coefficient_change=self.cycle.coefficient_change_ids,
            evaluation=self.evaluation,
            agreement=self.evaluation.agreement_id,
            signature=self.evaluation.signature_ids,
            goal=goal,
            goal_milestone=goal.milestone_ids,
            goal_department=self.department_goal(),
            measurement=value,
            batch=failed,
            batch_failure=failed.failure_ids,
        )
        self.assertEqual(self.tried, MATRIX.keys(), "every line of the table was tried")

    def department_goal(self):
        return self.as_user(self.env["hr.performance.goal"], self.officer).create(
            {
                "name": "Raise sales of the department from 800 to 1000",
                "level": "department",
                "department_id": self.department.id,
                "cycle_id": self.cycle.id,
                "target": 1000,
            }
        )

    def test_setup(self):
        """G1: everybody reads the set-up, administrators alone change it."""
        expected = dict(zip(ROLES, SETUP.split(), strict=True))
        for name in sorted(SETUP_MODELS):
            record = self.env[f"hr.performance.{name}"].search([], limit=1)
            with self.subTest(model=name):
                found = {role: self.rights(record, getattr(self, role)) for role in ROLES}
                self.assertEqual(found, expected)

    def test_every_model_is_in_the_table(self):
        """G1: a new model needs its line here, or its own test of the roles."""
        prefix = "hr.performance."
        listed = {
            name.removesuffix(".self").removesuffix(".manager") for _moment, name in MATRIX
        } | SETUP_MODELS.union(*ELSEWHERE.values())
        stored = {
            name.removeprefix(prefix)
            for name, model in self.env.items()
            if name.startswith(prefix) and not model._abstract and not model._transient
        }
        self.assertFalse(stored - listed)
        for path in ELSEWHERE:
            self.assertIn("assertRaises(AccessError)", (ROOT / path).read_text(), path)
