import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const back = {
    trigger: ".breadcrumb-item.o_back_button a:visible, button.o_back_button:visible",
    run: "click",
};

tours.add("talk_prepare_manager", {
    steps: () => [
        {
            content: "the talk that came with the release",
            trigger: ".o_data_row:contains(Employee) td[name=cycle_id]",
            run: "click",
        },
        {
            trigger: ".o_form_statusbar button[name=action_open_preparation]",
            run: "click",
        },
        {
            content: "the figures are there",
            trigger: "[name=goal_ids] .o_data_row:contains(Raise sales)",
        },
        {
            trigger: ".nav-link[name=reviews]",
            run: "click",
        },
        {
            content: "and what all sources say together",
            trigger: ".o_performance_voices th:contains(Manager)",
        },
        {
            trigger: ".o_field_widget[name=notes] textarea",
            run: "edit Begin with the new key accounts",
        },
        {
            trigger: ".o_form_button_save",
            run: "click",
        },
        {
            trigger: ".o_form_saved",
        },
        back,
        {
            content: "a point with fact, impact, improvement",
            trigger: "[name=point_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            content: "a worked example stands in the empty field",
            trigger: ".modal .o_field_widget[name=fact] textarea[placeholder*='12 August']",
            run: "edit The offer went out three days late",
        },
        {
            trigger: ".modal .o_field_widget[name=impact] textarea",
            run: "edit The customer had ordered elsewhere",
        },
        {
            trigger: ".modal .o_field_widget[name=improvement] textarea",
            run: "edit Offers go out a day before the agreed day",
        },
        {
            trigger: ".modal .o_field_widget[name=due] input",
            run: "edit 12/31/2099",
        },
        {
            trigger: ".modal .o_form_button_save",
            run: "click",
        },
        {
            trigger: "body:not(:has(.modal)) [name=point_ids] .o_data_row:contains(a day before)",
        },
        {
            trigger: ".o_form_button_save",
            run: "click",
        },
        {
            trigger: ".o_form_saved",
        },
    ],
});

tours.add("talk_prepare_employee", {
    steps: () => [
        {
            trigger: ".o_kanban_record:contains(Employee)",
            run: "click",
        },
        {
            content: "neither the points nor the manager's sheet are open",
            trigger:
                ".o_form_view:not(:has(button[name=action_open_preparation])):not(:has([name=point_ids]))",
        },
        {
            trigger: "button[name=action_open_note]",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=wishes] textarea",
            run: "edit A course about offers",
        },
        {
            trigger: ".o_field_widget[name=shared] input",
            run: "click",
        },
        {
            trigger: ".alert:contains(those who lead you)",
        },
        {
            content: "what is left is saved, also on a phone",
            ...back,
        },
        {
            trigger: "button[name=action_open_note]",
        },
    ],
});

tours.add("talk_hold", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(Employee) td[name=cycle_id]",
            run: "click",
        },
        {
            trigger: ".o_form_statusbar button[name=action_open_note]",
            run: "click",
        },
        {
            content: "the employee shared the note",
            trigger: ".o_field_widget[name=wishes]:contains(A course about offers)",
        },
        back,
        {
            trigger: ".o_form_statusbar button[name=action_hold]",
            run: "click",
        },
        {
            trigger: ".modal footer button.btn-primary",
            run: "click",
        },
        {
            trigger: ".o_statusbar_status button.o_arrow_button_current:contains(Held)",
        },
    ],
});

tours.add("talk_acknowledge", {
    steps: () => [
        {
            trigger: ".o_kanban_record:contains(Employee)",
            run: "click",
        },
        {
            trigger: "[name=point_ids] :contains(Offers go out a day before)",
        },
        {
            trigger: "button:contains(Acknowledge):not(.o_arrow_button)",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=comment] textarea",
            run: "edit We agree about the offers",
        },
        {
            trigger: ".modal footer button.btn-primary",
            run: "click",
        },
        {
            trigger: "body:not(:has(.modal)) .o_field_widget[name=employee_comment]",
        },
        {
            content: "then the answer to the evaluation",
            trigger: ".o_field_widget[name=evaluation_id] a",
            run: "click",
        },
        {
            trigger: "button:contains('Sign: my answer')",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=decision] label:contains(I do not agree)",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=comment] textarea",
            run: "edit The late offer was not mine",
        },
        {
            trigger: ".modal .o_field_widget[name=typed_name] input",
            run: "edit Employee",
        },
        {
            trigger: ".modal footer button.btn-primary:visible",
            run: "click",
        },
        {
            content: "an appeal is offered",
            trigger: "body:not(:has(.modal)) [name=appeal_offer]:contains(file an appeal)",
        },
    ],
});
