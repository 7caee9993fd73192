"""Signed goals of one quarter of the demo, which serve one goal of the company."""

from datetime import date, timedelta

from . import planning
from .goals import GOALS
from .sample import Sample


def agree(sample: Sample, start: date, *departments: str) -> list[str]:
    """Launch the cycle for these departments, agree on goals, and begin with the work."""
    sample.on(start + timedelta(days=1))
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
    sample.on(start + timedelta(days=4))
    planning.sign_all(sample, launched)
    sample.cycle.with_env(officer).action_execute()
    return launched


def get_department(sample: Sample, evaluation) -> str:
    """The code of the department that somebody of a newer cycle belongs to."""
    code = {sample.record(f"__import__.department_{one}").id: one for one in GOALS}
    return code[evaluation.department_id.id]


def _write_goals(sample: Sample, number: str, shared) -> None:
    env = sample.as_person(number) or sample.as_hr(number)
    evaluation = sample.evaluations()[number]
    goals = GOALS[get_department(sample, evaluation)]
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
