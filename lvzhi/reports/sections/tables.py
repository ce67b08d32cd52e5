"""Tables that a report may be printed with: a dimension down, figures across (R13.4)."""

from __future__ import annotations

from dataclasses import dataclass

from lvzhi.reports.vocabulary.words import SHARE_WORD


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table.

    Args:
        cut: the dimension whose values are its lines. head: what stands over them.
        columns: heading, figure, and 占比 where the column tells what part of all each line is. The first column says
            which lines there are.
    """

    key: str
    title: str
    cut: str
    head: str
    columns: tuple[tuple[str, str, str], ...]


def sheet(key: str, title: str, cut: str, head: str, *columns: tuple[str, str] | tuple[str, str, str]) -> Sheet:
    """A table."""
    return Sheet(key, title, cut, head, tuple((one[0], one[1], one[2] if len(one) > 2 else "") for one in columns))


SHEETS = (
    sheet(
        "proposals", "提案分类统计表", "category", "类别", ("收到（件）", "proposals.received"),
        ("立案（件）", "proposals.filed"), ("占立案数", "proposals.filed", SHARE_WORD),
        ("办复（件）", "proposals.answered"),
    ),
    sheet(
        "proposers", "提案者构成表", "type", "提案者", ("收到（件）", "proposals.received"),
        ("立案（件）", "proposals.filed"), ("立案率", "proposals.filing_rate"),
    ),
    sheet(
        "results", "提案办理结果统计表", "class", "办理结果", ("办复（件）", "proposals.answered"),
        ("占办复数", "proposals.answered", SHARE_WORD),
    ),
    sheet(
        "units", "承办单位办理情况统计表", "unit", "承办单位", ("交办件数", "proposals.assigned"),
        ("办复件数", "proposals.assigned_answered"), ("办复率", "proposals.answered_rate"),
        ("按期办复率", "proposals.in_time_rate"), ("满意率", "proposals.satisfaction"),
    ),
    sheet(
        "activities", "会议与活动统计表", "kind", "种类", ("次数", "activities.events"),
        ("参加人次", "activities.participations"), ("参加人数", "activities.people"),
    ),
    sheet(
        "attendance", "出席情况统计表", "family", "类型", ("应到人次", "activities.expected"),
        ("实到人次", "activities.came"), ("请假人次", "activities.leaves"),
        ("缺席人次", "activities.absences"),
        ("出席率", "activities.attendance_rate"),
    ),
    sheet(
        "opinions", "社情民意信息报送采用统计表", "level", "层级", ("报送（篇次）", "opinions.sent"),
        ("采用（篇次）", "opinions.adoptions"), ("获批示（次）", "opinions.comment_times"),
    ),
    sheet(
        "opinion_sources", "社情民意信息来源统计表", "source", "来源", ("收到（篇）", "opinions.received"),
        ("占收到数", "opinions.received", SHARE_WORD), ("采编（篇）", "opinions.edited"),
    ),
    sheet(
        "advice", "意见建议分类统计表", "theme", "方面", ("提出（条）", "ledger.advice"),
        ("呈报或转交（条）", "ledger.advice_submitted"), ("答复（条）", "ledger.advice_answered"),
        ("采纳（条）", "ledger.advice_adopted"), ("采纳率", "ledger.adopted_rate"),
    ),
    sheet(
        "problems", "问题整改统计表", "theme", "方面", ("问题（个）", "ledger.problems"),
        ("解决（个）", "ledger.problems_solved"), ("整改率", "ledger.solved_rate"),
    ),
    sheet(
        "members", "委员构成表", "sector", "界别", ("委员（名）", "people.members"),
        ("占委员数", "people.members", SHARE_WORD), ("党员委员（名）", "people.party_members"),
    ),
    sheet(
        "contacts", "联系委员情况统计表", "scheme", "联系制度", ("对子（对）", "contacts.pairs"),
        ("联系（次）", "contacts.contacts"), ("联系覆盖率", "contacts.coverage"),
    ),
    sheet(
        "publicity", "宣传报道统计表", "level", "媒体层级", ("报道（条）", "publications.items"),
        ("占全部报道", "publications.items", SHARE_WORD),
    ),
    sheet(
        "honours", "获得荣誉统计表", "level", "层级", ("荣誉（项）", "honours.honours"),
    ),
)  # fmt: skip
NAMES = tuple((one.key, one.title) for one in SHEETS)


def chosen(keys: object) -> tuple[Sheet, ...]:
    """The tables of some keys, in the order of this list; what is none is left out."""
    wanted = set(keys) if isinstance(keys, list | tuple | set | frozenset) else set()
    return tuple(one for one in SHEETS if one.key in wanted)
