import base64
import io

from PIL import Image

from odoo import models
from odoo.exceptions import UserError
from odoo.tools.image import image_process

from .acting import get_acting_link, get_acting_person

_DRAWN = "data:image/png;base64,"
_PNG = b"\x89PNG\r\n\x1a\n"
# A signature drawn on a phone has some ten thousand bytes.
_LARGEST = 500_000
# An empty picture of any size is a small file, and fills the memory when it is opened.
_MOST_PIXELS = 8_000_000


class SigningByHand(models.AbstractModel):
    """Whoever signs types the own name or draws it: a user, or somebody by personal link (G7)."""

    _inherit = "hr.performance.signoff.mixin"

    def _prepare_signer(self):
        """Return who signs: a user, or without one the person and the link that was used."""
        person = self.env["hr.employee"].browse(get_acting_person(self.env))
        if person:
            link = get_acting_link(self.env)
            return {"signer_id": False, "signer_name": person.sudo().name, "link_id": link}  # own
        return {"signer_id": self.env.uid, "signer_name": self.env.user.name, "link_id": False}

    def _prepare_handwriting(self, method, typed_name, image):
        """Return the values of a signature that is typed or drawn.

        :raises UserError: nothing drawn, or another name typed
        """
        name = self._prepare_signer()["signer_name"]
        if method == "drawn" and not image:
            raise UserError(self.env._("Please draw your signature."))
        if method == "typed" and (typed_name or "").strip() != name:
            raise UserError(self.env._("Please type your name as it is in the system: %s", name))
        return {"method": method, "image": image if method == "drawn" else False}

    def _sign_by_link(self, values):
        """Sign as the employee what a page has shown.

        :param values: as the page has sent them: digest, typed_name, drawn, decision, comment
        """
        drawn = values.get("drawn") or ""
        image = self._read_drawing(drawn) if drawn else None
        hand = self._prepare_handwriting(
            "drawn" if image else "typed", values.get("typed_name"), image
        )
        decision = "disagree" if values.get("decision") == "disagree" else "agree"
        vals = {**hand, "decision": decision, "comment": values.get("comment") or False}
        return self._sign("employee", values.get("digest"), vals)

    def _read_drawing(self, drawn):
        """Return the picture that a page has sent, checked and brought to a fair size."""
        try:
            if not drawn.startswith(_DRAWN) or len(drawn) > _LARGEST:
                raise ValueError
            raw = base64.b64decode(drawn[len(_DRAWN) :], validate=True)
            if not raw.startswith(_PNG) or self._count_pixels(raw) > _MOST_PIXELS:
                raise ValueError
            return base64.b64encode(image_process(raw, size=(1024, 512), output_format="PNG"))
        except (ValueError, OSError, Image.DecompressionBombError, UserError) as error:
            raise UserError(
                self.env._("The drawn signature cannot be read. Please draw it again.")
            ) from error

    def _count_pixels(self, raw):
        """As the head of the picture says, without opening the rest of it."""
        width, height = Image.open(io.BytesIO(raw), formats=["PNG"]).size
        return width * height
