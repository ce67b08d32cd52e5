"""Figures of papers: documents, issues of series, dispatches, leaders' comments (R3.11, R10.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q

from lvzhi.committee.queries import named, organ_choices, organs_of
from lvzhi.committee.scope import Scope
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Distinct, Metric, Says, Share
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes
from lvzhi.papers import queries, rules
from lvzhi.papers.vocabulary import (
    KINDS,
    NAMES,
    PAPER_KINDS,
    RANKS,
    RESULTS,
    TOLD_ELSEWHERE,
    CommentState,
    PaperState,
    Receiver,
)

KIND = "papers.paper"
Choices = Sequence[tuple[str, str, tuple[str, ...]]]
TOLD = tuple(one for one in PAPER_KINDS if one[0] not in TOLD_ELSEWHERE)
SERIES = tuple(word for _, name, _, series, _, said in TOLD if series for word in (name, *said.split(NAMES)) if word)


def result_name(row: Any) -> str:
    """What the result of a comment was called on the day it was closed."""
    return codes.name_of(RESULTS, row.committee_id, row.result, row.closed_on) if row.result else ""


COLUMNS = (
    Column("number", "文号"),
    Column("title", "标题"),
    Column("kind", "种类", value=lambda row: codes.name_of(KINDS, row.committee_id, row.kind, row.dated_on)),
    Column("organ__name", "起草机构", value=named("dated_on")),
    Column("signer", "签发人"),
    Column("dated_on", "成文日期", kind="date"),
    Column("state", "状态", value=lambda row: str(PaperState(row.state).label), kind="tag"),
)
SENT_COLUMNS = (
    Column("paper__number", "文号"),
    Column("paper__title", "标题"),
    Column("receiver", "对象", value=lambda row: str(Receiver(row.receiver).label)),
    Column("name", "收文者"),
    Column("sent_on", "发出日期", kind="date"),
    Column("receipt_on", "签收日期", kind="date"),
)
COMMENT_COLUMNS = (
    Column("commented_on", "批示日期", kind="date"),
    Column("post", "职务"),
    Column("leader", "领导"),
    Column("paper__number", "文号"),
    Column("paper__title", "文书"),
    Column("unit__name", "承接单位"),
    Column("answered_on", "反馈日期", kind="date"),
    Column("result", "结果", value=result_name),
    Column("state", "状态", value=lambda row: str(CommentState(row.state).label), kind="tag"),
)


def _table(key: str) -> Callable[[Scope, Period], Choices]:
    """The entries of a code table with the further words by which a text may name them."""

    def choices(scope: Scope, period: Period) -> Choices:
        return [
            (one.code, one.name, tuple(word for word in str(one.extra.get("words", "")).split(NAMES) if word))
            for one in codes.entries(key, scope.committee, period.end)
        ]

    return choices


def _organs(scope: Scope, period: Period) -> Choices:
    return organ_choices(organs_of(scope), period.end)


def _receivers(scope: Scope, period: Period) -> Choices:
    return [(one.value, str(one.label), ()) for one in Receiver]


KIND_CUT = Cut("kind", "种类", _table(KINDS), lambda value: Q(kind=value))
ORGAN_CUT = Cut("organ", "起草机构", _organs, lambda value: Q(organ_id=int(value)))
SENT_KIND = Cut("kind", "种类", _table(KINDS), lambda value: Q(paper__kind=value))
SENT_TO = Cut("receiver", "对象", _receivers, lambda value: Q(receiver=value))
RANK_CUT = Cut("rank", "层级", _table(RANKS), lambda value: Q(rank=value))

ISSUED = Metric(
    key="papers.issued",
    name="印发文书",
    unit="件",
    rows=queries.issued,
    columns=COLUMNS,
    cuts=(KIND_CUT, ORGAN_CUT),
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R3.11",
    meaning="成文日期在时段内、已签发且没有撤销的文书，每份计一件。",
    aliases=("发文", "文书"),
    says=(
        Says(
            subjects=tuple(name for _, name, *_ in TOLD),
            actions=("印发", "形成", "报送", "提交", "撰写", "发出", "完成", "下发"),
            units=("件", "份", "篇", "个"),
        ),
    ),
)
ISSUES = Metric(
    key="papers.issues",
    name="连续编期文书",
    unit="期",
    rows=queries.issues,
    columns=COLUMNS,
    cuts=(KIND_CUT, ORGAN_CUT),
    visible=rules.visible.rows,
    record_kind=KIND,
    rule="R10.6",
    meaning="成文日期在时段内、已签发且没有撤销、按年连续编期的文书，每期计一期；《社情民意》和专报也在内，"
    "单独的期数见“社情民意编发期数”。",
    aliases=("编发期数",),
    says=(Says(subjects=SERIES, actions=("印发", "编发", "编印", "下发", "发出", "编辑"), units=("期",)),),
)
SENT = Metric(
    key="papers.sent",
    name="发送文书",
    unit="份",
    rows=queries.sent,
    columns=SENT_COLUMNS,
    cuts=(SENT_KIND, SENT_TO),
    visible=rules.visible_comment.rows,
    rule="R3.11",
    meaning="发出日期在时段内的发送记录，一份文书发给一个收文者计一份。",
    aliases=("报送份数",),
)
COMMENTS = Metric(
    key="papers.comments",
    name="领导批示",
    unit="次",
    rows=queries.commented,
    columns=COMMENT_COLUMNS,
    cuts=(RANK_CUT, SENT_KIND),
    visible=rules.visible_comment.rows,
    rule="R3.11",
    meaning="批示日期在时段内、登记在本级文书上的领导批示，一位领导对一份文书批示一次计一次；对《社情民意》和专报的"
    "批示也在内。社情民意信息得到的批示（含上级告知的）另见“社情民意获批示”，两者不相加。",
    aliases=("批示", "获批示"),
    says=(
        Says(
            subjects=("批示", "领导批示", "批示肯定"),
            actions=("获", "获得", "得到", "作出", "收到"),
            units=("次", "条", "件", "件次", "人次", "项"),
        ),
    ),
)
COMMENTED = Distinct(
    key="papers.commented",
    name="获批示文书",
    unit="件",
    metric=COMMENTS,
    field="paper",
    rule="R3.11",
    meaning="时段内得到领导批示的文书，同一份得到几次批示只计一件。",
    aliases=("获领导批示的文书",),
)
HANDED = Metric(
    key="papers.comments_handed",
    name="转办批示",
    unit="次",
    rows=queries.commented_handed,
    columns=COMMENT_COLUMNS,
    cuts=(RANK_CUT, SENT_KIND),
    visible=rules.visible_comment.rows,
    rule="R3.11",
    meaning="批示日期在时段内、已转有关单位办理的领导批示。",
)
ANSWERED = Metric(
    key="papers.comments_answered",
    name="批示已反馈",
    unit="次",
    rows=queries.commented_answered,
    columns=COMMENT_COLUMNS,
    cuts=(RANK_CUT, SENT_KIND),
    visible=rules.visible_comment.rows,
    rule="R3.11",
    meaning="转办批示中，承接单位已反馈办理情况的。",
)
ANSWERED_RATE = Share(
    key="papers.comments_answered_rate",
    name="批示反馈率",
    part=ANSWERED,
    whole=HANDED,
    rule="R3.11",
    meaning="批示已反馈占转办批示的比例。",
)
FIGURES = (ISSUED, ISSUES, SENT, COMMENTS, COMMENTED, HANDED, ANSWERED, ANSWERED_RATE)


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*FIGURES)
