"""What is done about problems of the talks: by a colleague elsewhere, and by learning.

The files name the problems; who does what about them are words of the demo alone.
"""

from .sample import Sample

ACTION, POINT = "hr.performance.action", "hr.performance.coaching.point"
SALES, PRODUCTION, LEARNER = "E1002", "E1027", "E1007"
COURSE = "参加数据透视表内部分享，完成两份练习报表"


def act(sample: Sample) -> None:
    """The manager of sales gives three actions: one is accepted, one declined."""
    sample.on("2024-09-03")
    process = _give(sample, "E1006", PRODUCTION, "订单审批由三个环节缩短为两个，两天内答复")
    refused = _give(sample, "E1008", PRODUCTION, "急单由生产部指定一名联系人")
    _give(sample, LEARNER, LEARNER, COURSE)
    sample.on("2024-09-05")
    process.with_env(sample.as_person(PRODUCTION)).action_accept()
    process.with_env(sample.as_person(PRODUCTION)).write(
        {"answer": "取消车间的重复签字，9月15日起按两个环节执行。"}
    )
    refused.with_env(sample.as_person(PRODUCTION)).action_decline(
        "急单已由计划员统一安排，再设联系人会出现两个口径。"
    )


def finish(sample: Sample) -> None:
    """The third has learned what was missing; whether that is enough is for the manager to say."""
    sample.on("2024-09-18")
    course = sample.as_person(LEARNER)[ACTION].search([("name", "=", COURSE)])
    course.write({"result": "两份报表由两天缩短到半天。"})
    course.action_finish()


def _give(sample: Sample, number: str, owner: str, name: str):
    env = sample.as_person(SALES)
    domain = [("employee_id", "=", sample.employee(number).id), ("state", "=", "open")]
    point = env[POINT].search(domain, limit=1)
    values = {
        "name": name,
        "point_id": point.id,
        "owner_id": sample.employee(owner).id,
        "due": "2024-09-20",
    }
    return env[ACTION].create(values)
