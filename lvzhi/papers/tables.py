"""Lists of papers and comments: the columns of a page and of an export, and the filters over them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html

from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.norms import codes
from lvzhi.papers.metrics import result_name
from lvzhi.papers.models import Comment, Paper
from lvzhi.papers.queries import matching, overdue
from lvzhi.papers.vocabulary import (
    COMMENT_TONES,
    KINDS,
    NO_COMMENTS,
    NO_PAPERS,
    NO_RECEIVED,
    ONLY,
    PAPER_TONES,
    RANKS,
    RECEIPT_NONE,
    RECEIPT_SOME,
    SIGNED_FOR,
    TO_SIGN_FOR,
    VOIDED,
    CommentState,
    PaperState,
)
from lvzhi.ui.formats import day
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.marks import Tag, tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table
from lvzhi.workflow.clocks import left


def address(paper: Any) -> str:
    """The page of a paper."""
    return reverse("papers:detail", args=[paper.uid])


def state_tag(paper: Paper) -> Tag:
    """Where it is; a voided one says so first."""
    if paper.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(paper.get_state_display(), PAPER_TONES[PaperState(paper.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def comment_tag(comment: Comment) -> Tag:
    """Where a comment is."""
    return Tag(comment.get_state_display(), COMMENT_TONES[CommentState(comment.state)])  # type: ignore[arg-type]  # reason: as above


def kind_name(paper: Any) -> str:
    """What the kind was called on the day of the document."""
    return codes.name_of(KINDS, paper.committee_id, paper.kind, paper.dated_on)


def rank_name(comment: Any) -> str:
    """What the leader's rank was called on the day."""
    return codes.name_of(RANKS, comment.committee_id, comment.rank, comment.commented_on)


def receipts(paper: Any) -> str:
    """How many of those it went to have signed for it."""
    if not paper.sent_to:
        return ""
    words = RECEIPT_SOME if paper.received_by else RECEIPT_NONE
    return words.format(sent=paper.sent_to, received=paper.received_by)


def due_tag(row: Any) -> Any:
    """The day an answer is due on, and what is left."""
    told = left(row.due_on, row.committee_id)
    if told is None:
        return None
    spent = tag(told.words, told.tone, "clock")
    return format_html('<time datetime="{}">{}</time><br>{}', f"{row.due_on}", day(row.due_on), spent)


COLUMNS = (
    Column("title", "标题", url=address, wide=True, head=True),
    Column("called", "文号", short=True),
    Column("kind", "种类", value=kind_name),
    Column(
        "organ", "起草机构", value=lambda row: row.organ.name_on(row.dated_on) if row.organ else "", hide_on_phone=True
    ),
    Column("signer", "签发人", hide_on_phone=True),
    Column("dated_on", "成文日期", kind="date", short=True),
    Column("receipts", "签收", value=receipts, hide_on_phone=True),
    Column("state", "状态", kind="tag", value=state_tag, short=True),
)
COMMENT_COLUMNS = (
    Column("paper.title", "文书", url=lambda row: address(row.paper), wide=True, head=True),
    Column("post", "领导", value=lambda row: row.post + row.leader),
    Column("rank", "层级", value=rank_name, hide_on_phone=True),
    Column("commented_on", "批示日期", kind="date", short=True),
    Column("unit.name", "承接单位"),
    Column("due", "反馈期限", value=due_tag, short=True),
    Column("result", "结果", value=result_name),
    Column("state", "状态", kind="tag", value=comment_tag, short=True),
)


def receipt_tag(row: Any) -> Tag:
    """Whether it has been signed for."""
    return Tag(SIGNED_FOR, "good", "good") if row.receipt_on else Tag(TO_SIGN_FOR, "warn", "clock")


