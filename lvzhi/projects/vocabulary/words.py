"""How projects are called in lists, headings and sentences."""

from __future__ import annotations

from typing import Final

NAMES: Final = "、"
VOIDED: Final = "误录作废"
NONE: Final = "没有符合条件的项目"
NONE_MINE: Final = "您还没有包抓联系的项目"
NOT_CHOSEN: Final = "（不填）"
CHOOSE: Final = "请选择"
NONE_LEADS: Final = "还没有招商线索"
ON_DAY: Final = "{title}（{day}）"
ONLY: Final = {
    "care": "有包抓领导", "bare": "没有包抓领导", "quiet": "还没有现场督导", "late": "节点滞后", "voided": "误录作废",
}  # fmt: skip
HELD_AS: Final = "projects.held_as"
HELD_AS_FORWARD: Final = "同时是活动"
HELD_AS_BACKWARD: Final = "同时是项目督导"
PANEL: Final = "项目现场督导"
PANEL_ADD: Final = "登记为项目督导"
SITE: Final = "登记为项目督导"
TIE: Final = "关联活动"
PLAN: Final = {
    "planned": "计划{day}",
    "late": "计划{day}，已过{days}天",
    "done_late": "晚{days}天",
    "done": "按期",
    "waits": "未到",
    "behind": "已过{days}天",
}
CHARGED: Final = "{name}（{duty}）"
EXPORT: Final = {
    "title": "项目台账",
    "filters": "筛选条件：{filters}",
    "asof": "截至{moment}，共{count}个",
    "pair": "{label}：{value}",
    "joiner": "；",
    "none": "无",
    "name": "项目台账-{day}",
}
LOG: Final = "登记督导"
HELPS: Final = {
    "firm": "在单位名录中的企业，没有的留空，在“业主或投资方”写名称。",
    "introduced": "由哪位委员引荐；写了的记入委员履职档案。",
    "plan": "节点计划：过了计划日期还没有到这一步的，系统会提醒。",
    "next": "过了这一天没有再登记跟进的，列入待办。",
    "activity": "这次督导已登记为会议与活动的，选上；在那里算一次活动，在这里算一次督导，不重复登记。",
    "amount": "以元为单位的准确数字，如 5200000；没有定的留空。",
    "money": "以元为单位的准确数字，如 520000。",
    "proof": "批复、拨款通知等的文号；原件在项目页面的“附件”上传。",
    "joins": "几级政协共同参与的项目只登记一次，再为每一级登记参与情况，汇总时不重复计数。",
    "person": "输入姓名选择；领导账号在上一栏选。",
    "found": "现场发现需要协调的问题；要落实责任的，请在项目页面登入问题台账。",
    "owner": "项目业主或投资企业。",
}
EVENT_NAMES: Final = {"visit": "现场督导", "funds": "资金", "parts": "参与情况", "charges": "包抓领导"}
PART: Final = "{committee}（{share}）"
LEVELS: Final = {
    "title": "各级项目",
    "year": "{year}年",
    "name": "各级项目-{day}",
    "head": "{name}及所属各级，{year}年，共{count}个（每个项目只列一次）",
}
