from odoo.tests import TransactionCase, tagged

CHINESE, WORDS = "zh_CN", "译文"
# (field, where it borrows its values from)
BORROWED = (
    ("decide.appeal.wizard", "outcome", "appeal", "state", "upheld"),
    ("goal.template", "method", "goal", "method", "range"),
    ("goal.revision.line", "method", "goal", "method", "range"),
    ("request.revision.wizard", "reason_kind", "goal.revision", "reason_kind", "market"),
)


@tagged("post_install", "-at_install")
class TestBorrowedLabels(TransactionCase):
    """G6: choices that a field borrows from another one are in the language of the user too."""

    def test_in_the_language_of_the_user(self):
        """G6: appeals are decided, and goals made from templates, in Chinese words."""
        self.env["res.lang"]._activate_lang(CHINESE)
        for model, field, source, source_field, value in BORROWED:
            with self.subTest(model=model):
                choice = self.env["ir.model.fields.selection"].search(
                    [
                        ("field_id.model", "=", f"hr.performance.{source}"),
                        ("field_id.name", "=", source_field),
                        ("value", "=", value),
                    ]
                )
                choice.with_context(lang=CHINESE).name = WORDS
                borrower = self.env[f"hr.performance.{model}"].with_context(lang=CHINESE)
                found = dict(borrower.fields_get([field])[field]["selection"])
                self.assertEqual(found[value], WORDS)

    def test_reviewers_of_a_template(self):
        """E3, G6: the list of templates names the roles of reviewers, not their codes."""
        self.env["res.lang"]._activate_lang(CHINESE)
        template = self.env.ref("hr_performance.template_standard")
        english = template.role_ids.mapped("display_name")
        self.assertLessEqual({"Self", "Manager"}, set(english))
        chinese = template.with_context(lang=CHINESE).role_ids.mapped("display_name")
        self.assertFalse(set(chinese) & set(english))
