"""The 9-box and the talent pool. Words of the demo alone."""

from .sample import ADMINISTRATOR, Sample

SUCCESSORS = "hr_performance.talent_pool_successors"
# What the managers judge, criterion by criterion, and what they saw. The grades of these people
# differ, so that the 9-box shows somebody in every box.
LEVELS = {"L": "low", "M": "medium", "H": "high", "-": False}
JUDGED = {
    "E1002": {
        "E1006": ("HHMH", "独立带下两个新区域，主动复盘丢单。"),
        "E1004": ("MMMH", "老客户愿意跟着他走，新产品还要多学。"),
    },
    "E1010": {
        "E1012": ("MHMM", "带教过一名新人，知识库由她维护。"),
        "E1011": ("HHHM", "主动申请做排班优化，方案已试行。"),
        "E1015": ("MMMM", "业务熟练，遇到跨部门问题会求助。"),
    },
    "E1018": {
        "E1023": ("HHMH", "半年内接手构建系统，并教会了同组两人。"),
        "E1022": ("HMHH", "评审意见常被其他小组采纳。"),
        "E1020": ("MMLM", "核心模块的定海神针，不太关心上下游。"),
        "E1019": ("HHM-", "换到新平台后交付受影响，学得很快。"),
    },
    "E1027": {
        "E1028": ("MMHM", "能顶替班长排产。"),
        "E1033": ("LLML", "手艺最好，只愿意做自己的工序。"),
        "E1030": ("LMLL", "按要求完成，换线需要多次说明。"),
        "E1029": ("LLLM", "自检仍要提醒。"),
    },
}
# HR knows more about one of them; then HR's level counts.
BY_HR = ("E1023", "medium", "任职刚满一年，跨领域的经历还不够，明年再看。")
# In the quarter before today they only move the cards, with one reason for each level.
MOVED = {
    "E1010": {"high": ("E1011", "E1012"), "medium": ("E1014", "E1015", "E1017"), "low": ("E1016",)},
    "E1018": {
        "high": ("E1022", "E1023", "E1025"),
        "medium": ("E1019", "E1024", "E1026"),
        "low": ("E1020", "E1021"),
    },
}
WHY = {
    "high": "学得快，主动要更难的任务，别人愿意跟着做。",
    "medium": "能独立承担现岗位，换领域还需要带教。",
    "low": "专精现有工作，目前不打算承担更多。",
}
# What is proposed on the 9-box: (manager, who, why)
PROPOSED = (
    ("E1018", "E1024", "两次代理研发总监，项目按期交付。"),
    ("E1018", "E1022", "架构评审由她主持，各组信服。"),
)
STAY = {"E1012": "带教两人，流程改进已推广。", "E1021": "参加了平台项目，仍需跨部门经历。"}
TAKEN, LEFT = "E1024", "本人希望走技术专家路线，不再作为部门经理的后备人选。"


def judge(sample: Sample) -> None:
    """The managers judge the potential of some of their people, HR that of one."""
    sample.on("2024-11-18")
    # Nobody is below "qualified" this quarter, which is what this company calls low.
    qualified = sample.record("hr_performance.grade_qualified")
    qualified.with_env(sample.as_person(ADMINISTRATOR)).band = "low"
    for manager, people in JUDGED.items():
        for number, (levels, note) in people.items():
            own = _own_judgement(sample.as_person(manager), sample.evaluations()[number])
            for line, level in zip(own.line_ids, levels, strict=True):
                line.level = LEVELS[level]
            own.line_ids[:1].note = note
    number, level, reason = BY_HR
    own = _own_judgement(sample.as_person(ADMINISTRATOR), sample.evaluations()[number])
    own.write({"decided": level, "reason": reason})


def judge_again(sample: Sample) -> None:
    """The same in the newer quarter: quickly, on the 9-box itself."""
    evaluations = sample.evaluations()
    for manager, levels in MOVED.items():
        potentials = sample.as_person(manager)["hr.performance.potential"]
        for level, people in levels.items():
            ids = [evaluations[number].id for number in people]
            potentials.move(ids, level, WHY[level], dict.fromkeys(ids, False))


def look_again(sample: Sample) -> None:
    """HR looks at some members once more; one is overdue."""
    for number, note in STAY.items():
        members = sample.as_hr()["hr.performance.talent"].search(
            [("employee_id", "=", sample.employee(number).id), ("state", "=", "member")]
        )
        members.action_review(note)


def _own_judgement(env, evaluation):
    action = evaluation.with_env(env).action_open_potential()
    return env["hr.performance.potential"].browse(action["res_id"])


def keep_pool(sample: Sample) -> None:
    """Two are proposed; one of them comes into the pool and leaves it again, one waits."""
    sample.on("2024-11-19")
    pool = sample.record(SUCCESSORS)
    for manager, number, reason in PROPOSED:
        ids = sample.evaluations()[number].ids
        sample.as_person(manager)["hr.performance.potential"].propose(ids, pool.id, reason)
    taken = sample.as_hr()["hr.performance.talent"].search(
        [("employee_id", "=", sample.employee(TAKEN).id), ("state", "=", "proposed")]
    )
    taken.action_approve()
    sample.on("2025-03-03")
    taken.action_leave(LEFT)
