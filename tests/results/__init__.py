from . import test_path, test_sample_quarter
