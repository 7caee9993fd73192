import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

/** The card of somebody, in a box (or the tray) if one is named. */
function card(name, box) {
    const place = box ? `.o_performance_box[aria-label='${box}'] ` : "";
    return `${place}.o_performance_card[aria-label='${name}']`;
}

function box(name) {
    return `.o_performance_box[aria-label='${name}'] .o_performance_cards`;
}

function giveReason(reason) {
    return [
        { trigger: ".modal textarea", run: `edit ${reason}` },
        { trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ];
}

tours.add("ninebox_move", {
    steps: () => [
        {
            content: "nobody is judged yet: all wait in the tray",
            trigger: ".o_performance_tray .o_performance_count:contains(3)",
        },
        {
            content: "a card is dragged from the tray into the column of its grade",
            trigger: card("Mate0", "Not placed yet"),
            run: `drag_and_drop ${box("Star")}`,
        },
        {
            content: "not without a reason",
            trigger: ".modal footer .btn-primary",
            run: "click",
        },
        { trigger: ".modal textarea.is-invalid" },
        ...giveReason("Learns faster than all others"),
        { trigger: card("Mate0", "Star") },
        { trigger: ".o_performance_box[aria-label=Star] header:contains(100%)" },
        {
            content: "performance cannot be dragged, and a sentence says so",
            trigger: card("Mate0", "Star"),
            run: `drag_and_drop ${box("Rising talent")}`,
        },
        { trigger: ".o_notification:contains(Performance cannot be dragged):contains(Mate0)" },
        {
            content: "nor is somebody without a grade placed",
            trigger: card("Mate2", "Not placed yet"),
            run: `drag_and_drop ${box("Star")}`,
        },
        { trigger: ".o_notification:contains(Mate2 has no grade)" },
        {
            content: "down again",
            trigger: card("Mate0", "Star"),
            run: `drag_and_drop ${box("High performer")}`,
        },
        ...giveReason("In the own field only"),
        { trigger: card("Mate0", "High performer") },
        {
            content: "by keyboard: the menu of a card",
            trigger: card("Mate1", "Not placed yet"),
            async run(helpers) {
                helpers.anchor.focus();
                await helpers.press("Enter");
            },
        },
        {
            trigger: ".o_performance_move_menu button:contains(High potential)",
            async run(helpers) {
                helpers.anchor.focus();
                await helpers.press("Enter");
            },
        },
        ...giveReason("Took over a second product"),
        {
            content: "a click opens the facts",
            trigger: card("Mate1", "Rising talent"),
            run: "click",
        },
        { trigger: ".modal .o_performance_facts:contains(Good):contains(Took over a second product)" },
        { trigger: ".modal footer button:contains(Criteria)", run: "click" },
        { trigger: ".modal .o_field_widget[name=line_ids]:contains(Learning agility)" },
        { trigger: ".modal .btn-close", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        {
            content: "proposed for a pool, from the box",
            trigger: ".o_performance_box[aria-label='Rising talent'] header button",
            run: "click",
        },
        { trigger: ".modal select", run: "selectByLabel Successors" },
        ...giveReason("Could lead the team in a year"),
        { trigger: ".o_notification:contains(HR decides)" },
        {
            content: "a filter shows some, the figures stay those of all",
            trigger: ".o_performance_board_filters input[type=search]",
            run: "edit Mate1",
        },
        { trigger: ".o_performance_people:contains(3 people, 1 shown)" },
        { trigger: ".o_performance_board_filters button:contains(Show all)", run: "click" },
        { trigger: card("Mate0", "High performer") },
    ],
});

tours.add("talent_pool", {
    steps: () => [
        {
            content: "the proposal of the manager waits",
            trigger: ".o_data_row:contains(Mate0) td[name=employee_id]",
            run: "click",
        },
        { trigger: ".o_form_view button[name=action_approve]", run: "click" },
        { trigger: ".o_field_widget[name=state] .o_arrow_button_current:contains(Member)" },
        { trigger: "button:contains(Take out of the pool)", run: "click" },
        { trigger: ".modal .o_field_widget[name=reason] textarea", run: "edit Became team leader" },
        { trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: ".o_field_widget[name=state] .o_arrow_button_current:contains(Left)" },
        { trigger: ".o_field_widget[name=exit_reason]:contains(Became team leader)" },
    ],
});
