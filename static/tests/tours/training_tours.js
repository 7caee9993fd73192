import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const row = (name) => `.o_data_row:contains(${name})`;
const state = (label) => `.o_statusbar_status .o_arrow_button_current:contains(${label})`;

tours.add("hr_performance_training_officer", {
    steps: () => [
        { content: "grouped by skill", trigger: ".o_group_header:contains(None (2))", run: "click" },
        { trigger: row("Public speaking") },
        { content: "both are chosen", trigger: ".o_list_table thead .o_list_record_selector input", run: "click" },
        { trigger: ".o_control_panel button:contains(Plan together)", run: "click" },
        { trigger: ".modal div[name=name] input", run: "edit Speaking, two days" },
        { trigger: ".modal div[name=provider] input", run: "edit Speakers' school" },
        { trigger: ".modal div[name=cost_per_head] input", run: "edit 400 && press Tab" },
        { trigger: ".modal div[name=total_cost]:contains(800)" },
        { trigger: ".modal footer button[name=action_apply]", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: `${row("Employee")} .badge:contains(Planned)` },
        { trigger: `${row("Employee")} td[name=name]`, run: "click" },
        { trigger: state("Planned") },
        { trigger: ".o_statusbar_buttons button:contains(Done)", run: "click" },
        { trigger: ".modal div[name=result] textarea", run: "edit Holds the audience" },
        { trigger: ".modal footer button[name=action_apply]", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: state("Done") },
        { content: "back to where it was found", trigger: "button[name=action_open_source]", run: "click" },
        { trigger: ".o_field_widget[name=action_ids] .o_data_row:contains(Holds the audience)" },
    ],
});

tours.add("hr_performance_training_employee", {
    steps: () => [
        { trigger: `${row("Speaking, two days")} td[name=name]`, run: "click" },
        { trigger: state("Done") },
        { content: "what it costs is not shown", trigger: "body:not(:has(div[name=planned_cost]))" },
        { trigger: "div[name=result]:contains(Holds the audience)" },
        { trigger: ".o_form_view:not(:has(.o_statusbar_buttons button:visible))" },
    ],
});
