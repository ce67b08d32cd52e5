"""Lists of publications: the columns of pages and exports, and the filters over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.urls import reverse

from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.exchange import Column as Field
from lvzhi.norms import codes
from lvzhi.publications import queries
from lvzhi.publications.metrics import level_name
from lvzhi.publications.queries import address
from lvzhi.publications.vocabulary.codes import LEVELS
from lvzhi.publications.vocabulary.states import PRINTED, TONES, AuthorKind, ClueState, ManuscriptState, Witness
from lvzhi.publications.vocabulary.words import ISSUE_NAME, ITEM_ONLY, NONE, ONLY, VOIDED
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def step_url(record: Any, key: str) -> str:
    """The page of a step."""
    return reverse("publications:step", args=[record._meta.model_name, record.uid, key])


def state_tag(record: Any) -> Tag:
    """Where it is; a voided one says so first."""
    if record.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(record.get_state_display(), TONES[record.state])  # type: ignore[arg-type]  # reason: the table holds tones


def issue_of(row: Any) -> str:
    """The issue a manuscript stands in."""
    return ISSUE_NAME.format(series=row.issue_series, number=row.issue_number) if row.issue_series else ""


def shown_articles(issue: Any) -> int:
    """How many articles it was printed with, or has now."""
    return int(issue.articles_count if issue.state in PRINTED else issue.has)


def shown_chars(issue: Any) -> int | None:
    """Its characters once it is printed."""
    return int(issue.chars) if issue.state in PRINTED else None


STATE = Column("state", "情况", kind="tag", value=state_tag, short=True)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "calls": (
        Column("title", "征集题目", url=address, wide=True, head=True),
        Column("span", "所涉时段", hide_on_phone=True),
        Column("until", "截止日期", kind="date", short=True),
        STATE,
    ),
    "clues": (
        Column("topic", "线索", url=address, wide=True, head=True),
        Column("span", "所涉时段"),
        Column("provider", "提供人", short=True),
        Column("offered_on", "提供日期", kind="date", short=True),
        Column("writer", "撰稿人", short=True),
        STATE,
    ),
    "manuscripts": (
        Column("title", "题目", url=address, wide=True, head=True),
        Column("author", "作者", short=True),
        Column("witness", "三亲", value=lambda row: str(Witness(row.witness).label), hide_on_phone=True),
        Column("submitted_on", "交稿日期", kind="date", short=True),
        Column("chars", "字数", kind="number", short=True),
        Column("issue", "期", value=issue_of),
        STATE,
    ),
    "issues": (
        Column("title", "期", url=address, value=str, wide=True, head=True),
        Column("theme", "专题", hide_on_phone=True),
        Column("articles", "篇数", kind="number", value=shown_articles, short=True),
        Column("chars", "字数", kind="number", value=shown_chars, short=True),
        Column("printed_on", "印刷日期", kind="date", short=True),
        STATE,
    ),
    "items": (
        Column("title", "标题", url=address, wide=True, head=True),
        Column("outlet.name", "媒体"),
        Column("level", "层级", value=level_name, short=True),
        Column("published_on", "发布日期", kind="date", short=True),
    ),
}
EXPORTED: dict[str, tuple[tuple[Field, Any], ...]] = {
    "clues": (
        (Field("topic", "线索题目", width=46), lambda row: row.topic),
        (Field("span", "所涉时段"), lambda row: row.span),
        (Field("knows", "知情人"), lambda row: row.knows),
        (Field("suggested", "建议作者"), lambda row: row.suggested),
        (Field("provider", "提供人"), lambda row: row.provider),
        (Field("unit", "提供人单位"), lambda row: row.unit),
        (Field("offered_on", "提供日期", kind="date"), lambda row: row.offered_on),
        (Field("writer", "撰稿人"), lambda row: row.writer),
        (Field("write_by", "约定交稿日期", kind="date"), lambda row: row.write_by),
        (Field("state", "情况"), lambda row: str(state_tag(row))),
    ),
    "manuscripts": (
        (Field("title", "题目", width=46), lambda row: row.title),
        (Field("author", "作者"), lambda row: row.author),
        (Field("author_kind", "作者类别"), lambda row: str(AuthorKind(row.author_kind).label)),
        (Field("witness", "三亲"), lambda row: str(Witness(row.witness).label)),
        (Field("submitted_on", "交稿日期", kind="date"), lambda row: row.submitted_on),
        (Field("chars", "字数", kind="int"), lambda row: row.chars),
        (Field("checked_on", "初审日期", kind="date"), lambda row: row.checked_on),
        (Field("edited_on", "复审日期", kind="date"), lambda row: row.edited_on),
        (Field("approved_on", "终审日期", kind="date"), lambda row: row.approved_on),
        (Field("issue", "期"), issue_of),
        (Field("authorised_on", "收到授权书", kind="date"), lambda row: row.authorised_on),
        (Field("fee", "稿酬（元）", kind="decimal"), lambda row: row.fee),
        (Field("paid_on", "支付日期", kind="date"), lambda row: row.paid_on),
        (Field("state", "情况"), lambda row: str(state_tag(row))),
    ),
    "issues": (
        (Field("title", "期", width=40), str),
        (Field("theme", "专题"), lambda row: row.theme),
        (Field("editor", "主编"), lambda row: row.editor),
        (Field("articles", "篇数", kind="int"), shown_articles),
        (Field("counted", "统计字数", kind="int"), lambda row: row.counted if row.state in PRINTED else None),
        (Field("declared", "申报字数", kind="int"), lambda row: row.declared),
        (Field("chars", "字数", kind="int"), shown_chars),
        (Field("internal", "准印证号或内部编号"), lambda row: row.internal),
        (Field("printed_on", "印刷日期", kind="date"), lambda row: row.printed_on),
        (Field("copies", "印数", kind="int"), lambda row: row.copies),
        (Field("sent_copies", "发放册数", kind="int"), lambda row: row.sent_copies),
        (Field("state", "情况"), lambda row: str(state_tag(row))),
    ),
    "items": (
        (Field("published_on", "发布日期", kind="date"), lambda row: row.published_on),
        (Field("title", "标题", width=46), lambda row: row.title),
        (Field("outlet", "媒体"), lambda row: row.outlet.name),
        (Field("kind", "媒体类型"), lambda row: row.outlet.get_kind_display()),
        (Field("level", "层级"), level_name),
        (Field("author", "撰稿人"), lambda row: row.author),
        (Field("organ", "撰稿机构"), lambda row: row.organ.name if row.organ else ""),
        (Field("url", "网址", width=60), lambda row: row.url),
    ),
}
ORDERS = {
    "calls": ("-starts_on", "-id"), "clues": ("-offered_on", "-id"), "manuscripts": ("-id",), "issues": ("-id",),
    "items": ("-published_on", "-id"),
}  # fmt: skip


def table(what: str, page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of a list."""
    return Table(COLUMNS[what], page=page, params=params, empty=NONE[what])


