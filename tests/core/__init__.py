from . import (
    test_batch,
    test_menu,
    test_reporting_line,
    test_signature,
    test_todo_search,
    test_workflow,
)
