from odoo.tests import Form

NEED = "hr.performance.training.need"


class TrainingStory:
    """Where training needs come from: a talk, a development plan, somebody's own hand."""

    def needs(self, person=None):
        """All needs of the company, or those that somebody finds."""
        domain = [("company_id", "=", self.company.id)]
        if not person:
            return self.env[NEED].search(domain)
        mine = self.as_user(self.env[NEED], person)
        return mine.with_context(allowed_company_ids=person.company_id.ids).search(domain)

    def need(self, by=None, **values):
        """A need entered by hand."""
        needs = self.as_user(self.env[NEED], by or self.manager)
        return needs.create(
            {"name": "Presenting to customers", "employee_id": self.employee.id, **values}
        )

    def give_action(self, by=None, **values):
        """A training action about a problem of capability."""
        talk = self.as_user(self.env["hr.performance.coaching"], self.manager).create(
            {
                "employee_id": self.employee.id,
                "leader_id": self.manager.id,
                "point_ids": [(0, 0, {"problem": "Loses the audience"})],
            }
        )
        return self.as_user(self.env["hr.performance.action"], by or self.manager).create(
            {
                "name": "Present with a colleague",
                "point_id": talk.point_ids.id,
                "owner_id": self.colleague.id,
                "kind": "mentoring",
                "due": "2024-09-20",
                **values,
            }
        )

    def agreed_plan(self, *actions, date_due="2024-12-31"):
        """A development plan that both sides have agreed to."""
        plan = self.as_user(self.env["hr.performance.development.plan"], self.employee).create(
            {
                "employee_id": self.employee.id,
                "action_ids": [(0, 0, {"date_due": date_due, **values}) for values in actions],
            }
        )
        plan.action_agree()
        self.as_user(plan, self.manager).action_agree()
        return plan

    def dialog(self, which, needs, person, /, **values):
        """One of the dialogs about needs, as the client opens it from the list."""
        context = {"active_model": NEED, "active_ids": needs.ids}
        wizards = self.as_user(self.env[f"hr.performance.{which}.training.wizard"], person)
        form = Form(wizards.with_context(**context))
        for field, value in values.items():
            setattr(form, field, value)
        return form.save()
