import { _t } from "@web/core/l10n/translation";
import { RPCError } from "@web/core/network/rpc";
import { usePopover } from "@web/core/popover/popover_hook";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { formatFloat } from "@web/core/utils/numbers";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { Component, markRaw, onWillStart, useRef, useState } from "@odoo/owl";
import { ARROWS, focusFrom, useBoardDragging } from "../board/board_dragging";
import { MoveDialog } from "../board/move_dialog";
import { MoveMenu } from "../board/move_menu";
import { valuesOf } from "../calibration/board_data";
import { FactsDialog } from "./facts_dialog";
import { NineboxCard } from "./ninebox_card";
import { BANDS, boxOf, byBox, NO_FILTERS, passes, POTENTIALS } from "./ninebox_data";

const MODEL = "hr.performance.potential";

/** Performance by potential: people are dragged up and down, the grade places them sideways. */
export class Ninebox extends Component {
    static template = "hr_performance.Ninebox";
    static components = { Layout, NineboxCard };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.menu = usePopover(MoveMenu, { position: "bottom-end", arrow: false });
        this.root = useRef("root");
        this.display = { controlPanel: {} };
        this.bands = BANDS;
        this.potentials = POTENTIALS;
        this.state = useState({ data: null, filters: { ...NO_FILTERS } });
        useBoardDragging({
            ref: this.root,
            groups: ".o_performance_box",
            onDrop: (element, parent) => this.onDrop(element, parent),
        });
        onWillStart(() => this.load());
    }

    // What the server says

    async load(cycleId = this.data?.cycle_id || false) {
        this.show(await this.orm.call(MODEL, "get_box", [cycleId]));
    }

    show(data) {
        // Raw and the same objects for each drawing, so that only what changed is drawn again.
        this.state.data = markRaw(data);
    }

    // What is shown

    get data() {
        return this.state.data;
    }

    get shown() {
        const { filters } = this.state;
        return this.data.cards.filter((card) => passes(card, filters));
    }

    get cardsByBox() {
        return byBox(this.shown);
    }

    get waiting() {
        return this.data.cards.filter((card) => !boxOf(card)).length;
    }

    get departments() {
        return valuesOf(this.data.cards, "department");
    }

    get managers() {
        return valuesOf(this.data.cards, "manager");
    }

    get filtered() {
        const { filters } = this.state;
        return Object.keys(NO_FILTERS).some((name) => filters[name] !== NO_FILTERS[name]);
    }

    /** The three boxes of a row, from left to right. */
    boxesOf(potential) {
        return BANDS.map(({ key }) =>
            this.data.boxes.find((box) => box.band === key && box.potential === potential)
        );
    }

    boxName(card) {
        const key = boxOf(card);
        return this.data.boxes.find((box) => boxOf(box) === key)?.name || "";
    }

    key(box) {
        return boxOf(box);
    }

    percent(share) {
        return `${formatFloat(share, { digits: [16, 1], trailingZeros: false })}%`;
    }

    resetFilters() {
        this.state.filters = { ...NO_FILTERS };
    }

    onCycle(ev) {
        this.load(Number(ev.target.value));
    }

    cardOf(element) {
        const id = Number(element.dataset.id);
        return this.data.cards.find((card) => card.evaluation_id === id);
    }

    // Moving

    onDrop(element, parent) {
        const card = this.cardOf(element);
        const [band, potential] = (parent?.dataset.box || "").split("-");
        if (!potential) {
            return;
        }
        if (!card.band) {
            this.warn(
                _t(
                    "%s has no grade in this cycle yet, and so lies in no box. “Move to…” on the card judges the potential already now.",
                    card.name
                )
            );
        } else if (band !== card.band) {
            this.warn(
                _t(
                    "Performance cannot be dragged: %(name)s was graded “%(grade)s”, which places the card in this column. Drag it up or down to judge the potential.",
                    card
                )
            );
        } else {
            this.askMove([card], potential);
        }
    }

    warn(message) {
        this.notification.add(message, { type: "warning" });
    }

    askMove(cards, level) {
        const moved = cards.filter((card) => card.movable && card.potential !== level);
        if (!moved.length) {
            return;
        }
        const { levels } = this.data;
        this.dialog.add(MoveDialog, {
            title: _t("Potential of %(name)s: %(level)s", {
                name: moved[0].name,
                level: levels[level],
            }),
            lines: moved.map((card) => ({
                id: card.evaluation_id,
                name: card.name,
                from: levels[card.potential],
                to: levels[level],
            })),
            example: _t("e.g. Took over a new product in two months and trains others in it"),
            missing: _t("Please give the reason: it is kept with the judgement."),
            confirmLabel: _t("Move"),
            onMove: (reason) => this.move(moved, level, reason),
        });
    }

    async move(cards, level, reason) {
        const ids = cards.map((card) => card.evaluation_id);
        const seen = Object.fromEntries(cards.map((card) => [card.evaluation_id, card.potential]));
        try {
            this.show(await this.orm.call(MODEL, "move", [ids, level, reason, seen]));
        } catch (error) {
            if (!(error instanceof RPCError && error.data?.message)) {
                throw error;
            }
            // Mostly: somebody else was faster, and the box shows it now.
            this.notification.add(error.data.message, { type: "warning", sticky: true });
            await this.load();
        }
    }

    // Without dragging

    onKeydown(ev) {
        const element = ev.target.closest(".o_performance_card");
        if (!element || element !== ev.target) {
            return;
        }
        if (ev.key === "Enter") {
            this.openMenu(this.cardOf(element), element);
        } else if (ev.key === " ") {
            this.openFacts(this.cardOf(element));
        } else if (ARROWS.includes(ev.key)) {
            focusFrom(this.root.el, ".o_performance_cards", element, ev.key);
        } else {
            return;
        }
        ev.preventDefault();
    }

    openMenu(card, target) {
        const levels = POTENTIALS.map(({ key, label }) => ({
            key,
            label,
            disabled: key === card.potential,
            onChoose: () => this.askMove([card], key),
        }));
        const propose = {
            key: "pool",
            label: _t("Propose for a talent pool"),
            onChoose: () => this.askPool([card]),
        };
        this.menu.open(target, {
            title: card.movable ? _t("Move to") : card.why_not,
            groups: [
                ...(card.movable ? [levels] : []),
                ...(this.canPropose([card]) ? [[propose]] : []),
                this.ways(card),
            ],
        });
    }

    // Facts

    /** Where more can be read about the person. */
    ways(card) {
        return [
            {
                key: "criteria",
                label: _t("Criteria"),
                onChoose: () => this.openCriteria(card),
            },
            {
                key: "history",
                label: _t("History"),
                onChoose: () =>
                    this.action.doAction({
                        type: "ir.actions.client",
                        tag: "hr_performance.history",
                        name: card.name,
                        params: { employee_id: card.employee_id },
                    }),
            },
        ];
    }

    async openCriteria(card) {
        const action = await this.orm.call("hr.performance.evaluation", "action_open_potential", [
            [card.evaluation_id],
        ]);
        this.action.doAction(action, { onClose: () => this.load() });
    }

    openFacts(card) {
        this.dialog.add(FactsDialog, {
            card,
            levels: this.data.levels,
            box: this.boxName(card),
            ways: this.ways(card),
        });
    }

    // Talent pool

    canPropose(cards) {
        return this.data.pools.length > 0 && cards.some((card) => card.proposable);
    }

    askPool(all) {
        const cards = all.filter((card) => card.proposable);
        this.dialog.add(MoveDialog, {
            title: _t("Propose for a talent pool"),
            lines: cards.map((card) => ({ id: card.evaluation_id, name: card.name })),
            choices: this.data.pools,
            choiceLabel: _t("Talent pool"),
            example: _t("e.g. Carries the key account alone and asks for a larger task"),
            missing: _t("Please give the reason: HR decides by it."),
            confirmLabel: _t("Propose"),
            onMove: (reason, pool) => this.propose(cards, pool, reason),
        });
    }

    async propose(cards, pool, reason) {
        const ids = cards.map((card) => card.evaluation_id);
        await this.orm.call(MODEL, "propose", [ids, pool, reason]);
        this.notification.add(_t("Proposed. HR decides about it."), { type: "success" });
    }
}

registry.category("actions").add("hr_performance.ninebox", Ninebox);
