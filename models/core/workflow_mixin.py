from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...rules.workflow import SYSTEM, Refusal

# Lets _transit() write the protected fields. It is compared by identity: an object cannot come
# from an RPC context, which only carries JSON.
_IN_TRANSITION = object()
_PASS = "hr_performance_in_transition"


class WorkflowMixin(models.AbstractModel):
    """A state that changes only through the transitions declared in ``rules/flows.py``.

    An heir sets ``_workflow`` and declares the Selection ``state``; it lists in
    ``_protected_fields`` what else only a transition may write, and tells in ``_get_roles`` who
    the current user is for each record. What must hold before a transition goes into
    ``_check_<transition>`` (raises UserError); what follows from it into ``_after_<transition>``.

    A transition writes with elevated rights: the role in ``flows.py`` is the decision, so that
    nobody needs write access to a record merely to take a step on it.
    """

    _name = "hr.performance.workflow.mixin"
    _description = "State that changes only through declared transitions"

    _workflow = None
    _protected_fields = ("state",)

    allowed_transitions = fields.Json(compute="_compute_allowed_transitions")

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_allowed_transitions(self):
        roles = self._get_all_roles()
        for record in self:
            record.allowed_transitions = self._workflow.allowed(record.state, roles[record.id])

    # ORM overrides

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_protected(vals)
        return super(WorkflowMixin, self._without_protected_defaults()).create(vals_list)

    def write(self, vals):
        self._check_protected(vals)
        return super().write(vals)

    def _without_protected_defaults(self):
        """A caller may also set a field by its default: ``default_state`` in the context."""
        forbidden = {f"default_{name}" for name in self._protected_fields}
        if self._has_pass() or not forbidden & set(self.env.context):
            return self
        context = {key: value for key, value in self.env.context.items() if key not in forbidden}
        return self.with_context(context)  # pylint: disable=context-overridden

    def _check_protected(self, vals):
        if self._has_pass():
            return
        if protected := sorted(vals.keys() & set(self._protected_fields)):
            labels = [self._fields[name]._description_string(self.env) for name in protected]
            raise AccessError(
                self.env._(
                    "“%(fields)s” of %(model)s cannot be written directly: it only changes with a"
                    " step of the process. Please use the buttons of the form.",
                    fields=", ".join(labels),
                    model=self._description_label(),
                )
            )

    def _has_pass(self):
        return self.env.context.get(_PASS) is _IN_TRANSITION

    def _with_pass(self):
        """Records on which the process itself may write protected fields. Never public.

        Always after ``sudo()``, which also drops the ``default_*`` of whoever called.
        """
        return self.with_context(**{_PASS: _IN_TRANSITION})

    def _without_pass(self):
        """Records on which work goes on as if nothing protected were being written."""
        return self.with_context(**{_PASS: None})

    # Who may do what

    def _get_roles(self):
        """Return {id: set of roles} that the current user plays on each record."""
        raise NotImplementedError

    def _get_all_roles(self):
        """Roles of the current user, and of the process itself while it works."""
        system = {SYSTEM} if self._has_pass() else set()
        return {record_id: roles | system for record_id, roles in self._get_roles().items()}

    def _get_refusals(self, name):
        """Return {id: sentence} for the records on which this transition is not possible now."""
        roles = self._get_all_roles()
        refusals = {}
        for record in self:
            refusal = self._workflow.refusal(name, record.state, roles[record.id])
            if refusal:
                refusals[record.id] = record._describe_refusal(name, refusal)
        return refusals

    def _describe_refusal(self, name, refusal):
        labels = self.env["hr.performance.workflow.labels"]
        transition = self._workflow.transitions[name]
        states = dict(self._fields["state"]._description_selection(self.env))
        values = {
            "record": self.sudo().display_name,  # _transit checked that the user reads it
            "step": labels._get_step(name),
            "state": states[self.state],
        }
        if refusal is Refusal.STATE:
            sources = [label for value, label in states.items() if value in transition.sources]
            return self.env._(
                "%(record)s: “%(step)s” is not possible in the state “%(state)s”, only in: "
                "%(sources)s.",
                sources=", ".join(sources),
                **values,
            )
        return self.env._(
            "%(record)s: “%(step)s” is up to: %(roles)s.",
            roles=", ".join(labels._get_role(role) for role in sorted(transition.roles)),
            **values,
        )

    # Transitions

    def _transit(self, name, reason=None, **vals):
        """Take one step on all records, or on none.

        :param name: name of a transition of this model's flow
        :param reason: required where the flow says so
        :param vals: protected fields that change together with the state
        :raises UserError: why a record cannot take the step
        """
        transition = self._workflow.transitions[name]
        self.check_access("read")
        if refusals := self._get_refusals(name):
            raise UserError("\n".join(refusals.values()))
        if transition.needs_reason and not (reason or "").strip():
            raise UserError(
                self.env._(
                    "Please give a reason for “%(step)s”.",
                    step=self.env["hr.performance.workflow.labels"]._get_step(name),
                )
            )
        # The role was checked above: from here on the process itself writes.
        process_sudo = self.sudo()._with_pass()
        process_sudo._call_hook(f"_check_{name}")
        process_sudo._write_step({"state": transition.target, **vals})
        process_sudo._call_hook(f"_after_{name}", reason=reason)

    def _write_step(self, vals):
        """Write what a step changes. Of many records the trail is one batch of notes: tracking
        them one by one costs two queries each."""
        if len(self) < 2 or "message_ids" not in self._fields:
            # Whatever context the caller sent, a step leaves its trail (requirement G4).
            self.with_context(tracking_disable=False, mail_notrack=False).write(vals)
            return
        states = dict(self._fields["state"]._description_selection(self.env))
        bodies = {record.id: f"{states[record.state]} → {states[vals['state']]}" for record in self}
        self.with_context(tracking_disable=True).write(vals)
        self._message_log_batch(bodies=bodies)

    def _call_hook(self, hook, **values):
        if method := getattr(self, hook, None):
            method(**values)

    def _transit_by_system(self, name, **values):
        """A step that follows from what somebody did elsewhere (role ``system``)."""
        self.sudo()._with_pass()._transit(name, **values)  # the caller decided, see its comment

    @api.model
    def _description_label(self):
        return self.env["ir.model"]._get(self._name).name or self._description
