from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from ...rules.cadence import Status, share_on_time
from ...rules.calibration import UNFINISHED
from .appeal import OPEN

_lt = LazyTranslate(__name__)

_FILE, _OWED = "hr.performance.evaluation", "hr.performance.review.owed"
_SLOT, _TALK = "hr.performance.coaching.slot", "hr.performance.talk"
_APPEAL, _SESSION = "hr.performance.appeal", "hr.performance.calibration"

# What can be late, in the order of the phases: key, the phase in which it is due, name, model.
LATE = (
    ("goals", "planning", _lt("Goals not signed"), _FILE),
    ("talks", "executing", _lt("Coaching talks missing"), _SLOT),
    ("start", "executing", _lt("Period over, evaluation not started"), _FILE),
    ("self", "evaluating", _lt("Self-evaluations missing"), _OWED),
    ("manager", "evaluating", _lt("Managers' reviews missing"), _OWED),
    ("others", "evaluating", _lt("Reviews of others missing"), _OWED),
    ("sessions", "calibrating", _lt("Calibration sessions not approved"), _SESSION),
    ("answers", "communicating", _lt("No answer of the employee"), _FILE),
    ("feedback", "communicating", _lt("Feedback talks missing"), _TALK),
    ("appeals", "communicating", _lt("Appeals not decided"), _APPEAL),
)
_MANAGERS = ("manager", "second")


class CockpitOverdue(models.AbstractModel):
    """What is late in a cycle, phase by phase, and how far talks are held on time (G3, G5)."""

    _inherit = "hr.performance.cockpit"

    @api.model
    def _prepare_coverage(self, cycle, chosen):
        scope = self._get_scope_about(cycle, chosen)
        labels = dict(self.env[_SLOT]._fields["status"]._description_selection(self.env))
        groups = self.env[_SLOT]._read_group(scope, ["status"], ["__count"])
        counts = dict(groups)
        statuses = [Status(one) for one, count in groups for _each in range(count)]
        return {
            "share": share_on_time(statuses),
            "expected": len(statuses),
            "rows": [
                {
                    "key": status,
                    "label": label,
                    **self._as_figure(
                        _SLOT, scope & Domain("status", "=", status), counts.get(status, 0)
                    ),
                }
                for status, label in labels.items()
            ],
        }

    @api.model
    def _prepare_overdue(self, cycle, chosen):
        """Everything of which at least one is late, with the number."""
        late = self._get_late(cycle)
        scopes = self._get_scopes(cycle, chosen)
        counts = {}
        for model, scope in scopes.items():
            parts = {key: late[key] for key, _phase, _label, one in LATE if one == model}
            counts |= self._count(model, scope, parts)
        phases = dict(cycle._fields["state"]._description_selection(self.env))
        return [
            {
                "key": key,
                "phase": phases[phase],
                "label": self.env._(label),  # pylint: disable=translation-not-lazy
                **self._as_figure(model, scopes[model] & late[key], counts[key]),
            }
            for key, phase, label, model in LATE
            if counts.get(key)
        ]

    @api.model
    def _get_scopes(self, cycle, chosen):
        about = self._get_scope_about(cycle, chosen)
        scopes = {
            _FILE: self._get_scope(cycle, chosen),
            _SLOT: about,
            _OWED: about,
            _TALK: about,
            _APPEAL: about,
        }
        if chosen.is_true():  # a session is about people of many departments and lines
            scopes[_SESSION] = Domain("cycle_id", "=", cycle.id)
        return scopes

    @api.model
    def _get_late(self, cycle):
        """Return {key: domain of what is late today}."""
        today = cycle.company_id._get_performance_today()
        owed = Domain("date_due", "<", today)
        return {
            "goals": self._if_over(cycle.planning_due, today, Domain("state", "=", "planning")),
            "talks": Domain("status", "=", Status.MISSING.value),
            "start": self._if_over(cycle.date_end, today, Domain("state", "=", "executing")),
            "self": owed & Domain("role", "=", "self"),
            "manager": owed & Domain("role", "in", _MANAGERS),
            "others": owed & Domain("role", "not in", ("self", *_MANAGERS)),
            "sessions": Domain("state", "in", UNFINISHED)
            & Domain("start", "<", fields.Datetime.now()),
            "answers": Domain("state", "=", "lapsed")
            | (Domain("state", "=", "communicating") & Domain("confirm_until", "<", today)),
            "feedback": Domain("state", "=", "planned") & Domain("due", "<", today),
            "appeals": Domain("state", "in", OPEN) & Domain("due", "<", today),
        }

    @api.model
    def _if_over(self, day, today, domain):
        return domain if day and day < today else Domain.FALSE
