"""States, outcomes, and the default kinds, aspects and grades of a ballot (R4.7, R8.1, R8.4, R10.2)."""

from __future__ import annotations

from django.db.models import TextChoices


class State(TextChoices):
    """Where a ballot is (R4.8)."""

    DRAFT = "draft", "准备中"
    OPEN = "open", "投票中"
    COUNTED = "counted", "已计票待公布"
    ANNOUNCED = "announced", "已公布"
    VOID = "void", "作废"


class VoterState(TextChoices):
    """Whether someone entitled has taken part; never how (R4.8)."""

    WAITING = "waiting", "待投票"
    CAST = "cast", "已投票"
    PAPER = "paper", "已领纸质票"


class Outcome(TextChoices):
    """How a ballot ended (R4.7)."""

    VALID = "valid", "有效"
    EXCESS = "excess", "收回的票多于发出的票"
    QUORUM = "quorum", "到会人数不足"
    TOO_FEW = "too_few", "有效票太少"
    MISMATCH = "mismatch", "票箱与参加人数不符"
    CANCELLED = "cancelled", "宣布作废"


STATE_TONES = {
    State.DRAFT: "later",
    State.OPEN: "info",
    State.COUNTED: "warn",
    State.ANNOUNCED: "good",
    State.VOID: "bad",
}
HOLDERS = {
    State.DRAFT: "组织测评的工作人员",
    State.OPEN: "参加测评的人、监票人",
    State.COUNTED: "组织测评的工作人员",
}
NEXT = {
    State.DRAFT: "监票人领取监票码后，由工作人员启动投票",
    State.OPEN: "停止投票后，两名监票人同时到场开箱计票",
    State.COUNTED: "公布结果",
    State.ANNOUNCED: "",
    State.VOID: "",
}
PHASES = (
    ("准备", frozenset({State.DRAFT})),
    ("投票", frozenset({State.OPEN})),
    ("计票", frozenset({State.COUNTED})),
    ("公布", frozenset({State.ANNOUNCED})),
)
OUTCOME_WORDS = {
    Outcome.VALID: "有效。",
    Outcome.EXCESS: "收回的票多于发出的票，本次测评无效，票箱没有打开。",
    Outcome.QUORUM: "到会人数没有达到规定的比例，本次测评无效，票箱没有打开。",
    Outcome.TOO_FEW: "有效票少于公布结果所需的最少张数，为保护投票人，票箱没有打开。",
    Outcome.MISMATCH: "票箱里的票与参加投票的人数不符，或有打不开的票，本次测评无效。",
    Outcome.CANCELLED: "已宣布作废，票箱没有打开。",
}
BALLOT_SENTENCES = {
    "begin": "起草测评",
    "open": "启动投票，投票人{count}人",
    "paper_totals": "录入纸质票计票数：收回{back}张，其中废票{invalid}张",
    "count": "开箱计票：监票人{tellers}，网上{online}张，纸质{paper}张，{result}",
    "announce": "公布测评结果",
    "cancel": "宣布测评作废：{ground}",
}
VOTER_SENTENCES = {
    "begin": "列入投票人名单{count}人",
    "cast": "参加投票",
    "paper": "领取纸质票",
    "take_back": "退回纸质票",
}
SET_LABEL, SCALE_LABEL = "测评内容组", "等次组"
CLOSED_LABEL = "结果不向投票人公布"
# code, name, rule, group of aspects, group of grades, whether voters never see what it came to
KINDS = (
    ("appraisal", "民主评议", "R4.7", "unit", "three", ""),
    ("staff", "机关干部民主测评", "R8.4", "cadre", "cadre", "1"),
    ("branch", "民主评议党员", "R10.2", "party", "party", "1"),
    ("satisfaction", "满意度测评", "R4.7", "whole", "four", ""),
)
# code, name, rule, group
ASPECTS = (
    ("team", "班子和队伍建设", "R4.7", "unit"),
    ("style", "工作作风", "R4.7", "unit"),
    ("efficiency", "工作效率", "R4.7", "unit"),
    ("service", "服务质量", "R4.7", "unit"),
    ("integrity", "廉洁自律", "R4.7", "unit"),
    ("results", "工作实绩", "R4.7", "unit"),
    ("image", "社会形象", "R4.7", "unit"),
    ("virtue", "德", "R8.1", "cadre"),
    ("ability", "能", "R8.1", "cadre"),
    ("diligence", "勤", "R8.1", "cadre"),
    ("merit", "绩", "R8.1", "cadre"),
    ("honesty", "廉", "R8.1", "cadre"),
    ("grade", "总体评价", "R8.1", "cadre"),
    ("member", "总体评价", "R10.2", "party"),
    ("overall", "总体评价", "R4.7", "whole"),
)
# code, name, rule, group, counts as favourable
GRADES = (
    ("three_good", "满意", "R4.7", "three", "1"),
    ("three_bad", "不满意", "R4.7", "three", ""),
    ("three_unknown", "不了解", "R4.7", "three", ""),
    ("four_good", "满意", "R4.7", "four", "1"),
    ("four_fair", "基本满意", "R4.7", "four", "1"),
    ("four_bad", "不满意", "R4.7", "four", ""),
    ("four_unknown", "不了解", "R4.7", "four", ""),
    ("cadre_excellent", "优秀", "R8.1", "cadre", "1"),
    ("cadre_good", "称职", "R8.1", "cadre", "1"),
    ("cadre_fair", "基本称职", "R8.1", "cadre", ""),
    ("cadre_bad", "不称职", "R8.1", "cadre", ""),
    ("party_excellent", "优秀", "R10.2", "party", "1"),
    ("party_good", "合格", "R10.2", "party", "1"),
    ("party_fair", "基本合格", "R10.2", "party", ""),
    ("party_bad", "不合格", "R10.2", "party", ""),
)
