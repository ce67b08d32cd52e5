"""Words of batches: several proposals taken through one step, each by itself."""

from __future__ import annotations

PLEASE_CHOOSE = "（请选择）"
BATCH_NAMES = {"file": "批量立案", "assign": "批量交办", "remind": "批量催办"}
BATCH_HINTS = {
    "file": "逐件核对类别，勾选后一次立案；每件各编案号，提案者分别收到通知。",
    "assign": "已填好提案者建议的单位，请逐件核对；每件各自交办，承办单位分别收到通知。"
    "交办后可打印交办清单，供交办会签收。",
    "remind": "勾选要催办的；每件各自留下催办记录，还没有办复的单位分别收到催办。夜间不发。",
}
BATCH_EMPTY = {"file": "没有待审查的提案", "assign": "没有待交办的提案", "remind": "没有正在办理的提案"}
BATCH_REFUSALS = {
    "proposals.batch_unknown": "没有“{key}”这一种批量办理。",
    "proposals.batch_none": "请至少勾选一件提案。",
}
