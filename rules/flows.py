"""Every state machine of the product on one page: states, transitions, roles.

Roles: ``employee`` (the person concerned), ``manager`` (of that time, or anyone above the person
today), ``reviewer`` (who was asked), ``owner`` (who is to act), ``giver`` (of feedback),
``officer`` and ``admin`` (HR, never on their own file), ``system`` (the addon itself, as the
consequence of something that a person did).
"""

from .workflow import SYSTEM, Transition, Workflow

EMPLOYEE, MANAGER, REVIEWER, OWNER = "employee", "manager", "reviewer", "owner"
GIVER = "giver"
OFFICER, ADMIN = "officer", "admin"
HR = frozenset({OFFICER, ADMIN})

CYCLE = Workflow(
    "draft",
    Transition("launch", {"draft"}, "planning", HR),
    Transition("execute", {"planning"}, "executing", HR),
    Transition("evaluate", {"planning", "executing"}, "evaluating", HR),
    Transition("calibrate", {"evaluating"}, "calibrating", HR),
    Transition("communicate", {"calibrating"}, "communicating", HR),
    Transition("close", {"communicating"}, "closed", HR),
    Transition(
        "cancel",
        {"draft", "planning", "executing", "evaluating", "calibrating"},
        "cancelled",
        {ADMIN},
        needs_reason=True,
    ),
)

AGREEMENT = Workflow(
    "draft",
    Transition("submit", {"draft"}, "submitted", {EMPLOYEE, MANAGER, *HR, SYSTEM}),
    Transition(
        "send_back", {"submitted"}, "draft", {EMPLOYEE, MANAGER, *HR, SYSTEM}, needs_reason=True
    ),
    Transition("discard", {"draft"}, "discarded", {SYSTEM}),
    Transition("complete", {"submitted"}, "signed", {SYSTEM}),
    Transition("supersede", {"signed"}, "superseded", {SYSTEM}),
)

REVISION = Workflow(
    "draft",
    Transition("request", {"draft"}, "requested", {EMPLOYEE, MANAGER, *HR}),
    Transition("approve", {"requested"}, "requested", {MANAGER, *HR}),
    Transition("accept", {"requested"}, "approved", {SYSTEM}),
    Transition("refuse", {"requested"}, "refused", {MANAGER, *HR}, needs_reason=True),
    Transition("withdraw", {"draft", "requested"}, "withdrawn", {EMPLOYEE, MANAGER, *HR, SYSTEM}),
    Transition("apply", {"approved"}, "applied", {SYSTEM}),
    Transition("send_back", {"approved"}, "returned", {SYSTEM}, needs_reason=True),
)

EVALUATION = Workflow(
    "planning",
    Transition("execute", {"planning"}, "executing", {SYSTEM}),
    Transition("evaluate", {"planning", "executing"}, "evaluating", HR),
    Transition("calibrate", {"evaluating"}, "calibrating", {SYSTEM}),
    Transition("reopen", {"calibrating"}, "evaluating", {SYSTEM}),
    Transition("release", {"calibrating"}, "communicating", HR),
    Transition("confirm", {"communicating"}, "confirmed", {SYSTEM}),
    Transition("disagree", {"communicating"}, "disagreed", {SYSTEM}),
    Transition("lapse", {"communicating"}, "lapsed", {SYSTEM}),
    Transition("close", {"confirmed", "disagreed", "lapsed"}, "closed", HR),
    Transition(
        "cancel",
        {"planning", "executing", "evaluating", "calibrating"},
        "cancelled",
        {*HR, SYSTEM},
        needs_reason=True,
    ),
)

REVIEW = Workflow(
    "pending",
    Transition("submit", {"pending"}, "submitted", {REVIEWER}),
    Transition("decline", {"pending"}, "declined", {REVIEWER}, needs_reason=True),
    Transition("reopen", {"submitted", "declined"}, "pending", HR, needs_reason=True),
)

RATING = Workflow(
    "open",
    Transition("release", {"open"}, "released", HR),
)

COACHING = Workflow(
    "planned",
    Transition("hold", {"planned"}, "held", {MANAGER, *HR}),
    Transition("acknowledge", {"held"}, "acknowledged", {EMPLOYEE}),
    Transition("cancel", {"planned"}, "cancelled", {MANAGER, *HR}, needs_reason=True),
)

COACHING_POINT = Workflow(
    "open",
    Transition("finish", {"open"}, "done", {MANAGER, OWNER, *HR}),
    Transition("drop", {"open"}, "dropped", {MANAGER, *HR}, needs_reason=True),
    Transition("reopen", {"done", "dropped"}, "open", {MANAGER, *HR}, needs_reason=True),
)

ACTION = Workflow(
    "todo",
    Transition("accept", {"todo"}, "accepted", {OWNER}),
    Transition("finish", {"todo", "accepted"}, "done", {OWNER, MANAGER, *HR}),
    Transition("decline", {"todo", "accepted"}, "declined", {OWNER}, needs_reason=True),
    Transition("cancel", {"todo", "accepted"}, "cancelled", {MANAGER, *HR}, needs_reason=True),
)

RISK = Workflow(
    "open",
    Transition("handle", {"open"}, "handled", {EMPLOYEE, MANAGER, OWNER, *HR}),
    Transition("accept", {"open", "handled"}, "accepted", {MANAGER, *HR}, needs_reason=True),
    Transition("reopen", {"handled", "accepted"}, "open", {MANAGER, OWNER, *HR}, needs_reason=True),
    Transition("close", {"open", "handled", "accepted"}, "closed", {MANAGER, OWNER, *HR, SYSTEM}),
)

FEEDBACK = Workflow(
    "draft",
    Transition("ask", {"draft"}, "requested", {EMPLOYEE}),
    Transition("give", {"draft", "requested"}, "given", {GIVER}),
    Transition("decline", {"requested"}, "declined", {GIVER}, needs_reason=True),
    Transition("cancel", {"requested"}, "cancelled", {EMPLOYEE}),
    Transition("read", {"given"}, "read", {EMPLOYEE}),
    Transition("withdraw", {"given"}, "withdrawn", {GIVER}),
)

BATCH = Workflow(
    "waiting",
    Transition("start", {"waiting"}, "running", {SYSTEM}),
    Transition("finish", {"running"}, "done", {SYSTEM}),
    Transition("retry", {"done"}, "waiting", HR),
    Transition("cancel", {"waiting", "running"}, "cancelled", HR),
)

FLOWS = {
    "cycle": CYCLE,
    "agreement": AGREEMENT,
    "revision": REVISION,
    "evaluation": EVALUATION,
    "review": REVIEW,
    "rating": RATING,
    "coaching": COACHING,
    "coaching_point": COACHING_POINT,
    "action": ACTION,
    "risk": RISK,
    "feedback": FEEDBACK,
    "batch": BATCH,
}
