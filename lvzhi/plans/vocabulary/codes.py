"""Default rows of the code tables of plans."""

from __future__ import annotations

from typing import Final

from lvzhi.plans.vocabulary.states import Way

KINDS: Final = "plans.kinds"
BLOCKS: Final = "plans.blocks"
SOURCES: Final = "plans.sources"
KINDS_NAME: Final = "计划种类"
BLOCKS_NAME: Final = "任务板块"
SOURCES_NAME: Final = "选题来源"
WAY_LABEL: Final = "审定方式（party 报党委、chairmen 主席会议、office 机关）"
HEARD_LABEL: Final = "须先征求意见"
WORDS_LABEL: Final = "别称（以顿号分开）"

# code, name, rule, way, opinions asked first, further words by which a text may name it
PLAN_KINDS: Final = (
    ("consultation", "年度协商计划", "R3.1", Way.PARTY, True, "协商计划"),
    ("supervision", "年度民主监督计划", "R4.3", Way.PARTY, True, "监督计划"),
    ("joint", "年度协商与监督计划", "R4.3", Way.PARTY, True, "协商监督计划"),
    ("research", "调研课题计划", "R5.3", Way.CHAIRMEN, True, "课题计划、调研计划"),
    ("inspection", "年度视察计划", "R5.2", Way.CHAIRMEN, False, "视察计划"),
    ("key_points", "年度工作要点", "R3.10", Way.CHAIRMEN, True, "工作要点"),
    ("study", "学习计划", "R5.3", Way.CHAIRMEN, False, ""),
    ("scheme", "实施方案", "R9.6", Way.CHAIRMEN, False, "工作方案"),
    ("practical", "办实事清单", "R9.6", Way.OFFICE, False, "实事清单"),
)
# code, name, rule
TASK_BLOCKS: Final = (
    ("meeting", "会议", "R9.6"),
    ("consultation", "协商", "R3.4"),
    ("supervision", "监督", "R4.3"),
    ("research", "调研", "R9.6"),
    ("inspection", "视察", "R9.6"),
    ("study", "学习", "R9.6"),
    ("party", "党建", "R9.6"),
    ("service", "服务", "R9.6"),
    ("other", "其他", "R9.6"),
)
TASK_SOURCES: Final = (
    ("party", "党委政府点题", "R3.7"),
    ("leaders", "政协领导提出", "R3.7"),
    ("members", "委员经专委会提出", "R3.7"),
    ("above", "上级政协布置或联动", "R3.10"),
    ("report", "常委会工作报告部署", "R5.3"),
    ("public", "公开征集", "R3.2"),
    ("proposal", "提案办理中提出", "R3.7"),
    ("experts", "专家学者建议", "R5.3"),
)
