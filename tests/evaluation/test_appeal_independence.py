from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .appeal_common import AppealCase

WIZARD = "hr.performance.assign.appeal.wizard"


@tagged("post_install", "-at_install")
class TestAppealIndependence(AppealCase):
    """A2: HR or a third person decides; never who judged, the person, or who is below."""

    def setUp(self):
        super().setUp()
        with self.at("2024-10-09"):
            self.appeal = self.file()

    def assertBarred(self, person, words, appeal=None):
        with self.at("2024-10-09"), self.assertRaisesRegex(UserError, words):
            self.assign(appeal or self.appeal, person)

    def test_assign(self):
        """A2: HR assigns a third person, who gets a to-do until the day it is due."""
        with self.at("2024-10-09"):
            self.assign(self.appeal)
        self.assertEqual(self.appeal.state, "under_review")
        self.assertEqual(self.appeal.reviewer_id, self.stranger)
        task = self.appeal.sudo().activity_ids
        self.assertEqual(
            (task.user_id, task.date_deadline), (self.stranger.user_id, self.appeal.due)
        )
        self.assertEqual(task.summary, "Decide the appeal")

    def test_hr_itself(self):
        """A2: an HR officer who did not judge may decide."""
        with self.at("2024-10-09"):
            self.assign(self.appeal, self.officer)
            self.examine(self.appeal, by=self.officer)
            self.settle(self.appeal, by=self.officer)
        self.assertEqual(self.appeal.sudo().decided_by_id, self.officer.user_id)

    def test_barred(self):
        """A2: the person, the manager, the manager above; each with a sentence."""
        self.assertBarred(self.employee, "is the person who appeals")
        self.assertBarred(self.manager, "the manager of the person")
        self.assertBarred(self.boss, "the manager above")
        nobody = self.person("nobody", user=False)
        self.assertBarred(nobody, "cannot log in")
        self.officer.user_id.active = False
        self.assertFalse(self.appeal.sudo()._get_bar(self.stranger))

    def test_below_the_person(self):
        """A2: nobody below the person, at any depth, through departments too."""
        helper = self.person("helper", parent_id=self.employee.id)
        trainee = self.person("trainee", parent_id=helper.id)
        team = self.env["hr.department"].create(
            {"name": "Team", "company_id": self.company.id, "manager_id": helper.id}
        )
        member = self.person("member", department_id=team.id)
        for person in (helper, trainee, member):
            self.assertBarred(person, "reports to Employee")

    def test_manager_of_that_time_and_of_today(self):
        """A2: after a change of manager both are barred."""
        self.employee.parent_id = self.stranger
        self.assertBarred(self.stranger, "the manager of the person")
        self.assertBarred(self.manager, "the manager of the person")

    def test_who_gave_a_review(self):
        """A2: a reviewer is barred, and it is not said in which role."""
        peer = self.person("peer")
        evaluation = self.judged_with(peer)
        with self.at("2024-10-09"):
            appeal = self.file(evaluation)
        with self.at("2024-10-09"), self.assertRaises(UserError) as caught:
            self.assign(appeal, peer)
        self.assertIn("gave a review", str(caught.exception))
        self.assertNotIn("Peer", str(caught.exception).replace(peer.name, ""))

    def judged_with(self, peer, role="peer"):
        cycle = self.create_cycle(code="next", bonus_code="NEXT")
        evaluation = self.launch(cycle, self.employee)
        self.add_goal(evaluation)
        self.agree(evaluation)
        with self.at("2024-10-08"):
            self.start_evaluation(cycle)
            self.as_user(self.env["hr.performance.review"], self.officer).create(
                {"evaluation_id": evaluation.id, "role": role, "reviewer_id": peer.id}
            )
            self.give_review(evaluation, role, peer)
            self.give_review(evaluation, "self", self.employee)
            self.give_review(evaluation, "manager", self.manager)
            self.release(cycle)
        return evaluation

    def test_who_decided_the_grade(self):
        """A2: an HR officer who decided the grade is barred, and has no HR role here."""
        judge = self.person("judge", "hr_performance.group_officer")
        rating = self.evaluation.rating_ids
        rating.env["hr.performance.rating.change"].with_user(judge.user_id)._append(
            "manager", [(rating, rating.grade_id, "Decided", 95)]
        )
        self.assertBarred(judge, "decided about the grade")
        with self.assertRaises(AccessError):
            self.as_user(self.appeal, judge).read(["explanation"])
        self.assertNotIn(judge.user_id, self.appeal._get_hr_users("hr_performance.group_officer"))
        with self.at("2024-10-09"), self.assertRaises(AccessError):
            self.assign(self.appeal, by=judge)

    def release_officer(self):
        """The own file of an HR officer, of which an administrator takes the steps."""
        person, self.officer = self.officer, self.admin
        cycle = self.create_cycle(code="hr", bonus_code="HR")
        evaluation = self.live_through(cycle, person, answer=None)
        self.officer = person
        return evaluation

    def test_who_assigns(self):
        """A2: HR assigns; not the person, also where the person is HR."""
        for person in (self.employee, self.manager, self.stranger, self.auditor):
            with self.at("2024-10-09"), self.assertRaises(UserError):  # AccessError too
                self.assign(self.appeal, by=person)
        evaluation = self.release_officer()
        with self.at("2024-10-09"):
            own = self.file(evaluation, self.officer)
            with self.assertRaisesRegex(UserError, "never on|not on the own file"):
                self.assign(own, by=self.officer)
            self.assign(own, by=self.admin)

    def test_the_dialog_tells_no_judges(self):
        """A2, E3: an officer does not learn in a dialog who reviewed the officer."""
        evaluation = self.release_officer()
        with self.at("2024-10-09"):
            own = self.file(evaluation, self.officer)
            for user, words in ((self.officer, False), (self.admin, "the manager of the person")):
                dialog = self.as_user(self.env[WIZARD], user).create(
                    {"appeal_id": own.id, "reviewer_id": self.boss.id}
                )
                self.assertEqual(bool(dialog.obstacle), bool(words))
                self.assertIn(words or "", dialog.obstacle or "")

    def test_a_remark(self):
        """A2: somebody below the evaluator is not barred, and HR is told."""
        with self.at("2024-10-09"):
            dialog = self.as_user(self.env[WIZARD], self.officer).create(
                {"appeal_id": self.appeal.id, "reviewer_id": self.colleague.id}
            )
            self.assertFalse(dialog.obstacle)
            self.assertIn("reports to Manager", dialog.remark)
            dialog.action_apply()
        self.assertEqual(self.appeal.reviewer_id, self.colleague)

    def test_another_company(self):
        """A2, G1: somebody without access to the company is barred."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", company=elsewhere)
        with self.at("2024-10-09"):
            self.assertIn("has no access to the company", self.appeal._get_bar(foreign))

    def test_checked_again_when_deciding(self):
        """A2: the organisation changed meanwhile, so the reviewer is not independent any more."""
        with self.at("2024-10-09"):
            self.assign(self.appeal)
            self.examine(self.appeal)
        self.stranger.parent_id = self.employee
        with self.at("2024-10-10"):
            with self.assertRaisesRegex(UserError, "reports to Employee"):
                self.settle(self.appeal)
            self.assertEqual(self.appeal.state, "under_review")
            with self.assertRaisesRegex(UserError, "give a reason"):
                self.assign(self.appeal, self.officer)
            self.assign(self.appeal, self.officer, by=self.admin, reason="Moved to the team")
            self.assertFalse(self.appeal.sudo().file_ids.data_ok, "begins anew")
            with self.assertRaises(AccessError):
                self.settle(self.appeal)
            self.examine(self.appeal, by=self.officer)
            self.settle(self.appeal, by=self.officer)
        self.assertEqual(self.appeal.sudo().reassign_reason, "Moved to the team")
