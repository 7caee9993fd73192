from markupsafe import Markup

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .channels import ChannelsCase
from .talk_common import POINT, TalkCase

ROLES = (
    "employee", "colleague", "manager", "boss", "other_manager", "officer", "admin", "payroll",
    "auditor", "foreign",
)  # fmt: skip
RIGHTS = {"r": "read", "w": "write", "c": "create", "u": "unlink"}
# (moment, model): rights of each role, in the order above
#                              empl coll mana boss othe offi admi payr audi fore
MATRIX = {
    ("planned", "talk"):        "r    -    rw   rw   -    rw   rw   -    r    -",
    ("planned", "point"):       "-    -    rwcu rwcu -    rwcu rwcu -    r    -",
    ("planned", "preparation"): "-    -    rw   rw   -    rw   rw   -    r    -",
    ("planned", "note"):        "rw   -    -    -    -    -    -    -    -    -",
    ("shared", "note"):         "rw   -    r    r    -    r    r    -    r    -",
    ("held", "talk"):           "r    -    rw   rw   -    rw   rw   -    r    -",
    ("held", "point"):          "r    -    rwcu rwcu -    rwcu rwcu -    r    -",
    ("held", "preparation"):    "-    -    rw   rw   -    rw   rw   -    r    -",
}  # fmt: skip


# What is tried by each channel; the last one also written.
HIDDEN = {
    "talk": ("display_name", "status", "location"),
    "point": ("display_name", "employee_id", "fact"),
    "preparation": ("display_name", "employee_id", "notes"),
    "note": ("display_name", "employee_id", "wishes"),
}


