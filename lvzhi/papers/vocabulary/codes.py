"""Default rows of the code tables of papers."""

from __future__ import annotations

from typing import Final

KINDS: Final = "papers.kinds"
RANKS: Final = "papers.ranks"
RESULTS: Final = "papers.results"
NOTED_RESULT: Final = "noted"
KINDS_NAME: Final = "文书种类"
RANKS_NAME: Final = "批示领导层级"
RESULTS_NAME: Final = "批示办理结果"
MARK_LABEL: Final = "文号代字（留空用本级通用代字）"
SERIES_LABEL: Final = "按年连续编期"
MEMBERS_LABEL: Final = "委员可查看"
SAID_LABEL: Final = "别称（以顿号分开）"

# code, name, rule, issues numbered through a year 期, members may read it, further words by which a text may name it
PAPER_KINDS: Final = (
    ("scheme", "协商方案", "R3.2", False, True, ""),
    ("consultation_report", "协商报告", "R3.5", False, True, "协商成果报告、协商情况报告"),
    ("motion", "建议案", "R3.5", False, True, ""),
    ("minutes", "会议纪要", "R3.5", False, True, "纪要"),
    ("advice", "意见建议汇报", "R3.5", False, True, "意见建议报告、专题报告"),
    ("inspection_report", "视察报告", "R5.6", False, True, ""),
    ("research_report", "调研报告", "R5.6", False, True, ""),
    ("supervision_opinion", "监督意见书", "R4.8", False, True, "民主监督意见书、监督建议书"),
    ("appraisal_report", "民主评议报告", "R4.8", False, True, "评议报告"),
    ("work_prompt", "工作提示", "R10.6", True, True, ""),
    ("circular", "情况通报", "R4.3", False, True, "通报"),
    ("briefing", "工作简报", "R3.11", True, True, "简报、政协简报"),
    ("report", "工作报告", "R3.2", False, False, "报告"),
    ("request", "请示", "R3.2", False, False, ""),
    ("notice", "通知", "R3.5", False, True, ""),
    ("letter", "函", "R3.5", False, False, ""),
    ("opinion_issue", "社情民意", "R2.10", True, False, "社情民意信息"),
    ("opinion_special", "社情民意专报", "R2.10", True, False, "专报、信息专报"),
)
TOLD_ELSEWHERE: Final = frozenset({"opinion_issue", "opinion_special"})
"""Kinds of which a text speaks through the figures of the room that fills them."""
# code, name, rule, further words
LEADER_RANKS: Final = (
    ("top", "党政主要领导", "R3.11", "主要领导、主要负责同志"),
    ("deputy", "党政分管领导", "R3.11", "分管领导"),
    ("above", "上级领导", "R2.9", "省领导、市领导"),
    ("chair", "政协主席会议成员", "R3.11", "政协领导"),
)
COMMENT_RESULTS: Final = (
    ("adopted", "采纳转化", "R3.11"),
    ("partly", "部分采纳", "R3.11"),
    ("studied", "已研究，暂不采纳", "R3.11"),
    ("noted", "阅知，不需办理", "R3.11"),
)
REPORTS: Final = frozenset({"consultation_report", "inspection_report", "research_report", "appraisal_report"})
"""Reports on what was seen and said, of which a text may be taken up elsewhere."""
