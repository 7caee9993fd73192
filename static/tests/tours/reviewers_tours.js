import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const choose = (field, name) => [
    { trigger: `.o_field_widget[name=${field}] input`, run: `edit ${name}` },
    { trigger: `.o-autocomplete--dropdown-item:contains(${name})`, run: "click" },
];

tours.add("reviewers_employee", {
    steps: () => [
        {
            content: "propose somebody who can judge",
            trigger: ".o_list_button_add, .o-kanban-button-new",
            run: "click",
        },
        {
            content: "for oneself",
            trigger: ".o_field_widget[name=evaluation_id] input:value(Employee)",
        },
        ...choose("reviewer_id", "Anna"),
        { trigger: ".o_field_widget[name=note] input", run: "edit Leads the project" },
        { trigger: ".o_form_button_save", run: "click" },
        { content: "saved", trigger: ".o_form_saved, .o_form_status_indicator_buttons.invisible" },
        { trigger: ".o_arrow_button_current:contains(Proposed)" },
    ],
});

tours.add("reviewers_employee_again", {
    steps: () => [
        { trigger: ".o_data_row:contains(Anna):contains(Approved)" },
        {
            content: "whom the manager named is not here",
            trigger: ".o_list_view:not(:contains(Ben))",
        },
    ],
});

tours.add("reviewers_manager", {
    steps: () => [
        {
            content: "what is to approve",
            trigger: ".o_data_row:contains(Anna) button[name=action_approve]",
            run: "click",
        },
        { content: "nothing is left", trigger: ".o_view_nocontent" },
    ],
});

tours.add("reviewers_missing", {
    steps: () => [
        { trigger: ".alert-warning:contains(1 more needed)" },
        { trigger: ".nav-link[name=reviews]", run: "click" },
        { trigger: ".o_field_widget[name=reviewer_status]:contains(Peer: 1 asked)" },
        { trigger: "button[name=action_open_nominations]:contains(Name reviewers)", run: "click" },
        { trigger: ".o_list_button_add", run: "click" },
        {
            content: "the person is known from where one comes",
            trigger: ".o_field_widget[name=evaluation_id] input:value(Employee)",
        },
        ...choose("reviewer_id", "Ben"),
        { trigger: ".o_form_button_save", run: "click" },
        { content: "saved", trigger: ".o_form_saved, .o_form_status_indicator_buttons.invisible" },
        {
            content: "the manager's own choice needs no approval",
            trigger: ".o_arrow_button_current:contains(Approved)",
        },
    ],
});

tours.add("reviewers_officer", {
    steps: () => [
        { trigger: ".o_group_header:contains(Peer)", run: "click" },
        { trigger: ".o_data_row:contains(Anna)" },
        { trigger: ".o_data_row:contains(Anna) .o_list_record_selector input", run: "click" },
        { trigger: "button[name=action_remind]", run: "click" },
        { trigger: ".o_notification:contains(on their way)" },
    ],
});

tours.add("reviewers_todo", {
    steps: () => [
        { content: "what I owe", trigger: ".o_field_widget[name=review_ids] .o_data_row:contains(Employee)" },
    ],
});
