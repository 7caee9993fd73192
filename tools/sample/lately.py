"""Newer cycles that are still under way on the day of the demo. Words of the demo alone.

In one, a department has its results and somebody appealed yesterday, while managers calibrate
another department. In the other, reviewers are named and asked, and many answers are missing.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from . import appealing, calibrating, colleagues, planning
from .sample import ADMINISTRATOR, Sample
from .signing import sign_as_employee

LAST, ROUND = "__import__.cycle_last_quarter", "__import__.cycle_round"
SERVICE, ENGINEERING, SALES = "D20", "D30", "D10"
# What the managers give, person by person, and how far the first goal went, in percent.
POINTS = (113, 97, 91, 104, 86, 112, 95, 101, 78)
SETTLED = "系统工单有两天没有导入，按工单明细核对后以测量值为准。"
CUSTOMER = ("华东贸易公司 钱经理", "qian@customer.example.com")


@dataclass(frozen=True)
class Goal:
    """A goal that everybody of a department has: the target, and what came out at 100 points."""

    name: str
    why: str
    metric: str
    unit: str
    method: str
    target: float
    baseline: float = 0


GOALS = {
    SERVICE: (
        Goal(
            "平均响应时效缩短至10小时以内，工单按紧急程度分派",
            "响应快，客户才满意",
            "平均响应时效",
            "小时",
            "ratio_lower",
            10,
        ),
        Goal(
            "一次解决率从80%提升至88%，统一知识库的答复口径",
            "减少重复来电",
            "一次解决率",
            "%",
            "progress",
            88,
            80,
        ),
    ),
    ENGINEERING: (
        Goal(
            "缺陷平均修复周期缩短至5天以内，每日站会跟踪未关闭缺陷",
            "版本按期上线的前提",
            "修复周期",
            "天",
            "ratio_lower",
            5,
        ),
        Goal(
            "单元测试覆盖率从70%提升至80%，新代码先写测试",
            "缺陷在上线前发现",
            "覆盖率",
            "%",
            "progress",
            80,
            70,
        ),
    ),
    SALES: (
        Goal(
            "新增有效客户10家，每周拜访两家重点客户",
            "新客户带来下一季度的订单",
            "新增客户数",
            "家",
            "ratio_higher",
            10,
        ),
        Goal(
            "应收账款平均回款天数缩短至40天以内，发货后第三周开始催收",
            "保证现金流",
            "回款天数",
            "天",
            "ratio_lower",
            40,
        ),
    ),
}


@dataclass(frozen=True)
class Quarter:
    """The last quarter that ended at least two weeks before yesterday."""

    yesterday: date

    @property
    def start(self) -> date:
        recent = self.yesterday - timedelta(days=14)
        first = date(recent.year, recent.month - (recent.month - 1) % 3, 1) - timedelta(days=1)
        return date(first.year, first.month - (first.month - 1) % 3, 1)

    @property
    def end(self) -> date:
        later = self.start + timedelta(days=100)
        return date(later.year, later.month, 1) - timedelta(days=1)

    @property
    def name(self) -> str:
        return f"{self.start.year}年第{'一二三四'[(self.start.month - 1) // 3]}季度"

    def before(self, days: int) -> date:
        """So many days before yesterday."""
        return self.yesterday - timedelta(days=days)


def go_on(sample: Sample) -> None:
    """The quarter before today, up to yesterday."""
    quarter = Quarter(sample.today - timedelta(days=1))
    _open_cycles(sample, quarter)
    with sample.in_cycle(LAST):
        _plan(sample, quarter, SERVICE, ENGINEERING)
    with sample.in_cycle(ROUND):
        _plan(sample, quarter, SALES)
        _ask_colleagues(sample, quarter)
    with sample.in_cycle(LAST):
        _judge(sample, quarter.before(7), SERVICE)
        _release(sample, quarter)
        _judge(sample, quarter.before(3), ENGINEERING)
        _calibrate(sample, quarter)
        _appeal(sample, quarter)
    with sample.in_cycle(ROUND):
        _answer(sample)


# Planning


def _open_cycles(sample: Sample, quarter: Quarter) -> None:
    sample.on(quarter.start)
    officer = sample.as_hr()
    shared = {
        "date_start": str(quarter.start),
        "date_end": str(quarter.end),
        "planning_due": str(quarter.start + timedelta(days=7)),
    }
    standard = sample.env.ref("hr_performance.template_standard")
    template = _create_template(sample)
    cycles = (
        {
            "id": LAST,
            "name": quarter.name,
            "code": f"{quarter.start.year}Q{(quarter.start.month + 2) // 3}",
            "template_id/.id": str(standard.id),
            "bonus_code": "QUARTER",
            "payout_from": str(quarter.end + timedelta(days=1)),
            "payout_to": str(quarter.end + timedelta(days=90)),
            "self_due": str(quarter.before(9)),
            "manager_due": str(quarter.before(6)),
        },
        {
            "id": ROUND,
            "name": f"{quarter.name} 销售部360度评估",
            "code": f"{quarter.start.year}Q{(quarter.start.month + 2) // 3}-360",
            "template_id/.id": str(template.id),
            "bonus_code": "ROUND",
            "self_due": str(quarter.before(-4)),
            "manager_due": str(quarter.before(-11)),
        },
    )
    for values in cycles:
        values = {**values, **shared}
        officer["hr.performance.cycle"].load(list(values), [list(values.values())])


def _create_template(sample: Sample):
    """A template that also asks direct reports, the manager above and customers."""
    standard = sample.env.ref("hr_performance.template_standard")
    roles = (
        {"role": "manager", "weight": 45},
        {"role": "second", "weight": 10},
        {"role": "peer", "weight": 25, "minimum": 3, "maximum": 5},
        {"role": "report", "weight": 5},
        {"role": "other", "weight": 10, "minimum": 1, "maximum": 3},
        {"role": "self", "weight": 5},
    )
    template = standard.with_env(sample.as_person(ADMINISTRATOR)).copy({"role_ids": False})
    template.write(
        {
            "name": "360度评估（含下属、跨部门与客户）",
            "role_ids": [(5, 0, 0), *((0, 0, role) for role in roles)],
        }
    )
    return template


def _plan(sample: Sample, quarter: Quarter, *departments: str) -> None:
    """Goals that serve one goal of the company, agreed and measured."""
    sample.on(quarter.start + timedelta(days=1))
    officer = sample.as_hr()
    shared = officer["hr.performance.goal"].create(
        {
            "cycle_id": sample.cycle.id,
            "level": "company",
            "name": "客户满意度评分从88分提升至92分，优化响应、交付与回款流程",
            "why": "老客户续约是全年收入目标的基础",
            "metric": "客户满意度评分",
            "unit": "分",
            "method": "progress",
            "baseline": 88,
            "target": 92,
            "weight": 100,
        }
    )
    launched = planning.launch(sample, *departments)
    for number in launched:
        _write_goals(sample, number, shared)
    sample.on(quarter.start + timedelta(days=4))
    planning.sign_all(sample, launched)
    sample.cycle.with_env(officer).action_execute()
    sample.on(quarter.end)
    for place, evaluation in enumerate(sample.evaluations().values()):
        _measure(sample, quarter, evaluation, POINTS[place % len(POINTS)])
    sample.on(max(quarter.before(12), quarter.end + timedelta(days=1)))
    sample.run(sample.cycle.with_env(officer).action_evaluate())


def _write_goals(sample: Sample, number: str, shared) -> None:
    env = sample.as_person(number) or sample.as_hr(number)
    evaluation = sample.evaluations()[number]
    goals = GOALS[_get_department(sample, evaluation)]
    env["hr.performance.goal"].create(
        [
            {
                **vars(goal),
                "cycle_id": sample.cycle.id,
                "level": "employee",
                "employee_id": evaluation.employee_id.id,
                "parent_id": shared.id,
                "weight": weight,
                "confidence": 8,
            }
            for goal, weight in zip(goals, (60, 40), strict=True)
        ]
    )


def _get_department(sample: Sample, evaluation) -> str:
    code = {sample.record(f"__import__.department_{one}").id: one for one in GOALS}
    return code[evaluation.department_id.id]


def _measure(sample: Sample, quarter: Quarter, evaluation, percent: int) -> None:
    """The manager enters what came out."""
    manager = sample.as_person(evaluation.manager_id.barcode)
    for goal in evaluation.goal_ids:
        share = percent / 100
        value = {
            "ratio_lower": goal.target / share,
            "ratio_higher": goal.target * share,
            "progress": goal.baseline + (goal.target - goal.baseline) * share,
        }[goal.method]
        manager["hr.performance.measurement"].create(
            {
                "goal_id": goal.id,
                "date": quarter.end,
                "value": round(value, 1),
                "source": "业务系统",
            }
        )


# The round in which colleagues, reports and a customer are asked


def _ask_colleagues(sample: Sample, quarter: Quarter) -> None:
    """One person has enough reviewers, and a customer; another waits for the manager's yes."""
    for colleague in ("E1005", "E1006", "E1008"):
        colleagues.approve(sample, colleagues.propose(sample, "E1004", "E1004", colleague))
    for colleague in ("E1004", "E1009"):
        colleagues.approve(sample, colleagues.propose(sample, "E1005", "E1005", colleague))
    colleagues.propose(sample, "E1006", "E1006", "E1009")
    colleagues.propose(sample, "E1004", "E1002", "E1011", "other")
    name, address = CUSTOMER
    sample.as_person("E1002")[colleagues.NOMINATION].create(
        {
            "evaluation_id": sample.evaluations()["E1004"].id,
            "role": "other",
            "external_name": name,
            "external_email": address,
            "external_lang": sample.lang,
            "note": "第三季度最大的新客户，交付和售后都由徐刚丹负责。",
        }
    )
    for colleague in ("E1004", "E1005", "E1006"):
        colleagues.propose(sample, "E1002", "E1001", colleague, "report")


