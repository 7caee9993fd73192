# Models come before the files that extend them.
from . import result

# isort: split
from . import (
    result_publishing,
    result_view,
)
