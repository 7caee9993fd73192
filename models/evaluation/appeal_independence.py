from odoo import models

OFFICERS = "hr_performance.group_officer"
ADMINISTRATORS = "hr_performance.group_administrator"


class AppealIndependence(models.Model):
    """Who may review an appeal: nobody who judged, not the person, nobody below the person (A2).

    Asked when a reviewer is assigned and again when the appeal is decided: the organisation may
    have changed in between.
    """

    _inherit = "hr.performance.appeal"

    def _get_bar(self, person):
        """Return why this employee cannot review the appeal, None when they can."""
        self.ensure_one()
        appeal_sudo, person_sudo = self.sudo(), person.sudo()  # facts, whoever asks
        name, employee = person_sudo.name, appeal_sudo.employee_id
        if person_sudo == employee:
            return self.env._(
                "%s is the person who appeals: nobody decides in their own case.", name
            )
        user = person_sudo.user_id
        if not (user.active and person_sudo.active):
            return self.env._("%s cannot log in, and so cannot review the appeal.", name)
        if appeal_sudo.company_id not in user.company_ids:
            return self.env._(
                "%(name)s has no access to the company %(company)s.",
                name=name,
                company=appeal_sudo.company_id.name,
            )
        if part := appeal_sudo._get_part_in_judgement(person_sudo):
            return self.env._(
                "%(name)s is not independent: %(part)s. Please choose HR or a third person.",
                name=name,
                part=part,
            )
        if person_sudo.id in self._get_led_ids(employee):
            return self.env._(
                "%(name)s reports to %(employee)s, directly or through others, and is not"
                " independent. Please choose HR or a third person.",
                name=name,
                employee=employee.name,
            )
        return None

    def _get_part_in_judgement(self, person):
        """Return what this employee had to do with the judgement, None if nothing."""
        evaluation, user = self.evaluation_id, person.user_id
        if person in evaluation.manager_id | self.employee_id.parent_id:
            return self.env._("the manager of the person")
        if person in (evaluation.manager_id | self.employee_id.parent_id).parent_id:
            return self.env._("the manager above the manager of the person")
        # Not in which role: that of a peer stays unknown.
        if person in self._get_given_reviews().reviewer_id:
            return self.env._("gave a review of the person")
        if user in self._get_grade_deciders("manager", "calibration"):
            return self.env._("decided about the grade")
        if person in self._get_calibrations().facilitator_id:
            return self.env._("led the calibration of the grade")
        return None

    def _get_calibrations(self):
        members = self.evaluation_id.calibration_member_ids
        return members.filtered(lambda one: one.state in ("open", "approved")).calibration_id

    def _get_given_reviews(self):
        return self.evaluation_id.review_ids.filtered(
            lambda review: review.state == "submitted" and review.role != "self"
        )

    def _get_grade_deciders(self, *steps):
        changes = self.evaluation_id.rating_ids.change_ids
        return changes.filtered(lambda one: one.step in steps).user_id

    def _get_judge_users(self):
        """Users who judged; the same as those of ``judged_by_me``."""
        reviewers = self._get_given_reviews().reviewer_id | self.evaluation_id.manager_id
        return reviewers.user_id | self._get_grade_deciders("manager")

    def _get_remark(self, person):
        """Return what HR should weigh before choosing this employee, None without anything.

        Somebody below the evaluator is not barred: under the head of the company that is everybody.
        """
        self.ensure_one()
        manager_sudo = self.sudo().evaluation_id.manager_id  # the organisation, whoever asks
        if manager_sudo and person.id in self._get_led_ids(manager_sudo):
            return self.env._(
                "%(name)s reports to %(manager)s, against whose judgement the appeal is.",
                name=person.name,
                manager=manager_sudo.name,
            )
        return None

    def _get_hr_users(self, group):
        """Users of an HR group in this company who did not judge, and are not the person."""
        self.ensure_one()
        appeal_sudo = self.sudo()  # whom to tell, whoever asks
        # Not env.ref(): that asks the database again for each appeal.
        key = self.env["ir.model.data"]._xmlid_to_res_id(group, raise_if_not_found=True)
        users_sudo = self.env["res.groups"].sudo().browse(key).all_user_ids
        fit = users_sudo.filtered(
            lambda user: user.active and appeal_sudo.company_id in user.company_ids
        )
        return fit - appeal_sudo.employee_id.user_id - appeal_sudo._get_judge_users()

    def _get_hr_in_charge(self):
        """HR who assigns: the own HR contact of the person, else administrators, else officers."""
        officers = self._get_hr_users(OFFICERS)
        responsible_sudo = self.sudo().employee_id.hr_responsible_id  # whom to tell
        return responsible_sudo & officers or self._get_hr_users(ADMINISTRATORS) or officers
