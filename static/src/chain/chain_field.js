import { deserializeDateTime, toLocaleDateTimeString } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { Component } from "@odoo/owl";

const ICONS = {
    computed: "fa-calculator",
    manager: "fa-user",
    calibration: "fa-users",
    appeal: "fa-gavel",
};

/** How a grade came about: one step under the other, with who, when and why. */
export class ChainField extends Component {
    static template = "hr_performance.ChainField";
    static props = { ...standardFieldProps };

    get steps() {
        return (this.props.record.data[this.props.name] || []).map((step) => ({
            ...step,
            icon: ICONS[step.step],
            when: toLocaleDateTimeString(deserializeDateTime(step.at)),
            moved: Boolean(step.from) && step.from !== step.to,
        }));
    }
}

registry.category("fields").add("performance_chain", {
    component: ChainField,
    displayName: _t("Chain of grades"),
    supportedTypes: ["json"],
});
