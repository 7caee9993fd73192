from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

# Lets _add() create rows. Compared by identity, so that no RPC context can carry it.
_ADDING = object()
_PASS = "hr_performance_adding"

REFUSE_CHANGE = """
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
    and never stored here. Rows are added by the process alone (`_add`), not by any user's create.
    A heir has no stored computed field that is filled after the INSERT. A new column gets its
    default in rows that exist; any other value is up to a migration, which disables the trigger
    for its own statement.
    """

    _name = "hr.performance.append.only.mixin"
    _description = "Rows kept for good"

    def init(self):
        super().init()
        if self._abstract:
            return
        table = SQL.identifier(self._table)
        self.env.cr.execute(SQL(REFUSE_CHANGE))
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

    def _init_column(self, column_name):
        """Fill a new column, which an upgrade adds: the figures of the rows stay as they are."""
        enable = SQL("ALTER TABLE %s ENABLE TRIGGER USER", SQL.identifier(self._table))
        disable = SQL("ALTER TABLE %s DISABLE TRIGGER USER", SQL.identifier(self._table))
        self.env.cr.execute(disable)
        result = super()._init_column(column_name)
        self.env.cr.execute(enable)
        return result

    @api.model_create_multi
    def create(self, vals_list):
        if self.env.context.get(_PASS) is not _ADDING:
            raise AccessError(
                self.env._(
                    "%s: such records come only from a step of the process, nobody adds them by"
                    " hand.",
                    self.env["ir.model"]._get(self._name).name,
                )
            )
        return super().create(vals_list)

    @api.model
    def _add(self, vals_list):
        """Add rows as the consequence of a step; the caller has decided that it may be taken."""
        # Nobody has the right to add rows, the process does; sudo() drops the caller's default_*.
        return self.sudo().with_context(**{_PASS: _ADDING}).create(vals_list)

    def write(self, vals):
        if self and vals:
            self.check_access("write")
            self._refuse_change()
        return super().write(vals)

    def unlink(self):
        if self:
            self.check_access("unlink")
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
