import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const click = (trigger, content) => ({ content, trigger, run: "click" });
const see = (trigger, content) => ({ content, trigger });
const edit = (trigger, text) => ({ trigger, run: `edit ${text}` });
const done = () => see("body:not(:has(.modal)) .o_form_view");

tours.add("midcycle_moved", {
    steps: () => [
        click(".o-form-buttonbox button:contains(More)"),
        click(".oe_stat_button:has([name=moved_count]:contains(1))"),
        click(".modal footer button:contains(Preview)"),
        see(".modal .o_data_row:contains(Employee):contains(asked for the own part)"),
        edit(".modal .o_field_widget[name=reason] textarea", "Took over the key accounts"),
        click(".modal footer button:contains(Apply)"),
        done(),
    ],
});

tours.add("midcycle_leaver", {
    steps: () => [
        click(".o-form-buttonbox button:contains(More)"),
        click(".oe_stat_button:has([name=leaving_count]:contains(1))"),
        click(".modal [name=way] .o_radio_item:contains(Take out) input"),
        edit(".modal .o_field_widget[name=reason] textarea", "Leaves before the end"),
        click(".modal footer button:contains(Preview)"),
        see(".modal .o_data_row:contains(Employee) td[name=last_day]"),
        click(".modal .o_data_row:contains(Employee) td[name=included]", "nobody is ticked yet"),
        see(".modal .o_data_row:contains(Employee) td[name=included] input:checked"),
        click(".modal footer button:contains(Apply)"),
        done(),
    ],
});
