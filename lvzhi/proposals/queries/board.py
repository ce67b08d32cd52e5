"""The clerk's board of a session: counts by step, what is overdue, whom it waits for (peers D)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Max, Q

from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.proposals.models import Assignment, CoSignature
from lvzhi.proposals.queries.counting import received
from lvzhi.proposals.queries.reading import Rows, live
from lvzhi.proposals.vocabulary import AssignState, SignState, State

OUT = (State.DRAFT, State.GATHERING)
WAITING = (AssignState.PENDING, AssignState.SIGNED, AssignState.RETURN_ASKED)
ENDED = (State.CLOSED, State.NOT_FILED, State.WITHDRAWN, State.OFFLINE)


def of_session(scope: Scope, session: Any) -> Rows:
    """Proposals handed in for a session; those of every session without one."""
    rows = live(scope).exclude(state__in=OUT)
    return rows if session is None else rows.filter(session=session)


def by_step(scope: Scope, session: Any, day: date) -> list[dict[str, Any]]:
    """How many stand in each state, and how many of them are past their day."""
    late = Count("id", filter=Q(due_on__lt=day) & ~Q(state__in=ENDED))
    rows = of_session(scope, session).values("state").annotate(count=Count("id"), late=late).order_by("state")
    return list(rows)


def by_unit(scope: Scope, session: Any, day: date) -> list[dict[str, Any]]:
    """How many hand-overs wait for each unit, to be signed for or answered, and how many are late."""
    rows = Assignment.objects.live().filter(
        state__in=WAITING, proposal__in=of_session(scope, session).exclude(state__in=ENDED).values("pk")
    )
    late = Q(due_on__lt=day) | Q(proposal__answer_due_on__lt=day)
    found: Rows = (
        rows.values("unit_id", "unit__name")
        .annotate(
            pending=Count("id", filter=Q(state=AssignState.PENDING)),
            signed=Count("id", filter=Q(state=AssignState.SIGNED)),
            asked=Count("id", filter=Q(state=AssignState.RETURN_ASKED)),
            late=Count("id", filter=late),
        )
        .order_by("-late", "-pending", "unit__name")
    )
    return list(found)


def by_category(scope: Scope, session: Any) -> list[dict[str, Any]]:
    """How many wait for examination in each category, for the review groups (R1.34)."""
    rows = of_session(scope, session).filter(state__in=[State.SUBMITTED, State.SECOND_READING])
    return list(rows.values("category").annotate(count=Count("id")).order_by("category"))


def handed_over_on(scope: Scope, session: Any, day: date) -> list[Any]:
    """Hand-overs of one day by unit, for the list that units sign at the meeting (R1.53)."""
    rows = Assignment.objects.live().filter(assigned_on=day, proposal__in=of_session(scope, session).values("pk"))
    rows = rows.exclude(state__in=[AssignState.REPLACED, AssignState.STOPPED])
    heavy = ("proposal__background", "proposal__analysis", "proposal__survey")
    return list(rows.select_related("unit", "proposal").defer(*heavy).order_by("unit__name", "proposal__number", "id"))


def hand_over_days(scope: Scope, session: Any) -> list[tuple[date, int]]:
    """Days on which proposals were handed over, newest first, with how many."""
    rows = of_session(scope, session).exclude(assigned_on=None)
    return list(
        rows.values("assigned_on").annotate(count=Count("id"), last=Max("id")).order_by("-assigned_on")
        .values_list("assigned_on", "count")[:30]
    )  # fmt: skip


def merged(scope: Scope, period: Period) -> Rows:
    """Proposals merged into a lead in the period; the lead itself is not counted (R1.46)."""
    return live(scope).filter(merged_into__isnull=False, merged_on__range=(period.start, period.end))


def withdrawn(scope: Scope, period: Period) -> Rows:
    """Proposals received and withdrawn in the period (R1.49)."""
    rows = live(scope).filter(state=State.WITHDRAWN, received_on__isnull=False)
    return rows.filter(closed_on__range=(period.start, period.end))


def cosignatures(scope: Scope, period: Period) -> Rows:
    """Signatures of co-signers under the proposals received in the period (R1.29)."""
    rows: Rows = CoSignature.objects.live().filter(state=SignState.SIGNED)
    return rows.filter(proposal__in=received(scope, period).values("pk")).order_by("proposal_id", "order", "id")
