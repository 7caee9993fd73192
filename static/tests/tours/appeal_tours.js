import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

tours.add("appeal_file", {
    steps: () => [
        {
            content: "the own released evaluation",
            trigger:
                ".o_data_row td[name=cycle_id]:contains(This quarter), .o_kanban_record:contains(This quarter)",
            run: "click",
        },
        {
            trigger: ".alert button:contains(File an appeal)",
            run: "click",
        },
        {
            content: "what happens next stands above",
            trigger: ".modal .alert-info:contains(It is decided, with reasons, until)",
        },
        {
            trigger: ".modal .o_field_widget[name=grounds] .o_radio_item:contains(Figures) input",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=explanation] textarea",
            run: "edit The sales of May were booked in June",
        },
        {
            trigger: ".modal footer button:contains(File the appeal)",
            run: "click",
        },
        {
            content: "the appeal, with its clock",
            trigger: ".o_form_view .alert-info:contains(Working days left)",
        },
        {
            trigger: ".o_form_view .o_field_widget[name=explanation]:contains(booked in June)",
        },
    ],
});

tours.add("appeal_assign", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(Employee) td[name=grounds]",
            run: "click",
        },
        {
            trigger: ".o_form_statusbar button:contains(Assign a reviewer)",
            run: "click",
        },
        {
            content: "nothing is said before somebody is chosen",
            trigger: ".modal .o_form_view:not(:has(.alert))",
        },
        {
            content: "the manager judged",
            trigger: ".modal .o_field_widget[name=reviewer_id] input",
            run: "edit Manager",
        },
        {
            trigger: ".ui-autocomplete a:contains(Manager)",
            run: "click",
        },
        {
            trigger: ".modal .alert-danger:contains(is not independent)",
        },
        {
            trigger: ".modal .o_field_widget[name=reviewer_id] input",
            run: "edit Stranger",
        },
        {
            trigger: ".ui-autocomplete a:contains(Stranger)",
            run: "click",
        },
        {
            trigger: ".modal:not(:has(.alert-danger)) footer button:contains(Assign)",
            run: "click",
        },
        {
            trigger: ".o_arrow_button_current:contains(Under review)",
        },
    ],
});

tours.add("appeal_decide", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(Employee) td[name=grounds]",
            run: "click",
        },
        {
            content: "standards, figures and judgements on one screen",
            trigger: ".o_performance_appeal_file:contains(Standards and scores):contains(Raise sales)",
        },
        {
            trigger: ".o_form_statusbar button:contains(Ask the manager)",
            run: "click",
        },
        {
            trigger: ".o_form_view .o_field_widget[name=asked_at]",
        },
        {
            trigger: ".o_field_widget[name=standard_ok] .o_radio_item:contains(Yes) input",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=data_ok] .o_radio_item:contains(No) input",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=data_note] textarea",
            run: "edit May was booked in June",
        },
        {
            trigger: ".o_field_widget[name=procedure_ok] .o_radio_item:contains(Yes) input",
            run: "click",
        },
        {
            trigger: ".o_form_button_save",
            run: "click",
        },
        {
            trigger: ".o_form_saved",
        },
        {
            trigger: ".o_form_statusbar button:contains(Decide)",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=outcome] .o_radio_item:contains(/^Upheld$/) input",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=grade_id] input",
            run: "edit Excellent",
        },
        {
            trigger: ".ui-autocomplete a:contains(Excellent)",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=answer] textarea",
            run: "edit With the sales of May the standard of Excellent is met",
        },
        {
            trigger: ".modal footer button:contains(Decide)",
            run: "click",
        },
        {
            trigger: ".o_arrow_button_current:contains(Upheld)",
        },
    ],
});

tours.add("appeal_answer", {
    steps: () => [
        {
            trigger: ".o_data_row td[name=cycle_id], .o_kanban_record:contains(This quarter)",
            run: "click",
        },
        {
            content: "the person reads the decision and what was examined",
            trigger: ".o_field_widget[name=answer]:contains(With the sales of May)",
        },
        {
            trigger: ".o_field_widget[name=findings_text]:contains(May was booked in June)",
        },
        {
            trigger: ".o_field_widget[name=new_grade]:contains(Excellent)",
        },
    ],
});

tours.add("appeal_told", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(Employee) td[name=new_grade]",
            run: "click",
        },
        {
            content: "the manager reads the decision, not the appeal",
            trigger:
                ".o_form_view:not(:contains(were booked)) .o_field_widget[name=answer]:contains(With the sales of May)",
        },
    ],
});
