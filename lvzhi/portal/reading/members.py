"""Members in tenure: name, sector, special committees, office, and how many of their proposals are published."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.people import queries
from lvzhi.people.models import Member, Membership, holds
from lvzhi.people.vocabulary import PostKind
from lvzhi.portal.kinds import Field, Kind, Place, Rows, register
from lvzhi.portal.reading import proposals
from lvzhi.portal.vocabulary import Part


def rows(place: Place) -> Rows:
    """Members in tenure today, with their seats."""
    found = queries.listed(queries.members_on(Scope(place.committee), place.day), place.day)
    named: Rows = found.annotate(out=proposals.counted_for(OuterRef("pk"))).order_by("person__pinyin", "id")
    return named


def address(place: Place, row: Member) -> str:
    """By the uid of the tenure."""
    return reverse("portal:member", args=[place.committee.code, row.uid])


def find(found: Rows, words: str) -> Rows:
    """By name."""
    return found.filter(person__name__icontains=words)


def _organs(row: Member, kind: str) -> str:
    return "、".join(seat.organ.name for seat in queries.seats_of(row, kind))


def _in_sector(place: Place, found: Rows, value: str) -> Rows:
    try:
        uid = UUID(value)
    except ValueError:
        return found.none()
    seats = Membership.objects.live().filter(member=OuterRef("pk"), organ__uid=uid, organ__kind=OrganKind.SECTOR)
    return found.filter(Exists(seats.filter(holds("", place.day))))


def choices(place: Place, _found: Rows) -> dict[str, list[tuple[str, str]]]:
    """The sectors."""
    organs = Organ.objects.filter(committee=place.committee, kind=OrganKind.SECTOR, starts__lte=place.day)
    standing = organs.filter(Q(ends=None) | Q(ends__gte=place.day)).order_by("id")
    return {"sector": [(str(one.uid), one.name) for one in standing]}


def _office(row: Any) -> str:
    return str(PostKind(row.office).label) if row.office else ""


KIND = register(
    Kind(
        part=Part.MEMBERS,
        fields=(
            Field("name", lambda _, row: row.person.name),
            Field("sector", lambda _, row: _organs(row, OrganKind.SECTOR)),
            Field("organs", lambda _, row: _organs(row, OrganKind.SPECIAL_COMMITTEE)),
            Field("office", lambda _, row: _office(row)),
            Field("published", lambda place, row: (row.out or 0) if place.names else None),
        ),
        rows=rows,
        find=find,
        order=("person__pinyin", "id"),
        address=address,
        narrow={"sector": _in_sector},
        choices=choices,
    )
)


def one(place: Place, uid: UUID) -> Any:
    """A member in tenure today; whoever has left stands here no more."""
    return rows(place).filter(uid=uid).first()


def whole(place: Place, row: Member) -> dict[str, Any]:
    """The page: the proposals of which the member is first proposer, where proposers are named."""
    found = proposals.of_member(place, row.pk) if place.names else []
    return {"proposals": [proposals.KIND.shown(place, one) for one in found]}
