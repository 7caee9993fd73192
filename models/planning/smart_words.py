from odoo import api, fields, models
from odoo.tools import format_date

from ...rules.smart import Code, Reference
from ..core.figures import show_figure


class SmartWords(models.AbstractModel):
    """What the findings of the SMART check say: what is missing, and what to write instead."""

    _name = "hr.performance.smart.words"
    _description = "Sentences of the SMART check"

    @api.model
    def _describe(self, finding):
        """Return one finding in words, in the language of the user."""
        if finding.code in (Code.TOO_HIGH, Code.TOO_LOW):
            return self._describe_ambition(finding)
        if finding.code in (Code.OUTSIDE_CYCLE, Code.DUE_BEFORE_START, Code.NO_DATES):
            return self._describe_dates(finding)
        sentences = self._get_wording() | self._get_measuring() | self._get_relevance()
        sentence = sentences[finding.code]
        return sentence % self._get_figures(finding) if finding.figures else sentence

    @api.model
    def _get_figures(self, finding):
        labels = {
            "name": self.env._("goal"),
            "how": self.env._("How it is reached"),
            "why": self.env._("Why it matters"),
        }
        figures = dict(finding.figures)
        if "field" in figures:
            figures["field"] = labels[figures["field"]]
        return figures

    @api.model
    def _get_wording(self):
        return {
            Code.TOO_SHORT: self.env._(
                "The goal and its way are %(length)s letters long, at least %(minimum)s are asked."
                " Write the outcome and the way, such as “Raise the customer satisfaction score"
                " from 85 to 90 by optimising the after-sales response process”."
            ),
            Code.PLACEHOLDER: self.env._(
                "“%(field)s” is not finished: replace the placeholder by what is meant."
            ),
            Code.SLOGAN: self.env._(
                "This reads like a slogan. Name the outcome: instead of “Improve customer"
                " satisfaction”, “Raise the satisfaction score from 85 to 90”."
            ),
            Code.NO_MEANS: self.env._(
                "It does not say how it is reached. Add “by …” to the goal or fill in “How it is"
                " reached”, such as “by answering each complaint within 12 hours”."
            ),
        }

    @api.model
    def _get_measuring(self):
        return {
            Code.NO_METRIC: self.env._(
                "Name what is measured as the metric, such as “Customer satisfaction score”."
            ),
            Code.NO_UNIT: self.env._("Give the unit of the figures, such as points, % or hours."),
            Code.NO_TARGET: self.env._("Give the target, such as 90."),
            Code.NO_BASELINE: self.env._(
                "Give the baseline from which it starts, such as 85 today."
            ),
            Code.NO_RANGE: self.env._("Give both ends of the range, such as 95 and 105."),
            Code.NO_MILESTONES: self.env._(
                "Add the milestones by which it is measured, each with a date."
            ),
            Code.NO_KEY_RESULTS: self.env._(
                "Add two to four key results with figures: they measure the objective."
            ),
        }

    @api.model
    def _get_relevance(self):
        return {
            Code.SERVES_NOTHING: self.env._(
                "Choose the goal of the department or the company that it serves, or say why it"
                " serves none."
            ),
            Code.NO_REASON: self.env._(
                "Say why it matters to the department, such as “Satisfied customers order again,"
                " which carries our turnover”."
            ),
            Code.REASON_TOO_SHORT: self.env._(
                "The reason is %(length)s letters long, at least %(minimum)s are asked. Say what"
                " the department gains by it."
            ),
            Code.REASON_COPIES_NAME: self.env._(
                "The reason only repeats the goal. Say what the department gains when it is"
                " reached."
            ),
            Code.REASON_IS_EMPTY: self.env._(
                "The reason says that it is important, not why. Say what the department gains by"
                " it, such as “Repeat orders carry half of our turnover”."
            ),
        }

    @api.model
    def _describe_ambition(self, finding):
        figures = {
            name: value if name == "reference" else show_figure(self.env, value)
            for name, value in finding.figures.items()
        }
        sentences = {
            (Code.TOO_HIGH, Reference.BASELINE): self.env._(
                "Too high: the target %(target)s is %(percent)s %% better than the baseline"
                " %(value)s, accepted are up to %(limit)s %%. Set a nearer target, or agree with"
                " the manager on what makes it possible."
            ),
            (Code.TOO_LOW, Reference.BASELINE): self.env._(
                "Too low: the target %(target)s is %(percent)s %% better than the baseline"
                " %(value)s, expected are at least %(limit)s %%. Set a target beyond the baseline."
            ),
            (Code.TOO_HIGH, Reference.OWN): self.env._(
                "Too high: the target %(target)s is %(percent)s %% better than the own last values"
                " (mean %(value)s), accepted are up to %(limit)s %%. Set a nearer target, or agree"
                " with the manager on what is new."
            ),
            (Code.TOO_LOW, Reference.OWN): self.env._(
                "Too low: the target %(target)s is %(percent)s %% better than the own last values"
                " (mean %(value)s), expected are at least %(limit)s %%. Set a target beyond what"
                " was reached already."
            ),
            (Code.TOO_HIGH, Reference.PEERS): self.env._(
                "Too high: the target %(target)s differs by %(percent)s %% from the colleagues'"
                " (median %(value)s), accepted are up to %(limit)s %%. Set a nearer target, or say"
                " what is different."
            ),
            (Code.TOO_LOW, Reference.PEERS): self.env._(
                "Too low: the target %(target)s differs by %(percent)s %% from the colleagues'"
                " (median %(value)s), expected are at least %(limit)s %%. Set a target nearer to"
                " theirs, or say what is different."
            ),
        }
        return sentences[finding.code, Reference(figures["reference"])] % figures

    @api.model
    def _describe_dates(self, finding):
        sentences = {
            Code.NO_DATES: self.env._("Give the start and the due date."),
            Code.DUE_BEFORE_START: self.env._(
                "It is due on %(due)s, before it starts on %(start)s. Please mend the dates."
            ),
            Code.OUTSIDE_CYCLE: self.env._(
                "From %(start)s to %(due)s is not inside the cycle, %(cycle_start)s to"
                " %(cycle_end)s. Choose dates inside it."
            ),
        }
        figures = {
            name: format_date(self.env, fields.Date.to_date(day))
            for name, day in finding.figures.items()
        }
        sentence = sentences[finding.code]
        return sentence % figures if figures else sentence
