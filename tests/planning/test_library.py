import json

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..common import PerformanceCase

CATEGORIES = {"sales", "service", "rnd", "production", "editing", "creative", "hr"}


@tagged("post_install", "-at_install")
class TestLibrary(PerformanceCase):
    """P5: goals as templates, and given to many people in one step."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.library = self.env["hr.performance.goal.template"]
        self.revenue = self.env.ref("hr_performance.goal_template_sales_revenue")
        self.objective = self.env.ref("hr_performance.goal_template_rnd_release")

    def wizard(self, templates, person, **values):
        """The dialog as it opens from the ticked goals of the library."""
        wizards = self.as_user(self.env["hr.performance.assign.wizard"], person)
        return wizards.with_context(active_model=templates._name, active_ids=templates.ids).create(
            {"cycle_id": self.cycle.id, **values}
        )

    def assign(self, templates, person, **values):
        """Preview and assign; returns the job."""
        wizard = self.wizard(templates, person, **values)
        wizard.action_preview()
        action = wizard.action_apply()
        return self.as_user(self.env[action["res_model"]].browse(action["res_id"]), person)

    def left_out(self, wizard):
        wizard.action_preview()
        return {line.employee_id.name: line.obstacle for line in wizard.excluded_line_ids}

    # What ships

    def test_the_library_that_ships(self):
        """P5: three to five goals for each field of work, weights 100, an OKR for development."""
        shipped = self.library.search([("kind", "!=", "key_result")])
        by_category = shipped.grouped("category")
        self.assertEqual(set(by_category), CATEGORIES)
        for category, goals in by_category.items():
            with self.subTest(category=category):
                self.assertIn(len(goals), range(3, 6))
                self.assertEqual(sum(goals.mapped("weight")), 100)
        self.assertEqual(sum(self.objective.key_result_ids.mapped("weight")), 100)
        units = set(by_category["editing"].mapped("metric"))
        self.assertLessEqual(
            {"Articles per month", "Reads per article", "Shares per article"}, units
        )

    def test_shipped_goals_are_smart(self):
        """P4, P5: what ships lacks only what the person says: whom it serves and why."""
        evaluation = self.launch(self.cycle, self.employee)
        everything = self.library.search([("kind", "!=", "key_result")])
        self.assign(everything, self.manager, only_meant=False)
        goals = evaluation.goal_ids
        self.assertEqual(len(goals), len(self.library.search([])))
        for goal in goals:
            with self.subTest(goal=goal.name):
                self.assertFalse(goal.smart_s or goal.smart_m or goal.smart_a or goal.smart_t)

    # Who gets what

    def test_manager_assigns_to_the_line(self):
        """P5, P6, G1: each report gets the goal with its key results, without anybody's words."""
        self.launch(self.cycle, self.employee | self.colleague | self.officer)
        job = self.assign(self.revenue | self.objective, self.manager)
        self.assertEqual((job.state, job.total, job.failure_count), ("done", 2, 0))
        goals = self.env["hr.performance.goal"].search([("cycle_id", "=", self.cycle.id)])
        self.assertEqual(goals.employee_id, self.employee | self.colleague)
        mine = goals.filtered(lambda one: one.employee_id == self.employee)
        self.assertEqual(sorted(mine.mapped("kind")), ["key_result"] * 3 + ["kpi", "objective"])
        self.assertEqual(
            mine.filtered(lambda one: one.kind == "key_result").parent_id.kind, "objective"
        )
        self.assertFalse(any(goals.mapped("why")) or any(goals.mapped("confidence")))
        self.assertEqual(goals.create_uid, self.manager.user_id)
        with self.assertRaisesRegex(UserError, "own words why"):
            self.as_user(mine[0].evaluation_id.agreement_id, self.employee).action_submit()

    def test_the_own_file_is_not_ticked(self):
        """P5: a manager who is in the cycle too gives goals to the team, unless they tick it."""
        self.launch(self.cycle, self.employee | self.manager)
        wizard = self.wizard(self.revenue, self.manager)
        wizard.action_preview()
        chosen = wizard.line_ids.filtered("included").employee_id
        self.assertEqual(chosen, self.employee)
        self.assertEqual(wizard.line_ids.employee_id, self.employee | self.manager)
        wizard = self.wizard(self.revenue, self.employee)
        wizard.action_preview()
        self.assertEqual(wizard.line_ids.filtered("included").employee_id, self.employee)

    def test_twice_gives_once(self):
        """P5: assigning again, or a job that is resumed, gives nobody the same goal twice."""
        evaluation = self.launch(self.cycle, self.employee)
        job = self.assign(self.revenue, self.manager)
        wizard = self.wizard(self.revenue, self.manager)
        self.assertEqual(self.left_out(wizard), {"Employee": "has these goals already."})
        with self.assertRaisesRegex(UserError, "Nobody gets these goals"):
            wizard.action_apply()
        self.as_user(evaluation, self.manager)._batch_assign(job.sudo())
        self.assertEqual(len(evaluation.goal_ids), 1)
        self.assign(self.revenue | self.objective, self.manager)
        self.assertEqual(
            evaluation.goal_ids.template_id,
            self.revenue | self.objective | self.objective.key_result_ids,
        )

    def test_closed_goals_are_left_out_with_the_reason(self):
        """P5, P7: whose goals are put up or signed is named, before and also while the job runs."""
        first, second = self.launch(self.cycle, self.employee | self.colleague)
        self.add_goal(first)
        self.as_user(first.agreement_id, self.employee).action_submit()
        wizard = self.wizard(self.revenue, self.manager)
        self.assertIn("put up for signing", self.left_out(wizard)["Employee"])
        job = self.as_user(first | second, self.manager)._assign(self.revenue)
        self.assertEqual((job.done_count, job.failure_count), (1, 1))
        failure = self.as_user(job, self.manager).failure_ids
        self.assertIn("Employee: the goals are put up for signing", failure.reason)
        self.assertEqual((len(first.goal_ids), len(second.goal_ids)), (1, 1))

    def test_goals_for_jobs_and_departments(self):
        """P5: a goal that names a job or a department is for these, with departments below."""
        job = self.env["hr.job"].create({"name": "Editor", "company_id": self.company.id})
        below = self.env["hr.department"].create(
            {"name": "Online sales", "parent_id": self.department.id, "company_id": self.company.id}
        )
        self.employee.job_id = job
        self.colleague.department_id = below
        outside = self.env["hr.department"].create(
            {"name": "Storage", "company_id": self.company.id}
        )
        self.stranger.department_id = outside
        self.launch(self.cycle, self.employee | self.colleague | self.stranger)
        self.revenue.job_ids = job
        wizard = self.wizard(self.revenue, self.boss)
        not_meant = "none of these goals is meant for this job or department."
        self.assertEqual(self.left_out(wizard), {"Colleague": not_meant, "Stranger": not_meant})
        self.revenue.write({"job_ids": False, "department_ids": self.department.ids})
        self.assertEqual(self.left_out(wizard), {"Stranger": not_meant})
        wizard.only_meant = False
        self.assertEqual(self.left_out(wizard), {})
        wizard.department_ids = below
        wizard.action_preview()
        self.assertEqual(wizard.included_line_ids.employee_id, self.colleague)

    def test_in_the_language_of_the_person(self):
        """P5, G6: everybody gets the goal in the own language."""
        self.env["res.lang"]._activate_lang("zh_CN")
        self.revenue.with_context(lang="zh_CN").name = "销售额从400提升至440"
        self.colleague.user_id.lang = "zh_CN"
        first, second = self.launch(self.cycle, self.employee | self.colleague)
        self.assign(self.revenue, self.manager)
        self.assertIn("Raise the sales revenue", first.goal_ids.name)
        self.assertEqual(second.goal_ids.name, "销售额从400提升至440")

    # What must not be possible

    def test_nobody_assigns_outside_the_line(self):
        """G1: not to strangers, neither by the dialog nor past it; HR assigns to everybody."""
        inside, outside = self.launch(self.cycle, self.employee | self.stranger)
        wizard = self.wizard(self.revenue, self.manager)
        wizard.action_preview()
        self.assertEqual(wizard.line_ids.employee_id, self.employee)
        line = {"wizard_id": wizard.id, "evaluation_id": outside.id, "included": True}
        with self.assertRaises(AccessError):
            wizard.line_ids.create(line)
            wizard.invalidate_recordset()
            wizard.action_apply()
        with self.assertRaises(AccessError):
            self.as_user(outside, self.manager)._assign(self.revenue)
        auditing = self.wizard(self.revenue, self.auditor)
        auditing.action_preview()
        self.assertFalse(auditing.line_ids)  # reads everybody, leads nobody
        # Whoever reads a file need not write its goals: the job has the rights of its user.
        job = self.as_user(outside, self.auditor)._assign(self.revenue)
        self.assertEqual((job.done_count, job.failure_count), (0, 1))
        self.assertFalse((inside | outside).goal_ids)
        self.assign(self.revenue, self.officer)
        self.assertEqual(len((inside | outside).goal_ids), 2)

    def test_who_writes_the_library(self):
        """P5, G1: everybody reads the library, HR writes it; a job is read by who started it."""
        with self.assertRaises(AccessError):
            self.as_user(self.revenue, self.manager).target = 500
        self.as_user(self.revenue, self.officer).target = 500
        self.launch(self.cycle, self.employee)
        job = self.assign(self.revenue, self.manager)
        self.assertTrue(job.has_access("read"))
        self.assertFalse(self.as_user(job, self.boss).has_access("read"))
        with self.assertRaises(AccessError):
            self.as_user(job, self.officer).payload = json.dumps({})

    def test_a_goal_that_cannot_be_measured_is_refused(self):
        """P5: a template can be given as it is, so it holds what a goal must hold."""
        with self.assertRaisesRegex(ValidationError, "target equals the baseline"):
            self.library.create({"name": "A", "method": "progress", "baseline": 5, "target": 5})
        with self.assertRaisesRegex(ValidationError, "a key result belongs to an objective"):
            self.library.create({"name": "B", "target": 5, "kind": "key_result"})

    # Size

    def test_queries_do_not_grow_with_the_people(self):
        """P5, G8: for twice as many people the same queries, so 2,000 goals go in one go."""
        sales = self.library.search([("category", "=", "sales")])
        counts = []
        for number in (20, 40):
            people = self.env["hr.employee"].create(
                [
                    {
                        "name": f"Worker {number}-{one}",
                        "company_id": self.company.id,
                        "department_id": self.department.id,
                        "parent_id": self.manager.id,
                        "date_version": "2020-01-01",
                        "contract_date_start": "2020-01-01",
                    }
                    for one in range(number)
                ]
            )
            evaluations = self.as_user(self.launch(self.cycle, people), self.manager)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            job = evaluations._assign(sales)
            counts.append(self.env.cr.sql_log_count - before)
            self.assertEqual((job.done_count, len(evaluations.goal_ids)), (number, number * 4))
        self.assertLessEqual(counts[1], counts[0] + 5)
