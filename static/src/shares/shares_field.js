import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { formatFloat } from "@web/core/utils/numbers";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { Component } from "@odoo/owl";

// From the best grade to the worst; the last is whether it needs white letters.
const COLORS = [
    ["#1b7f6b", true],
    ["#5fb49c", false],
    ["#a9d3c1", false],
    ["#f3d98b", false],
    ["#eda15f", false],
    ["#c94f45", true],
];

/** Shares per grade as two bars: here, and at all others below it. */
export class SharesField extends Component {
    static template = "hr_performance.SharesField";
    static props = { ...standardFieldProps };

    get shares() {
        const shares = this.props.record.data[this.props.name] || [];
        return shares.map((share, index) => {
            const place = shares.length > 1 ? index / (shares.length - 1) : 0;
            const [color, white] = COLORS[Math.round(place * (COLORS.length - 1))];
            const style = `background-color: ${color}; color: ${white ? "white" : "black"};`;
            return { ...share, style, text: this.describe(share) };
        });
    }

    /** Whether there are enough others to compare with. */
    get compared() {
        return this.shares.some((share) => share.elsewhere !== null);
    }

    get text() {
        return this.shares.map((share) => share.text).join("; ");
    }

    percent(value) {
        return `${formatFloat(value, { digits: [16, 1], trailingZeros: false })}%`;
    }

    describe({ grade, here, elsewhere }) {
        const { percent } = this;
        return elsewhere === null
            ? _t("%(grade)s: %(here)s", { grade, here: percent(here) })
            : _t("%(grade)s: %(here)s, all others %(elsewhere)s", {
                  grade,
                  here: percent(here),
                  elsewhere: percent(elsewhere),
              });
    }
}

registry.category("fields").add("performance_shares", {
    component: SharesField,
    displayName: _t("Shares per grade"),
    supportedTypes: ["json"],
});
