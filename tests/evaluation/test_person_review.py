from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..core.person_common import PersonCase


@tagged("post_install", "-at_install")
class TestPersonReview(PersonCase):
    """G7, E1: the self-evaluation of somebody without a user, on a phone."""

    def setUp(self):
        super().setUp()
        self.goal = self.sign_goals()
        self.start_evaluation(self.cycle)
        self.report = self.review(self.file, "self")
        self.path = f"/{self.file.id}/review"

    def answers(self, **values):
        """What the page sends: the best level everywhere, and a figure for the goal."""
        grade = self.cycle.template_id.scale_id.grade_ids[0]
        sent = {f"grade_{line.id}": str(grade.id) for line in self.report.dimension_line_ids}
        line = self.report.goal_line_ids
        sent |= {f"reported_{line.id}": "97.5", f"comment_{line.id}": "Visited them all"}
        return {**sent, "summary": "A good quarter", **values}

    def test_write_and_submit(self):
        """E1, G7: write, save, come back, submit; nobody typed it in for them."""
        home = self.page()
        self.assertIn("My self-evaluation", home.text)
        self.assertIn("Your turn", home.text)
        saved = self.post(self.path, step="save", **self.answers())
        self.assertIn("Saved", saved.text)
        self.assertIn("Visited them all", saved.text)
        self.assertIn("97.5", saved.text)
        self.assertEqual(self.report.state, "pending")
        done = self.post(self.path, step="submit", **self.answers())
        self.assertIn("Submitted", done.text)
        self.assertNotIn("<textarea", done.text)
        self.assertEqual(self.report.state, "submitted")
        self.assertTrue(self.file.self_submitted)
        self.assertFalse(self.report.entered_by_id)
        self.assertEqual(self.report.summary, "A good quarter")
        line = self.report.goal_line_ids
        self.assertEqual((line.is_reported, line.reported_value), (True, 97.5))
        self.assertEqual(self.uses()[-2:], ["report_saved", "report_submitted"])

    def test_no_figure_is_no_zero(self):
        """E2, G7: an empty figure is not reported; words instead of a number are told."""
        line = self.report.goal_line_ids
        self.post(self.path, step="save", **self.answers())
        self.post(self.path, step="save", **self.answers(**{f"reported_{line.id}": ""}))
        self.assertFalse(line.is_reported)
        for wrong in ("many", "nan", "1e99"):
            refused = self.post(
                self.path, step="save", **self.answers(**{f"reported_{line.id}": wrong})
            )
            self.assertIn("plain number", refused.text)
        self.assertFalse(line.is_reported)

    def test_empty_report(self):
        """E1, G7: an empty self-evaluation cannot be submitted, as for everybody."""
        self.assertIn("still empty", self.post(self.path, step="submit", summary="").text)
        self.assertEqual(self.report.state, "pending")

    def test_withheld(self):
        """E7, G7: before the release the link shows neither the manager's review nor a grade."""
        manager = self.review(self.file, "manager")
        self.as_user(manager, self.manager).summary = "Too slow with the forklift"
        self.give_review(self.file, "manager", self.manager)
        self.post(self.path, step="submit", **self.answers())
        for path in ("", self.path, f"/{self.file.id}/result", f"/{self.file.id}/appeal"):
            page = self.page(path)
            self.assertNotIn("forklift", page.text)
            self.assertNotIn("My result", page.text)
        acting = self.acting(self.file)
        self.assertFalse(acting.env["hr.performance.rating"].search([]))
        self.assertEqual(acting.env["hr.performance.review"].search([]).ids, self.report.ids)
        with self.assertRaises(AccessError):
            self.acting(manager).read(["summary"])

    def test_closed(self):
        """E1, G7: submitted is submitted, and only the own lines are written."""
        foreign = self.review(self.file, "manager").dimension_line_ids[0]
        self.post(self.path, step="save", **self.answers(**{f"comment_{foreign.id}": "Planted"}))
        self.assertFalse(foreign.comment)
        self.post(self.path, step="submit", **self.answers())
        again = self.post(self.path, step="save", **self.answers(summary="Changed my mind"))
        self.assertIn("cannot change any more", again.text)
        self.assertEqual(self.report.summary, "A good quarter")
        with self.assertRaises(UserError):
            self.acting(self.report).action_reopen("Please")

    def test_others_report(self):
        """G7: nobody else's self-evaluation opens by the link."""
        mate = self.person("mate", user=False, parent_id=self.manager.id, pin="9999")
        self.give(mate)
        with self.assertRaises(AccessError):
            self.report.with_env(self.link(mate)._let_act()).read(["summary"])
        self.enter(self.give(mate), "9999")
        page = self.page(f"/{self.file.id}/review")
        self.assertTrue(page.url.endswith("/performance/me"))
        self.post(f"/{self.file.id}/review", step="submit", **self.answers())
        self.assertEqual(self.report.state, "pending")

    def test_points_from_paper_stay(self):
        """E1, G7: what HR entered in points from paper stays where no level is chosen."""
        line = self.report.dimension_line_ids[0]
        self.as_user(line, self.officer).write({"answer": "points", "points": 88})
        sent = self.answers()
        sent.pop(f"grade_{line.id}")
        self.post(self.path, step="save", **sent)
        self.assertEqual((line.answer, line.points), ("points", 88))
