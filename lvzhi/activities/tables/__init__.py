"""Lists of activities: columns, tags, and the filter over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html_join

from lvzhi.activities.models import Activity, Exchange, SupervisionOpinion, Supervisor
from lvzhi.activities.queries import pages
from lvzhi.activities.queries.telling import clock_time
from lvzhi.activities.vocabulary import (
    LACKS,
    LATE_ENTRY,
    LEAVE_TONES,
    PAUSE,
    PRESENCE_TONES,
    REACHED,
    SPAN,
    TONES,
    VERDICT_TONES,
    VOIDED,
    Family,
    Half,
    LeaveState,
    Presence,
    State,
    Verdict,
    supervising,
)
from lvzhi.activities.vocabulary import supervision as words
from lvzhi.activities.vocabulary.arrivals import OUTCOME_TONES, Outcome
from lvzhi.activities.vocabulary.plenary import SPEECH_TONES, SpeechState
from lvzhi.activities.vocabulary.supervision import ExchangeState, OpinionState, SupervisorState
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.joint.vocabulary import Role as PartRole
from lvzhi.ui.formats import day, weekday
from lvzhi.ui.forms import Narrowing, UiForm
from lvzhi.ui.marks import Tag, tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table
from lvzhi.workflow.clocks import left

EVERY = ("", "全部")
NOTHING = "没有符合条件的活动"


def address(activity: Any) -> str:
    """The page of an activity."""
    return reverse("activities:detail", args=[activity.uid])


def state_tag(activity: Activity) -> Tag:
    """Where it is; a voided one says so first, one whose day is to come or has passed by its colour."""
    if activity.voided_at is not None:
        return Tag(VOIDED, "bad", "ban")
    return Tag(activity.get_state_display(), TONES[State(activity.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def presence_tag(presence: str) -> Tag:
    """Whether somebody was there."""
    one = Presence(presence)
    return Tag(str(one.label), PRESENCE_TONES[one])  # type: ignore[arg-type]  # reason: as above


def verdict_tag(verdict: str) -> Tag:
    """What the sittings together say."""
    one = Verdict(verdict)
    return Tag(str(one.label), VERDICT_TONES[one])  # type: ignore[arg-type]  # reason: as above


def outcome_tag(outcome: str) -> Tag:
    """What became of an arrival."""
    one = Outcome(outcome)
    return Tag(str(one.label), OUTCOME_TONES[one])  # type: ignore[arg-type]  # reason: as above


def speech_tag(speech: Any) -> Tag:
    """Where a speech for a plenary is."""
    one = SpeechState(speech.state)
    return Tag(str(one.label), SPEECH_TONES[one])  # type: ignore[arg-type]  # reason: as above


def leave_tag(state: str) -> Tag:
    """Where a request for leave is."""
    one = LeaveState(state)
    return Tag(str(one.label), LEAVE_TONES[one])  # type: ignore[arg-type]  # reason: as above


def days_of(activity: Activity) -> str:
    """Its days, with the weekday of one that is over in a day."""
    if activity.ends_on == activity.held_on:
        return f"{day(activity.held_on)} {weekday(activity.held_on)}"
    return SPAN.format(starts=day(activity.held_on), ends=day(activity.ends_on))


def begins(activity: Any) -> str:
    """When it begins: the time where it was given, otherwise the half day."""
    if getattr(activity, "begins", None) is None:
        return ""
    return clock_time(activity.begins) if activity.begins_timed else str(Half(activity.begins_half).label)


def places(activity: Any) -> str:
    """Where, in short."""
    return PAUSE.join(place.name for place in getattr(activity, "spots", ())[:2])


def _organ(activity: Activity) -> str:
    return activity.organ.name_on(activity.held_on) if activity.organ is not None else ""


def together(activity: Any) -> Tag | None:
    """That committees of several levels do it together, and what ours does in it."""
    role = getattr(activity, "joint_role", "")
    return Tag(str(PartRole(role).label), "info", "relate") if role else None


COLUMNS = (
    Column("title", "活动", url=address, wide=True, head=True),
    Column("held_on", "日期", value=days_of, short=True),
    Column("kind_name", "种类", short=True),
    Column("joint", "联合课题", kind="tag", value=together, short=True),
    Column("places", "地点", value=places, hide_on_phone=True),
    Column("organ", "承办机构", value=_organ, hide_on_phone=True),
    Column("state", "状态", kind="tag", value=state_tag, short=True),
)


def activities_table(page: Page[Any], params: Mapping[str, Any], empty: str = "") -> Table:
    """One page of activities; a card each on a phone."""
    return Table(COLUMNS, page=page, params=params, empty=empty or NOTHING)


def lacks(row: Any) -> list[str]:
    """What a kept activity lacks, as keys."""
    today, found = clock.today(), []
    if row.state == State.DRAFT and row.held_on >= today:
        found.append("notice")
    if row.state in (State.DRAFT, State.PLANNED) and row.held_on <= today:
        found.append("holding")
    if row.state in (State.PLANNED, State.HELD) and row.unnoted and row.on_list:
        found.append("attendance")
    if row.state in (State.HELD, State.CLOSED) and row.no_summary:
        found.append("summary")
    if row.state in (State.PLANNED, State.HELD) and row.waiting:
        found.append("leave")
    return found


def _lacking(row: Any) -> Any:
    tags = [(tag(LACKS[key], "warn", "warn"),) for key in lacks(row)]
    if tags:
        return format_html_join(" ", "{}", tags)
    return "" if row.state == State.CANCELLED else tag(LACKS[""], "good")


BOARD_COLUMNS = (
    Column("title", "活动", url=address, wide=True, head=True),
    Column("held_on", "日期", value=days_of, short=True),
    Column("kind_name", "种类", short=True),
    Column("on_list", "名单", kind="number"),
    Column("state", "状态", kind="tag", value=state_tag, short=True),
    Column("lacks", "还缺", value=_lacking, wide=True),
)


def board_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of the keeper's board."""
    return Table(BOARD_COLUMNS, page=page, params=params, empty=NOTHING)


