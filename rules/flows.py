"""Every state machine of the product on one page: states, transitions, roles.

Roles: ``employee`` (the person concerned), ``manager`` (of that time, or anyone above the person
today), ``reviewer`` (who was asked), ``owner`` (who is to act), ``giver`` (of feedback),
``appeal_reviewer`` (who decides an appeal independently),
``facilitator`` (who leads a session, never one about the own person),
``officer`` and ``admin`` (HR, never on their own file), ``system`` (the addon itself, as the
consequence of something that a person did).
"""

from .workflow import SYSTEM, Transition, Workflow

EMPLOYEE, MANAGER, REVIEWER, OWNER = "employee", "manager", "reviewer", "owner"
GIVER, FACILITATOR, APPEAL_REVIEWER = "giver", "facilitator", "appeal_reviewer"
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

NOMINATION = Workflow(
    "proposed",
    Transition("approve", {"proposed"}, "approved", {MANAGER, *HR, SYSTEM}),
    Transition("refuse", {"proposed"}, "refused", {MANAGER, *HR}, needs_reason=True),
    Transition("withdraw", {"proposed"}, "withdrawn", {EMPLOYEE, MANAGER, *HR, SYSTEM}),
    Transition("take_back", {"approved"}, "withdrawn", {*HR, SYSTEM}, needs_reason=True),
)

VERIFICATION = Workflow(
    "matches",
    Transition("match", {"deviates", "settled", "unmeasured"}, "matches", {SYSTEM}),
    Transition("deviate", {"matches", "settled", "corrected", "unmeasured"}, "deviates", {SYSTEM}),
    Transition(
        "lose_measure", {"matches", "deviates", "settled", "corrected"}, "unmeasured", {SYSTEM}
    ),
    Transition("settle", {"deviates"}, "settled", {MANAGER, *HR}, needs_reason=True),
    Transition("correct", {"deviates"}, "corrected", {SYSTEM}),
)

RATING = Workflow(
    "open",
    Transition("release", {"open"}, "released", HR),
)

APPEAL = Workflow(
    "filed",
    Transition("assign", {"filed"}, "under_review", HR),
    Transition("reassign", {"under_review"}, "under_review", HR, needs_reason=True),
    Transition("uphold", {"under_review"}, "upheld", {APPEAL_REVIEWER}, needs_reason=True),
    Transition("uphold_partly", {"under_review"}, "partly", {APPEAL_REVIEWER}, needs_reason=True),
    Transition("reject", {"under_review"}, "rejected", {APPEAL_REVIEWER}, needs_reason=True),
    Transition("withdraw", {"filed", "under_review"}, "withdrawn", {EMPLOYEE}),
)

CALIBRATION = Workflow(
    "draft",
    Transition("open", {"draft"}, "open", {FACILITATOR, *HR}),
    Transition("approve", {"open"}, "approved", {FACILITATOR, *HR}),
    Transition("reopen", {"approved"}, "open", HR, needs_reason=True),
    Transition("cancel", {"draft", "open"}, "cancelled", HR, needs_reason=True),
)

COACHING = Workflow(
    "planned",
    Transition("hold", {"planned"}, "held", {MANAGER, *HR}),
    Transition("acknowledge", {"held"}, "acknowledged", {EMPLOYEE}),
    Transition("cancel", {"planned"}, "cancelled", {MANAGER, *HR}, needs_reason=True),
)

# What was agreed in a coaching or in a feedback talk is followed up in the same way.
COACHING_POINT = TALK_POINT = Workflow(
    "open",
    Transition("finish", {"open"}, "done", {MANAGER, OWNER, *HR}),
    Transition("drop", {"open"}, "dropped", {MANAGER, *HR}, needs_reason=True),
    Transition("reopen", {"done", "dropped"}, "open", {MANAGER, *HR}, needs_reason=True),
)

TALK = Workflow(
    "planned",
    Transition("hold", {"planned"}, "held", {MANAGER, *HR}),
    Transition("acknowledge", {"held"}, "acknowledged", {EMPLOYEE}),
    Transition("cancel", {"planned"}, "cancelled", HR, needs_reason=True),
    Transition("reopen", {"cancelled"}, "planned", HR, needs_reason=True),
)

