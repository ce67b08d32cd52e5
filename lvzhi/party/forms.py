"""What the register, meetings, quarters and deeds ask."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from django import forms

from lvzhi import norms
from lvzhi.ballots.queries import may_tell
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock, reckon
from lvzhi.norms.calendars import calendar_of
from lvzhi.party.actions import field_of
from lvzhi.party.models import NAME_MOST, TEXT_MOST, TITLE_MOST, WORDS_MOST, Body, Meeting
from lvzhi.party.norms import ACCOUNT_DUE
from lvzhi.party.queries import (
    found_persons,
    grades,
    kinds_for,
    lines_of,
    meetings_appraising,
    named,
    seats_on,
)
from lvzhi.party.vocabulary import PEOPLE_HINT, TOLD, UNGRADED, YEAR_NAME, BodyKind, Form, Post
from lvzhi.people.models import Person
from lvzhi.people.queries.picking import known_persons
from lvzhi.ui.forms import ByName, Checks, LongText, OneFile, Segmented, Several, UiForm
from lvzhi.workflow.forms import StepForm

MANY_GROUPS = 50


class People(Several):
    """Party members of a committee."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("help_text", PEOPLE_HINT)
        super().__init__(search="party:pick", **rest)

    def within(self, committee: Committee, day: dt.date) -> None:
        """Say whose people, and on which day they are in office."""
        self.point(
            known_persons(committee),
            lambda rows: {
                key: TOLD.format(name=name, work=work) if work else name for key, (name, work) in named(rows).items()
            },
            lambda text: found_persons(committee, text, day),
        )


class Came(forms.ModelMultipleChoiceField[Any]):
    """Who came, each with a box; two of one name are told apart by what they do."""

    twins: frozenset[str] = frozenset()

    def label_from_instance(self, obj: Any) -> str:
        return TOLD.format(name=obj.name, work=obj.work) if obj.name in self.twins and obj.work else str(obj.name)


