import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { useAutofocus } from "@web/core/utils/hooks";
import { Component, useState } from "@odoo/owl";

/** Asks once for the reason of a move, of one person or of many. */
export class MoveDialog extends Component {
    static template = "hr_performance.MoveDialog";
    static components = { Dialog };
    static props = { cards: Array, column: Object, grades: Object, onMove: Function, close: Function };

    setup() {
        this.state = useState({ reason: "", asked: false, busy: false });
        useAutofocus({ refName: "reason" });
    }

    get title() {
        const { cards, column } = this.props;
        return cards.length === 1
            ? _t("Move %(name)s to %(grade)s", { name: cards[0].name, grade: column.name })
            : _t("Move %(count)s people to %(grade)s", { count: cards.length, grade: column.name });
    }

    get missing() {
        return this.state.asked && !this.state.reason.trim();
    }

    async move() {
        this.state.asked = true;
        if (this.missing || this.state.busy) {
            return;
        }
        this.state.busy = true;
        await this.props.onMove(this.state.reason.trim());
        this.props.close();
    }
}
