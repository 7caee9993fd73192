from odoo import models
from odoo.exceptions import UserError

from ..core.publishing_terms import PublishingTerms, terms_of, with_terms


class EvaluationPublishing(models.Model):
    """Closing evaluations, which publishes their results; and what stands against it (R1)."""

    _inherit = "hr.performance.evaluation"

    def _batch_publish(self, batch):
        """Publish the coefficient of everyone who answered, or whose time to answer is over."""
        terms = PublishingTerms(**(batch.payload or {}))
        todo = self.filtered(lambda one: one.state not in ("closed", "cancelled"))
        if obstacles := todo._get_publish_obstacles(terms.note):
            raise UserError("\n".join(obstacles.values()))
        with_terms(todo, terms)._transit("close")

    def _get_publish_obstacles(self, note=""):
        """Return {id: why the current user cannot publish the result of this person now}.

        :param note: why HR publishes in spite of open appeals
        """
        obstacles = {
            one.id: self.env._(
                "%(names)s: there is still time to answer, until %(until)s.",
                names=one.employee_id.name,
                until=one.confirm_until,
            )
            for one in self
            if one.state == "communicating"
        }
        appeals = {} if note else self._get_appeal_obstacles()
        return {**appeals, **self._get_refusals("close"), **obstacles}

    def _get_appeal_obstacles(self):
        """Return {id: that an appeal is open}: publishing waits for it, or needs a note."""
        return {
            one.id: self.env._(
                "%s: an appeal is open. Wait for its decision, or publish with a note; the result"
                " is provisional then.",
                one.employee_id.name,
            )
            for one in self._get_open_appeals().evaluation_id
        }

    def _check_close(self):
        if not terms_of(self).note and (obstacles := self._get_appeal_obstacles()):
            raise UserError("\n".join(obstacles.values()))

    def _after_close(self, reason=None):
        self.env["hr.performance.result"]._publish(self)
