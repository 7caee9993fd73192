from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.wording import (
    beyond,
    is_filled,
    is_unfinished,
    is_vague,
    names_figure,
    names_means,
    says_only_important,
    width,
    without_slogans,
)

from .common import quick

GOOD = "Raise the customer satisfaction score from 85 to 90 in Q3 2024 by optimising the process"
GOOD_HAN = "通过优化售后响应流程，在2024年第三季度将客户满意度评分从85分提升至90分"


@tagged("-at_install", "post_install")
class TestWording(BaseCase):
    def assert_facts(self, fact, true, false):
        for expected, texts in ((True, true), (False, false)):
            for text in texts:
                with self.subTest(fact=fact.__name__, text=text):
                    self.assertEqual(fact(text), expected)

    def test_width(self):
        """P4: a Chinese character counts two, spaces at the ends and between count little."""
        self.assertEqual(width("sales"), 5)
        self.assertEqual(width("销售"), 4)
        self.assertEqual(width("  a \n\t b  "), 3)
        self.assertEqual(width("   "), 0)

    def test_unfinished(self):
        """P4: placeholder text is found in both languages, wherever it stands."""
        self.assert_facts(
            is_unfinished,
            [
                "Todo: sales",
                "Raise sales to XX %",
                "提高xx%",
                "销售额达到ＸＸ万元",
                "目标TBD",
                "Answer in (tbc) hours",
                "to be defined later",
                "Raise sales to ...",
                "提升……",
                "why???",
                "target: ____",
                "name []",
                "目标待定",
                "待补充",
                "指标未定，下周补",
                "aaaa",
                "哈哈哈",
                "====",
            ],
            [
                GOOD,
                GOOD_HAN,
                "Reduce 5xx errors",
                "Sell size XXL shirts",
                "缩短等待定价的时间",
                "减少待补充库存的品类",
                "Empty the todo list daily",
                "Double the followers on Mastodon",
                "Turnover of 10000000",
                "Keep the AAA rating",
                "Why? And how?",
            ],
        )

    def test_filled(self):
        """P4: fillers, repetitions and mere signs say nothing; a sentence with them may."""
        self.assert_facts(
            is_filled,
            [
                GOOD,
                GOOD_HAN,
                "Test coverage of the core",
                "No complaint older than a day",
                "无投诉月",
            ],
            [
                "",
                "   ",
                "-",
                "!?",
                "test",
                "Test 1",
                "N/A",
                "none.",
                "无",
                "测试",
                "暂无。",
                "abab ab",
                "1111",
            ],
        )

    def test_vague(self):
        """P4: a verb that promises nothing, at the beginning or end, and slogans."""
        self.assert_facts(
            is_vague,
            [
                "Improve customer satisfaction",
                "improving quality",
                "Improvement of service",
                "To continuously enhance teamwork.",
                "We will boost sales!",
                "Better service",
                "Increase sales",
                "争创一流",
                "Work harder",
                "In Q3 2024, improve customer satisfaction",
                "提高客户满意度",
                "大力加强团队建设",
                "服务提升。",
                "在2024年第三季度，提高客户满意度",
                "到9月底完善制度",
                "客户至上",
                "努力工作",
            ],
            [
                "Publish the price list",
                "Sales growth",
                "Improvised speeches are recorded",
                "上线新的客户门户",
                "发布12篇文章",
            ],
        )

    def test_figures(self):
        """P4: a figure counts, also in words; a date, a year, B2B do not."""
        self.assert_facts(
            names_figure,
            [
                GOOD,
                GOOD_HAN,
                "90 points in 2024",
                "Output of 5000.5 t",
                "double the turnover",
                "Turnover doubled",
                "Meet 30 mayors",
                "Sell 20245 parts",
                "zero accidents",
                "３个月内完成",
                "投诉率下降百分之五",
                "销售额翻番",
                "投诉减半",
                "零投诉",
                "现场事故降为零",
                "带教三名新人",
            ],
            [
                "Improve customer satisfaction",
                "Grow sales in 2024",
                "Launch in Q3 2024",
                "Launch on 30 September",
                "Launch by May 2nd",
                "Launch on 2024-09-30",
                "2024年9月30日前上线",
                "2024年第三季度上线",
                "一季度上线",
                "Improve B2B sales",
                "Act on behalf of customers",
                "十分努力",
                "零售增长",
            ],
        )

    def test_means(self):
        """P4: how it is reached is named; by when and by how much are no means."""
        self.assert_facts(
            names_means,
            [
                GOOD,
                GOOD_HAN,
                "Launch by better tests by May",
                "Cut errors by 10 % by pairing",
                "90 points achieved through training",
                "Redesign using 3 prototypes",
                "Follow up via CRM",
                "Sell by TV spots",
                "Cut errors by tooling",
                "Answer within 12 hours by a duty roster",
                "Win 5 accounts through close cooperation with the shops",
                "依靠自动化测试将缺陷降到8个",
                "通过努力拜访客户，新签15家",
                "通过优化管理流程把周期缩短至10天",
                "借助CRM系统跟进客户",
                "以师徒结对的方式培训新人",
                "采用自动化测试降低缺陷率",
            ],
            [
                "Cut errors by 10 %",
                "Cut errors by half",
                "Launch by May 2025",
                "Launch by the end of the year",
                "Launch by mid-May",
                "Launch by Friday",
                "Sell through Q3",
                "Goals reviewed by managers",
                "Sell Octavia cars",
                "Found hobby groups",
                "Improve customer satisfaction",
                "提高产品通过率",
                "通过验收",
                "设备利用率达到80%",
                "客户使用量增长",
                "以质量为先",
            ],
        )

    def test_effort_is_no_means(self):
        """P4: working hard, the best efforts, stronger management: no way to an outcome."""
        self.assert_facts(
            names_means,
            [],
            [
                "Increase sales through hard work",
                "Increase sales by working harder",
                "Improve quality by doing our best",
                "Strengthen teamwork using best efforts",
                "Raise the score through close cooperation",
                "通过努力工作提高销售额",
                "通过不断努力提升业绩",
                "通过加强管理提高质量",
                "通过全体员工的共同努力，实现销售额1000万元",
            ],
        )
        self.assertEqual(without_slogans("Work hard").strip(), "")
        self.assertEqual(without_slogans("认真工作，每周拜访客户").strip(), ",每周拜访客户")

    def test_deed_beside_an_outcome(self):
        """P4: Chinese goals name the way in a clause of its own, beside the figure."""
        self.assert_facts(
            names_means,
            [
                "引入自动化检测设备，将不良率从2%降至1%",
                "推行5S管理，将现场事故降为零",
                "每月发布原创文章20篇，建立选题库并每周评审选题",
                "三季度新签客户15家：每周拜访5家潜在客户",
                "将投诉率由3%降到1%，每周召开质量复盘会",
                "用自动化脚本替代人工核对，将月结时间缩短到3天",
            ],
            [
                "推行5S管理",
                "建立良好的团队文化，提升士气",
                "用户满意度达到90分，投诉低于5件",
                "完成销售额500万元，回款率90%",
                "建立，将不良率降至1%",
                "改善服务态度和质量水平，满意度90分",
            ],
        )

    def test_reason_that_gives_none(self):
        """P4, P6: that something is important, or wanted, is no reason; who gains by it is."""
        self.assert_facts(
            says_only_important,
            [
                "It is very important for the company",
                "Because my boss says so",
                "important important important",
                "很重要，对公司非常重要",
                "这是领导安排的任务",
                "",
            ],
            [
                "Important: repeat orders carry our turnover",
                "Complaints cost us two hours a day",
                "客户满意会带来复购",
                "复购收入占部门六成",
            ],
        )

    def test_beyond(self):
        """P4: what a reason says besides the name of the goal."""
        self.assertEqual(beyond("提高客户满意度！", "提高客户满意度"), 0)
        self.assertEqual(beyond("customer satisfaction", "Improve customer satisfaction"), 0)
        self.assertEqual(beyond("Because: improve sales", "Improve sales"), 7)
        self.assertEqual(beyond("提高销售以保岗", "提高销售"), 6)
        self.assertEqual(beyond("Something else", ""), 13)

    @quick
    @given(st.text(max_size=200))
    def test_every_text_has_its_facts(self, text):
        """P4: no text makes the check fail, and what is unfinished is not filled."""
        for fact in (is_vague, names_figure, names_means):
            self.assertIn(fact(text), (True, False))
        self.assertFalse(is_filled(text) and is_unfinished(text))
        self.assertEqual(beyond(text, text), 0)
        self.assertEqual(width(f" {text}\n"), width(text))
