"""Lists of proposals: the columns of a page and of an export, and the filter over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import sessions_of
from lvzhi.committee.vocabulary import session_name
from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.norms import codes
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries import matching
from lvzhi.proposals.queries.choosing import chosen
from lvzhi.proposals.rules import HIDDEN, clerk, reads_all
from lvzhi.proposals.vocabulary import (
    DECISION_TONES,
    EVERY_ONE,
    KEY_WORD,
    NUMBERED_TITLE,
    ONLY,
    RETURNS_EMPTY,
    TONES,
    VOIDED,
    Proposer,
    ReturnDecision,
    State,
    Track,
)
from lvzhi.proposals.vocabulary.past import PAST_MARK
from lvzhi.ui.formats import day
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.lines import Cell, plain
from lvzhi.ui.marks import Tag, tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table
from lvzhi.workflow.clocks import left

FINAL = (State.CLOSED, State.NOT_FILED, State.WITHDRAWN)
EVERY, YES = "", "1"


def address(proposal: Any) -> str:
    """The page of a proposal."""
    return reverse("proposals:detail", args=[proposal.uid])


def state_tag(proposal: Proposal) -> Tag:
    """Where it is; a voided one says so first."""
    if proposal.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(proposal.get_state_display(), TONES[State(proposal.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def due_tag(proposal: Proposal) -> Any:
    """The day the present step is due on, and under it what is left, as a tag."""
    return None if proposal.voided_at is not None else due_of(proposal)


def due_of(row: Any) -> Any:
    """The day a step is due on, and under it what is left, as a tag."""
    told = left(row.due_on, row.committee_id)
    if told is None:
        return None
    spent = tag(told.words, told.tone, "clock")
    return format_html('<time datetime="{}">{}</time><br>{}', f"{row.due_on}", day(row.due_on), spent)


def category(proposal: Proposal) -> str:
    """The category's name on the day it was filed."""
    if not proposal.category:
        return ""
    return codes.name_of("proposals.category", proposal.committee_id, proposal.category, proposal.filed_on)


def title(proposal: Proposal) -> str:
    """The title, with the marks of a key proposal and of one brought in from an earlier year."""
    marks = [word for word, fits in ((KEY_WORD, proposal.is_key), (PAST_MARK, proposal.brought_in_on)) if fits]
    return "".join(f"〔{word}〕" for word in marks) + proposal.title


COLUMNS = (
    Column("title", "案由", value=title, url=address, wide=True, head=True),
    Column("called", "编号", short=True),
    Column("proposer", "提案者"),
    Column("category", "类别", value=category, hide_on_phone=True),
    Column("lead_unit.name", "主办单位", hide_on_phone=True),
    Column("received_on", "收件日期", kind="date", hide_on_phone=True, short=True),
    Column("due", "本环节期限", value=due_tag, short=True),
    Column("state", "状态", kind="tag", value=state_tag, short=True),
)


def proposals_table(page: Page[Any], params: Mapping[str, Any], empty: str = "", hint: str = "") -> Table:
    """One page of proposals; a card each on a phone."""
    return Table(COLUMNS, page=page, params=params, empty=empty or NOTHING, empty_hint=hint)


NOTHING = "没有符合条件的提案"


def _category(place: int, code: str, on: Any) -> str:
    return codes.name_of("proposals.category", place, code, on) if code else ""


EXPORTED: tuple[tuple[Field, Cell], ...] = (
    (Field("serial", "收件号"), plain("serial")),
    (Field("number", "案号"), plain("number")),
    (Field("title", "案由", width=46), plain("title")),
    (Field("proposer", "提案者"), plain("proposer")),
    (
        Field("kind", "委员或集体"),
        Cell(("collective",), lambda it: str(Proposer.COLLECTIVE.label if it else Proposer.MEMBER.label)),
    ),
    (
        Field("session", "会次"),
        Cell(
            ("session__term__number", "session__number"),
            lambda term, number: "" if number is None else session_name(term, number),
        ),
    ),
    (Field("track", "大会或平时"), Cell(("track",), lambda it: str(Track(it).label))),
    (Field("category", "类别"), Cell(("committee_id", "category", "filed_on"), _category)),
    (Field("lead_unit", "主办单位"), Cell(("lead_unit__name",), lambda it: it or "")),
    (Field("received_on", "收件日期", kind="date"), plain("received_on")),
    (Field("filed_on", "立案日期", kind="date"), plain("filed_on")),
    (Field("assigned_on", "交办日期", kind="date"), plain("assigned_on")),
    (Field("answer_due_on", "办理期限", kind="date"), plain("answer_due_on")),
    (Field("answered_on", "答复日期", kind="date"), plain("answered_on")),
    (Field("result_class", "办理结果"), plain("result_class")),
    (Field("is_key", "重点提案"), plain("is_key")),
    (
        Field("state", "状态"),
        Cell(("state", "voided_at"), lambda state, voided: VOIDED if voided else str(State(state).label)),
    ),
    (Field("brought_in", PAST_MARK), Cell(("brought_in_on",), lambda it: it is not None)),
)


