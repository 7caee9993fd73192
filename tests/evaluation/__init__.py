from . import test_forms_pdf, test_withheld, test_withheld_others
from . import test_confirmation, test_rating, test_withheld, test_withheld_others
