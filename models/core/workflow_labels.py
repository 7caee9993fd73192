from odoo import api, models
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

STEPS = {
    "launch": _lt("Launch"),
    "execute": _lt("Start execution"),
    "evaluate": _lt("Start evaluation"),
    "calibrate": _lt("Close evaluation"),
    "communicate": _lt("Release results"),
    "release": _lt("Release"),
    "close": _lt("Close"),
    "cancel": _lt("Cancel"),
    "submit": _lt("Submit"),
    "send_back": _lt("Send back"),
    "complete": _lt("Complete"),
    "supersede": _lt("Replace by a new version"),
    "discard": _lt("Discard"),
    "request": _lt("Request"),
    "approve": _lt("Approve"),
    "refuse": _lt("Refuse"),
    "withdraw": _lt("Withdraw"),
    "take_back": _lt("Take back"),
    "apply": _lt("Put into force"),
    "reopen": _lt("Reopen"),
    "confirm": _lt("Confirm"),
    "disagree": _lt("Do not agree"),
    "lapse": _lt("Lapse"),
    "decline": _lt("Decline"),
    "hold": _lt("Held"),
    "acknowledge": _lt("Acknowledge"),
    "drop": _lt("Drop"),
    "accept": _lt("Accept"),
    "plan": _lt("Plan"),
    "start": _lt("Start"),
    "finish": _lt("Finish"),
    "retry": _lt("Retry"),
    "handle": _lt("Put the plan in place"),
    "ask": _lt("Ask for feedback"),
    "give": _lt("Give feedback"),
    "read": _lt("Read"),
    "extend": _lt("Extend"),
    "publish": _lt("Publish"),
    "agree": _lt("Agree"),
    "dismiss": _lt("Dismiss"),
    "succeed": _lt("Finish with success"),
    "fail": _lt("Finish without success"),
    "assign": _lt("Assign a reviewer"),
    "reassign": _lt("Assign another reviewer"),
    "uphold": _lt("Uphold"),
    "uphold_partly": _lt("Uphold in part"),
    "reject": _lt("Reject"),
    "open": _lt("Open the session"),
    "match": _lt("Found to match"),
    "deviate": _lt("Found to deviate"),
    "lose_measure": _lt("Not measured any more"),
    "settle": _lt("Settle"),
    "correct": _lt("Corrected by a measurement"),
    "review": _lt("Look at it again"),
    "leave": _lt("Take out of the pool"),
}

ROLES = {
    "employee": _lt("the employee"),
    "manager": _lt("the manager"),
    "reviewer": _lt("the reviewer who was asked"),
    "owner": _lt("the owner of the action"),
    "giver": _lt("the giver of the feedback"),
    "appeal_reviewer": _lt("the independent reviewer of the appeal"),
    "facilitator": _lt("the facilitator"),
    "officer": _lt("an HR officer (not on the own file)"),
    "admin": _lt("an HR administrator (not on the own file)"),
    "system": _lt("the process itself"),
}


class WorkflowLabels(models.AbstractModel):
    """Words for steps and roles, in the user's language."""

    _name = "hr.performance.workflow.labels"
    _description = "Words for steps and roles"

    @api.model
    def _get_step(self, name):
        return self.env._(STEPS[name])  # pylint: disable=translation-not-lazy

    @api.model
    def _get_role(self, name):
        return self.env._(ROLES[name])  # pylint: disable=translation-not-lazy
