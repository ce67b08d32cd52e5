"""Reads of honours, scope or actor first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import reverse

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.files.queries import any_of
from lvzhi.honours import rules
from lvzhi.honours.models import Honour
from lvzhi.honours.vocabulary import GIVEN_TO, Bearer, State
from lvzhi.links.queries import tied
from lvzhi.metrics.periods import Period

Rows = QuerySet[Any]
KIND = "honours.honour"


def address(honour: Any) -> str:
    """The page of an honour."""
    return reverse("honours:detail", args=[honour.uid])


def one(actor: Actor, uid: Any) -> Honour:
    """The honour of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rows = Honour.objects.filter(rules.visible.rows(actor), uid=uid)
    found = rows.select_related("committee", "person", "organ").first()
    if found is None:
        raise Missing("honours.unknown")
    return found


def readable(actor: Actor, committee: Committee) -> Rows:
    """Honours of a committee that the actor may read."""
    rows = Honour.objects.filter(rules.visible.rows(actor), committee=committee)
    return rows.select_related("committee", "organ")


def mine(actor: Actor) -> Rows:
    """One's own, in whatever state."""
    return Honour.objects.live().filter(rules.own.rows(actor)).select_related("committee", "organ")


def same(honour: Honour) -> Honour | None:
    """The same honour entered already."""
    rows = Honour.objects.live().filter(
        committee=honour.committee_id, title=honour.title, given_on=honour.given_on, name=honour.name, work=honour.work
    )
    return rows.exclude(pk=honour.pk or 0).exclude(state__in=(State.DECLINED, State.WITHDRAWN)).first()


def proven(honour: Honour) -> bool:
    """Whether it has a document number or an attachment."""
    return bool(honour.number) or Honour.objects.filter(any_of(KIND), pk=honour.pk).exists()


def bare(rows: Rows) -> Rows:
    """Those without number and attachment."""
    return rows.filter(~any_of(KIND), number="")


def of_work(actor: Actor, kind: str, uid: UUID) -> list[Any]:
    """Honours given to a record, in one query; each with ``seen``, whether the actor may read it."""
    rows = Honour.objects.live().filter(uid__in=tied(GIVEN_TO, KIND, kind).filter(b_uid=uid))
    seen = Case(When(rules.visible.rows(actor), then=Value(value=True)), default=Value(value=False))
    return list(rows.annotate(seen=seen).order_by("given_on", "id"))


def matching(rows: Rows, text: str) -> Rows:
    """Honours whose name, bearer, work or giver holds the text."""
    found = Q()
    for field in ("title", "name", "work", "given_by"):
        found |= Q(**{f"{field}__icontains": text})
    return rows.filter(found)


# Rows of figures.


def given(scope: Scope, period: Period) -> Rows:
    """Honours given in the period and confirmed."""
    rows = Honour.objects.live().within(scope).filter(given_on__range=(period.start, period.end))
    rows = rows.filter(state=State.CONFIRMED).select_related("committee", "organ")
    return rows if scope.organ is None else rows.filter(organ=scope.organ)


def to_works(scope: Scope, period: Period) -> Rows:
    """Of those, the ones given to works."""
    return given(scope, period).filter(bearer=Bearer.WORK)


def to_persons(scope: Scope, period: Period) -> Rows:
    """Of those, the ones given to persons."""
    return given(scope, period).filter(bearer=Bearer.PERSON)
