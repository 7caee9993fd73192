"""Who reads each secret of the attacked world, by name of the role; nobody else, by no way."""

HR = frozenset({"officer", "admin", "auditor"})
LINE = frozenset({"manager", "boss"}) | HR
ROLES = (
    "employee", "colleague", "manager", "boss", "stranger", "lead", "officer", "admin", "payroll",
    "auditor", "foreign",
)  # fmt: skip
READERS = {
    "appeal": HR | {"employee", "stranger"},
    "proof": HR | {"employee", "stranger"},
    "check": HR | {"stranger"},
    "statement": HR | {"stranger", "manager"},
    "preparation": LINE,
    "point": LINE,
    "note": {"employee"},
    "plan": LINE,
    "wish": LINE | {"employee"},
    "nomination": LINE,
    "self": LINE | {"employee"},
    "manager": LINE,
    # One answer alone is shown to nobody, not even in the mean.
    "peer": {"colleague"},
    "session": HR | {"manager", "lead"},
    "minutes": HR | {"manager", "lead"},
    "opinion": HR | {"manager", "lead"},
    "move": LINE | {"lead"},
}
# Figures that are as secret as the words beside them.
FIGURES = {"77.31": LINE, "55.55": {"colleague"}, "88.88": LINE | {"employee"}}
