import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

/** What one person does by the README, in so few clicks and entries at most. */
function role(name, limit, steps) {
    const taken = steps.filter((step) => step.run).length;
    tours.add(`hr_performance_quarter_hour_${name}`, {
        steps: () => {
            if (taken > limit) {
                throw new Error(`${name}: ${taken} clicks and entries, more than ${limit}`);
            }
            return steps;
        },
    });
}

const open = (menu, entry) => [
    { trigger: ".o_navbar_apps_menu button:enabled", run: "click" },
    { trigger: ".o_app[data-menu-xmlid='hr_performance.menu_root']", run: "click" },
    { trigger: `.o_menu_sections [data-menu-xmlid='hr_performance.${menu}']`, run: "click" },
    { trigger: `.dropdown-item[data-menu-xmlid='hr_performance.${entry}']`, run: "click" },
];
const dialogButton = (name) => `.modal:not(.o_inactive_modal) footer button[name=${name}]`;
const header = (label) => `.o_statusbar_buttons button:contains(${label})`;
const state = (label) => `.o_statusbar_status .o_arrow_button_current:contains(${label})`;
const letter = (name) => `div[name=smart_panel] .badge[title^="${name}"]`;

role("officer", 8, [
    ...open("menu_operations", "menu_cycles"),
    { trigger: ".o_list_button_add", run: "click" },
    { content: "the quarter is proposed", trigger: "div[name=name] input:value(Quarter)" },
    { content: "and until when goals are signed", trigger: "div[name=planning_due] button" },
    { trigger: header("Launch"), run: "click" },
    { trigger: dialogButton("action_preview"), run: "click" },
    { content: "who is in", trigger: ".modal .o_data_row:contains(Colleague)" },
    { trigger: dialogButton("action_apply"), run: "click" },
    { content: "everybody has an evaluation", trigger: state("Done") },
]);

role("manager_assigns", 9, [
    ...open("menu_team", "menu_team_library"),
    { trigger: ".o_search_panel_category_value:contains(Sales) header", run: "click" },
    { content: "only those of sales", trigger: ".o_list_view:not(:has(.o_data_row:contains(vacancies)))" },
    { content: "all of them", trigger: "thead .o_list_record_selector input", run: "click" },
    { trigger: ".o_control_panel button:contains(Assign)", run: "click" },
    { trigger: dialogButton("action_preview"), run: "click" },
    { trigger: ".modal div[name=included_line_ids] .o_data_row:contains(Employee)" },
    { trigger: dialogButton("action_apply"), run: "click" },
    { trigger: state("Done") },
]);

/** The own words about a goal, until its five letters are green. */
const answer = (why) => [
    { content: "what is missing", trigger: letter("Relevant: not yet") },
    { trigger: "div[name=no_parent_reason] input", run: "edit Our department has no goals yet" },
    { trigger: "div[name=why] textarea", run: `edit ${why}` },
    { trigger: "div[name=confidence] input", run: "edit 8" },
    { content: "all is said", trigger: "div[name=smart_panel]:not(:has(.text-bg-warning))" },
];
const next = (title) => [
    { trigger: ".o_pager_next", run: "click" },
    { trigger: `div[name=name] textarea:value(${title})` },
];
const sign = (name) => [
    { trigger: header("Sign"), run: "click" },
    {
        content: "the dialog shows which name is meant",
        trigger: `.modal div[name=typed_name] input[placeholder*="${name}"]`,
        run: `edit ${name}`,
    },
    { trigger: ".modal footer button:contains(Sign)", run: "click" },
    { trigger: "body:not(:has(.modal))" },
];

role("employee", 32, [
    ...open("menu_mine", "menu_my_goals"),
    { trigger: ".o_data_row td:contains(Raise the sales revenue)", run: "click" },
    { content: "amended", trigger: "div[name=target] input", run: "edit 430" },
    { trigger: "div[name=weight] input", run: "edit 35" },
    ...answer("Revenue pays the wages and the new shop"),
    ...next("Win 12 new customers"),
    { trigger: "div[name=weight] input", run: "edit 35" },
    ...answer("New customers replace those who leave us"),
    ...next("Collect 95"),
    ...answer("Late payments cost interest and trust"),
    ...next("Keep the discount"),
    ...answer("Each discount point lowers the margin of the shop"),
    ...open("menu_mine", "menu_my_agreement").slice(2),
    { trigger: ".o_data_row td[name=cycle_id]", run: "click" },
    { content: "100 % together", trigger: "div[name=total_weight]:contains(100)" },
    { trigger: header("Submit for signing"), run: "click" },
    { trigger: state("To sign") },
    ...sign("Employee"),
    { content: "whom it waits for", trigger: ".alert div[name=awaited_names]:contains(Manager)" },
]);

role("manager_signs", 8, [
    ...open("menu_team", "menu_team_agreements"),
    { trigger: ".o_data_row:contains(Employee):contains(To sign) td[name=cycle_id]", run: "click" },
    { content: "reads why", trigger: "div[name=signed_goals]:contains(Late payments cost interest)" },
    ...sign("Manager"),
    { trigger: state("Signed") },
    { content: "the frozen document", trigger: header("Open PDF") },
]);

role("phone", 5, [
    { trigger: ".o_kanban_record:contains(Still to sign):contains(Manager)", run: "click" },
    {
        content: "the goals are cards: target, reason and confidence without scrolling aside",
        trigger: "div[name=signed_goals]:contains(100):contains(Key accounts):contains(Confidence)",
    },
    ...sign("Employee"),
    { content: "whom it waits for", trigger: ".alert div[name=awaited_names]:not(:contains(Employee))" },
]);
