"""What a call, a clue, a manuscript, an issue and a report ask when they are entered."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.exchange import BadFile
from lvzhi.exchange.text import read_text
from lvzhi.norms import codes
from lvzhi.publications import norms, queries
from lvzhi.publications.forms.fields import (
    PHONE,
    SPAN,
    ByTitle,
    day_of,
    lines,
    member_field,
    offer,
    one_file,
    organ_field,
)
from lvzhi.publications.models import NAME_MOST, TITLE_MOST, URL_MOST, Call, Clue, Outlet
from lvzhi.publications.vocabulary.codes import LEVELS
from lvzhi.publications.vocabulary.sentences import REFUSALS
from lvzhi.publications.vocabulary.states import AuthorKind, OutletKind, Witness
from lvzhi.publications.vocabulary.words import CHOOSE, HELPS, NOT_CHOSEN
from lvzhi.ui.forms import ByName, FilesField, LongText, Segmented, UiForm

MOST_FILES = 20


class CallForm(UiForm):
    """What is asked for, until when."""

    title = forms.CharField(label="征集题目", max_length=TITLE_MOST)
    topic = forms.CharField(label="征集内容", widget=LongText(rows=6))
    span = forms.CharField(label="所涉时段", max_length=NAME_MOST, required=False, help_text=SPAN)
    until = DayField(label="截止日期")
    contact = forms.CharField(label="联系人和电话", max_length=NAME_MOST, required=False)
    organ = organ_field("征集机构")

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        offer(self, committee, clock.today())


class ClueForm(UiForm):
    """What somebody knows; staff also says who offers it."""

    topic = forms.CharField(label="线索题目", max_length=TITLE_MOST)
    text = forms.CharField(label="线索内容", widget=LongText(rows=6), help_text=HELPS["clue_text"])
    span = forms.CharField(label="所涉时段", max_length=NAME_MOST, help_text=SPAN)
    knows = lines("知情人", required=True, rows=2, help_text=HELPS["knows"])
    suggested = forms.CharField(label="建议作者", max_length=NAME_MOST, help_text=HELPS["suggested"])
    call = ByTitle(label="回应哪次征集", required=False, queryset=Call.objects.none(), empty_label=NOT_CHOSEN)
    person = member_field("提供线索的委员")
    name = forms.CharField(label="或社会人士姓名", max_length=NAME_MOST, required=False)
    unit = forms.CharField(label="社会人士单位", max_length=NAME_MOST, required=False)
    phone = forms.CharField(
        label="社会人士电话", max_length=NAME_MOST, required=False, widget=PHONE, help_text=HELPS["phone"]
    )

    def __init__(self, *args: Any, committee: Committee, keeps: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        call: Any = self.fields["call"]
        call.queryset = queries.open_calls(committee)
        if not keeps:
            for field in ("person", "name", "unit", "phone"):
                del self.fields[field]
        offer(self, committee, clock.today())


class ManuscriptForm(UiForm):
    """A manuscript: title, kind of witness, text typed, pasted or read from a file; staff also says whose it is."""

    title = forms.CharField(label="题目", max_length=TITLE_MOST)
    witness = forms.ChoiceField(
        label="亲历、亲见、亲闻", choices=Witness.choices, widget=Segmented, initial=Witness.LIVED,
        help_text=HELPS["witness"],
    )  # fmt: skip
    author_kind = forms.ChoiceField(
        label="作者", choices=AuthorKind.choices, widget=Segmented, initial=AuthorKind.OUTSIDE
    )  # fmt: skip
    person = member_field("委员")
    organ = organ_field()
    author = forms.CharField(
        label="署名", max_length=NAME_MOST, required=False, help_text="社会人士写姓名；委员和机构不填的，用本名。"
    )
    span = forms.CharField(label="所涉时段", max_length=NAME_MOST, required=False, help_text=SPAN)
    call = ByTitle(label="回应哪次征集", required=False, queryset=Call.objects.none(), empty_label=NOT_CHOSEN)
    clue = ByTitle(label="根据哪条线索", required=False, queryset=Clue.objects.none(), empty_label=NOT_CHOSEN)
    text = forms.CharField(label="正文", required=False, help_text=HELPS["text"])
    upload = one_file("或上传文稿", help_text=HELPS["file"])

    def __init__(
        self, *args: Any, committee: Committee, staff: bool, actor: Any = None, record: Any = None, **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        day = day_of(actor)
        self.fields["text"].widget = LongText(rows=14, skips=norms.skips(committee, day))
        call, clue = (self.fields[name] for name in ("call", "clue"))
        clues = queries.open_clues(committee) if staff else queries.commissions(actor, committee)
        call.queryset, clue.queryset = queries.open_calls(committee), clues  # type: ignore[attr-defined]  # reason: choices of models
        if record is not None:
            call.queryset |= Call.objects.filter(pk=record.call_id)  # type: ignore[attr-defined]  # reason: as above
            clue.queryset |= Clue.objects.filter(pk=record.clue_id)  # type: ignore[attr-defined]  # reason: as above
        if not staff:
            for name in ("author_kind", "person", "organ", "author"):
                del self.fields[name]
        if not staff and not clue.queryset.exists():  # type: ignore[attr-defined]  # reason: as above
            del self.fields["clue"]
        offer(self, committee, day)

    def clean(self) -> dict[str, Any]:
        """The text of an upload takes the place of the empty field."""
        found = super().clean() or {}
        upload = found.get("upload")
        if not upload:
            return found
        if (found.get("text") or "").strip():
            self.add_error("upload", REFUSALS["publications.text_twice"])
            return found
        try:
            found["text"] = read_text(upload, upload.name or "").text
        except BadFile as problem:
            self.add_error("upload", REFUSALS["publications.file_unread"].format(problem=problem.sentence))
        return found


class IssueForm(UiForm):
    """What an issue is called, and who edits it."""

    series = forms.CharField(label="刊名", max_length=NAME_MOST, help_text="不用写书名号。")
    number = forms.CharField(label="期号", max_length=NAME_MOST, help_text="例如：第12期、2022年第1期。")
    theme = forms.CharField(label="专题", max_length=TITLE_MOST, required=False)
    editor = forms.CharField(label="主编", max_length=NAME_MOST, required=False)
    organ = organ_field("编辑机构")

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        offer(self, committee, clock.today())
        self.fields["series"].initial = queries.last_series(committee)


class ItemForm(UiForm):
    """What was published where and when, with its address or a copy."""

    title = forms.CharField(label="标题", max_length=TITLE_MOST)
    published_on = DayField(label="发布日期")
    outlet = ByName(label="媒体", required=False, queryset=Outlet.objects.none(), empty_label=CHOOSE)
    new_outlet = forms.CharField(
        label="或新媒体名称", max_length=NAME_MOST, required=False, help_text=HELPS["new_outlet"]
    )  # fmt: skip
    kind = forms.ChoiceField(label="新媒体类型", required=False, choices=[("", NOT_CHOSEN), *OutletKind.choices])
    level = forms.ChoiceField(label="新媒体层级", required=False)
    url = forms.CharField(
        label="网址", max_length=URL_MOST, required=False, help_text=HELPS["url"],
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )  # fmt: skip
    uploads = FilesField(label="照片、截图或扫描件", required=False, limit=MOST_FILES, help_text=HELPS["upload"])
    author = forms.CharField(label="撰稿人", max_length=NAME_MOST, required=False)
    organ = organ_field("撰稿机构", help_text=HELPS["organ"])
    words = lines("说明")

    def __init__(self, *args: Any, committee: Committee, record: Any = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        today = clock.today()
        outlet, level = (self.fields[name] for name in ("outlet", "level"))
        outlet.queryset = queries.outlets(committee)  # type: ignore[attr-defined]  # reason: a choice of models
        level.choices = [("", NOT_CHOSEN), *codes.choices(LEVELS, committee, today)]  # type: ignore[attr-defined]  # reason: a choice
        self.fields["published_on"].initial = today
        if record is not None:
            del self.fields["uploads"]
        offer(self, committee, today)
