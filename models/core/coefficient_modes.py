"""How a bonus coefficient is made of its parts (Formulas, section 5)."""

MODES = [
    ("product", "Product"),
    ("weighted", "Weighted"),
    ("pool", "Pool"),
]
# The three coefficients, in the order of the formula.
PARTS = ("individual", "department", "company")
# Bonus bases and amounts are pay: read by who may read pay, by payroll and by the auditor.
PAY_READERS = "hr.group_hr_manager,hr_performance.group_payroll,hr_performance.group_auditor"
