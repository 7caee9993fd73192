import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const held = [
    {
        trigger: ".o_form_statusbar button[name=action_hold]",
        run: "click",
    },
    {
        content: "closing the record is asked once more",
        trigger: ".modal footer button.btn-primary",
        run: "click",
    },
    {
        trigger: ".o_statusbar_status button.o_arrow_button_current:contains(Held)",
    },
];

tours.add("coaching_one_on_one", {
    steps: () => [
        {
            content: "open the talk that is planned",
            trigger: ".o_data_row:contains(Planned) td[name=kind]",
            run: "click",
        },
        {
            content: "it opens with what was open last time",
            trigger: "[name=open_point_ids] .o_data_row:contains(Approval takes a week)",
        },
        {
            content: "and with the goals and how they stand",
            trigger: "[name=line_ids] .o_data_row:contains(Raise sales):contains(At risk)",
        },
        {
            trigger: ".o_field_widget[name=wins] textarea",
            run: "edit Two new key accounts",
        },
        {
            content: "raise a problem",
            trigger: "[name=point_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            trigger: "[name=point_ids] .o_data_row .o_field_widget[name=problem] textarea",
            run: "edit Reports take two days",
        },
        ...held,
        {
            content: "the old problem is solved, from the new record",
            trigger: "[name=open_point_ids] .o_data_row button[name=action_finish]",
            run: "click",
        },
        {
            trigger: "[name=open_point_ids] .o_data_row:contains(Solved)",
        },
    ],
});

tours.add("coaching_acknowledge", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(Held) td[name=kind]",
            run: "click",
        },
        {
            content: "what was written is there to read",
            trigger: ".o_field_widget[name=wins]:contains(Two new key accounts)",
        },
        {
            trigger: ".o_form_statusbar button:contains(Acknowledge)",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=comment] textarea",
            run: "edit Agreed",
        },
        {
            trigger: ".modal footer button.btn-primary",
            run: "click",
        },
        {
            trigger: ".o_statusbar_status button.o_arrow_button_current:contains(Acknowledged)",
        },
    ],
});

tours.add("coaching_stand_up", {
    steps: () => [
        {
            trigger: ".o_list_button_add",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=kind] label:contains(Stand-up)",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=employee_id] input",
            run: "edit Employee",
        },
        {
            trigger: ".o-autocomplete--dropdown-item:contains(Employee)",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=wins] textarea",
            run: "edit The offer is out",
        },
        ...held,
    ],
});

tours.add("coaching_plan", {
    steps: () => [
        {
            trigger: "button[data-menu-xmlid='hr_performance.menu_team']",
            run: "click",
        },
        {
            trigger: "a[data-menu-xmlid='hr_performance.menu_plan_coaching']",
            run: "click",
        },
        {
            trigger: ".modal footer button[name=action_preview]",
            run: "click",
        },
        {
            content: "each talk has a day",
            trigger: ".modal [name=line_ids] .o_data_row:contains(Employee)",
        },
        {
            trigger: ".modal footer button[name=action_apply]",
            run: "click",
        },
        {
            content: "and is planned",
            trigger: "body:not(:has(.modal)) .o_data_row:contains(Planned)",
        },
    ],
});

tours.add("coaching_give_action", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(Approval takes a week) button[name=action_open_actions]",
            run: "click",
        },
        {
            content: "what to do is filled in from what was said",
            trigger: ".o_field_widget[name=name] :value('Shorten the approval')",
        },
        {
            trigger: ".o_field_widget[name=owner_id] input",
            run: "edit Stranger",
        },
        {
            trigger: ".o-autocomplete--dropdown-item:contains(Stranger)",
            run: "click",
        },
        {
            trigger: ".o_form_button_save",
            run: "click",
        },
        {
            content: "saved: it has an owner who is told",
            trigger: ".o_form_view button:contains(Cancel the action)",
        },
    ],
});

tours.add("coaching_answer_action", {
    steps: () => [
        {
            trigger: ".o_data_row td[name=name]:contains(Shorten the approval)",
            run: "click",
        },
        {
            trigger: ".o_form_statusbar button[name=action_accept]",
            run: "click",
        },
        {
            trigger: ".o_statusbar_status button.o_arrow_button_current:contains(Accepted)",
        },
        {
            trigger: ".o_field_widget[name=answer] textarea",
            run: "edit We drop the second signature",
        },
        {
            trigger: ".o_form_statusbar button[name=action_finish]",
            run: "click",
        },
        {
            trigger: ".o_statusbar_status button.o_arrow_button_current:contains(Done)",
        },
    ],
});
