"""How the contact network is called in lists, headings and sentences."""

from __future__ import annotations

from typing import Final

NAMES: Final = "、"
ARROW: Final = "{near}联系{far}"
TOLD: Final = "{name}（{work}）"
OPEN_END: Final = "今"
VOIDED: Final = "误录作废"
PAIR, CONTACT = "联系对子", "联系记录"
NOT_CHOSEN: Final = "（不填）"
ABOUT, ABOUT_FORWARD, ABOUT_BACKWARD = "contacts.about", "联系项目", "由领导联系"
SIDES: Final = {
    "chairman": "主席",
    "vice_chairman": "副主席",
    "secretary_general": "秘书长",
    "deputy_secretary_general": "副秘书长",
    "standing": "常委",
    "plain": "委员",
    "member": "委员",
    "sector": "界别",
    "special_committee": "专委会",
    "liaison_group": "联络组",
    "party": "党派",
    "federation": "人民团体",
    "enterprise": "企业",
    "community": "村（社区）",
    "handling": "承办单位",
    "other": "其他单位",
    "project": "项目",
}
YEAR_NAME: Final = "{year}年"
CPC_SIDE, OUTSIDE_SIDE = "{side}中的中共党员", "{side}中的党外人士"
NONE: Final = {
    "mine": "您还没有联系对象",
    "contacts": "没有符合条件的联系记录",
    "pairs": "还没有联系对子",
    "of_pair": "还没有联系记录",
}
ONLY: Final = {"problem": "反映了问题", "open": "待跟进", "voided": "误录作废"}
EXPORT: Final = {
    "title": "联系记录",
    "filters": "筛选条件：{filters}",
    "asof": "截至{moment}，共{count}条",
    "pair": "{label}：{value}",
    "joiner": "；",
    "none": "无",
    "name": "联系记录-{day}",
}
PANELS: Final = {"mine": "联系对象", "by": "联系人", "add": "确定联系领导"}
COUNT: Final = "今年{count}次，要求{due}次"
COUNT_FREE: Final = "今年{count}次"
NEVER: Final = "今年还没有联系"
LAST: Final = "最近{day}"
ENOUGH, LACKS, NOT_YET = "已达到要求", "还差{count}次", "还没有联系"
LEGEND: Final = ("已联系（框内为次数）", "还没有联系")
NODE: Final = "{name}{count}次"
SHORTENED: Final = "{text}…"
CONTINUED: Final = "{name}（续）"
PICTURE: Final = (
    "{scheme}联系图：{near}个联系人、{far}个联系对象，已联系{met}对，还没有联系{unmet}对。详细内容见下方列表。"
)
HELPS: Final = {
    "far_person": "输入姓名、拼音或委员编号选择。",
    "near": "输入姓名、拼音或委员编号选择；在任、符合条件的才能保存。",
    "problem": "对方反映的问题和困难。填写后办公室会收到提醒，登入问题台账。",
    "follow_on": "到这一天列入您的待办；反映了问题而不填的，按规则参数中的期限。",
    "topic": "谈了什么，几个字即可，可不填。",
    "starts": "从哪天起联系。",
    "day": "补登以前的联系时修改。",
}
