from collections import defaultdict

from odoo import api, models

from ...rules import eligibility


class OutcomeEvaluation(models.Model):
    """Which rules are met by the published results, for many people in a few queries."""

    _inherit = "hr.performance.outcome"

    @api.model
    def _follow_results(self, results):
        """Propose what follows from these new results, and withdraw what no longer does.

        Looks at the cycles from that of the result on: a corrected one changes later runs too.
        Doing it again changes nothing.
        """
        outcomes_sudo = self.sudo()  # rules follow from published results, whoever published
        for (company, period), ones in (
            results.sudo().grouped(lambda one: (one.company_id, one.cycle_id.period)).items()
        ):
            outcomes_sudo._follow(company, period, ones)

    def _follow(self, company, period, results):
        rules = self.env["hr.performance.outcome.rule"].search(
            [("company_id", "in", (False, company.id)), ("period", "in", (False, period))]
        )
        if not rules:
            return
        cycles = self.env["hr.performance.cycle"].search(
            [
                ("company_id", "=", company.id),
                ("period", "=", period),
                ("state", "not in", ("draft", "cancelled")),
            ],
            order="date_start, id",
        )
        found = self._get_results(results.employee_id, cycles)
        since = {}
        for result in results:
            start = result.cycle_id.date_start
            since[result.employee_id] = min(since.get(result.employee_id, start), start)
        met = {}
        for employee, start in since.items():
            met |= self._get_met(employee, start, cycles, found[employee], rules)
        self._settle(met, since, rules, cycles)

    @api.model
    def _get_results(self, employees, cycles):
        """Return {employee: {cycle: its current result}}."""
        found = defaultdict(dict)
        results = self.env["hr.performance.result"].search(
            [
                ("employee_id", "in", employees.ids),
                ("cycle_id", "in", cycles.ids),
                ("is_current", "=", True),
            ]
        )
        for result in results:
            found[result.employee_id][result.cycle_id] = result
        return found

    @api.model
    def _get_met(self, employee, start, cycles, results, rules):
        """Return {(employee, rule, cycle): the results that led there}, from ``start`` on."""
        known = [index for index, cycle in enumerate(cycles) if cycle in results]
        # A cycle that is still going on belongs into the history once it is published.
        history = [
            (str(cycle.id), self._get_grade_key(results.get(cycle)))
            for cycle in cycles[: known[-1] + 1]
        ]
        by_id = {str(cycle.id): cycle for cycle in cycles}
        rule_by_id = {str(rule.id): rule for rule in rules}
        return {
            (employee, rule_by_id[firing.rule], by_id[firing.cycle]): [
                results[by_id[key]] for key in firing.led_by
            ]
            for firing in eligibility.firings(history, rules._as_rules())
            if by_id[firing.cycle].date_start >= start
        }

    @api.model
    def _get_grade_key(self, result):
        if not result:
            return None
        return f"{result.cycle_id.template_id.scale_id.id}:{result.grade_code}"

    def _settle(self, met, since, rules, cycles):
        """Bring the outcomes in line with the rules that are met."""
        existing = self.search(
            [
                ("employee_id", "in", [employee.id for employee in since]),
                ("rule_id", "in", rules.ids),
                ("cycle_id", "in", cycles.ids),
                ("state", "!=", "withdrawn"),
            ]
        ).filtered(lambda one: one.cycle_id.date_start >= since[one.employee_id])
        by_key = {(one.employee_id, one.rule_id, one.cycle_id): one for one in existing}
        lost = existing.browse([one.id for key, one in by_key.items() if key not in met])
        lost.filtered(lambda one: one.state == "proposed")._transit_by_system("withdraw")
        lost.filtered(lambda one: one.state in ("approved", "done"))._flag_lost_basis()
        (existing - lost).filtered("basis_lost")._with_pass().write({"basis_lost": False})
        # The trail of an outcome begins with what somebody does with it.
        new = (
            self._with_pass()
            .with_context(tracking_disable=True)
            .create(
                [
                    self._prepare_outcome(rule, cycle, led_by)
                    for (employee, rule, cycle), led_by in met.items()
                    if (employee, rule, cycle) not in by_key
                ]
            )
        )
        self.browse(new.ids)._ask_managers()

    @api.model
    def _prepare_outcome(self, rule, cycle, led_by):
        return {
            "employee_id": led_by[-1].employee_id.id,
            "evaluation_id": led_by[-1].evaluation_id.id,
            "cycle_id": cycle.id,
            "rule_id": rule.id,
            "rule_name": rule.name,
            "kind": rule.kind,
            "basis": ", ".join(f"{one.cycle_code} {one.grade_name}" for one in led_by),
            "led_cycle_ids": [(6, 0, [one.cycle_id.id for one in led_by])],
            "needs_manager": rule.needs_manager,
            "visible_to_employee": rule.visible_to_employee,
        }


class ResultOutcomes(models.Model):
    _inherit = "hr.performance.result"

    def _after_published(self):  # pylint: disable=missing-return
        super()._after_published()
        self.env["hr.performance.outcome"]._follow_results(self)
