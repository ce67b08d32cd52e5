"""The form of an activity: what every kind asks, and what its family adds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.timezone import localtime

from lvzhi.access import Actor
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities import rules
from lvzhi.activities.actions import PartnerGiven, PlaceGiven, SittingGiven
from lvzhi.activities.forms.fields import WHOLE_LINE, OrganChoice, SiteChoice, time_field
from lvzhi.activities.models import Activity, ActivityPlace, Partner, Sitting
from lvzhi.activities.norms import KindRule, kinds_on
from lvzhi.activities.queries import planned
from lvzhi.activities.queries.supervision import groups_of_task
from lvzhi.activities.vocabulary import PAUSE, WORDS, Audience, Family, Half, PlaceRole, Relation
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.directory.picking import UnitsField
from lvzhi.directory.vocabulary import UnitKind
from lvzhi.plans.models import Campaign, Task
from lvzhi.ui.forms import LongText, Segmented, UiForm

VISITING = frozenset(
    {Family.VISIT, Family.INSPECTION, Family.RESEARCH, Family.STUDY_TOUR, Family.SUPERVISION, Family.FELLOWSHIP}
)
BENEFITING = frozenset({Family.SERVICE, Family.VISIT, Family.LECTURE, Family.RECEPTION})
ROLE_OF_UNIT = {UnitKind.ENTERPRISE: PlaceRole.ENTERPRISE, UnitKind.COMMUNITY: PlaceRole.COMMUNITY}
VISITED = [(role.value, str(role.label)) for role in PlaceRole if role != PlaceRole.VENUE]
PLAIN = ("title", "topic", "held_on", "relation", "beneficiaries", "audience", "summary")


@dataclass(frozen=True)
class Standing:
    """What stands of an activity when its form opens."""

    activity: Activity | None = None
    sittings: Sequence[Sitting] = ()
    places: Sequence[ActivityPlace] = ()
    partners: Sequence[Partner] = ()

    def values(self) -> dict[str, Any]:
        """What the fields show."""
        activity = self.activity
        if activity is None:
            return {}
        found: dict[str, Any] = {name: getattr(activity, name) for name in PLAIN}
        found["ends_on"] = None if activity.ends_on == activity.held_on else activity.ends_on
        found |= {name: getattr(activity, f"{name}_id") for name in ("organ", "task", "campaign", "site")}
        found["venue"] = next((row.name for row in self.places if row.role == PlaceRole.VENUE), "")
        found["units"] = [row.unit_id for row in self.places if row.unit_id is not None]
        named = [row for row in self.places if row.unit_id is None and row.role != PlaceRole.VENUE]
        found["spots"] = "\n".join(row.name for row in named)
        found["spot_role"] = named[0].role if named else PlaceRole.ENTERPRISE
        found["partners"] = PAUSE.join(row.name for row in self.partners)
        if len(self.sittings) == 1:
            one = self.sittings[0]
            found["half"] = one.half
            if one.timed:
                found |= {"starts": localtime(one.starts).time(), "ends": localtime(one.ends).time()}
        return found

    def kept(self, given: PlaceGiven) -> PlaceGiven:
        """The same with the record, the role and the words it has already."""
        for row in self.places:
            same = row.unit_id == given.unit.pk if given.unit is not None else row.name == given.name
            venues = PlaceRole.VENUE in (row.role, given.role)
            if same or (venues and row.role == given.role):
                role = row.role if same and not venues else given.role
                return PlaceGiven(given.name, role, given.unit, row.asked, row.pk)
        return given

    def beyond(self, given: Sequence[PlaceGiven], *, visits: bool) -> list[PlaceGiven]:
        """Places that the form does not show: further venues, and those visited where its family is not asked."""
        shown = {one.key for one in given}
        venues = [row for row in self.places if row.role == PlaceRole.VENUE]
        hidden = venues[1:] + ([] if visits else [row for row in self.places if row.role != PlaceRole.VENUE])
        return [PlaceGiven(row.name, row.role, row.unit, row.asked, row.pk) for row in hidden if row.pk not in shown]


def known_of(kind: KindRule, task: Task | None, campaign: Campaign | None) -> dict[str, Any]:
    """What a task of the plan, or a campaign, says already of an activity held for it."""
    found: dict[str, Any] = {}
    if campaign is not None:
        found |= {"campaign": campaign.pk, "organ": campaign.organ_id}
    if task is not None:
        title = WORDS["titled"].format(topic=task.topic, kind=kind.name)
        found |= {"task": task.pk, "title": title, "topic": task.topic, "organ": task.organ_id}
        found["units"] = sorted({one.unit_id for one in groups_of_task(task)})
    return found


class ActivityForm(UiForm):
    """Fields of an activity; what its family does not ask is left out."""

    title = forms.CharField(label="活动名称", max_length=200)
    topic = forms.CharField(label="主题（议题、课题）", required=False, max_length=200)
    held_on = DayField(label="日期")
    ends_on = DayField(label="结束日期", required=False, help_text="只有一天的不填。")
    half = forms.ChoiceField(label="时段", choices=Half.choices, initial=Half.MORNING, widget=Segmented)
    starts = time_field("开始时间")
    ends = time_field("结束时间")
    venue = forms.CharField(label="地点（会场、集合地点）", required=False, max_length=120)
    site = SiteChoice(label="协商点", help_text="在协商点以外举行的不填。")
    units = UnitsField(label="走访的单位", required=False, help_text="企业、村（社区）和其他单位，输入名称中的字查找。")
    spots = forms.CharField(
        label="名录里没有的走访对象", required=False, max_length=2000, widget=LongText(rows=2), help_text="每行一个。"
    )
    spot_role = forms.ChoiceField(label="这些对象是", required=False, choices=VISITED)
    organ = OrganChoice(label="承办机构")
    relation = forms.ChoiceField(label="组织方式", choices=Relation.choices, initial=Relation.OWN, widget=Segmented)
    partners = forms.CharField(
        label="联合单位（上级机关）", required=False, max_length=WHOLE_LINE, help_text="有几个的用顿号分开。"
    )
    task = forms.ModelChoiceField[Any](
        label="年度计划任务", queryset=Task.objects.none(), required=False, empty_label="不属于计划任务"
    )
    campaign = forms.ModelChoiceField[Any](
        label="主题活动", queryset=Campaign.objects.none(), required=False, empty_label="不属于主题活动"
    )
    beneficiaries = forms.IntegerField(label="受益人数", required=False, min_value=0, max_value=10_000_000)
    audience = forms.ChoiceField(label="可查看的人", choices=Audience.choices, widget=Segmented)
    summary = forms.CharField(
        label="情况和成果", required=False, max_length=5000, widget=LongText(rows=5), help_text="举行以后再填。"
    )

    def __init__(
        self, data: Any = None, *, actor: Actor, committee: Committee, kind: KindRule, standing: Standing | None = None,
        **rest: Any,
    ) -> None:  # fmt: skip
        self.standing = standing or Standing()
        initial = {**self.standing.values(), **rest.pop("initial", {})}
        super().__init__(data, initial=initial, **rest)
        self.actor, self.committee, self.kind = actor, committee, kind
        self._narrow(initial.get("held_on") or clock.as_day(actor.at))
        if len(self.standing.sittings) > 1:
            for name in ("half", "starts", "ends"):
                del self.fields[name]  # several sittings have a page of their own

    def _narrow(self, day: dt.date) -> None:
        """Leave out what the family does not ask; point the choices at this committee."""
        fields: dict[str, Any] = self.fields
        if self.kind.family not in VISITING:
            for name in ("units", "spots", "spot_role"):
                del self.fields[name]
        else:
            fields["units"].within(self.committee, day)
        fields["site"].within(self.committee, day)
        if self.kind.family != Family.CONSULTATION or not fields["site"].queryset.exists():
            del self.fields["site"]
        if self.kind.family not in BENEFITING:
            del self.fields["beneficiaries"]
        whole = any(self.actor.has(role, committee=self.committee.pk) for role in rules.KEEPERS)
        fields["organ"].within(self.committee, day, None if whole else self.actor.organs(Post.ORGAN_HEAD))
        if not whole:
            fields["organ"].required, fields["organ"].empty_label = True, None
        fields["task"].queryset = planned.tasks_here(self.committee)
        fields["campaign"].queryset = planned.campaigns_here(self.committee)
        self.initial.setdefault("audience", self.kind.audience)

    def places(self) -> list[PlaceGiven]:
        """The venue and what was visited, as the action takes them; what stands keeps its record and its words."""
        data = self.cleaned_data
        wanted = [PlaceGiven(data["venue"])] if data.get("venue") else []
        wanted += [
            PlaceGiven(unit.name, ROLE_OF_UNIT.get(unit.kind, PlaceRole.UNIT), unit) for unit in data.get("units") or ()
        ]
        role = data.get("spot_role") or PlaceRole.SITE
        wanted += [PlaceGiven(line.strip(), role) for line in (data.get("spots") or "").splitlines() if line.strip()]
        found = [self.standing.kept(one) for one in wanted]
        return found + self.standing.beyond(found, visits="spots" in self.fields)

    def partners_given(self) -> list[PartnerGiven]:
        """The bodies named."""
        return [PartnerGiven(name) for name in split(self.cleaned_data.get("partners") or "")]

    def sittings(self) -> list[SittingGiven] | None:
        """The one sitting, or a whole day each over several days; None where they have a page of their own."""
        if "half" not in self.fields:
            return None
        data = self.cleaned_data
        first, last = data["held_on"], data.get("ends_on") or data["held_on"]
        one = next(iter(self.standing.sittings), None)
        key, name, place = (one.pk, one.name, one.place) if one is not None else (None, "", "")
        if last <= first:
            return [SittingGiven(first, data["half"], name, data.get("starts"), data.get("ends"), place, key=key)]
        days = [first + dt.timedelta(days=step) for step in range((last - first).days + 1)]
        return [
            SittingGiven(day, Half.DAY, str(number), place=place, key=key if number == 1 else None)
            for number, day in enumerate(days, start=1)
        ]


def split(text: str) -> list[str]:
    """Names parted by pauses, commas or lines."""
    for mark in ("，", ",", "；", ";", "\n"):
        text = text.replace(mark, "、")
    return [part.strip() for part in text.split("、") if part.strip()]


class KindForm(UiForm):
    """Which kind of activity is to be entered."""

    kind = forms.ChoiceField(label="种类")

    def __init__(self, data: Any, committee: Committee, day: dt.date, initial: str = "") -> None:
        super().__init__(data, initial={"kind": initial})
        grouped: dict[str, list[tuple[str, str]]] = {}
        for one in kinds_on(committee, day):
            grouped.setdefault(str(one.family.label), []).append((one.code, one.name))
        field: Any = self.fields["kind"]
        field.choices = list(grouped.items())
