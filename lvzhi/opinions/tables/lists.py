"""The lists of items."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.urls import reverse

from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.norms import codes
from lvzhi.opinions import queries
from lvzhi.opinions.queries import address, reported_by
from lvzhi.opinions.vocabulary.chain import LATEST
from lvzhi.opinions.vocabulary.codes import CATEGORIES
from lvzhi.opinions.vocabulary.marks import CONCERN_HOLDERS, CONCERN_TONES, SUGGESTION_TONES
from lvzhi.opinions.vocabulary.states import NOT_IN, ConcernState, Source, Turn
from lvzhi.opinions.vocabulary.words import CUT, ERASED, NAMES, NONE, ONLY, URGENT, VOIDED
from lvzhi.ui.formats import day
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table
from lvzhi.workflow.clocks import left

LONGEST: Final = 80
SHOWN: Final = 60  # signs of a suggestion in a list


def step_url(record: Any, key: str) -> str:
    """The page of a step."""
    return reverse("opinions:step", args=[record._meta.model_name, record.uid, key])


def state_tag(record: Any) -> Tag:
    """Where it is; a voided one says so first."""
    if record.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(record.get_state_display(), CONCERN_TONES[record.state])  # type: ignore[arg-type]  # reason: the table holds tones


def category_name(record: Any) -> str:
    """Its category in words, as the day of handing in had it."""
    return codes.name_of(CATEGORIES, record.committee_id, record.category, record.submitted_on)


def source_name(record: Any) -> str:
    """Its source in words."""
    return str(Source(record.source).label)


def holder(record: Any) -> str:
    """Who has it now."""
    return CONCERN_HOLDERS.get(record.state, "")


def left_tag(record: Any) -> Tag | None:
    """What is left of its time."""
    found = left(record.due_on, record.committee_id)
    return Tag(found.words, found.tone) if found else None  # type: ignore[arg-type]  # reason: clocks give tones


def latest(record: Any) -> str:
    """What became of it last, in words."""
    found = record.latest
    return LATEST.format(body=found.body, turn=Turn(found.turn).label, day=day(found.on)) if found else ""


def urgent_tag(record: Any) -> Tag | None:
    """That it is urgent."""
    return Tag(URGENT, "bad", "bell") if record.urgent else None


TITLE = Column("current_title", "标题", url=address, wide=True, head=True)
STATE = Column("state", "情况", kind="tag", value=state_tag, short=True)
BY = Column("by", "反映人", value=reported_by)
DAY = Column("submitted_on", "提交日期", kind="date", short=True)
CATEGORY = Column("category", "类别", value=category_name, short=True, hide_on_phone=True)
LEFT = Column("due_on", "期限", kind="tag", value=left_tag, short=True)
MINE: Final = (
    TITLE, DAY, STATE, Column("holder", "现在由谁办理", value=holder, short=True),
    Column("latest", "最新去向", value=latest),
)  # fmt: skip
SCREENING: Final = (
    TITLE, Column("urgent", "缓急", kind="tag", value=urgent_tag, short=True), BY, CATEGORY,
    Column("state_since", "等待自", kind="date", short=True), LEFT, STATE,
)  # fmt: skip
ALL: Final = (TITLE, BY, CATEGORY, DAY, STATE)
EXPORTED: Final[tuple[tuple[Field, Callable[[Any], Any]], ...]] = (
    (Field("title", "标题", width=46), lambda row: row.current_title),
    (Field("category", "类别"), category_name),
    (Field("source", "来源"), source_name),
    (Field("organ", "反映机构"), lambda row: row.organ.name_on(row.submitted_on) if row.organ else ""),
    (Field("authors", "反映人", width=30), lambda row: NAMES.join(one.name for one in row.told)),
    (Field("urgent", "缓急"), lambda row: URGENT if row.urgent else ""),
    (Field("chars", "字数", kind="int"), lambda row: row.chars),
    (Field("submitted_on", "提交日期", kind="date"), lambda row: row.submitted_on),
    (Field("screened_on", "筛选日期", kind="date"), lambda row: row.screened_on),
    (Field("edited_on", "编辑日期", kind="date"), lambda row: row.edited_on),
    (Field("checked_on", "核稿日期", kind="date"), lambda row: row.checked_on),
    (Field("issued_on", "首次编发日期", kind="date"), lambda row: row.issued_on),
    (Field("state", "情况"), lambda row: str(state_tag(row))),
)  # fmt: skip


def all_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of all items."""
    return Table(ALL, page=page, params=params, empty=NONE["all"])


def mine_table(rows: Sequence[Any]) -> Table:
    """One's own items."""
    return Table(MINE, rows=rows, empty=NONE["mine"])


def screening_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """Items that wait for an editor."""
    return Table(SCREENING, page=page, params=params, empty=NONE["screening"])


class ConcernFilter(Narrowing):
    """Items by words, author, state, category, source, organ, day; what is urgent, overdue or voided (R2.6)."""

    q = forms.CharField(label="标题、正文", required=False, max_length=LONGEST)
    who = forms.CharField(label="反映人", required=False, max_length=LONGEST)
    state = forms.ChoiceField(label="情况", required=False)
    category = forms.ChoiceField(label="类别", required=False)
    source = forms.ChoiceField(label="来源", required=False)
    organ = forms.ChoiceField(label="反映机构", required=False)
    since = DayField(label="提交日期自", required=False)
    until = DayField(label="提交日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        today = clock.today()
        self.choices("state", [one for one in ConcernState.choices if one[0] not in NOT_IN])
        self.choices("category", codes.choices(CATEGORIES, committee))
        self.choices("source", Source.choices)
        self.choices("organ", [(str(one.pk), one.name) for one in organs_on(committee, today)])
        self.choices("only", ONLY.items())

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit."""
        wanted = self.wanted()
        text, who = wanted.get("q", "").strip(), wanted.get("who", "").strip()
        if text:
            rows = queries.matching(rows, text)
        if who:
            rows = queries.by_author(rows, who)
        for name in ("state", "category", "source", "organ"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        for name, how in (("since", "gte"), ("until", "lte")):
            if wanted.get(name):
                rows = rows.filter(**{f"submitted_on__{how}": wanted[name]})
        return _only(rows, wanted.get("only", ""))


def _only(rows: Any, wanted: str) -> Any:
    if wanted == "voided":
        return rows.exclude(voided_at=None)
    rows = rows.filter(voided_at=None)
    if wanted == "urgent":
        return rows.filter(urgent=True)
    return rows.filter(due_on__lt=clock.today()) if wanted == "overdue" else rows


def suggestion_tag(record: Any) -> Tag:
    """What became of a suggestion; a voided one says so first."""
    if record.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(record.get_state_display(), SUGGESTION_TONES[record.state])  # type: ignore[arg-type]  # reason: the table holds tones


def beginning(record: Any) -> str:
    """The beginning of a suggestion; what was erased says so."""
    text = " ".join(record.text.split())
    return (text[:SHOWN] + CUT if len(text) > SHOWN else text) or ERASED


SUGGESTIONS: Final = (
    Column("text", "建议", url=address, value=beginning, wide=True, head=True),
    Column("offered_on", "提交日期", kind="date", short=True), LEFT,
    Column("state", "情况", kind="tag", value=suggestion_tag, short=True),
)  # fmt: skip


def suggestions_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of suggestions."""
    return Table(SUGGESTIONS, page=page, params=params, empty=NONE["suggestions"])
