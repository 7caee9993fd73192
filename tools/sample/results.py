"""From the released result to the published coefficient."""

from .sample import OFFICER, Sample
from .signing import sign_as_employee

# Made up for the demo: the files hold no answers. Everybody else agrees.
DISAGREE = {
    "E1013": "九月已调到销售部，客服目标仍按整个季度计算。",
    "E1030": "八月设备停机，产量目标没有相应调整。",
}
SILENT = ("E1016", "E1035")


def confirm(sample: Sample) -> None:
    """Each person answers; two do not agree, two do not answer at all."""
    sample.on("2024-10-17")
    for number, evaluation in sample.evaluations().items():
        if evaluation.state != "communicating" or number in SILENT:
            continue
        answer = {}
        if number in DISAGREE:
            answer = {"decision": "disagree", "comment": DISAGREE[number]}
        sign_as_employee(sample, evaluation, number, **answer)


def publish(sample: Sample) -> None:
    """After the deadline the missing answers lapse, and the coefficients are published."""
    sample.on("2024-10-23")
    sample.env["hr.performance.evaluation"]._cron_lapse()
    for env in (sample.as_hr(), sample.as_hr(OFFICER)):
        sample.run(sample.cycle.with_env(env).action_publish())
