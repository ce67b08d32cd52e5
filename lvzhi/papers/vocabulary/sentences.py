"""Refusals, journal sentences and messages of papers."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "papers.unknown": "没有找到这份文书，或您无权查看。",
    "papers.not_drafter": "您没有在“{committee}”起草文书的权限，请联系办公室。",
    "papers.not_editable": "“{state}”状态下不能修改文字；确需修改的，请先退回起草。",
    "papers.title_missing": "请填写标题。",
    "papers.title_long": "标题{count}字，超过{limit}字，请缩短。",
    "papers.organ_elsewhere": "机构“{organ}”不属于{committee}，请重新选择起草机构。",
    "papers.empty": "《{title}》既没有正文也没有附件，请写正文或上传附件后再送核。",
    "papers.text_changed": "您打开页面后，《{title}》的文字已被别人修改。",
    "papers.number_taken": "文号“{number}”已用于《{title}》，请核对，或留空由系统编号。",
    "papers.number_format": "文号格式“{format}”无法使用，请联系系统管理员在规则参数中修改。",
    "papers.dated_ahead": "成文日期{day}在今天之后，请核对。",
    "papers.nobody": "请至少填写一个收文者。",
    "papers.sent_early": "发出日期{sent}早于成文日期{dated}，请核对。",
    "papers.sent_ahead": "发出日期{day}在今天之后，请核对。",
    "papers.receipt_early": "签收日期{received}早于发出日期{sent}，请核对。",
    "papers.receipt_ahead": "签收日期{day}在今天之后，请核对。",
    "papers.receipt_again": "{name}已于{day}签收，无须重复登记。",
    "papers.comment_early": "批示日期{day}早于成文日期{dated}，请核对。",
    "papers.comment_ahead": "批示日期{day}在今天之后，请核对。",
    "papers.until_early": "要求反馈日期{day}早于转办日期{handed}，请核对。",
    "papers.answer_early": "反馈日期{day}早于转办日期{handed}，请核对。",
    "papers.about_unknown": "没有找到事由记录，或您无权查看，请从原记录的页面进入。",
    "papers.about_own": "文书的事由不能是这份文书自己。",
}
PASSING: Final = "未签发的文书"
EVENTS: Final[dict[str, str]] = {
    "papers.organ_passed": "起草机构“{old}”变更，移交“{heir}”",
    "papers.written": "修改文书文字",
    "papers.received": "{name}签收",
    "papers.exported": "导出发文登记{count}件",
    "papers.comments_exported": "导出批示台账{count}条",
}
MESSAGES: Final[dict[str, str]] = {
    "papers.to_check": "{who}送来《{title}》，请核稿。",
    "papers.to_sign": "《{title}》已核稿，请签发。",
    "papers.sent_back": "《{title}》退回修改：{opinion}",
    "papers.issued": "《{title}》已签发，{number}。",
    "papers.sent": "收到{sender}《{title}》（{number}），请签收。",
    "papers.withdrawn": "《{title}》（{number}）已撤销：{ground}",
    "papers.comment_handed": "{leader}对《{title}》的批示转你单位办理，请反馈办理情况。",
    "papers.comment_answered": "{unit}已反馈对《{title}》批示的办理情况，请审核。",
    "papers.comment_again": "《{title}》批示的办理情况退回补充：{opinion}",
}
PAPER_SENTENCES: Final[dict[str, str]] = {
    "begin": "起草{kind}",
    "hand_in": "送核",
    "check": "核稿通过",
    "send_back": "退回修改",
    "issue": "签发，{number}",
    "send": "发出，{count}个收文者：{names}",
    "comment": "登记{rank}批示",
    "withdraw": "撤销{number}",
}
COMMENT_SENTENCES: Final[dict[str, str]] = {
    "begin": "登记{rank}批示",
    "hand_over": "转{unit}办理",
    "answer": "{unit}反馈办理情况",
    "again": "退回{unit}补充办理情况",
    "close": "批示办结，{result}",
    "noted": "阅知，不需办理",
}
DONE: Final[dict[str, str]] = {
    "saved": "已保存。",
    "received": "已登记签收。",
    "issued": "已签发，文号：{number}。",
}
