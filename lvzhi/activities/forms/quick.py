"""The three commonest records on one short page each: visit, deliberation, study."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms

from lvzhi.access import Actor
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities import rules
from lvzhi.activities.actions import Guest, PlaceGiven, SittingGiven
from lvzhi.activities.forms.activity import ROLE_OF_UNIT, split
from lvzhi.activities.forms.fields import OrganChoice, PeopleField, SiteChoice
from lvzhi.activities.norms import KindRule, kinds_on
from lvzhi.activities.queries import persons, planned
from lvzhi.activities.vocabulary import PAUSE, QUICK, Family, Half, PlaceRole, Role
from lvzhi.committee.models import Committee
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.directory.picking import UnitsField
from lvzhi.people.queries import person_of_account
from lvzhi.plans.models import Task
from lvzhi.ui.forms import Checks, FilesField, LongText, Segmented, UiForm

MOST_PHOTOS = 9


@dataclass(frozen=True)
class Sort:
    """One of the three pages: which kinds it offers, and what a place of it is."""

    key: str
    families: tuple[Family, ...]
    first: str
    place: PlaceRole


SORTS = {
    "visit": Sort(
        "visit", (Family.VISIT, Family.INSPECTION, Family.RESEARCH), "enterprise_visit", PlaceRole.ENTERPRISE
    ),
    "deliberation": Sort("deliberation", (Family.CONSULTATION,), "courtyard", PlaceRole.COMMUNITY),
    "study": Sort("study", (Family.STUDY, Family.LECTURE), "study_meeting", PlaceRole.VENUE),
}


class QuickForm(UiForm):
    """Few fields; whoever enters stands on the list already, where known here as a person."""

    kind = forms.ChoiceField(label="种类")
    held_on = DayField(label="日期")
    half = forms.ChoiceField(label="时段", choices=Half.choices, initial=Half.MORNING, widget=Segmented)
    title = forms.CharField(label="名称", required=False, max_length=200)
    units = UnitsField(label="走访的单位", required=False, help_text="输入名称中的字查找。")
    spots = forms.CharField(
        label="名录里没有的，直接写", required=False, max_length=500, help_text="有几个的用顿号分开。"
    )
    site = SiteChoice(label="协商点")
    task = forms.ModelChoiceField[Any](
        label="年度计划任务", queryset=Task.objects.none(), required=False, empty_label="不属于计划任务"
    )
    people = PeopleField(label="参加的委员和干部", required=False)
    everybody = forms.MultipleChoiceField(label="整组参加", required=False, widget=Checks)
    main = PeopleField(label="主讲人", required=False)
    beneficiaries = forms.IntegerField(label="到场群众人数", required=False, min_value=0, max_value=1_000_000)
    organ = OrganChoice(label="承办机构")
    summary = forms.CharField(label="情况和结果", required=False, max_length=5000, widget=LongText(rows=4))
    photos = FilesField(label="照片（可不传）", required=False, limit=MOST_PHOTOS)

    def __init__(
        self, data: Any = None, files: Any = None, *, actor: Actor, committee: Committee, sort: Sort, **rest: Any
    ) -> None:  # fmt: skip
        super().__init__(data, files, **rest)
        self.actor, self.committee, self.sort = actor, committee, sort
        day = clock.as_day(actor.at)
        self.kinds = {one.code: one for one in kinds_on(committee, day) if one.family in sort.families}
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [(one.code, one.name) for one in self.kinds.values()]
        self.initial.update(held_on=day, kind=sort.first if sort.first in self.kinds else "")
        for name in ("people", "main"):
            fields[name].within(committee, day)
        self._words(fields)
        self._drop(fields)
        self._organs(fields, day)
        myself = person_of_account(actor.account_id)
        self.initial["people"] = [myself.pk] if myself is not None else []

    def _words(self, fields: dict[str, Any]) -> None:
        for name, label in QUICK[self.sort.key].items():
            if name in fields:
                fields[name].label = label
        fields["title"].required = self.sort.key != "visit"
        if self.sort.key == "visit":
            fields["title"].help_text = QUICK["visit"]["title_help"]

    def _drop(self, fields: dict[str, Any]) -> None:
        unasked = {
            "visit": ("everybody", "main", "beneficiaries", "site", "task"),
            "deliberation": ("units", "everybody", "main"),
            "study": ("units", "beneficiaries", "site", "task"),
        }
        for name in unasked[self.sort.key]:
            del fields[name]
        day = clock.as_day(self.actor.at)
        if "units" in fields:
            fields["units"].within(self.committee, day)
        if "site" in fields:
            self._consulting(fields, day)

    def _consulting(self, fields: dict[str, Any], day: Any) -> None:
        """Point and plan item are asked where the committee has any."""
        fields["site"].within(self.committee, day)
        fields["task"].queryset = planned.tasks_here(self.committee)
        for name in ("site", "task"):
            if not fields[name].queryset.exists():
                del self.fields[name]

    def _organs(self, fields: dict[str, Any], day: Any) -> None:
        whole = any(self.actor.has(role, committee=self.committee.pk) for role in rules.KEEPERS)
        own = self.actor.organs(Post.ORGAN_HEAD)
        fields["organ"].within(self.committee, day, None if whole else own)
        if not whole:
            fields["organ"].required, fields["organ"].empty_label = True, None
        if len(own) == 1:
            self.initial["organ"] = next(iter(own))
        if "everybody" in fields:
            fields["everybody"].choices = [
                (persons.MEMBERS, QUICK["study"]["members"]),
                (persons.STAFF, QUICK["study"]["staff"]),
                *((f"{persons.ORGAN}{one.pk}", one.name) for one in fields["organ"].queryset.filter(pk__in=own)),
            ]

    def kind_chosen(self) -> KindRule:
        """The kind."""
        return self.kinds[self.cleaned_data["kind"]]

    def places(self) -> list[PlaceGiven]:
        """Units and places named."""
        found = [
            PlaceGiven(unit.name, ROLE_OF_UNIT.get(unit.kind, PlaceRole.UNIT), unit)
            for unit in self.cleaned_data.get("units") or ()
        ]
        found += [PlaceGiven(name, self._role()) for name in split(self.cleaned_data["spots"])]
        site = self.cleaned_data.get("site")
        if site is not None and not found:
            found = [PlaceGiven(site.name, self._role(), site.unit)]
        return found

    def _role(self) -> PlaceRole:
        if self.sort.key != "visit":
            return self.sort.place
        by_kind = {"household_visit": PlaceRole.HOUSEHOLD, "party_visit": PlaceRole.UNIT}
        return by_kind.get(self.cleaned_data["kind"], PlaceRole.ENTERPRISE)

    def guests(self) -> list[Guest]:
        """Those who were there; the main speaker as such."""
        data = self.cleaned_data
        found = {one.pk: Guest(person=one) for one in data["people"]}
        whole = persons.gathered(self.committee, data.get("everybody") or (), data["held_on"])
        found |= {one.pk: Guest(person=one) for one in whole}
        found |= {one.pk: Guest(person=one, role=Role.MAIN) for one in data.get("main") or ()}
        return list(found.values())

    def values(self) -> dict[str, Any]:
        """The fields of the activity; a visit without a name is called by whom it went to."""
        data = dict(self.cleaned_data)
        if not data["title"]:
            names = [one.name for one in self.places()]
            data["title"] = QUICK["visit"]["called"].format(kind=self.kind_chosen().name, names=PAUSE.join(names[:2]))
        return data

    def sittings(self) -> list[SittingGiven]:
        """One sitting."""
        return [SittingGiven(self.cleaned_data["held_on"], self.cleaned_data["half"])]

    def clean(self) -> dict[str, Any]:
        """A visit names whom it went to; nothing is noted before its day."""
        data: dict[str, Any] = super().clean() or {}
        if self.sort.key == "visit" and not data.get("units") and not data.get("spots"):
            self.add_error("spots", QUICK["visit"]["missing"])
        if data.get("held_on") and data["held_on"] > clock.as_day(self.actor.at):
            self.add_error("held_on", QUICK["visit"]["to_come"])
        return data
