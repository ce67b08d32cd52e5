"""Words of the figures: columns, dimensions, how texts speak of them."""

from __future__ import annotations

from typing import Any, Final

from lvzhi.opinions.vocabulary.states import How, Source

COLUMNS: Final = {
    "title": "标题", "category": "类别", "source": "来源", "organ": "反映机构", "authors": "反映人",
    "committee": "政协组织", "submitted": "提交日期", "issued": "首次编发日期", "edited": "编辑日期", "state": "情况",
    "number": "期号", "kind": "种类", "dated": "成文日期", "signer": "签发人", "turn": "去向", "level": "层级",
    "body": "机关或领导", "on": "日期", "how": "采用方式", "document": "文件或期号", "until": "要求反馈日期",
    "known": "得知途径", "name": "姓名", "person_unit": "单位和职务", "offered": "提交日期", "ticket": "查询码",
}  # fmt: skip
CUTS: Final = {
    "category": "类别", "source": "来源", "organ": "反映机构", "sector": "界别", "below": "报送的政协组织",
    "level": "层级", "how": "采用方式", "kind": "种类",
}  # fmt: skip
CONCERNS: Final = ("社情民意信息", "社情民意", "民意信息", "信息")
OF_CONCERNS: Final = "社情民意|民意信息|信息"
"""One of these must stand in the claim: 采用 and 批示 alone are of other things too."""
COUNT_UNITS: Final = ("条", "篇", "件")
TIMES: Final = ("次", "人次")
MEANINGS: Final = {
    "received": "提交日期（下级来件按签收日期）在时段内、没有撤回的信息，每篇计一篇；"
    "统计所属各级时，由下级报上来的不再重复计。",
    "authorships": "收到的信息的反映人，一篇的一位反映人计一人次。",
    "authors": "这些信息的反映人，同一人反映几篇计一人；委员和其他已建档的人按本人计。",
    "edited": "编辑日期在时段内的信息，即筛选后采用编辑的；合并编辑的只计主件。",
    "issues": "成文日期在时段内、已签发且没有撤销的《社情民意》，每期计一期；专报另计。"
    "已包含在“连续编期文书”里，不再相加。",
    "specials": "成文日期在时段内、已签发且没有撤销的专报，每件计一件。已包含在“连续编期文书”里，不再相加。",
    "issued": "首次编发日期在时段内的信息，每篇计一篇，在几期里编过也只计一篇。",
    "sent": "报送日期在时段内，一篇信息报给一个机关计一次；按层级分列。上级再往上报的不计入本级。",
    "sent_items": "报送日期在时段内报送过的信息，报给几个机关也只计一篇。",
    "adopted": "采用日期在时段内，被上级政协采用的信息，一篇在一个层级只计一次；"
    "规则参数“各级采用的计数方式”设为就高不重复时，"
    "每篇只计最高层级。单篇、综合分列。",
    "adoptions": "采用日期在时段内，被上级政协采用的信息，一篇在一个层级计一次，不论规则参数怎样；履职档案按此列。",
    "declined": "日期在时段内，上级告知未采用的。",
    "commented": "批示日期在时段内得到领导批示的信息，一篇得到几次批示只计一篇。",
    "comments": "批示日期在时段内，一篇信息得到一次批示计一条；按批示领导的层级分列。",
    "comment_times": "批示日期在时段内，同一层级同一天对同一期的批示计一次，不论几位领导、编入几篇。"
    "登记在本级文书上的已包含在“领导批示”里，不再相加。",
    "comment_leaders": "批示日期在时段内，一位领导批示一次计一人次，不论这一期编入几篇。"
    "登记在本级文书上的已包含在“领导批示”里，不再相加。",
    "handed": "转办日期在时段内转有关单位办理的信息，一篇转一次计一条。",
    "answered": "转办日期在时段内转办、承接单位已反馈的。",
    "answered_rate": "已反馈的占转办的比例。",
    "suggestions": "提交日期在时段内的公众微建议。",
}  # fmt: skip
HOW_WORDS: Final[dict[Any, tuple[str, ...]]] = {How.SINGLE: ("单篇",), How.COLLECTION: ("综合",)}
SOURCE_WORDS: Final[dict[Any, tuple[str, ...]]] = {
    Source.MEMBER: ("委员提交", "委员反映"), Source.PARTY: ("党派", "民主党派"), Source.REPORTER: ("信息员",),
    Source.BELOW: ("下级政协", "区县政协", "县区政协"),
}  # fmt: skip
STRONG: Final = ("社情民意信息", "社情民意", "民意信息")
ISSUE_WORDS: Final = (*STRONG, "《社情民意》", "《社情民意信息》", "社情民意专刊")
SPECIAL_WORDS: Final = ("社情民意专报", "信息专报", "专报")
SENT_WORDS: Final = (*STRONG, "报送社情民意信息", "上报社情民意信息", "报送信息", "上级政协")
COMMENT_WORDS: Final = ("批示", "领导批示", "领导同志批示", "领导批示肯定")
AUTHOR_WORDS: Final = ("委员反映社情民意信息", "反映社情民意信息的委员", "社情民意信息反映人", "委员提交社情民意信息")
HANDED_WORDS: Final = (*STRONG, "有关部门", "承办单位")
SUGGESTION_WORDS: Final = ("微建议", "群众微建议", "公众微建议")
ACTIONS: Final = {
    "received": ("收到", "征集", "收集", "提交", "反映", "撰写", "接收", "提出", "上报来", "汇集", "形成"),
    "edited": ("采编", "编辑", "采用编辑", "编报", "整理"),
    "issued": ("编发", "刊发", "编印", "编入"),
    "issues": ("编发", "编印", "印发", "编辑", "刊发", "出刊", "编报"),
    "sent": ("报送", "上报", "呈报", "转报", "报"),
    "adopted": ("采用", "录用", "采纳", "选用", "刊用"),
    "declined": ("未采用", "未予采用", "不予采用"),
    "commented": ("获", "获得", "得到", "收到", "批示"),
    "handed": ("转办", "办理", "交办", "转交"),
    "suggestions": ("收到", "征集", "收集", "提交"),
}
ADOPTED_AFTER: Final = (
    *SPECIAL_WORDS, "上级政协", "报送社情民意信息", "省政协", "市政协", "州政协", "全国政协",
)  # fmt: skip
RATE_WORDS: Final = ("办理反馈率", "反馈率")
SENT_TO: Final = "报送上级|报送省|报送市|报送州|报送全国|上报上级|上报省|上报市|上报州|上报全国|呈报上级"
SENT_AFTER: Final = ("报送", "上报", "呈报", "编发", "采编", "收到", "征集", "编辑")
"""Verbs that the reader of texts gives a clause 报送上级政协60篇: its own, or that of the clause before."""
