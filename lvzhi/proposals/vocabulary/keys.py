"""Words of key proposals: how they are selected, who supervises them and in which way (R1.97–R1.99)."""

from __future__ import annotations

from django.db import models


class CandidateState(models.TextChoices):
    """Where a candidate for key proposal is (R1.98)."""

    NOMINATED = "nominated", "候选"
    ASKED = "asked", "征求意见"
    CHOSEN = "chosen", "已确定"
    PASSED = "passed", "未列入"


class Stance(models.TextChoices):
    """What an asked body thinks of a candidate."""

    FOR = "for", "建议列入"
    AGAINST = "against", "建议不列入"
    OPEN = "open", "无意见"


# The four ways of M02, and the forms of R1.99: the way says by whose hand, the form what was done.
SUPERVISE_WAYS = (
    ("meeting", "常委会、主席会议视察督办", "R1.99"),
    ("leader", "分管领导领衔督办", "R1.99"),
    ("sector", "界别委员参与督办", "R1.99"),
    ("committee", "专委会跟踪督办", "R1.99"),
)
SUPERVISE_FORMS = (
    ("meeting", "督办会", "R1.99"),
    ("talks", "座谈会", "R1.99"),
    ("onsite", "现场视察", "R1.99"),
    ("study", "专题调研", "R1.99"),
    ("progress", "听取进展通报", "R1.99"),
)
CANDIDATE_HOLDERS = {CandidateState.NOMINATED: "提案委员会", CandidateState.ASKED: "被征求意见的单位和提案委员会负责人"}
CANDIDATE_TONES = {
    CandidateState.NOMINATED: "later",
    CandidateState.ASKED: "info",
    CandidateState.CHOSEN: "good",
    CandidateState.PASSED: "neutral",
}
STANCE_TONES = {Stance.FOR: "good", Stance.AGAINST: "bad", Stance.OPEN: "neutral"}
CANDIDATE_OF = "{proposal}的重点提案遴选"
FIRST_WORD = "1号提案"
KEY_GROUND = "{meeting}审定"
NOT_YET = "未回复"

KEY_REFUSALS = {
    "proposals.candidate_already": "本件已在重点提案遴选中，或已是重点提案。",
    "proposals.bodies_asked": "{names}已征求过意见，请另选。",
    "proposals.first_taken": "本次会议的1号提案已定为{called}，请先取消那一件。",
    "proposals.supervision_future": "督办日期不能晚于今天。",
    "proposals.supervision_not_key": "本件不是重点提案，不登记督办；请先定为重点提案。",
    "proposals.meeting_future": "审定日期不能晚于今天。",
    "proposals.next_step_day": "下次督办的日期应晚于本次。",
}
KEY_SENTENCES = {
    "nominate": "{number}列为重点提案候选",
    "key_chosen": "{meeting}确定{number}为重点提案，{leader}领衔督办",
    "supervise": "登记督办：{way}，{form}，{held_on}",
}
CANDIDATE_SENTENCES = {
    "begin": "列为重点提案候选，{by}提出",
    "ask": "就重点提案候选征求意见：{bodies}",
    "ask_more": "就重点提案候选再征求意见：{bodies}",
    "opine": "{body}：{stance}",
    "choose": "{meeting}审定列为重点提案",
    "pass_over": "未列入重点提案",
}
KEY_MESSAGES = {
    "proposals.opinion_asked": "{number}《{title}》拟列为重点提案，请{body}于{until}前提出意见。",
    "proposals.opined": "{body}对{number}《{title}》列为重点提案的意见：{stance}。",
    "proposals.supervised": "{number}《{title}》已登记督办：{way}（{form}，{held_on}）。",
}
