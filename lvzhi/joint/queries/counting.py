"""Rows of figures: a record counts for each committee that takes part in it, and once for all together (M34)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.joint.models import Mate, Partaking, Piece, Topic
from lvzhi.joint.vocabulary import COUNTED, PieceState, Role
from lvzhi.metrics.periods import Period

Rows = QuerySet[Any]


def _parts(scope: Scope) -> Rows:
    """Parts that committees of the scope have, those led and those joined."""
    rows: Rows = Partaking.objects.live().within(scope).filter(state__in=COUNTED, topic__voided_at=None)
    if scope.organ is None:
        return rows
    led = Q(role=Role.LEAD, topic__organ=scope.organ)
    return rows.filter(Q(organ=scope.organ) | led)


def joined_parts(scope: Scope, kind: str, role: str = "") -> Rows:
    """Parts that committees of the scope have joined, of topics over records of a kind; without those they lead.

    Args:
        role: only those joined in that role.
    """
    rows = _parts(scope).filter(topic__kind=kind).exclude(role=Role.LEAD)
    return rows.filter(role=role) if role else rows


def taking(scope: Scope, kind: str, role: str = "") -> Rows:
    """Uids of the records of a kind that committees of the scope have joined, as a subquery; ``role`` as above."""
    return joined_parts(scope, kind, role).order_by().values("topic__subject")


def joined_by(kind: str, **how: Any) -> Rows:
    """Uids of the records of a kind that some committee has joined with a part of those values, as a subquery."""
    rows: Rows = Partaking.objects.live().filter(state__in=COUNTED, topic__voided_at=None, topic__kind=kind, **how)
    return rows.exclude(role=Role.LEAD).order_by().values("topic__subject")


def roles_here(committees: Collection[int], kind: str, uids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Of records of a kind, what part these committees have in each: the leader's before the joiner's. One query."""
    if not uids or not committees:
        return {}
    rows = Partaking.objects.live().filter(
        committee_id__in=sorted(committees), state__in=COUNTED, topic__voided_at=None, topic__kind=kind,
        topic__subject__in=list(uids),
    )  # fmt: skip
    found: dict[UUID, str] = {}
    for uid, role in rows.order_by("id").values_list("topic__subject", "role"):
        if role == Role.LEAD or uid not in found:
            found[uid] = role
    return found


def any_over(kind: str) -> Exists:
    """Whether a topic stands over the record: an annotation of a query over records of that kind."""
    return Exists(Topic.objects.live().filter(kind=kind, subject=OuterRef("uid")))


def topics(scope: Scope, period: Period) -> Rows:
    """Topics that went on in the period and in which a committee of the scope has a part: each once."""
    rows = Topic.objects.live().filter(opened_on__lte=period.end, pk__in=_parts(scope).order_by().values("topic_id"))
    rows = rows.filter(Q(closed_on=None) | Q(closed_on__gte=period.start))
    return rows.select_related("committee", "organ").order_by("opened_on", "id")


def pieces(scope: Scope, period: Period) -> Rows:
    """Pieces due in the period that committees of the scope have to do; those dropped are none."""
    rows = Piece.objects.live().filter(part__in=_parts(scope).order_by().values("pk"))
    rows = rows.filter(until__range=(period.start, period.end)).exclude(state=PieceState.DROPPED)
    return rows.select_related("topic", "committee", "person").order_by("until", "id")


def pieces_done(scope: Scope, period: Period) -> Rows:
    """Of those, the ones done."""
    return pieces(scope, period).filter(state=PieceState.DONE)


def pieces_late(scope: Scope, period: Period) -> Rows:
    """Of those, the ones whose day has passed and which are not done."""
    return pieces(scope, period).filter(state=PieceState.OPEN, until__lt=clock.today())


def team(scope: Scope, period: Period) -> Rows:
    """Those whom committees of the scope sent into teams that worked in the period, one row a topic and person."""
    rows = Mate.objects.live().filter(part__in=_parts(scope).order_by().values("pk"), since__lte=period.end)
    rows = rows.filter(Q(until=None) | Q(until__gte=period.start))
    rows = rows.filter(Q(part__topic__closed_on=None) | Q(part__topic__closed_on__gte=period.start))
    return rows.select_related("part__topic", "committee", "person").order_by("id")