def _answer(sample: Sample) -> None:
    """Three peers answered about one person, and two (too few to be shown) about another."""
    evaluations = sample.evaluations()
    for number in ("E1004", "E1005"):
        for review in evaluations[number].review_ids.filtered(lambda one: one.role == "peer"):
            give(sample, review, 98, "信息共享及时，遇到问题愿意一起想办法。")
    for number in ("E1005", "E1006"):
        give(sample, _get_review(evaluations[number], "self"), 100, "新客户拜访按计划完成。")


# The quarter that is judged


def _judge(sample: Sample, day: date, department: str) -> None:
    """Everybody of a department writes the own review, then the manager."""
    sample.on(day)
    judged = [
        one for one in sample.evaluations().values() if _get_department(sample, one) == department
    ]
    for evaluation in judged:
        give(sample, _get_review(evaluation, "self"), 102, "目标基本完成，知识库更新得不够及时。")
    for place, evaluation in enumerate(judged):
        review = _get_review(evaluation, "manager")
        give(sample, review, POINTS[place % len(POINTS)], "工作扎实，数据与记录一致。")


def _release(sample: Sample, quarter: Quarter) -> None:
    """The service department reads its results; the other one is not judged yet."""
    sample.on(quarter.before(3))
    deviating = sample.evaluations()["E1012"].sudo().verification_ids
    for one in deviating.filtered(lambda one: one.state == "deviates"):
        one.with_env(sample.as_person("E1010")).action_settle(SETTLED)
    cycle = sample.cycle.with_env(sample.as_hr())
    cycle.action_calibrate()
    cycle.action_release()


