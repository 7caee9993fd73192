import { Dialog } from "@web/core/dialog/dialog";
import { Component } from "@odoo/owl";
import { SIDES } from "./ninebox_data";

/** What is known of the person behind a card, and where to read more. */
export class FactsDialog extends Component {
    static template = "hr_performance.FactsDialog";
    static components = { Dialog };
    static props = { card: Object, levels: Object, box: String, ways: Array, close: Function };

    get side() {
        return SIDES[this.props.card.side];
    }

    get place() {
        const { job, department } = this.props.card;
        return [job, department].filter(Boolean).join(" · ");
    }

    go(way) {
        this.props.close();
        way.onChoose();
    }
}
