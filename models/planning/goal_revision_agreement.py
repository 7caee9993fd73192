from odoo import fields, models
from odoo.exceptions import UserError


class AgreementRevision(models.Model):
    """A Goal Confirmation that comes from a revision: the next version, with the new values.

    Until both sides have signed it, ``evaluation.agreement_id`` is still the version in force; so
    the goals keep their values and count with them.
    """

    _inherit = "hr.performance.agreement"

    revision_ids = fields.One2many(
        "hr.performance.goal.revision", "agreement_id", string="Comes from", readonly=True
    )

    def _get_proposed(self):
        """Return the revisions whose values are not in the goals yet."""
        return self.revision_ids.filtered(lambda one: one.state == "approved")

    def _check_submit(self):
        with self._get_proposed()._rehearsed():
            return super()._check_submit()

    def _get_asked_goals(self):
        """Of a revision, the goals that it changes or adds; the others were signed before."""
        proposed = self._get_proposed()
        return proposed.line_ids.goal_id if proposed else super()._get_asked_goals()

    def _get_blocking(self, record):
        """What both sides signed in spite of a finding may stay; a revision adds none."""
        if not self._get_proposed():
            return super()._get_blocking(record)
        return self.evaluation_id.agreement_id._get_new_findings(record)

    def _get_new_findings(self, record):
        """Return the rows of the record that were not found when this version was put up."""
        self.ensure_one()
        known = set()
        for row in self.smart_record or []:
            target = row["figures"].get("target")
            known |= {(goal, row["code"], target) for goal in (row["goal_id"], row["goal"])}
        return [
            row
            for row in record
            if not known
            & {
                (goal, row["code"], row["figures"].get("target"))
                for goal in (row["goal_id"], row["goal"])
            }
        ]

    def _prepare_signing_content(self):
        with self._get_proposed()._rehearsed():
            return super()._prepare_signing_content()

    def _prepare_goal_content(self, goal):
        content = super()._prepare_goal_content(goal)
        added = self._get_proposed().line_ids.filtered(
            lambda line: line.kind == "add" and line.goal_id == goal
        )
        # A new goal exists only when it is signed; until then its line stands for it.
        return {**content, "id": None, "line": added.id} if added else content

    def _check_complete(self):
        for agreement in self.filtered("revision_ids"):
            if refusal := agreement.evaluation_id._get_revision_refusal():
                raise UserError(refusal)

    def _after_signature(self, signature):
        result = super()._after_signature(signature)
        self._get_proposed()._update_todos()
        return result

    def _after_complete(self, reason=None):
        result = super()._after_complete(reason=reason)
        revised = self.filtered("revision_ids")
        for agreement in revised:
            agreement.evaluation_id.agreement_id = agreement
        revised.revision_ids._transit_by_system("apply")
        return result

    def _after_send_back(self, reason=None):
        """A version that was sent back ends here and stays readable; no goal has changed."""
        revised = self.filtered("revision_ids")
        result = super(AgreementRevision, self - revised)._after_send_back(reason=reason)
        revised._transit_by_system("discard")
        revised.revision_ids._transit_by_system("send_back", reason=reason, closing_reason=reason)
        return result
