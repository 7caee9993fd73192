from itertools import accumulate

from odoo import api, models
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

_DRAFT = [("state", "=", "planning"), ("agreement_id.state", "!=", "submitted")]
_GOALS = [("cancelled", "=", False)]
_APPROVED = [("state", "=", "approved")]
_OPEN = [("state", "=", "evaluating"), ("manager_submitted", "=", False)]
_JUDGED = [
    "|",
    ("state", "=", "calibrating"),
    "&",
    ("state", "=", "evaluating"),
    ("manager_submitted", "=", True),
]

# Where a person stands, from the first step to the last; each stands at exactly one.
STAGES = {
    "missing": [*_DRAFT, ("goal_ids", "not any", _GOALS)],
    "drafted": [*_DRAFT, ("goal_ids", "any", _GOALS)],
    "submitted": [("state", "=", "planning"), ("agreement_id.state", "=", "submitted")],
    "signed": [("state", "=", "executing")],
    "started": [*_OPEN, ("self_submitted", "=", False)],
    "self": [*_OPEN, ("self_submitted", "=", True)],
    "manager": [*_JUDGED, ("calibration_member_ids", "not any", _APPROVED)],
    "calibrated": [*_JUDGED, ("calibration_member_ids", "any", _APPROVED)],
    "released": [("state", "=", "communicating")],
    "answered": [("state", "in", ("confirmed", "disagreed", "lapsed"))],
    "closed": [("state", "=", "closed")],
}
LABELS = {
    "missing": _lt("No goals yet"),
    "drafted": _lt("Goals being written"),
    "submitted": _lt("Goals to sign"),
    "signed": _lt("Goals signed"),
    "started": _lt("Evaluation started"),
    "self": _lt("Self-evaluation given"),
    "manager": _lt("Manager's review given"),
    "calibrated": _lt("Calibrated"),
    "released": _lt("Released, to confirm"),
    "answered": _lt("Answered"),
    "closed": _lt("Closed"),
}
# What the answers were.
ANSWERS = ("confirmed", "disagreed", "lapsed")


class CockpitStages(models.AbstractModel):
    """The funnel: how many people stand where, and how many came so far or further (G5)."""

    _inherit = "hr.performance.cockpit"

    @api.model
    def _prepare_stages(self, cycle, chosen):
        model, scope = "hr.performance.evaluation", self._get_scope(cycle, chosen)
        domains = {key: Domain(domain) for key, domain in STAGES.items()}
        answers = {state: Domain("state", "=", state) for state in ANSWERS}
        counts = self._count(model, scope, domains | answers)
        backwards = list(domains)[::-1]
        reached = dict(zip(backwards, accumulate(counts[key] for key in backwards), strict=True))
        further = dict(
            zip(
                backwards,
                accumulate((domains[key] for key in backwards), Domain.__or__),
                strict=True,
            )
        )
        people = reached["missing"]
        return [
            {
                "key": key,
                "label": self.env._(label),  # pylint: disable=translation-not-lazy
                "share": 100 * reached[key] / people if people else 0,
                "reached": reached[key],
                "further": self._as_figure(model, scope & further[key], reached[key]),
                "here": self._as_figure(model, scope & domains[key], counts[key]),
                "parts": self._prepare_answers(scope, counts) if key == "answered" else [],
            }
            for key, label in LABELS.items()
        ]

    @api.model
    def _prepare_answers(self, scope, counts):
        model = "hr.performance.evaluation"
        states = dict(self.env[model]._fields["state"]._description_selection(self.env))
        return [
            {
                "label": states[state],
                **self._as_figure(model, scope & Domain("state", "=", state), counts[state]),
            }
            for state in ANSWERS
            if counts[state]
        ]
