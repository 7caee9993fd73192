"""State machines, described as data.

>>> flow = Workflow("draft", Transition("submit", {"draft"}, "submitted", {"employee"}))
>>> flow.refusal("submit", "draft", {"employee"}) is None
True
>>> flow.refusal("submit", "submitted", {"employee"})
<Refusal.STATE: 'state'>
>>> flow.refusal("submit", "draft", {"manager"})
<Refusal.ROLE: 'role'>
>>> flow.allowed("draft", {"employee"})
['submit']
>>> flow.states
['draft', 'submitted']
"""

from collections.abc import Collection, Set
from dataclasses import dataclass
from enum import Enum

SYSTEM = "system"


class Refusal(Enum):
    """Why a transition is not possible."""

    STATE = "state"
    ROLE = "role"


@dataclass(frozen=True)
class Transition:
    """One way to change a state: from which states, to which one, by whom.

    The role ``system`` stands for the addon itself (a signature that completes a document, a
    nightly job); no person has it, so no button shows such a transition.
    """

    name: str
    sources: Set[str]
    target: str
    roles: Set[str]
    needs_reason: bool = False


class Workflow:
    """All transitions of one model; ``initial`` is the state of a new record."""

    def __init__(self, initial: str, *transitions: Transition) -> None:
        self.initial = initial
        self.transitions = {transition.name: transition for transition in transitions}

    @property
    def states(self) -> list[str]:
        """Every state, in the order in which the flow names them."""
        found = [self.initial]
        for transition in self.transitions.values():
            found += [*sorted(transition.sources), transition.target]
        return list(dict.fromkeys(found))

    def refusal(self, name: str, state: str, roles: Collection[str]) -> Refusal | None:
        """Return why this transition is refused, None when it is allowed."""
        transition = self.transitions[name]
        if state not in transition.sources:
            return Refusal.STATE
        if not transition.roles & set(roles):
            return Refusal.ROLE
        return None

    def allowed(self, state: str, roles: Collection[str]) -> list[str]:
        """Names of the transitions that these roles may take from this state."""
        return [name for name in self.transitions if self.refusal(name, state, roles) is None]
