import { formatFloat } from "@web/core/utils/numbers";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { Component } from "@odoo/owl";

/** What the sources say together: dimensions against roles, and the comments of each role. */
export class VoicesField extends Component {
    static template = "hr_performance.VoicesField";
    static props = { ...standardFieldProps };

    get voices() {
        return this.props.record.data[this.props.name] || { groups: [], dimensions: [] };
    }

    get hasHidden() {
        return this.voices.groups.some((group) => !group.shown);
    }

    points(group, dimension) {
        const line = group.lines.find((one) => one.dimension_id === dimension.id);
        return this.format(line?.points);
    }

    format(value) {
        return value === null || value === undefined ? "–" : formatFloat(value, { digits: [16, 2], trailingZeros: false });
    }

    heading(group) {
        if (group.names.length) {
            return group.names.join(", ");
        }
        return group.shown ? _t("%s answers", group.count) : _t("not shown");
    }

    /** The comments of a role: the general ones first, then those on each dimension. */
    comments(group) {
        const about = Object.fromEntries(this.voices.dimensions.map((one) => [one.id, one.name]));
        return [
            ...group.comments.map((text) => ({ text })),
            ...group.lines.flatMap((line) =>
                line.comments.map((text) => ({ text, about: about[line.dimension_id] }))
            ),
        ];
    }
}

registry.category("fields").add("performance_voices", {
    component: VoicesField,
    displayName: _t("Several sources"),
    supportedTypes: ["json"],
});
