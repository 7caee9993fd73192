import { _t } from "@web/core/l10n/translation";
import { Component } from "@odoo/owl";
import { SIDES } from "./ninebox_data";

/** One person in a box, or in the tray. */
export class NineboxCard extends Component {
    static template = "hr_performance.NineboxCard";
    static props = { card: Object, levels: Object, onOpen: Function, onMenu: Function };

    get side() {
        return SIDES[this.props.card.side];
    }

    /** Grades of the cycles before, newest first. */
    get earlier() {
        return this.props.card.earlier
            .filter(Boolean)
            .map(({ cycle, name }) => _t("%(cycle)s: %(grade)s", { cycle, grade: name }));
    }

    onClick(ev) {
        if (!ev.target.closest("button")) {
            this.props.onOpen(this.props.card);
        }
    }
}
