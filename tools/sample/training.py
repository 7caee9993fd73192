"""Training needs from gaps, plans and by hand, on their way. Words of the demo alone."""

from .sample import Sample

# Gaps that the evaluation shows: (manager, whose, kind, day, where or by whom, cost)
DONE = ("E1027", "E1031", "sharing", "2024-11-22", {"planned_cost": 800})
BILL = 650
RESULT = "两小时内训加一周跟班，自检漏项从每班4处降到1处。"
CERTIFICATE = {"provider": "云平台厂商认证中心", "planned_cost": 6800}
RUNNING = ("E1018", "E1019", "course", "2024-12-02", CERTIFICATE)
# What a development plan asks for.
PLANNED, PLANNED_ON = "完成商务谈判课程", "2025-03-14"
BOOKED = {"provider": "城市商学院", "planned_cost": 3800}
# What a manager saw.
BY_HAND = {
    "name": "架构设计：从模块到平台",
    "kind": "course",
    "priority": "1",
    "date_wanted": "2025-06-30",
}
SUPERSEDED = ("E1008", "已在销售部例会上集中讲解，不再单独安排。")


def train(sample: Sample) -> None:
    """HR collects the gaps; managers plan, hold and finish some of what is on the list."""
    sample.on("2024-11-20")
    officer = sample.as_hr()
    officer["hr.performance.training.need"].action_propose_from_gaps()
    number, reason = SUPERSEDED
    _gaps(sample, officer, number).action_dismiss(reason)
    _enter(sample)
    _book(sample)
    done = _plan(sample, *DONE)
    running = _plan(sample, *RUNNING)
    sample.on("2024-11-29")
    done.action_finish(RESULT)
    done.with_env(officer).actual_cost = BILL
    sample.on("2024-12-02")
    running.action_start()


def _gaps(sample: Sample, env, number: str):
    return env["hr.performance.training.need"].search(
        [("employee_id", "=", sample.employee(number).id), ("source", "=", "evaluation")]
    )


def _enter(sample: Sample) -> None:
    """Found by hand, by the manager of somebody whose results are good."""
    sample.as_person("E1018")["hr.performance.training.need"].create(
        {**BY_HAND, "employee_id": sample.employee("E1023").id}
    )


def _book(sample: Sample) -> None:
    """A course of a development plan is booked, at a price that its person does not read."""
    need = sample.as_person("E1002")["hr.performance.training.need"].search(
        [("name", "=", PLANNED)], limit=1
    )
    need.write({**BOOKED, "date_planned": PLANNED_ON})
    need.action_plan()


def _plan(sample: Sample, manager: str, number: str, kind: str, day: str, values: dict):
    """One of the gaps of a person gets its day."""
    need = _gaps(sample, sample.as_person(manager), number)[:1]
    need.write({"kind": kind, "date_planned": day, **values})
    need.action_plan()
    return need
