from . import (
    test_confirmation,
    test_forms_pdf,
    test_gaps,
    test_rating,
    test_withheld,
    test_withheld_http,
    test_withheld_others,
)
