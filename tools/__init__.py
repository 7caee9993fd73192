"""Set-up, run, test, benchmark and checks. Odoo never imports this folder."""
