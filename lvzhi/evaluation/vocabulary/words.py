"""Words of the room's pages and forms."""

from __future__ import annotations

from typing import Final

SET_OF: Final = "{name}（{year}年度）"
CLAIM_OF: Final = "{name}：{item}"
OBJECTION_OF: Final = "{name}的考核异议"
LOW_OF: Final = "{name}{year}年度考核低等次"
NONE_SETS: Final = "还没有考核规则"
VOIDED: Final = "已作废"
PARTS: Final = {"blocks": "分块", "items": "计分项", "needs": "条件", "grades": "等次"}
PART_NAMES: Final = {"blocks": "第{number}块“{name}”", "items": "第{number}项“{name}”", "needs": "条件“{name}”",
                     "grades": "等次“{name}”"}  # fmt: skip
NEW_PARTS: Final = {
    "blocks": "分块“{name}”",
    "items": "计分项“{name}”",
    "needs": "条件“{name}”",
    "grades": "等次“{name}”",
}
FORM: Final = {
    "sample": "从哪里开始",
    "blank": "空白",
    "copy": "复制：{name}",
    "from_sample": "样例：{title}",
    "name": "名称",
    "year": "年度",
    "subject": "考核对象",
    "starts": "计分自",
    "ends": "计分至",
    "total": "总分上限",
    "floor": "总分下限",
    "places": "每条得分保留小数",
    "rounding": "名额有小数时",
    "note": "说明",
    "block": "所在分块",
    "item_name": "计分项名称",
    "kinds": "计什么记录",
    "sort": "分数从哪里来",
    "points": "分值",
    "by_level": "按层级的分值",
    "per": "分值按什么计",
    "share": "多人联名怎样分",
    "first": "第一人分值",
    "other": "参与人分值",
    "authors": "最多计几名作者",
    "skip": "最先的几件（次）不计",
    "most": "最多计几件（次）",
    "cap": "本项上限",
    "group": "不重复计的组",
    "unless": "同一内容已有这些记录的不计",
    "mode": "同一件符合组内几项时",
    "whom": "对谁计分",
    "since": "只计自",
    "until": "只计至",
    "block_name": "分块名称",
    "start": "起始分",
    "block_cap": "本块上限",
    "block_floor": "本块下限",
    "bonus": "加分块（不计入总分上限的合计）",
    "need_name": "条件名称",
    "need_kind": "要求",
    "count": "件（次）数",
    "limit": "不符合时最高评为",
    "manual": "凭文件登记（没有记录可查的）",
    "grade_name": "等次名称",
    "least": "最低分（含）",
    "below": "不满（不含）",
    "quota": "名额比例（%）",
    "low": "低等次，开启个案由人处理",
    "adopted_at": "通过的会议（系统中已登记的）",
    "not_listed": "不在列表中，写在下面",
    "adopted_by": "通过的会议名称",
    "adopted_on": "通过日期",
    "document": "印发文号",
    "ground": "理由",
    "against": "与哪个规则比较",
    "only_shown": "只在结果中标明",
    "seldom": "起算和件数、时段、不重复计、计分对象、说明",
}
HELP: Final = {
    "points": "扣分写负数，如 -2。",
    "by_level": "按层级分别给分时填写，如：国家级10、省级8；填写后不用上面的分值。",
    "kinds": "可选几种，同一件事只计一次。",
    "cap": "扣分项填最多扣几分。不填不限。",
    "skip": "如第二件起才计分，填1。",
    "group": "几项填同一个组名，同一件事只计在其中一项。",
    "unless": "如提案转作社情民意信息的，勾选“提交提案”，就不再按信息计分。",
    "total": "不填不封顶。",
    "floor": "不填可以为负分。",
    "starts": "不填按自然年度；跨年的写起止日期，如上年12月1日至本年11月30日。",
    "below": "最高的等次不填；其余填上一等次的最低分，中间不能有空档。",
    "quota": "不填不限名额。",
    "block_floor": "不填可以扣成负分。",
    "gap": "待补的项在这里写缺什么；补齐或删去后才能施行。",
    "note": "样例的来源和待补的内容写在这里。",
    "adopted_by": "上面已选的不用写。如：主席会议第12次会议、常委会第8次会议（R7.11）。",
}
DONE: Final = {
    "begun": "已建立考核规则，请逐项核对。",
    "described": "已保存。",
    "put": "已保存{part}。",
    "dropped": "已删去{part}。",
}
TRIAL: Final = {
    "same": "两个规则的结果相同",
    "none": "上年没有可比较的委员",
    "no_grade": "不定等次",
    "up": "{from_}→{to}",
}
