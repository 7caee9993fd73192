from . import (
    test_batch,
    test_menu,
    test_person_goals,
    test_person_link,
    test_person_sheets,
    test_reporting_line,
    test_signature,
    test_todo_search,
    test_workflow,
)