class FilterForm(Narrowing):
    """What the list of proposals can be narrowed to."""

    q = forms.CharField(label="案由、编号或提案者", required=False, max_length=80)
    state = forms.ChoiceField(label="状态", required=False)
    category = forms.ChoiceField(label="类别", required=False)
    track = forms.ChoiceField(label="大会或平时", required=False, choices=[(EVERY, "全部"), *Track.choices])
    proposer = forms.ChoiceField(label="委员或集体", required=False, choices=[(EVERY, "全部"), *Proposer.choices])
    session = forms.ChoiceField(label="会次", required=False)
    only = forms.ChoiceField(label="范围", required=False)

    def __init__(self, data: Mapping[str, Any], actor: Actor, committee: Committee | None) -> None:
        super().__init__(data)
        every = (EVERY, EVERY_ONE)
        hidden = set(HIDDEN) if reads_all(actor) else set()
        self._choices("state", [every, *((one, label) for one, label in State.choices if one not in hidden)])
        table = codes.choices("proposals.category", committee) if committee else []
        self._choices("category", [every, *table])
        sessions = list(sessions_of(committee)) if committee else []
        self._choices("session", [every, *((str(one.pk), one.name) for one in sessions)])
        only = [every, *((one, ONLY[one]) for one in ("key", "excellent", "overdue", "past"))]
        if committee is not None and any(
            actor.has(role, committee=committee.pk) for role in ("clerk", "proposal_head")
        ):
            only.append(("voided", ONLY["voided"]))
        self._choices("only", only)

    def _choices(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit; a value that cannot be meant narrows nothing, and the form says so beside its field."""
        wanted = self.wanted()
        text = wanted.get("q", "").strip()
        if text:
            rows = matching(rows, text)
        for name in ("state", "category", "track"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        if wanted.get("proposer"):
            rows = rows.filter(collective=wanted["proposer"] == Proposer.COLLECTIVE)
        if wanted.get("session"):
            rows = rows.filter(session_id=int(wanted["session"]))
        return self._only(rows, wanted.get("only", ""))

    @staticmethod
    def _only(rows: Any, only: str) -> Any:
        if only == "voided":
            return rows.exclude(voided_at=None)
        rows = rows.filter(voided_at=None)
        if only == "key":
            return rows.filter(is_key=True)
        if only == "excellent":
            return rows.filter(chosen())
        if only == "past":
            return rows.filter(brought_in_on__isnull=False)
        if only == "overdue":
            return rows.filter(due_on__lt=clock.today()).exclude(state__in=FINAL)
        return rows


def may_void(actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor may take a mis-entered proposal out of every figure, or bring it back."""
    return clerk(actor, proposal) and proposal.state not in HIDDEN


def decision_tag(row: Any) -> Tag:
    """How a unit's refusal was settled."""
    decision = ReturnDecision(row.decision)
    return Tag(str(decision.label), DECISION_TONES[decision])  # type: ignore[arg-type]  # reason: as above


RETURN_COLUMNS = (
    Column(
        "proposal.title",
        "案由",
        url=lambda row: address(row.proposal),
        wide=True,
        head=True,
        value=lambda row: NUMBERED_TITLE.format(number=row.proposal.number, title=row.proposal.title),
    ),
    Column("unit.name", "申请单位"),
    Column("trip", "第几次", kind="number", short=True),
    Column("ground", "理由"),
    Column("asked_on", "申请日期", kind="date", short=True),
    Column("decision", "处理结果", kind="tag", value=decision_tag, short=True),
    Column("decider", "处理人", short=True),
    Column("days", "天数", kind="number", short=True),
)


def returns_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the ledger of refusals."""
    return Table(RETURN_COLUMNS, page=page, params=params, empty=RETURNS_EMPTY)
