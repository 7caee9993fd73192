from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

_FUNCTION = """
    CREATE OR REPLACE FUNCTION hr_performance_refuse_change() RETURNS trigger AS $$
    BEGIN
        RAISE EXCEPTION 'Rows of %% are kept for good: they can be added, not changed or deleted.',
            TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END
    $$ LANGUAGE plpgsql
"""


class AppendOnly(models.AbstractModel):
    """Rows that nobody changes or deletes: no role, no superuser, no SQL.

    A database trigger refuses UPDATE, DELETE and TRUNCATE. What is current is therefore derived
    and never stored here. A heir has no stored computed field that is filled after the INSERT; a
    migration that adds a column disables the trigger for its own statement.
    """

    _name = "hr.performance.append.only.mixin"
    _description = "Rows kept for good"

    def init(self):
        super().init()
        if self._abstract:
            return
        table = SQL.identifier(self._table)
        self.env.cr.execute(SQL(_FUNCTION))
        for name, timing in (
            (f"{self._table}_keep_row", SQL("UPDATE OR DELETE ON %s FOR EACH ROW", table)),
            (f"{self._table}_keep_all", SQL("TRUNCATE ON %s FOR EACH STATEMENT", table)),
        ):
            self.env.cr.execute(
                SQL(
                    "CREATE OR REPLACE TRIGGER %s BEFORE %s"
                    " EXECUTE FUNCTION hr_performance_refuse_change()",
                    SQL.identifier(name),
                    timing,
                )
            )

    def write(self, vals):
        if self and vals:
            self._refuse_change()
        return super().write(vals)

    def unlink(self):
        if self:
            self._refuse_change()
        return super().unlink()

    def _refuse_change(self):
        raise UserError(
            self.env._(
                "%(model)s: these records are kept for good. They can be added, but nobody can"
                " change or delete them.",
                model=self.env["ir.model"]._get(self._name).name,
            )
        )
