import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

function sign(name) {
    return [
        {
            content: "what changes stands in front",
            trigger: ".o_version_comparison td:contains(80)",
        },
        {
            content: "sign it",
            trigger: ".o_form_statusbar button:contains(Sign):not(:contains(paper))",
            run: "click",
        },
        {
            content: "with the own name",
            trigger: ".modal .o_field_widget[name=typed_name] input",
            run: `edit ${name}`,
        },
        {
            trigger: ".modal footer button.btn-primary:contains(Sign)",
            run: "click",
        },
        {
            content: "the dialog is closed",
            trigger: "body:not(:has(.modal))",
        },
    ];
}

tours.add("goal_revision_request", {
    steps: () => [
        {
            content: "open the signed goal",
            trigger: ".o_data_row td[name=name]:contains(Raise sales)",
            run: "click",
        },
        {
            content: "it is closed, but can be revised",
            trigger: "button:contains(Request a revision)",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=explanation] textarea",
            run: "edit The market fell by a fifth",
        },
        {
            content: "the values that hold are there already",
            trigger: ".modal .o_data_row td[name=new_target]:contains(100)",
            run: "click",
        },
        {
            trigger: ".modal .o_data_row .o_field_widget[name=new_target] input",
            run: "edit 80",
        },
        {
            trigger: ".modal footer button:contains(Request)",
            run: "click",
        },
        {
            content: "it waits for the manager",
            trigger: ".o_statusbar_status .o_arrow_button_current:contains(To approve)",
        },
        {
            trigger: ".alert:contains(the manager)",
        },
        {
            content: "from which value to which",
            trigger: ".o_data_row td[name=summary]:contains(Target: 100 → 80)",
        },
    ],
});

tours.add("goal_revision_approve", {
    steps: () => [
        {
            content: "open the request",
            trigger: ".o_data_row td[name=explanation]:contains(The market fell)",
            run: "click",
        },
        {
            trigger: ".o_form_statusbar button[name=action_approve]",
            run: "click",
        },
        {
            trigger: ".o_form_statusbar button[name=action_open_agreement]",
            run: "click",
        },
        ...sign("Manager"),
        {
            content: "the other side is still missing",
            trigger: ".o_statusbar_status .o_arrow_button_current:contains(To sign)",
        },
    ],
});

tours.add("goal_revision_sign", {
    steps: () => [
        {
            trigger: ".o_data_row td[name=explanation]:contains(The market fell)",
            run: "click",
        },
        {
            trigger: ".o_form_statusbar button[name=action_open_agreement]",
            run: "click",
        },
        ...sign("Employee"),
        {
            content: "the new version is in force",
            trigger: ".o_statusbar_status .o_arrow_button_current:contains(Signed)",
        },
        {
            content: "the version before stays in reach",
            trigger: ".nav-link[name=versions]",
            run: "click",
        },
        {
            trigger: ".o_data_row td[name=state]:contains(Superseded)",
        },
    ],
});
