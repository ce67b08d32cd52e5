"""Default rows of the code tables: sources, themes, the five labels, what advice turns into."""

from __future__ import annotations

from typing import Final

SOURCES: Final = "ledger.sources"
THEMES: Final = "ledger.themes"
FIVE: Final = "ledger.five"
TURNED: Final = "ledger.turned"
SOURCES_NAME: Final = "问题和意见建议的来源"
THEMES_NAME: Final = "问题和意见建议的方面"
FIVE_NAME: Final = "五定标签"
TURNED_NAME: Final = "意见建议的转化形式"
SAID_LABEL: Final = "公文中的其他叫法，用顿号分开"
FIVE_HELP: Final = (
    "代码只能从 task 问题、measure 措施、person 责任人、responsibility 责任单位、time 时限、standard 标准、"
    "leader 责任领导、progress 进展中选；名称可改，自某日起停用或另选其他五项。"
)

# code, name, rule, further words by which a text may name it
SOURCE_ROWS: Final = (
    ("meeting", "会议", "R9.7", ""),
    ("deliberation", "协商", "R9.7", "协商活动、协商议政"),
    ("supervision", "监督", "R9.7", "民主监督、专项监督"),
    ("inspection", "视察调研", "R5.6", "视察、调研、考察"),
    ("visit", "走访", "R9.7", "走访企业、大走访"),
    ("service", "服务和接待", "R5.6", ""),
    ("project", "包抓项目", "R9.7", "包抓"),
    ("contact", "联系委员", "R6.18", ""),
    ("proposal", "提案", "R1.41", ""),
    ("self_check", "自查", "R9.7", "自查自纠、检视、查摆、搜寻"),
    ("member", "委员反映", "R9.7", "委员议政建言"),
    ("other", "其他", "R9.7", ""),
)
THEME_ROWS: Final = (
    ("economy", "经济发展", "R3.11"),
    ("industry", "产业和企业", "R3.11"),
    ("city", "城乡建设", "R3.11"),
    ("rural", "农业农村", "R3.11"),
    ("environment", "生态环境", "R3.11"),
    ("livelihood", "民生保障", "R3.11"),
    ("education", "教育", "R3.11"),
    ("health", "医疗卫生", "R3.11"),
    ("culture", "文化旅游", "R3.11"),
    ("governance", "社会治理", "R3.11"),
    ("law", "法治和营商环境", "R3.11"),
    ("style", "作风和机关建设", "R9.1"),
    ("other", "其他", "R3.11"),
)
FIVE_ROWS: Final = (
    ("task", "定问题", "R9.2"),
    ("measure", "定措施", "R9.2"),
    ("person", "定责任人", "R9.2"),
    ("time", "定时限", "R9.2"),
    ("standard", "定标准", "R9.2"),
)
TURNED_ROWS: Final = (
    ("document", "文件政策", "R3.11"),
    ("project", "项目", "R3.11"),
    ("money", "资金", "R3.11"),
    ("work", "具体工作", "R3.11"),
)
# Where an activity's family leads: the source that is offered for what was found or advised there.
FAMILY_SOURCES: Final = {
    "meeting": "meeting",
    "consultation": "deliberation",
    "supervision": "supervision",
    "inspection": "inspection",
    "research": "inspection",
    "study_tour": "inspection",
    "visit": "visit",
    "service": "service",
    "reception": "service",
}
PROPOSAL, PROJECT, CONTACT, SELF_CHECK, OTHER = "proposal", "project", "contact", "self_check", "other"
RESULT_MISSING: Final = "请写明怎样解决的。"
