"""Default rows of the code tables of rules and of matters reported."""

from __future__ import annotations

from typing import Final

KINDS: Final = "regulations.kinds"
LEVELS: Final = "regulations.levels"
YEARLY: Final = "regulations.yearly"
KINDS_NAME: Final = "制度种类"
LEVELS_NAME: Final = "制度层级"
YEARLY_NAME: Final = "年度请示报告事项清单"
SAID_LABEL: Final = "公文中的其他叫法，用顿号分开"
KIND_LABEL: Final = "种类（request 请示、report 报告、circular 通报）"
MONTH_LABEL: Final = "应在几月底前报送（不填为有事即报，不算欠缺）"
RETENTIONS: Final = (("permanent", "永久"), ("thirty", "30年"), ("ten", "10年"))

# code, name, rule, further words by which a text may name it
KIND_ROWS: Final = (
    ("procedure", "规则", "M24", "议事规则、工作规则、议事工作规则、议事规程"),
    ("measures", "办法", "M24", "管理办法、考核办法、工作办法、暂行办法"),
    ("detailed", "细则", "M24", "实施细则、工作细则"),
    ("system", "工作制度", "M24", "管理制度、联系制度"),
    ("provisions", "规定", "M24", "若干规定、管理规定"),
    ("opinions", "实施意见", "M24", "工作意见"),
    ("other", "其他制度文件", "M24", ""),
)
# code, name, rule
LEVEL_ROWS: Final = (
    ("party_group", "党组", "M24"),
    ("plenary", "全体会议", "M24"),
    ("standing", "常务委员会", "M24"),
    ("chairmen", "主席会议", "M24"),
    ("agency", "机关", "M24"),
)
# code, name, kind, month by the end of which it is due, rule
YEARLY_ROWS: Final = (
    ("points", "党组年度工作要点", "request", "3", "M25"),
    ("plans", "年度协商计划和监督计划", "request", "3", "M25"),
    ("plenary", "全体会议筹备和召开情况", "request", "", "M25"),
    ("division", "领导班子分工调整", "report", "", "M25"),
    ("half_year", "上半年工作情况", "report", "7", "M25"),
    ("grassroots", "基层协商民主情况", "report", "12", "M25"),
    ("ideology", "意识形态工作责任制落实情况", "report", "12", "M25"),
    ("summary", "年度工作总结", "report", "12", "M25"),
    ("journey", "外出考察、招商、学习培训", "request", "", "M25"),
)
