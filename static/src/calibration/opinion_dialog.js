import { Dialog } from "@web/core/dialog/dialog";
import { useAutofocus } from "@web/core/utils/hooks";
import { Component, useState } from "@odoo/owl";

/** What a participant wants to ask about a person's grade in the session. */
export class OpinionDialog extends Component {
    static template = "hr_performance.OpinionDialog";
    static components = { Dialog };
    static props = { name: String, onGive: Function, close: Function };

    setup() {
        this.state = useState({ note: "" });
        useAutofocus({ refName: "note" });
    }

    async give() {
        await this.props.onGive(this.state.note.trim());
        this.props.close();
    }
}
