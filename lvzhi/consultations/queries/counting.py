"""Rows of figures: scope and period first (R3.11, R5.6)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from lvzhi.activities.models import Activity
from lvzhi.activities.queries import live as activities
from lvzhi.activities.vocabulary import Family
from lvzhi.committee.scope import Scope
from lvzhi.consultations.models import FollowUp
from lvzhi.consultations.vocabulary import NO_RESULTS
from lvzhi.consultations.vocabulary.ways import CONSULTATION, REPORTS, STUDY, families_of
from lvzhi.ledger.models import Advice
from lvzhi.links.models import Tie
from lvzhi.metrics.periods import Period
from lvzhi.papers import queries as papers
from lvzhi.papers.models import Comment, Dispatch
from lvzhi.papers.vocabulary import ABOUT, OUT

Rows = QuerySet[Any]


def _came_of(scope: Scope, key: str, path: str = "") -> Q:
    """Papers that speak of an activity of that way, or submit its advice; `path` leads to the paper."""
    held = activities(Scope(scope.committee, scope.below)).filter(family__in=families_of(key)).order_by()
    about = Tie.objects.filter(
        role=ABOUT, ends=None, a_kind=papers.KIND, b_kind=Activity._meta.label_lower, b_uid__in=held.values("uid")
    )
    advice = Advice.objects.live().filter(activity__in=held.values("pk")).exclude(paper=None)
    return Q(**{f"{path}uid__in": about.values("a_uid")}) | Q(**{f"{path}pk__in": advice.values("paper_id")})


def results(scope: Scope, period: Period) -> Rows:
    """Documents issued in the period that came of a consultation."""
    rows: Rows = papers.issued(scope, period).exclude(kind__in=NO_RESULTS)
    return rows.filter(_came_of(scope, CONSULTATION)).select_related("organ").order_by("-dated_on", "-id")


def comments(scope: Scope, period: Period) -> Rows:
    """What leaders wrote in the period on documents that came of a consultation."""
    rows: Rows = papers.commented(scope, period).exclude(paper__kind__in=NO_RESULTS)
    found = rows.filter(_came_of(scope, CONSULTATION, "paper__")).select_related("paper")
    return found.order_by("-commented_on", "-id")


def _of_studies(rows: Rows, scope: Scope) -> Rows:
    """Reports on research, inspections and study tours: by their kind, or because they came of one."""
    found = Q(kind__in=REPORTS) | _came_of(scope, STUDY) & ~Q(kind__in=NO_RESULTS)
    return rows.filter(found).select_related("organ").defer("text").order_by("-dated_on", "-id")


def reports(scope: Scope, period: Period) -> Rows:
    """Reports on research, inspections and study tours issued in the period."""
    return _of_studies(papers.issued(scope, period), scope)


def reports_sent(scope: Scope, period: Period) -> Rows:
    """Of such reports, those sent to somebody in the period, whenever they were dated."""
    sent = Dispatch.objects.live().filter(paper=OuterRef("pk"), sent_on__range=(period.start, period.end))
    return _of_studies(papers.live(scope).filter(Exists(sent), state__in=sorted(OUT)), scope)


def reports_commented(scope: Scope, period: Period) -> Rows:
    """Of such reports, those on which a leader wrote in the period, whenever they were dated."""
    wrote = Comment.objects.live().filter(paper=OuterRef("pk"), commented_on__range=(period.start, period.end))
    return _of_studies(papers.live(scope).filter(Exists(wrote), state__in=sorted(OUT)), scope)


def _follows(scope: Scope) -> Rows:
    rows: Rows = (
        FollowUp.objects.live().within(scope).filter(activity__voided_at=None, activity__family=Family.CONSULTATION)
    )
    if scope.organ is not None:
        rows = rows.filter(Q(activity__organ=scope.organ) | Q(activity__organ__parent=scope.organ))
    return rows.select_related("activity")


def fed_back(scope: Scope, period: Period) -> Rows:
    """Consultations told back in the period."""
    return _follows(scope).filter(fed_on__range=(period.start, period.end)).order_by("-fed_on", "-id")


def looked_back(scope: Scope, period: Period) -> Rows:
    """Consultations looked at again in the period, by the last look."""
    return _follows(scope).filter(looked_on__range=(period.start, period.end)).order_by("-looked_on", "-id")
