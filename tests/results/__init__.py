from . import (
    test_json2,
    test_path,
    test_payroll,
    test_proration,
    test_result,
    test_sample_quarter,
    test_view,
)
