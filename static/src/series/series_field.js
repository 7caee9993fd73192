import { loadBundle } from "@web/core/assets";
import { cookie } from "@web/core/browser/cookie";
import { getColor, getCustomColor } from "@web/core/colors/colors";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { Component, onWillStart, useEffect, useRef } from "@odoo/owl";

/** The measured values of a goal as a small line, with the level they are compared to dashed. */
export class SeriesField extends Component {
    static template = "hr_performance.SeriesField";
    static props = { ...standardFieldProps };

    setup() {
        this.canvas = useRef("canvas");
        onWillStart(() => loadBundle("web.chartjs_lib"));
        useEffect(
            () => {
                if (!this.canvas.el) {
                    return;
                }
                const chart = new Chart(this.canvas.el, this.config);
                return () => chart.destroy();
            },
            () => [JSON.stringify(this.series)]
        );
    }

    get series() {
        return this.props.record.data[this.props.name] || { points: [], lines: [] };
    }

    get hint() {
        return this.series.lower_is_better ? _t("Lower is better") : "";
    }

    get config() {
        const scheme = cookie.get("color_scheme");
        const { points, lines, unit } = this.series;
        const grid = getCustomColor(scheme, "#d8dadd", "#3C3E4B");
        const levels = lines.map((line) => ({
            label: line.label,
            data: points.map(() => line.value),
            borderColor: getCustomColor(scheme, "#6c757d", "#adb5bd"),
            borderDash: [6, 4],
            borderWidth: 1.5,
            pointRadius: 0,
            fill: false,
        }));
        const color = getColor(3, scheme, "odoo");
        const measured = {
            label: unit || _t("Value"),
            data: points.map((point) => point.value),
            borderColor: color,
            backgroundColor: color,
            borderWidth: 2,
            tension: 0.2,
            fill: false,
        };
        return {
            type: "line",
            data: {
                labels: points.map((point) => formatDate(deserializeDate(point.date))),
                datasets: [measured, ...levels],
            },
            options: {
                maintainAspectRatio: false,
                plugins: { legend: { position: "bottom", labels: { boxHeight: 1 } } },
                scales: {
                    x: { grid: { display: false } },
                    y: { grid: { color: grid }, grace: "10%" },
                },
            },
        };
    }
}

registry.category("fields").add("performance_series", {
    component: SeriesField,
    displayName: _t("Values over time"),
    supportedTypes: ["json"],
});
