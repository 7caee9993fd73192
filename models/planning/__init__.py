# Models come before the files that extend them.
from . import cycle, goal

# isort: split
from . import (
    agreement,
    cycle_payout,
    cycle_steps,
    department_coefficient,
    goal_entry,
    goal_guard,
    goal_measure,
    goal_milestone,
    measurement,
)
