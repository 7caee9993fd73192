import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { FloatField } from "@web/views/fields/float/float_field";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { TextField } from "@web/views/fields/text/text_field";
import { Component } from "@odoo/owl";

/** Whether the reviewer has said something about a line of a review. */
export function isAnswered({ data }) {
    const answered = data.answer === "level" ? Boolean(data.grade_id) : Boolean(data.answer);
    // Of a dimension a judgement is wanted, of a goal or an indicator a word or a figure.
    return answered || (!data.levels && Boolean(data.is_reported || data.comment));
}

/**
 * The lines of a review as cards: the standard of each grade is read where it is chosen, the
 * figures of a goal where it is commented. The same on a phone.
 */
export class ReviewLinesField extends Component {
    static template = "hr_performance.ReviewLinesField";
    static components = { FloatField, TextField };
    static props = { ...standardFieldProps };

    get lines() {
        return this.props.record.data[this.props.name].records;
    }

    isAnswered(line) {
        return isAnswered(line);
    }

    isChosen(line, level) {
        return line.data.answer === "level" && line.data.grade_id?.id === level.id;
    }

    choose(line, level) {
        return line.update({
            answer: "level",
            grade_id: { id: level.id, display_name: level.name },
        });
    }

    answer(line, answer) {
        return line.update({ answer, grade_id: false });
    }

    report(line, ev) {
        return line.update({ is_reported: ev.target.checked });
    }

    get placeholder() {
        return _t("What did you see? An example says more than an adjective.");
    }
}

registry.category("fields").add("performance_review_lines", {
    component: ReviewLinesField,
    displayName: _t("Judgements"),
    supportedTypes: ["one2many"],
    useSubView: true,
});
