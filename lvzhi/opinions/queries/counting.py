"""Rows of the figures: over the tree each item counts once, at the lowest committee that has it (R2.12)."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, CharField, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Concat

from lvzhi import norms
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes
from lvzhi.opinions.models import Author, Concern, Suggestion, Trace
from lvzhi.opinions.norms import LEVELS_COUNT
from lvzhi.opinions.queries import turns
from lvzhi.opinions.vocabulary.codes import ISSUE, LEVELS, SPECIAL
from lvzhi.opinions.vocabulary.states import NOT_IN, ConcernState, Turn
from lvzhi.papers import queries as papers

Rows = QuerySet[Any]
NOT_YET = (*NOT_IN, ConcernState.ARRIVED)
HIGHEST = "highest"
TEXT = CharField()


def concerns(scope: Scope) -> Rows:
    """Items that count in a scope: handed in or signed for; what came from a committee inside it counts there."""
    rows: Rows = Concern.objects.live().within(scope).exclude(state__in=NOT_YET)
    if scope.organ is not None:
        rows = rows.filter(organ=scope.organ)
    if not scope.below:
        return rows
    below = Concern.objects.live().within(scope).exclude(state__in=NOT_YET).filter(pk=OuterRef("origin"))
    found: Rows = rows.filter(~Exists(below))
    return found


def _in(period: Period, field: str) -> dict[str, Any]:
    return {f"{field}__range": (period.start, period.end)}


def received(scope: Scope, period: Period) -> Rows:
    """Handed in, or signed for, in the period."""
    return concerns(scope).filter(**_in(period, "submitted_on"))


def authors(scope: Scope, period: Period) -> Rows:
    """The authors of these, each with ``who``: the person, or an outsider's name with his unit."""
    rows: Rows = Author.objects.live().filter(concern__in=received(scope, period).order_by().values("pk"))
    who = Coalesce(
        Cast("person_id", TEXT), Concat(Value("·"), "name", Value("·"), "unit", output_field=TEXT), output_field=TEXT
    )
    found: Rows = rows.filter(merged_from=None).annotate(who=who)
    return found


def edited(scope: Scope, period: Period) -> Rows:
    """Edited in the period."""
    return concerns(scope).filter(**_in(period, "edited_on")).exclude(state=ConcernState.MERGED)


def issued(scope: Scope, period: Period) -> Rows:
    """Issued for the first time in the period."""
    return concerns(scope).filter(**_in(period, "issued_on"))


def issues(scope: Scope, period: Period) -> Rows:
    """Issues of 《社情民意》 signed in the period."""
    return papers.issued(scope, period).filter(kind=ISSUE)


def specials(scope: Scope, period: Period) -> Rows:
    """Special reports signed in the period."""
    return papers.issued(scope, period).filter(kind=SPECIAL)


def traces(scope: Scope, period: Period, turn: str) -> Rows:
    """Turns of one kind of items that count; what was merged into another counts with that one."""
    mine = concerns(scope).exclude(state=ConcernState.MERGED).order_by().values("pk")
    rows: Rows = Trace.objects.live().within(scope).filter(turn=turn, concern__in=mine)
    return rows.filter(**_in(period, "on"))


def sent(scope: Scope, period: Period) -> Rows:
    """What committees of the scope themselves sent, each item to each receiver."""
    return traces(scope, period, Turn.SENT).filter(by_committee__in=scope.ids())


def adoptions(scope: Scope, period: Period) -> Rows:
    """Items adopted above, once on each level."""
    again = _same(period).filter(level=OuterRef("level"), pk__lt=OuterRef("pk"))
    found: Rows = traces(scope, period, Turn.ADOPTED).filter(~Exists(again))
    return found


def _same(period: Period) -> Rows:
    rows = Trace.objects.live().filter(concern=OuterRef("concern"), turn=Turn.ADOPTED)
    found: Rows = rows.filter(**_in(period, "on"))
    return found


def adopted(scope: Scope, period: Period) -> Rows:
    """The same, or on the highest level alone, as the norm has it (R2.9)."""
    rows = adoptions(scope, period)
    if norms.value(LEVELS_COUNT, scope.committee, period.end) != HIGHEST:
        return rows
    order = _order(scope, period)
    found: Rows = rows.annotate(rung=order).filter(
        ~Exists(_same(period).annotate(higher=order).filter(higher__gt=OuterRef("rung")))
    )
    return found


def _order(scope: Scope, period: Period) -> Case:
    """How high a level stands."""
    rows = codes.entries(LEVELS, scope.committee, period.end)
    whens = [When(level=one.code, then=Value(turns.place(one))) for one in rows]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def declined(scope: Scope, period: Period) -> Rows:
    """Items that a committee above did not adopt."""
    return traces(scope, period, Turn.DECLINED)


def commented(scope: Scope, period: Period) -> Rows:
    """Each comment of a leader on each item, with ``occasion``: one level, document and day."""
    rows = traces(scope, period, Turn.COMMENTED)
    place = Cast(Coalesce("by_committee", "committee"), TEXT)
    parts = (place, Value("·"), "level", Value("·"), "document", Value("·"), Cast("on", TEXT))
    found: Rows = rows.annotate(occasion=Concat(*parts, output_field=TEXT))
    return found


def handed(scope: Scope, period: Period) -> Rows:
    """Items handed to a unit."""
    return traces(scope, period, Turn.HANDED)


def answered(scope: Scope, period: Period) -> Rows:
    """Of those, the ones whose unit has reported back."""
    told = Trace.objects.live().filter(concern=OuterRef("concern"), turn=Turn.ANSWERED)
    found: Rows = handed(scope, period).filter(
        Exists(told.filter(Q(event=OuterRef("event")) | Q(body=OuterRef("body"))))
    )
    return found


def suggestions(scope: Scope, period: Period) -> Rows:
    """Citizens' small suggestions offered in the period."""
    rows: Rows = Suggestion.objects.live().within(scope).filter(**_in(period, "offered_on"))
    return rows
