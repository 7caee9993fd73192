from odoo import fields, models


class CalibrationMinutes(models.Model):
    """The minutes of a session as they were at an approval, with all people and moves (E8).

    Kept for good; a session that is reopened and approved again gets a second row. Nobody reads
    the rows themselves: who may read the session, and everybody in it, reads the PDF
    (`hr.performance.calibration._get_verified_pdf`); who may not see somebody does not get it.
    """

    _name = "hr.performance.calibration.minutes"
    _description = "Approved minutes of a calibration session"
    _inherit = ["hr.performance.append.only.mixin"]
    _order = "id desc"
    _rec_name = "calibration_id"

    calibration_id = fields.Many2one(
        "hr.performance.calibration", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", required=True, index=True, ondelete="restrict")
    content = fields.Text(required=True, help="Canonical JSON.")
    digest = fields.Char(string="SHA-256", required=True)
    user_id = fields.Many2one("res.users", string="By", required=True, ondelete="restrict")
    frozen_at = fields.Datetime(string="On", required=True)
    # An attachment, so that it can come after the row, when somebody opens it first.
    pdf = fields.Binary(attachment=True)
