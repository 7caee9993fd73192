"""Signatures by the dialog of the web client, typed or entered from paper."""

from base64 import b64encode
from io import BytesIO

from PIL import Image, ImageDraw

from .sample import Sample


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
        "proof": _paper(f"{number} {document._name} {document.id}"),
        "proof_name": f"{number}.png",
        "proxy_reason": "没有系统账号，在纸上签字",
    }
    sign(document.with_env(sample.as_hr(number)), **paper, **answer)


def _paper(text: str) -> bytes:
    """A picture that stands for the scanned paper."""
    picture = Image.new("L", (480, 120), "white")
    ImageDraw.Draw(picture).text((20, 50), f"Signed on paper: {text}", fill="black")
    content = BytesIO()
    picture.save(content, "PNG")
    return b64encode(content.getvalue())
