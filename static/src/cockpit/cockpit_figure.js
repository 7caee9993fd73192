import { Component } from "@odoo/owl";

/** A number that opens the records behind it; nothing is behind 0. */
export class CockpitFigure extends Component {
    static template = "hr_performance.CockpitFigure";
    static props = { figure: Object, label: String, onOpen: Function, name: { type: String, optional: true } };

    get title() {
        return `${this.props.label}: ${this.props.figure.count}`;
    }
}
