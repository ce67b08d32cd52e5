"""Published reports: the text as it was signed, each figure with its value and definition; never its rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from lvzhi.portal.kinds import Field, Kind, Place, Rows, register
from lvzhi.portal.vocabulary import Part
from lvzhi.reports import queries, writing
from lvzhi.reports.models import Report, Revision
from lvzhi.reports.rules import PUBLIC
from lvzhi.reports.vocabulary import days
from lvzhi.reports.vocabulary.states import ReportKind


def rows(place: Place) -> Rows:
    """Signed reports that are published."""
    return Report.objects.filter(PUBLIC, committee=place.committee).order_by("-published_on", "-id")


def address(place: Place, row: Report) -> str:
    """By its uid."""
    return reverse("portal:report", args=[place.committee.code, row.uid])


def find(found: Rows, words: str) -> Rows:
    """In the title, and in heading and words of its sections."""
    texts = Revision.objects.filter(
        Q(heading__icontains=words) | Q(text__icontains=words),
        section__report=OuterRef("pk"), section__voided_at=None, number=F("section__latest"),
    )  # fmt: skip
    return found.filter(Q(title__icontains=words) | Exists(texts))


def choices(_place: Place, found: Rows) -> dict[str, list[tuple[str, str]]]:
    """Kinds that there are."""
    known = set(found.order_by().values_list("kind", flat=True))
    return {"kind": [(one.value, str(one.label)) for one in ReportKind if one.value in known]}


KIND = register(
    Kind(
        part=Part.REPORTS,
        fields=(
            Field("title", lambda _, row: row.title),
            Field("kind", lambda _, row: str(ReportKind(row.kind).label)),
            Field("document_no", lambda _, row: row.document_no),
            Field("signed_on", lambda _, row: row.signed_on),
            Field("published_on", lambda _, row: row.published_on),
        ),
        rows=rows,
        find=find,
        order=("-published_on", "-id"),
        address=address,
        narrow={"kind": lambda _, found, value: found.filter(kind=value)},
        choices=choices,
    )
)


# One report.


def one(place: Place, uid: UUID) -> Report | None:
    """A published report."""
    found: Report | None = rows(place).filter(uid=uid).select_related("committee").first()
    return found


def was_public(place: Place, uid: UUID) -> bool:
    """Whether it was public once."""
    return Report.objects.filter(committee=place.committee, uid=uid, published_on__isnull=False).exists()


def whole(report: Report) -> dict[str, Any]:
    """The page: sections with their numbers, each leading to its definition; tables."""
    parts = queries.sections_of(report)
    book = writing.filled(report, [part.text for part in parts])
    places: dict[str, int] = {}
    figures: list[dict[str, Any]] = []
    sections = []
    for part in parts:
        lines: list[list[dict[str, Any]]] = [[]]
        for piece in book.fill(part.text):
            if piece.known is None:
                _words(lines, piece.text)
                continue
            plain = piece.token.plain if piece.token is not None else ""
            if plain not in places:
                places[plain] = len(places) + 1
                figures.append(_figure(places[plain], piece.known))
            lines[-1].append({"text": piece.text, "number": places[plain]})
        sections.append({"heading": part.heading, "lines": [line for line in lines if _any(line)]})
    return {"sections": sections, "figures": figures, "tables": [_table(one) for one in writing.printed_tables(report)]}


def _words(lines: list[list[dict[str, Any]]], text: str) -> None:
    first, *others = text.split("\n")
    lines[-1].append({"text": first, "number": 0})
    lines.extend([{"text": one, "number": 0}] for one in others)


def _any(line: Iterable[dict[str, Any]]) -> bool:
    return any(piece["text"].strip() for piece in line)


def _figure(number: int, known: Any) -> dict[str, Any]:
    return {
        "number": number, "name": known.name, "value": known.recorded, "days": days(known.starts, known.ends),
        "meaning": known.meaning,
    }  # fmt: skip


def _table(told: Any) -> dict[str, Any]:
    lines = [[label, *("" if cell is None else cell.text for cell in cells)] for label, cells in told.lines]
    return {"title": told.title, "columns": list(told.columns), "lines": lines}
