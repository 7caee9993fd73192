import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { listView } from "@web/views/list/list_view";
import { ListRenderer } from "@web/views/list/list_renderer";
import { Component, onWillStart, onWillUpdateProps, useState } from "@odoo/owl";

/** How many goals of this list are at risk, lagging or on track; a click filters by it. */
export class GoalFigures extends Component {
    static template = "hr_performance.GoalFigures";
    static props = { domain: Array };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ figures: {} });
        onWillStart(() => this.load(this.props.domain));
        onWillUpdateProps((next) => this.load(next.domain));
    }

    async load(domain) {
        this.state.figures = await this.orm.call("hr.performance.goal", "get_warning_figures", [
            domain,
        ]);
    }

    filter(name) {
        const { searchModel } = this.env;
        const levels = ["at_risk", "lagging", "on_track", "unknown"];
        for (const item of searchModel.getSearchItems((one) => levels.includes(one.name))) {
            if (item.name === name || item.isActive) {
                searchModel.toggleSearchItem(item.id);
            }
        }
        // The reasons stand in the rows, so they are shown without groups.
        for (const item of searchModel.getSearchItems((one) => one.type === "groupBy")) {
            if (item.isActive) {
                searchModel.toggleSearchItem(item.id);
            }
        }
    }
}

/** A list of goals with these figures above it. */
export class GoalListRenderer extends ListRenderer {
    static template = "hr_performance.GoalListRenderer";
    static components = { ...ListRenderer.components, GoalFigures };

    get figuresDomain() {
        return this.env.searchModel.globalDomain || [];
    }
}

registry.category("views").add("performance_goal_list", { ...listView, Renderer: GoalListRenderer });
