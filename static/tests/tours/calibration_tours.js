import { registry } from "@web/core/registry";

const row = (name) => `.o_field_one2many[name=member_ids] .o_data_row:contains(${name})`;

registry.category("web_tour.tours").add("calibration_set_up", {
    steps: () => [
        { content: "sessions for the cycle", trigger: "button:contains(Set up calibration)", run: "click" },
        { trigger: ".modal button[name=action_preview]", run: "click" },
        { content: "who is in none, and why", trigger: ".modal .alert:contains(Manager: has no department above)" },
        { trigger: ".modal .o_data_row:contains(This quarter · Sales)" },
        { trigger: ".modal button[name=action_apply]", run: "click" },
        {
            content: "the session",
            trigger: "body:not(:has(.modal)) .o_data_row:contains(This quarter · Sales) .o_data_cell[name=name]",
            run: "click",
        },
        { trigger: row("Employee") },
        { trigger: ".text-success:contains(In the calendars of all)" },
    ],
});

registry.category("web_tour.tours").add("calibration_opinion", {
    steps: () => [
        { content: "my session", trigger: ".o_kanban_record:contains(This quarter · Sales)", run: "click" },
        { content: "agree with one", trigger: `${row("Colleague")} button[name=action_agree]`, run: "click" },
        { trigger: `${row("Colleague")} .badge:contains(Agree)` },
        { content: "ask about another", trigger: `${row("Employee")} button[name=action_question]`, run: "click" },
        { trigger: ".modal .o_field_widget[name=note] textarea", run: "edit Which figures are these?" },
        { trigger: ".modal .o_form_button_save", run: "click" },
        { trigger: `${row("Employee")}:contains(Which figures are these?)` },
    ],
});

registry.category("web_tour.tours").add("calibration_approve", {
    steps: () => [
        { content: "open it", trigger: "button[name=action_open]:contains(Open the session)", run: "click" },
        { trigger: ".modal .btn-primary", run: "click" },
        { content: "look at the board", trigger: "button:contains(Board)", run: "click" },
        { trigger: ".o_performance_board" },
        { content: "and back", trigger: ".o_breadcrumb .o_back_button:last a, .breadcrumb-item:last a", run: "click" },
        { content: "approve it", trigger: "button[name=action_approve]", run: "click" },
        { trigger: ".modal .btn-primary", run: "click" },
        { trigger: ".o_statusbar_status .o_arrow_button_current:contains(Approved)" },
    ],
});