RECEIVED_COLUMNS = (
    Column("paper.title", "标题", url=lambda row: address(row.paper), wide=True, head=True),
    Column("paper.called", "文号", short=True),
    Column("committee.display", "来文单位"),
    Column("name", "收文者", hide_on_phone=True),
    Column("sent_on", "发出日期", kind="date", short=True),
    Column("receipt_on", "签收日期", kind="date", short=True),
    Column("receipt", "签收", kind="tag", value=receipt_tag, short=True),
)
EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("number", "文号"), lambda row: row.number),
    (Field("title", "标题", width=46), lambda row: row.title),
    (Field("kind", "种类"), kind_name),
    (Field("addressee", "主送"), lambda row: row.addressee),
    (Field("organ", "起草机构"), lambda row: row.organ.name_on(row.dated_on) if row.organ else ""),
    (Field("drafter", "起草人"), lambda row: row.drafter),
    (Field("checker", "核稿人"), lambda row: row.checker),
    (Field("signer", "签发人"), lambda row: row.signer),
    (Field("dated_on", "成文日期", kind="date"), lambda row: row.dated_on),
    (Field("sent_on", "发出日期", kind="date"), lambda row: row.sent_on),
    (Field("receipts", "签收"), receipts),
    (Field("state", "状态"), lambda row: str(state_tag(row))),
)
COMMENTS_EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("number", "文号"), lambda row: row.paper.number),
    (Field("title", "文书", width=46), lambda row: row.paper.title),
    (Field("leader", "领导"), lambda row: row.post + row.leader),
    (Field("rank", "层级"), rank_name),
    (Field("commented_on", "批示日期", kind="date"), lambda row: row.commented_on),
    (Field("words", "批示内容", width=46), lambda row: row.words),
    (Field("unit", "承接单位"), lambda row: row.unit.name if row.unit else ""),
    (Field("due_on", "反馈期限", kind="date"), lambda row: row.due_on),
    (Field("answered_on", "反馈日期", kind="date"), lambda row: row.answered_on),
    (Field("answer", "办理情况", width=46), lambda row: row.answer),
    (Field("result", "结果"), result_name),
    (Field("state", "状态"), lambda row: str(comment_tag(row))),
)


def papers_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the register."""
    return Table(COLUMNS, page=page, params=params, empty=NO_PAPERS)


def comments_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the ledger of comments."""
    return Table(COMMENT_COLUMNS, page=page, params=params, empty=NO_COMMENTS)


def received_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of what came in."""
    return Table(RECEIVED_COLUMNS, page=page, params=params, empty=NO_RECEIVED)


class FilterForm(Narrowing):
    """What the register can be narrowed to."""

    q = forms.CharField(label="标题、文号、主送或签发人", required=False, max_length=80)
    kind = forms.ChoiceField(label="种类", required=False)
    state = forms.ChoiceField(label="状态", required=False)
    organ = forms.ChoiceField(label="起草机构", required=False)
    since = DayField(label="成文日期自", required=False)
    until = DayField(label="成文日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)

    def __init__(self, data: Mapping[str, Any], committee: Committee, *, voided: bool) -> None:
        super().__init__(data)
        self.choices("kind", codes.choices(KINDS, committee))
        self.choices("state", PaperState.choices)
        self.choices("organ", [(str(one.pk), one.name) for one in organs_on(committee, clock.today())])
        self.choices("only", [("voided", ONLY["voided"])] if voided else [])

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit."""
        wanted = self.wanted()
        if wanted.get("q", "").strip():
            rows = matching(rows, wanted["q"].strip())
        for name in ("kind", "state"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        if wanted.get("organ"):
            rows = rows.filter(organ_id=int(wanted["organ"]))
        if wanted.get("since"):
            rows = rows.filter(dated_on__gte=wanted["since"])
        if wanted.get("until"):
            rows = rows.filter(dated_on__lte=wanted["until"])
        return rows.exclude(voided_at=None) if wanted.get("only") == "voided" else rows.filter(voided_at=None)


class CommentFilter(Narrowing):
    """What the ledger of comments can be narrowed to."""

    q = forms.CharField(label="领导、文书或单位", required=False, max_length=80)
    rank = forms.ChoiceField(label="层级", required=False)
    state = forms.ChoiceField(label="状态", required=False)
    since = DayField(label="批示日期自", required=False)
    until = DayField(label="批示日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        self.choices("rank", codes.choices(RANKS, committee))
        self.choices("state", CommentState.choices)
        self.choices("only", [("overdue", ONLY["overdue"])])

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit."""
        from django.db.models import Q

        wanted = self.wanted()
        text = wanted.get("q", "").strip()
        if text:
            rows = rows.filter(
                Q(leader__icontains=text) | Q(paper__title__icontains=text) | Q(unit__name__icontains=text)
            )
        for name in ("rank", "state"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        if wanted.get("since"):
            rows = rows.filter(commented_on__gte=wanted["since"])
        if wanted.get("until"):
            rows = rows.filter(commented_on__lte=wanted["until"])
        return overdue(rows, clock.today()) if wanted.get("only") == "overdue" else rows
