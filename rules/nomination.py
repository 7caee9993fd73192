"""Who may be asked for a review, and by whom (requirement E3).

>>> peers = RoleRule("peer", minimum=3, maximum=5)
>>> obstacle(peers, EMPLOYEE, Candidate(oneself=True), 0)
<Obstacle.ONESELF: 'oneself'>
>>> obstacle(peers, EMPLOYEE, Candidate(), 5)
<Obstacle.MAXIMUM: 'maximum'>
>>> obstacle(peers, EMPLOYEE, Candidate(), 4) is None
True
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import Enum

EMPLOYEE, MANAGER, HR = "employee", "manager", "hr"
SIDES = (EMPLOYEE, MANAGER, HR)
# The roles for which somebody is named; the others follow from the organisation.
NOMINATED = ("peer", "report", "other")


class Obstacle(Enum):
    """Why somebody cannot be asked."""

    ROLE = "role"
    SIDE = "side"
    ONESELF = "oneself"
    COMPANY = "company"
    INACTIVE = "inactive"
    MANAGER = "manager"
    REPORT = "report"
    OUTSIDE = "outside"
    ASKED = "asked"
    MAXIMUM = "maximum"


@dataclass(frozen=True)
class RoleRule:
    """How many reviewers of one role are asked, and who names them; a maximum of 0 is no limit."""

    role: str
    minimum: int = 0
    maximum: int = 0
    by_employee: bool = True
    by_manager: bool = True
    approval: bool = True

    def missing(self, asked: int) -> int:
        """How many are still missing.

        >>> RoleRule("peer", minimum=3).missing(1)
        2
        """
        return max(0, self.minimum - asked)

    def is_full(self, asked: int) -> bool:
        """Whether nobody else may be asked."""
        return 0 < self.maximum <= asked

    def is_open_to(self, side: str) -> bool:
        """Whether this side may name reviewers of the role; HR always may."""
        return {EMPLOYEE: self.by_employee, MANAGER: self.by_manager, HR: True}[side]

    def needs_approval(self, side: str, outside: bool) -> bool:
        """Whether somebody else has to approve; nothing goes out of the house unseen.

        >>> RoleRule("other", approval=False).needs_approval(EMPLOYEE, outside=True)
        True
        """
        return side == EMPLOYEE and (self.approval or outside)

    def as_data(self) -> dict[str, object]:
        """Return the rule as JSON, to be kept with a cycle."""
        return asdict(self)


@dataclass(frozen=True)
class Candidate:
    """What counts of the one who is to be asked; ``leads`` and ``reports``: towards the person."""

    oneself: bool = False
    same_company: bool = True
    active: bool = True
    leads: bool = False
    reports: bool = False
    outside: bool = False
    asked: bool = False


def obstacle(rule: RoleRule | None, side: str, candidate: Candidate, asked: int) -> Obstacle | None:
    """Return why this candidate cannot be asked in this role, None when they can.

    ``asked`` is the number of those who are asked or proposed in the role already. Raises
    ``KeyError`` for a side that does not exist.

    >>> obstacle(RoleRule("report"), HR, Candidate(reports=False), 0)
    <Obstacle.REPORT: 'report'>
    >>> obstacle(RoleRule("peer"), HR, Candidate(outside=True), 0)
    <Obstacle.OUTSIDE: 'outside'>
    """
    if rule is None or rule.role not in NOMINATED:
        return Obstacle.ROLE
    if not rule.is_open_to(side):
        return Obstacle.SIDE
    facts = {
        Obstacle.ONESELF: candidate.oneself,
        Obstacle.COMPANY: not candidate.same_company,
        Obstacle.INACTIVE: not candidate.active,
        Obstacle.MANAGER: candidate.leads,
        Obstacle.OUTSIDE: candidate.outside and rule.role != "other",
        Obstacle.REPORT: rule.role == "report" and not candidate.reports,
        Obstacle.ASKED: candidate.asked,
        Obstacle.MAXIMUM: rule.is_full(asked),
    }
    return next((reason for reason, holds in facts.items() if holds), None)


def gaps(rules: Mapping[str, RoleRule], asked: Mapping[str, int]) -> dict[str, int]:
    """Return {role: number of reviewers that are missing} for the roles with too few.

    >>> gaps({"peer": RoleRule("peer", minimum=3)}, {"peer": 1})
    {'peer': 2}
    """
    found = {role: rule.missing(asked.get(role, 0)) for role, rule in rules.items()}
    return {role: number for role, number in found.items() if number}
