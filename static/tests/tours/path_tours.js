import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

/** One role's part of the path, from a goal to the coefficient that payroll reads. */
function role(name, steps) {
    tours.add(`hr_performance_${name}`, { steps: () => steps });
}

const dialogButton = (name) => `.modal:not(.o_inactive_modal) footer button[name=${name}]`;
const header = (name) => `.o_statusbar_buttons button[name=${name}], .o_control_panel button[name=${name}]`;
const confirmed = (name) => [
    { trigger: header(name), run: "click" },
    { trigger: ".modal footer .btn-primary", run: "click" },
];
const state = (label) => `.o_statusbar_status .o_arrow_button_current:contains(${label})`;

/** Sign the opened document by typing the own name. */
const signTyped = (name) => [
    { trigger: ".o_statusbar_buttons button:contains(Sign)", run: "click" },
    { trigger: ".modal div[name=typed_name] input", run: `edit ${name}` },
    { trigger: ".modal footer button:contains(Sign)", run: "click" },
    { trigger: "body:not(:has(.modal))" },
];

role("employee_goals", [
    { content: "a new goal of my own", trigger: ".o_list_button_add", run: "click" },
    { trigger: "div[name=name] textarea, div[name=name] input", run: "edit Visit 30 key accounts by the end of the quarter" },
    { trigger: "div[name=target] input", run: "edit 30" },
    { trigger: "div[name=weight] input", run: "edit 100" },
    { trigger: "div[name=why] textarea", run: "edit Key accounts bring most of our sales" },
    { trigger: "div[name=confidence] input", run: "edit 8" },
    { trigger: ".o_form_button_save", run: "click" },
    { content: "it is saved", trigger: ".o_form_saved, .o_form_status_indicator_buttons.invisible" },
]);

role("employee_submits", [
    { trigger: header("action_submit"), run: "click" },
    { trigger: state("To sign") },
    ...signTyped("Employee"),
    { content: "the own signature stands", trigger: ".nav-link:contains(Signatures)", run: "click" },
    { trigger: "div[name=signature_ids] .o_data_row:contains(Employee)" },
]);

role("manager_signs", [
    { trigger: state("To sign") },
    ...signTyped("Manager"),
    { content: "both have signed", trigger: state("Signed") },
]);

const card = (subject) => `.o_performance_card[data-subject="${subject}"]`;

/** Judge one dimension by its level and submit. */
const review = [
    { trigger: "button[name=action_open_my_review]", run: "click" },
    { trigger: "div[name=summary] textarea", run: "edit A good quarter" },
    { trigger: `${card("Teamwork")} .o_performance_levels label:contains(Good)`, run: "click" },
    { content: "the section is ticked", trigger: ".o_performance_complete:contains(Teamwork)" },
    ...confirmed("action_submit"),
    { trigger: state("Submitted") },
];

role("employee_reviews", review);

role("manager_reviews", review);

role("manager_decides", [
    { trigger: ".o_statusbar_buttons button:contains(Decide)", run: "click" },
    { trigger: ".modal div[name=grade_id] label:contains(Qualified)", run: "click" },
    { trigger: ".modal div[name=reason] textarea", run: "edit Two deliveries came late" },
    { trigger: dialogButton("action_apply"), run: "click" },
    { trigger: "body:not(:has(.modal))" },
    { content: "the decided grade stands", trigger: "div[name=grade_id]:contains(Qualified)" },
]);

role("employee_answers", [
    { trigger: ".o_statusbar_buttons button:contains(Sign: my answer)", run: "click" },
    { trigger: ".modal div[name=decision] label:contains(I do not agree)", run: "click" },
    { trigger: ".modal div[name=comment] textarea", run: "edit The late deliveries were not mine" },
    { trigger: ".modal div[name=typed_name] input", run: "edit Employee" },
    { trigger: ".modal footer button:contains(Sign)", run: "click" },
    { trigger: "body:not(:has(.modal))" },
    { trigger: state("Not agreed") },
]);

role("officer_launches", [
    { trigger: ".o_statusbar_buttons button:contains(Launch)", run: "click" },
    { trigger: dialogButton("action_preview"), run: "click" },
    { trigger: ".modal .nav-link:contains(Not in the cycle)", run: "click" },
    { content: "why the boss is not in", trigger: ".modal .o_data_row:contains(has no manager)" },
    { trigger: dialogButton("action_apply"), run: "click" },
    { content: "the job is done", trigger: state("Done") },
]);

role("officer_starts_evaluation", [
    ...confirmed("action_evaluate"),
    { trigger: state("Done") },
]);

role("officer_releases", [
    { trigger: header("action_calibrate"), run: "click" },
    { trigger: state("Calibrating") },
    ...confirmed("action_release"),
    { trigger: state("Done") },
]);

role("officer_publishes", [
    { trigger: ".o_statusbar_buttons button:contains(Publish coefficients)", run: "click" },
    {
        content: "the preview says what would be published",
        trigger: ".modal .o_data_row:contains(Employee) td[name=bonus_coefficient]",
    },
    { trigger: dialogButton("action_apply"), run: "click" },
    { trigger: ".modal:not(.o_inactive_modal) .modal-footer .btn-primary:contains(Ok)", run: "click" },
    { trigger: state("Done") },
]);

role("officer_corrects", [
    { trigger: ".o_data_row:contains(Employee) td[name=cycle_id]", run: "click" },
    { trigger: ".o_statusbar_buttons button:contains(Correct)", run: "click" },
    { trigger: ".modal div[name=department_coefficient] input", run: "edit 1.1" },
    { trigger: ".modal div[name=reason] textarea", run: "edit The department was entered wrongly" },
    { content: "what would be published", trigger: ".modal div[name=new_coefficient]:contains(1.1000)" },
    { trigger: dialogButton("action_apply"), run: "click" },
    { trigger: ".o_form_view div[name=supersede_reason]:contains(entered wrongly)" },
]);

role("administrator_sets_up", [
    { trigger: ".o_data_row:contains(Excellent) td[name=min_score]", run: "click" },
    { trigger: ".o_selected_row td[name=coefficient] input", run: "edit 1.6" },
    { trigger: ".o_form_button_save", run: "click" },
    { trigger: ".o_data_row:contains(Excellent):contains(1.6)" },
]);

role("payroll_reads", [
    { trigger: ".o_data_row:contains(Employee) td[name=cycle_id]", run: "click" },
    { content: "the formula can be followed", trigger: "div[name=formula]:contains(=)" },
]);

role("auditor_reads", [
    { trigger: ".o_data_row:contains(Employee) td[name=cycle_id]", run: "click" },
    { content: "reads, but is offered no step", trigger: ".o_form_view:not(:has(.o_statusbar_buttons button:contains(Decide)))" },
]);
