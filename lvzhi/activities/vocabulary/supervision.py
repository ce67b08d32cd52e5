"""Words of democratic supervision 民主监督: supervisors, groups, opinions, appraisals, exchange (R4.1–R4.8)."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class SupervisorState(TextChoices):
    """Where a supervisor's selection is (R4.4)."""

    PROPOSED = "proposed", "待协商确定"
    SELECTED = "selected", "已确定待聘任"
    APPOINTED = "appointed", "已聘任"
    ENDED = "ended", "已结束"
    DECLINED = "declined", "未聘任"


class Way(TextChoices):
    """How somebody came to be proposed (R4.4)."""

    VOLUNTEER = "volunteer", "本人报名"
    SECTOR = "sector", "界别推荐"
    ORGAN = "organ", "专委会推荐"
    PARTY = "party", "党派团体推荐"
    RENEWAL = "renewal", "续聘提名"


class OpinionState(TextChoices):
    """Where an opinion paper is (R4.8)."""

    WRITING = "writing", "起草中"
    SENT = "sent", "待整改反馈"
    ANSWERED = "answered", "待回头看"
    CLOSED = "closed", "已办结"
    WITHDRAWN = "withdrawn", "已撤销"


class ExchangeState(TextChoices):
    """Where an exported package is (R4.2)."""

    MADE = "made", "待回执"
    RECEIVED = "received", "已回执"


SUPERVISOR_TONES: Final = {
    SupervisorState.PROPOSED: "warn",
    SupervisorState.SELECTED: "info",
    SupervisorState.APPOINTED: "good",
    SupervisorState.ENDED: "neutral",
    SupervisorState.DECLINED: "neutral",
}
OPINION_TONES: Final = {
    OpinionState.WRITING: "later",
    OpinionState.SENT: "warn",
    OpinionState.ANSWERED: "info",
    OpinionState.CLOSED: "good",
    OpinionState.WITHDRAWN: "neutral",
}
EXCHANGE_TONES: Final = {ExchangeState.MADE: "warn", ExchangeState.RECEIVED: "good"}
SUPERVISOR_HOLDERS: Final = {
    SupervisorState.PROPOSED: "办公室（协商确定）",
    SupervisorState.SELECTED: "办公室（颁发聘书）",
}
OPINION_HOLDERS: Final = {
    OpinionState.WRITING: "承办机构",
    OpinionState.SENT: "被监督单位",
    OpinionState.ANSWERED: "监督小组、承办机构",
}
OPINION_NEXT: Final = {
    OpinionState.WRITING: "文书签发、编文号后发给被监督单位",
    OpinionState.SENT: "被监督单位在期限内反馈整改情况",
    OpinionState.ANSWERED: "到现场回头看，核对整改情况",
    OpinionState.CLOSED: "",
    OpinionState.WITHDRAWN: "",
}
OPINION_PHASES: Final = (
    ("起草", frozenset({OpinionState.WRITING})),
    ("整改", frozenset({OpinionState.SENT})),
    ("回头看", frozenset({OpinionState.ANSWERED})),
    ("办结", frozenset({OpinionState.CLOSED})),
)
STANDING: Final = (SupervisorState.PROPOSED, SupervisorState.SELECTED)
OUT_STATES: Final = (OpinionState.SENT, OpinionState.ANSWERED, OpinionState.CLOSED)
BACK_STATES: Final = (OpinionState.ANSWERED, OpinionState.CLOSED)
USUAL_TERM: Final = "规定期限"
OVER: Final = "聘期已满"
LEFT: Final = "已不是委员"
IN_OFFICE: Final = "在任"

