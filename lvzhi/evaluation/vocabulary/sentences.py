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
    "evaluation.unless_unfit": "第{number}项“{item}”：“{kind}”不能作为“不重复计”的记录，请改选其他记录。",
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
    "evaluation.meeting_missing": "请选择或写明哪次会议通过。",
    "evaluation.day_ahead": "日期{day}在今天之后，请核对。",
    "evaluation.no_sample": "没有找到样例“{key}”，请从列表中选择。",
    "evaluation.levels_unread": "没有看懂“{text}”，请写成“国家级10、省级8”的样子，层级用：{levels}。",
    "evaluation.points_missing": "请填写分值，或按层级的分值。",
    "evaluation.set_values_missing": "联名分别给分的，请填写第一人和参与人的分值。",
    "evaluation.gap_words": "待补的项请写明缺什么。",
    "evaluation.kinds_missing": "请选择计什么记录。",
    "evaluation.unknown_run": "没有找到这次考核，或您无权查看。",
    "evaluation.unknown_result": "没有找到这个考核结果，或您无权查看。",
    "evaluation.no_rules": "{year}年度还没有施行的{subject}考核规则，请先建立并施行规则。",
    "evaluation.run_exists": "{year}年度的{subject}考核已经开始，请打开“{name}”继续办理。",
    "evaluation.nobody": "{year}年度没有可考核的{subject}。",
    "evaluation.year_ahead": "{year}年度还没有开始，不能考核。",
    "evaluation.account_closed": "述职已在{state}前结束，不能再改；需要补充请联系办公室。",
    "evaluation.account_missing": "请填写述职内容。",
    "evaluation.not_own": "述职由委员本人提交；本人不便的，由办公室代录。",
    "evaluation.view_missing": "还没有填写任何一名委员的初评意见，请至少填写一名。",
    "evaluation.view_closed": "初评已结束（{state}），不能再提意见。",
    "evaluation.not_head": "初评意见由该委员所在机构的负责人提出。",
    "evaluation.not_reckoned": "还没有计算得分，请先点“重算得分”。",
    "evaluation.proof_waiting": "还有{count}项凭文件登记的待核准，请先核准或不核准。",
    "evaluation.proof_missing": "请写明证明文件的名称和文号，没有文件不能登记。",
    "evaluation.proof_own": "自己登记的由另一人核准。",
    "evaluation.proof_day": "日期{day}不在考核年度{starts}至{ends}之内，请核对。",
    "evaluation.proof_closed": "结果已审定（{state}），不能再登记；有不同意见请提出异议。",
    "evaluation.proof_item": "“{item}”不是凭文件登记的计分项或条件，请从列表中选择。",
    "evaluation.quota_full": "等次“{grade}”的名额是{most}个，现有{count}个，请先调整再审定。",
    "evaluation.grade_unknown": "规则中没有等次“{grade}”，请从列表中选择。",
    "evaluation.grade_ground": "另定的等次与计算结果不同，请写明理由。",
    "evaluation.grade_closed": "只能在审定前另定等次，现在是{state}。",
    "evaluation.object_closed": "异议截止日期是{day}，已不能提出；请联系办公室。",
    "evaluation.object_early": "结果审定以后才能提出异议，现在是{state}。",
    "evaluation.object_line": "没有找到这一条得分明细，请重新打开页面再选。",
    "evaluation.object_twice": "这一条已有异议在复核，请等待结果。",
    "evaluation.objections_open": "还有{count}项异议没有办结，请先复核再归档。",
    "evaluation.becomes_missing": "异议成立的，请写明这一条改为几分。",
    "evaluation.not_decided": "结果审定并且异议办结以后才能出反馈函。",
    "evaluation.letter_question": "{name}还有异议在复核，办结以后再出反馈函。",
}
EVENTS: Final[dict[str, str]] = {
    "evaluation.described": "修改规则的名称或时段",
    "evaluation.part_put": "保存{part}：{said}",
    "evaluation.part_dropped": "删去{part}",
    "evaluation.part_moved": "调整{part}的次序",
    "evaluation.accounted": "提交述职",
    "evaluation.viewed": "{organ}提出初评意见",
    "evaluation.reckoned": "按规则重算得分，{count}个对象，{changed}个有变化",
    "evaluation.graded": "另定等次",
    "evaluation.fed_back": "反馈{count}个单位",
    "evaluation.letters": "下载反馈函{count}份",
    "evaluation.settled": "异议成立，重算得分",
}
SET_SENTENCES: Final[dict[str, str]] = {
    "begin": "建立考核规则",
    "adopt": "施行，{meeting}通过",
    "supersede": "标为已替代",
    "drop": "撤回草稿",
}
RUN_SENTENCES: Final[dict[str, str]] = {
    "begin": "开始考核，{count}个对象",
    "account": "提交述职",
    "say": "提出初评意见，{count}名委员",
    "views": "述职结束，请各机构初评",
    "check": "初评结束，办公室审核",
    "submit": "提请主席会议审定",
    "give_back": "退回审核",
    "decide": "{meeting}审定，{count}个对象",
    "seal": "归档",
    "cancel": "取消",
}
PROVEN_SENTENCES: Final[dict[str, str]] = {"begin": "凭文件登记：{item}", "approve": "核准", "refuse": "不核准"}
OBJECTION_SENTENCES: Final[dict[str, str]] = {
    "begin": "提出异议", "uphold": "异议成立", "refuse": "维持原结果", "withdraw": "撤回异议",
}  # fmt: skip
LOW_SENTENCES: Final[dict[str, str]] = {"begin": "低等次{count}个，列出个案", "talk": "约谈", "close": "办结"}
MESSAGES: Final[dict[str, str]] = {
    "evaluation.account_wanted": "{name}开始，请提交述职。",
    "evaluation.views_wanted": "{name}进入初评，请对本机构委员提出意见。",
    "evaluation.meeting_wanted": "{name}提请审定。",
    "evaluation.decided": "{name}已审定，请查看本人结果；有不同意见可在{day}前提出。",
    "evaluation.objected": "{name}有一项异议待复核。",
    "evaluation.upheld": "您对考核明细的异议成立，结果已重算。",
    "evaluation.kept": "您对考核明细的异议经复核维持原结果：{reason}",
    "evaluation.proof_wanted": "{name}有一项凭文件登记待核准。",
}
