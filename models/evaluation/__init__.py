# Models come before the files that extend them.
from . import evaluation, rating

# isort: split
from . import (
    evaluation_assignment,
    evaluation_batch,
    evaluation_confirmation,
    evaluation_figures,
    evaluation_goals,
    evaluation_screen,
    evaluation_withholding,
    rating_change,
    rating_line,
    rating_scoring,
    review,
    review_line,
)