def _get_review(evaluation, role: str):
    return evaluation.review_ids.filtered(lambda one: one.role == role)


def give(sample: Sample, review, points: int, summary: str) -> None:
    """Fill in and submit one review, as its reviewer or by HR from paper."""
    number = review.reviewer_id.barcode
    review = review.with_env(sample.as_person(number) or sample.as_hr(number))
    review.summary = summary
    for place, line in enumerate(review.dimension_line_ids):
        line.write({"answer": "points", "points": min(points + 2 * place, 118)})
    if review.role == "self":
        _report_figures(review, number)
    review.action_submit()


def _report_figures(review, number: str) -> None:
    """Figures as they were measured; two people report better ones."""
    for line in review.goal_line_ids.filtered("has_measured_value"):
        better = number in ("E1012", "E1020") and line.method == "ratio_lower"
        line.reported_value = round(line.measured_value * (0.8 if better else 1), 1)


def _calibrate(sample: Sample, quarter: Quarter) -> None:
    """A session about the engineers that is open: one was moved, the others wait."""
    sample.on(quarter.before(2))
    judged = calibrating.find(sample, ENGINEERING)
    start = f"{quarter.before(1)} 06:00:00"
    session = calibrating.prepare(sample, f"研发部校准会议 {quarter.name}", judged, start)
    best, second = calibrating.get_best_grades(sample)
    down = judged.rating_ids.filtered(lambda one: one.grade_id == best).sorted("score")[:1]
    calibrating.give_opinions(sample, session, down.evaluation_id)
    sample.on(quarter.before(1))
    session.action_open()
    if down:
        calibrating.move(sample, session, "E1018", down, second, calibrating.DOWN)


def _appeal(sample: Sample, quarter: Quarter) -> None:
    """One person agrees; two appeal, and the clock of the appeals runs."""
    sample.on(quarter.before(1))
    sign_as_employee(sample, sample.evaluations()["E1014"], "E1014")
    sample.on(quarter.yesterday)
    appeal = appealing.file(
        sample,
        "E1011",
        "data",
        "晚班工单的响应时间按自然小时计算，白班按工作小时计算，口径不一致。",
    )
    appealing.assign(sample, appeal, appealing.REVIEWER)
    appealing.file(sample, "E1012", "standard", "同样的响应时效，隔壁小组评为“优秀”。")
