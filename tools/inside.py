"""Call a function with an Odoo environment.

Usage: python -m tools.inside CONFIGURATION --logfile=LOG module:function [ARGUMENT]...

Runs in the virtual environment with Odoo on the path; see `Instance.call`.
"""

import importlib
import sys

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry
from odoo.tools import config


def main(configuration: str, log: str, function: str, *arguments: str) -> None:
    """Commit when the function returns; an error rolls everything back."""
    config.parse_config(["--config", configuration, log, "--no-http"], setup_logging=True)
    module, _, name = function.partition(":")
    with Registry(config["db_name"][0]).cursor() as cr:
        env = api.Environment(cr, SUPERUSER_ID, {})
        getattr(importlib.import_module(module), name)(env, *arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