RESULTS: Final = "activities.look_back"
RESULTS_NAME: Final = "回头看结果"
SOLVED_LABEL: Final = "办结（否则退回继续整改）"
# code, name, rule, closes the opinion
LOOK_RESULTS: Final = (
    ("done", "整改到位", "R4.8", "1"),
    ("partly", "部分整改到位", "R4.8", ""),
    ("undone", "未整改", "R4.8", ""),
    ("longterm", "已采取措施，须长期坚持", "R4.8", "1"),
)
BODIES: Final = "activities.exchange_body"
BODIES_NAME: Final = "监督信息交换对象"
EXCHANGE_BODIES: Final = (
    ("inspection", "党委巡察机构", "R4.2"),
    ("congress", "人大常委会机关", "R4.2"),
    ("discipline", "纪检监察机关", "R4.2"),
    ("other", "其他监督机关", "R4.2"),
)
END_GROUNDS: Final = "activities.supervisor_end"
END_GROUNDS_NAME: Final = "监督员结束聘任的原因"
SUPERVISOR_ENDS: Final = (
    ("term", "聘期届满", "R4.5"),
    ("resigned", "本人请辞", "R4.5"),
    ("left", "不再担任委员", "R4.5"),
    ("moved", "调整派驻单位", "R4.5"),
    ("unfit", "不适宜继续担任", "R4.5"),
)
SUPERVISION_REFUSALS: Final = {
    "activities.no_supervisor": "没有找到这名监督员，或您无权查看。",
    "activities.no_opinion": "没有找到这份监督意见书，或您无权查看。",
    "activities.no_exchange": "没有找到这份交换材料，或您无权查看。",
    "activities.no_group": "没有找到这个监督小组，或您无权查看。",
    "activities.not_member_then": "{member}在{day}不是本届在任委员，不能担任民主监督员。",
    "activities.supervisor_twice": "{member}已在{unit}的监督员人选或在任名单中（{state}），不能重复提名。",
    "activities.unit_ended": "“{unit}”在{day}已停用，请选择现有单位。",
    "activities.group_unit": "监督小组“{group}”监督的是{unit}，请选择监督这个单位的小组。",
    "activities.supervisors_full": "{unit}已有在任监督员{count}名，达到本级规定的{limit}名，不能再聘。",
    "activities.term_order": "聘期止日{ends}应晚于起日{starts}。",
    "activities.term_long": "聘期不能超过{limit}个月，请把止日提前。",
    "activities.letter_not_now": "“{state}”的监督员没有聘书，聘任后再下载。",
    "activities.group_named": "已有名为“{name}”的监督小组，请换一个名称。",
    "activities.not_supervision": "《{title}》不是监督类活动，不能出具监督意见书。",
    "activities.not_appraised": "《{title}》还没有登记出席，先登记出席再组织测评：投票人名单取自到会的人。",
    "activities.ballot_already": "《{title}》已组织测评，不能再组织一次。",
    "activities.paper_not_issued": "文书《{title}》还没有签发，先在文书中完成核稿和签发，再发给单位。",
    "activities.sent_before_paper": "发出日期{sent}早于成文日期{dated}，请核对。",
    "activities.sent_later": "日期{day}还没有到，请核对。",
    "activities.until_order": "要求反馈日期{until}应晚于发出日期{sent}。",
    "activities.rectified_order": "整改完成日期{day}不能晚于今天。",
    "activities.looked_order": "回头看日期{day}应在反馈日期{answered}之后、今天以前。",
    "activities.until_missing": "没有整改到位的，请写明再次反馈的期限。",
    "activities.exchange_units": "请至少选择一个单位。",
    "activities.exchange_days": "起始日期{since}晚于截止日期{until}，请核对。",
    "activities.exchange_empty": "所选单位在这段时间没有可交换的记录，没有生成材料。",
    "activities.receipt_order": "回执日期{day}早于生成日期{made}，请核对。",
}
SUPERVISION_EVENTS: Final = {
    "activities.supervisors_proposed": "提名民主监督员{count}名",
    "activities.opinion_drafted": "起草监督意见书",
    "activities.group_made": "成立监督小组",
    "activities.group_changed": "调整监督小组",
    "activities.grouped": "编入监督小组{count}名",
    "activities.letter_taken": "下载聘书{number}",
    "activities.appraisal": "从到会名单组织测评，投票人{count}人",
    "activities.passed": "随单位变动移交{heir}",
}
SUPERVISOR_SENTENCES: Final = {
    "begin": "提名民主监督员（{way}）",
    "select": "经{meeting}协商确定",
    "decline": "未聘任：{ground}",
    "withdraw": "本人退出报名",
    "appoint": "颁发聘书{number}，聘期{starts}至{ends}",
    "renew": "提名续聘",
    "end": "结束聘任（{ground}）",
}
OPINION_SENTENCES: Final = {
    "begin": "起草监督意见书",
    "hand_over": "监督意见书{number}发给{unit}，{until}前反馈",
    "answer": "{unit}反馈整改情况",
    "answer_for": "代登{unit}的整改情况",
    "again": "退回补充整改，{until}前反馈",
    "look_back": "回头看：{result}",
    "withdraw": "撤销监督意见书：{ground}",
}
EXCHANGE_SENTENCES: Final = {
    "begin": "生成交换材料，涉及单位{units}个，记录{records}条",
    "receipt": "登记回执：{by}，{day}",
}
SUPERVISION_MESSAGES: Final = {
    "activities.proposed_supervisor": "您被提名为{unit}的民主监督员，待协商确定",
    "activities.appointed": "您已被聘为{unit}的民主监督员，聘期{starts}至{ends}",
    "activities.opinion_sent": "收到监督意见书{number}《{title}》，请在{until}前反馈整改情况",
    "activities.opinion_answered": "{unit}已反馈《{title}》的整改情况，请安排回头看",
    "activities.opinion_again": "《{title}》的整改须补充，请在{until}前反馈：{missing}",
    "activities.opinion_closed": "《{title}》已回头看：{result}",
}
SUPERVISION_TASKS: Final = ("activities.opinion_sent", "activities.opinion_again")
LETTER: Final = {
    "title": "聘　　书",
    "addressee": "{name}同志",
    "body": "经协商确定，特聘请您担任民主监督员，派驻{unit}{group}，聘期自{starts}起至{ends}止。",
    "ends": "不再担任政协委员的，聘任同时终止。",
    "group": "（{name}）",
    "file": "聘书_{number}_{name}.docx",
}
PACKAGE: Final = {
    "title": "关于交换监督信息的函",
    "body": "按照监督信息交换机制，现将下列单位{since}至{until}的有关情况送上，供工作参考。",
    "units": "涉及单位：{units}。",
    "sheets": "随函材料：",
    "sheet": "{place}. {title}，{count}条",
    "receipt": "请收到后填写下面的回执，退回我单位。材料只用于监督工作，请勿转发。",
    "slip": "回　　执",
    "slip_body": "{from_}：编号{number}的监督信息材料已收到。　收件人：＿＿＿＿＿＿　日期：＿＿＿＿＿＿",
    "letter": "函.docx",
    "sheet_file": "{place:02d}_{title}.xlsx",
    "manifest": "清单.txt",
    "file": "监督信息交换_{number}.zip",
    "number": "交换{year}-{seq:03d}",
    "head_units": "单位：{units}",
    "head_days": "时段：{since}至{until}",
}
