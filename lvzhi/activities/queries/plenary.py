"""Speeches of plenary sessions and discussion groups: scope or actor first."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, QuerySet

from lvzhi import norms
from lvzhi.access import Actor, Missing
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, Participant, PlenarySpeech
from lvzhi.activities.norms import kind_named
from lvzhi.activities.queries.reading import counting
from lvzhi.activities.vocabulary import COUNTING_STATES, Duty, Role, State, Verdict
from lvzhi.activities.vocabulary.plenary import CHOSEN, Form, SpeechState
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period

Rows = QuerySet[Any]


def is_plenary(activity: Activity) -> bool:
    """Whether its kind is a plenary session, as the committee's table says."""
    kind = kind_named(activity.committee_id, activity.kind, activity.held_on)
    return kind is not None and kind.duty == Duty.PLENARY


def last_day(activity: Activity) -> dt.date:
    """The last day on which a speech may be handed in."""
    days = int(norms.value("activities.speech_before", activity.committee_id, activity.held_on))
    return activity.held_on - dt.timedelta(days=days)


def takes_speeches(activity: Activity, day: dt.date) -> bool:
    """Whether a speech may be handed in on the day."""
    return activity.state == State.PLANNED and activity.voided_at is None and day <= last_day(activity)


def speeches_of(actor: Actor, activity: Activity) -> list[PlenarySpeech]:
    """The speeches of a plenary that the actor may read, in their order; those without one come last."""
    rows = PlenarySpeech.objects.live().filter(rules.visible_plenary_speech.rows(actor), activity=activity)
    return list(rows.select_related("organ", "person").order_by(F("number").asc(nulls_last=True), "id"))


def plenary_speech(actor: Actor, uid: Any) -> PlenarySpeech:
    """The speech of that uid.

    Raises:
        Missing: none such, or not visible.
    """
    rows = PlenarySpeech.objects.filter(rules.visible_plenary_speech.rows(actor), uid=uid)
    found: PlenarySpeech | None = rows.select_related(
        "activity__committee", "activity__organ", "organ", "person"
    ).first()
    if found is None:
        raise Missing("activities.speech_missing")
    return found


def compiled(activity: Activity) -> list[PlenarySpeech]:
    """What stands in the book: the oral ones first, each form in its order."""
    rows = PlenarySpeech.objects.live().filter(activity=activity, state=SpeechState.COMPILED)
    found = rows.select_related("organ").order_by(F("number").asc(nulls_last=True), "id")
    return sorted(found, key=lambda row: row.form != Form.ORAL)


def chosen(activity: Activity) -> list[PlenarySpeech]:
    """Chosen and not compiled yet."""
    rows = PlenarySpeech.objects.live().filter(activity=activity, state__in=CHOSEN)
    return list(rows.order_by(F("number").asc(nulls_last=True), "id"))


@dataclass
class Group:
    """A discussion group with its conveners and how its people came."""

    name: str
    conveners: list[Participant] = field(default_factory=list)
    people: list[Participant] = field(default_factory=list)

    @property
    def verdicts(self) -> dict[str, int]:
        """How many of those who count came to which verdict."""
        counted = [row.verdict for row in self.people if row.counted]
        return {one: counted.count(one) for one in Verdict.values if counted.count(one)}


def groups_of(people: Sequence[Participant]) -> list[Group]:
    """The groups of a list in order of name, those without a group last."""
    by_name: dict[str, Group] = defaultdict(lambda: Group(""))
    for row in people:
        group = by_name.setdefault(row.group, Group(row.group))
        group.people.append(row)
        if row.role == Role.CONVENE:
            group.conveners.append(row)
    return sorted(by_name.values(), key=lambda one: (not one.name, one.name))


# Rows of figures.


def speeches_handed(scope: Scope, period: Period) -> Rows:
    """Speeches handed in for plenaries in the period, the withdrawn ones left out."""
    rows = PlenarySpeech.objects.live().within(scope).filter(handed_on__range=(period.start, period.end))
    rows = rows.exclude(state=SpeechState.WITHDRAWN).exclude(activity__state=State.CANCELLED)
    rows = rows if scope.organ is None else rows.filter(organ=scope.organ)
    return rows.select_related("activity", "organ").order_by("handed_on", "id")


def speeches_given_in(scope: Scope, period: Period, form: str) -> Rows:
    """Speeches compiled in that form for a plenary held in the period."""
    rows = PlenarySpeech.objects.live().filter(
        state=SpeechState.COMPILED, form=form, activity__state__in=COUNTING_STATES,
        activity__in=counting(Scope(scope.committee, below=scope.below), period).values("pk"),
    )  # fmt: skip
    rows = rows if scope.organ is None else rows.filter(organ=scope.organ)
    return rows.select_related("activity", "organ").order_by("activity__held_on", "number", "id")
