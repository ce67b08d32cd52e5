"""Words of issues, of what is sent upward, and of what becomes of an item there."""

from __future__ import annotations

from typing import Final

NAMES: Final = "、"
GENERIC_ENDS: Final = frozenset(
    {"书记", "省长", "市长", "州长", "区长", "县长", "主席", "主任", "部长", "常委", "领导"}
)
"""What a leader's name may end in that names nobody."""
# The text of an issue.
HEADING: Final = "{place}、{title}"
SIGNED: Final = "（反映人：{names}）"
SIGNED_BELOW: Final = "（{committee}报送，反映人：{names}）"
SENT_BELOW: Final = "（{committee}报送）"
UNNAMED: Final = "（反映人要求不署名）"
WITH_UNIT: Final = "{name}（{unit}）"
TITLE_ONE: Final = "{title}"
TITLE_MORE: Final = "{title}等{count}篇"
TITLE_ROOM: Final = 180
PAPER_GONE: Final = "所在一期已撤销或作废"
TAKEN_OUT: Final = "从这一期撤下"
FORGOTTEN: Final = "撤回告知"
# The printed issue.
MARK: Final = "社情民意"
MARK_SPECIAL: Final = "社情民意专报"
CONTENTS: Final = "本期目录"
NO_NUMBER: Final = "（待签发编号）"
REPORTED_TO: Final = "报：{names}"
KIND_NAMES: Final = {"issue": "《社情民意》", "special": "专报"}
KEEP: Final = "keep"
AFRESH: Final = "afresh"
HAND_CHOICES: Final = (
    (KEEP, "保留手工改动：新编入的接在正文后面，撤下的请自己从正文删去"),
    (AFRESH, "按条目重排全文，手工改动不保留"),
)
REFUSALS: Final[dict[str, str]] = {
    "opinions.none_chosen": "请至少选择一篇待编发的信息。",
    "opinions.special_one": "专报一事一报，只能编一篇；几篇请编成一期《社情民意》。",
    "opinions.not_checked": "“{title}”现在是“{state}”，不能编发；请先核稿通过，或从这一期撤下。",
    "opinions.placed_already": "“{title}”已经编入《{paper}》。",
    "opinions.not_placed": "“{title}”没有编入《{paper}》。",
    "opinions.last_placed": "《{paper}》只有这一篇，不能撤下；不再编发的，请撤销或作废这份文书。",
    "opinions.text_edited": "《{paper}》的正文已经手工改过，系统不会自动覆盖。请选择保留手工改动，还是按条目重排。",
    "opinions.not_draft": "《{paper}》现在是“{state}”，只有起草时才能调整编入的信息；请先退回起草。",
    "opinions.order_incomplete": "顺序里有的信息没有编入《{paper}》，或有遗漏，请刷新页面后重排。",
    "opinions.sent_downward": "信息只能向上级政协报送，“{receiver}”不是“{committee}”的上级，请去掉后重新登记。",
    "opinions.not_above": "“{receiver}”不是“{committee}”的上级，不能接收它报送的信息。",
    "opinions.committee_unknown": "没有代码为“{given}”的政协组织，不能接收或告知；请先登记上下级政协组织。",
    "opinions.payload_bad": "来件内容缺少“{what}”或写法不对，没有接收；请报送方重新导出。",
    "opinions.payload_newer": "来件用的是第{given}版格式，本系统只认识到第{known}版，请升级本系统后再接收。",
    "opinions.heard_unknown": "告知的信息（编号{uid}）不在本系统，没有登记；请与对方核对。",
    "opinions.level_low": "“{level}”低于本级，信息只会向上报送；请核对层级。",
    "opinions.adopted_own": "本级采用由编发一期或专报产生，不必手工登记；这里登记上级的采用情况。",
    "opinions.how_missing": "请选择是单篇采用还是综合采用。",
    "opinions.turn_ahead": "日期{day}在今天之后，请核对。",
    "opinions.turn_early": "日期{day}早于提交日期{submitted}，请核对。",
    "opinions.until_needless": "只有转办才有要求反馈日期，请留空或改选转办。",
    "opinions.until_early": "要求反馈日期{until}早于转办日期{day}，请核对。",
    "opinions.trace_of_paper": "这条去向来自文书《{paper}》的办理，不能单独撤销；请在文书上办理。",
    "opinions.trace_heard": "这条去向是{body}告知的，不能由本级撤销；有误的请与对方联系。",
    "opinions.ground_missing": "请写明理由。",
}
EVENTS: Final[dict[str, str]] = {
    "opinions.composed": "编发{kind}，{count}篇",
    "opinions.placed": "编入{count}篇",
    "opinions.taken_out": "撤下1篇",
    "opinions.arranged": "调整篇目顺序",
    "opinions.turn": "去向：{level}{turn}",
    "opinions.turn_merged": "去向“{level}{turn}”由{channel}再次得知，与{day}已登记的合并为一条",
    "opinions.turn_withdrawn": "去向“{level}{turn}”撤回",
    "opinions.placing_changed": "随文书{what}",
    "opinions.comment_apart": "批示不涉及本篇",
}
MESSAGES: Final[dict[str, str]] = {
    "opinions.arrived": "{sender}报送社情民意信息“{title}”，请签收。",
    "opinions.recalled": "{sender}撤回了报送的“{title}”，本级已在办理，请与对方核对。",
    "opinions.own_issued": "您反映的“{title}”已编入{document}。",
    "opinions.own_unissued": "您反映的“{title}”所在的{document}已撤销，等待重新编发。",
    "opinions.turn_sent": "您反映的“{title}”已报送{body}。",
    "opinions.turn_received": "您反映的“{title}”，{body}已签收。",
    "opinions.turn_adopted": "您反映的“{title}”被{body}采用（{how}，{document}）。",
    "opinions.turn_declined": "您反映的“{title}”，{body}未采用：{words}",
    "opinions.turn_commented": "您反映的“{title}”得到{body}批示。",
    "opinions.turn_handed": "您反映的“{title}”已转{body}办理。",
    "opinions.turn_answered": "您反映的“{title}”，{body}已反馈办理情况。",
    "opinions.turn_back": "您反映的“{title}”的去向“{turn}”（{body}）已撤回。",
    "opinions.told_sent": "本级报送的“{title}”，已由上级报送{body}。",
    "opinions.told_received": "本级报送的“{title}”，{body}已签收。",
    "opinions.told_adopted": "本级报送的“{title}”被{body}采用（{how}，{document}）。",
    "opinions.told_declined": "本级报送的“{title}”，{body}未采用：{words}",
    "opinions.told_commented": "本级报送的“{title}”得到{body}批示。",
    "opinions.told_handed": "本级报送的“{title}”已转{body}办理。",
    "opinions.told_answered": "本级报送的“{title}”，{body}已反馈办理情况。",
    "opinions.told_back": "本级报送的“{title}”的去向“{turn}”（{body}）已撤回。",
}
SENTENCES: Final[dict[str, str]] = {
    "bring_in": "收到{sender}报送的信息",
    "receive": "签收{sender}的来件",
    "received": "随文书签收{sender}的来件",
    "arrive_again": "{sender}重新报送",
    "recalled": "{sender}撤回报送",
    "sent_again": "{sender}再次报送或撤回其中一期",
    "issue": "编发，{document}",
    "unissue": "所在的{document}撤销，待重新编发",
    "note_turn": "登记去向：{level}{turn}",
}
SAID: Final = {
    "composed": "已编成{kind}《{title}》，接着送核、签发、登记发送。",
    "placed": "已编入{count}篇。",
    "taken_out": "已撤下。",
    "arranged": "顺序已调整。",
    "forgotten": "已撤销这条登记。",
    "noted": "已登记，反映人会收到消息。",
    "merged": "已登记：{sentence}，两个途径都记在上面。",
    "apart": "已登记这次批示不涉及“{title}”。",
}
NOT_GIVEN: Final = "未写理由"
SEND_BACK_GROUND: Final = "退回补充：{ground}"
OFFLINE_GROUND: Final = "转其他渠道办理"
