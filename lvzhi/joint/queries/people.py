"""The team that works on a record, and the committees that do."""

from __future__ import annotations

from uuid import UUID

from lvzhi.committee.models import Committee
from lvzhi.joint.models import Mate, Partaking
from lvzhi.joint.vocabulary import COUNTED, Role
from lvzhi.people.models import Person


def team_at(kind: str, uid: UUID) -> list[Person]:
    """The whole team that works on a record now: people of every committee that takes part. One query."""
    rows = Mate.objects.live().filter(
        until=None, part__state__in=COUNTED, part__voided_at=None, part__topic__kind=kind, part__topic__subject=uid,
        part__topic__voided_at=None,
    )  # fmt: skip
    found = {row.person_id: row.person for row in rows.select_related("person").order_by("part_id", "id")}
    return list(found.values())


def committees_at(kind: str, uid: UUID) -> list[Committee]:
    """Committees that have joined the work on a record, without the one that leads it. One query."""
    rows = Partaking.objects.live().filter(
        state__in=COUNTED, topic__kind=kind, topic__subject=uid, topic__voided_at=None
    )  # fmt: skip
    joined = rows.exclude(role=Role.LEAD).order_by().values("committee_id")
    return list(Committee.objects.filter(pk__in=joined).order_by("path"))
