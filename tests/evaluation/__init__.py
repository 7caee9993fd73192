from . import test_withheld, test_withheld_others
