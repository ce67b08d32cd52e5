"""Words of lists, headings and exports."""

from __future__ import annotations

VOIDED = "误录作废"
KEY_WORD = "重点"
NUMBERED_TITLE = "{number} {title}"
NAMED = "提案{called}"
NAMED_DRAFT = "提案（未收件）"
SERIAL_SEQUENCE = "serial"
KEY_DEFAULT_GROUND = "经主席会议审定"
TITLE_OF = "提案《{title}》"
COSIGN_OF = "{member}对{proposal}的附议"
ASSIGN_OF = "{unit}承办的{proposal}"
UNIT_GROUPS = {
    "sign": ("待签收", "签收后开始办理；不属于本单位职责的，请在期限内申请退回。"),
    "handle": ("办理中", "主办或分办，期限届满前书面答复。"),
    "approve": ("待负责人审签", "答复稿经单位负责人同意后发出。"),
    "opinion": ("待提交会办意见", "会办意见交主办单位汇总，未交时主办单位不能答复。"),
    "appraise": ("待评议提案质量", "与提案者的评价背靠背进行，本轮结束前互不可见；到期没有评议的计为未评。"),
    "waiting": ("等待他人", "已交会办意见或已申请退回。"),
    "answered": ("已答复", ""),
}
AUDIENCES = {"own": "本人", "organ": "{organ}（集体提案）"}
NAMES = "、"
ORGAN_TYPES = {
    "party": "party",
    "federation": "federation",
    "sector": "sector",
    "special_committee": "special_committee",
}
BEHALF = "以谁的名义提出"
DRAFT_KIND = "提案"
UNTITLED = "未写案由"
LEFT_OPEN = "由提案委员会确定"  # what the proposer wishes is free to stay unsaid
EVERY_ONE = "全部"
ONLY = {
    "key": "重点提案",
    "excellent": "优秀提案",
    "overdue": "本环节已超期",
    "past": "历史导入",
    "voided": "误录作废的",
}
CLASS_LETTER = "{code}类"
CLASS_NAMED = "{code}类（{name}）"
EXPORT = {
    "title": "提案清单",
    "name": "提案清单-{day}",
    "filters": "筛选条件：{filters}",
    "none": "无",
    "pair": "{label}为{value}",
    "asof": "截至：{moment}；共{count}件",
    "joiner": "；",
}
CUT = "……"
PUBLIC_WORD = "已公开"
