from . import test_batch, test_reporting_line, test_signature, test_workflow
