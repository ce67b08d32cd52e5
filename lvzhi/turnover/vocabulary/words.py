"""Headings, labels, and what pages say."""

from __future__ import annotations

from typing import Final

CHANGE_NAME: Final = "{term}换届"
TIE_FORWARD: Final = "移交下一届"
TIE_BACKWARD: Final = "承接的未了事项"
JOINER: Final = "、"
SPLITTERS: Final = r"[、，,；;\s]+"
LOOSE_ENDS: Final = "turnover.loose_ends"
LOOSE_ENDS_NAME: Final = "换届时未了事项的去向"
# code of the procedure, name, way
LOOSE_END_ROWS: Final[tuple[tuple[str, str, str], ...]] = (
    ("proposals.proposal", "未办结的提案", "carried"),
    ("proposals.promise", "答复中尚未兑现的承诺", "carried"),
    ("ledger.problem", "未销号的问题", "carried"),
    ("ledger.advice", "未办结的意见建议", "carried"),
    ("plans.plan", "未归档的年度计划", "carried"),
    ("plans.task", "未完成的计划任务", "carried"),
    ("projects.project", "在办的项目", "carried"),
    ("activities.opinion", "未办结的监督意见书", "carried"),
    ("papers.comment", "未办结的批示", "carried"),
)
LOOSE_LABELS: Final = (("way", "去向"),)
RATING: Final = "turnover.rating_by"
KEPT_KINDS: Final = "turnover.kept_kinds"
RATING_CHOICES: Final[dict[str, str]] = {
    "cosigner": "由连任的附议人评价，没有的按未评办结",
    "author": "提案人卸任后保留账号，只用于评价，评完由系统管理员停用",
}
FIELDS: Final[dict[str, str]] = {
    "number": "届数",
    "starts": "新一届开始日期",
    "decided_by": "依据",
    "file": "下一届委员名册（Excel 或 CSV）",
    "mark": "去留",
    "name": "姓名",
    "row": "名册行",
    "sector": "界别",
    "special": "专委会",
    "liaison": "联络组",
    "offices": "政协职务",
    "member_number": "委员编号",
    "work": "单位及职务",
    "asks": "待核",
    "kind": "类别",
    "organ": "机构",
    "fate": "调整",
    "targets": "调整后的名称",
    "title": "事项",
    "state": "现在的状态",
    "way": "去向",
    "ground": "理由",
    "left_to": "负责人",
    "count": "数量",
    "unit": "单位",
    "before": "现任",
    "after": "下一届",
    "figure": "项目",
    "level": "程度",
    "what": "内容",
    "term": "届",
    "who": "办理",
    "standing": "核验",
}
HELPS: Final[dict[str, str]] = {
    "starts": "一般为新一届第一次全体会议开幕的日子；本届到前一天届满。",
    "decided_by": "例如县委批复或会议决定的文号，写入离任依据。",
    "targets": "更名、并入填一个名称；分设填几个，用顿号隔开。",
    "file": "名册要有姓名，以及手机号或身份证号：按号码认人，不按姓名认人。",
    "sector": "下一届的界别，只能一个。",
}
WORDS: Final[dict[str, str]] = {
    "title": "换届",
    "new": "开始换届准备",
    "term": "届期",
    "organs": "机构",
    "organ_new": "拟新设机构",
    "roster": "名单",
    "items": "未了事项",
    "rehearse": "预演",
    "approve": "批准",
    "carry_out": "执行",
    "seal": "封存",
    "report": "报告",
    "archive": "封存清单",
    "to_ask": "待核同名",
    "stop": "须解决",
    "look": "请留意",
    "row_present": "现任",
    "row_of_file": "第{row}行",
    "chosen": "已定",
    "no_organ": "没有",
    "choose": "请选择",
    "hidden": "（您无权查看标题）",
    "problems_none": "没有发现问题。",
    "tenures": "结束本届任期",
    "accounts": "办理账号",
    "members": "登记下一届委员",
    "loose": "登记未了事项去向",
    "sealing": "编制封存清单",
    "unit": "条",
    "default_same": "一致",
    "default_later": "经登记变更",
    "default_bad": "不符",
    "same_as": "{same}：{name}（{work}）",
    "as_of": "{committee} 第{number}届换届，{state}，截至{day}",
    "again": "按上次的办理结果，没有再改动。",
    "refused": "什么都没有改动",
    "running_rehearsal": "预演：全部办理一遍后撤回，不写入任何内容。办完以前请不要关闭本页。",
    "running_run": "执行换届：办完以前请不要关闭本页；中途关闭则什么都不改动。",
    "drafts": "卸任委员暂存的文稿",
}
DONE: Final[dict[str, str]] = {
    "begun": "已开始准备第{number}届换届。请依次填好机构、名单和未了事项。",
    "saved": "已保存。",
    "roster": "已读入{rows}人：连任{carried}、新任{added}，另有{gone}人卸任。",
    "present": "已以现任名单为底，共{carried}人，请逐个调整去留。",
    "decided": "已核定。",
}
FIGURES: Final[dict[str, str]] = {
    "members": "委员",
    "party": "中共党员委员",
    "standing": "常务委员会组成人员",
    "carried": "连任",
    "added": "新任",
    "gone": "卸任",
    "closed": "停用账号",
    "ended_posts": "结束任职",
    "opened": "新建账号",
    "begun_posts": "新开任职",
    "items": "未了事项",
    "items_carried": "移交下一届",
    "items_ended": "终结",
    "items_left": "交由专人",
    "archive": "封存记录",
    "organs_ended": "撤并机构",
    "organs_new": "新设机构",
    "drafts": "暂存文稿",
    "persons": "新登记人员",
}
UNITS: Final[dict[str, str]] = {
    "members": "名", "party": "名", "standing": "名", "carried": "名", "added": "名", "gone": "名", "closed": "个",
    "ended_posts": "项", "opened": "个", "begun_posts": "项", "items": "件", "items_carried": "件",
    "items_ended": "件", "items_left": "件", "archive": "条", "organs_ended": "个", "organs_new": "个",
    "drafts": "份", "persons": "名", "sector": "名",
}  # fmt: skip
SECTOR_FIGURE: Final = "界别：{name}"
REPORT_FILE: Final = "第{number}届换届预演报告.xlsx"
SHEETS: Final[dict[str, str]] = {
    "figures": "数据对照",
    "problems": "问题",
    "entrants": "名单",
    "items": "未了事项",
}
ACCOUNT_GROUND: Final = "第{number}届换届"
# What is said of a roster's rows where the words of the import do not fit.
ROSTER_FINDINGS: Final[dict[str, str]] = {
    "organ_unknown": "下一届没有名为“{given}”的{kind}{close}，请核对名称，或先在“机构”一步新设。",
    "organ_over": "“{given}”下一届不再设立，请改填下一届的{kind}。",
    "term_unknown": "写的是第{number}届，与这次换届不符，请核对此列，或留空。",
    "same_name_two": "与第{first}行同名而手机号或身份证号不同，按两人列入，请确认。",
}
ROW_COLUMN: Final = "第{row}行“{column}”列"
ROW_ONLY: Final = "第{row}行"
