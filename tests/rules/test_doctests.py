import doctest
import importlib
import pkgutil

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance import rules


@tagged("-at_install", "post_install")
class TestDoctests(BaseCase):
    def test_examples_in_the_rules(self):
        """Each module of the rules shows examples, and they are true."""
        for found in pkgutil.iter_modules(rules.__path__):
            with self.subTest(module=found.name):
                module = importlib.import_module(f"{rules.__name__}.{found.name}")
                result = doctest.testmod(module)
                self.assertEqual(result.failed, 0)
