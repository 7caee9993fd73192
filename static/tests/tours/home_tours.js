import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");
const team = ".o_performance_home_scope";

tours.add("home_manager", {
    steps: () => [
        {
            content: "the app opens with what endangers the team",
            trigger: `${team} .o_performance_endangered:contains(1 goal at risk)`,
        },
        {
            content: "and why",
            trigger: `${team} .o_performance_reason:contains(20 % achieved)`,
        },
        { trigger: `${team} .o_performance_plan:contains(Plan against it)`, run: "click" },
        {
            trigger: ".o_form_view .o_field_widget[name=plan] textarea",
            run: "edit Visit the key account together",
        },
        {
            trigger:
                ".o_field_widget[name=due] button, .o_field_widget[name=due] input",
            run: "click",
        },
        { trigger: ".o_datetime_picker .o_today", run: "click" },
        { trigger: ".o_form_statusbar button:contains(Plan in place)", run: "click" },
        { trigger: ".o_arrow_button_current:contains(Handled)" },
        { trigger: ".o_back_button, .breadcrumb-item a:contains(Overview)", run: "click" },
        {
            content: "the plan is shown where the danger was",
            trigger: `${team} .o_performance_home_goal:contains(Visit the key account together)`,
        },
        { trigger: `${team} .o_performance_revise`, run: "click" },
        {
            content: "straight into a revision, with the reason",
            trigger:
                ".modal .o_field_widget[name=explanation] textarea:value(20 % achieved)",
        },
        { trigger: ".modal .btn-close", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: `${team} .o_performance_endangered`, run: "click" },
        {
            content: "the list holds what was counted",
            trigger: ".o_list_view .o_data_row td[name=name]:contains(Raise sales)",
        },
    ],
});

tours.add("home_employee", {
    steps: () => [
        {
            content: "no team, the own goals",
            trigger: `.o_performance_home:not(:has(${team})) .o_performance_home_mine`,
        },
        { trigger: ".o_performance_home_mine .o_performance_enter", run: "click" },
        { trigger: ".modal .o_field_widget[name=value] input", run: "edit 60" },
        { trigger: ".modal .o_field_widget[name=source] input", run: "edit CRM" },
        { trigger: ".modal footer button:contains(Save)", run: "click" },
        {
            content: "the progress follows at once",
            trigger: ".o_performance_home_mine .o_performance_home_goal:contains(60 %)",
        },
    ],
});
