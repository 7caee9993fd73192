"""The laws of the house over its source (style and ground plan)."""

import ast
import re
from pathlib import Path

from lxml import etree

from odoo.tests import BaseCase, tagged

ROOT = Path(__file__).resolve().parent.parent
CODE = ("models", "wizards", "controllers", "reports")
LONGEST = 300

# Public methods of our models that RPC may call besides actions and overrides of the ORM's own.
PUBLIC = {
    "get_board": "the board of a calibration session asks for it; rows by the asker's rules",
    "give_opinion": "the board asks for it; own opinions only, by rule",
    "move": "the board and the 9-box move cards; each refuses all but whose they are to move",
    "get_box": "the 9-box asks for it; cards by the asker's line or role, facts by rules",
    "get_cockpit": "the cockpit asks for it; counts what the asker may read, of their people",
    "propose": "the 9-box proposes for a pool; refuses all but the line above and HR",
    "get_import_templates": "the import dialog of the client asks for it; returns links to files",
    "get_warning_figures": "the goals list asks for its counts; grouped with the asker's rights",
    "message_subscribe": "override of mail.thread; does nothing while to-dos are created",
    "message_post": "override of mail.thread, which the chatter calls; narrower than that one",
    "update_field_translations": "override of the ORM's: text in force stays as it is",
    "load_menus": "override of the client's own call: the same menus, or fewer",
    "onchange": "override of the ORM's own, which forms call: the same, or refused",
    "get_history": "the picture of a person's history; reads by the record rules of the asker",
    "hierarchy_read": "override of web_hierarchy, which the tree of goals asks; reads by rules",
}
ORM = {"create", "write", "unlink", "copy", "copy_data", "default_get", "init", "get_view"}


def sources(*folders):
    """All Python files of these folders of the addon."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def classes(*folders):
    """All classes of these folders, with their file."""
    for path in sources(*folders):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                yield path, node


def methods(node):
    return [part for part in node.body if isinstance(part, ast.FunctionDef)]


def place(path, node):
    return f"{path.relative_to(ROOT)}:{node.lineno}"


@tagged("post_install", "-at_install")
class TestArchitecture(BaseCase):
    def test_files_are_short(self):
        """No Python file is longer than 300 lines, tests and tools included."""
        folders = (*CODE, "rules", "tests", "tools", "migrations")
        long = [
            f"{path.relative_to(ROOT)}: {count}"
            for path in sources(*folders)
            if (count := len(path.read_text().splitlines())) > LONGEST
        ]
        self.assertFalse(long)

    def test_rules_know_no_odoo(self):
        """rules/ imports neither Odoo nor anything of the addon outside rules/."""
        for path in sources("rules"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                elif isinstance(node, ast.ImportFrom):
                    self.assertLess(node.level, 2, place(path, node))
                    names = [node.module or ""]
                else:
                    continue
                self.assertFalse([name for name in names if name.split(".")[0] == "odoo"], path)

    def test_no_default_is_frozen_at_import(self):
        """A field's default is a value or a function, never the answer of a call at import."""
        for path in sources("models", "wizards"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("fields."):
                    for keyword in node.keywords:
                        if keyword.arg == "default":
                            self.assertNotIsInstance(keyword.value, ast.Call, place(path, node))
                if isinstance(node, ast.FunctionDef):
                    for default in (*node.args.defaults, *node.args.kw_defaults):
                        self.assertNotIsInstance(default, ast.Call, place(path, node))

    def test_every_sudo_says_why(self):
        """A sudo() has a comment in its statement or right above, or its result is named _sudo."""
        silent = []
        for path in sources(*CODE):
            lines = path.read_text().splitlines()
            for node in ast.walk(ast.parse("\n".join(lines))):
                if not isinstance(node, ast.Call) or ast.unparse(node.func)[-5:] != ".sudo":
                    continue
                if ast.unparse(node).endswith("sudo(False)"):
                    continue
                first = self.first_line(lines, node.lineno)
                around = lines[first - 1 : node.end_lineno + 1]
                if not any("#" in line or "_sudo" in line for line in around):
                    silent.append(place(path, node))
        self.assertFalse(silent)

    @staticmethod
    def first_line(lines, number):
        """Index of the line where the statement of line ``number`` begins."""
        tree = ast.parse("\n".join(lines))
        starts = [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.stmt) and node.lineno <= number <= node.end_lineno
        ]
        return max(starts) - 1

    def test_models_name_no_wizard(self):
        """Views open wizards; a model does not know them."""
        for path in sources("models", "rules"):
            self.assertNotRegex(path.read_text(), r"hr[._]performance[._a-z]*wizard", path)

    def test_every_public_method_is_meant(self):
        """What RPC may call is an action, an override of the ORM, or in the list with a reason."""
        unexpected = [
            f"{place(path, method)} {method.name}"
            for path, node in classes("models", "wizards", "reports")
            for method in methods(node)
            if not method.name.startswith(("_", "action_"))
            and method.name not in ORM | PUBLIC.keys()
            and "api.private" not in map(ast.unparse, method.decorator_list)
        ]
        self.assertFalse(unexpected)

    def test_nobody_writes_a_state(self):
        """Only the workflow mixin writes a state; anything else would skip roles and checks."""
        for path in sources(*CODE):
            for node in ast.walk(ast.parse(path.read_text())):
                if path.name == "workflow_mixin.py":
                    continue
                if isinstance(node, ast.Assign):
                    for target in node.targets:
                        direct = isinstance(target, ast.Attribute) and target.attr == "state"
                        self.assertFalse(direct, place(path, node))
                if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".write"):
                    text = ast.unparse(node)
                    self.assertNotIn("'state':", text, place(path, node))

    def test_passes_are_compared_by_identity(self):
        """No check asks for the mere truth of a context key: a JSON caller can send it."""
        for path in sources("models", "wizards"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("context.get"):
                    key = ast.unparse(node.args[0])
                    if key == "_PASS":
                        line = path.read_text().splitlines()[node.lineno - 1]
                        self.assertRegex(line, r"\bis (not )?_[A-Z_]+", place(path, node))

    def test_setup_data_is_kept_on_upgrade(self):
        """Every record of a data file lies under noupdate: what HR changed stays changed."""
        for path in sorted((ROOT / "data").rglob("*.xml")) + sorted(
            path for path in (ROOT / "security").rglob("*.xml") if path.name != "groups.xml"
        ):
            for record in etree.parse(str(path)).iter("record"):
                kept = any(above.get("noupdate") == "1" for above in record.iterancestors())
                self.assertTrue(kept, f"{path.name}: {record.get('id')}")

    def test_actions_can_be_reached(self):
        """Every window action has a menu, a button, a method or a binding that opens it."""
        texts = {
            path: path.read_text()
            for pattern in ("views/**/*.xml", "reports/*.xml", "wizards/**/*.xml")
            for path in ROOT.glob(pattern)
        }
        code = "\n".join(path.read_text() for path in sources(*CODE))
        everything = "\n".join(texts.values()) + code
        for path, text in texts.items():
            for record in etree.fromstring(text.encode()).iter("record"):
                if record.get("model") != "ir.actions.act_window":
                    continue
                bound = record.find("field[@name='binding_model_id']") is not None
                name = re.escape(record.get("id"))
                used = len(re.findall(rf"\b{name}\b", everything)) > 1
                self.assertTrue(bound or used, f"{path.name}: {record.get('id')}")
