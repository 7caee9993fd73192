import json

from markupsafe import Markup

from odoo import api, models
from odoo.tools import format_datetime, format_list

from .form_mixin import GAP


class CalibrationMinutes(models.AbstractModel):
    """Minutes of a calibration session with the list of moves (E8), for whoever may read them.

    In the language of the reader and the time zone of the company; of people, only those whose
    rows the reader may read. Once the session is approved, who may read all of it reads the frozen
    copy, in the language of the approval.
    """

    _name = "report.hr_performance.calibration_minutes"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Minutes of a calibration session, printed"

    _form_model = "hr.performance.calibration"

    @api.model
    def _get_form_lang(self, document):
        """It is about many people: in the language of whoever prints it, or has approved it."""
        if minutes_sudo := document._get_frozen_minutes():
            return json.loads(minutes_sudo.content)["lang"]
        return self.env.lang or "en_US"

    @api.model
    def _prepare_form(self, document):
        if minutes_sudo := document._get_frozen_minutes():
            return self._prepare_frozen(minutes_sudo, document)
        board = document.get_board()
        before = [card["opening_grade_id"] for card in board["cards"]]
        return {
            "title": self.env._("Calibration session"),
            "company": document.sudo().company_id.name,  # the name on the form
            "person": self._prepare_session(document, board),
            "grades": [
                {**column, "before": before.count(column["grade_id"])}
                for column in board["columns"]
            ],
            "opened": bool(document.opened_at),
            "agenda": document.agenda,
            "minutes": document.minutes,
            "moves": [
                self._prepare_move(move, document) for move in document.move_ids.sorted("id")
            ],
            "small_print": [
                self.env._("State: %s", board["session"]["state_label"]),
                *([self.env._("There are people whom you cannot see here.")] * board["partial"]),
            ],
        }

    @api.model
    def _prepare_frozen(self, minutes, document):
        form = json.loads(minutes.content)
        # Sanitized when they were written, before they were copied.
        texts = {name: Markup(form[name] or "") for name in ("agenda", "minutes")}
        small_print = [
            *form["small_print"],
            self.env._("Frozen at the approval on %s", self._time(minutes.frozen_at, document)),
            self.env._("SHA-256 of the content: %s", minutes.digest),
        ]
        return {**form, **texts, "small_print": small_print}

    @api.model
    def _prepare_session(self, document, board):
        # Names on the form of a session that the asker may read.
        session = document.sudo()
        approved = GAP
        if session.approved_at:
            approved = f"{session.approved_by_id.name}, {self._time(session.approved_at, document)}"
        return [
            (self.env._("Session"), session.name),
            (self.env._("Cycle"), session.cycle_id.name),
            (self.env._("Time"), self._time(session.start, document)),
            (self.env._("Facilitator"), session.facilitator_id.name or GAP),
            (self.env._("Participants"), self._list(session.participant_ids.mapped("name"))),
            (self.env._("People discussed"), self._figure(board["session"]["people"])),
            (self.env._("Approved by"), approved),
            (self.env._("Moves"), self._figure(len(document.move_ids))),
        ]

    @api.model
    def _prepare_move(self, move, document):
        return {
            # The name of somebody whose row the asker may read.
            "name": move.sudo().employee_id.name,
            "from": move.from_grade or GAP,
            "to": move.to_grade or GAP,
            "reason": move.reason,
            "who": move.sudo().user_id.name,  # a participant
            "when": self._moment(move.moved_at, document),
        }

    @api.model
    def _list(self, names):
        return format_list(self.env, names) if names else GAP

    @api.model
    def _moment(self, value, document):
        """Return a time to the minute; the zone stands with the times on top."""
        return format_datetime(self.env, value, tz=self._zone(document), dt_format="short")

    @api.model
    def _time(self, value, document):
        return f"{self._moment(value, document)} ({self._zone(document)})"
