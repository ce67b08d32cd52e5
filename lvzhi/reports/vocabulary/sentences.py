"""Refusals, journal sentences and messages of the report as a record."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "reports.unknown": "没有找到这份报告，或您无权查看。",
    "reports.no_outline": "没有“{key}”这个提纲，请重新选择。",
    "reports.not_author": "您没有在“{committee}”起草报告的权限，请联系办公室。",
    "reports.title_missing": "请填写报告标题。",
    "reports.heading_missing": "请填写这一节的标题。",
    "reports.text_too_long": "这一节有{count}个字，超过{most}个字的上限，请分成几节。",
    "reports.not_editable": "报告{state}，文字不能再改；要改请先退回起草。",
    "reports.no_sections": "报告还没有任何一节，请先加一节并写上文字。",
    "reports.faulty_tokens": "还有{count}处数据没有对上：{first}请改好后再送。",
    "reports.not_ready": "{lacking}。请补上后再送；确需照送的，请写明理由。",
    "reports.open_remarks": "还有{count}条批注没有解决，请先答复并由提出人确认解决。",
    "reports.public_personal": "“{part}”一节中有{kind}“{shown}”，不能公开。请撤回后改好，再签发公开。",
    "reports.moving": "固定数据时记录正在变动，没有签发，请再签发一次。",
    "reports.own_draft": "自己起草的报告由另一人审核。",
    "reports.quote_missing": "所引的文字不在这一节里，请从正文中原样选取，或留空表示对整节的意见。",
    "reports.remark_missing": "请写明批注内容。",
    "reports.answer_missing": "请写明怎样处理。",
    "reports.remark_closed": "报告{state}，不能再加批注。",
    "reports.no_revision": "没有找到第{number}稿，请从历次修改中选择。",
    "reports.same_text": "与现在的文字相同，没有新的修改。",
    "reports.moved_place": "要替换的“{said}”已不在原处，请重新打开页面。",
    "reports.sealed_early": "归档日期{day}早于签发日期{before}，请核对。",
    "reports.day_ahead": "日期{day}在今天之后，请核对。",
    "reports.other_document": "文件“{name}”不是从这份报告下载的文稿，认不出数据；请在下载的 Word 文稿上改。",
    "reports.other_report": "文件“{name}”是从另一份报告“{title}”下载的，请到那份报告的页面上传。",
    "reports.outline_name": "请填写提纲名称。",
    "reports.outline_taken": "已有名为“{name}”的提纲，请换一个名称，或先删去原来的。",
    "reports.nothing_read": "这份报告还没有读取过数据，请先点“更新数据”。",
}
EVENTS: Final[dict[str, str]] = {
    "reports.section_added": "加一节“{heading}”",
    "reports.section_written": "修改“{heading}”，第{number}稿",
    "reports.section_restored": "把“{heading}”恢复为第{before}稿，记为第{number}稿",
    "reports.section_dropped": "删去“{heading}”一节",
    "reports.section_back": "恢复“{heading}”一节",
    "reports.section_moved": "调整“{heading}”的次序",
    "reports.described": "修改报告的标题或时段",
    "reports.updated": "更新数据，{count}项，其中{changed}项有变化",
    "reports.read": "读取数据{count}项",
    "reports.tables_chosen": "选定附表{count}张",
    "reports.outline_kept": "存为提纲“{name}”",
    "reports.outline_dropped": "删去提纲“{name}”",
    "reports.copied": "下载文稿（{form}）",
}
MESSAGES: Final[dict[str, str]] = {
    "reports.to_review": "《{title}》送审，请审核。",
    "reports.to_sign": "《{title}》审核通过，请签发。",
    "reports.returned": "《{title}》退回修改：{ground}",
    "reports.signed": "《{title}》已签发，文中{count}项数据已固定。",
    "reports.remarked": "{name}对《{title}》“{heading}”一节提出批注。",
    "reports.remark_answered": "您对《{title}》“{heading}”一节的批注已答复。",
}
REPORT_SENTENCES: Final[dict[str, str]] = {
    "begin": "开始起草{kind}",
    "send": "送审",
    "give_back": "退回修改",
    "approve": "审核通过，送签发",
    "sign": "签发，固定{count}项数据",
    "seal": "归档{number}",
    "publish": "公开",
    "take_down": "撤回公开：{ground}",
    "withdraw": "撤回",
}
REMARK_SENTENCES: Final[dict[str, str]] = {
    "begin": "对“{heading}”提出批注",
    "answer": "答复批注",
    "resolve": "批注已解决",
    "reopen": "批注仍需处理",
}
DONE: Final[dict[str, str]] = {
    "begun": "已按提纲起草{count}节，请逐节修改。",
    "saved": "已保存为第{number}稿。",
    "added": "已加一节。",
    "dropped": "已删去这一节，可在页面下方恢复。",
    "back": "已恢复这一节。",
    "restored": "已恢复第{before}稿，记为第{number}稿。",
    "moved": "已调整次序。",
    "described": "已保存。",
    "remarked": "已提出批注，起草人会收到通知。",
    "tables": "已选定附表{count}张。",
    "kept": "已存为提纲“{name}”，起草报告时可以选用。",
    "outline_dropped": "已删去提纲“{name}”。",
    "updated": "已更新数据。",
    "inserted": "已换成“{token}”。",
}