ACTION = Workflow(
    "todo",
    Transition("accept", {"todo"}, "accepted", {OWNER}),
    Transition("finish", {"todo", "accepted"}, "done", {OWNER, MANAGER, *HR, SYSTEM}),
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

PIP = Workflow(
    "draft",
    Transition("submit", {"draft"}, "submitted", {MANAGER, *HR}),
    Transition("send_back", {"submitted"}, "draft", HR, needs_reason=True),
    Transition("approve", {"submitted"}, "hr_approved", HR),
    Transition("acknowledge", {"hr_approved"}, "active", {EMPLOYEE}),
    # Without a login, or where the employee does not want to acknowledge: with the reason.
    Transition("start", {"hr_approved"}, "active", HR, needs_reason=True),
    Transition("extend", {"active"}, "active", {MANAGER, *HR}, needs_reason=True),
    Transition("succeed", {"active"}, "succeeded", {MANAGER, *HR}, needs_reason=True),
    Transition("fail", {"active"}, "failed", HR, needs_reason=True),
    Transition(
        "cancel",
        {"draft", "submitted", "hr_approved", "active"},
        "cancelled",
        HR,
        needs_reason=True,
    ),
)

PIP_CHECKIN = Workflow(
    "planned",
    Transition("hold", {"planned"}, "held", {MANAGER, *HR}),
    Transition("cancel", {"planned"}, "cancelled", {SYSTEM}),
)

GUIDE_VERSION = Workflow(
    "draft",
    Transition("publish", {"draft"}, "published", HR),
    Transition("supersede", {"published"}, "superseded", {SYSTEM}),
)

RETROSPECTIVE = Workflow(
    "draft",
    Transition("hold", {"draft"}, "held", HR),
    Transition("close", {"held"}, "closed", HR),
)

RETROSPECTIVE_ACTION = Workflow(
    "todo",
    Transition("finish", {"todo"}, "done", {OWNER, *HR}),
    Transition("cancel", {"todo"}, "cancelled", HR, needs_reason=True),
)

OUTCOME = Workflow(
    "proposed",
    Transition("agree", {"proposed"}, "proposed", {MANAGER}),
    Transition("approve", {"proposed"}, "approved", HR),
    Transition("dismiss", {"proposed"}, "dismissed", {MANAGER, *HR}, needs_reason=True),
    Transition("withdraw", {"proposed"}, "withdrawn", {SYSTEM}),
    Transition("finish", {"approved"}, "done", {*HR, SYSTEM}, needs_reason=True),
)

TALENT = Workflow(
    "proposed",
    Transition("approve", {"proposed"}, "member", {*HR, SYSTEM}),
    Transition("dismiss", {"proposed"}, "dismissed", HR, needs_reason=True),
    Transition("review", {"member"}, "member", HR, needs_reason=True),
    Transition("leave", {"member"}, "left", HR, needs_reason=True),
)

DEVELOPMENT_PLAN = Workflow(
    "draft",
    Transition("agree", {"draft"}, "draft", {EMPLOYEE, MANAGER}),
    Transition("complete", {"draft"}, "agreed", {SYSTEM}),
    Transition("reopen", {"agreed"}, "draft", {EMPLOYEE, MANAGER, *HR}, needs_reason=True),
    Transition("finish", {"agreed"}, "done", {MANAGER, *HR}),
    Transition("cancel", {"draft", "agreed"}, "cancelled", {MANAGER, *HR}, needs_reason=True),
)

TRAINING_NEED = Workflow(
    "proposed",
    Transition("plan", {"proposed"}, "planned", {MANAGER, *HR}),
    Transition("start", {"planned"}, "running", {MANAGER, *HR}),
    # The reason is what came of it.
    Transition("finish", {"planned", "running"}, "done", {MANAGER, *HR}, needs_reason=True),
    Transition("complete", {"proposed", "planned", "running"}, "done", {SYSTEM}),
    Transition("dismiss", {"proposed"}, "dismissed", {MANAGER, *HR, SYSTEM}, needs_reason=True),
    Transition("cancel", {"planned", "running"}, "dismissed", HR, needs_reason=True),
    Transition("reopen", {"planned", "dismissed"}, "proposed", HR, needs_reason=True),
)

BATCH = Workflow(
    "waiting",
    Transition("start", {"waiting"}, "running", {SYSTEM}),
    Transition("finish", {"running"}, "done", {SYSTEM}),
    Transition("retry", {"done"}, "waiting", HR),
    Transition("cancel", {"waiting", "running"}, "cancelled", HR),
)

# By name, in the order above: what the diagrams and the tests of all flows go through.
FLOWS = {name.lower(): flow for name, flow in list(globals().items()) if isinstance(flow, Workflow)}
