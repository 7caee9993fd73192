import { Component, markRaw, onWillStart, useState } from "@odoo/owl";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { formatFloat } from "@web/core/utils/numbers";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { CockpitFigure } from "./cockpit_figure";

const NO_FILTERS = { department: false, manager: false };

/** How a cycle stands: where people are, grades, coaching, and what is late. */
export class Cockpit extends Component {
    static template = "hr_performance.Cockpit";
    static components = { CockpitFigure, Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.display = { controlPanel: {} };
        const { params = {}, context = {} } = this.props.action;
        // After a reload only the address is left, which names the cycle as the active record.
        const cycle = params.cycle_id || context.active_id || false;
        this.state = useState({
            data: null,
            filters: this.props.state?.filters || { cycle, ...NO_FILTERS },
        });
        // Back from a list, the same people are shown again.
        useSetupAction({ getLocalState: () => ({ filters: { ...this.state.filters } }) });
        onWillStart(() => this.load());
    }

    async load() {
        const { cycle, department, manager } = this.state.filters;
        const data = await this.orm.call("hr.performance.cockpit", "get_cockpit", [
            cycle,
            department,
            manager,
        ]);
        this.state.data = markRaw(data);
    }

    get data() {
        return this.state.data;
    }

    get filtered() {
        const { department, manager } = this.state.filters;
        return Boolean(department || manager);
    }

    /** Another cycle has other departments and managers. */
    onCycle(ev) {
        this.state.filters = { cycle: Number(ev.target.value), ...NO_FILTERS };
        return this.load();
    }

    onFilter(name, ev) {
        this.state.filters[name] = Number(ev.target.value) || false;
        return this.load();
    }

    resetFilters() {
        Object.assign(this.state.filters, NO_FILTERS);
        return this.load();
    }

    // Words and figures

    percent(share) {
        return `${formatFloat(share, { digits: [16, 1], trailingZeros: false })}%`;
    }

    day(value) {
        return formatDate(deserializeDate(value));
    }

    remaining({ days }) {
        if (days < 0) {
            return _t("over");
        }
        return days ? _t("%s days left", days) : _t("today");
    }

    get expectedLabel() {
        return _t("%s talks expected", this.data.coverage.expected);
    }

    get gradedLabel() {
        return _t("Grades and scores");
    }

    get waitingLabel() {
        return _t("Without a grade");
    }

    furtherLabel(stage) {
        return _t("%s, or further", stage.label);
    }

    /** Where HR takes the next step. */
    openCycle() {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "hr.performance.cycle",
            res_id: this.data.cycle.id,
            views: [[false, "form"]],
        });
    }

    open(figure, name) {
        const { model, domain, views } = figure;
        this.action.doAction({
            type: "ir.actions.act_window",
            name,
            res_model: model,
            domain,
            views,
            context: { create: false },
        });
    }
}

registry.category("actions").add("hr_performance.cockpit", Cockpit);
