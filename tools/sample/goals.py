"""The quarter before the day of the demo, and the goals of its departments. Of the demo alone."""

from dataclasses import dataclass
from datetime import date, timedelta

SERVICE, ENGINEERING, SALES = "D20", "D30", "D10"


@dataclass(frozen=True)
class Goal:
    """A goal that everybody of a department has: the target, and what came out at 100 points."""

    name: str
    why: str
    metric: str
    unit: str
    method: str
    target: float
    baseline: float = 0


GOALS = {
    SERVICE: (
        Goal(
            "平均响应时效缩短至10小时以内，工单按紧急程度分派",
            "响应快，客户才满意",
            "平均响应时效",
            "小时",
            "ratio_lower",
            10,
        ),
        Goal(
            "一次解决率从80%提升至88%，统一知识库的答复口径",
            "减少重复来电",
            "一次解决率",
            "%",
            "progress",
            88,
            80,
        ),
    ),
    ENGINEERING: (
        Goal(
            "缺陷平均修复周期缩短至5天以内，每日站会跟踪未关闭缺陷",
            "版本按期上线的前提",
            "修复周期",
            "天",
            "ratio_lower",
            5,
        ),
        Goal(
            "单元测试覆盖率从70%提升至80%，新代码先写测试",
            "缺陷在上线前发现",
            "覆盖率",
            "%",
            "progress",
            80,
            70,
        ),
    ),
    SALES: (
        Goal(
            "新增有效客户10家，每周拜访两家重点客户",
            "新客户带来下一季度的订单",
            "新增客户数",
            "家",
            "ratio_higher",
            10,
        ),
        Goal(
            "应收账款平均回款天数缩短至40天以内，发货后第三周开始催收",
            "保证现金流",
            "回款天数",
            "天",
            "ratio_lower",
            40,
        ),
    ),
}


@dataclass(frozen=True)
class Quarter:
    """The last quarter that ended at least two weeks before yesterday."""

    yesterday: date

    @property
    def start(self) -> date:
        recent = self.yesterday - timedelta(days=14)
        first = date(recent.year, recent.month - (recent.month - 1) % 3, 1) - timedelta(days=1)
        return date(first.year, first.month - (first.month - 1) % 3, 1)

    @property
    def end(self) -> date:
        later = self.start + timedelta(days=100)
        return date(later.year, later.month, 1) - timedelta(days=1)

    @property
    def name(self) -> str:
        return f"{self.start.year}年第{'一二三四'[(self.start.month - 1) // 3]}季度"

    def before(self, days: int) -> date:
        """So many days before yesterday."""
        return self.yesterday - timedelta(days=days)
