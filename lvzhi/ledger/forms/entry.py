"""Entering on an occasion: a whole list at once, asking nothing that the occasion says already."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.access import Actor
from lvzhi.activities.models import Activity
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.web import DayField
from lvzhi.contacts.models import Contact
from lvzhi.ledger import queries, rules
from lvzhi.ledger.actions.entering import Occasion, split_lines
from lvzhi.ledger.forms.fields import day_of, fill, organ_field, people_field
from lvzhi.ledger.models.entry import WORDS_MOST
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.norms import codes
from lvzhi.party.models import Meeting
from lvzhi.people.models import Person
from lvzhi.projects.models import Project
from lvzhi.proposals.models import Proposal
from lvzhi.ui.forms import Checks, LongText, UiForm


class EntryForm(UiForm):
    """Problems or advice of one occasion, one a line."""

    text = forms.CharField(
        label="内容", widget=LongText(rows=8),
        help_text="一行一条，可以整段粘贴；编号会自动去掉。",
    )  # fmt: skip
    theme = forms.ChoiceField(label="方面", required=False)
    day = DayField(label="日期")
    source = forms.ChoiceField(label="来源")
    organ = organ_field("登记机构", empty_label="（办公室）", help_text="以后由它跟踪。")

    def __init__(
        self,
        *args: Any,
        committee: Committee,
        actor: Actor,
        activity: Activity | None = None,
        proposal: Proposal | None = None,
        project: Project | None = None,
        contact: Contact | None = None,
        meeting: Meeting | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(*args, **rest)
        self.committee, self.activity, self.proposal, self.project = committee, activity, proposal, project
        self.contact = contact
        self.meeting = meeting
        day = day_of(actor)
        fill(self, committee, day)
        fields: dict[str, Any] = self.fields
        fields["theme"].choices = [("", "—"), *codes.choices(tables.THEMES, committee, day)]
        fields["source"].choices = codes.choices(tables.SOURCES, committee, day)
        fields["day"].initial = day
        if meeting is None and not rules.may_enter(actor, committee.pk):
            self._own_organs(actor)
        if contact is not None:
            fields["text"].initial = contact.problem
        for name in self._known():
            self.fields.pop(name)

    def _own_organs(self, actor: Actor) -> None:
        """Whoever heads an organ enters in its name."""
        organ: Any = self.fields["organ"]
        organ.queryset = organ.queryset.filter(pk__in=actor.organs("organ_head"))
        organ.required, organ.empty_label = True, None
        organ.initial = organ.queryset.first()

    def _known(self) -> tuple[str, ...]:
        """What the occasion says already."""
        if self.activity is not None or self.meeting is not None:
            return "day", "source", "organ"
        if self.contact is not None:
            return "day", "source"
        return ("source", "organ") if self.proposal is not None or self.project is not None else ()

    def texts(self) -> list[str]:
        """The items, one a line."""
        return split_lines(self.cleaned_data["text"])

    def occasion(self) -> Occasion:
        """The occasion as it is known, and as it was filled in."""
        given = self.cleaned_data
        if self.activity is not None:
            source = tables.FAMILY_SOURCES.get(self.activity.family, tables.OTHER)
            known: tuple[Any, str, Organ | None] = (self.activity.held_on, source, self.activity.organ)
        elif self.proposal is not None:
            known = (given["day"], tables.PROPOSAL, self.proposal.organ)
        elif self.project is not None:
            known = (given["day"], tables.PROJECT, self.project.organ)
        elif self.contact is not None:
            known = (self.contact.met_on, tables.CONTACT, given["organ"])
        elif self.meeting is not None:
            known = (self.meeting.held_on, tables.SELF_CHECK, self.meeting.body.organ)
        else:
            known = (given["day"], given["source"], given["organ"])
        return Occasion(
            committee=self.committee,
            day=known[0],
            source=known[1],
            organ=known[2],
            theme=given["theme"],
            activity=self.activity,
            proposal=self.proposal,
            project=self.project,
            contact=self.contact,
            meeting=self.meeting,
            authors=self.authors_given(),
            said=given.get("said", ""),
        )

    def authors_given(self) -> list[Person]:
        """Who gave it; nobody for a problem."""
        return []


class ProblemsForm(EntryForm):
    """Problems; those solved on the spot are struck off at once."""

    solved = forms.BooleanField(label="已当场解决，登记后即销号", required=False)
    result = forms.CharField(
        label="怎样解决的",
        required=False,
        max_length=WORDS_MOST,
        widget=LongText(rows=2),
        help_text="当场解决的请填写。",
    )

    def clean(self) -> dict[str, Any]:
        """What is solved says how."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("solved") and not given.get("result"):
            self.add_error("result", tables.RESULT_MISSING)
        return given


class AdviceForm(EntryForm):
    """Advice, with whoever gave it."""

    speakers = forms.MultipleChoiceField(label="发言人", required=False, widget=Checks)
    authors = people_field("提出人", several=True, help_text="本级委员和机关干部；答复后会通知他们。")
    said = forms.CharField(label="其他提出人", required=False, max_length=100, help_text="不在名册中的人或单位。")

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.spoke = {str(one.pk): one for one in queries.speakers(self.activity)} if self.activity else {}
        speakers: Any = self.fields["speakers"]
        speakers.choices = [(key, one.name) for key, one in self.spoke.items()]
        if not self.spoke:
            self.fields.pop("speakers")
        elif len(self.spoke) == 1:
            speakers.initial = list(self.spoke)

    def authors_given(self) -> list[Person]:
        """Those ticked among who spoke, and those picked by name, each once."""
        given = self.cleaned_data
        ticked = [self.spoke[key] for key in given.get("speakers", ())]
        picked = [one for one in given.get("authors") or () if one.pk not in {mine.pk for mine in ticked}]
        return [*ticked, *picked]


class ThemeForm(UiForm):
    """Under which theme a proposal that was not filed is entered."""

    theme = forms.ChoiceField(label="方面", required=False)

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        theme: Any = self.fields["theme"]
        theme.choices = [("", "—"), *codes.choices(tables.THEMES, committee)]


class EditForm(UiForm):
    """The words of an entry, its theme, and the organ that keeps it."""

    text = forms.CharField(label="内容", widget=LongText(rows=6))
    theme = forms.ChoiceField(label="方面", required=False)
    organ = organ_field("登记机构", empty_label="（办公室）")

    def __init__(self, *args: Any, entry: Any, actor: Actor, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.initial.update(text=entry.text, theme=entry.theme, organ=entry.organ)
        fill(self, entry.committee, day_of(actor))
        theme: Any = self.fields["theme"]
        theme.choices = [("", "—"), *codes.choices(tables.THEMES, entry.committee_id)]
