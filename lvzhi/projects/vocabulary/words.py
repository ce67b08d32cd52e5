"""How projects are called in lists, headings and sentences."""

from __future__ import annotations

from typing import Final

NAMES: Final = "、"
VOIDED: Final = "误录作废"
NONE: Final = "没有符合条件的项目"
NONE_MINE: Final = "您还没有包抓联系的项目"
NOT_CHOSEN: Final = "（不填）"
CHOOSE: Final = "请选择"
ONLY: Final = {"care": "有包抓领导", "bare": "没有包抓领导", "quiet": "还没有现场督导", "voided": "误录作废"}
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
    "amount": "以元为单位的准确数字，如 5200000；没有定的留空。",
    "money": "以元为单位的准确数字，如 520000。",
    "proof": "批复、拨款通知等的文号；原件在项目页面的“附件”上传。",
    "joins": "几级政协共同参与的项目只登记一次，再为每一级登记参与情况，汇总时不重复计数。",
    "person": "输入姓名选择；领导账号在上一栏选。",
    "found": "现场发现需要协调的问题；要落实责任的，请在项目页面登入问题台账。",
    "owner": "项目业主或投资企业。",
}
EVENT_NAMES: Final = {"visit": "现场督导", "funds": "资金", "parts": "参与情况", "charges": "包抓领导"}
