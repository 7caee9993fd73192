import { Dialog } from "@web/core/dialog/dialog";
import { useAutofocus } from "@web/core/utils/hooks";
import { Component, useState } from "@odoo/owl";

/** Asks once for the reason of what is done with one card or with many. */
export class MoveDialog extends Component {
    static template = "hr_performance.MoveDialog";
    static components = { Dialog };
    static props = {
        title: String,
        /** A line for each person: `{ id, name, from, to }`, `from` and `to` may be missing. */
        lines: Array,
        /** What a good reason looks like, and why one is needed. */
        example: String,
        missing: String,
        confirmLabel: String,
        /** What else is chosen: `{ id, name }` each; the first one is proposed. */
        choices: { type: Array, optional: true },
        choiceLabel: { type: String, optional: true },
        onMove: Function,
        close: Function,
    };

    setup() {
        this.state = useState({
            reason: "",
            choice: this.props.choices?.[0]?.id,
            asked: false,
            busy: false,
        });
        useAutofocus({ refName: "reason" });
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
        await this.props.onMove(this.state.reason.trim(), this.state.choice);
        this.props.close();
    }
}
