"""Reads of papers, scope or actor first."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.directory.models import Unit
from lvzhi.links.queries import any_of, tied
from lvzhi.metrics.periods import Period
from lvzhi.papers import rules
from lvzhi.papers.models import Comment, Dispatch, Paper
from lvzhi.papers.vocabulary import ABOUT, OUT, CommentState
from lvzhi.ui.vocabulary import PARTING
from lvzhi.workflow.declare import Workflow

Rows = QuerySet[Any]
KIND = "papers.paper"


def live(scope: Scope) -> Rows:
    """Papers of the scope that are not voided; of one organ where the scope names it."""
    rows: Rows = Paper.objects.live().within(scope)
    found: Rows = rows if scope.organ is None else rows.filter(organ=scope.organ)
    return found


def readable(actor: Actor, committee: Committee) -> Rows:
    """Papers of a committee that the actor may read, with what a line of the register shows."""
    rows: Rows = Paper.objects.filter(rules.visible.rows(actor), committee=committee)
    sent = Count("dispatches", filter=Q(dispatches__voided_at=None), distinct=True)
    got = Count("dispatches", filter=Q(dispatches__voided_at=None, dispatches__receipt_on__isnull=False), distinct=True)
    found: Rows = rows.select_related("organ").defer("text").annotate(sent_to=sent, received_by=got)
    return found


def one(actor: Actor, uid: Any) -> Paper:
    """The paper of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rows: Any = Paper.objects.filter(rules.visible.rows(actor), uid=uid).annotate(has_ties=any_of(KIND))
    found: Paper | None = rows.select_related("committee", "organ").first()
    if found is None:
        raise Missing("papers.unknown")
    return found


def dispatches(paper: Paper) -> list[Dispatch]:
    """To whom it went, in the order of sending."""
    rows = Dispatch.objects.live().filter(paper=paper).select_related("unit", "to_committee", "organ")
    found = list(rows.order_by("sent_on", "id"))
    for row in found:
        row.paper = paper
    return found


def comments(paper: Paper) -> list[Comment]:
    """What leaders wrote on it, the first one first."""
    found = list(Comment.objects.live().filter(paper=paper).select_related("unit").order_by("commented_on", "id"))
    for row in found:
        row.paper = paper
    return found


def step_record(actor: Actor, workflow: Workflow, uid: Any) -> Any:
    """The record of a step, with the paper beside it.

    Raises:
        Missing: none such, or of a paper that the actor may not see.
    """
    if workflow.model is Paper:
        return one(actor, uid)
    rows = Comment.objects.live().filter(workflow.visible.rows(actor), uid=uid)
    found = rows.select_related("paper", "paper__committee", "unit", "committee").first()
    if found is None:
        raise Missing("papers.unknown")
    return found


def one_dispatch(actor: Actor, uid: Any) -> Dispatch:
    """A dispatch that the actor may sign for.

    Raises:
        Missing: none such, or another's.
    """
    rows = Dispatch.objects.live().filter(rules.receives.rows(actor), uid=uid)
    found = rows.select_related("paper", "committee").first()
    if found is None:
        raise Missing("papers.unknown")
    return found


def received(actor: Actor) -> Rows:
    """What was sent to the units, committees and organs for which the actor receives, the newest first."""
    rows: Rows = Dispatch.objects.live().filter(rules.received_by(actor), paper__voided_at=None)
    return rows.filter(paper__state__in=sorted(OUT)).select_related("paper", "committee").defer("paper__text")


def comments_of(actor: Actor, committee: Committee) -> Rows:
    """Comments on papers of a committee that the actor may read."""
    rows: Rows = Comment.objects.live().filter(rules.visible_comment.rows(actor), committee=committee)
    return rows.filter(paper__voided_at=None).select_related("paper", "unit").defer("paper__text")


def matching(rows: Rows, text: str) -> Rows:
    """Papers whose title, number, addressee or signer holds the text."""
    return rows.filter(
        Q(title__icontains=text) | Q(number__icontains=text) | Q(addressee__icontains=text) | Q(signer__icontains=text)
    )


def about(actor: Actor, kind: str, uid: UUID) -> list[Any]:
    """Papers about a record, in one query; each with ``seen``, whether the actor may read it."""
    rows = Paper.objects.live().filter(uid__in=tied(ABOUT, KIND, kind).filter(b_uid=uid))
    seen = Case(When(rules.visible.rows(actor), then=Value(value=True)), default=Value(value=False))
    return list(rows.defer("text").annotate(seen=seen).order_by("dated_on", "id"))


def taken(committee: Committee | int, number: str, but: Paper) -> Paper | None:
    """Another paper that bears the number."""
    rows = Paper.objects.live().filter(committee=committee, number=number).exclude(pk=but.pk)
    return rows.first()


# Rows of figures.


def issued(scope: Scope, period: Period) -> Rows:
    """Papers issued, dated in the period, and not withdrawn."""
    return live(scope).filter(state__in=sorted(OUT), dated_on__range=(period.start, period.end))


def issues(scope: Scope, period: Period) -> Rows:
    """Of those, the numbered issues of series 期."""
    return issued(scope, period).filter(series_no__isnull=False)


def sent(scope: Scope, period: Period) -> Rows:
    """Each receiver of a document, sent in the period."""
    rows: Rows = Dispatch.objects.live().within(scope)
    rows = rows.filter(paper__voided_at=None, paper__state__in=sorted(OUT))
    rows = rows.filter(paper__organ=scope.organ) if scope.organ is not None else rows
    return rows.filter(sent_on__range=(period.start, period.end))


def commented(scope: Scope, period: Period) -> Rows:
    """Comments that leaders wrote in the period."""
    rows: Rows = Comment.objects.live().within(scope).filter(paper__voided_at=None)
    rows = rows.filter(paper__organ=scope.organ) if scope.organ is not None else rows
    return rows.filter(commented_on__range=(period.start, period.end))


def commented_handed(scope: Scope, period: Period) -> Rows:
    """Of those, the ones handed to a unit."""
    return commented(scope, period).exclude(handed_on=None)


def commented_answered(scope: Scope, period: Period) -> Rows:
    """Of those, the ones whose unit has reported back."""
    return commented_handed(scope, period).filter(state__in=[CommentState.ANSWERED, CommentState.CLOSED])


def paper_commented() -> Exists:
    """Whether a paper has a comment."""
    return Exists(Comment.objects.live().filter(paper=OuterRef("pk")))


def overdue(rows: Rows, today: dt.date) -> Rows:
    """Comments handed over whose day has passed."""
    return rows.filter(state=CommentState.HANDED, due_on__lt=today)


def receivers_named(paper: Paper) -> list[str]:
    """Whom the document names as receivers, main ones first, without those it was sent to already."""
    sent = set(Dispatch.objects.live().filter(paper=paper).values_list("name", flat=True))
    names = re.split(PARTING, f"{paper.addressee}\n{paper.copies}")
    return [name for name in dict.fromkeys(one.strip() for one in names) if name and name not in sent]


def unit_reached(paper: Paper) -> Unit | None:
    """The one unit outside that the document went to; None where it went to none or to several."""
    rows = Dispatch.objects.live().filter(paper=paper, unit__isnull=False).select_related("unit")
    units = {row.unit_id: row.unit for row in rows}
    return next(iter(units.values())) if len(units) == 1 else None
