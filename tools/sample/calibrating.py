"""A calibration session of managers about two departments. Of the demo alone."""

from . import mapping
from .sample import ADMINISTRATOR, Sample

SESSION = "hr.performance.calibration"
FACILITATOR = ADMINISTRATOR  # head of HR, whom nobody discusses in these sessions
PARTICIPANTS = ("E1002", "E1010", "E1018")
BEST_SHARE = 30
AGENDA = (
    "<ol><li>各部门等级分布与参考分布</li><li>逐一讨论“待讨论”的员工</li>"
    "<li>确认结果与面谈安排</li></ol>"
)
MINUTES = (
    "<p>两位经理先说明了各自的评分尺度。研发部的“优秀”多于参考分布，逐一对照标准后调整一人；"
    "客户服务部一人的跨部门协作有三个部门的书面表扬，上调一级。其余等级不变。</p>"
)
QUESTION = "得分刚过“优秀”的线，目标难度和其他人一样吗？"
DOWN = "得分最接近分数线，目标难度低于同组其他人，经讨论按“良好”评定。"
UP = "三个部门的书面表扬在评分时没有计入，对照标准后上调一级。"


def calibrate(sample: Sample) -> None:
    """Opinions beforehand, then two moves, minutes and the approval."""
    sample.on("2024-10-12")
    _set_guideline(sample)
    judged = find(sample, "D20", "D30")
    session = prepare(sample, "客户服务部与研发部校准会议", judged, "2024-10-14 01:30:00")
    best, second = get_best_grades(sample)
    down = find_at(judged, best, sample, "D30").sorted("score")[:1]
    up = find_at(judged, second, sample, "D20").sorted("score")[-1:]
    give_opinions(sample, session, down.evaluation_id)
    sample.on("2024-10-14")
    session.action_open()
    move(sample, session, "E1018", down, second, DOWN)
    move(sample, session, "E1010", up, best, UP)
    session.minutes = MINUTES
    session.action_approve()


def prepare(sample: Sample, name: str, evaluations, start: str):
    """A session as the head of HR sets it up."""
    return sample.as_person(FACILITATOR)[SESSION].create(
        {
            "name": name,
            "cycle_id": sample.cycle.id,
            "scope": "list",
            "start": start,
            "facilitator_id": sample.employee(FACILITATOR).id,
            "participant_ids": [(6, 0, [sample.employee(one).id for one in PARTICIPANTS])],
            "member_ids": [(0, 0, {"evaluation_id": one.id}) for one in evaluations],
            "agenda": AGENDA,
        }
    )


def give_opinions(sample: Sample, session, asked) -> None:
    """One participant agrees with all, another has a question about one."""
    members = session.member_ids
    questioned = members.filtered(lambda one: one.evaluation_id in asked)
    agreeing, asking = PARTICIPANTS[1:]
    members.with_env(sample.as_person(agreeing)).give_opinion("agree")
    questioned.with_env(sample.as_person(asking)).give_opinion("question", QUESTION)


def move(sample: Sample, session, by: str, ratings, grade, reason: str) -> None:
    """A participant moves people who lie where they were seen."""
    seen = {str(one.id): one.grade_id.id for one in ratings.sudo()}
    session.with_env(sample.as_person(by)).move(ratings.ids, grade.id, reason, seen)


def _set_guideline(sample: Sample) -> None:
    best = get_best_grades(sample)[0]
    best.with_env(sample.as_person(ADMINISTRATOR)).write(
        {"guideline_kind": "le", "guideline_share": BEST_SHARE}
    )


def get_best_grades(sample: Sample):
    grades = sample.cycle.template_id.scale_id.grade_ids
    return grades.sorted("min_score", reverse=True)[:2]


def find(sample: Sample, *departments: str):
    """Judged people of these departments, without the heads who take part."""
    wanted = [sample.record(mapping.DEPARTMENT.format(code)) for code in departments]
    return sample.cycle.evaluation_ids.filtered(
        lambda one: (
            one.department_id in wanted
            and one.rating_ids
            and one.employee_id.barcode not in PARTICIPANTS
        )
    )


def find_at(judged, grade, sample: Sample, code: str):
    department = sample.record(mapping.DEPARTMENT.format(code))
    ratings = judged.filtered(lambda one: one.department_id == department).rating_ids
    return ratings.filtered(lambda one: one.grade_id == grade)
