import { Component, onMounted, useRef } from "@odoo/owl";

/** What can be done with a card without dragging it, by mouse or keyboard. */
export class MoveMenu extends Component {
    static template = "hr_performance.MoveMenu";
    static props = {
        /** Over the list: where to, or why nowhere. */
        title: String,
        /** Groups of `{ key, label, disabled, onChoose }`, with a line between them. */
        groups: Array,
        close: Function,
    };

    setup() {
        this.root = useRef("root");
        onMounted(() => this.root.el.querySelector("button:not(:disabled)")?.focus());
    }

    choose(entry) {
        this.props.close();
        entry.onChoose();
    }

    onKeydown(ev) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[ev.key];
        if (step) {
            const buttons = [...this.root.el.querySelectorAll("button:not(:disabled)")];
            const next = buttons.indexOf(ev.target) + step + buttons.length;
            buttons[next % buttons.length].focus();
            ev.preventDefault();
        }
    }
}
