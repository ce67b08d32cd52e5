"""How the rooms below know activities: attachments and ties to other records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, Leave
from lvzhi.activities.vocabulary import KIND_WORD, State
from lvzhi.files import rights
from lvzhi.links import kinds as links

KIND = "activities.activity"
LEAVE = "activities.leave"
TAKES_FILES = frozenset({State.DRAFT, State.PLANNED, State.HELD})


def may_add(actor: Actor, activity: Activity) -> bool:
    """Who may attach papers, sheets and photos: the keeper, until it is filed."""
    return activity.voided_at is None and activity.state in TAKES_FILES and rules.keeper(actor, activity)


def _visible(actor: Actor, uid: UUID) -> bool:
    return Activity.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def _may_add(actor: Actor, uid: UUID) -> bool:
    activity = Activity.objects.filter(uid=uid).first()
    return activity is not None and may_add(actor, activity)


def _committee(uid: UUID) -> int:
    return int(Activity.objects.values_list("committee_id", flat=True).get(uid=uid))


def _titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return {row.uid: str(row) for row in Activity.objects.filter(uid__in=list(uids)).only("uid", "kind_name", "title")}


def _title(uid: UUID) -> str:
    return _titles([uid]).get(uid, "")


def _url(uid: UUID) -> str:
    return reverse("activities:detail", args=[uid])


def _leave_visible(actor: Actor, uid: UUID) -> bool:
    return Leave.objects.filter(rules.visible_leave.rows(actor), uid=uid).exists()


def _leave_may_add(actor: Actor, uid: UUID) -> bool:
    leave = Leave.objects.filter(uid=uid).select_related("participant__person", "activity").first()
    return leave is not None and leave.decided_on is None and rules.withdraws(actor, leave)


def _leave_committee(uid: UUID) -> int:
    return int(Leave.objects.values_list("committee_id", flat=True).get(uid=uid))


def register() -> None:
    """Tell files and links."""
    rights.register(KIND, may_read=_visible, may_add=_may_add, committee=_committee)
    rights.register(LEAVE, may_read=_leave_visible, may_add=_leave_may_add, committee=_leave_committee, personal=True)
    links.register(links.Kind(KIND, KIND_WORD, _title, _url, _visible, _titles))