class FilterForm(Narrowing):
    """What the list can be narrowed to."""

    q = forms.CharField(label="名称、主题或地点", required=False, max_length=80)
    family = forms.ChoiceField(label="类型", required=False, choices=[EVERY, *Family.choices])
    state = forms.ChoiceField(label="状态", required=False, choices=[EVERY, *State.choices])
    since = DayField(label="从", required=False)
    until = DayField(label="到", required=False)
    only = forms.ChoiceField(
        label="范围", required=False, choices=[EVERY, ("mine", "我参加的"), ("voided", "误录作废的")]
    )

    def narrowed(self, rows: Any, actor: Any) -> Any:
        """The rows that fit; a value that cannot be meant narrows nothing, and the form says so beside its field."""
        wanted = self.wanted()
        if wanted.get("q", "").strip():
            rows = pages.matching(rows, wanted["q"].strip())
        for name in ("family", "state"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        if wanted.get("since"):
            rows = rows.filter(ends_on__gte=wanted["since"])
        if wanted.get("until"):
            rows = rows.filter(held_on__lte=wanted["until"])
        if wanted.get("only") == "mine":
            rows = rows.filter(pk__in=pages.mine(actor).values("pk"))
        return rows.exclude(voided_at=None) if wanted.get("only") == "voided" else rows.filter(voided_at=None)

    def shown(self, value: Any) -> str:
        """A day in words, all else as it stands."""
        return day(value) if hasattr(value, "isoformat") else super().shown(value)


class MonthFilter(UiForm):
    """What the month can be narrowed to; the month itself stays."""

    m = forms.CharField(required=False, widget=forms.HiddenInput)
    family = forms.ChoiceField(label="类型", required=False, choices=[EVERY, *Family.choices])
    only = forms.ChoiceField(label="范围", required=False, choices=[EVERY, ("mine", "我参加的")])

    def narrowed(self, rows: Any, actor: Any) -> Any:
        """The rows that fit."""
        self.is_valid()
        wanted = self.cleaned_data
        if wanted.get("family"):
            rows = rows.filter(family=wanted["family"])
        if wanted.get("only") == "mine":
            rows = rows.filter(pk__in=pages.mine(actor).values("pk"))
        return rows.filter(voided_at=None)


def _reached(row: Any) -> Any:
    return format_html_join(" ", "{}", [(tag(REACHED[key], "warn", "flag"),) for key in row.reached])


def absences_table(rows: Sequence[Any], names: Mapping[int, str]) -> Table:
    """Members with absences and leave."""
    columns = (
        Column("member", "委员", value=lambda row: names[row.member.pk], url=_file_of, head=True),
        Column("plenaries", "全会缺席（本届）", kind="number"),
        Column("standing_year", "常委会缺席（本年）", kind="number"),
        Column("standing_term", "常委会缺席（本届）", kind="number"),
        Column("others", "其他缺席（本年）", kind="number"),
        Column("leaves", "请假（本年）", kind="number"),
        Column("reached", "提醒", value=_reached, wide=True),
    )
    return Table(columns, rows=rows, empty="没有缺席和请假")


def _file_of(row: Any) -> str:
    return reverse("people:member", args=[row.member.uid])


def late_tag(days: int) -> Tag | None:
    """The mark of one entered long after."""
    return Tag(LATE_ENTRY.format(days=days), "warn", "history") if days else None


# Democratic supervision.


def supervisor_tag(row: Supervisor) -> Tag:
    """Where a supervisor's appointment is; one whose term or membership is over says so."""
    state = SupervisorState(row.state)
    if state == SupervisorState.APPOINTED and not row.in_office(clock.today()):
        return Tag(words.OVER if row.member.holds_on(clock.today()) else words.LEFT, "neutral")
    label = words.IN_OFFICE if state == SupervisorState.APPOINTED else str(state.label)
    return Tag(label, words.SUPERVISOR_TONES[state])  # type: ignore[arg-type]  # reason: as above


def opinion_tag(row: SupervisionOpinion) -> Tag:
    """Where an opinion paper is."""
    return Tag(row.get_state_display(), words.OPINION_TONES[OpinionState(row.state)])  # type: ignore[arg-type]  # reason: as above


def exchange_tag(row: Exchange) -> Tag:
    """Whether a package has its receipt."""
    return Tag(row.get_state_display(), words.EXCHANGE_TONES[ExchangeState(row.state)])  # type: ignore[arg-type]  # reason: as above


def supervisors_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """Supervisors, a card each on a phone."""
    columns = (
        Column("name", "姓名", value=lambda row: row.member.person.name, head=True,
               url=lambda row: reverse("activities:supervisor", args=[row.uid])),
        Column("unit", "派驻单位", value=lambda row: row.unit.name, wide=True),
        Column("group", "监督小组", value=lambda row: row.group.name if row.group else ""),
        Column("number", "聘书号", short=True, hide_on_phone=True),
        Column("starts", "聘期起", kind="date", short=True),
        Column("ends", "聘期止", kind="date", short=True),
        Column("state", "状态", kind="tag", value=supervisor_tag, short=True),
    )  # fmt: skip
    return Table(columns, page=page, params=params, empty=supervising.PAGE["no_supervisors"])


def opinions_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """Opinion papers with what their clock says."""
    columns = (
        Column("title", "标题", wide=True, head=True, url=lambda row: reverse("activities:opinion", args=[row.uid])),
        Column("number", "文号", short=True),
        Column("unit", "被监督单位", value=lambda row: row.unit.name),
        Column("sent_on", "发出日期", kind="date", short=True),
        Column("state", "状态", kind="tag", value=opinion_tag, short=True),
        Column("left", "期限", kind="tag", value=_left, short=True),
    )
    return Table(columns, page=page, params=params, empty=supervising.PAGE["no_opinions"])


def _left(row: SupervisionOpinion) -> Tag | None:
    found = left(row.due_on, row.committee_id)
    return Tag(found.words, found.tone, "clock") if found else None  # type: ignore[arg-type]  # reason: the clock gives tones


def work_table(rows: Any) -> Table:
    """What a supervisor took part in."""
    columns = (
        Column("title", "活动", url=address, wide=True, head=True),
        Column("held_on", "日期", value=days_of, short=True),
        Column("kind_name", "种类", short=True),
        Column("at_unit", "到派驻单位", value=lambda row: row.at_unit),
        Column("opinions_here", "监督意见书", kind="number"),
    )
    return Table(columns, rows=rows, empty=supervising.PAGE["no_work"])


def exchanges_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """Packages with their receipts."""
    columns = (
        Column("number", "编号", head=True, short=True, url=lambda row: reverse("activities:exchange", args=[row.uid])),
        Column("receiver", "交换对象", wide=True),
        Column("of_units", "单位", kind="number"),
        Column("records", "记录", kind="number"),
        Column("made_on", "生成日期", kind="date", short=True),
        Column("receipt_on", "签收日期", kind="date", short=True),
        Column("state", "状态", kind="tag", value=exchange_tag, short=True),
    )
    return Table(columns, page=page, params=params, empty=supervising.PAGE["no_exchanges"])
