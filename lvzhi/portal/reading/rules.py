"""Rules in force of which the version in force is published, and their other published versions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from lvzhi.norms import codes
from lvzhi.portal.kinds import Field, Kind, Place, Rows, register
from lvzhi.portal.showing import Link
from lvzhi.portal.vocabulary import Part
from lvzhi.regulations import queries
from lvzhi.regulations.models import Regulation, Version
from lvzhi.regulations.rules import PUBLIC
from lvzhi.regulations.vocabulary.codes import KINDS
from lvzhi.regulations.wording import read


def rows(place: Place) -> Rows:
    """The versions in force today that are published."""
    rules = queries.on_day(Regulation.objects.live().filter(committee=place.committee), place.day)
    found = Version.objects.filter(PUBLIC, committee=place.committee, pk__in=rules.values("current"))
    return found.select_related("regulation").order_by("-published_on", "-id")


def address(place: Place, row: Version) -> str:
    """That of the rule; a version has its own below it."""
    return reverse("portal:rule", args=[place.committee.code, row.regulation.uid])


def find(found: Rows, words: str) -> Rows:
    """In title, number and text."""
    return found.filter(Q(title__icontains=words) | Q(text__icontains=words) | Q(document_no__icontains=words))


def _kind(place: Place, row: Version) -> str:
    return codes.name_of(KINDS, place.committee, row.regulation.kind, row.issued_on)


def choices(place: Place, found: Rows) -> dict[str, list[tuple[str, str]]]:
    """Kinds that there are."""
    known = sorted(set(found.order_by().values_list("regulation__kind", flat=True)))
    return {"kind": [(one, codes.name_of(KINDS, place.committee, one)) for one in known]}


KIND = register(
    Kind(
        part=Part.RULES,
        fields=(
            Field("title", lambda _, row: row.title),
            Field("kind", _kind),
            Field("number", lambda _, row: row.number),
            Field("document_no", lambda _, row: row.document_no),
            Field("issued_on", lambda _, row: row.issued_on),
            Field("starts_on", lambda _, row: row.starts_on),
            Field("published_on", lambda _, row: row.published_on),
        ),
        rows=lambda place: rows(place).defer("text"),
        find=find,
        order=("-published_on", "-id"),
        address=address,
        narrow={"kind": lambda _, found, value: found.filter(regulation__kind=value)},
        choices=choices,
    )
)


# One rule.


def versions(place: Place, uid: UUID) -> list[Version]:
    """Its published versions, the newest first, without texts; of a repealed rule too."""
    found = Version.objects.filter(
        PUBLIC, committee=place.committee, regulation__uid=uid, regulation__voided_at=None
    ).select_related("regulation")
    return list(found.defer("text").order_by("-starts_on", "-number"))


def was_public(place: Place, uid: UUID, number: int | None = None) -> bool:
    """Whether the rule, or that version of it, was public once."""
    once = Version.objects.filter(committee=place.committee, regulation__uid=uid, published_on__isnull=False)
    return (once if number is None else once.filter(number=number)).exists()


def whole(place: Place, row: Version, known: list[Version]) -> dict[str, Any]:
    """The page of a version: its articles, and the others that are public."""
    issued = list(queries.issued_of(row.regulation).only("pk", "starts_on", "state", "regulation_id"))
    spans = {one.version.pk: one for one in queries.spans(row.regulation, issued)}
    text = Version.objects.filter(pk=row.pk).values_list("text", flat=True).get()
    code, uid = place.committee.code, row.regulation.uid
    return {
        "in_force": row.pk in spans and spans[row.pk].holds(place.day),
        "ahead": row.starts_on is not None and row.starts_on > place.day,
        "span": spans[row.pk].words if row.pk in spans else "",
        "pieces": [
            {"kind": one.kind, "label": one.label, "key": one.key, "lines": one.paragraphs} for one in read(text).pieces
        ],
        "versions": [
            {
                "number": one.number, "span": spans[one.pk].words if one.pk in spans else "", "here": one.pk == row.pk,
                "in_force": one.pk in spans and spans[one.pk].holds(place.day), "document_no": one.document_no,
                "url": Link(reverse("portal:version", args=[code, uid, one.number])),
            }
            for one in known
        ],
    }  # fmt: skip
