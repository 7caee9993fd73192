from ..common import PerformanceCase

POINT = {
    "fact": "The offer went out three days late",
    "impact": "The customer had ordered elsewhere",
    "improvement": "Offers go out a day before the agreed date",
    "due": "2024-11-15",
}


class TalkCase(PerformanceCase):
    """A quarter that was released on Tuesday 2024-10-08; its talks are due on 2024-10-15."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.resource_calendar_id.tz = "UTC"
        cls.cycle = cls.create_cycle()
        cls.other_manager = cls.person("other_manager", parent_id=cls.boss.id)
        elsewhere = cls.env["res.company"].create({"name": "Elsewhere"})
        cls.foreign = cls.person("foreign", "hr_performance.group_administrator", company=elsewhere)

    def released(self, *people, **values):
        """The talks of these people, after the release."""
        people = self.env["hr.employee"].union(*(people or (self.employee,)))
        return self.live_through(self.cycle, people, answer=None, **values).talk_ids

    def as_user(self, record, person):
        """Also of another company, where only their own company is open to them."""
        mine = super().as_user(record, person)
        return mine.with_context(allowed_company_ids=person.company_id.ids)

    def other_cycle(self, code):
        """A cycle beside it, without a payout."""
        return self.create_cycle(code=code, name=code, payout_from=False, payout_to=False)

    def add_point(self, talk, by=None, **values):
        points = self.as_user(self.env["hr.performance.talk.point"], by or self.manager)
        return points.create(
            {"talk_id": talk.id, **POINT, "owner_id": talk.employee_id.id, **values}
        )

    def hold(self, talk, day="2024-10-10", by=None):
        """Hold a talk with one point about the offer."""
        with self.at(day):
            if not talk.point_ids:
                self.add_point(talk, by)
            self.as_user(talk, by or self.manager).action_hold()
        return talk

    def watch(self, day):
        """What the nightly job does on this day."""
        with self.at(day), self.enter_registry_test_mode():
            self.env.ref("hr_performance.cron_talk").method_direct_trigger()
        self.env.invalidate_all()

    def tasks(self, talk, kind=""):
        xmlid = "hr_performance.activity_type_talk" + kind
        return talk.activity_ids.filtered(lambda one: one.activity_type_id == self.env.ref(xmlid))
