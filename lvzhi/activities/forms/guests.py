"""Forms of the list: groups in one go, people by name, people from outside, stand-ins."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.activities import rules
from lvzhi.activities.actions import Guest
from lvzhi.activities.forms.fields import PeopleField
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import persons
from lvzhi.activities.queries.supervision import groups_at
from lvzhi.activities.vocabulary import ASKS, Role
from lvzhi.committee.queries import organs_on
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.joint import queries as joint
from lvzhi.ui.forms import Checks, UiForm

JOINT = "joint"


class GroupsForm(UiForm):
    """Everybody of some groups."""

    groups = forms.MultipleChoiceField(label="成批邀请", widget=Checks, error_messages={"required": "请至少选择一组。"})
    role = forms.ChoiceField(label="角色", choices=Role.choices, initial=Role.ATTEND)
    group = forms.CharField(
        label="分组", required=False, max_length=40, help_text="分到一个组的填组名；已在名单中的人也会改到这个组。"
    )

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data)
        self.activity = activity
        field: Any = self.fields["groups"]
        organs = organs_on(activity.committee, activity.held_on).filter(kind__in=persons.GATHERED)
        order = {kind.value: place for place, kind in enumerate(persons.GATHERED)}
        rows = sorted(organs, key=lambda one: (order.get(one.kind, 0), one.code, one.pk))
        teams = [(f"{persons.TEAM}{one.pk}", one.name) for one in groups_at(activity)]
        self.team = joint.team_at(rules.KIND, activity.uid)
        teams += [(JOINT, ASKS["joint_team"].format(count=len(self.team)))] if self.team else []
        field.initial = [key for key, _ in teams]
        field.choices = [
            *teams,
            (persons.MEMBERS, ASKS["members"]),
            (persons.STANDING, ASKS["standing"]),
            (persons.STAFF, ASKS["staff"]),
            *((f"{persons.ORGAN}{one.pk}", _named(one)) for one in rows),
        ]

    def guests(self) -> list[Guest]:
        """Those in office on the day of the activity."""
        data = self.cleaned_data
        found = persons.gathered(self.activity.committee, data["groups"], self.activity.held_on)
        if JOINT in data["groups"]:
            found = list({one.pk: one for one in (*self.team, *found)}.values())
        return [Guest(person=one, role=data["role"], group=data["group"]) for one in found]


def _named(organ: Any) -> str:
    kind = str(OrganKind(organ.kind).label)
    return str(organ.name) if organ.kind == OrganKind.SPECIAL_COMMITTEE else f"{organ.name}（{kind}）"


class PeopleForm(UiForm):
    """People by name."""

    people = PeopleField(label="逐人邀请", error_messages={"required": "请至少选择一人。"})
    role = forms.ChoiceField(label="角色", choices=Role.choices, initial=Role.ATTEND)
    group = forms.CharField(label="分组", required=False, max_length=40, help_text="分组讨论的组名，没有分组的不填。")

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data)
        people: Any = self.fields["people"]
        people.within(activity.committee, activity.held_on)

    def guests(self) -> list[Guest]:
        """Those picked."""
        data = self.cleaned_data
        return [Guest(person=one, role=data["role"], group=data["group"]) for one in data["people"]]


class OutsiderForm(UiForm):
    """Somebody who is neither member nor staff."""

    name = forms.CharField(label="姓名", max_length=120, error_messages={"required": "请填写姓名。"})
    body = forms.CharField(label="单位和职务", required=False, max_length=120)
    role = forms.ChoiceField(label="角色", choices=Role.choices, initial=Role.SIT_IN)

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data)
        self.activity = activity

    def guests(self) -> list[Guest]:
        """The one."""
        data = self.cleaned_data
        return [Guest(name=data["name"], body=data["body"], role=data["role"])]


class StandInForm(UiForm):
    """Who comes in another's place."""

    people = PeopleField(label="代会人", required=False, multiple=False)
    name = forms.CharField(label="不在名册的，填姓名", required=False, max_length=120)
    body = forms.CharField(label="单位和职务", required=False, max_length=120)

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data)
        people: Any = self.fields["people"]
        people.within(activity.committee, activity.held_on)

    def guest(self) -> Guest:
        """The one who comes."""
        data = self.cleaned_data
        person = data["people"][0] if data["people"] else None
        return Guest(person=person, name=data["name"], body=data["body"])


class RecastForm(UiForm):
    """What somebody on the list does there."""

    role = forms.ChoiceField(label="角色", choices=Role.choices)
    group = forms.CharField(label="分组", required=False, max_length=40)


class ToldForm(UiForm):
    """How those without a login were told."""

    how = forms.CharField(label="通知方式", max_length=40, initial="电话", help_text="如电话、书面通知。")
