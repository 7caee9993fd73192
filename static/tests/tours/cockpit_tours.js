import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

/** A figure of the cockpit: of a step, of a grade, or of what is late. */
const figure = (place, name, count) =>
    `.o_performance_cockpit [${place}] .o_performance_figure[data-figure=${name}]:contains(${count})`;
const back = () => ({
    content: "back to the cockpit",
    trigger: ".o_breadcrumb .o_back_button, .breadcrumb-item:contains(Cockpit) a",
    run: "click",
});

tours.add("cockpit_hr", {
    steps: () => [
        {
            content: "where people stand",
            trigger: figure("data-stage=missing", "here", 2),
        },
        { trigger: figure("data-stage=missing", "further", 4) },
        { trigger: figure("data-stage=manager", "here", 2) },
        { trigger: figure("data-grade=Good", "grade", 2) },
        {
            content: "HR reads what is to be decided next",
            trigger: ".o_performance_next:contains(2 of 4 have not signed)",
        },
        {
            content: "a figure opens the records behind it",
            trigger: figure("data-late=goals", "late", 2),
            run: "click",
        },
        { trigger: ".o_list_view .o_data_row:nth-child(2)" },
        { trigger: ".o_list_view:not(:has(.o_data_row:nth-child(3)))" },
        back(),
        {
            content: "only the line of somebody",
            trigger: ".o_performance_cockpit select.o_performance_line",
            run: "selectByLabel Stranger",
        },
        { trigger: ".o_performance_people:contains(1)" },
        { trigger: figure("data-stage=missing", "here", 1) },
        { trigger: figure("data-stage=missing", "here", 1), run: "click" },
        { trigger: ".o_list_view .o_data_row:contains(Far)" },
        back(),
        {
            content: "back from the list the same people are shown",
            trigger: ".o_performance_people:contains(1)",
        },
        {
            trigger: ".o_performance_cockpit button:contains(Show all)",
            run: "click",
        },
        { trigger: figure("data-stage=missing", "further", 4) },
        {
            content: "to where the next step is taken",
            trigger: ".o_performance_next button",
            run: "click",
        },
        { trigger: ".o_form_view button[name=action_open_cockpit]", run: "click" },
        { trigger: figure("data-stage=missing", "further", 4) },
    ],
});

tours.add("cockpit_manager", {
    steps: () => [
        {
            content: "the own line alone",
            trigger: figure("data-stage=missing", "further", 3),
        },
        { trigger: ".o_performance_cockpit:not(:has(.o_performance_next))" },
        {
            content: "of the grades only what may be read",
            trigger: figure("data-grade=Good", "grade", 2),
            run: "click",
        },
        { trigger: ".o_list_view .o_data_row:nth-child(2)" },
        back(),
        {
            content: "by keyboard",
            trigger: figure("data-stage=missing", "here", 1),
            async run(helpers) {
                helpers.anchor.focus();
                await helpers.press("Enter");
            },
        },
        { trigger: ".o_list_view .o_data_row" },
    ],
});
