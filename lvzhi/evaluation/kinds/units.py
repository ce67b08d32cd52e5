"""Facts of handling units (R1.110): what they were given, answered in time or late, how proposers rated it."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import F, Q

from lvzhi.evaluation.kinds.declare import Arm, Facet, FactKind
from lvzhi.proposals.vocabulary import Grade, UnitRole

HANDED = Arm(
    figure="proposals.hand_overs", who="unit", day="assigned_on", title="proposal__title",
    source="proposals.proposal", uid="proposal__uid", same="proposal__uid", role="role",
)  # fmt: skip
DUE = Arm(
    figure="proposals.due", among=Q(lead_unit__isnull=False), who="lead_unit", day="assigned_on", title="title",
    source="proposals.proposal", same="uid",
)  # fmt: skip
LATE = replace(
    DUE, among=DUE.among & (Q(first_answered_on=None) | Q(first_answered_on__gt=F("answer_due_on")))
)  # fmt: skip
IN_TIME = replace(DUE, figure="proposals.in_time")
RATED = Arm(
    figure="proposals.ratings", among=Q(proposal__lead_unit__isnull=False), who="proposal__lead_unit", day="rated_on",
    title="proposal__title", source="proposals.proposal", uid="proposal__uid", same="uid", result="result",
)  # fmt: skip
RETURNED = Arm(
    figure="proposals.returns", who="assignment__unit", day="asked_on", title="proposal__title",
    source="proposals.proposal", uid="proposal__uid", same="uid",
)  # fmt: skip
KINDS = (
    FactKind(
        key="units.handed", arms=(HANDED,), facet=(Facet(key="role", words=dict(UnitRole.choices)),), units=True
    ),
    FactKind(key="units.late", arms=(LATE,), units=True),
    FactKind(key="units.in_time", arms=(IN_TIME,), units=True),
    FactKind(key="units.rated", arms=(RATED,), facet=(Facet(key="result", words=dict(Grade.choices)),), units=True),
    FactKind(key="units.returned", arms=(RETURNED,), units=True),
)  # fmt: skip
