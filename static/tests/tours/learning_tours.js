import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const click = (trigger, content) => ({ content, trigger, run: "click" });
const see = (trigger, content) => ({ content, trigger });
const edit = (trigger, text) => ({ trigger, run: `edit ${text}` });
const confirm = () => click(".modal footer button.btn-primary:visible");
const reached = (state) => see(`.o_arrow_button_current:visible:contains(${state})`);
const choose = (field, text) => [
    edit(`${field} input`, text),
    click(`.o-autocomplete--dropdown-item a:contains(${text})`),
];
const save = () => [click(".o_form_button_save"), see(".o_form_saved")];

tours.add("retrospective_hold", {
    steps: () => [
        click(".o_list_button_add"),
        ...choose(".o_field_widget[name=cycle_id]", "This quarter"),
        ...choose(".o_field_widget[name=participant_ids]", "Manager"),
        ...save(),
        see("[name=own_figure_ids] .o_data_row:contains(People in the cycle):contains(1)"),
        click(".nav-link[name=findings]"),
        click("[name=finding_ids] .o_field_x2many_list_row_add a"),
        ...choose("[name=finding_ids] .o_selected_row [name=category_id]", "Goals"),
        edit("[name=finding_ids] .o_selected_row [name=name] input", "Half had no baseline"),
        ...choose("[name=finding_ids] .o_selected_row [name=guide_id]", "Goal Setting Guide"),
        click(".nav-link[name=actions]"),
        click("[name=action_ids] .o_field_x2many_list_row_add a"),
        edit("[name=action_ids] .o_selected_row [name=name] input", "Show last year's figures"),
        ...choose("[name=action_ids] .o_selected_row [name=owner_id]", "Manager"),
        edit("[name=action_ids] .o_selected_row [name=due] input", "+30d"),
        click(".nav-link[name=minutes]"),
        {
            trigger: ".o_field_widget[name=minutes] .odoo-editor-editable",
            run: "editor We sign no goal with no baseline next time",
        },
        ...save(),
        click(".o_form_statusbar button[name=action_hold]"),
        confirm(),
        reached("Held"),
        click(".nav-link[name=findings]"),
        click("[name=finding_ids] button[name=action_write_guide]"),
        see(".o_field_widget[name=change] textarea:value(Half had no baseline)"),
        see(".o_field_widget[name=body]:contains(SMART), .o_field_widget[name=body]"),
    ],
});

tours.add("retrospective_action", {
    steps: () => [
        click(".o_data_row td[name=name]:contains(last year)"),
        click(".o_form_statusbar button[name=action_finish]"),
        reached("Done"),
    ],
});

tours.add("guide_publish", {
    steps: () => [
        click("button[name=action_new_version]", "the draft that is there already"),
        see(".o_field_widget[name=change] textarea:value(Half had no baseline)"),
        click("button[name=action_publish]"),
        confirm(),
        reached("In force"),
    ],
});

tours.add("guide_beside_goal", {
    steps: () => [
        click("button[name=action_open_guide]"),
        see(".o_field_widget[name=display_name]:contains(Goal Setting Guide)"),
    ],
});

tours.add("guide_beside_review", {
    steps: () => [
        click("button[name=action_open_guide]"),
        see(".o_field_widget[name=display_name]:contains(Evaluation Standards Handbook)"),
        click(".o_form_statusbar button[name=action_acknowledge]"),
        see(".alert-success:contains(acknowledged this version)"),
    ],
});

tours.add("guide_duties", {
    steps: () => [
        see(".o_data_row:contains(Manager):contains(Goal Setting Guide)"),
        see(".o_list_view:not(:has(.o_data_row:contains(Handbook)))", "known ones are not listed"),
        click(".o_data_row:contains(Manager) .o_list_record_selector input"),
        click("button[name=action_remind]"),
        see(".o_list_view:not(:has(.o_list_record_selector input:checked))"),
    ],
});
