import re
from pathlib import Path

import polib

from odoo.tests import BaseCase, tagged

ROOT = Path(__file__).resolve().parent.parent
# Named in the README, but Odoo's own or the keyboard's.
ELSEWHERE = {
    "README.md": {
        "Activate", "Apps", "Create User", "Ctrl", "Employees", "Employees: Administrator", "Enter",
        "Performance Management", "Performance: HR administrator", "Performance: HR officer",
        "Performance: reading / Auditor", "Performance: reading / Payroll reader", "Shift",
        "Time Off", "Update Apps List", "Users",
    },
    "README.zh_CN.md": {
        "Ctrl", "Enter", "Shift", "休假", "创建用户", "激活", "员工：管理员",
        "更新应用列表", "绩效管理", "绩效：HR 专员",
        "绩效：HR 管理员", "绩效：读取 / 审计员", "绩效：读取 / 薪资读取者",
    },
}  # fmt: skip
# Words that are stressed, not names of something on the screen.
STRESSED = {
    "bonus base", "count", "department that goes into another", "do not count", "provisional",
    "revision", "计入", "不计入",
}  # fmt: skip


def plain(text):
    return " ".join(text.split()).rstrip("…")


@tagged("post_install", "-at_install")
class TestReadme(BaseCase):
    def names(self, name):
        """The menus, buttons and fields that a README names: what stands in italics."""
        text = re.sub(r"```.*?```|`[^`]*`", "", (ROOT / name).read_text(), flags=re.DOTALL)
        for found in re.findall(r"\*([^*]+)\*", text.replace("**", "")):
            yield from (plain(part) for part in re.split(r"→|, (?=[A-Z])", found))

    def test_what_it_names_exists(self):
        """G6: a newcomer finds each menu and button under the name that the README gives it."""
        entries = polib.pofile(ROOT / "i18n" / "zh_CN.po")
        for name, known in (
            ("README.md", {plain(entry.msgid) for entry in entries}),
            ("README.zh_CN.md", {plain(entry.msgstr) for entry in entries}),
        ):
            missing = set(self.names(name)) - known - ELSEWHERE[name] - STRESSED
            self.assertFalse(missing, name)
            self.assertGreater(len(set(self.names(name)) & known), 20, name)