@tagged("post_install", "-at_install")
class TestTalkSecurity(ChannelsCase, TalkCase):
    """F1: private by every channel: employee, the manager's line and HR."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        everybody = cls.env.ref("base.group_user")
        everybody.implied_ids |= cls.env.ref("base.group_allow_export")

    def setUp(self):
        super().setUp()
        self.talk = self.released()
        self.point = self.add_point(self.talk)
        self.preparation = self.env["hr.performance.talk.preparation"].search(
            [("talk_id", "=", self.talk.id)]
        )
        self.note = self.env["hr.performance.talk.note"].search([("talk_id", "=", self.talk.id)])
        self.as_user(self.preparation, self.manager).notes = "Begin with the good news"
        self.as_user(self.note, self.employee).wishes = "More training"

    def check(self, moment, **records):
        for name, record in records.items():
            expected = dict(zip(ROLES, MATRIX[moment, name].split(), strict=True))
            found = {}
            for role in ROLES:
                seen = self.as_user(record, getattr(self, role))
                rights = "".join(key for key, right in RIGHTS.items() if seen.has_access(right))
                found[role] = rights or "-"
                if "r" in rights:
                    self.assertTrue(seen.read())
                else:
                    self.assertHidden(record, getattr(self, role), HIDDEN[name])
            self.assertEqual(found, expected, (moment, name))

    def test_roles(self):
        """F1, G1: who reads and writes what, before and after the talk."""
        sheets = {"preparation": self.preparation}
        self.check("planned", talk=self.talk, point=self.point, note=self.note, **sheets)
        self.as_user(self.note, self.employee).shared = True
        self.check("shared", note=self.note)
        self.hold(self.talk)
        self.check("held", talk=self.talk, point=self.point, **sheets)

    def test_no_path(self):
        """F1: nobody finds by searching through the talk what they may not read."""
        for person, model, *domain in (
            (self.employee, "hr.performance.talk", "point_ids.fact", "ilike", "offer"),
            (self.employee, "hr.performance.evaluation", "talk_ids.point_ids.fact", "ilike", "off"),
            (self.colleague, "hr.performance.talk", "employee_id", "!=", False),
        ):
            self.assertNoPath(person, model, *domain)
        self.env.invalidate_all()
        self.assertFalse(self.as_user(self.talk, self.employee).point_ids)
        self.assertFalse(self.as_user(self.talk, self.employee).preparation_id)
        self.assertFalse(self.as_user(self.talk, self.manager).note_id)
        with self.assertRaisesRegex(UserError, "not open to you"):
            self.as_user(self.talk, self.employee).action_open_preparation()

    def test_process_alone_creates(self):
        """F1: nobody creates a second talk or a sheet, nor moves one."""
        other = self.launch(self.other_cycle("X"), self.colleague)
        for person in (self.employee, self.manager, self.officer, self.admin):
            with self.assertRaises(AccessError):
                self.as_user(self.env["hr.performance.talk"], person).create(
                    {"evaluation_id": other.id}
                )
            with self.assertRaises(AccessError):
                self.as_user(self.env["hr.performance.talk.note"], person).create(
                    {"talk_id": self.talk.id}
                )
        with self.assertRaises(AccessError):
            self.as_user(self.talk, self.manager).evaluation_id = other
        self.as_user(self.note, self.employee).talk_id = False
        self.assertEqual(self.note.talk_id, self.talk)

    def test_point_is_not_moved_to_a_foreign_talk(self):
        """F1: a manager neither adds to nor moves into the talk of somebody else's report."""
        other = self.person("other_report", parent_id=self.other_manager.id)
        evaluation = self.launch(self.other_cycle("Y"), other)
        evaluation._with_pass().write({"released_at": "2024-10-08 02:00:00"})
        foreign = self.env["hr.performance.talk"]._with_pass()._open(evaluation)
        with self.assertRaises(AccessError):
            self.as_user(self.point, self.manager).talk_id = foreign.id
        with self.assertRaises(AccessError):
            self.add_point(foreign)

    def test_messages_reach_readers_only(self):
        """F1: a follower or somebody named in a message gets nothing without the right to read."""
        partners = (self.colleague | self.employee | self.boss).user_id.partner_id
        outside = self.env["res.partner"].create({"name": "Friend", "email": "f@example.com"})
        self.talk.message_subscribe((partners | outside).ids)
        talk = self.as_user(self.talk, self.manager)
        content = {"body": Markup("<p>About the offer</p>"), "subtype_xmlid": "mail.mt_comment"}
        for stranger in (self.colleague.user_id.partner_id, outside):
            with self.assertRaisesRegex(UserError, f"{stranger.name} may not read"):
                talk.message_post(**content, partner_ids=stranger.ids)
        message = talk.message_post(**content)
        told = message.sudo().notification_ids.res_partner_id
        self.assertEqual(told, (self.employee | self.boss).user_id.partner_id)
        messages = self.as_user(self.env["mail.message"], self.colleague)
        self.assertFalse(messages.search([("model", "=", "hr.performance.talk")]))

    def test_activities_and_names_say_nothing(self):
        """F1: to-dos, names and the calendar carry no content."""
        self.hold(self.talk)
        texts = [*self.talk.activity_ids.mapped("summary"), self.talk.display_name]
        texts += [self.point.display_name, self.preparation.display_name, self.note.display_name]
        for text in texts:
            self.assertNotIn(POINT["fact"], text)
            self.assertNotIn("good news", text)

    def test_own_file_of_hr(self):
        """G1: an HR officer has no HR role in the own talk."""
        evaluation = self.env["hr.performance.evaluation"]._with_pass().create(
            {"cycle_id": self.cycle.id, "employee_id": self.officer.id,
             "manager_id": self.boss.id, "released_at": "2024-10-08 02:00:00"}
        )  # fmt: skip
        talk = self.env["hr.performance.talk"]._with_pass()._open(evaluation)
        point = self.add_point(talk, by=self.boss)
        sheet = self.env["hr.performance.talk.preparation"].search([("talk_id", "=", talk.id)])
        self.assertHidden(point, self.officer, HIDDEN["point"])
        self.assertHidden(sheet, self.officer, HIDDEN["preparation"])
        for step in ("action_hold", "action_cancel"):
            with self.assertRaisesRegex(UserError, "is up to"):
                call = getattr(self.as_user(talk, self.officer), step)
                call(*(["No"] if step == "action_cancel" else []))
