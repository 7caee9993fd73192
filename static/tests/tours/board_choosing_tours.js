import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");
const FILTERS = ".o_performance_board_filters";
const SHOWN = ".o_performance_board_head";

function card(name) {
    return `.o_performance_card[aria-label='${name}']`;
}

/** Choose in a filter; so many are shown then, and all again after "Show all". */
function filtered(label, value, shown, name) {
    return [
        { trigger: `${FILTERS} select[aria-label='${label}']`, run: `selectByLabel ${value}` },
        { trigger: `${SHOWN}:contains(10 people, ${shown} shown)` },
        { trigger: card(name) },
        { trigger: `${FILTERS} button:contains(Show all)`, run: "click" },
        { trigger: `${SHOWN}:not(:contains(shown))` },
    ];
}

/** Click a card while a key is held. */
function clickWith(name, keys) {
    return {
        trigger: card(name),
        run: ({ anchor }) =>
            anchor.dispatchEvent(new MouseEvent("click", { bubbles: true, ...keys })),
    };
}

function selected(number) {
    return { trigger: `${FILTERS} .o_performance_board_selection:contains(${number} selected)` };
}

tours.add("calibration_board_filters", {
    steps: () => [
        ...filtered("Department", "North", 2, "Mate1"),
        ...filtered("Job position", "Fitter", 2, "Mate0"),
        ...filtered("Time with the company", "Less than 1 year", 1, "Mate0"),
        ...filtered("Time with the company", "3 years and more", 9, "Mate9"),
        {
            content: "only who is to be discussed",
            trigger: `${FILTERS} .form-check:contains(To discuss) input`,
            run: "click",
        },
        { trigger: `${SHOWN}:contains(10 people, 1 shown)` },
        { trigger: `${card("Mate3")} .o_performance_flag` },
        {
            content: "two filters together leave nobody",
            trigger: `${FILTERS} select[aria-label='Department']`,
            run: "selectByLabel North",
        },
        { trigger: `${SHOWN}:contains(10 people, 0 shown)` },
        {
            content: "the figures of the columns stay those of all",
            trigger: ".o_performance_column[aria-label=Excellent] .o_performance_count:contains(4)",
        },
    ],
});

tours.add("calibration_board_choose", {
    steps: () => [
        clickWith("Mate0", {}),
        selected(1),
        { content: "a plain click takes the other one alone", ...clickWith("Mate1", {}) },
        selected(1),
        { content: "with Control one more", ...clickWith("Mate3", { ctrlKey: true }) },
        selected(2),
        { content: "with Shift all in between", ...clickWith("Mate6", { shiftKey: true }) },
        { trigger: `${card("Mate5")}.o_performance_card_selected` },
        selected(5),
        { content: "a plain click drops the others", ...clickWith("Mate0", {}) },
        selected(1),
        { content: "with Shift up to here", ...clickWith("Mate3", { shiftKey: true }) },
        selected(4),
        { content: "with Control one less", ...clickWith("Mate0", { ctrlKey: true }) },
        clickWith("Mate2", { ctrlKey: true }),
        selected(2),
        {
            trigger: `${FILTERS} .o_performance_board_selection button:contains(Move to)`,
            run: "click",
        },
        { trigger: ".o-dropdown--menu .dropdown-item:contains(Good)", run: "click" },
        { trigger: ".modal li:contains(Mate1)" },
        { trigger: ".modal:not(:has(li:contains(Mate2))) textarea", run: "edit By the keys" },
        { trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: `.o_performance_column[aria-label=Good] ${card("Mate3")}` },
        { trigger: `${FILTERS}:not(:has(.o_performance_board_selection))` },
    ],
});

tours.add("calibration_board_reopen", {
    steps: () => [
        {
            content: "approved: nobody can be moved",
            trigger: `.o_performance_board_state:contains(Approved)`,
        },
        { trigger: `${card("Mate0")} .fa-lock` },
        { trigger: ".o_control_panel button:contains(Reopen)", run: "click" },
        { content: "not without a reason", trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: ".modal .o_field_invalid" },
        { trigger: ".modal textarea", run: "edit A target was read wrongly" },
        { trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: ".o_performance_board_state:contains(In session)" },
        { trigger: `${card("Mate0")}:not(:has(.fa-lock))` },
    ],
});
