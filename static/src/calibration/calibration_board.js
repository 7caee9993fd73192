import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { Dropdown } from "@web/core/dropdown/dropdown";
import { DropdownItem } from "@web/core/dropdown/dropdown_item";
import { formatFloat } from "@web/core/utils/numbers";
import { _t } from "@web/core/l10n/translation";
import { RPCError } from "@web/core/network/rpc";
import { usePopover } from "@web/core/popover/popover_hook";
import { registry } from "@web/core/registry";
import { useBus, useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { Component, markRaw, onWillStart, onWillUnmount, useRef, useState } from "@odoo/owl";
import { ARROWS, focusFrom, useBoardDragging } from "../board/board_dragging";
import { MoveDialog } from "../board/move_dialog";
import { MoveMenu } from "../board/move_menu";
import { BoardCard } from "./board_card";
import { byColumn, changedIds, NO_FILTERS, passes, TENURES, valuesOf } from "./board_data";
import { GuidelineStrip } from "./guideline_strip";
import { OpinionDialog } from "./opinion_dialog";

const MODEL = "hr.performance.calibration";
const CHANGED = "hr_performance.calibration/changed";

/** The board of a calibration session: a column per grade, people are dragged between them. */
export class CalibrationBoard extends Component {
    static template = "hr_performance.CalibrationBoard";
    static components = { BoardCard, Dropdown, DropdownItem, GuidelineStrip, Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.menu = usePopover(MoveMenu, { position: "bottom-end", arrow: false });
        this.columns = useRef("columns");
        this.display = { controlPanel: {} };
        this.tenures = TENURES;
        this.state = useState({
            board: null,
            filters: { ...NO_FILTERS },
            selected: new Set(),
            changed: new Set(),
        });
        this.dragging = false;
        this.late = false;
        useBoardDragging({
            ref: this.columns,
            // The whole column takes a card, its head too.
            groups: ".o_performance_column",
            onDragStart: (element) => this.onDragStart(element),
            onDragEnd: (element) => this.onDragEnd(element),
            onDrop: (element, parent) => this.onDrop(element, parent),
        });
        onWillStart(() => this.load());
        this.listen();
    }

    get sessionId() {
        return this.props.action.context.active_id;
    }

    // What the server says

    async load() {
        this.show(await this.orm.call(MODEL, "get_board", [[this.sessionId]]));
    }

    show(board) {
        const earlier = this.state.board;
        this.state.changed = new Set(earlier ? changedIds(earlier, board) : []);
        const names = Object.fromEntries(board.columns.map((one) => [one.grade_id, one.name]));
        // Raw and the same objects for each drawing, so that only what changed is drawn again.
        this.state.board = markRaw({ ...board, names });
        const movable = board.cards.filter((card) => card.movable).map((card) => card.member_id);
        this.state.selected = new Set(movable.filter((id) => this.state.selected.has(id)));
    }

    /** Load again when another participant moved somebody; the news itself says nothing. */
    listen() {
        const bus = this.env.services.bus_service;
        const channel = `hr_performance.calibration_${this.sessionId}`;
        const onChange = ({ id }) => {
            if (id !== this.sessionId) {
                return;
            }
            if (this.dragging) {
                this.late = true;
            } else {
                this.load();
            }
        };
        bus.addChannel(channel);
        bus.subscribe(CHANGED, onChange);
        // After a gap in the connection nobody knows what was missed.
        useBus(bus, "BUS:RECONNECT", () => this.load());
        onWillUnmount(() => {
            bus.unsubscribe(CHANGED, onChange);
            bus.deleteChannel(channel);
        });
    }

    // What is shown

    get board() {
        return this.state.board;
    }

    get session() {
        return this.board.session;
    }

    get guided() {
        return this.session.guideline_mode !== "off";
    }

    can(step) {
        return this.session.allowed_transitions.includes(step);
    }

    get shown() {
        const { filters } = this.state;
        return this.board.cards.filter((card) => passes(card, filters));
    }

    get cardsByColumn() {
        return byColumn(this.shown, this.board.columns);
    }

    /** The columns, before them one for people without a grade where there are any. */
    get allColumns() {
        const { columns, holding } = this.board;
        const none = { grade_id: 0, name: _t("Without a grade"), count: holding.count };
        return holding.count ? [none, ...columns] : columns;
    }

    get departments() {
        return valuesOf(this.board.cards, "department");
    }

    get jobs() {
        return valuesOf(this.board.cards, "job");
    }

    get filtered() {
        const { filters } = this.state;
        return Object.keys(NO_FILTERS).some((name) => filters[name] !== NO_FILTERS[name]);
    }

    percent(share) {
        return `${formatFloat(share, { digits: [16, 1], trailingZeros: false })}%`;
    }

    seats({ seats_low, seats_high }) {
        return seats_low === seats_high ? seats_low : `${seats_low}–${seats_high}`;
    }

    resetFilters() {
        this.state.filters = { ...NO_FILTERS };
    }

    // Selecting

    /** A click takes one, with control one more or less, with shift all up to the last one. */
    onSelect(card, { ctrlKey, metaKey, shiftKey }) {
        if (!card.movable) {
            return;
        }
        const { selected } = this.state;
        const id = card.member_id;
        if (shiftKey && this.anchor) {
            this.idsBetween(this.anchor, card).forEach((one) => selected.add(one));
            return;
        }
        this.anchor = card;
        if (ctrlKey || metaKey) {
            selected.has(id) ? selected.delete(id) : selected.add(id);
            return;
        }
        const alone = selected.size === 1 && selected.has(id);
        selected.clear();
        if (!alone) {
            selected.add(id);
        }
    }

    idsBetween(one, other) {
        const cards = [...this.cardsByColumn.values()].flat();
        const places = [one, other].map(({ member_id }) =>
            cards.findIndex((card) => card.member_id === member_id)
        );
        const [first, last] = places.sort((a, b) => a - b);
        return cards
            .slice(Math.max(first, 0), last + 1)
            .filter((card) => card.movable)
            .map((card) => card.member_id);
    }

    clearSelection() {
        this.state.selected.clear();
    }

    /** Whom a move of this card takes along: all selected ones, if it is one of them. */
    idsWith(id) {
        return this.state.selected.has(id) ? [...this.state.selected] : [id];
    }

    onKeydown(ev) {
        const element = ev.target.closest(".o_performance_card");
        if (element !== ev.target) {
            return;
        }
        const card = this.board.cards.find((one) => one.member_id === Number(element.dataset.id));
        if (ev.key === " ") {
            this.onSelect(card, { ctrlKey: true });
        } else if (ev.key === "Enter") {
            this.openMenu(card, element);
        } else if (ARROWS.includes(ev.key)) {
            focusFrom(this.columns.el, ".o_performance_cards", element, ev.key);
        } else {
            return;
        }
        ev.preventDefault();
    }

    // Moving

    onDragStart(element) {
        this.dragging = true;
        const { length } = this.idsWith(Number(element.dataset.id));
        if (length > 1) {
            element.dataset.count = length;
        }
    }

    onDragEnd(element) {
        this.dragging = false;
        delete element.dataset.count;
        if (this.late) {
            this.late = false;
            this.load();
        }
    }

    onDrop(element, parent) {
        const gradeId = Number(parent?.dataset.column);
        const column = this.board.columns.find((one) => one.grade_id === gradeId);
        if (column) {
            this.askMove(this.idsWith(Number(element.dataset.id)), column);
        }
    }

    onMenu(card, ev) {
        this.openMenu(card, ev.currentTarget);
    }

    openMenu(card, target) {
        const ids = this.idsWith(card.member_id);
        this.menu.open(target, {
            title: this.menuTitle(card, ids.length),
            groups: [
                this.board.columns.map((column) => ({
                    key: column.grade_id,
                    label: column.name,
                    disabled: ids.length === 1 && column.grade_id === card.grade_id,
                    onChoose: () => this.askMove(ids, column),
                })),
                [
                    {
                        key: "open",
                        label: _t("Open score and grade"),
                        onChoose: () => this.openRating(card),
                    },
                ],
            ].slice(card.movable ? 0 : 1, card.rating_id ? 2 : 1),
        });
    }

    menuTitle(card, count) {
        if (!card.movable) {
            return card.why_not;
        }
        return count > 1 ? _t("Move %s people to", count) : _t("Move to");
    }

    openRating(card) {
        this.action.doAction({
            type: "ir.actions.act_window",
            name: card.name,
            res_model: "hr.performance.rating",
            res_id: card.rating_id,
            views: [[false, "form"]],
            target: "new",
        });
    }

    askMove(ids, column) {
        const cards = this.board.cards.filter(
            (card) =>
                ids.includes(card.member_id) && card.movable && card.grade_id !== column.grade_id
        );
        if (cards.length) {
            const names = this.board.names;
            this.dialog.add(MoveDialog, {
                title:
                    cards.length === 1
                        ? _t("Move %(name)s to %(grade)s", { name: cards[0].name, grade: column.name })
                        : _t("Move %(count)s people to %(grade)s", {
                              count: cards.length,
                              grade: column.name,
                          }),
                lines: cards.map(({ member_id, name, grade_id }) => ({
                    id: member_id,
                    name,
                    from: names[grade_id],
                    to: column.name,
                })),
                example: _t(
                    "e.g. Compared with Good of the other teams: one target missed, no part for others"
                ),
                missing: _t(
                    "Please give the reason: it stands in the chain of grades of each person."
                ),
                confirmLabel: _t("Move"),
                onMove: (reason) => this.move(cards, column, reason),
            });
        }
    }

    async move(cards, column, reason) {
        const ids = cards.map((card) => card.rating_id);
        const seen = Object.fromEntries(cards.map((card) => [card.rating_id, card.grade_id]));
        const values = [[this.sessionId], ids, column.grade_id, reason, seen];
        try {
            const board = await this.orm.call(MODEL, "move", values);
            this.clearSelection();
            this.show(board);
        } catch (error) {
            if (!(error instanceof RPCError && error.data?.message)) {
                throw error;
            }
            // Mostly: somebody else was faster. It says who moved whom, and the board shows it.
            this.notification.add(error.data.message, { type: "warning", sticky: true });
            await this.load();
        }
    }

    // Opinions before the session

    onOpinion(card, opinion) {
        if (opinion === "question") {
            this.dialog.add(OpinionDialog, {
                name: card.name,
                onGive: (note) => this.giveOpinion(card, opinion, note),
            });
        } else {
            this.giveOpinion(card, opinion);
        }
    }

    async giveOpinion(card, opinion, note = null) {
        const values = [[card.member_id], opinion, note];
        await this.orm.call("hr.performance.calibration.member", "give_opinion", values);
        await this.load();
    }

    // Steps of the session

    open() {
        this.confirmStep("open", {
            title: _t("Open the session"),
            body: _t(
                "From now on the reviews of these people are locked until the session is approved. Open it?"
            ),
            confirmLabel: _t("Open the session"),
        });
    }

    approve() {
        this.confirmStep("approve", {
            title: _t("Approve"),
            body: _t(
                "The grades then change only by an appeal, or when HR reopens the session. Approve?"
            ),
            confirmLabel: _t("Approve"),
        });
    }

    confirmStep(name, question) {
        this.dialog.add(ConfirmationDialog, {
            ...question,
            confirm: async () => {
                await this.orm.call(MODEL, `action_${name}`, [[this.sessionId]]);
                await this.load();
            },
            cancel: () => {},
        });
    }

    /** A step with a reason, which the dialog for reasons asks. */
    stepWithReason(name) {
        return this.action.doAction("hr_performance.reason_wizard_action", {
            additionalContext: {
                default_res_model: MODEL,
                default_res_id: this.sessionId,
                default_step: name,
            },
            onClose: () => this.load(),
        });
    }
}

registry.category("actions").add("hr_performance.calibration_board", CalibrationBoard);
