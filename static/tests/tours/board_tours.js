import { rpc } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

/** The card of somebody, in the column of a grade if one is named. */
function card(name, grade) {
    const column = grade ? `.o_performance_column[aria-label='${grade}'] ` : "";
    return `${column}.o_performance_card[aria-label='${name}']`;
}

function column(grade) {
    return `.o_performance_column[aria-label='${grade}'] .o_performance_cards`;
}

function giveReason(reason) {
    return [
        { trigger: ".modal textarea", run: `edit ${reason}` },
        { trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ];
}

/** What another participant does, without this board. */
async function moveElsewhere(name, grade, reason) {
    const id = Number(window.location.pathname.match(/calibration\/(\d+)\//)[1]);
    const call = (method, args) =>
        rpc(`/web/dataset/call_kw/hr.performance.calibration/${method}`, {
            model: "hr.performance.calibration",
            method,
            args: [[id], ...args],
            kwargs: {},
        });
    const board = await call("get_board", []);
    const { rating_id, grade_id } = board.cards.find((one) => one.name === name);
    const target = board.columns.find((one) => one.name === grade);
    await call("move", [[rating_id], target.grade_id, reason, { [rating_id]: grade_id }]);
}

tours.add("calibration_board_move", {
    steps: () => [
        {
            content: "the column says what is outside the guideline",
            trigger: ".o_performance_column_outside[aria-label=Excellent] .o_performance_advice:contains(remove 3)",
        },
        { trigger: ".o_performance_strip canvas" },
        {
            content: "people without a review wait apart and cannot be moved",
            trigger: `${card("Mate9", "Without a grade")}:has(.fa-lock)`,
        },
        {
            content: "one card is dragged",
            trigger: card("Mate0", "Excellent"),
            run: `drag_and_drop ${column("Good")}`,
        },
        {
            content: "not without a reason",
            trigger: ".modal footer .btn-primary",
            run: "click",
        },
        { trigger: ".modal textarea.is-invalid" },
        ...giveReason("Fewer customers than the other teams"),
        {
            content: "old grade struck through beside the new one",
            trigger: `${card("Mate0", "Good")} s:contains(Excellent)`,
        },
        { trigger: ".o_performance_column[aria-label=Excellent] .o_performance_advice:contains(remove 2)" },
        {
            content: "two are chosen and moved in one go, without dragging",
            trigger: `${card("Mate1", "Excellent")} input`,
            run: "click",
        },
        { trigger: `${card("Mate2", "Excellent")} input`, run: "click" },
        { trigger: ".o_performance_board_selection button:contains(Move to)", run: "click" },
        { trigger: ".o-dropdown--menu .dropdown-item:contains(Good)", run: "click" },
        { trigger: ".modal li:contains(Mate1)" },
        ...giveReason("As agreed in the round"),
        { trigger: card("Mate2", "Good") },
        {
            content: "by keyboard: the menu of a card",
            trigger: card("Mate4", "Good"),
            async run(helpers) {
                helpers.anchor.focus();
                await helpers.press("Enter");
            },
        },
        {
            trigger: ".o_performance_move_menu button:contains(Qualified)",
            async run(helpers) {
                helpers.anchor.focus();
                await helpers.press("Enter");
            },
        },
        ...giveReason("Two targets missed"),
        { trigger: card("Mate4", "Qualified") },
        {
            content: "two are chosen, one is dragged, both go",
            trigger: `${card("Mate7", "Good")} input`,
            run: "click",
        },
        { trigger: `${card("Mate8", "Good")} input`, run: "click" },
        { trigger: card("Mate8", "Good"), run: `drag_and_drop ${column("Needs improvement")}` },
        { trigger: ".modal-title:contains(Move 2 people to Needs improvement)" },
        ...giveReason("No target reached"),
        { trigger: card("Mate7", "Needs improvement") },
        {
            content: "a filter shows some, the figures stay those of all",
            trigger: ".o_performance_board_filters input[type=search]",
            run: "edit Mate0",
        },
        { trigger: ".o_performance_board_head:contains(10 people, 1 shown)" },
        { trigger: ".o_performance_board_filters button:contains(Show all)", run: "click" },
        { trigger: card("Mate3", "Excellent") },
    ],
});

tours.add("calibration_board_conflict", {
    steps: () => [
        {
            content: "somebody else moves a card",
            trigger: card("Mate4", "Good"),
            run: () => moveElsewhere("Mate4", "Excellent", "Two key accounts won"),
        },
        {
            content: "this board shows it without being loaded again",
            trigger: card("Mate4", "Excellent"),
        },
        { trigger: card("Mate5", "Good"), run: `drag_and_drop ${column("Qualified")}` },
        {
            content: "somebody else is faster with the same card",
            trigger: ".modal textarea",
            run: () => moveElsewhere("Mate5", "Excellent", "Best of all"),
        },
        ...giveReason("Not enough"),
        {
            content: "who was faster, where to, and why",
            trigger: ".o_notification:contains(Mate5):contains(Excellent):contains(Best of all)",
        },
        {
            content: "and the board shows it",
            trigger: card("Mate5", "Excellent"),
        },
        {
            content: "approving is refused while somebody has no grade",
            trigger: ".o_control_panel button:contains(Approve)",
            run: "click",
        },
        { trigger: ".modal .btn-primary:contains(Approve)", run: "click" },
        { trigger: ".modal:contains(Mate9)" },
        { trigger: ".modal .btn-primary, .modal .btn-close", run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ],
});

tours.add("calibration_board_opinion", {
    steps: () => [
        {
            content: "before the session: nothing can be moved, opinions can be given",
            trigger: `${card("Mate0", "Excellent")}:has(.fa-lock) button[data-opinion=agree]`,
            run: "click",
        },
        { trigger: `${card("Mate0")} button[data-opinion=agree].active` },
        { trigger: `${card("Mate1")} button[data-opinion=question]`, run: "click" },
        { trigger: ".modal textarea", run: "edit Which target was missed?" },
        { trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: `${card("Mate1")} button[data-opinion=question].active` },
    ],
});

tours.add("bias_figures", {
    steps: () => [
        {
            content: "the mildest manager comes first, with a bar of shares",
            trigger: ".o_data_row:first:contains(Manager) .o_performance_share:contains(Excellent)",
        },
        { trigger: ".o_data_row:contains(Manager) td[name=name]", run: "click" },
        {
            content: "behind the figures: the ratings",
            trigger: ".o_data_row:contains(Mate0) td[name=grade_id]",
            run: "click",
        },
        { trigger: ".nav-link[name=chain]", run: "click" },
        { trigger: ".o_performance_chain" },
    ],
});
