"""Refusals, journal sentences and messages of rules and matters reported."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "regulations.unknown": "没有找到这项制度或请示报告，或您无权查看。",
    "regulations.not_author": "您没有在“{committee}”起草制度的权限，请联系办公室。",
    "regulations.not_keeper": "您没有在“{committee}”登记已有制度的权限，请联系办公室。",
    "regulations.not_reporter": "您没有在“{committee}”登记请示报告的权限，请联系办公室。",
    "regulations.title_missing": "请填写制度名称。",
    "regulations.text_missing": "请粘贴正文，或选择 Word、文本文件。",
    "regulations.text_long": "正文有{count}个字，超过{most}个字，请核对是否选错了文件。",
    "regulations.same_title": "已有名为“{title}”的制度，请打开原制度点“修订”；确是另一项的，请在名称中加以区别。",
    "regulations.organ_elsewhere": "机构“{organ}”不属于{committee}，请重新选择。",
    "regulations.not_editable": "这一版{state}，文字不能再改；要改请退回起草或修订下一版。",
    "regulations.asked_nobody": "请至少选择一个机构或一位委员。",
    "regulations.asked_again": "已经征求过“{name}”的意见，无须重复征求。",
    "regulations.until_past": "截止日期{until}早于今天，请改为今天以后的日期。",
    "regulations.said_nothing": "请写明意见，没有意见的选“没有意见”。",
    "regulations.unanswered": "还有{count}条意见没有答复，请先逐条写明是否采纳。",
    "regulations.unasked": "没有征求过意见，请写明原因，或先征求意见。",
    "regulations.answer_why": "没有全部采纳的，请写明理由。",
    "regulations.own_draft": "自己起草的制度由另一人审核。",
    "regulations.day_ahead": "日期{day}在今天之后，请核对。",
    "regulations.adopted_early": "通过日期{day}早于审核日期{before}，请核对。",
    "regulations.about_unknown": "没有找到对应的会议或事项，或您无权查看，请从它的页面进入。",
    "regulations.number_missing": "请填写文号，或选择印发这项制度的文书。",
    "regulations.issued_early": "印发日期{day}早于通过日期{before}，请核对。",
    "regulations.in_force_early": "施行日期{day}早于通过日期{before}：没有通过的制度不能施行，请核对。",
    "regulations.in_force_twice": "第{number}版自{before}起施行，新的一版须自更晚的一天起，否则同一天有两个版本有效。",
    "regulations.paper_unsent": "文书“{paper}”还没有签发，请先签发，或另填文号和日期。",
    "regulations.number_twice": "文号“{number}”已用于《{title}》，请核对。",
    "regulations.repealed_early": "废止日期{day}不晚于第{number}版的施行日期{before}：制度施行以前不能废止，请核对。",
    "regulations.being_revised": "第{number}版{state}，请先终止这一版，再废止制度。",
    "regulations.revised_already": "第{number}版{state}，办完后才能再修订。",
    "regulations.repealed": "《{title}》自{day}起废止，不能再修订。",
    "regulations.ended_ahead": "《{title}》自{day}起废止，施行日期{starts}不能在那以后。",
    "regulations.compare_other": "这两个版本不属于同一项制度，请从制度页面选择。",
    "regulations.bad_day": "日期“{text}”看不懂，请写成 2026-03-01。",
    "regulations.matter_title": "请填写请示报告的事项。",
    "regulations.until_missing": "请示要写明希望什么时候答复。",
    "regulations.until_early": "要求答复日期{until}早于报送日期{day}，请核对。",
    "regulations.letter_unsent": "文书“{paper}”还没有发出，请先在文书页面发出，或不选文书、直接填报送日期。",
    "regulations.answer_early": "答复日期{day}早于报送日期{before}，请核对。",
    "regulations.followed_early": "落实日期{day}早于答复日期{before}，请核对。",
    "regulations.signer_missing": "请填写签发人。",
    "regulations.sent_missing": "请填写报送日期，或选择已经发出的文书。",
    "regulations.item_unknown": "年度清单里没有“{item}”这一项，请重新选择。",
}
EVENTS: Final[dict[str, str]] = {
    "regulations.written": "修改文字",
    "regulations.matter_written": "修改请示报告内容",
    "regulations.exported": "导出制度登记表{count}项",
    "regulations.matters_exported": "导出请示报告登记表{count}项",
    "regulations.described": "修改制度登记",
}
MESSAGES: Final[dict[str, str]] = {
    "regulations.asked": "请对《{title}》（征求意见稿）提出意见，{until}前反馈。",
    "regulations.opinion_given": "{name}对《{title}》反馈了意见，请答复。",
    "regulations.opinion_taken": "您对《{title}》的意见已答复：{taken}。",
    "regulations.to_check": "《{title}》送审核。",
    "regulations.returned": "《{title}》退回修改：{ground}",
    "regulations.matter_answered": "“{title}”已有答复：{how}。",
}
REGULATION_SENTENCES: Final[dict[str, str]] = {
    "begin": "开始制定",
    "come_out": "制度印发",
    "drop": "终止制定",
    "revise": "开始修订，{note}",
    "repeal": "{way}，自{day}起",
    "bring_in": "登记已有制度",
}
VERSION_SENTENCES: Final[dict[str, str]] = {
    "begin": "起草第{number}版",
    "bring_in": "登记已印发的第{number}版",
    "ask": "征求{count}个机构、委员的意见",
    "hand_in": "送审核",
    "check": "审核同意",
    "send_back": "退回修改",
    "adopt": "{meeting}通过",
    "issue": "印发{number}，自{starts}起施行",
    "publish": "公开",
    "take_down": "撤回公开：{ground}",
    "drop": "终止",
}
OPINION_SENTENCES: Final[dict[str, str]] = {
    "begin": "征求意见",
    "give": "反馈意见",
    "note_given": "代为登记意见",
    "take": "答复意见：{taken}",
    "lapse": "到期没有反馈",
}
MATTER_SENTENCES: Final[dict[str, str]] = {
    "begin": "登记请示报告事项",
    "report": "报送{superior}，{day}",
    "answer": "登记答复：{how}，{day}",
    "comment": "登记批示：{how}，{day}",
    "follow_up": "登记落实情况",
    "withdraw": "撤回",
}
DONE: Final[dict[str, str]] = {
    "saved": "已保存。",
    "begun": "已开始起草，正文{read}。",
    "brought": "已登记，正文{read}。",
    "matter": "已登记，签发后请点“报送”。",
}
