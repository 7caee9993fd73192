from odoo import api, fields, models
from odoo.exceptions import UserError

ASSIGN = "hr_performance.activity_type_appeal_assign"


class AppealFiling(models.Model):
    """Filing an appeal: by the person, or by HR for somebody without a login (A1)."""

    _inherit = "hr.performance.appeal"

    @api.model
    def _file(self, evaluation, vals, documents, received=None):
        """File an appeal against a released result.

        :param vals: grounds, explanation, dimension_id, goal_id, and paper_reason on paper
        :param documents: attachments that the current user has just uploaded
        :param received: when HR received the paper (naive UTC); now without it
        :return: the appeal
        :raises UserError: not released, too late, filed already, not this user's to file, or the
            company has no working calendar
        """
        evaluation.ensure_one()
        evaluation.check_access("read")
        on_paper = evaluation._get_appellant_side() == "paper"
        received = received if on_paper else None
        refusal = evaluation._get_appeal_refusal(received) or self._get_content_refusal(
            evaluation, vals, documents, on_paper
        )
        if refusal:
            raise UserError(refusal)
        moment = received or fields.Datetime.now()
        # The refusals above are the decision; nobody has the right to create an appeal.
        appeal_sudo = self.sudo()._with_pass()
        appeal = appeal_sudo.create(
            {
                **vals,
                **self._prepare_filed(evaluation.sudo(), moment),  # the grade is copied
                "evaluation_id": evaluation.id,
                "paper_reason": vals.get("paper_reason") if on_paper else False,
            }
        )
        appeal._adopt(documents)
        appeal._open_file()
        appeal._without_pass()._tell_filed()
        return appeal.sudo(False)._without_pass()

    @api.model
    def _prepare_filed(self, evaluation, moment):
        company = evaluation.company_id
        return {
            "filed_at": moment,
            "filed_by_id": self.env.uid,
            "appealed_grade": evaluation.rating_ids.grade_id.name,
            "due": company._get_performance_deadline(moment, company.performance_appeal_days),
        }

    @api.model
    def _get_content_refusal(self, evaluation, vals, documents, on_paper):
        """Return what is missing or does not fit in what is filed, None when all is there."""
        if not vals.get("grounds") or not (vals.get("explanation") or "").strip():
            return self.env._("Please give the grounds, and say what is not right.")
        # Whether it belongs to this person, whatever the asker may read.
        evaluation_sudo = evaluation.sudo()
        if vals.get("goal_id") and vals["goal_id"] not in evaluation_sudo.goal_ids.ids:
            return self.env._("Please choose a goal of this person in this cycle.")
        dimensions = evaluation_sudo.cycle_id.template_id.line_ids.dimension_id
        if vals.get("dimension_id") and vals["dimension_id"] not in dimensions.ids:
            return self.env._("Please choose a dimension of this cycle.")
        if on_paper and not (documents and (vals.get("paper_reason") or "").strip()):
            return self.env._(
                "An appeal on paper needs the signed paper, and the reason why it was not filed"
                " here."
            )
        return self._get_document_refusal(documents)

    @api.model
    def _get_document_refusal(self, documents):
        """Only files that the user has uploaded for this: a file of another record would become
        readable by everybody who reads the appeal."""
        for document_sudo in documents.sudo():  # whose they are decides
            if document_sudo.create_uid != self.env.user or document_sudo.res_id:
                return self.env._("Please upload the evidence here as a file of your own.")
        return None

    def _adopt(self, documents):
        """Hang the uploaded files on the appeal: its readers read them."""
        documents.sudo().write({"res_model": self._name, "res_id": self.id})  # checked before
        self.write({"evidence_ids": [(6, 0, documents.ids)]})

    def _open_file(self):
        """What the reviewer works with, and what the manager is told, are records of their own."""
        self.env["hr.performance.appeal.file"].create([{"appeal_id": one.id} for one in self])
        self.env["hr.performance.appeal.statement"].create(
            [
                {"appeal_id": one.id, "manager_id": one.manager_id.id}
                for one in self
                if one.manager_id
            ]
        )

    def _tell_filed(self):
        """HR is asked for a reviewer; the manager learns that there is an appeal, not why."""
        for appeal in self:
            appeal._ask_users(
                ASSIGN,
                lambda one: one._get_hr_in_charge(),
                lambda env: env._("Assign an independent reviewer"),
            )
            appeal.statement_ids._tell(lambda env: env._("An appeal was filed"))

    def _ask_users(self, kind, find_users, describe):
        """To-dos until the appeal is due; they never tell what the appeal says.

        :param find_users: returns whom to ask about one appeal
        :param describe: returns the summary, given an environment in the language of the user
        """
        asked = [(appeal, user) for appeal in self for user in find_users(appeal)]
        self.browse([appeal.id for appeal, _user in asked])._create_tasks(
            kind,
            [
                {
                    "user_id": user.id,
                    "summary": describe(self.with_context(lang=user.lang).env),
                    "date_deadline": appeal.due,
                }
                for appeal, user in asked
            ],
        )
