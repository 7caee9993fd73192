from . import test_forms_pdf, test_withheld, test_withheld_others
