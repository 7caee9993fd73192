"""From the launch to the signed goals, on the days of the files."""

from . import mapping, strategy
from .sample import Sample
from .signing import sign, sign_as_employee

START, END = "2024-07-01", "2024-09-30"
# Words of the demo alone: the files give the confidence without notes.
EMPLOYEE_NOTE = "纸质记录（演示文字）：目标有把握不足之处，需要支持。"
MANAGER_NOTE = "纸质记录（演示文字）：每两周跟进一次，并协调所需资源。"


def prepare(sample: Sample) -> None:
    """Open the cycle, and turn the strategy into themes for it."""
    sample.on("2024-06-26")
    _open_cycle(sample, sample.as_hr())
    strategy.decode(sample)


def plan(sample: Sample) -> None:
    """Launch the cycle for everybody who is there, agree on goals."""
    sample.on(START)
    officer = sample.as_hr()
    shared = [row for row in sample.files["goals"] if row["owner_type"] != "employee"]
    sample.load(mapping.GOALS, officer, shared)
    strategy.follow(sample)
    launched = launch(sample)
    sample.on("2024-07-02")
    _write_goals(sample, launched)
    strategy.ask_for_help(sample)
    sample.on("2024-07-04")
    sign_all(sample, launched)
    sample.cycle.with_env(officer).action_execute()


def join_later(sample: Sample, day: str) -> None:
    """Launch for those who join on this day, and agree on their goals."""
    sample.on(day)
    launched = launch(sample)
    _write_goals(sample, launched)
    sign_all(sample, launched)


def _open_cycle(sample: Sample, officer) -> None:
    values = {
        "id": mapping.CYCLE,
        "name": "2024年第三季度",
        "code": "2024Q3",
        "date_start": START,
        "date_end": END,
        "template_id/id": "hr_performance.template_standard",
        "bonus_code": "QUARTER",
        "company_coefficient": "1",
        "payout_from": "2024-10-01",
        "payout_to": "2024-12-31",
        "planning_due": "2024-07-05",
        "self_due": "2024-10-09",
        "manager_due": "2024-10-11",
    }
    officer["hr.performance.cycle"].load(list(values), [list(values.values())])
    sample.load(mapping.COEFFICIENTS, officer)


def launch(sample: Sample, *departments: str) -> list[str]:
    """Launch for everybody (of these departments) without an obstacle; return their numbers."""
    before = sample.evaluations().keys()
    found = [sample.record(mapping.DEPARTMENT.format(code)).id for code in departments]
    wizard = sample.as_hr()["hr.performance.launch.wizard"].create(
        {"cycle_id": sample.cycle.id, "department_ids": [(6, 0, found)]}
    )
    wizard.action_preview()
    sample.run(wizard.action_apply())
    return sorted(sample.evaluations().keys() - before)


def _write_goals(sample: Sample, launched: list[str]) -> None:
    """Each owner enters the own goals; HR from paper, for somebody without a login."""
    for number in launched:
        env = sample.as_person(number) or sample.as_hr(number)
        rows = [row for row in sample.files["goals"] if row["owner_ref"] == number]
        sample.load(mapping.GOALS, env, rows)


def _note_low_confidence(sample: Sample, evaluation, number: str) -> None:
    """Both sides note why the confidence is low; the files have no words for it."""
    goals = evaluation.goal_ids.filtered("is_low_confidence")
    speaker = sample.as_person(number) or sample.as_hr(number)
    manager = sample.as_person(evaluation.manager_id.barcode)
    goals.with_env(speaker).write({"confidence_note": EMPLOYEE_NOTE})
    goals.with_env(manager).write({"manager_note": MANAGER_NOTE})


def write_the_rest(sample: Sample) -> None:
    """Goals of people who are not in the cycle: HR's import says what is wrong with them."""
    rows = [row for row in sample.files["goals"] if not sample.report.is_settled(row)]
    sample.load(mapping.GOALS, sample.as_hr(), rows)


def sign_all(sample: Sample, launched: list[str]) -> None:
    """Submit and sign by both sides; who wrote no goals has nothing to sign."""
    evaluations = sample.evaluations()
    for number in launched:
        agreement = evaluations[number].agreement_id
        if not agreement.goal_ids:
            continue
        _note_low_confidence(sample, evaluations[number], number)
        manager = sample.as_person(evaluations[number].manager_id.barcode)
        agreement.with_env(sample.as_person(number) or manager).action_submit()
        sign_as_employee(sample, agreement, number)
        sign(agreement.with_env(manager))
