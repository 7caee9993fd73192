import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const click = (trigger, content) => ({ content, trigger, run: "click" });
const see = (trigger, content) => ({ content, trigger });
const edit = (trigger, text) => ({ trigger, run: `edit ${text}` });
const confirm = () => click(".modal footer button.btn-primary:visible");
const closed = (trigger) => see(`body:not(:has(.modal)) ${trigger}`);
const reached = (state) => see(`.o_arrow_button_current:visible:contains(${state})`);

const group = () =>
    click(".o_group_header:contains(High-potential pool)", "what it leads to, closed at first");

tours.add("outcome_approve", {
    steps: () => [
        group(),
        click(".o_data_row:contains(Employee) td[name=basis]"),
        see(".o_field_widget[name=rule_name]:contains(Excellent)", "why it is proposed"),
        click(".o_form_statusbar button[name=action_approve]"),
        reached("Approved"),
        click(".o_form_statusbar .o_statusbar_buttons button:contains(Done)"),
        edit(".modal .o_field_widget[name=reason] textarea", "Mentor named"),
        confirm(),
        closed(".o_field_widget[name=done_note]:contains(Mentor named)"),
        reached("Done"),
    ],
});

tours.add("outcome_dismiss", {
    steps: () => [
        group(),
        see(".o_list_view:not(:has(.o_data_row:contains(Employee)))", "decided ones are gone"),
        click(".o_data_row:contains(Colleague) td[name=basis]"),
        click(".o_form_statusbar button:contains(Dismiss)"),
        edit(".modal .o_field_widget[name=reason] textarea", "Leaves the company"),
        confirm(),
        closed(".o_field_widget[name=dismiss_reason]:contains(Leaves the company)"),
    ],
});

tours.add("outcome_team", {
    steps: () => [
        click(".o_searchview_facet:contains(Open) .o_facet_remove", "closed ones too"),
        group(),
        click(".o_data_row:contains(Employee) td[name=basis]"),
        see(".o_form_view:not(:has(button[name=action_approve]:visible))", "HR decides"),
        reached("Done"),
    ],
});

const picture = () => [
    see(".o_performance_history canvas[role=img]", "the picture"),
    see(".o_performance_history td:contains(This quarter)"),
];

tours.add("history_employee_form", {
    steps: () => [click("button[name=action_open_performance_history]"), ...picture()],
});

tours.add("history_mine", { steps: picture });

tours.add("pip_draft", {
    steps: () => [
        click(".o_form_statusbar button[name=action_draft_pip]"),
        see(
            "[name=standard_ids] .o_data_row:contains(Raise sales):contains(achievement 40)",
            "the goal that was missed, with its figures"
        ),
        see("[name=standard_ids] .o_data_row:contains(Task completion):contains(40 %)"),
        edit(".o_field_widget[name=expectation] textarea", "Customers get an answer the same day"),
        click(".nav-link[name=goals]"),
        click("[name=goal_ids] .o_field_x2many_list_row_add a"),
        edit("[name=goal_ids] .o_selected_row [name=name] input", "Answer within 12 hours"),
        edit("[name=goal_ids] .o_selected_row [name=measure] input", "Hours, weekly mean"),
        edit("[name=goal_ids] .o_selected_row [name=unit] input", "h"),
        edit("[name=goal_ids] .o_selected_row [name=baseline] input", "31"),
        edit("[name=goal_ids] .o_selected_row [name=target] input", "12"),
        click("[name=goal_ids] .o_selected_row [name=lower_is_better] input"),
        {
            content: "the last day of the plan",
            trigger: "[name=goal_ids] .o_selected_row [name=date_due] input",
            run: "edit +30d",
        },
        click(".nav-link[name=tasks]"),
        click("[name=task_ids] .o_field_x2many_list_row_add a"),
        edit("[name=task_ids] .o_selected_row [name=name] input", "List open tasks each day"),
        click("[name=task_ids] .o_field_x2many_list_row_add a"),
        {
            trigger: "[name=task_ids] .o_selected_row [name=kind] input, [name=task_ids] .o_selected_row [name=kind] select",
            run: "click",
        },
        click(".o_select_menu_item:contains(Support promised)"),
        edit("[name=task_ids] .o_selected_row [name=name] input", "Two hours of training"),
        click(".o_form_button_save"),
        see(".o_form_saved"),
        click(".o_form_statusbar button[name=action_submit]"),
        reached("For approval by HR"),
        see(".alert:contains(reads nothing of this plan)"),
    ],
});