def mine_table(what: str, rows: Sequence[Any]) -> Table:
    """One's own manuscripts or clues."""
    key = "manuscripts" if what == "mine" else "clues"
    return Table(COLUMNS[key], rows=rows, empty=NONE[what])


class Filter(Narrowing):
    """What a list can be narrowed to, and how an export says so."""

    fields_searched: tuple[str, ...] = ()
    equal: tuple[str, ...] = ()
    dated = ""

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit."""
        wanted = self.wanted()
        if wanted.get("q", "").strip():
            rows = queries.matching(rows, wanted["q"].strip(), self.fields_searched)
        for name in self.equal:
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        for name, how in (("since", "gte"), ("until", "lte")):
            if wanted.get(name):
                rows = rows.filter(**{f"{self.dated}__{how}": wanted[name]})
        return self.rest(rows, wanted)

    def rest(self, rows: Any, wanted: Mapping[str, Any]) -> Any:
        """Voided ones only when asked for."""
        return rows.exclude(voided_at=None) if wanted.get("only") == "voided" else rows.filter(voided_at=None)


class CallFilter(Filter):
    """Calls by words."""

    q = forms.CharField(label="题目、内容", required=False, max_length=80)
    fields_searched = ("title", "topic")

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)


class ClueFilter(Filter):
    """Clues by words, state and day."""

    q = forms.CharField(label="题目、提供人、撰稿人", required=False, max_length=80)
    state = forms.ChoiceField(label="情况", required=False)
    since = DayField(label="提供日期自", required=False)
    until = DayField(label="提供日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)
    fields_searched = ("topic", "provider", "writer")
    equal = ("state",)
    dated = "offered_on"

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        self.choices("state", ClueState.choices)
        self.choices("only", [("voided", VOIDED)])


class ManuscriptFilter(Filter):
    """Manuscripts by words, state, witness, author, day, and what still has to be done."""

    q = forms.CharField(label="题目、作者", required=False, max_length=80)
    state = forms.ChoiceField(label="情况", required=False)
    witness = forms.ChoiceField(label="三亲", required=False)
    author_kind = forms.ChoiceField(label="作者类别", required=False)
    since = DayField(label="交稿日期自", required=False)
    until = DayField(label="交稿日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)
    fields_searched = ("title", "author")
    equal = ("state", "witness", "author_kind")
    dated = "submitted_on"

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        self.choices("state", ManuscriptState.choices)
        self.choices("witness", Witness.choices)
        self.choices("author_kind", AuthorKind.choices)
        self.choices("only", ONLY.items())

    def rest(self, rows: Any, wanted: Mapping[str, Any]) -> Any:
        return queries.only(rows, wanted.get("only", ""))


class IssueFilter(Filter):
    """Issues by words and day of printing."""

    q = forms.CharField(label="刊名、期号、专题", required=False, max_length=80)
    since = DayField(label="印刷日期自", required=False)
    until = DayField(label="印刷日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)
    fields_searched = ("series", "number", "theme")
    dated = "printed_on"

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        self.choices("only", [("voided", VOIDED)])


class ItemFilter(Filter):
    """Publicity by words, outlet, level and day."""

    q = forms.CharField(label="标题、撰稿人", required=False, max_length=80)
    level = forms.ChoiceField(label="层级", required=False)
    outlet = forms.ChoiceField(label="媒体", required=False)
    organ = forms.ChoiceField(label="撰稿机构", required=False)
    since = DayField(label="发布日期自", required=False)
    until = DayField(label="发布日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)
    fields_searched = ("title", "author")
    equal = ("level", "outlet", "organ")
    dated = "published_on"

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        self.choices("level", codes.choices(LEVELS, committee))
        self.choices("outlet", [(str(one.pk), one.name) for one in queries.outlets(committee)])
        self.choices("organ", [(str(one.pk), one.name) for one in organs_on(committee, clock.today())])
        self.choices("only", ITEM_ONLY.items())

    def rest(self, rows: Any, wanted: Mapping[str, Any]) -> Any:
        rows = super().rest(rows, wanted)
        if wanted.get("only") == "own":
            return rows.filter(level=OWN)
        return rows.exclude(level=OWN) if wanted.get("only") == "others" else rows


OWN = "own"
FILTERS: dict[str, Any] = {
    "calls": CallFilter, "clues": ClueFilter, "manuscripts": ManuscriptFilter, "issues": IssueFilter,
    "items": ItemFilter,
}  # fmt: skip
