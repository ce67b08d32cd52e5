"""What pairs, plans and contacts ask."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import DayField
from lvzhi.contacts.models import TEXT_MOST, WORDS_MOST
from lvzhi.contacts.queries import Far, Scheme
from lvzhi.contacts.queries.sides import organs_of_side
from lvzhi.contacts.vocabulary.codes import MODES, SCHEMES
from lvzhi.contacts.vocabulary.states import How, Target
from lvzhi.contacts.vocabulary.words import HELPS, ONLY
from lvzhi.deadlines import clock
from lvzhi.directory.picking import UnitsField
from lvzhi.norms import codes
from lvzhi.people.models import Member
from lvzhi.people.queries import search, told_apart
from lvzhi.ui.forms import ByName, LongText, Narrowing, Segmented, Several, UiForm
from lvzhi.workflow.forms import StepForm

FIELDS: dict[str, str] = {Target.PERSON: "other", Target.ORGAN: "organ", Target.UNIT: "unit"}


class MembersField(Several):
    """One member of the committee, found by typing; tenures of before may be named, so that a refusal says why."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(search="people:pick", multiple=False, **rest)

    def within(self, committee: Committee, day: dt.date) -> None:
        """Say whose members, and on which day they are found."""
        rows = Member.objects.live().filter(committee=committee).select_related("person")
        self.point(
            rows, lambda found: told_apart(found, day), lambda text: search(Scope(committee), text, day),
        )  # fmt: skip


class PairForm(UiForm):
    """Who keeps in touch with whom from when; what is known already is not asked."""

    member = MembersField(label="联系人", help_text=HELPS["near"])
    other = MembersField(label="联系对象", help_text=HELPS["far_person"])
    organ = ByName(label="联系对象", queryset=Organ.objects.none())
    unit = UnitsField(label="联系对象", multiple=False)
    starts = DayField(label="开始日期", help_text=HELPS["starts"])

    def __init__(self, *args: Any, committee: Committee, scheme: Scheme, fixed: Far | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fixed, day = fixed, clock.today()
        self.fields["starts"].initial = day
        wanted = FIELDS.get(scheme.far.target or "")
        for name in ("other", "organ", "unit"):
            if name != wanted or fixed is not None:
                del self.fields[name]
        for name in ("member", "other", "unit"):
            if name in self.fields:
                field: Any = self.fields[name]
                field.within(committee, day)
        if "organ" in self.fields:
            organ: Any = self.fields["organ"]
            organ.queryset = organs_of_side(scheme.far, committee, day)

    def far(self) -> Far | None:
        """What was chosen for the far end."""
        if self.fixed is not None:
            return self.fixed
        given = self.cleaned_data
        for name, target in (("other", Target.PERSON), ("unit", Target.UNIT)):
            if given.get(name):
                return Far(given[name][0], target)
        return Far(given["organ"], Target.ORGAN) if given.get("organ") else None


class PlanForm(UiForm):
    """How a plan is to be proposed, and from when it would hold."""

    how = forms.ChoiceField(label="怎样分配", choices=How.choices, initial=How.EVEN, widget=Segmented)
    starts = DayField(label="从哪天起")

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["starts"].initial = clock.today()


class EndForm(UiForm):
    """The last day of a pair."""

    ends = DayField(label="结束日期")

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["ends"].initial = clock.today()


class _Told(forms.Form):
    """What is told of a contact."""

    met_on = DayField(label="联系日期", help_text=HELPS["day"])
    mode = forms.ChoiceField(label="联系方式", widget=Segmented)
    topic = forms.CharField(label="谈了什么", required=False, max_length=WORDS_MOST, help_text=HELPS["topic"])
    problem = forms.CharField(
        label="反映的问题", required=False, max_length=TEXT_MOST, widget=LongText(rows=4, limit=TEXT_MOST),
        help_text=HELPS["problem"],
    )  # fmt: skip
    follow_on = DayField(label="跟进日期", required=False, help_text=HELPS["follow_on"])


class LogForm(_Told, UiForm):
    """A contact of another day, or with all that is known of it."""

    def __init__(self, *args: Any, committee_id: int, **rest: Any) -> None:
        super().__init__(*args, **rest)
        mode: Any = self.fields["mode"]
        mode.choices = codes.choices(MODES, committee_id)
        self.fields["met_on"].initial = clock.today()


class MoreForm(_Told, StepForm):
    """The same, added after the contact was logged."""

    def prepare(self) -> None:
        """As it stands."""
        contact = self.record
        mode: Any = self.fields["mode"]
        mode.choices = codes.choices(MODES, contact.committee_id, contact.met_on)
        for name in self.fields:
            self.fields[name].initial = getattr(contact, name)

    def clean(self) -> dict[str, Any]:
        """Whether a problem stood there before, for who is told of it."""
        given: dict[str, Any] = super().clean() or {}
        return {**given, "known": bool(self.record.problem)}


class FollowForm(StepForm):
    """What came of it."""

    followed_on = DayField(label="完成日期")
    result = forms.CharField(label="跟进结果", max_length=TEXT_MOST, widget=LongText(rows=4, limit=TEXT_MOST))

    def prepare(self) -> None:
        """Today."""
        self.fields["followed_on"].initial = clock.today()


class FilterForm(Narrowing):
    """What the list of contacts can be narrowed to."""

    q = forms.CharField(label="联系人、对象或内容", required=False, max_length=80)
    scheme = forms.ChoiceField(label="联系制度", required=False)
    mode = forms.ChoiceField(label="联系方式", required=False)
    since = DayField(label="联系日期自", required=False)
    until = DayField(label="联系日期至", required=False)
    only = forms.ChoiceField(label="范围", required=False)

    def __init__(self, data: Any, committee: Committee) -> None:
        super().__init__(data)
        self.choices("scheme", codes.choices(SCHEMES, committee))
        self.choices("mode", codes.choices(MODES, committee))
        self.choices("only", ONLY.items())