tours.add("pip_approve", {
    steps: () => [
        click(".o_data_row:contains(Employee) td[name=date_end]"),
        click(".o_form_statusbar button[name=action_approve]"),
        confirm(),
        reached("Approved by HR"),
    ],
});

tours.add("pip_acknowledge", {
    steps: () => [
        click(
            ".o_data_row:contains(Employee) td[name=date_end], .o_kanban_record:contains(Employee)"
        ),
        see(".alert:contains(Please read the plan)"),
        click(".nav-link[name=goals]"),
        see(
            "[name=goal_ids] .o_data_row:contains(12 hours), [name=goal_ids] .o_kanban_record:contains(12 hours)"
        ),
        click(".o_form_statusbar button:contains(Acknowledge)"),
        edit(".modal .o_field_widget[name=comment] textarea", "I have read it"),
        confirm(),
        closed(".o_field_widget[name=employee_comment]:contains(I have read it)"),
        see(".o_form_statusbar:contains(Running)", "on a phone a button says so"),
    ],
});

tours.add("pip_check_in", {
    steps: () => [
        click(".o_data_row:contains(Employee) td[name=date_due]", "the next one comes first"),
        click("[name=line_ids] .o_data_row td[name=standing]"),
        click("[name=line_ids] .o_selected_row [name=standing] input"),
        click(".o_select_menu_item:contains(Reached)"),
        edit("[name=line_ids] .o_selected_row [name=value] input", "10"),
        edit(".o_field_widget[name=summary] textarea", "The new template works"),
        edit(".o_field_widget[name=support_given] textarea", "Two hours of training"),
        click(".o_form_statusbar button[name=action_hold]"),
        confirm(),
        reached("Held"),
    ],
});

tours.add("pip_close", {
    steps: () => [
        click(".o_data_row:contains(Employee) td[name=date_end]"),
        click(".nav-link[name=course]"),
        see("[name=goal_ids] .o_kanban_record canvas", "the course of the goal"),
        click(".o_form_statusbar button:contains(Extend or finish)"),
        click(".modal [name=decision] .o_radio_item:contains(with success) input"),
        edit(".modal .o_field_widget[name=reason] textarea", "Ten hours since three weeks"),
        confirm(),
        closed(".o_field_widget[name=conclusion]:contains(Ten hours)"),
        reached("Succeeded"),
    ],
});

tours.add("development_begin", {
    steps: () => [
        click(".o_form_statusbar button[name=action_open_development_plan]"),
        click(".o_field_widget[name=track] .o_radio_item:contains(Management) input"),
        edit(".o_field_widget[name=employee_view] textarea", "Lead a small team"),
        click("[name=action_ids] .o_field_x2many_list_row_add a"),
        edit("[name=action_ids] .o_selected_row [name=name] input", "Lead the next release"),
        edit("[name=action_ids] .o_selected_row [name=date_due] input", "+90d"),
        click(".o_form_button_save"),
        see(".o_form_saved"),
        click(".o_form_statusbar button[name=action_agree]"),
        see(".alert:contains(The employee has agreed)"),
    ],
});

tours.add("development_agree", {
    steps: () => [
        click(".o_data_row:contains(Employee) td[name=track]"),
        see(".o_field_widget[name=employee_view]:contains(Lead a small team)"),
        click(".o_form_statusbar button[name=action_agree]"),
        reached("Agreed"),
    ],
});

tours.add("development_done", {
    steps: () => [
        click(".o_data_row:contains(Employee) td[name=track]"),
        click("[name=action_ids] .o_data_row td[name=done_on]"),
        edit("[name=action_ids] .o_selected_row [name=done_on] input", "+0d"),
        click("[name=action_ids] .o_data_row td[name=result]"),
        edit("[name=action_ids] .o_selected_row [name=result] input", "Released in time"),
        click(".o_form_button_save"),
        see(".o_form_saved"),
    ],
});
