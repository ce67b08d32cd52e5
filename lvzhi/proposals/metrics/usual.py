"""Figures of filing, answering and rating (R1.112–R1.116): each is its rows."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F, Q

from lvzhi.access import Actor
from lvzhi.committee.queries import sessions_of
from lvzhi.committee.scope import Scope
from lvzhi.metrics.declare import Column, Cut, Metric, Says, Share
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes
from lvzhi.proposals import queries, rules
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.rules.owing import owing_rows
from lvzhi.proposals.vocabulary import CATEGORY_WORDS, CLASS_LETTER, CLASS_NAMED, Grade, Proposer, State, Track
from lvzhi.proposals.vocabulary.codes import TYPE_WORDS

KIND = "proposals.proposal"
Choices = Sequence[tuple[str, str, tuple[str, ...]]]

COLUMNS = (
    Column("called", "编号"),
    Column("title", "案由"),
    Column("proposer", "提案者"),
    Column("category", "类别", value=lambda row: codes.name_of("proposals.category", row.committee_id, row.category)),
    Column("lead_unit__name", "主办单位"),
    Column("received_on", "收件日期", kind="date"),
    Column("filed_on", "立案日期", kind="date"),
    Column("first_answered_on", "答复日期", kind="date"),
    Column("state", "状态", value=lambda row: str(State(row.state).label), kind="tag"),
)
RATING_COLUMNS = (
    Column("proposal__number", "案号"),
    Column("proposal__title", "案由"),
    Column("round", "轮次", kind="number"),
    Column("attitude", "办理态度", value=lambda row: str(Grade(row.attitude).label), kind="tag"),
    Column("result", "办理结果", value=lambda row: str(Grade(row.result).label), kind="tag"),
    Column("rated_on", "评价日期", kind="date"),
)


def _categories(scope: Scope, period: Period) -> Choices:
    table = codes.codes("proposals.category", scope.committee, period.end)
    return [(one.code, one.name, CATEGORY_WORDS.get(one.code, ()) or (one.name,)) for one in table]


def _grounds(scope: Scope, period: Period) -> Choices:
    return [(one.code, one.name, ()) for one in codes.codes("proposals.ground", scope.committee, period.end)]


def _routes(scope: Scope, period: Period) -> Choices:
    return [(one.code, one.name, ()) for one in codes.codes("proposals.route", scope.committee, period.end)]


def _classes(scope: Scope, period: Period) -> Choices:
    table = codes.codes("proposals.class", scope.committee, period.end)
    return [
        (one.code, CLASS_NAMED.format(code=one.code, name=one.name), (CLASS_LETTER.format(code=one.code), one.name))
        for one in table
    ]


def _types(scope: Scope, period: Period) -> Choices:
    table = codes.entries("proposals.proposer_type", scope.committee, period.end)
    return [(one.code, one.name, TYPE_WORDS.get(one.code, ())) for one in table]


def sessions(scope: Scope, period: Period) -> Choices:
    """Sessions opened by the end of the period, the newest first; no word of a text narrows a figure to one."""
    rows = sessions_of(scope.committee).filter(window_from__lte=period.end)
    return [(str(one.pk), one.name, ()) for one in rows]


def units(scope: Scope, period: Period) -> Choices:
    """Units that were handed proposals in the period, by name."""
    return [(str(pk), name, ()) for pk, name in queries.units_handed(scope, period)]


def _ranks(scope: Scope, period: Period) -> Choices:
    return [
        (one.code, one.name, (one.name,)) for one in codes.codes("proposals.leader_rank", scope.committee, period.end)
    ]


CATEGORY = Cut("category", "类别", _categories, lambda value: Q(category=value))
PROPOSER = Cut(
    "proposer",
    "提案者",
    lambda scope, period: [
        (Proposer.MEMBER, str(Proposer.MEMBER.label), ("委员提案", "个人提案", "委员个人")),
        (Proposer.COLLECTIVE, str(Proposer.COLLECTIVE.label), ("集体提案", "党派团体提案")),
    ],
    lambda value: Q(collective=value == Proposer.COLLECTIVE),
)
TRACK = Cut(
    "track",
    "大会或平时",
    lambda scope, period: [
        (Track.SESSION, str(Track.SESSION.label), ("大会提案",)),
        (Track.BETWEEN, str(Track.BETWEEN.label), ("平时提案", "闭会期间")),
    ],
    lambda value: Q(track=value),
)
GROUND = Cut("ground", "不予立案依据", _grounds, queries.with_ground)
ROUTE = Cut("route", "去向", _routes, lambda value: Q(route=value))
CLASS = Cut("class", "办理结果", _classes, lambda value: Q(result_class=value))
LEADER = Cut("leader", "领衔人类别", _ranks, queries.led_by)
TYPE = Cut("type", "提案者类型", _types, lambda value: Q(proposer_type=value))
SESSION = Cut("session", "会次", sessions, lambda value: Q(session_id=value))
UNIT = Cut("unit", "承办单位", units, queries.answered_by)
RATED_SESSION = Cut("session", "会次", sessions, lambda value: Q(proposal__session_id=value))
RATED_UNIT = Cut("unit", "承办单位", units, queries.rated_unit)
USUAL = (CATEGORY, PROPOSER, TRACK, TYPE, SESSION)
HANDLED = (*USUAL, UNIT)
RATED = (RATED_SESSION, RATED_UNIT)


def rating_visible(actor: Actor) -> Q:
    """Ratings of an open round are for the committee and those who signed; of a closed one for all readers (R1.92)."""
    whole = Proposal.objects.filter(rules.clerk.rows(actor) | rules.signatory.rows(actor))
    seen = Proposal.objects.filter(rules.visible.rows(actor))
    owing = Proposal.objects.filter(owing_rows(actor))
    closed = Q(proposal__state__in=sorted(rules.READS_RATINGS)) & ~Q(proposal__in=owing.values("pk"))
    closed |= Q(round__lt=F("proposal__round"))
    return Q(proposal__in=whole.values("pk")) | Q(proposal__in=seen.values("pk")) & closed


# Figures are read as a table: one block each.
# fmt: off
RECEIVED = Metric(
    key="proposals.received", name="收到提案", unit="件", rows=queries.received, columns=COLUMNS, cuts=USUAL,
    visible=rules.visible.rows, record_kind=KIND, rule="R1.46",
    meaning="收件日期在时段内、未作误录作废的提案。并案的各件分别计数，退回后重交的只计一次。",
    aliases=("提案总数", "征集提案", "提交提案"),
    says=(Says(subjects=("提案",), actions=("收到", "收", "征集", "征集到", "提交", "提出", "接收", "受理", "共有"),
               units=("件",),
               excludes=("重点", "立案", "优秀", "转", "办理", "办复")),),
)
FILED = Metric(
    key="proposals.filed", name="立案提案", unit="件", rows=queries.filed, columns=COLUMNS, cuts=(*USUAL, CLASS),
    visible=rules.visible.rows, record_kind=KIND, rule="R1.112",
    meaning="立案日期在时段内的提案；并案的各件分别计数。",
    aliases=("立案", "审查立案", "予以立案"),
    says=(Says(subjects=("提案",), actions=("立案", "审查立案", "予以立案", "确立"), units=("件",),
               excludes=("不予", "不立案", "未立案", "不符合", "重点")),),
)
NOT_FILED = Metric(
    key="proposals.not_filed", name="未立案提案", unit="件", rows=queries.not_filed, columns=COLUMNS,
    cuts=(GROUND, ROUTE, *USUAL),
    visible=rules.visible.rows, record_kind=KIND, rule="R1.39",
    meaning="审查日期在时段内、决定不予立案的提案，不论去向。",
    aliases=("不予立案", "未予立案", "不立案"),
    says=(Says(subjects=("提案",), actions=("不予立案", "未立案", "未予立案", "不立案"), units=("件",)),),
)
ADVICE = Metric(
    key="proposals.converted_advice", name="转作意见建议", unit="件", rows=queries.converted_advice, columns=COLUMNS,
    cuts=USUAL, visible=rules.visible.rows, record_kind=KIND, rule="R1.42",
    meaning="审查日期在时段内、未予立案并转作意见或建议的提案。",
    aliases=("转作意见或建议", "转为意见建议", "作为意见建议"),
    says=(Says(subjects=("提案",),
               actions=("转作意见或建议", "转作意见建议", "转为意见建议", "转为意见或建议", "转作", "作为意见建议"),
               units=("件",)),),
)
KEY = Metric(
    key="proposals.key", name="重点提案", unit="件", rows=queries.key, columns=COLUMNS, cuts=(LEADER, *USUAL),
    visible=rules.visible.rows, record_kind=KIND, rule="R1.98",
    meaning="在时段内确定、未取消的重点提案。",
    aliases=("遴选重点提案", "确定重点提案"),
    says=(Says(subjects=("重点提案",),
               actions=("确定", "遴选", "筛选", "选定", "评选", "督办", "重点督办", "办理", "推出"), units=("件",),
               needs=("重点提案",), excludes=("领衔", "领导")),),
)
LED_BY_TOP = Metric(
    key="proposals.led_by_top_leaders", name="党政主要领导领衔督办提案", unit="件", rows=queries.led_by_top,
    columns=COLUMNS,
    cuts=USUAL, visible=rules.visible.rows, record_kind=KIND, rule="R1.98",
    meaning="在时段内确定的重点提案中，现由党政主要领导领衔督办的。",
    aliases=("党政主要领导领衔督办",),
    says=(Says(subjects=("提案", "重点提案"), actions=("领衔督办", "领办", "领衔", "督办"), units=("件",),
               needs=("党政主要领导|党政主要负责|书记、区长|书记和区长|书记、县长|书记、市长|主要领导",)),),
)
ASSIGNED = Metric(
    key="proposals.assigned", name="交办提案", unit="件", rows=queries.handed_over, columns=COLUMNS, cuts=HANDLED,
    visible=rules.visible.rows, record_kind=KIND, rule="R1.113",
    meaning="交办日期在时段内的提案。",
    aliases=("交办",),
    says=(Says(subjects=("提案",), actions=("交办", "交付办理", "转办"), units=("件",)),),
)
ANSWERED = Metric(
    key="proposals.answered", name="办复提案", unit="件", rows=queries.answered, columns=COLUMNS,
    cuts=(*HANDLED, CLASS),
    visible=rules.visible.rows, record_kind=KIND, rule="R1.113",
    meaning="首次答复日期在时段内的提案；分办的以最后一个单位答复为准。",
    aliases=("办复", "办结答复", "已办复"),
    says=(Says(subjects=("提案",), actions=("办复", "答复", "办理答复", "已办复", "办理"), units=("件",),
               excludes=("率", "重点")),),
)
ASSIGNED_ANSWERED = Metric(
    key="proposals.assigned_answered", name="交办提案中已办复", unit="件", rows=queries.handed_over_answered,
    columns=COLUMNS,
    cuts=HANDLED, visible=rules.visible.rows, record_kind=KIND, rule="R1.113",
    meaning="交办日期在时段内的提案中，到期末已答复的。",
)
DUE = Metric(
    key="proposals.due", name="应办复提案", unit="件", rows=queries.due_handed_over, columns=COLUMNS, cuts=HANDLED,
    visible=rules.visible.rows, record_kind=KIND, rule="R1.114",
    meaning="交办日期在时段内的提案中，到期末已答复或办理期限已到的；未到期且未答复的不计。",
)
IN_TIME = Metric(
    key="proposals.in_time", name="按期办复提案", unit="件", rows=queries.answered_in_time, columns=COLUMNS,
    cuts=HANDLED,
    visible=rules.visible.rows, record_kind=KIND, rule="R1.114",
    meaning="应办复提案中，首次答复不晚于办理期限（经批准的延期计入）的。",
)
RETURNED = Metric(
    key="proposals.ratings", name="收回评价", unit="份", rows=queries.returned_ratings, columns=RATING_COLUMNS,
    cuts=RATED,
    visible=rating_visible, rule="R1.115",
    meaning="评价日期在时段内、对最后一轮答复的评价，每位提案人一份；未评价的不计。",
    aliases=("反馈意见表", "收回意见反馈表"),
)


def _rated(key: str, name: str, side: str, *grades: Grade) -> Metric:
    rows = queries.rated_result if side == "result" else queries.rated_attitude
    return Metric(
        key=key, name=name, unit="份", rows=lambda scope, period: rows(scope, period, *grades), columns=RATING_COLUMNS,
        cuts=RATED,
        visible=rating_visible, rule="R1.115", meaning=f"收回评价中{name}的份数。",
    )


PLEASED = _rated("proposals.rated_pleased", "结果满意或基本满意", "result", Grade.SATISFIED, Grade.BASICALLY)
SATISFIED = _rated("proposals.rated_satisfied", "结果满意", "result", Grade.SATISFIED)
BASICALLY = _rated("proposals.rated_basically", "结果基本满意", "result", Grade.BASICALLY)
DISSATISFIED = _rated("proposals.rated_dissatisfied", "结果不满意", "result", Grade.DISSATISFIED)
POLITE = _rated("proposals.attitude_pleased", "态度满意或基本满意", "attitude", Grade.SATISFIED, Grade.BASICALLY)

FILING_RATE = Share(
    key="proposals.filing_rate", name="立案率", part=FILED, whole=RECEIVED, rule="R1.112",
    meaning="立案提案 ÷ 收到提案。", aliases=("提案立案率",),
    says=(Says(subjects=("立案率", "提案立案率"), units=("%",)),),
)
ANSWERED_RATE = Share(
    key="proposals.answered_rate", name="办复率", part=ASSIGNED_ANSWERED, whole=ASSIGNED, rule="R1.113",
    meaning="交办提案中到期末已答复的 ÷ 交办提案。", aliases=("提案办复率", "答复率"),
    says=(Says(subjects=("办复率", "提案办复率", "答复率", "办理答复率"), units=("%",), excludes=("按期",)),
          Says(subjects=("提案",), actions=("办复", "答复"), units=("%",), excludes=("按期",))),
)
IN_TIME_RATE = Share(
    key="proposals.in_time_rate", name="按期办复率", part=IN_TIME, whole=DUE, rule="R1.114",
    meaning="按期办复提案 ÷ 应办复提案。", aliases=("按期办结率",),
    says=(Says(subjects=("按期办复率", "按时办复率", "按期答复率"), units=("%",)),),
)
RATED_RATE = Share(
    key="proposals.satisfaction", name="满意率", part=PLEASED, whole=RETURNED, rule="R1.115",
    meaning="口径A：（满意＋基本满意）÷ 收回评价，按办理结果计。", aliases=("提案满意率", "委员满意率", "满意度"),
    says=(Says(subjects=("满意率", "提案满意率", "委员满意率", "满意度", "满意和基本满意率", "办理满意率",
                         "对办理结果的满意率", "委员对办理结果的满意率", "委员对提案办理的满意率", "提案者满意率"),
               units=("%",), excludes=("基本满意率",)),),
)
SATISFACTION_B = Share(
    key="proposals.satisfaction_b", name="满意率（只计满意）", part=SATISFIED, whole=RETURNED, rule="R1.116",
    meaning="口径B：满意 ÷ 收回评价，按办理结果计；基本满意另列。",
)
BASICALLY_RATE = Share(
    key="proposals.basically_rate", name="基本满意率", part=BASICALLY, whole=RETURNED, rule="R1.116",
    meaning="口径B：基本满意 ÷ 收回评价。", says=(Says(subjects=("基本满意率",), units=("%",)),),
)
ATTITUDE_RATE = Share(
    key="proposals.attitude_rate", name="办理态度满意率", part=POLITE, whole=RETURNED, rule="R1.91",
    meaning="（态度满意＋基本满意）÷ 收回评价。",
    says=(Says(subjects=("办理态度满意率", "态度满意率"), units=("%",)),),
)
