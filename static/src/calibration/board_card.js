import { _t } from "@web/core/l10n/translation";
import { formatFloat } from "@web/core/utils/numbers";
import { Component } from "@odoo/owl";
import { FLAGS } from "./board_data";

/** One person on the board. */
export class BoardCard extends Component {
    static template = "hr_performance.BoardCard";
    static props = {
        card: Object,
        grades: Object,
        flags: Object,
        asking: Boolean,
        selected: Boolean,
        changed: Boolean,
        onSelect: Function,
        onMenu: Function,
        onOpinion: Function,
    };

    get score() {
        const { score } = this.props.card;
        return score === null ? "" : formatFloat(score, { digits: [16, 2] });
    }

    get subtitle() {
        const { job, department } = this.props.card;
        return [job, department].filter(Boolean).join(" · ");
    }

    /** Grades of the cycles before, newest first; a gap where there was none. */
    get earlier() {
        return this.props.card.earlier
            .filter(Boolean)
            .map(({ cycle, name }) => _t("%(cycle)s: %(grade)s", { cycle, grade: name }));
    }

    get flags() {
        return this.props.card.flags.map((code) => ({
            code,
            ...FLAGS[code],
            sentence: this.props.flags[code],
        }));
    }

    get opinions() {
        return [
            { key: "agree", label: _t("Agree"), icon: "fa-check" },
            { key: "question", label: _t("Question"), icon: "fa-question" },
            { key: "none", label: _t("No opinion"), icon: "fa-minus" },
        ];
    }

    onClick(ev) {
        if (!ev.target.closest("button, input, a")) {
            this.props.onSelect(this.props.card, ev);
        }
    }

    /** The box of the card: one more or one less, as with the control key. */
    onToggle() {
        this.props.onSelect(this.props.card, { ctrlKey: true });
    }
}
