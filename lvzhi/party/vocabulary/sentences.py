"""Refusals, journal sentences and messages of Party organisations."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "party.unknown": "没有找到这条党建记录，或您无权查看。",
    "party.body_name": "请填写党组织的名称。",
    "party.body_twice": "已有名为“{name}”的党组织，请核对是否重复设立。",
    "party.body_dates": "撤销日期{ends}早于设立日期{starts}，请核对。",
    "party.body_elsewhere": "“{name}”不属于{committee}，请重新选择。",
    "party.body_circle": "“{above}”在“{name}”之下，不能作为它的上级。",
    "party.body_over": "“{name}”已于{ends}撤销，不能再登记{day}的事项。",
    "party.body_early": "“{name}”于{starts}设立，{day}还没有这个党组织，请核对日期。",
    "party.body_below": "“{name}”之下还有“{below}”，请先撤销或调整下级党组织。",
    "party.nobody": "请选择人员。",
    "party.not_member": "{name}在{day}的政治面貌没有登记为中共党员，请先在委员或干部档案中核对。",
    "party.seated": "{name}已在“{body}”，无须重复列入。",
    "party.elsewhere": "{name}在{day}已编入“{body}”，每名党员只编入一个固定或临时党支部，请先办理转出。",
    "party.secretary": "“{body}”在{day}的书记是{name}，书记只有一名，请先办理免职。",
    "party.seat_dates": "{name}于{starts}列入，转出日期{ends}不能在此之前。",
    "party.ahead": "日期{day}在今天之后，请核对。",
    "party.meeting_kind": "“{kind}”不适用于{body}，请重新选择。",
    "party.quorum": "应到{due}人，实到{came}人，没有超过应到人数的{share}%，不能作为党员大会登记。",
    "party.came_elsewhere": "{name}在{day}不是“{body}”的党员，请核对到会人员。",
    "party.came_nobody": "请勾选到会人员。",
    "party.quarter_missing": "本季度还缺：{missing}。请补登记，或写明原因。",
    "party.quarter_early": "本季度到{ends}结束，还缺：{missing}。请先开展并登记。",
    "party.deed_text": "请写明办了什么、结果怎样，作为佐证。",
    "party.deed_not_member": "{name}在{day}的政治面貌没有登记为中共党员，不计入党员办实事。",
    "party.about_unknown": "没有找到对应的活动，或您无权查看，请从活动页面进入。",
}
EVENTS: Final[dict[str, str]] = {
    "party.founded": "设立{name}",
    "party.changed": "修改{name}的登记",
    "party.dissolved": "撤销{name}，{ends}",
    "party.seats": "{body}列入{post}{count}人",
    "party.left": "{name}转出{body}",
    "party.reposted": "{name}在{body}改任{post}",
}
MEETING_SENTENCES: Final[dict[str, str]] = {"begin": "安排{kind}", "hold": "登记召开情况，实到{came}人"}
QUARTER_SENTENCES: Final[dict[str, str]] = {"begin": "开始季度组织生活", "review": "完成季度自查，缺{missing}项"}
DEED_SENTENCES: Final[dict[str, str]] = {
    "begin": "填报办实事",
    "confirm": "核实办实事",
    "send_back": "退回补充",
    "correct": "补充后再次提交",
}
MESSAGES: Final[dict[str, str]] = {
    "party.deed_returned": "您填报的“{title}”退回补充：{ground}",
    "party.deed_confirmed": "您填报的“{title}”已核实。",
}
DONE: Final[dict[str, str]] = {
    "saved": "已保存。",
    "founded": "已设立{name}。",
    "dissolved": "已撤销{name}。",
    "seated": "已列入{count}人。",
    "left": "{name}已转出。",
    "found": "设立党组织",
    "dissolve": "撤销{name}",
    "dissolve_hint": "撤销后，在其中的党员同日转出；以前的记录保留。",
    "leave": "{name}转出{body}",
    "repost": "{name}在{body}改任",
    "plan": "{name}：登记组织生活",
    "add_deed": "填报党员办实事",
    "planned": "已安排。召开后请登记到会情况。",
    "held": "已登记。",
    "deed": "已填报，等待核实。可以继续上传佐证材料。",
}
OPENING_QUARTERS: Final = "开始各党组织的季度组织生活"
