"""Refusals, journal sentences and messages of projects."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "projects.unknown": "没有找到这个项目，或您无权查看。",
    "projects.not_keeper": "您没有在“{committee}”登记项目的权限，请联系办公室。",
    "projects.name_missing": "请填写项目名称。",
    "projects.amount_unclear": "金额“{given}”不是准确数字，请以元为单位填写，例如 520000。",
    "projects.amount_least": "金额“{given}”应大于零，请核对。",
    "projects.amount_places": "金额“{given}”最多到分（两位小数），请核对。",
    "projects.amount_most": "金额“{given}”过大，请核对是否以元为单位。",
    "projects.ends_early": "结束日期{ends}早于起始日期{starts}，请核对。",
    "projects.plan_order": "{what}{day}早于{first}{before}，请核对。",
    "projects.activity_unknown": "没有找到这个活动，或您无权查看。",
    "projects.activity_counted": "这个活动已登记为本项目的一次现场督导，无须重复登记。",
    "projects.visit_tied": "这次督导已经关联活动，无须重复关联。",
    "projects.next_both": "下一步安排和日期请一起填写；没有的都留空。",
    "projects.next_passed": "下一步日期{day}已经过去，请核对。",
    "projects.lead_unknown": "没有找到这条线索，或您无权查看。",
    "projects.lead_missing": "请填写企业名称和投资意向。",
    "projects.no_person": "您的账号没有关联到名册上的委员，请联系办公室。",
    "projects.day_ahead": "日期{day}在今天之后，请核对。",
    "projects.day_early": "日期{day}早于{what}{before}，请核对。",
    "projects.nobody": "请选择一位领导账号，或选择一位委员（二者选其一）。",
    "projects.charged_again": "{name}已是本项目的包抓领导，无须重复登记。",
    "projects.part_again": "{committee}的参与情况已经登记，无须重复登记。",
    "projects.organ_elsewhere": "机构“{organ}”不属于{committee}，请重新选择。",
    "projects.same_name": "本级已登记同名项目“{title}”，请打开原项目补充；确是另一个项目的，请在名称中加以区别。",
    "projects.not_editable": "已作误录作废的项目不能修改，请先恢复。",
    "projects.changed": "您打开页面后，“{title}”已被别人修改。",
}
EVENTS: Final[dict[str, str]] = {
    "projects.written": "修改项目基本情况",
    "projects.exported": "导出项目台账{count}个",
    "projects.reckoned": "重新推算督导期限",
    "projects.imported": "从“{file}”导入项目{count}个",
}
MESSAGES: Final[dict[str, str]] = {
    "projects.charged": "您已登记为“{title}”的包抓领导，请在“我的项目”查看和登记现场督导。",
    "projects.joined": "{name}登记参与项目“{title}”。",
    "projects.lead_handed": "{name}提交招商线索“{title}”，请接办。",
    "projects.lead_taken": "您提交的招商线索“{title}”已接办，后续进展在线索页面查看。",
    "projects.lead_declined": "您提交的招商线索“{title}”未予接办：{ground}",
}
SENTENCES: Final[dict[str, str]] = {
    "begin": "登记项目",
    "talk": "开始洽谈对接",
    "sign": "签约获批，{day}",
    "build": "开工，{day}",
    "finish": "竣工投产，{day}",
    "drop": "终止",
    "resume": "恢复推进",
    "visit": "现场督导，{day}",
    "charge": "明确包抓领导，自{day}起",
    "release": "包抓结束，至{day}",
    "fund": "登记资金{amount}元，{day}",
    "join": "登记{committee}{share}",
    "note": "登记跟进",
}
LEAD_SENTENCES: Final[dict[str, str]] = {
    "begin": "提交招商线索",
    "take": "接办",
    "decline": "不予接办",
    "withdraw": "撤回",
}
PLAN_NAMES: Final = {
    "talks_by": "计划洽谈日期",
    "signs_by": "计划签约获批日期",
    "starts_on": "计划开工日期",
    "ends_on": "计划竣工日期",
}
DONE: Final[dict[str, str]] = {
    "saved": "已保存。",
    "tied": "已关联活动。",
    "visited": "已登记为“{title}”的现场督导。",
    "handed": "线索已提交，办公室会收到消息。",
    "imported": "已导入{count}个项目。",
}
BEFORE: Final = {"starts": "登记的开始日期", "signed": "签约获批日期", "built": "开工日期"}
