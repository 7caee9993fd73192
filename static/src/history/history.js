import { Component, onWillStart, useEffect, useRef } from "@odoo/owl";
import { loadBundle } from "@web/core/assets";
import { cookie } from "@web/core/browser/cookie";
import { getColor, getCustomColor } from "@web/core/colors/colors";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/** Grades of a person as steps, the bonus coefficient as a line, and what followed from them. */
export class PerformanceHistory extends Component {
    static template = "hr_performance.History";
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.canvas = useRef("canvas");
        const params = this.props.action.params || {};
        const context = this.props.action.context || {};
        // After a reload only the address is left, which names the employee as the active record.
        this.employeeId = params.employee_id || context.active_id || false;
        onWillStart(async () => {
            await loadBundle("web.chartjs_lib");
            this.history = await this.orm.call("hr.performance.result", "get_history", [
                this.employeeId,
            ]);
        });
        useEffect(
            () => {
                if (!this.canvas.el) {
                    return;
                }
                const chart = new Chart(this.canvas.el, this.config);
                return () => chart.destroy();
            },
            () => []
        );
    }

    get gradeNames() {
        const last = this.history.points[this.history.points.length - 1];
        return last ? last.grades : [];
    }

    get config() {
        const scheme = cookie.get("color_scheme");
        const { points } = this.history;
        const names = this.gradeNames;
        const steps = {
            label: _t("Grade"),
            data: points.map((point) => point.rank || null),
            stepped: "middle",
            borderColor: getColor(1, scheme, "odoo"),
            backgroundColor: getColor(1, scheme, "odoo"),
            yAxisID: "grade",
            pointRadius: 5,
        };
        const line = {
            label: _t("Bonus coefficient"),
            data: points.map((point) => point.coefficient),
            borderColor: getColor(3, scheme, "odoo"),
            backgroundColor: getColor(3, scheme, "odoo"),
            borderDash: [6, 4],
            yAxisID: "coefficient",
            pointRadius: 4,
        };
        return {
            type: "line",
            data: { labels: points.map((point) => point.cycle), datasets: [steps, line] },
            options: {
                maintainAspectRatio: false,
                plugins: { legend: { position: "bottom" } },
                scales: {
                    x: { grid: { display: false } },
                    grade: {
                        position: "left",
                        min: 0.5,
                        max: names.length + 0.5,
                        afterBuildTicks: (axis) => {
                            axis.ticks = names.map((_name, index) => ({ value: index + 1 }));
                        },
                        ticks: { callback: (value) => names[value - 1] || "" },
                        grid: { color: getCustomColor(scheme, "#d8dadd", "#3C3E4B") },
                    },
                    coefficient: {
                        position: "right",
                        beginAtZero: true,
                        grid: { display: false },
                        title: { display: true, text: _t("Bonus coefficient") },
                    },
                },
            },
        };
    }

    open(follower) {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: follower.model,
            res_id: follower.id,
            views: [[false, "form"]],
        });
    }
}

registry.category("actions").add("hr_performance.history", PerformanceHistory);
