from . import test_entry, test_import, test_revision
