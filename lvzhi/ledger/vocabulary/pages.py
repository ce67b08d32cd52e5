"""What pages, lists and cards say."""

from __future__ import annotations

from typing import Final

from lvzhi.ledger.vocabulary.words import ADVICE, PROBLEM

PANELS: Final = {PROBLEM: ("ledger:problem", "new_problems", "flag"), ADVICE: ("ledger:advice", "new_advice", "idea")}
LISTS: Final = {PROBLEM: "ledger:problems", ADVICE: "ledger:advice_list"}
ADD: Final = {PROBLEM: "登记问题", ADVICE: "登记意见建议"}
HAND_MANY: Final = "转交单位答复"
CONVERT: Final = "登入意见建议台账"
EMPTY: Final = {PROBLEM: "没有符合条件的问题", ADVICE: "没有符合条件的意见建议"}
TITLES: Final = {PROBLEM: "问题台账", ADVICE: "意见建议台账"}
HEADINGS: Final = {
    "number": "编号",
    "problem": "问题",
    "advice": "意见建议",
    "holder": "现在由谁办理",
    "source": "来源",
    "theme": "方面",
    "found_on": "发现日期",
    "proposed_on": "提出日期",
    "due": "期限",
    "state": "状态",
    "owner": "责任方",
    "helper": "协办",
    "leader": "责任领导",
    "measures": "整改措施",
    "standard": "整改标准",
    "finish_by": "整改时限",
    "done_on": "完成日期",
    "result": "整改情况",
    "authors": "提出人",
    "paper": "呈报文件",
    "submitted_on": "呈报日期",
    "unit": "答复单位",
    "answered_on": "答复日期",
    "adoption": "采纳情况",
    "ground": "理由",
    "answer": "答复内容",
    "result_of_advice": "成效",
    "row": "行",
    "finding": "发现的问题",
    "effect": "处理",
}
ONLY: Final = {
    "ours": "本机构登记的",
    "mine": "由我办理",
    "overdue": "已超期",
    "unassigned": "尚未定责任",
    "unhanded": "尚未转交答复",
    "looked": "该回头看了",
    "voided": "误录作废的",
}
EVERY: Final = "全部"
SAID: Final = {
    "entered": "已登记{count}条。",
    "one": "已登记。",
    "gathered": "已把{count}条意见建议列入《{paper}》，请到文书中送核、签发。",
    "released": "已移出。",
    "assigned": "已为{count}个问题定责任。",
    "handed": "已转交{count}条。",
    "converted": "已登入意见建议台账。",
    "imported": "已导入{count}条。",
    "edited": "已修改。",
}
EXPORT: Final = {
    "filters": "筛选条件：{filters}",
    "none": "无",
    "asof": "导出时间：{moment}，共{count}条",
    "pair": "{label}：{value}",
    "joiner": "；",
    "name": "{title}{day}",
}
GROUPS: Final = {
    "solve": ("请整改的问题", "完成后申请销号，佐证材料作为附件上传。"),
    "answer": ("请答复的意见建议", "写明是否采纳；部分采纳和未采纳的写明理由。"),
    "waiting": ("等待核查销号", ""),
    "done": ("近期办结", ""),
}
