"""What the tests of the rules share: one profile and the figures that users type."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

# Found examples are not kept, and what is cached does not land in the current folder.
os.environ.setdefault(
    "HYPOTHESIS_STORAGE_DIRECTORY", str(Path(tempfile.gettempdir(), "hypothesis"))
)
quick = settings(deadline=None, max_examples=100, database=None)


def figures(low, high):
    """Figures of two decimals from low to high."""
    return st.integers(low * 100, high * 100).map(lambda hundredths: hundredths / 100)
