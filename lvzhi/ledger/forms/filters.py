"""What the two lists can be narrowed to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Q

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.ledger import rules
from lvzhi.ledger.queries import matching
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.ledger.vocabulary.pages import EVERY, ONLY
from lvzhi.ledger.vocabulary.states import AdviceState, ProblemState
from lvzhi.norms import codes
from lvzhi.ui.forms import Narrowing

NONE = ("", EVERY)


class FilterForm(Narrowing):
    """Filters that both lists share."""

    q = forms.CharField(label="内容", required=False, max_length=80)
    state = forms.ChoiceField(label="状态", required=False)
    theme = forms.ChoiceField(label="方面", required=False)
    source = forms.ChoiceField(label="来源", required=False)
    organ = forms.ChoiceField(label="登记机构", required=False)
    since = DayField(label="从", required=False)
    until = DayField(label="到", required=False)
    only = forms.ChoiceField(label="范围", required=False)
    activity = forms.UUIDField(required=False, widget=forms.HiddenInput)
    site = forms.UUIDField(required=False, widget=forms.HiddenInput)
    proposal = forms.UUIDField(required=False, widget=forms.HiddenInput)
    project = forms.UUIDField(required=False, widget=forms.HiddenInput)
    contact = forms.UUIDField(required=False, widget=forms.HiddenInput)
    meeting = forms.UUIDField(required=False, widget=forms.HiddenInput)
    paper = forms.UUIDField(required=False, widget=forms.HiddenInput)

    states: Any = ProblemState
    offered: tuple[str, ...] = ()
    day = ""
    paths: tuple[tuple[str, str], ...] = (
        ("organ", "organ_id"), ("activity", "activity__uid"), ("site", "activity__site__uid"),
        ("proposal", "proposal__uid"),
        ("project", "project__uid"), ("contact", "contact__uid"), ("meeting", "meeting__uid"),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any], actor: Actor, committee: Committee | None) -> None:
        super().__init__(data)
        self.actor = actor
        self._choices("state", self.states.choices)
        self._choices("theme", codes.choices(tables.THEMES, committee) if committee else ())
        self._choices("source", codes.choices(tables.SOURCES, committee) if committee else ())
        organs = organs_on(committee, clock.today()) if committee else ()
        self._choices("organ", [(str(one.pk), one.name) for one in organs])
        ours = ("ours",) if actor.organs("organ_head") else ()
        self._choices("only", [(key, ONLY[key]) for key in (*ours, *self.offered)])

    def _choices(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [NONE, *choices]

    def narrowed(self, rows: Any) -> Any:
        """The rows that fit; a value that cannot be meant narrows nothing, and the form says so beside its field."""
        wanted = self.wanted()
        if text := (wanted.get("q") or "").strip():
            rows = matching(rows, text)
        for name in ("state", "theme", "source"):
            if wanted.get(name):
                rows = rows.filter(**{name: wanted[name]})
        for name, path in self.paths:
            if wanted.get(name):
                rows = rows.filter(**{path: wanted[name]})
        if wanted.get("since"):
            rows = rows.filter(**{f"{self.day}__gte": wanted["since"]})
        if wanted.get("until"):
            rows = rows.filter(**{f"{self.day}__lte": wanted["until"]})
        only = wanted.get("only", "")
        if only == "voided":
            return rows.filter(rules.keeper.rows(self.actor)).exclude(voided_at=None)
        rows = rows.filter(voided_at=None)
        return rows.filter(self.condition(only)) if only else rows

    def condition(self, only: str) -> Q:
        """The condition of a range."""
        if only == "ours":
            return Q(organ_id__in=sorted(self.actor.organs("organ_head")))
        return Q(due_on__lt=clock.today()) if only == "overdue" else Q()


class ProblemFilter(FilterForm):
    """Filters of problems."""

    offered = ("mine", "overdue", "unassigned", "looked", "voided")
    day = "found_on"

    def condition(self, only: str) -> Q:
        if only == "mine":
            return rules.owner.rows(self.actor)
        if only == "unassigned":
            return rules.UNASSIGNED & Q(state__in=[ProblemState.OPEN, ProblemState.LONG_TERM])
        if only == "looked":
            return rules.looked_for.rows(self.actor) & Q(state=ProblemState.CHECKED)
        return super().condition(only)


class AdviceFilter(FilterForm):
    """Filters of advice."""

    states = AdviceState
    paths = (*FilterForm.paths, ("paper", "paper__uid"))
    offered = ("mine", "overdue", "unhanded", "voided")
    day = "proposed_on"

    def condition(self, only: str) -> Q:
        if only == "mine":
            return rules.answering.rows(self.actor) | rules.author.rows(self.actor)
        if only == "unhanded":
            return Q(unit=None, state__in=[AdviceState.RECORDED, AdviceState.SUBMITTED])
        return super().condition(only)
