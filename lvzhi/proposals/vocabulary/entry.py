"""Words of entry, examination, merging, withdrawal, take-offline, wording and the board."""

from __future__ import annotations

from django.db import models


class FirstOpinion(models.TextChoices):
    """What the first of two readings recommends (R1.33, R1.36)."""

    FILE = "file", "建议立案"
    REFUSE = "refuse", "建议不予立案"
    SEND_BACK = "send_back", "建议退回修改"


class Agreement(models.TextChoices):
    """A co-signer's word on a withdrawal (R1.49)."""

    YES = "yes", "同意撤案"
    NO = "no", "不同意撤案"


class LetterKind(models.TextChoices):
    """Letters that the proposal committee sends (R1.41, R1.45, R1.53)."""

    FILED = "filed", "立案通知"
    NOT_FILED = "not_filed", "不予立案通知"
    MERGED = "merged", "并案通知"
    ASSIGNED = "assigned", "交办函"


LAPSING = "联名期满"
ONE_READING = 1
TWO_READINGS = 2
OFFLINE_TITLE = "（已转线下办理）"
LETTER_SEQUENCE = "letter"
GROUP_LABEL = "审查组"
SESSION_ONLY_LABEL = "只在大会期间提出"
SEAL_LABEL = "须加盖公章"
CONVENER_LABEL = "须召集人签名"
ORGAN_LABEL = "可用的机构类别"
TYPE_EXTRAS = {
    # code: (only in session, seal, convener's signature, kinds of organ that may use it), R1.1, R1.3, R1.6
    "member": (False, False, False, ""),
    "party": (False, True, False, "party"),
    "federation": (False, True, False, "federation"),
    "sector": (True, False, True, "sector"),
    "group": (True, False, True, ""),
    "special_committee": (False, True, False, "special_committee"),
}
# Headings under which a text brought in is divided; the longest fitting one wins.
HEADINGS = {
    "title": ("案由", "标题", "题目"),
    "background": ("背景情况", "基本情况", "背景", "现状", "情况", "提案背景"),
    "analysis": ("问题分析", "问题及分析", "存在问题", "存在的问题", "主要问题", "问题", "分析", "原因分析"),
    "recommendations": ("具体建议", "意见建议", "对策建议", "工作建议", "建议", "对策", "建议和意见", "意见和建议"),
    "survey": ("调研过程", "调研情况"),
}
TITLE_PREFIX = "关于"
TITLE_ENDS = ("的提案", "的建议")
NUMERALS = "一二三四五六七八九十百0123456789０１２３４５６７８９"
MARKS = "、.．:：。)）（( 　【】第部分"
OPENING = r"^(.{2,16}?)[：:](.+)$"
PARTS = ("title", "background", "analysis", "recommendations", "survey")
QUOTED = "“{name}”"
ENTRY_DONE = {
    "imported": "已从《{name}》读入：{parts}。请核对后保存。",
    "unparted": "《{name}》中没有找到{headings}等标题，全文已放入“{first}”，请自行分开。",
    "amended": "文字已修改，原文保留，可随时对照。",
    "entered": "已代录。请在附件中上传提案原件的扫描件，然后提交。",
}
ENTRY_REFUSALS = {
    "proposals.merge_unknown": "没有找到案号或收件号为“{called}”的已立案待交办提案，请核对后重填。",
    "proposals.merge_self": "不能把提案并入它自己，请填写另一件提案的案号。",
    "proposals.merge_circle": "{called}已并入{lead}，不能再作主件。请直接并入{lead}。",
    "proposals.merge_has_members": "已有{count}件提案并入{called}，不能再并入别的提案。请先取消那些并案。",
    "proposals.merge_unwilling": "{called}的提案者不同意并案，请先与提案者商量。",
    "proposals.merge_lead_leaves": "已有{count}件提案并入{called}。请先取消并案，再办理撤案。",
    "proposals.same_reader": "初审由{who}办理，复审请由另一人办理。",
    "proposals.answered_already": "承办单位已经答复，不能再撤案。",
    "proposals.consent_missing": "联名委员{names}还没有同意撤案。",
    "proposals.offline_gone": "{called}已转线下办理，系统中不再保留内容。",
    "proposals.sign_late": "确认联名的期限{due}已过，附议不再计入；如仍需联名，请提案人重新邀请。",
    "proposals.sign_until_past": "“请对方在哪一天前确认”不能早于今天。",
    "proposals.session_only": "{kind}只能在大会提案征集期内提出；{day}不在征集期内。",
    "proposals.type_unknown": "提案者类型“{kind}”不在现行类型表中，请联系提案委员会。",
    "proposals.type_organ": "{organ}不能用“{kind}”这一类型提出提案。",
    "proposals.scan_missing": "代录的提案须先上传原件扫描件，请在“附件”中添加后再提交。",
    "proposals.entered_for_missing": "请选择一位在任委员作为提案者。",
    "proposals.not_amendable": "提案现为“{state}”，工作人员不能再修改文字。",
    "proposals.amend_same": "文字没有改动，不需要保存。",
    "proposals.letter_not_now": "提案现为“{state}”，还不能生成{letter}。",
    "proposals.track_same": "本件已经是{track}，不需要改。",
    "proposals.file_empty": "《{name}》里没有文字。请换一个文件，或直接填写。",
}
ENTRY_SENTENCES = {
    "recommend": "初审意见：{opinion}",
    "merge": "{number}并入{lead}",
    "unmerge": "{number}取消并案",
    "assign_with_lead": "随主件{lead}交办{number}：{units}",
    "ask_withdraw": "申请撤案",
    "consent": "{member}对撤案表示{word}",
    "approve_withdraw": "批准撤案，{number}不再使用",
    "refuse_withdraw": "不同意撤案",
    "drop_withdraw": "取消撤案申请",
    "take_offline": "转线下办理，系统内容已清除",
    "confirm_entry": "提案者确认代录",
    "override_track": "改为{track}",
    "auto_submit": "联名期满，自动提交提案，收件号{serial}，{track}",
}
ENTRY_EVENTS = {
    "proposals.not_handed_in": "联名期满，未能自动提交，等待提案人",
    "proposals.entered": "代录提案，提案者{who}",
    "proposals.amended": "工作人员修改提案文字，原文保留",
    "proposals.letter": "生成{letter}，{number}，送{addressee}",
}
ENTRY_MESSAGES = {
    "proposals.recommended": "提案《{title}》初审意见为{opinion}，请复审。",
    "proposals.handed_in": "提案《{title}》联名期满，已自动提交，收件号{serial}。",
    "proposals.not_handed_in": "提案《{title}》联名期满，未能自动提交，请修改后自行提交：{reason}",
    "proposals.merged": "您的提案《{title}》（{number}）与{lead}并案办理，仍单独答复您。",
    "proposals.unmerged": "您的提案《{title}》（{number}）已取消并案。",
    "proposals.withdraw_asked": "{who}申请撤回提案《{title}》，请表明是否同意。",
    "proposals.withdraw_ready": "{who}申请撤回{number}《{title}》，请审批。",
    "proposals.withdrawn": "{number}《{title}》已撤案，不再办理。",
    "proposals.withdraw_refused": "{number}《{title}》没有撤案，继续办理。",
    "proposals.entered": "工作人员已代您录入提案《{title}》，请核对后确认。",
    "proposals.amended": "工作人员修改了您的提案《{title}》的文字，原文保留，请对照。",
    "proposals.offline": "{number}一件提案已转线下办理，请联系提案委员会。",
}
BOARD_TONES = {"late": "bad", "waiting": "info"}
