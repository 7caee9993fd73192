"""Everything that is secret, marked with words that occur nowhere else, and every way to it."""

from psycopg2 import Error as DatabaseError

from odoo.exceptions import UserError
from odoo.fields import Domain

from .common import PerformanceCase
from .results.pip_common import PipStory

OURS = "hr.performance."
# What else could carry words of a record away: messages, to-dos, meetings, files, people.
CARRIERS = (
    "mail.message", "mail.activity", "mail.followers", "mail.notification", "mail.mail",
    "calendar.event", "calendar.attendee", "ir.attachment", "hr.employee", "hr.employee.public",
    "hr.department", "res.partner", "res.users", "res.company", "ir.cron", "bus.bus",
)  # fmt: skip
MARK = "sesame"
TEXTS = ("char", "text", "html")
REFUSALS = (UserError, ValueError, KeyError, TypeError, AttributeError, DatabaseError)


def mark(name):
    """A word that stands for one secret."""
    return f"{MARK}-{name}"


class AttackWorld(PipStory, PerformanceCase):
    """A released quarter with appeal, talk, plan and outcomes, and one that is being judged."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        everybody = cls.env.ref("base.group_user")
        everybody.implied_ids |= cls.env.ref("base.group_allow_export")
        elsewhere = cls.env["res.company"].create({"name": "Elsewhere"})
        groups = ("group_administrator", "group_payroll", "group_auditor")
        names = ",".join(f"hr_performance.{group}" for group in groups)
        cls.foreign = cls.person("foreign", names, company=elsewhere)
        cls.lead = cls.person("lead", parent_id=cls.boss.id)
        # A plain instance tells the story once for all tests of the class.
        teller = cls.__new__(cls)
        clock = teller.at("2024-10-21")
        clock.__enter__()  # pylint: disable=unnecessary-dunder-call
        cls.addClassCleanup(clock.__exit__, None, None, None)
        teller.tell_the_past()
        teller.tell_the_present()
        cls.env.flush_all()

    def say(self, record, person, **values):
        """Write as a person; a text ``x`` becomes the mark of that name."""
        record = self.as_user(record, person)
        record.write({name: mark(value) for name, value in values.items()})
        return record

    def tell_the_past(self):
        """The employee's weak quarter: released, appealed against, with a plan in draft."""
        cls = type(self)
        cls.past = self.create_cycle()
        cls.file, cls.peer_file = self.live_through(
            self.past, self.employee | self.colleague, actual=40, answer=None,
            points={"quality": 60.17, "teamwork": 60.17, "innovation": 60.17},
        )  # fmt: skip
        self.say(self.file.talk_ids.preparation_id.sudo(), self.manager, notes="preparation")
        note = self.env["hr.performance.talk.note"].search(
            [("talk_id", "=", self.file.talk_ids.id)]
        )
        self.say(note, self.employee, wishes="note")
        points = self.as_user(self.env["hr.performance.talk.point"], self.manager)
        points.create({"talk_id": self.file.talk_ids.id, "fact": mark("point")})
        cls.pip = self.draft(self.peer_file)
        self.say(self.pip, self.manager, expectation="plan")
        appeals = self.as_user(self.env["hr.performance.appeal"], self.employee)
        upload = self.as_user(self.env["ir.attachment"], self.employee)
        proof = upload.create({"name": mark("proof"), "raw": b"May"})
        with self.at("2024-10-09"):
            cls.appeal = appeals._file(
                self.as_user(self.file, self.employee),
                {"grounds": "data", "explanation": mark("appeal")},
                proof,
            ).with_env(self.env)
            self.as_user(self.appeal, self.officer)._assign(self.stranger, None)
            papers = self.appeal.file_ids
            self.say(papers, self.stranger, data_note="check")
            self.as_user(papers, self.stranger).action_ask_statement()
            self.say(self.appeal.statement_ids, self.manager, text="statement")
        plans = self.as_user(self.env["hr.performance.development.plan"], self.employee)
        cls.plan = plans.create({"employee_view": mark("wish")}).with_env(self.env)

    def tell_the_present(self):
        """The next quarter: judged by the manager, moved in a session, one peer has answered."""
        cls = type(self)
        cls.cycle = self.create_cycle(
            name="Q4 2024", code="2024Q4", date_start="2024-10-01", date_end="2024-12-31",
            payout_from="2025-01-01", payout_to="2025-03-31",
        )  # fmt: skip
        cls.evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(self.evaluation)
        self.agree(self.evaluation)
        self.start_evaluation(self.cycle)
        nominations = self.as_user(self.env["hr.performance.nomination"], self.officer)
        cls.nomination = nominations.create(
            {
                "evaluation_id": self.evaluation.id,
                "reviewer_id": self.colleague.id,
                "note": mark("nomination"),
            }
        ).with_env(self.env)
        if "peer" not in self.evaluation.review_ids.mapped("role"):
            self.as_user(self.nomination, self.admin).action_approve()
        for role, person in (
            ("peer", self.colleague), ("self", self.employee), ("manager", self.manager)
        ):  # fmt: skip
            review = self.review(self.evaluation, role)
            self.say(review, person, summary=role)
            points = {"self": 88.88, "peer": 55.55, "manager": 77.31}[role]
            codes = self.template.line_ids.dimension_id.mapped("code")
            self.give_review(self.evaluation, role, person, dict.fromkeys(codes, points))
        cls.rating = self.evaluation.rating_ids
        sessions = self.as_user(self.env["hr.performance.calibration"], self.officer)
        cls.session = sessions.create(
            {
                "name": mark("session"),
                "cycle_id": self.cycle.id,
                "scope": "list",
                "start": "2024-10-22 02:00:00",
                "facilitator_id": self.officer.id,
                "participant_ids": [(6, 0, (self.manager | self.lead).ids)],
                "member_ids": [(0, 0, {"evaluation_id": self.evaluation.id})],
            }
        ).with_env(self.env)
        members = self.as_user(self.session.member_ids, self.lead)
        members.give_opinion("question", mark("opinion"))
        self.say(self.session, self.officer, minutes="minutes")
        self.as_user(self.session, self.officer).action_open()
        best = self.template.scale_id._get_grade("EX")
        self.as_user(self.session, self.lead).move(
            self.rating.ids, best.id, mark("move"), {str(self.rating.id): self.rating.grade_id.id}
        )

    # Who is who

    def env_of(self, person):
        """The environment of a person who has logged in anew."""
        user = person.user_id
        self.env.invalidate_all()
        return self.env(
            user=user, context={"allowed_company_ids": user.company_ids.ids, "lang": "en_US"}
        )

    def our_models(self, env, transient=True):
        return [
            env[name]
            for name in env
            if name.startswith(OURS)
            and not env[name]._abstract
            and (transient or not env[name]._transient)
        ]

    def attempt(self, call):
        """Return what a call gives, or the text of its refusal."""
        try:
            with self.env.cr.savepoint():
                result = call()
                self.env.flush_all()
                return result
        except REFUSALS as refusal:
            return str(refusal)

    # Channels

    def read_all(self, env, model):
        """Everything that a person reads of a model: each field of each row they find."""
        found = self.attempt(lambda: model.with_context(active_test=False).search([], limit=3000))
        if isinstance(found, str):
            return found
        names = [name for name, field in model._fields.items() if field.type != "binary"]
        names = [name for name in names if model._has_field_access(model._fields[name], "read")]
        told = [str(self.attempt(lambda: found.read(names)))]
        if MARK not in told[0] and not told[0].startswith("["):
            told = [str(self.attempt(lambda n=name: found.read([n]))) for name in names]
        return " ".join(told)

    def paths(self, model, depth=2):
        """Names of all texts that a condition can reach from a model, over links."""
        found = []
        for name, field in model._fields.items():
            if name == "display_name":
                continue  # a name made up of others is not searched: each condition is true
            if field.type in TEXTS and field._description_searchable:
                found.append(name)
            if depth and field.relational and field.comodel_name.startswith(OURS):
                comodel = model.env[field.comodel_name]
                if field._description_searchable and not comodel._transient:
                    found += [f"{name}.{one}" for one in self.paths(comodel, depth - 1)]
        return found

    def search_paths(self, model, secrets):
        """Paths by which a search tells one of these secrets."""
        found = []
        for path in self.paths(model, 1):
            if self.attempt(lambda p=path: model.search_count([(p, "ilike", MARK)], limit=1)) == 0:
                continue
            for secret in secrets:
                domain = Domain(path, "ilike", secret)
                count = self.attempt(lambda d=domain: model.search_count(d))
                if isinstance(count, int) and count:
                    found.append((model._name, path, secret))
        return found
