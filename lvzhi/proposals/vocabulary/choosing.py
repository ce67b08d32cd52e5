"""Words of the selection of excellent proposals 优秀提案评选 (R1.104–R1.107)."""

from __future__ import annotations

from django.db import models


class SelectionState(models.TextChoices):
    """Where a selection is (R1.104, R1.105)."""

    NOMINATING = "nominating", "征集推荐"
    REVIEWING = "reviewing", "提案委员会审议"
    DECIDING = "deciding", "待主席会议审定"
    DECIDED = "decided", "已公布"


class Reached(models.TextChoices):
    """How far a candidate has come."""

    NOMINATED = "nominated", "获推荐"
    SHORTLISTED = "shortlisted", "初选入围"
    PROPOSED = "proposed", "审议通过"
    CHOSEN = "chosen", "优秀提案"


class Nominator(models.TextChoices):
    """In whose name a proposal is recommended (R1.107)."""

    MEMBER = "member", "委员推荐"
    BODY = "body", "集体推荐"
    UNIT = "unit", "承办单位推荐"
    COMMITTEE = "committee", "提案委员会推荐"


SELECTION_TONES = {
    SelectionState.NOMINATING: "info",
    SelectionState.REVIEWING: "info",
    SelectionState.DECIDING: "warn",
    SelectionState.DECIDED: "good",
}
REACHED_TONES = {
    Reached.NOMINATED: "neutral",
    Reached.SHORTLISTED: "info",
    Reached.PROPOSED: "info",
    Reached.CHOSEN: "good",
}
SELECTION_HOLDERS = {
    SelectionState.NOMINATING: "提案委员会经办人",
    SelectionState.REVIEWING: "提案委员会负责人",
    SelectionState.DECIDING: "秘书长（主席会议）",
}
SELECTION_PHASES = (
    ("征集推荐", frozenset({SelectionState.NOMINATING})),
    ("提案委员会审议", frozenset({SelectionState.REVIEWING})),
    ("主席会议审定", frozenset({SelectionState.DECIDING})),
    ("公布", frozenset({SelectionState.DECIDED})),
)
EXCELLENT_WORD = "优秀提案"
CANDIDATE_LABEL = "{number} {title}（{proposer}{kind}）"
COLLECTIVE_MARK = "，集体"
CHOSEN_OF = "{selection}：{proposal}"
DEFAULT_NAME = "{year}年度优秀提案评选"
BEHALF_NAME = "{kind}（{name}）"

EXCELLENT_REFUSALS = {
    "proposals.excellent_open": "“{name}”还在进行，请先完成，再开始新的评选。",
    "proposals.excellent_days": "结束日期{ends}早于开始日期{starts}，请核对。",
    "proposals.excellent_unknown": "没有找到可以参评的“{called}”：须在{starts}至{ends}立案，"
    "或在此期间二次办理；请核对案号。",
    "proposals.excellent_twice": "您已推荐过{number}，不需要再推荐。",
    "proposals.excellent_none": "请至少选择一件。",
    "proposals.excellent_not_offered": "所选提案不在本轮候选之中，请刷新页面后重选。",
    "proposals.excellent_quota": "最多可选{quota}件（立案{base}件的{percent}%），现选{count}件，请减少{over}件。",
    "proposals.excellent_shortlist": "初选最多{quota}件（名额的{times}倍），现选{count}件，请减少{over}件。",
    "proposals.excellent_collective": "集体提案至少占{share}%："
    "选{count}件时须有{least}件集体提案，现有{collective}件。",
    "proposals.excellent_met": "主席会议日期不能晚于今天。",
    "proposals.excellent_gone": "没有找到这次评选，或您无权查看。",
}
EXCELLENT_SENTENCES = {
    "begin": "开始{name}",
    "nominate": "推荐{number}（{kind}）",
    "shortlist": "初选{count}件",
    "deliberate": "提案委员会审议通过{count}件，立案{base}件，名额{quota}件",
    "send_back": "退回提案委员会重议",
    "decide": "主席会议审定优秀提案{count}件，立案{base}件，名额{quota}件",
}
EXCELLENT_EVENTS = {"proposals.excellent_exported": "导出优秀提案候选{count}件"}
EXCELLENT_MESSAGES = {
    "proposals.excellent": "提案《{title}》（{number}）评为优秀提案。",
}
EXCELLENT_DONE = {"opened": "已开始征集推荐。"}
EXCELLENT_EXPORT = {
    "title": "优秀提案候选",
    "name": "优秀提案候选-{day}",
    "head": "{name}；立案{base}件，名额{quota}件",
}
REASON_LINE = "{kind}{name}：{reason}"
