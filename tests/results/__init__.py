from . import test_path
