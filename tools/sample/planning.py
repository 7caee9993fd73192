"""From the launch to the signed goals, on the days of the files."""

from io import BytesIO
from base64 import b64encode

from PIL import Image, ImageDraw

from . import mapping
from .sample import Sample

START, END = "2024-07-01", "2024-09-30"


def plan(sample: Sample) -> None:
    """Open the cycle, launch it for everybody who is there, agree on goals."""
    sample.on(START)
    officer = sample.as_hr()
    _open_cycle(sample, officer)
    shared = [row for row in sample.files["goals"] if row["owner_type"] != "employee"]
    sample.load(mapping.GOALS, officer, shared)
    launched = _launch(sample)
    sample.on("2024-07-02")
    _write_goals(sample, launched)
    sample.on("2024-07-04")
    _sign(sample, launched)
    sample.cycle.with_env(officer).action_execute()


def join_later(sample: Sample, day: str) -> None:
    """Launch for those who join on this day, and agree on their goals."""
    sample.on(day)
    launched = _launch(sample)
    _write_goals(sample, launched)
    _sign(sample, launched)


def _open_cycle(sample: Sample, officer) -> None:
    cycle = officer["hr.performance.cycle"].create(
        {
            "name": "2024年第三季度",
            "code": "2024Q3",
            "company_id": sample.company.id,
            "date_start": START,
            "date_end": END,
            "template_id": officer.ref("hr_performance.template_standard").id,
            "bonus_code": "QUARTER",
            "company_coefficient": 1,
            "payout_from": "2024-10-01",
            "payout_to": "2024-12-31",
        }
    )
    module, name = mapping.CYCLE.split(".")
    # An external ID is what an import would give the cycle; users have no right to add one.
    sample.env["ir.model.data"].sudo().create(
        {"module": module, "name": name, "model": cycle._name, "res_id": cycle.id}
    )
    sample.load(mapping.COEFFICIENTS, officer)


def _launch(sample: Sample) -> list[str]:
    """Launch for everybody in the preview without an obstacle; return their numbers."""
    before = sample.evaluations().keys()
    wizard = sample.as_hr()["hr.performance.launch.wizard"].create({"cycle_id": sample.cycle.id})
    wizard.action_preview()
    sample.run(wizard.action_apply())
    return sorted(sample.evaluations().keys() - before)


def _write_goals(sample: Sample, launched: list[str]) -> None:
    """Each owner enters the own goals; the manager, for somebody without a login.

    Goals whose owner is nobody go through the officer's import, which says what is wrong.
    """
    rows = [row for row in sample.files["goals"] if row["owner_type"] == "employee"]
    for number in launched:
        env = sample.as_person(number) or sample.as_person(sample.people[number]["manager_no"])
        sample.load(mapping.GOALS, env, [row for row in rows if row["owner_ref"] == number])
    if launched and not sample.cycle.state != "planning":
        unknown = [row for row in rows if row["owner_ref"] not in sample.people]
        sample.load(mapping.GOALS, sample.as_hr(), unknown)


def _sign(sample: Sample, launched: list[str]) -> None:
    """Submit and sign by both sides; who wrote no goals has nothing to sign."""
    evaluations = sample.evaluations()
    for number in launched:
        agreement = evaluations[number].agreement_id
        if not agreement.goal_ids:
            continue
        manager = sample.as_person(evaluations[number].manager_id.barcode)
        agreement.with_env(sample.as_person(number) or manager).action_submit()
        sign_as_employee(sample, agreement, number)
        sign(agreement.with_env(manager))


def sign(document, **answer) -> None:
    """Sign a document as the user of its environment, by typing the name."""
    wizard = document.env["hr.performance.sign.wizard"]
    wizard.create(
        {
            "res_model": document._name,
            "res_id": document.id,
            "digest": document.frozen_digest,
            "method": "typed",
            "typed_name": document.env.user.name,
            **answer,
        }
    ).action_apply()


def sign_as_employee(sample: Sample, document, number: str, **answer) -> None:
    """The employee signs, or HR enters the paper of somebody without a login."""
    env = sample.as_person(number)
    if env:
        sign(document.with_env(env), **answer)
        return
    paper = {
        "on_behalf": True,
        "proof": _paper(f"{number} {document._name} #{document.id}"),
        "proof_name": f"{number}.png",
        "proxy_reason": "没有系统账号，在纸上签字",
    }
    sign(document.with_env(sample.as_hr(number)), **paper, **answer)


def _paper(text: str) -> bytes:
    """A picture that stands for the scanned paper."""
    picture = Image.new("L", (420, 120), "white")
    ImageDraw.Draw(picture).text((20, 50), f"Signed on paper: {text}", fill="black")
    content = BytesIO()
    picture.save(content, "PNG")
    return b64encode(content.getvalue())
