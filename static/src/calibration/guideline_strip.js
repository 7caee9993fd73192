import { loadBundle } from "@web/core/assets";
import { cookie } from "@web/core/browser/cookie";
import { getColor, getCustomColor } from "@web/core/colors/colors";
import { _t } from "@web/core/l10n/translation";
import { Component, onWillStart, useEffect, useRef } from "@odoo/owl";

/** People per grade beside the seats of the guideline, as a histogram. */
export class GuidelineStrip extends Component {
    static template = "hr_performance.GuidelineStrip";
    static props = { columns: Array, guided: Boolean };

    setup() {
        this.canvas = useRef("canvas");
        onWillStart(() => loadBundle("web.chartjs_lib"));
        useEffect(
            () => {
                const chart = new Chart(this.canvas.el, this.config);
                return () => chart.destroy();
            },
            () => [this.text]
        );
    }

    /** The same in words, for those who do not see it. */
    get text() {
        return this.props.columns
            .map((column) =>
                this.props.guided && column.guideline
                    ? _t("%(grade)s: %(count)s, guideline %(lower)s to %(upper)s", {
                          grade: column.name,
                          count: column.count,
                          lower: column.seats_low,
                          upper: column.seats_high,
                      })
                    : _t("%(grade)s: %(count)s", { grade: column.name, count: column.count })
            )
            .join("; ");
    }

    get colors() {
        const scheme = cookie.get("color_scheme");
        return {
            fits: getColor(1, scheme, "odoo"),
            outside: getCustomColor(scheme, "#d9534f", "#e46f78"),
            seats: getCustomColor(scheme, "#adb5bd", "#6c757d"),
            grid: getCustomColor(scheme, "#d8dadd", "#3C3E4B"),
        };
    }

    get config() {
        const { columns, guided } = this.props;
        const { fits, outside, seats, grid } = this.colors;
        const people = {
            label: _t("People"),
            data: columns.map((column) => column.count),
            backgroundColor: columns.map((column) => (column.out ? outside : fits)),
        };
        const guideline = {
            label: _t("Guideline"),
            data: columns.map((column) =>
                column.guideline ? [column.seats_low, column.seats_high] : null
            ),
            backgroundColor: seats,
            minBarLength: 4,
        };
        return {
            type: "bar",
            data: {
                labels: columns.map((column) => column.name),
                datasets: guided ? [people, guideline] : [people],
            },
            options: {
                animation: false,
                maintainAspectRatio: false,
                plugins: { legend: { display: false } },
                scales: {
                    x: { grid: { display: false } },
                    y: { beginAtZero: true, grid: { color: grid }, ticks: { precision: 0 } },
                },
            },
        };
    }
}
