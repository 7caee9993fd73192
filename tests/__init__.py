# Odoo runs the modules that this package names; each stage names its own once.
from . import (
    test_architecture,
    test_architecture_registry,
    test_attacks_channels,
    test_attacks_coaching,
    test_attacks_evaluation,
    test_attacks_evidence,
    test_attacks_history,
    test_attacks_messages,
    test_attacks_personal,
    test_attacks_planning,
    test_attacks_results,
    test_path_tours,
    test_readme,
    test_security_matrix,
)
from .coaching import *  # noqa: F403
from .core import *  # noqa: F403
from .evaluation import *  # noqa: F403
from .planning import *  # noqa: F403
from .results import *  # noqa: F403
from .rules import *  # noqa: F403
