from . import test_entry, test_import, test_revision
from . import test_revision_refusals, test_revision_requests
