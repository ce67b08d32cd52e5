"""Words of procedures: refusals, journal sentences, headings."""

from __future__ import annotations

from django.db import models


class Occasion(models.TextChoices):
    """Why someone is reminded (R1.70)."""

    WOKEN = "woken", "日期已到"
    SOON = "soon", "将到期"
    OVERDUE = "overdue", "已超期"


REFUSALS = {
    "workflow.wrong_state": "这一步现在办不了：{title}已由{who}于{when}办理，当前为“{state}”。请刷新页面查看最新情况。",
    "workflow.not_now": "“{state}”状态下不能“{step}”。",
    "workflow.changed": "您打开页面后，{who}已于{when}修改过{title}。请刷新后核对再办理，"
    "您填写的内容没有覆盖对方的内容。",
    "workflow.voided": "{title}已作误录作废，请先恢复再办理。",
    "workflow.not_voided": "{title}没有作废，无须恢复。",
    "workflow.automatic": "“{step}”由系统随其他步骤自动完成，不能单独办理。",
    "workflow.ground_needed": "请写明误录作废的理由。",
    "workflow.not_undoable": "{title}最近办理的步骤不能撤销。",
    "workflow.undo_late": "“{step}”办理于{when}，撤销期限为{due}，现已超过，请用后续步骤更正。",
    "workflow.followed": "“{step}”之后，{who}已于{when}办理“{what}”，不能再撤销。",
    "workflow.followed_silently": "“{step}”之后有关内容又有改动，不能再撤销。",
    "workflow.undo_ground": "请写明撤销的理由。",
    "workflow.form": "{label}：{problem}",
    "workflow.brought_in_future": "历史记录的日期{day}晚于今天，请核对。",
    "workflow.unknown": "没有“{key}”这一流程或步骤。",
}
VOID_EVENT = "{title}作误录作废：{ground}"
RESTORE_EVENT = "恢复误录作废的{title}"
BACK = "take_back"
TAKEN_BACK = "撤销“{step}”，恢复为“{state}”"
BROUGHT_IN = "历史导入，{day}时已为“{state}”"
DUTY_ACTOR = "到期办理"
EVENTS = {
    "workflow.voided": VOID_EVENT,
    "workflow.restored": RESTORE_EVENT,
    "workflow.reminded": "到期提醒{who}：{count}项",
}
AUTOMATIC = "系统自动"
NOBODY_ELSE = "无须办理"
OVERDUE = "已超期{days}天"
DUE_TODAY = "今天到期"
DUE_IN = "还剩{days}天"
WORDS = {
    "index": "办理流程",
    "rights": "谁可以办什么",
    "diagram": "{name}流程图：状态自上而下，带编号的线对应下方步骤表",
    "step": "{number} {name}",
    "joiner": "、",
    "name": "步骤",
    "from": "在何状态下",
    "to": "办理后为",
    "stays": "状态不变",
    "may": "谁可以办",
    "asks": "填写",
    "clock": "期限",
    "runs_in": "在何状态下计时",
    "norm": "期限参数",
    "undo": "办错了",
    "may_undo": "可撤销",
    "rule": "规则",
    "no_clock": "没有期限",
    "does": "可以办理的步骤",
    "see": "查看",
    "state": "状态",
    "holder": "由谁办理",
    "end": "是否办结",
    "ends": "到此为止",
}
SEVERAL_STEPS = "处理"
DONE = {
    "taken_back": "“{step}”已撤销，恢复到办理之前。",
    "step": "“{step}”已办理。",
    "voided": "已作误录作废，不再计入任何数据；需要时可以恢复。",
    "restored": "已恢复，重新计入数据。",
}
