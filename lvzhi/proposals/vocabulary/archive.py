"""Words of the archive package of one proposal (R12.17, R12.19)."""

from __future__ import annotations

RETENTIONS = (("permanent", "永久"), ("thirty", "30年"), ("ten", "10年"))
PRODUCT = "履职台"
SECRECY = "非涉密"
PACKAGE_NAME = "提案归档-{called}.zip"
MANIFEST = "归档清单.json"
FORMAT = "lvzhi.proposal/1"
PATHS = {
    "proposal": "01-提案.docx",
    "wording": "02-提案原文-{number}.docx",
    "handling": "03-交办和办理.docx",
    "letter": "04-函件/{label}-{number}.docx",
    "reply": "05-答复/第{round}轮-{unit}.docx",
    "ratings": "06-评价.csv",
    "appraisals": "06-单位评议.csv",
    "promises": "07-承诺和回头看.csv",
    "public": "08-公开文本.docx",
    "attachment": "09-附件/{name}",
    "journal_csv": "10-办理记录.csv",
    "journal_json": "10-办理记录.json",
    "records": "11-全部数据.json",
}
AGAIN = "{stem}（{number}）{suffix}"
KINDS = {
    "proposal": "提案",
    "wording": "修改前的原文",
    "handling": "交办、会办、沟通、延期、催办和退回",
    "letter": "函件",
    "reply": "答复",
    "ratings": "评价",
    "appraisals": "承办单位对提案质量的评议",
    "promises": "承诺和回头看",
    "public": "公开文本",
    "attachment": "附件",
    "journal_csv": "办理记录",
    "journal_json": "办理记录（机器可读）",
    "records": "全部数据（机器可读）",
}
FACTS = (
    ("called", "编号"),
    ("serial", "收件号"),
    ("proposer", "提案者"),
    ("session", "会次"),
    ("category", "类别"),
    ("received", "收件日期"),
    ("filed", "立案日期"),
    ("units", "承办单位"),
    ("answered", "答复日期"),
    ("result", "办理结果"),
    ("state", "状态"),
)
PLACES = "一二三四五六"
FACT_HEADS = ("事项", "内容")
HANDLING = {
    "title": "{called}交办和办理情况",
    "assignments": "交办",
    "opinions": "会办意见",
    "contacts": "沟通",
    "extensions": "延期",
    "reminders": "催办",
    "returns": "退回申请",
    "none": "无。",
    "assignment": "{day}交{unit}{role}，{state}。",
    "opinion": "{unit}（{day}）：{text}",
    "contact": "{day}{stage}，{unit}，{mode}。参加：{proposer_side}；{unit_side}。要点：{points}",
    "extension": "{day}{unit}申请延至{until}，{state}。理由：{reason}",
    "reminder": "{day}催办{unit}。{words}",
    "return": "{day}{unit}第{trip}次申请退回，{decision}。理由：{ground}",
}
REPLY_TITLE = "关于{number}提案的答复"
REPLY_RESULT = "办理结果：{code}类（{name}）。"
REPLY_POINT = "对建议{number}的回应：{text}"
REPLY_PROMISE = "承诺：{text}（{due}前）。"
REPLY_SIGNER = "签发：{signer}。"
WORDING_GROUND = "{day}由{who}修改，理由：{ground}"
RATING_FIELDS = (
    ("round", "轮次"), ("who", "评价人"), ("attitude", "办理态度"), ("result", "办理结果"),
    ("reason", "理由"), ("day", "评价日期"),
)  # fmt: skip
APPRAISAL_FIELDS = (
    ("unit", "承办单位"), ("round", "轮次"), ("state", "状态"), ("grade", "等次"), ("score", "分数"),
    ("comment", "意见"), ("given", "评议日期"), ("wanted", "请提案者完善"), ("response", "提案者回应"),
)  # fmt: skip
PROMISE_FIELDS = (
    ("unit", "责任单位"), ("text", "承诺事项"), ("made", "承诺日期"), ("first", "最初兑现日期"), ("due", "兑现日期"),
    ("state", "状态"),
    ("progress", "进展"), ("finding", "回头看情况"), ("checked", "回头看日期"),
)  # fmt: skip
JOURNAL_FIELDS = (
    ("seq", "序号"), ("at", "时间"), ("who", "操作人"), ("role", "身份"), ("what", "事项"),
    ("subject", "对象"), ("hash", "摘要"),
)  # fmt: skip
ARCHIVE_EVENTS = {"proposals.archived": "导出归档包，{count}个文件"}
ARCHIVE_REFUSALS = {
    "proposals.archive_not_now": "提案还没有提交，不能归档。",
}
