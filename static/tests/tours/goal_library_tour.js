import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");
const dialogButton = (name) => `.modal:not(.o_inactive_modal) footer button[name=${name}]`;
const goal = "Raise the sales revenue";
const letter = (name) => `div[name=smart_panel] .badge[title^="${name}"]`;

tours.add("hr_performance_manager_assigns_goals", {
    steps: () => [
        { content: "tick a goal of the library", trigger: `.o_data_row:contains(${goal}) .o_list_record_selector input`, run: "click" },
        { trigger: ".o_control_panel button:contains(Assign)", run: "click" },
        { content: "see first who gets it", trigger: dialogButton("action_preview"), run: "click" },
        { trigger: ".modal div[name=included_line_ids] .o_data_row:contains(Employee)" },
        { trigger: dialogButton("action_apply"), run: "click" },
        { content: "the job is done", trigger: ".o_statusbar_status .o_arrow_button_current:contains(Done)" },
    ],
});

tours.add("hr_performance_employee_amends_goal", {
    steps: () => [
        { trigger: `.o_data_row td:contains(${goal})`, run: "click" },
        { content: "the panel says what is missing", trigger: `${letter("Relevant: not yet")}` },
        { trigger: "div[name=weight] input", run: "edit 100" },
        { trigger: "div[name=target] input", run: "edit 700" },
        { trigger: "div[name=weight] input", run: "click" },
        { content: "live: the target is too high", trigger: "div[name=smart_a]:contains(75 % better than the baseline 400)" },
        { trigger: "div[name=target] input", run: "edit 430" },
        { trigger: "div[name=weight] input", run: "click" },
        { content: "live: the target can be reached", trigger: letter("Achievable: fulfilled") },
        { trigger: "div[name=why] textarea", run: "edit Key accounts carry half of our turnover" },
        { trigger: "div[name=no_parent_reason] input", run: "edit The department has written no goal yet" },
        { trigger: "div[name=confidence] input", run: "edit 5" },
        { trigger: "div[name=weight] input", run: "click" },
        { content: "a low confidence asks for a note", trigger: "div[name=confidence_note] textarea", run: "edit Two accounts want to leave" },
        { content: "the manager's note is not mine", trigger: ".o_form_view:not(:has(div[name=manager_note] textarea))" },
        { content: "all five letters", trigger: "div[name=smart_panel]:not(:has(.text-bg-warning))" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved, .o_form_status_indicator_buttons.invisible" },
    ],
});
