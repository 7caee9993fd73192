import { Component, onWillStart, useState } from "@odoo/owl";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/** One goal with its progress, why it is in danger, and the next steps. */
export class HomeGoal extends Component {
    static template = "hr_performance.HomeGoal";
    static props = { goal: Object, home: Object, owned: { type: Boolean, optional: true } };

    get width() {
        return Math.max(0, Math.min(100, this.props.goal.achievement || 0));
    }

    get percent() {
        return `${Math.round(this.props.goal.achievement)} %`;
    }

    get color() {
        return { at_risk: "danger", lagging: "warning" }[this.props.goal.warning] || "success";
    }

    get plan() {
        const { risk } = this.props.goal;
        if (!risk || !risk.plan) {
            return "";
        }
        const until = risk.due && formatDate(deserializeDate(risk.due));
        return [risk.plan, risk.owner, until].filter(Boolean).join(" · ");
    }
}

/** Endangered goals of a team or the company: how many, why, and what is done about it. */
export class HomeScope extends Component {
    static template = "hr_performance.HomeScope";
    static components = { HomeGoal };
    static props = { scope: Object, home: Object, title: String };

    get headline() {
        const { count } = this.props.scope;
        return count === 1 ? _t("1 goal at risk") : _t("%s goals at risk", count);
    }

    get rest() {
        const { count, goals } = this.props.scope;
        return count > goals.length ? _t("All %s", count) : "";
    }

    /** These goals without groups, because the reasons stand in the rows; narrowed by a filter. */
    open(filter) {
        this.props.home.action.doAction({
            type: "ir.actions.act_window",
            name: this.props.title,
            res_model: "hr.performance.goal",
            views: [
                [false, "list"],
                [false, "kanban"],
                [false, "form"],
            ],
            domain: this.props.scope.domain,
            context: { [`search_default_${filter}`]: 1 },
        });
    }
}

/** What the app opens with: what is to do, the own goals, and what endangers those of the team. */
export class PerformanceHome extends Component {
    static template = "hr_performance.Home";
    static components = { HomeGoal, HomeScope };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ data: null });
        this.formatDay = (day) => formatDate(deserializeDate(day));
        onWillStart(() => this.load());
    }

    async load() {
        this.state.data = await this.orm.call("hr.performance.home", "get_home", []);
    }

    get isEmpty() {
        const { todos, evaluations, mine, team, company } = this.state.data;
        return !todos.count && !evaluations.length && !mine.count && !team && !company;
    }

    get hasOwn() {
        return this.state.data.todos.count || this.state.data.mine.count;
    }

    openAction(name) {
        return this.action.doAction(`hr_performance.${name}`);
    }

    openRecord(model, id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: model,
            res_id: id,
            views: [[false, "form"]],
        });
    }

    /** A dialog, after which the figures are read anew. */
    openDialog(name, context) {
        return this.action.doAction(`hr_performance.${name}`, {
            additionalContext: context,
            onClose: () => this.load(),
        });
    }

    enterValue(goal) {
        return this.openDialog(
            "measurement_quick_action",
            goal ? { default_goal_id: goal.id } : {}
        );
    }

    revise(goal) {
        return this.openDialog("request_revision_wizard_action", {
            revise_goal_ids: [goal.id],
            default_explanation: (goal.risk && goal.risk.cause) || goal.reasons[0] || "",
        });
    }

    /** The risk that is there, or a new one of this goal. */
    openRisk(goal) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "hr.performance.risk",
            res_id: goal.risk ? goal.risk.id : false,
            views: [[false, "form"]],
            context: { default_goal_id: goal.id },
        });
    }
}

registry.category("actions").add("hr_performance.home", PerformanceHome);
