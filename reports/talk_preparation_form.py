from odoo import api, models

from .form_mixin import GAP


class TalkPreparationForm(models.AbstractModel):
    """The manager's preparation sheet on paper, with what whoever prints it may read (F1)."""

    _name = "report.hr_performance.talk_preparation_form"
    _inherit = ["report.hr_performance.talk_form"]
    _description = "Preparation of a feedback talk, printed"

    _form_model = "hr.performance.talk.preparation"

    @api.model
    def _prepare_translated_form(self, document):
        """In the language of the manager, who alone has this paper in hand."""
        return {"lang": self.env.lang, **self._prepare_form(document)}

    @api.model
    def _prepare_form(self, document):
        talk_sudo = document.talk_id.sudo()  # names on the sheet of a talk that the asker reads
        labels = document._fields
        return {
            "title": self.env._("Preparation of the feedback talk"),
            "company": talk_sudo.company_id.name,
            "person": self._prepare_talk(talk_sudo),
            "grade": document.grade_name or GAP,
            "score": self._figure(document.score if document.has_score else None, digits=2),
            "goals": [self._prepare_goal(goal) for goal in document.goal_ids],
            "voices": [
                group for group in (document.voices or {}).get("groups", []) if group["shown"]
            ],
            "texts": [
                {"title": labels[name]._description_string(self.env), "text": document[name]}
                for name in ("opening", "notes")
            ],
            "points": self._prepare_points(document.talk_id),
        }

    @api.model
    def _prepare_goal(self, goal):
        achievement = goal.achievement if goal.is_measured else None
        return {
            "name": goal.name,
            "weight": self._figure(goal.weight),
            "achievement": self._figure(achievement, digits=2),
        }
