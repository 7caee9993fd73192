"""Attacks on what is withheld in evaluations: every model, role and channel."""

import re
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .attack_common import CARRIERS, OURS, AttackWorld, mark
from .attack_matrix import FIGURES, READERS, ROLES

QUIET = ("odoo.models", "odoo.addons.base.models.ir_rule", "odoo.sql_db", "odoo.addons.base")


@tagged("post_install", "-at_install")
class TestAttacksEvaluation(AttackWorld):
    """E3, E7, E8, A2, F1, R5, G1: one world full of marked secrets, crawled by every role."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        logs = mute_logger(*QUIET)
        logs.__enter__()  # pylint: disable=unnecessary-dunder-call
        cls.addClassCleanup(logs.__exit__, None, None, None)

    def hidden(self, role, model, limit=3):
        """Some rows of a model that this role cannot read, as that role would name them."""
        every = self.env[model._name].sudo().with_context(active_test=False).search([])
        found = model.browse(every.ids).exists()
        return found.filtered(lambda one: not one.has_access("read"))[:limit]

    def strangers_to(self, role):
        return [mark(name) for name, readers in READERS.items() if role not in readers]

    def test_words_reach_their_readers_alone(self):
        """E3, E7, E8, A2, F1, R5: all fields of all rows of all models, as each role reads them,
        messages, to-dos, meetings and files included."""
        found = {name: set() for name in (*READERS, *FIGURES)}
        for role in ROLES:
            env = self.env_of(getattr(self, role))
            for model in (*self.our_models(env), *(env[name] for name in CARRIERS)):
                text = self.read_all(env, model)
                for word in set(re.findall(r"sesame-(\w+)", text)):
                    found[word].add(role)
                # Figures of other models may be equal by chance.
                for figure in FIGURES if "review" in model._name or "rating" in model._name else ():
                    if figure in text:
                        found[figure].add(role)
        for name, readers in {**READERS, **FIGURES}.items():
            self.assertEqual(found[name], set(readers), name)

    def test_no_search_leads_around(self):
        """E7, G1: no condition over links tells anything of a row that cannot be read."""
        for role in ("colleague", "stranger", "lead"):
            env = self.env_of(getattr(self, role))
            for model in (*self.our_models(env, transient=False), env["mail.message"]):
                if model.has_access("read"):
                    self.assertFalse(self.search_paths(model, self.strangers_to(role)), role)

    def test_forms_are_not_asked_about_others(self):
        """E7, A2, G1: no unsaved form shows what lies behind a forged link or default."""
        for role in ("employee", "stranger", "manager"):
            env = self.env_of(getattr(self, role))
            secrets = self.strangers_to(role)
            for model in self.our_models(env):
                for name, field in model._fields.items():
                    if field.type == "many2one" and field.comodel_name.startswith(OURS):
                        told = self.ask_form(
                            model, name, self.hidden(role, env[field.comodel_name])
                        )
                        self.assertFalse(
                            [one for one in secrets if one in told], (role, model._name, name)
                        )

    def ask_form(self, model, name, targets):
        """What forms of a model, new and own, say about records to which a link is forged."""
        spec = {
            key: {"fields": {"display_name": {}}} if field.relational else {}
            for key, field in model._fields.items()
            if model._has_field_access(field, "read")
        }
        forms = model if model.has_access("create") else None
        answers = []
        for target in targets:
            if forms is not None:
                default = forms.with_context(**{f"default_{name}": target.id})
                answers.append(self.attempt(lambda d=default: d.onchange({}, [], dict(spec))))
            own = model.search([], limit=5) if model.has_access("write") else model
            for form in (forms, own.filtered(lambda one: one.has_access("write"))[:1]):
                if form is not None:
                    answers.append(
                        self.attempt(
                            lambda f=form, t=target: f.onchange({name: t.id}, [name], dict(spec))
                        )
                    )
        return str(answers)

    def test_the_reviewer_of_one_appeal_asks_about_another(self):
        """A2: neither the form of the own file nor that of the own statement shows another."""
        second = self.second_appeal()
        spec = {name: {} for name in ("explanation", "content_html", "appealed_grade")}
        file = self.env_of(self.stranger)["hr.performance.appeal.file"].search([])
        self.assertEqual(len(file), 1)
        with self.assertRaises(AccessError):
            file.onchange({"appeal_id": second.id}, ["appeal_id"], spec)
        with self.assertRaises(AccessError):
            file.onchange({"appeal_id": second.id}, [], spec)
        statements = self.env_of(self.manager)["hr.performance.appeal.statement"]
        own = statements.search([("employee_id", "=", self.employee.id)])
        spec = {name: {} for name in ("answer", "appealed_grade", "new_grade")}
        with self.assertRaises(AccessError):
            own.onchange({"appeal_id": second.id}, ["appeal_id"], spec)
        self.assertTrue(own.onchange({"text": "x"}, ["text"], {"can_write": {}}) is not None)

    def second_appeal(self):
        appeals = self.as_user(self.env["hr.performance.appeal"], self.colleague)
        with self.at("2024-10-09"):
            second = appeals._file(
                self.as_user(self.peer_file, self.colleague),
                {"grounds": "data", "explanation": mark("second")},
                self.env["ir.attachment"],
            ).with_env(self.env)
            self.as_user(second, self.officer)._assign(self.lead, None)
        return second

    def test_refusals_name_nobody(self):
        """E3, E7, G1: developer mode, which everybody can switch on, names no refused record:
        a name can be a grade, a session, or who reviews whom."""
        has_group = type(self.env.user).has_group

        def debugging(user, group):
            return group == "base.group_no_one" or has_group(user, group)

        for role in ("employee", "foreign"):
            env = self.env_of(getattr(self, role))
            for model in self.our_models(env, transient=False):
                for one in self.hidden(role, model, 2):
                    name = one.sudo().display_name
                    with patch.object(type(env.user), "has_group", debugging):
                        for call in (lambda r=one: r.read(["id"]), lambda r=one: r.write({})):
                            told = str(self.attempt(call))
                            self.assertNotIn(f", {name} (", told, model._name)
                            self.assertNotIn("sesame", told)

    def test_no_step_on_what_cannot_be_read(self):
        """G1: no public method does or tells anything on a record that its caller cannot read."""
        for role in ("employee", "foreign"):
            env = self.env_of(getattr(self, role))
            for model in self.our_models(env, transient=False):
                target = self.hidden(role, model, 1)
                for name in self.public_methods(model) if target else ():
                    call = getattr(target, name)
                    told = self.attempt(lambda c=call: c())
                    if "required positional argument" in str(told):
                        told = self.attempt(lambda c=call: c("because"))
                    self.assertTrue(
                        isinstance(told, str) or self.says_nothing(told, target),
                        f"{role}: {model._name}.{name} gave {told}",
                    )
                    self.assertNotIn("sesame", str(told))

    def public_methods(self, model):
        """Names of the methods of ours that anybody can call by RPC."""
        names = set()
        for parent in type(model).mro():
            if "hr_performance" in getattr(parent, "__module__", ""):
                names |= {
                    name
                    for name, one in vars(parent).items()
                    if callable(one) and name.startswith(("action_", "get_", "give_", "move"))
                    and not getattr(one, "_api_private", False)
                    and not getattr(one, "_api_model", False)
                }  # fmt: skip
        return sorted(names)

    def says_nothing(self, told, target):
        """Whether an answer is only the way to a page, which has its own rules."""
        if not isinstance(told, dict) or not str(told.get("type", "")).startswith("ir.actions"):
            return False
        return target.sudo().display_name not in str(told)

    def test_no_form_prints_what_cannot_be_read(self):
        """E7, A2, F1, R5: a report asked for by address prints only what its user reads."""
        reports = self.env["ir.actions.report"].search([("model", "=like", f"{OURS}%")])
        self.assertGreaterEqual(len(reports), 10)
        for role in ("employee", "stranger", "payroll", "foreign"):
            env = self.env_of(getattr(self, role))
            secrets = self.strangers_to(role)
            for report in reports:
                for one in self.hidden(role, env[report.model], 2):
                    for data in (None, {"context": {"uid": 1}, "doc_ids": one.ids}):
                        asked = env["ir.actions.report"]
                        with self.assertRaises(AccessError):
                            asked._render_qweb_html(report.report_name, one.ids, data=data)
                for one in env[report.model].search([]):
                    page = self.attempt(
                        lambda r=report, o=one, e=env: e["ir.actions.report"]._render_qweb_html(
                            r.report_name, o.ids
                        )
                    )
                    self.assertFalse([word for word in secrets if word in str(page)], report.name)

    def test_links_to_files_of_others(self):
        """E1, A1, A2, G1: nobody makes a foreign file readable by linking it to an own record."""
        secret = self.env["ir.attachment"].create(
            {"name": "grades.txt", "res_model": "hr.performance.rating", "res_id": self.rating.id}
        )
        figure = {"goal_id": self.evaluation.goal_ids.id, "date": "2024-10-20", "value": 1}
        appeal = {"evaluation_id": self.file.id, "grounds": "data", "explanation": "x"}
        for command in ((4, secret.id), (6, 0, secret.ids)):
            for model, vals in (
                ("hr.performance.measurement", {**figure, "source": "x"}),
                ("hr.performance.file.appeal.wizard", appeal),
            ):
                mine = self.as_user(self.env[model], self.employee)
                with self.assertRaises(AccessError):
                    mine.create({**vals, "evidence_ids": [command]})
        with self.assertRaises(AccessError):
            self.as_user(secret, self.employee).read(["name"])