class BodyForm(UiForm):
    """An organisation of the register."""

    name = forms.CharField(label="名称", max_length=NAME_MOST, help_text="例如：经济委员会党支部。")
    kind = forms.ChoiceField(label="类型", choices=BodyKind.choices, initial=BodyKind.BRANCH, widget=Segmented)
    form = forms.ChoiceField(label="设立方式", choices=Form.choices, initial=Form.FIXED, widget=Segmented)
    organ = ByName(label="所在机构", required=False, queryset=Organ.objects.none(), empty_label="没有")
    above = ByName(label="上级党组织", required=False, queryset=Body.objects.none(), empty_label="没有")
    starts = DayField(label="设立日期")
    decided_by = forms.CharField(label="设立依据", max_length=NAME_MOST, required=False, help_text="批复文号或会议。")
    has_board = forms.BooleanField(label="设支部委员会", required=False, help_text="设了的，每月召开支委会。")
    groups = forms.IntegerField(
        label="党小组数", min_value=0, max_value=MANY_GROUPS, initial=0, help_text="没有党小组的填0，不要求党小组会。"
    )

    def __init__(self, *args: Any, committee: Committee, body: Body | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        organ: Any = self.fields["organ"]
        organ.queryset = organs_on(committee, clock.today())
        above: Any = self.fields["above"]
        above.queryset = Body.objects.live().filter(committee=committee, ends=None).exclude(pk=body.pk if body else 0)
        if body is None:
            self.fields["starts"].initial = clock.today()


class EndForm(UiForm):
    """The day on which something ends."""

    ends = DayField(label="日期")

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["ends"].initial = clock.today()


class SeatForm(UiForm):
    """Who, as what, from when."""

    people = People(label="党员")
    post = forms.ChoiceField(label="职务", choices=Post.choices, initial=Post.MEMBER, widget=Segmented)
    starts = DayField(label="列入日期")

    def __init__(self, *args: Any, body: Body, **rest: Any) -> None:
        super().__init__(*args, **rest)
        people: Any = self.fields["people"]
        people.within(body.committee, clock.today())
        self.fields["starts"].initial = clock.today()


class RepostForm(UiForm):
    """Another post from a day."""

    post = forms.ChoiceField(label="改任", choices=Post.choices, widget=Segmented)
    starts = DayField(label="任职日期")

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["starts"].initial = clock.today()


class MeetingForm(UiForm):
    """A meeting to come, or one held already."""

    kind = forms.ChoiceField(label="种类")
    title = forms.CharField(label="主题", max_length=TITLE_MOST)
    held_on = DayField(label="日期", help_text="已经召开的填召开日期，保存后登记到会情况。")
    place = forms.CharField(label="地点", max_length=NAME_MOST, required=False)
    host = forms.CharField(label="主持人（主讲人）", max_length=NAME_MOST, required=False)

    def __init__(self, *args: Any, body: Body, **rest: Any) -> None:
        super().__init__(*args, **rest)
        kind: Any = self.fields["kind"]
        kind.choices = [(one.code, one.name) for one in kinds_for(body, clock.today())]
        self.fields["held_on"].initial = clock.today()


class HoldForm(StepForm):
    """Who came and what was decided."""

    held_on = DayField(label="召开日期")
    people = Came(label="到会党员", queryset=Person.objects.none(), widget=Checks, help_text="没有到会的请取消勾选。")
    place = forms.CharField(label="地点", max_length=NAME_MOST, required=False)
    host = forms.CharField(label="主持人（主讲人）", max_length=NAME_MOST, required=False)
    text = forms.CharField(
        label="内容和决议", required=False, max_length=TEXT_MOST, widget=LongText(limit=TEXT_MOST),
        help_text="非涉密系统，请勿写入涉密内容。照片、记录可在保存后上传。",
    )  # fmt: skip

    def prepare(self) -> None:
        """The people of the organisation that day, all of them ticked."""
        meeting = self.record
        persons = [row.person for row in seats_on(meeting.body, meeting.held_on)]
        people: Any = self.fields["people"]
        people.queryset = Person.objects.filter(pk__in=[one.pk for one in persons])
        people.twins = frozenset(name for name, many in Counter(one.name for one in persons).items() if many > 1)
        people.initial = [one.pk for one in persons]
        for name in ("held_on", "place", "host"):
            self.fields[name].initial = getattr(meeting, name)


class ReviewForm(StepForm):
    """Why something is missing."""

    note = forms.CharField(
        label="欠缺的原因和补救安排", required=False, max_length=WORDS_MOST, widget=LongText(rows=4),
        help_text="都已开展的可以不填。",
    )  # fmt: skip


class DeedForm(UiForm):
    """What a Party member did for the public."""

    title = forms.CharField(label="实事名称", max_length=TITLE_MOST)
    done_on = DayField(label="办理日期")
    beneficiary = forms.CharField(label="服务对象", max_length=NAME_MOST, required=False)
    text = forms.CharField(
        label="办理情况", max_length=TEXT_MOST, widget=LongText(limit=TEXT_MOST),
        help_text="办了什么、结果怎样。照片等佐证材料在保存后上传。",
    )  # fmt: skip


class DeedForForm(DeedForm):
    """The same on behalf of somebody."""

    people = People(label="党员", multiple=False)
    field_order = ("people",)

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        people: Any = self.fields["people"]
        people.within(committee, clock.today())


class CorrectForm(StepForm):
    """The deed again."""

    title = forms.CharField(label="实事名称", max_length=TITLE_MOST)
    done_on = DayField(label="办理日期")
    beneficiary = forms.CharField(label="服务对象", max_length=NAME_MOST, required=False)
    text = forms.CharField(label="办理情况", max_length=TEXT_MOST, widget=LongText(limit=TEXT_MOST))

    def prepare(self) -> None:
        """As it stands."""
        for name in self.fields:
            self.fields[name].initial = getattr(self.record, name)


class GroundForm(StepForm):
    """What is missing."""

    ground = forms.CharField(label="需要补充什么", max_length=WORDS_MOST, widget=LongText(rows=3))


class AppraiseForm(UiForm):
    """Which year, until when members write, and whether a secret ballot is wanted."""

    year = forms.TypedChoiceField(label="年度", coerce=int, widget=Segmented)
    account_by = DayField(label="个人自评截止日期")
    by_ballot = forms.BooleanField(
        label="评议大会用无记名投票测评", required=False,
        help_text="选了的，由办公室组织投票；公布结果后评定等次。",
    )  # fmt: skip

    def __init__(self, *args: Any, body: Body, **rest: Any) -> None:
        super().__init__(*args, **rest)
        today = clock.today()
        years = (today.year, today.year - 1)
        year: Any = self.fields["year"]
        year.choices = [(one, YEAR_NAME.format(year=one)) for one in years]
        year.initial = today.year
        term = norms.value(ACCOUNT_DUE, body.committee_id, today)
        self.fields["account_by"].initial = reckon(today, term, calendar_of(body.committee_id)).date


class AccountForm(StepForm):
    """A member's own account of the year."""

    text = forms.CharField(
        label="个人自评", max_length=TEXT_MOST, widget=LongText(limit=TEXT_MOST),
        help_text="一年来履行党员义务、发挥作用的情况，不足和改进。非涉密系统，请勿写入涉密内容。",
    )  # fmt: skip

    def prepare(self) -> None:
        """As it stands."""
        self.fields["text"].initial = self.record.text


class AskBallotForm(StepForm):
    """When the ballot is, and who opens the urn."""

    held_on = DayField(label="投票日期")
    tellers = Several(
        label="监票人", search="ballots:pick",
        help_text="两名以上；系统、安全、审计管理员不能担任。保存后由监票人各自领取监票码。",
    )  # fmt: skip

    def prepare(self) -> None:
        """Accounts of the committee."""
        field: Any = self.fields["tellers"]
        field.point(
            may_tell(self.record.committee),
            lambda rows: {row.pk: row.name for row in rows},
            lambda text: may_tell(self.record.committee, text),
        )
        self.fields["held_on"].initial = clock.today()


class MeetingChoice(forms.ModelChoiceField[Any]):
    """A meeting, told by its day and subject."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.held_on.isoformat()} {obj.title}"


class MeetForm(StepForm):
    """Which meeting it was."""

    meeting = MeetingChoice(label="评议大会", queryset=Meeting.objects.none(), empty_label=None)

    def prepare(self) -> None:
        """Meetings of this kind that the branch held."""
        field: Any = self.fields["meeting"]
        field.queryset = meetings_appraising(self.record)
        field.initial = field.queryset.first()


class GradesForm(StepForm):
    """A grade for every member of the list."""

    note = forms.CharField(
        label="说明", required=False, max_length=WORDS_MOST, widget=LongText(rows=3),
        help_text="暂不评定、基本合格以下的写明原因；结果经上级党组织确认后反馈本人。",
    )  # fmt: skip

    def prepare(self) -> None:
        """Those on the list, with the grade they have."""
        day = clock.today()
        choices = [("", UNGRADED), *((one.code, one.name) for one in grades(self.record.committee_id, day))]
        fields: dict[str, Any] = {}
        for one in lines_of(self.record):
            fields[field_of(one)] = forms.ChoiceField(
                label=one.called, choices=choices, required=False, initial=one.grade, widget=Segmented
            )
        self.fields = {**fields, "note": self.fields["note"]}
        self.fields["note"].initial = self.record.note


class ReturnForm(StepForm):
    """Why something is given back."""

    ground = forms.CharField(label="退回的理由", max_length=WORDS_MOST, widget=LongText(rows=3))


class MinutesForm(UiForm):
    """What was said in criticism and self-criticism."""

    text = forms.CharField(
        label="批评与自我批评记录", max_length=TEXT_MOST, widget=LongText(limit=TEXT_MOST, rows=14),
        help_text="非涉密系统，请勿写入涉密内容。",
    )  # fmt: skip


class PointForm(UiForm):
    """Which leader, which branch, from when."""

    people = People(label="领导", multiple=False)
    body = ByName(label="联系的党组织", queryset=Body.objects.none(), empty_label=None)
    starts = DayField(label="起始日期")

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        today = clock.today()
        people: Any = self.fields["people"]
        people.within(committee, today)
        body: Any = self.fields["body"]
        body.queryset = Body.objects.live().filter(committee=committee, kind=BodyKind.BRANCH, ends=None)
        self.fields["starts"].initial = today


class VisitForm(UiForm):
    """When, and what was done."""

    visited_on = DayField(label="日期")
    text = forms.CharField(label="做了什么", required=False, max_length=WORDS_MOST, widget=LongText(rows=4))


class DutiesForm(UiForm):
    """Items for one or several lists."""

    people = People(label="责任人", help_text="可选几名：每个事项列入每人的清单。领导、支部书记、副书记。")
    items = forms.CharField(
        label="责任事项", widget=LongText(rows=8),
        help_text="一行一项，可以整段粘贴。冒号后面的是工作内容，例如“讲党课：每年为所在支部讲一次党课”。",
    )  # fmt: skip
    finish_by = DayField(label="完成时限")

    def __init__(self, *args: Any, committee: Committee, year: int, **rest: Any) -> None:
        super().__init__(*args, **rest)
        people: Any = self.fields["people"]
        people.within(committee, clock.today())
        self.fields["finish_by"].initial = dt.date(year, 12, 31)


class FinishForm(StepForm):
    """When it was done, and how."""

    done_on = DayField(label="完成日期")
    result = forms.CharField(
        label="完成情况", max_length=TEXT_MOST, widget=LongText(limit=TEXT_MOST, rows=5),
        help_text="做了什么、结果怎样。佐证材料在事项页面上传。",
    )  # fmt: skip

    def prepare(self) -> None:
        """Today, and what was said before it was given back."""
        self.fields["done_on"].initial = clock.today()
        self.fields["result"].initial = self.record.result


class SheetForm(UiForm):
    """A sheet of branches and their members."""

    file = forms.FileField(label="文件", widget=OneFile(), help_text="Excel 或 CSV，表头常见的叫法都认得。")
