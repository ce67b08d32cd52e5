"""How the rooms below know it: the following-up as a record, the way as a card on the pages of activity and task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.activities.models import Activity
from lvzhi.consultations import rules
from lvzhi.consultations.models import FollowUp
from lvzhi.consultations.queries.sources import ACTIVITY, TASK
from lvzhi.consultations.vocabulary import PAGE
from lvzhi.consultations.vocabulary.ways import Way, way_of, way_of_item
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.plans.models import Task

KIND = FollowUp._meta.label_lower


def _titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    rows = FollowUp.objects.filter(uid__in=list(uids)).select_related("activity")
    return {row.uid: row.title_for_people for row in rows}


def _visible(actor: Actor, uid: UUID) -> bool:
    return FollowUp.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def _url(uid: UUID) -> str:
    activity = FollowUp.objects.filter(uid=uid).values_list("activity__uid", flat=True).first()
    return reverse("consultations:way", args=[activity]) if activity else ""


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """A line that leads to the whole way; asks nothing of the database."""
    if isinstance(record, Activity):
        return _card(way_of(record.family), "consultations:way", record)
    if isinstance(record, Task):
        return _card(way_of_item(record.plan.kind, record.block), "consultations:task", record)
    return []


def _card(way: Way | None, page: str, record: Sealed) -> list[beside.Panel]:
    if way is None:
        return []
    return [beside.Panel(way.name, "workflow", [beside.Line(PAGE["whole"], reverse(page, args=[record.uid]))])]


def register() -> None:
    """Tell links and whoever shows what hangs on a record."""
    name = str(FollowUp._meta.verbose_name)
    links.register(links.Kind(KIND, name, lambda uid: _titles([uid]).get(uid, ""), _url, _visible, _titles))
    beside.register(beside.Beside("consultations.way", frozenset({ACTIVITY, TASK}), panels))
