"""Forms of the room: they read input, the actions judge it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.access import Refusal
from lvzhi.accounts.models import Account
from lvzhi.committee import queries as places
from lvzhi.committee.models import Committee, Organ, Term
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.committee.web import DayField
from lvzhi.people import queries
from lvzhi.people.actions import Facts
from lvzhi.people.models import DUTY_LENGTH, NAME_LENGTH, NOTE_LENGTH, WORDS_LENGTH, Member, Membership, Person
from lvzhi.people.vocabulary import (
    FIELDS,
    HELPS,
    WORDS,
    Education,
    EmployerKind,
    Gender,
    Joined,
    Left,
    Part,
    PostKind,
    Rank,
)
from lvzhi.ui.forms import OneFile, UiForm

Choices = list[tuple[str, str]]
BLANK = [("", "—")]
# What a member sits in by choice of the office; posts and the agency have pages of their own.
JOINABLE = (
    OrganKind.SECTOR,
    OrganKind.SPECIAL_COMMITTEE,
    OrganKind.LIAISON_GROUP,
    OrganKind.STUDY_GROUP,
    OrganKind.PARTY,
    OrganKind.FEDERATION,
    OrganKind.LEADING_GROUP,
    OrganKind.PARTY_GROUP,
    OrganKind.THINK_TANK,
    OrganKind.OTHER,
)


def _day(key: str, *, required: bool = True) -> DayField:
    return DayField(label=FIELDS[key], required=required, help_text=HELPS.get(key, ""))


def _words(key: str, limit: int = WORDS_LENGTH, *, required: bool = False) -> forms.CharField:
    return forms.CharField(label=FIELDS[key], max_length=limit, required=required, help_text=HELPS.get(key, ""))


def _choice(key: str, choices: Any, *, required: bool = False, blank: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=FIELDS[key], choices=[*(BLANK if blank else []), *choices], required=required)


def organ_choices(organs: list[Organ]) -> Any:
    """Organs grouped by kind."""
    groups: dict[str, Choices] = {}
    for organ in organs:
        groups.setdefault(str(organ.get_kind_display()), []).append((str(organ.uid), organ.name))
    return list(groups.items())


class FilterForm(forms.Form):
    """The bar over the list of members."""

    q = forms.CharField(label=FIELDS["q"], required=False, max_length=NAME_LENGTH)
    sector = forms.ChoiceField(label=FIELDS["sector"], required=False)
    special_committee = forms.ChoiceField(label=FIELDS["special_committee"], required=False)
    party = forms.ChoiceField(label=FIELDS["party"], required=False)
    post = forms.ChoiceField(label=FIELDS["post"], required=False)

    def __init__(self, data: Any, *, organs: list[Organ], parties: dict[str, str] | None) -> None:
        super().__init__(data)
        self.fields["q"].widget.attrs["placeholder"] = WORDS["search"]
        kinds = (("sector", "all_sectors"), ("special_committee", "all_committees"))
        for key, empty in kinds:
            found = [(str(organ.uid), organ.name) for organ in organs if organ.kind == key]
            self._choose(key, WORDS[empty], found)
        self._choose("post", WORDS["all_posts"], list(PostKind.choices))
        if parties is None:
            del self.fields["party"]  # sensitive (R12.8): only those who keep the file ask by it
        else:
            self._choose("party", WORDS["all_parties"], list(parties.items()))

    def _choose(self, key: str, empty: str, found: Choices) -> None:
        field = self.fields[key]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  reason: tells mypy what stands above
        field.choices = [("", empty), *found]

    @property
    def asked(self) -> dict[str, str]:
        """What was asked for; what cannot be (an organ long gone) is left out."""
        self.is_valid()
        return {key: value for key, value in self.cleaned_data.items() if value}


class PersonForm(UiForm):
    """What is known of a person. Numbers already recorded are never shown: an empty field leaves them."""

    name = _words("name", NAME_LENGTH, required=True)
    gender = _choice("gender", Gender.choices)
    phone = _words("phone", 40)
    id_number = _words("id_number", 40)
    born = _day("born", required=False)
    ethnicity = _words("ethnicity", 20)
    native_place = _words("native_place")
    education = _choice("education", Education.choices)
    employer = _words("employer")
    job = _words("job")
    employer_kind = _choice("employer_kind", EmployerKind.choices)
    employer_address = _words("employer_address")
    home_address = _words("home_address")

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        self.person = person
        if person is not None:
            hidden = ("phone", "id_number")
            shown = [key for key in PersonForm.base_fields if key not in hidden]
            kwargs["initial"] = {key: getattr(person, key) for key in shown}
        super().__init__(*args, **kwargs)
        if person is not None and person.phone:
            self.fields["phone"].help_text = WORDS["keep_phone"].format(masked=person.phone)
        if person is not None and person.id_number:
            self.fields["id_number"].help_text = WORDS["keep_id"].format(masked=person.id_number)

    def facts(self, data: dict[str, Any]) -> Facts:
        """The facts out of clean values; an empty number keeps the recorded one."""
        values = {key: data[key] for key in PersonForm.base_fields}
        for key in ("phone", "id_number"):
            kept: Any = getattr(self.person, key) if self.person is not None else None
            if not values[key] and kept:
                values[key] = kept.reveal()
        return Facts(**values)


class OrganForm(UiForm):
    """An organ of one committee."""

    organ = _choice("organ", [], required=True, blank=False)

    def __init__(self, *args: Any, committee: Committee, kinds: Any = JOINABLE, day: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organs = places.organs_on(committee, day).filter(kind__in=[str(kind.value) for kind in kinds])
        self._organs = {str(organ.uid): organ for organ in organs.order_by("kind", "code", "pk")}
        field = self.fields["organ"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  reason: tells mypy what stands above
        field.choices = organ_choices(list(self._organs.values()))

    def clean_organ(self) -> Organ | None:
        """The organ itself."""
        return self._organs.get(self.cleaned_data["organ"])


class JoinForm(OrganForm):
    """A place in an organ."""

    part = _choice("part", Part.choices, required=True, blank=False)
    duty = _words("duty", DUTY_LENGTH)
    starts = _day("starts")
    ends = _day("ends", required=False)


class RepostForm(UiForm):
    """Another part or duty in the same organ."""

    part = _choice("part", Part.choices, required=True, blank=False)
    duty = _words("duty", DUTY_LENGTH)
    on = _day("on")


class TransferForm(OrganForm):
    """From one organ to another of the same kind."""

    on = _day("on")

    def __init__(self, *args: Any, seat: Membership, **kwargs: Any) -> None:
        kwargs["kinds"] = (OrganKind(seat.organ.kind),)
        super().__init__(*args, **kwargs)


class EndForm(UiForm):
    """The last day of something."""

    ends = _day("ends")


class LeaveForm(EndForm):
    """The end of a tenure."""

    how_left = _choice("how_left", Left.choices, required=True, blank=False)
    left_by = _words("left_by")


class PostForm(UiForm):
    """A post of the committee."""

    kind = _choice("post", PostKind.choices, required=True, blank=False)
    starts = _day("starts")
    decided_by = _words("decided_by")


class PartyForm(UiForm):
    """A political affiliation."""

    party = _choice("party", [], required=True, blank=False)
    starts = _day("from", required=False)

    def __init__(self, *args: Any, committee: Committee, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["party"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  reason: tells mypy what stands above
        field.choices = list(queries.parties(committee).items())


class TenureForm(UiForm):
    """Beginning, number and ground of a tenure."""

    starts = _day("starts")
    number = _words("number", 32)
    how_joined = _choice("how_joined", Joined.choices, required=True, blank=False)
    joined_by = _words("joined_by")
    note = _words("note", NOTE_LENGTH)

    @staticmethod
    def values_of(member: Member) -> dict[str, Any]:
        """What the form shows of a tenure."""
        return {key: getattr(member, key) for key in TenureForm.base_fields}


class NewMemberForm(PersonForm):
    """A new member: person, tenure, first places."""

    term = forms.ModelChoiceField(label=FIELDS["term"], queryset=Term.objects.none(), empty_label=None)
    starts = _day("starts")
    number = _words("number", 32)
    how_joined = _choice("how_joined", Joined.choices, required=True, blank=False)
    joined_by = _words("joined_by")
    party = _choice("party", [])
    sector = _choice("sector", [])
    special_committee = _choice("special_committee", [])
    field_order = ("name", "term", "starts", "sector", "special_committee", "party", "number", "phone")

    def __init__(self, *args: Any, committee: Committee, day: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        term = self.fields["term"]
        assert isinstance(term, forms.ModelChoiceField)  # noqa: S101  reason: tells mypy what stands above
        term.queryset = places.terms_of(committee)
        self._organs = {str(organ.uid): organ for organ in places.organs_on(committee, day)}
        for key in ("sector", "special_committee"):
            self._choose(key, [(uid, organ.name) for uid, organ in self._organs.items() if organ.kind == key])
        self._choose("party", list(queries.parties(committee, day).items()))

    def _choose(self, key: str, found: Choices) -> None:
        field = self.fields[key]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  reason: tells mypy what stands above
        field.choices = [*BLANK, *found]

    def organs(self, data: dict[str, Any]) -> list[tuple[Organ, str]]:
        """The organs chosen, as a plain member of each."""
        uids = [data[key] for key in ("sector", "special_committee") if data[key]]
        return [(self._organs[uid], Part.MEMBER.value) for uid in uids]


class NewStaffForm(PersonForm):
    """Someone new in the agency."""

    starts = _day("starts")
    office = _choice("office", [])
    part = _choice("part", Part.choices)
    title = _words("title")
    rank = _choice("rank", Rank.choices)
    field_order = ("name", "office", "part", "title", "rank", "starts", "phone")

    def __init__(self, *args: Any, committee: Committee, day: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = (OrganKind.AGENCY.value, OrganKind.SPECIAL_COMMITTEE.value)
        found = places.organs_on(committee, day).filter(kind__in=kinds).order_by("kind", "code", "pk")
        self._organs = {str(organ.uid): organ for organ in found}
        field = self.fields["office"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  reason: tells mypy what stands above
        field.choices = [("", WORDS["no_organ"]), *organ_choices(list(self._organs.values()))]

    def organ(self, data: dict[str, Any]) -> Organ | None:
        """The office chosen."""
        return self._organs.get(data["office"])


class AccountForm(UiForm):
    """The login of a person, by its name."""

    username = forms.CharField(label=FIELDS["account"], max_length=32)

    def __init__(self, *args: Any, committee: Committee, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.committee = committee

    def clean_username(self) -> Account:
        """The account, which must be one of this committee's."""
        found = Account.objects.filter(username=self.cleaned_data["username"].strip().casefold()).first()
        if found is None or found.committee_id != self.committee.pk:
            refusal = Refusal("people.account_unknown", username=self.cleaned_data["username"])
            raise forms.ValidationError(refusal.sentence)
        return found


class VoidForm(UiForm):
    """Why a mis-entry is voided."""

    ground = _words("ground", 200, required=True)


class RosterForm(UiForm):
    """A roster to look through."""

    file = forms.FileField(widget=OneFile(), label=FIELDS["file"], help_text=HELPS["file"])
    make_organs = forms.BooleanField(label=FIELDS["make_organs"], help_text=HELPS["make_organs"], required=False)
