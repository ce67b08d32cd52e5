"""Proposing a change: one form for each kind; a member's resignation; the filter of the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.people.models import CODE_LENGTH, NAME_LENGTH, WORDS_LENGTH
from lvzhi.people.queries import parties
from lvzhi.people.vocabulary import Gender
from lvzhi.tenure import queries
from lvzhi.tenure.forms.fields import FormerField, MembersField, long_text, organ_field
from lvzhi.tenure.models import WORDS_MOST
from lvzhi.tenure.vocabulary import words
from lvzhi.tenure.vocabulary.sentences import HELP
from lvzhi.tenure.vocabulary.states import ChangeKind
from lvzhi.ui.forms import Narrowing, Segmented, UiForm


def _of_kind(form: Any, name: str, committee: Committee, kind: OrganKind, day: dt.date) -> None:
    form.fields[name].queryset = organs_on(committee, day).filter(kind=kind).order_by("code", "pk")


class _Common(UiForm):
    """What every proposal asks."""

    proposed_by = forms.CharField(
        label="由谁提出", max_length=WORDS_LENGTH, required=False, help_text=HELP["proposed_by"]
    )
    proposed_on = DayField(label="提出日期")
    ground = long_text("理由", WORDS_MOST, help_text=HELP["ground"])

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.day = clock.today()
        self.fields["proposed_on"].initial = self.day
        self.prepare(committee)

    def prepare(self, committee: Committee) -> None:
        """Fill what a kind asks beside."""

    def data_for(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """The answers as the action wants them."""
        return dict(data)


class MemberForm(_Common):
    """A change of one member."""

    member = MembersField(label="委员", multiple=False)
    field_order: Sequence[str] = ("member",)

    def prepare(self, committee: Committee) -> None:
        """Whose members."""
        member: Any = self.fields["member"]
        member.within(committee, self.day)

    def data_for(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """The one member out of the list picked."""
        found = dict(data)
        found["member"] = found["member"][0] if found["member"] else None
        return found


class ByElectionForm(_Common):
    """Who is to become a member."""

    person = FormerField(label="曾任本级委员的人员")
    name = forms.CharField(label="姓名", max_length=NAME_LENGTH, required=False)
    gender = forms.ChoiceField(label="性别", choices=Gender.choices, required=False, widget=Segmented)
    phone = forms.CharField(label="手机号", max_length=40, required=False, help_text=HELP["phone"])
    employer = forms.CharField(label="工作单位", max_length=WORDS_LENGTH, required=False)
    job = forms.CharField(label="职务", max_length=WORDS_LENGTH, required=False)
    party = forms.ChoiceField(label="政治面貌", required=False)
    organ = organ_field("界别")
    special = organ_field("专门委员会", required=False)
    number = forms.CharField(label="委员编号", max_length=CODE_LENGTH, required=False, help_text=HELP["number"])
    field_order: Sequence[str] = (
        "person",
        "name",
        "gender",
        "phone",
        "employer",
        "job",
        "party",
        "organ",
        "special",
        "number",
    )

    def prepare(self, committee: Committee) -> None:
        """Former members, sectors, special committees, affiliations of the committee."""
        person: Any = self.fields["person"]
        person.within(committee, self.day)
        party: Any = self.fields["party"]
        party.choices = [("", "—"), *parties(committee, self.day).items()]
        _of_kind(self, "organ", committee, OrganKind.SECTOR, self.day)
        _of_kind(self, "special", committee, OrganKind.SPECIAL_COMMITTEE, self.day)

    def data_for(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """The one person out of the list picked."""
        found = dict(data)
        found["person"] = found["person"][0] if found["person"] else None
        return found


class SectorForm(MemberForm):
    """To which sector."""

    organ = organ_field("调整到的界别")
    field_order: Sequence[str] = ("member", "organ")

    def prepare(self, committee: Committee) -> None:
        """Sectors of the committee."""
        super().prepare(committee)
        _of_kind(self, "organ", committee, OrganKind.SECTOR, self.day)


class SpecialForm(MemberForm):
    """From which special committee to which."""

    old_organ = organ_field("从哪个专门委员会调出", required=False, help_text=HELP["old_organ"])
    organ = organ_field("调整到的专门委员会")
    field_order: Sequence[str] = ("member", "old_organ", "organ")

    def prepare(self, committee: Committee) -> None:
        """Special committees."""
        super().prepare(committee)
        for name in ("organ", "old_organ"):
            _of_kind(self, name, committee, OrganKind.SPECIAL_COMMITTEE, self.day)


class WorkForm(MemberForm):
    """The new employer and post."""

    employer = forms.CharField(label="变动后的工作单位", max_length=WORDS_LENGTH, required=False)
    job = forms.CharField(label="变动后的职务", max_length=WORDS_LENGTH, required=False)
    field_order: Sequence[str] = ("member", "employer", "job")


KINDS: dict[str, type[_Common]] = {
    ChangeKind.BY_ELECTION.value: ByElectionForm,
    ChangeKind.SECTOR.value: SectorForm,
    ChangeKind.SPECIAL.value: SpecialForm,
    ChangeKind.WORK.value: WorkForm,
    **dict.fromkeys(
        (
            ChangeKind.RESIGNATION.value,
            ChangeKind.REMOVAL.value,
            ChangeKind.MOVED.value,
            ChangeKind.DIED.value,
        ),
        MemberForm,
    ),
}


class ResignForm(UiForm):
    """Why one resigns."""

    ground = long_text("辞去委员的理由", WORDS_MOST, help_text=HELP["secret"])


class FilterForm(Narrowing):
    """What the list of changes can be narrowed to."""

    q = forms.CharField(label="姓名或拼音", required=False, max_length=NAME_LENGTH)
    kind = forms.ChoiceField(label="变动", required=False)
    scope = forms.ChoiceField(label="进展", required=False)
    year = forms.ChoiceField(label="提出年度", required=False)

    def __init__(self, data: Mapping[str, Any], committee: Committee) -> None:
        super().__init__(data)
        self.choices("kind", ChangeKind.choices)
        self.choices("scope", words.SCOPE.items())
        self.choices("year", [(str(one), str(one)) for one in queries.years(committee)])

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit."""
        wanted = self.wanted()
        year = wanted.get("year") or "0"
        text = wanted.get("q", "").strip()
        return queries.narrowed(rows, text, wanted.get("kind", ""), wanted.get("scope", ""), int(year))
