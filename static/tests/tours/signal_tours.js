import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

tours.add("goal_signals_employee", {
    steps: () => [
        {
            content: "open the signed goal",
            trigger: ".o_data_row td[name=name]:contains(Raise sales)",
            run: "click",
        },
        { trigger: ".nav-link[name=measurements]", run: "click" },
        { trigger: "button:contains(Enter a value)", run: "click" },
        { trigger: ".modal .o_field_widget[name=value] input", run: "edit 20" },
        { trigger: ".modal .o_field_widget[name=source] input", run: "edit CRM" },
        { trigger: ".modal footer button:contains(Save)", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        {
            content: "its line is drawn",
            trigger: ".o_performance_series canvas",
        },
        { trigger: ".nav-link[name=signals]", run: "click" },
        {
            content: "only the owner adds a confidence",
            trigger: ".o_field_widget[name=confidence_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=confidence_ids] .o_selected_row [name=confidence] input",
            run: "edit 3",
        },
        { trigger: ".o_form_button_save", run: "click" },
        {
            content: "the warning says why",
            trigger: ".alert-warning:contains(confidence 3 of 10)",
        },
    ],
});

tours.add("goal_signals_manager", {
    steps: () => [
        {
            content: "the home of the team says how many goals are at risk",
            trigger: ".o_performance_at_risk:contains(1 goal at risk)",
            run: "click",
        },
        {
            content: "and why",
            trigger: ".o_data_row td[name=warning_reason]:contains(confidence 3 of 10)",
        },
        {
            trigger: ".o_data_row td[name=name]:contains(Raise sales)",
            run: "click",
        },
        { trigger: ".nav-link[name=signals]", run: "click" },
        {
            content: "the manager gives no confidence for somebody else",
            trigger:
                ".o_field_widget[name=confidence_ids]:not(:has(.o_field_x2many_list_row_add a))",
        },
        { trigger: ".o_field_widget[name=risk_ids] .o_data_row td[name=exposure]", run: "click" },
        {
            trigger: ".modal .o_field_widget[name=plan] textarea",
            run: "edit Visit the key account together",
        },
        { trigger: ".modal .o_field_widget[name=due] button, .modal .o_field_widget[name=due] input", run: "click" },
        { trigger: ".o_datetime_picker .o_today", run: "click" },
        { trigger: ".modal button:contains(Plan in place)", run: "click" },
        { trigger: ".modal .o_arrow_button_current:contains(Handled)" },
        { trigger: ".modal .btn-close, .modal .o_form_button_save", run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ],
});

tours.add("feedback_give", {
    steps: () => [
        { trigger: ".o_list_button_add", run: "click" },
        { trigger: ".o_field_widget[name=receiver_id] input", run: "edit Employee" },
        { trigger: ".ui-autocomplete a:contains(Employee)", run: "click" },
        { trigger: ".o_field_widget[name=dimension_id] input", run: "edit Teamwork" },
        { trigger: ".ui-autocomplete a:contains(Teamwork)", run: "click" },
        {
            trigger: ".o_field_widget[name=text] textarea",
            run: "edit Your hand-over notes saved my team a day",
        },
        { trigger: ".o_form_statusbar button:contains(Give feedback)", run: "click" },
        { trigger: ".o_arrow_button_current:contains(Given)" },
    ],
});

tours.add("feedback_read", {
    steps: () => [
        { trigger: ".o_data_row td[name=giver_id]:contains(Colleague)", run: "click" },
        {
            content: "what it says is not here before it is opened",
            trigger: ".o_form_view:not(:contains(hand-over))",
        },
        { trigger: ".o_form_statusbar button:contains(Open the feedback)", run: "click" },
        { trigger: ".o_field_widget[name=text]:contains(hand-over)" },
    ],
});

tours.add("feedback_private", {
    steps: () => [{ trigger: ".o_view_nocontent:contains(No feedback that you read)" }],
});

tours.add("risk_to_revision", {
    steps: () => [
        {
            content: "the risk of the own goal",
            trigger: ".o_data_row td[name=cause]:contains(key account may leave)",
            run: "click",
        },
        { trigger: ".o_form_statusbar button:contains(Revise the goal)", run: "click" },
        {
            content: "the cause is the reason already",
            trigger: ".modal .o_field_widget[name=explanation] textarea:value(key account may leave)",
        },
        {
            content: "the goal is there, with the values that hold",
            trigger: ".modal .o_data_row:contains(Raise sales) td[name=new_target]:contains(100)",
            run: "click",
        },
        { trigger: ".modal .o_data_row .o_field_widget[name=new_target] input", run: "edit 80" },
        { trigger: ".modal footer button:contains(Request)", run: "click" },
        { trigger: ".o_statusbar_status .o_arrow_button_current:contains(To approve)" },
        { trigger: ".o_data_row td[name=summary]:contains(Target: 100 → 80)" },
    ],
});
