import { registry } from "@web/core/registry";

function choose(name) {
    return [
        {
            content: `look for ${name}`,
            trigger: ".modal .o_field_widget[name=employee_ids] input",
            run: `edit ${name}`,
        },
        {
            content: `choose ${name}`,
            trigger: `.o-autocomplete--dropdown-item:contains(${name})`,
            run: "click",
        },
        {
            content: `${name} has a line`,
            trigger: `.modal .o_data_row:contains(${name})`,
        },
    ];
}

registry.category("web_tour.tours").add("hr_performance_manager_hands_down", {
    steps: () => [
        {
            content: "the goal of the company stands above those of the departments",
            trigger: ".o_hierarchy_row:first .o_hierarchy_node:contains(Raise sales)",
        },
        {
            content: "nobody carries the goal of the department yet",
            trigger: ".o_hierarchy_node:contains(Sell 100 units):contains(Carried by nobody) .fw-bold",
            run: "click",
        },
        {
            content: "hand it down",
            trigger: ".o_form_view button:contains(Hand down)",
            run: "click",
        },
        ...choose("Employee"),
        ...choose("Colleague"),
        {
            content: "each gets a half",
            trigger: ".modal .o_data_row:contains(Employee) td[name=target]:contains(50)",
        },
        {
            content: "divide by hand",
            trigger: ".modal .o_field_widget[name=split] label:contains(By hand)",
            run: "click",
        },
        {
            content: "open the part of the first",
            trigger: ".modal .o_data_row:contains(Employee) td[name=target]:not(.o_readonly_modifier)",
            run: "click",
        },
        {
            content: "give more",
            trigger: ".modal .o_data_row:contains(Employee) td[name=target] input",
            run: "edit 60",
        },
        {
            content: "leave the line",
            trigger: ".modal .modal-title",
            run: "click",
        },
        {
            content: "it does not add up",
            trigger: ".modal .alert:contains(10 more than)",
        },
        {
            content: "so divide equally after all",
            trigger: ".modal .o_field_widget[name=split] label:contains(Equally)",
            run: "click",
        },
        {
            content: "it adds up",
            trigger: ".modal:not(:has(.alert))",
        },
        {
            content: "hand down",
            trigger: ".modal footer button:contains(Hand down)",
            run: "click",
        },
        {
            content: "the dialog gives way to the proposals",
            trigger: ".o_control_panel .o_breadcrumb:contains(Handed down)",
        },
        {
            content: "two proposals were made",
            trigger: ".o_action_manager > .o_list_view .o_data_row:nth-child(2)",
        },
    ],
});
