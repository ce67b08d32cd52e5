"""Reads of two-way appraisal: what a page may show, what has lapsed, the rows of its figures (R1.92)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, F, Q, Sum

from lvzhi.access import Actor
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.proposals.models import Appraisal, Proposal
from lvzhi.proposals.queries.showing import Rows, appraisals_shown
from lvzhi.proposals.rules import READS_RATINGS
from lvzhi.proposals.vocabulary.appraising import AppraisalState


def appraisals_of(actor: Actor, proposal: Proposal) -> list[Any]:
    """Those of one proposal that the actor may know of."""
    return list(appraisals_shown(actor).filter(proposal=proposal))


def owed_by(actor: Actor) -> dict[int, Any]:
    """Appraisals that the actor has still to give, by hand-over."""
    from lvzhi.proposals.rules.appraising import may_appraise

    rows = Appraisal.objects.live().filter(may_appraise.rows(actor), state=AppraisalState.WAITING)
    return {row.assignment_id: row for row in rows}


def appraisals_over(day: date) -> list[Any]:
    """Those whose last day is over."""
    rows = Appraisal.objects.live().filter(state=AppraisalState.WAITING, due_on__lt=day)
    return list(rows.select_related("unit", "proposal").order_by("id"))


def _asked(scope: Scope) -> Rows:
    """Appraisals of rounds that are closed: a figure tells nothing of one that is sealed."""
    closed = Q(proposal__state__in=sorted(READS_RATINGS)) | Q(round__lt=F("proposal__round"))
    rows = Appraisal.objects.live().within(scope).filter(closed, proposal__voided_at=None)
    return rows.select_related("proposal", "unit")


def appraised(scope: Scope, period: Period) -> Rows:
    """Appraisals given in the period, of rounds that are closed."""
    return _asked(scope).filter(given_on__range=(period.start, period.end))


def unappraised(scope: Scope, period: Period) -> Rows:
    """Those asked for in the period on which the unit said nothing: silence is no grade."""
    return _asked(scope).filter(state=AppraisalState.UNRATED, asked_on__range=(period.start, period.end))


def by_grade(rows: Rows) -> dict[str, tuple[int, int]]:
    """Of rows with a score: how many and their sum, by grade, and all together under the empty word."""
    scored = rows.filter(score__isnull=False).order_by().select_related(None).values("grade")
    sums = scored.annotate(number=Count("pk"), total=Sum("score")).values_list("grade", "number", "total")
    found = {grade: (number, total) for grade, number, total in sums}
    found[""] = (sum(number for number, _ in found.values()), sum(total for _, total in found.values()))
    return found
