"""Names, definitions and wording of the figures: how official prose speaks of each (R13)."""

from __future__ import annotations

from typing import Final

CUTS: Final = {
    "source": "来源",
    "theme": "方面",
    "organ": "登记机构",
    "session": "会次",
    "why": "未销号原因",
}
COLUMNS: Final = {
    "text": "内容",
    "theme": "方面",
    "source": "来源",
    "occasion": "来自",
    "organ": "登记机构",
    "found_on": "发现日期",
    "owner": "责任方",
    "finish_by": "整改时限",
    "done_on": "完成日期",
    "checked_on": "销号日期",
    "state": "状态",
    "why": "未销号原因",
    "proposed_on": "提出日期",
    "authors": "提出人",
    "submitted_on": "呈报日期",
    "paper": "呈报文件",
    "unit": "答复单位",
    "answered_on": "答复日期",
    "adoption": "采纳情况",
    "ground": "理由",
    "turned": "转化形式",
    "measure": "措施",
    "problem": "问题",
    "made_on": "制定日期",
}
WHY: Final = {"overdue": "已过整改时限", "unassigned": "尚未定责任", "checking": "待核查", "open": "整改中"}
PROBLEM_SUBJECTS: Final = (
    "问题", "困难和问题", "困难、问题", "困难问题", "问题和困难",
    "突出问题", "具体问题", "实际问题", "难题", "民生问题",
    "困难", "矛盾问题", "短板问题",
)  # fmt: skip
FOUND_ACTIONS: Final = (
    "发现", "查找", "搜寻", "查摆", "检视", "排查", "梳理",
    "收集", "反映", "查出", "找出", "收集到", "征集", "登记", "提出",
)  # fmt: skip
SOLVED_ACTIONS: Final = (
    "解决", "协调解决", "推动解决", "整改", "整改完成", "完成整改",
    "销号", "化解", "帮助解决", "促成解决", "办结", "帮助协调解决",
)  # fmt: skip
OPEN_ACTIONS: Final = ("正在整改", "正在解决", "未解决", "未销号", "尚未销号")
MEASURE_SUBJECTS: Final = ("整改措施", "措施", "具体措施", "具体整改措施")
MEASURE_ACTIONS: Final = ("制定", "提出", "形成", "明确", "细化", "研究制定")
MEASURE_DONE_ACTIONS: Final = ("落实", "完成", "落实到位")
ADVICE_SUBJECTS: Final = (
    "意见建议", "意见和建议", "意见、建议", "意见或建议", "建议",
    "意见", "对策建议", "建议意见", "建言", "合理化建议",
)  # fmt: skip
ADVICE_ACTIONS: Final = (
    "提出", "收集", "征集", "形成", "收集到", "征求", "征求到", "梳理", "归纳", "汇总", "反馈", "建言", "提交", "提",
)  # fmt: skip
SUBMIT_ACTIONS: Final = ("呈报", "报送", "上报", "报", "呈送", "转报", "梳理汇总", "汇总呈报")
ADOPT_ACTIONS: Final = ("采纳", "吸纳", "采用", "被采纳", "得到采纳", "转化", "吸收采纳", "采纳落实")
THEME_SUBJECTS: Final = ("方面", "意见建议方面", "领域")
COUNT_UNITS: Final = ("条", "个", "项", "件", "余条")
PROBLEM_UNITS: Final = ("个", "条", "项", "件")
NOT_ADVICE: Final = ("提案", "立案", "采纳", "吸纳", "呈报", "报送", "转作", "信息", "社情民意")
