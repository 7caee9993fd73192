import { Component, onMounted, useRef } from "@odoo/owl";

/** The way to move without dragging: the grades, by mouse or keyboard. */
export class MoveMenu extends Component {
    static template = "hr_performance.MoveMenu";
    static props = {
        columns: Array,
        card: Object,
        count: Number,
        onMove: Function,
        onOpen: Function,
        close: Function,
    };

    setup() {
        this.root = useRef("root");
        onMounted(() => this.root.el.querySelector("button:not(:disabled)")?.focus());
    }

    choose(column) {
        this.props.close();
        this.props.onMove(column);
    }

    open() {
        this.props.close();
        this.props.onOpen();
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
