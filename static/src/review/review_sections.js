import { registry } from "@web/core/registry";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { Component } from "@odoo/owl";
import { isAnswered } from "./review_lines";

const LISTS = ["dimension_line_ids", "goal_line_ids", "indicator_line_ids"];

/** The sections of a review beside it: which are complete, and a click leads there. */
export class ReviewSections extends Component {
    static template = "hr_performance.ReviewSections";
    static props = { ...standardWidgetProps };

    get isOpen() {
        return this.props.record.data.state === "pending";
    }

    get sections() {
        const { data } = this.props.record;
        const lines = LISTS.flatMap((name) => data[name]?.records || []);
        return lines.map((line) => ({
            key: line.resId,
            label: line.data.subject,
            done: isAnswered(line),
        }));
    }

    get hasSummary() {
        return Boolean(this.props.record.data.summary);
    }

    get total() {
        return this.sections.length + 1;
    }

    get done() {
        return this.sections.filter((section) => section.done).length + Number(this.hasSummary);
    }

    get share() {
        return Math.round((100 * this.done) / this.total);
    }

    show(key) {
        const target = document.querySelector(`.o_form_view [data-section="${key}"]`);
        target?.scrollIntoView({ behavior: "smooth", block: "start" });
        target?.querySelector("input, textarea")?.focus({ preventScroll: true });
    }
}

registry.category("view_widgets").add("performance_review_sections", {
    component: ReviewSections,
});
