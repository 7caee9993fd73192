from odoo import api, fields, models
from odoo.tools import format_date, format_datetime, formatLang
from odoo.tools.image import image_data_uri

from ..models.core.figures import show_figure

# Shown where there is no figure: a gap is never printed as 0.
GAP = "–"


class FormMixin(models.AbstractModel):
    """An official form about one person: in the language of that person, in the company's time.

    A form is kept for good and read by several people, so it does not follow the settings of
    whoever prints it, nor the zone of the browser in which the person last logged in; the time zone
    stands beside each time.
    """

    _name = "hr.performance.form.mixin"
    _description = "Official form"

    _form_model = None

    @api.model
    def _get_report_values(self, docids, data=None):
        documents = self.env[self._form_model].browse(docids)
        documents.check_access("read")
        return {
            "doc_ids": docids,
            "doc_model": self._form_model,
            "docs": documents,
            "forms": [self._prepare_translated_form(document) for document in documents],
        }

    @api.model
    def _prepare_translated_form(self, document):
        lang = self._get_form_lang(document)
        form = self.with_context(lang=lang)
        return {"lang": lang, **form._prepare_form(document.with_context(lang=lang))}

    @api.model
    def _get_form_lang(self, document):
        """The language of the person whom the form is about."""
        return document.employee_id._get_performance_lang()

    @api.model
    def _prepare_form(self, document):
        """Return what the template prints, as text and simple values."""
        raise NotImplementedError

    # Words and figures

    @api.model
    def _label(self, model, field, value):
        selection = self.env[model]._fields[field]._description_selection(self.env)
        return dict(selection).get(value, "")

    @api.model
    def _figure(self, value, unit=None, digits=None):
        """Return a number in the form's language, without idle zeros; a dash for a gap."""
        if value is None:
            return GAP
        if digits is None:
            text = show_figure(self.env, value)
        else:
            text = formatLang(self.env, value, digits=digits)
        return f"{text} {unit}" if unit else text

    @api.model
    def _date(self, value):
        return format_date(self.env, fields.Date.to_date(value)) if value else GAP

    @api.model
    def _zone(self, document):
        """Return the zone of the company's working hours, by which its deadlines are counted."""
        return document.sudo().company_id.resource_calendar_id.tz or "UTC"  # whoever prints it

    @api.model
    def _time(self, value, document):
        """Return a time in the zone of the company, with the name of the zone."""
        zone = self._zone(document)
        moment = fields.Datetime.to_datetime(value)
        return f"{format_datetime(self.env, moment, tz=zone)} ({zone})"

    @api.model
    def _prepare_person(self, content):
        """Return the rows of the table on top: pairs of label and text."""
        cycle = content["cycle"]
        return [
            (self.env._("Employee"), content["employee"]["name"]),
            (self.env._("Cycle"), cycle["name"]),
            (self.env._("Department"), content["department"] or GAP),
            (
                self.env._("Period"),
                f"{self._date(cycle['start'])} – {self._date(cycle['end'])}",
            ),
            (self.env._("Job position"), content["job"] or GAP),
            (self.env._("Manager"), content["manager"] or GAP),
        ]

    # Signatures

    @api.model
    def _prepare_signatures(self, document):
        """Return one block for each side that signs, empty where the signature is missing."""
        by_role = {one.role: one for one in document._get_valid_signatures()}
        return [
            {
                "role": self._label("hr.performance.signature", "role", role),
                **(self._prepare_signature(by_role[role], document) if role in by_role else {}),
            }
            for role in document._signing_roles
        ]

    @api.model
    def _prepare_signature(self, signature, document):
        name = signature.signer_name
        if signature.on_behalf_name:
            name = self.env._(
                "%(signer)s for %(person)s", signer=name, person=signature.on_behalf_name
            )
        return {
            "name": name,
            "time": self._time(signature.signed_at, document),
            "method": self._describe_method(signature),
            "typed": signature.signer_name if signature.method == "typed" else None,
            "image": image_data_uri(signature.image) if signature.image else None,
            "proxy_reason": signature.proxy_reason,
            "decision": signature.decision,
            "comment": signature.comment,
        }

    @api.model
    def _describe_method(self, signature):
        method = self._label("hr.performance.signature", "method", signature.method)
        if not signature.link_id:
            return method
        return self.env._("%s, by personal link", method)

    @api.model
    def _prepare_small_print(self, document, content):
        """Return the lines that tie the form to its digest."""
        if not document.frozen_digest:
            return [self.env._("Draft: the content is not put up for signing yet.")]
        return [
            self.env._(
                "Content put up for signing on %s", self._time(content["frozen_at"], document)
            ),
            self.env._("SHA-256 of the content: %s", document.frozen_digest),
        ]
