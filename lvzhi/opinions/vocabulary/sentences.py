"""Refusals, journal sentences and messages of opinions."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "opinions.unknown": "没有找到这条信息，或您无权查看。",
    "opinions.not_sender": "您不能向“{committee}”反映社情民意信息，请由委员、党派、机构、特邀信息员或机关人员提交。",
    "opinions.not_editor": "您没有在“{committee}”编辑社情民意信息的权限，请联系办公室。",
    "opinions.blank": "请填写{what}。",
    "opinions.category_unknown": "类别“{given}”不在类别表中，请重新选择。",
    "opinions.organ_elsewhere": "机构“{organ}”不属于{committee}，请重新选择。",
    "opinions.organ_not_yours": "您不是“{organ}”的负责人或信息联络员，不能代表它反映；请改选或以个人名义反映。",
    "opinions.organ_missing": "来源选了“{source}”，请选择是哪个机构。",
    "opinions.source_needless": "来源“{source}”由系统登记，不能手工选择，请重新选择。",
    "opinions.no_author": "请写明是谁反映的：选委员，或在“其他反映人”里写姓名，或选机构。",
    "opinions.outsider_unclear": "其他反映人第{row}行“{given}”没有姓名，请按“姓名｜单位和职务”每行写一人。",
    "opinions.outsider_long": "其他反映人第{row}行的{what}超过{limit}字，请缩短。",
    "opinions.outsider_twice": "其他反映人里“{name}（{unit}）”写了两次，请删去一行。",
    "opinions.not_editable": "“{title}”现在是“{state}”，不能再改；需要补充请联系信息编辑退回。",
    "opinions.changed": "您打开页面后，“{title}”已被别人修改。",
    "opinions.title_long": "标题{count}字，超过上限{limit}字，请精简。",
    "opinions.text_long": "正文合计{count}字，超过上限{limit}字，请精简（三部分合计，换行不计）。",
    "opinions.suggestion_missing": "“{committee}”要求写意见建议，请补写后再提交。",
    "opinions.publish_ground": "选了不同意公开，请写明理由。",
    "opinions.follows_unknown": "没有找到要继续反映的那一篇，请重新选择。",
    "opinions.follows_foreign": "“{title}”不是同一反映人的，不能作为连续反映的前一篇。",
    "opinions.not_confirmed": "提交前请勾选确认：内容不涉及国家秘密、工作秘密。涉密情况请通过保密渠道报送。",
    "opinions.merge_self": "不能合并到自己，请选择另一篇作为主件。",
    "opinions.merge_target": "“{title}”现在是“{state}”，不能作为合并的主件，请选择还没有编发的一篇。",
    "opinions.main_of_others": "已有信息合并到“{title}”，不能撤回；请联系信息编辑。",
    "opinions.merge_followed": "合并后的主件“{title}”现在是“{state}”，已不能拆开。",
    "opinions.suggestions_closed": "“{committee}”没有开通公众微建议。",
    "opinions.suggestion_blank": "请写下您的建议。",
    "opinions.suggestion_long": "您的建议{count}字，超过上限{limit}字，请精简。",
    "opinions.phone_unclear": "联系电话不是电话号码，请写手机号或带区号的座机号，也可以不填。",
    "opinions.suggestions_many": "今天收到的微建议较多，请明天再提；急事请直接联系“{committee}”。",
    "opinions.suggestion_personal": "内容或回复里有电话号码、身份证号等个人信息，不能公开；请只回复提出人。",
    "opinions.ticket_unknown": "没有查到这个查询码，请核对字母和数字。",
    "opinions.batch_none": "还没有勾选信息，请至少勾选一篇。",
    "opinions.about_unknown": "没有找到要提炼的记录，或您无权查看。",
    "opinions.about_silent": "“{title}”没有可以提炼的文字，或不能转为社情民意信息。",
    "opinions.edited_missing": "编辑稿是空的，请保留原文或写好编辑稿。",
}
EVENTS: Final[dict[str, str]] = {
    "opinions.written": "修改社情民意信息",
    "opinions.suggestion_phone": "查看微建议提出人电话",
    "opinions.exported": "导出社情民意信息{count}条",
}
MESSAGES: Final[dict[str, str]] = {
    "opinions.submitted": "收到社情民意信息“{title}”，请筛选。",
    "opinions.urgent": "收到紧急社情民意信息“{title}”，请尽快筛选。",
    "opinions.received": "已代您提交社情民意信息“{title}”，办理到哪一步可在“我的信息”查看。",
    "opinions.selected": "您反映的“{title}”已采用编辑。",
    "opinions.kept": "您反映的“{title}”留存参考：{ground}",
    "opinions.returned": "您反映的“{title}”需要补充：{ground}",
    "opinions.merged": "您反映的“{title}”与“{main}”合并编辑，您列为联名反映人。",
    "opinions.unmerged": "您反映的“{title}”不再合并，重新筛选。",
    "opinions.reconsidered": "您反映的“{title}”重新筛选。",
    "opinions.offline": "您反映的一条信息已转线下办理，内容不再保留在本系统，请勿在本系统重新提交。",
    "opinions.to_check": "社情民意信息“{title}”已编辑，请核稿。",
    "opinions.back": "社情民意信息“{title}”退回编辑：{ground}",
    "opinions.checked": "您反映的“{title}”已核稿，等待编发。",
}
SENTENCES: Final[dict[str, dict[str, str]]] = {
    "concern": {
        "begin": "起草社情民意信息",
        "submit": "提交，{count}字，确认不含涉密内容",
        "resubmit": "补充后重新提交，{count}字，确认不含涉密内容",
        "withdraw": "撤回",
        "select": "采用编辑",
        "keep": "留存",
        "send_back": "退回补充",
        "merge": "合并到另一篇",
        "unmerge": "取消合并",
        "reconsider": "重新筛选",
        "take_offline": "转线下办理，内容清除",
        "edit": "编辑完成，{count}字",
        "check": "核稿通过",
        "back": "退回编辑",
        "recall": "编辑人重新编辑",
    },
    "suggestion": {
        "begin": "公众提出微建议",
        "show": "公开并回复",
        "take": "转为社情民意信息",
        "answer": "更新回复",
        "refuse": "不采用",
    },
}
DONE: Final[dict[str, str]] = {
    "saved": "已保存，提交前只有您自己能看到。",
    "same": "与{kind}“{title}”几乎相同：同一内容一般不既作提案又作信息、也不重复反映，请核对；不影响本次提交。",
    "sent": "已提交，办到哪一步可以在这里看到，有进展会发消息告诉您。",
}
WHATS: Final = {
    "title": "标题", "situation": "情况反映", "category": "类别", "name": "姓名", "unit": "单位和职务",
}  # fmt: skip
