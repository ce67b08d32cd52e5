"""Words of a year's evaluation: pages, forms, letters."""

from __future__ import annotations

from typing import Final

FORM: Final = {
    "year": "年度",
    "name": "名称",
    "subject": "考核对象",
    "note": "说明",
    "account": "述职",
    "view": "初评意见",
    "organ": "机构",
    "item": "计分项或条件",
    "title": "事由",
    "document": "证明文件（名称和文号）",
    "on": "日期",
    "ground": "理由",
    "meeting": "审定的会议",
    "decided_on": "审定日期",
    "objection": "异议和理由",
    "missing_item": "应计在哪一项",
    "becomes": "改为几分",
    "reason": "复核意见",
    "grade": "等次",
    "talk": "约谈情况",
    "talker": "约谈人",
    "talked_on": "约谈日期",
    "closing": "处理结果",
}
HELP: Final = {
    "account": "写本年度履职的主要情况、不足和打算。得分由记录计算，这里不用再列数字。",
    "document": "没有文件不能登记（R7.7）。",
    "accounted": "已述职。",
    "unaccounted": "未述职。",
    "objection": "写明哪里不对、依据是什么。复核期间这一条标明“复核中”，结果暂按原计分。",
    "becomes": "异议成立的，写这一条应计的分数；扣分写负数。",
    "grade": "会议另定的等次与计算结果不同时，须写明理由。",
    "closing": "写明决定和依据。劝辞、撤销等另按委员变动的程序办理，这里不发生任何处理。",
}
LACKING: Final = {"account": "未述职", "view": "未初评", "objection": "复核中", "letter": "未反馈"}
TITLES: Final = {
    "account": "述职", "view": "初评意见", "prove": "凭文件登记", "object": "提出异议", "grade": "另定等次",
}  # fmt: skip
DONE: Final = {
    "begun": "已开始考核，对象{count}个。",
    "saved": "已提交{title}。",
    "viewed": "已保存初评意见。",
    "reckoned": "已按规则重算{count}个对象的得分，{changed}个有变化。",
    "entered": "已登记，待办公室核准。",
    "objected": "已提出异议，这一条标为复核中。",
    "graded": "已另定等次。",
    "fed_back": "已记为反馈。",
}
WORDS: Final = {
    "run_name": "{year}年度{subject}考核",
    "view_of": "{name}（{organ}）",
    "none_runs": "还没有开始年度考核",
    "none_results": "没有符合条件的对象",
    "in_question": "复核中",
    "extra_said": "缺少的记录",
    "waiting_grade": "待审定",
    "no_grade": "不定等次",
    "gone": "现在的记录已没有这一条，结果按审定时保留",
    "new": "审定以后才有的记录，不计入本年度结果",
    "changed": "现在按记录应为{points}分，结果按审定时保留",
    "item": "第{number}项 {name}",
    "need": "条件 {name}",
    "expected": "应到",
    "attended": "实到",
    "leave": "请假",
    "absent": "缺席",
    "official": "公假（不计应到）",
}
LETTER: Final = {
    "title": "关于反馈{year}年度委员履职考核结果的函",
    "to": "{employer}党组织：",
    "to_unknown": "{name}同志所在单位党组织：",
    "intro": (
        "{committee}于{decided}经{meeting}审定{year}年度委员履职考核结果。"
        "现将贵单位{name}同志的考核情况函告如下，供了解和使用。"
    ),
    "result": "一、考核结果",
    "grade": "得分{total}分，等次：{grade}。",
    "grade_none": "得分{total}分，{why}。",
    "blocks": "二、分块得分",
    "block": "分块",
    "points": "得分",
    "rates": "三、会议活动出席情况",
    "rate": "应到{expected}次，实到{attended}次，请假{leave}次，缺席{absent}次，公假{official}次。",
    "use": "考核结果由记录计算，逐条可查，本人已阅知并可提出异议。结果作为评先评优的依据之一，不作排名。",
    "file": "考核反馈函-{name}-{year}",
    "zip": "考核反馈函-{year}",
    "basis": "评先评优依据-{year}",
}
UNIT_LETTER: Final = {
    "title": "关于反馈{year}年度提案承办单位考核结果的函",
    "to": "{employer}：",
    "intro": (
        "{committee}于{decided}经{meeting}审定{year}年度提案承办单位考核结果。现将你单位承办提案的考核情况函告如下。"
    ),
    "use": "考核结果由提案交办、答复和评价的记录计算，逐条可查，不作排名。对明细有不同意见的，请与政协办公室联系核对。",
}
WRITING: Final = "写反馈函"
UNIT_WORDS: Final = {
    "account": "自评", "account_for": "录入自评", "account_help": "写本年度承办提案的主要情况、不足和打算。",
    "term": "考核期",
}  # fmt: skip
BASIS: Final = {
    "title": "{year}年度考核结果（评先评优依据）",
    "name": "姓名（单位）",
    "grade": "等次",
    "reasons": "依据",
    "standing": "常务委员",
    "employer": "工作单位",
    "join": "；",
    "yes": "是",
    "no": "否",
}
