import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

function choose(field, name) {
    return [
        { trigger: `.o_field_widget[name=${field}] input`, run: `edit ${name}` },
        {
            trigger: `.o-autocomplete--dropdown-item a:contains(${name}), .o-autocomplete--dropdown-item:contains(${name})`,
            run: "click",
        },
    ];
}

const saved = [
    { trigger: ".o_form_button_save", run: "click" },
    { trigger: ".o_form_view .o_form_saved, .o_form_status_indicator_buttons.invisible:not(:visible)" },
];

tours.add("strategy_theme", {
    steps: () => [
        { content: "a theme of the year", trigger: ".o_list_button_add", run: "click" },
        { trigger: ".o_field_widget[name=name] input", run: "edit Closer to our customers" },
        { content: "of the year", trigger: ".o_field_widget[name=cycle_id] input:value(This year)" },
        { trigger: ".o_field_widget[name=description] textarea", run: "edit We lose one in five" },
        ...saved,
        { content: "its goals", trigger: "button[name=action_open_goals]", run: "click" },
        { trigger: ".o_breadcrumb:contains(Company goals)" },
        { trigger: ".o_list_button_add", run: "click" },
        {
            trigger: "div[name=name] textarea, div[name=name] input",
            run: "edit Sell 200 units more by winning back former customers",
        },
        { content: "it follows the theme", trigger: ".o_field_widget[name=theme_id] input:value(Closer)" },
        { trigger: "div[name=unit] input", run: "edit units" },
        { trigger: "div[name=target] input", run: "edit 200" },
        { trigger: "div[name=is_additive] input", run: "click" },
        ...saved,
        { content: "down to the quarters", trigger: "button:contains(Break down)", run: "click" },
        {
            trigger: ".modal .o_data_row:contains(This quarter) td[name=target]:contains(100)",
        },
        { trigger: ".modal footer button:contains(Create the parts)", run: "click" },
        {
            content: "each quarter has its part",
            trigger: ".o_list_view .o_data_row:nth-child(2) td[name=tree_name]:contains(Sell 200 units)",
        },
    ],
});

tours.add("strategy_meeting", {
    steps: () => [
        { trigger: ".o_list_button_add", run: "click" },
        { trigger: ".o_field_widget[name=name] input", run: "edit What our strategy means" },
        { content: "of the year", trigger: ".o_field_widget[name=cycle_id] input:value(This year)" },
        { trigger: ".o_field_widget[name=start] button, .o_field_widget[name=start] input", run: "click" },
        {
            trigger: ".o_field_widget[name=start] input",
            run() {
                const day = luxon.DateTime.now().plus({ days: 7 });
                this.anchor.value = day.toFormat("MM/dd/yyyy 10:00:00");
                this.anchor.dispatchEvent(new Event("input", { bubbles: true }));
                this.anchor.dispatchEvent(new Event("change", { bubbles: true }));
            },
        },
        { trigger: ".o_field_widget[name=name] input", run: "click" },
        ...choose("participant_ids", "Manager"),
        ...saved,
        { content: "plan it", trigger: "button:contains(Put into the calendars)", run: "click" },
        { trigger: ".text-success:contains(In the calendars of all)" },
        { content: "afterwards the minutes", trigger: ".nav-link[name=minutes]", run: "click" },
        {
            trigger: "div[name=minutes] .odoo-editor-editable",
            run: "editor We win back former customers first",
        },
        ...saved,
    ],
});
