from odoo import models
from odoo.exceptions import UserError

LONGEST = 10000


class GoalOwnWords(models.Model):
    """The own words of somebody who has no form of the client before them (P6, G7)."""

    _inherit = "hr.performance.goal"

    def _say_own_words(self, texts):
        """Write what was entered on a page, where it differs; the usual checks hold.

        :param texts: why, confidence and confidence_note as they were sent, each may be missing
        :raises UserError: too long, or no confidence from 1 to 10
        """
        self.ensure_one()
        vals = dict(texts)
        if any(len(text) > LONGEST for text in vals.values()):
            raise UserError(
                self.env._("A text is longer than %s letters. Please shorten it.", LONGEST)
            )
        if "confidence" in vals:
            vals["confidence"] = self._read_confidence(vals["confidence"])
        changed = {
            name: value for name, value in vals.items() if (value or False) != (self[name] or False)
        }
        if changed:
            self.write(changed)

    def _read_confidence(self, text):
        if not text.strip():
            return 0
        if not text.strip().isdecimal() or not 1 <= int(text) <= 10:
            raise UserError(self.env._("Confidence is a number from 1 to 10."))
        return int(text)
