"""The laws of the house over the registry: access, rules, flows, fields."""

import inspect

from odoo.tests import TransactionCase, tagged

from ..models.core.workflow_labels import ROLES, STEPS
from ..rules.flows import FLOWS

PREFIX = "hr.performance."
# Related fields of dialogs that every user may read of any record: the set-up.
OPEN_RELATED = {("hr.performance.decide.wizard", "scale_id")}


@tagged("post_install", "-at_install")
class TestArchitectureRegistry(TransactionCase):
    def models(self, transient=False):
        """Our models that have rows of their own."""
        return [
            model
            for name, model in self.env.items()
            if name.startswith(PREFIX)
            and not model._abstract
            and model._transient == transient
            and model._auto
        ]

    def rules(self, model):
        return self.env["ir.rule"].search([("model_id.model", "=", model._name)])

    def test_every_access_line_has_a_group(self):
        """No line of access rights is open to everybody, portal and public users included."""
        lines = self.env["ir.model.access"].search([("model_id.model", "=like", PREFIX + "%")])
        self.assertGreater(len(lines), 40)
        self.assertFalse(lines.filtered(lambda line: not line.group_id).mapped("name"))
        outside = self.env.ref("base.group_portal") + self.env.ref("base.group_public")
        self.assertFalse(lines.filtered(lambda line: line.group_id in outside).mapped("name"))

    def test_every_model_has_a_rule(self):
        """Access rights alone open all rows, so every stored model has record rules."""
        self.assertFalse([model._name for model in self.models() if not self.rules(model)])

    def test_every_company_is_kept_apart(self):
        """A model that has a company has the company rule, for every group."""
        for model in self.models():
            with self.subTest(model=model._name):
                self.assertIn("company_id", model._fields, "which company may read it?")
                everybody = self.rules(model).filtered(lambda rule: not rule.groups)
                domains = everybody.mapped("domain_force")
                self.assertTrue([text for text in domains if "company_ids" in text])

    def test_dialogs_belong_to_their_user(self):
        """Odoo lets everybody read the rows of a dialog, so a rule keeps them to their user."""
        for model in self.models(transient=True):
            everybody = self.rules(model).filtered(lambda rule: not rule.groups)
            self.assertTrue(
                [text for text in everybody.mapped("domain_force") if "create_uid" in text],
                model._name,
            )

    def test_dialogs_show_nothing_by_sudo(self):
        """A related field reads as superuser: a dialog about any record would show that record."""
        sudo = {
            (model._name, name)
            for model in self.models(transient=True)
            for name, field in model._fields.items()
            if field.related and field.compute_sudo and self.open_to_all(model)
        }
        self.assertLessEqual(sudo, OPEN_RELATED)

    def open_to_all(self, model, *rights):
        """Whether plain users have one of these rights (or any) on the model."""
        lines = self.env["ir.model.access"].search(
            [
                ("model_id", "=", self.env["ir.model"]._get_id(model._name)),
                ("group_id", "=", self.env.ref("base.group_user").id),
            ]
        )
        rights = rights or ("perm_read",)
        return any(line[right] for line in lines for right in rights)

    def test_computed_figures_are_guarded(self):
        """Odoo lets a writer overwrite what is computed, so the model refuses it."""
        bare = []
        for model in self.models():
            computed = [
                name
                for name, field in model._fields.items()
                if field.store and field.compute and field.readonly
            ]
            guarded = hasattr(model, "_get_computed_names")
            if computed and not guarded and self.open_to_all(model, "perm_write", "perm_create"):
                bare.append((model._name, computed))
        self.assertFalse(bare)

    def test_flows_and_models_agree(self):
        """Each flow has its model, each model with a flow stands in FLOWS, with the same states."""
        found = {}
        for name, model in self.env.items():
            if name.startswith(PREFIX) and getattr(model, "_workflow", None):
                found[name] = model
                states = [value for value, _label in model._fields["state"].selection]
                self.assertEqual(set(model._workflow.states), set(states), name)
                self.assertIn("state", model._protected_fields, name)
                self.assertTrue(model._fields["state"].readonly, name)
        flows = [model._workflow for model in found.values()]
        self.assertCountEqual(map(id, flows), map(id, FLOWS.values()))

    def test_flows_can_be_said(self):
        """Each step and each role has a word, so that every refusal is a sentence."""
        for key, flow in FLOWS.items():
            for step in flow.transitions.values():
                self.assertIn(step.name, STEPS, key)
                self.assertLessEqual(set(step.roles), ROLES.keys(), key)

    def test_buttons_take_declared_steps(self):
        """A public action named after a step of the flow takes exactly that step."""
        for name, model in self.env.items():
            if not (name.startswith(PREFIX) and getattr(model, "_workflow", None)):
                continue
            for step in model._workflow.transitions:
                method = getattr(type(model), f"action_{step}", None)
                if method:
                    source = inspect.getsource(method)
                    step_taken = rf'_(transit|run_step)\(\s*"{step}"'
                    self.assertRegex(source, step_taken, f"{name}.action_{step}")

    def test_steps_with_a_reason_have_an_action(self):
        """The dialog for reasons calls action_<step>(reason) of the models that it offers."""
        dialog = self.env["hr.performance.reason.wizard"]
        for name, _label in dialog._fields["res_model"].selection:
            for step in self.env[name]._workflow.transitions.values():
                if step.needs_reason and step.roles != {"system"}:
                    method = getattr(self.env[name], f"action_{step.name}", None)
                    self.assertTrue(method, f"{name}: {step.name}")
                    self.assertIn("reason", inspect.signature(method).parameters, name)

    def test_append_only_models_have_their_triggers(self):
        """The database refuses what the ORM refuses."""
        keepers = [model for model in self.models() if hasattr(model, "_refuse_change")]
        self.assertGreaterEqual(len(keepers), 3)
        for model in keepers:
            self.cr.execute(
                "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled = 'O'"
                " AND NOT tgisinternal",
                [model._table],
            )
            names = {name for (name,) in self.cr.fetchall()}
            self.assertLessEqual(
                {f"{model._table}_keep_row", f"{model._table}_keep_all"}, names, model._name
            )
            late = [
                field.name
                for field in model._fields.values()
                if field.store and field.compute and not field.precompute
            ]
            self.assertFalse(late, "a stored field that is filled after the INSERT")
