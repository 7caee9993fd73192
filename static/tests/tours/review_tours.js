import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const card = (subject) => `.o_performance_card[data-subject^="${subject}"]`;

tours.add("hr_performance_review_self", {
    steps: () => [
        { content: "nothing is complete", trigger: ".o_performance_progress:contains(0 of)" },
        {
            content: "the standard stands where the level is chosen",
            trigger: `${card("Teamwork")} label:has(.o_performance_level:contains(Excellent)):contains(departments)`,
            run: "click",
        },
        { content: "its section is ticked", trigger: ".o_performance_complete:contains(Teamwork)" },
        { trigger: ".o_performance_progress:contains(1 of)" },
        {
            trigger: `${card("Teamwork")} .o_performance_comment textarea`,
            run: "edit Trained the colleagues of the warehouse",
        },
        {
            content: "the measured figure stands beside the goal",
            trigger: `${card("Raise sales")}:contains(100 units)`,
        },
        {
            trigger: `${card("Raise sales")} .o_performance_reported input`,
            run: "edit 130",
        },
        { trigger: "div[name=summary] textarea", run: "edit A good quarter" },
        { trigger: ".o_performance_complete:contains(Raise sales)" },
        {
            content: "a click on a section leads there",
            trigger: ".o_performance_sections button:contains(Innovation)",
            run: "click",
        },
        { trigger: `${card("Innovation")} label:contains(Points)`, run: "click" },
        { trigger: `${card("Innovation")} .o_performance_points input`, run: "edit 88" },
        { content: "the draft is saved by itself", trigger: ".o_performance_progress:contains(4 of)" },
        {
            content: "without a click on save",
            trigger: ".o_form_status_indicator_buttons.invisible:not(:visible)",
            timeout: 40000,
        },
        { trigger: ".o_statusbar_buttons button[name=action_submit]", run: "click" },
        { trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: ".o_statusbar_status .o_arrow_button_current:contains(Submitted)" },
        {
            content: "what was said is read only",
            trigger: `${card("Teamwork")} input[type=radio]:disabled`,
        },
    ],
});

tours.add("hr_performance_review_self_phone", {
    steps: () => [
        { trigger: `${card("Teamwork")} label:contains(Cannot judge)`, run: "click" },
        { content: "ticked here too", trigger: `${card("Teamwork")} .o_performance_done` },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_status_indicator_buttons.invisible:not(:visible)" },
    ],
});

tours.add("hr_performance_review_settle", {
    steps: () => [
        { content: "the manager is told", trigger: ".alert:contains(deviate from the measured ones)" },
        { trigger: ".nav-link:contains(All sources)", run: "click" },
        {
            content: "self and manager lie apart",
            trigger: ".o_performance_voices tr:contains(Teamwork) .o_performance_differs",
        },
        { trigger: ".nav-link:contains(Cross-verification)", run: "click" },
        { trigger: "div[name=verification_ids] .o_data_row:contains(Deviates) button:contains(Settle)", run: "click" },
        { trigger: ".modal div[name=reason] textarea", run: "edit Booked in October" },
        { trigger: ".modal footer button[name=action_apply]", run: "click" },
        { trigger: "div[name=verification_ids] .o_data_row:contains(Settled)" },
    ],
});
