"""Refusals, journal sentences, messages."""

from __future__ import annotations

from typing import Final

FAULTS: Final[dict[str, str]] = {
    "evaluation.no_items": "还没有任何可计分的项，请先加计分项。",
    "evaluation.gaps": "还有{count}项待补，第一项是“{first}”，请补齐分值或删去后再施行。",
    "evaluation.caps_over": "各分块上限合计{sum}分，超过总分上限{total}分，请改小分块上限或把加分块标为加分。",
    "evaluation.start_over": "“{block}”的起始分{start}分高于本块上限{cap}分，请改其中一个。",
    "evaluation.item_homeless": "第{number}项“{item}”没有所在的分块，请选一个分块。",
    "evaluation.item_over": "第{number}项“{item}”的上限{item_cap}分高于所在分块“{block}”的上限{cap}分，请改其中一个。",
    "evaluation.item_kindless": "第{number}项“{item}”没有选计什么记录，请选择，或改为凭文件登记。",
    "evaluation.kind_unknown": "第{number}项“{item}”计的记录“{kind}”不存在，请重新选择。",
    "evaluation.kind_other": "第{number}项“{item}”计的是“{kind}”，与考核对象不符，请重新选择。",
    "evaluation.share_alone": "第{number}项“{item}”：“{kind}”没有联名人，不能设联名分配，请选“各得全分”。",
    "evaluation.filter_unfit": "第{number}项“{item}”：“{kind}”不能按所选条件筛选，请去掉这个条件。",
    "evaluation.window_outside": (
        "第{number}项“{item}”的计分时段{since}至{until}不在规则的{starts}至{ends}之内，请改时段。"
    ),
    "evaluation.windows_overlap": "“{one}”与“{other}”的计分时段自{day}起重叠，同一件事会计两次，请改其中一个时段。",
    "evaluation.top_closed": "最高的等次“{grade}”写了不满{below}分，{below}分以上就没有等次，请把它的“不满”留空。",
    "evaluation.bottom_open": "最低的等次“{grade}”从{least}分起，{least}分以下就没有等次，请把它的最低分留空。",
    "evaluation.border_missing": "请把等次“{upper}”的最低分和“{lower}”的“不满”都填上，并且相同。",
    "evaluation.border_gap": (
        "等次“{lower}”与“{upper}”之间有空档：{low}分起、不满{high}分的没有等次，请把“{lower}”改为不满{high}分。"
    ),
    "evaluation.border_overlap": (
        "等次“{lower}”与“{upper}”重叠：{low}分起、不满{high}分的有两个等次，请把“{lower}”改为不满{low}分。"
    ),
    "evaluation.border_backwards": "等次“{grade}”的最低分{low}分不低于上界{high}分，请核对。",
    "evaluation.quota_over": "等次“{grade}”的名额比例{quota}%应在0到100之间，请改正。",
    "evaluation.quotas_over": "各等次名额比例合计{sum}%，超过100%，请改小。",
}
REFUSALS: Final[dict[str, str]] = FAULTS | {
    "evaluation.unknown_set": "没有找到这个考核规则，或您无权查看。",
    "evaluation.not_keeper": "您没有在“{committee}”制定考核规则的权限，请联系办公室。",
    "evaluation.no_place": "您没有查看“{committee}”考核的权限，请联系办公室。",
    "evaluation.name_missing": "请填写规则名称。",
    "evaluation.days_backwards": "计分起日{starts}晚于止日{ends}，请核对。",
    "evaluation.days_off": "计分时段{starts}至{ends}与{year}年度不相交，请核对年度或时段。",
    "evaluation.not_draft": "规则“{name}”{state}，内容不能再改；要改请复制一份，通过后施行。",
    "evaluation.no_part": "没有找到第{number}个{part}，可能已被他人删去，请重新打开页面。",
    "evaluation.block_used": "分块“{name}”里还有{count}个计分项，请先改到别的分块或删去。",
    "evaluation.grade_used": "等次“{name}”是条件“{need}”的最高等次，请先改那个条件。",
    "evaluation.sets_overlap": (
        "与已施行的“{other}”时段重叠（{starts}至{ends}），同一时段对同一对象只能有一个规则，请先把它标为已替代，或改时段。"
    ),
    "evaluation.day_ahead": "日期{day}在今天之后，请核对。",
    "evaluation.no_sample": "没有找到样例“{key}”，请从列表中选择。",
    "evaluation.levels_unread": "没有看懂“{text}”，请写成“国家级10、省级8”的样子，层级用：{levels}。",
    "evaluation.points_missing": "请填写分值，或按层级的分值。",
    "evaluation.set_values_missing": "联名分别给分的，请填写第一人和参与人的分值。",
    "evaluation.gap_words": "待补的项请写明缺什么。",
    "evaluation.kinds_missing": "请选择计什么记录。",
}
EVENTS: Final[dict[str, str]] = {
    "evaluation.described": "修改规则的名称或时段",
    "evaluation.part_put": "保存{part}：{said}",
    "evaluation.part_dropped": "删去{part}",
    "evaluation.part_moved": "调整{part}的次序",
}
SET_SENTENCES: Final[dict[str, str]] = {
    "begin": "建立考核规则",
    "adopt": "施行，{meeting}通过",
    "supersede": "标为已替代",
    "drop": "撤回草稿",
}
MESSAGES: Final[dict[str, str]] = {}
