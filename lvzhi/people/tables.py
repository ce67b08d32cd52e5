"""Tables of the room's pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from lvzhi.committee.models import Organ
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.people import queries
from lvzhi.people.models import Member, Membership, Staff
from lvzhi.people.queries.organs import Box, Chart
from lvzhi.people.roster import Said
from lvzhi.people.vocabulary import FIELDS, JOINER, PART_SHORT, SEAT_SHOWN, WORDS, Part, PostKind
from lvzhi.ui import formats
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def span(starts: dt.date | None, ends: dt.date | None) -> str:
    """Two days as one text; an open end reads as lasting."""
    begun = formats.day(starts) if starts else WORDS["always"]
    return WORDS["span"].format(begun=begun, over=formats.day(ends)) if ends else begun + WORDS["running"]


def seats_text(member: Member, kind: str) -> str:
    """Names of the organs of one kind that a listed member sits in."""
    return JOINER.join(
        seat.organ.name if seat.part == Part.MEMBER else SEAT_SHOWN.format(organ=seat.organ.name, part=_part(seat))
        for seat in queries.seats_of(member, kind)
    )


def _part(seat: Membership) -> str:
    return PART_SHORT[seat.part]


def _office(member: Member) -> str:
    kind = getattr(member, "office", None)
    return str(PostKind(kind).label) if kind else ""


def members(page: Page[Member], params: Mapping[str, Any], sort: str) -> Table:
    """The list of members."""
    columns = (
        Column("name", FIELDS["name"], url=lambda row: reverse("people:member", args=[row.uid]),
               value=queries.called, sort="name", head=True),
        Column("number", FIELDS["number"], sort="number", hide_on_phone=True),
        Column("office", FIELDS["post"], value=_office),
        Column("sector", FIELDS["sector"], value=lambda row: seats_text(row, OrganKind.SECTOR)),
        Column("special", FIELDS["special_committee"],
               value=lambda row: seats_text(row, OrganKind.SPECIAL_COMMITTEE)),
        Column("work", FIELDS["work"], value=lambda row: row.person.work, wide=True),
    )  # fmt: skip
    return Table(
        columns,
        page=page,
        params=params,
        sort=sort,
        empty=WORDS["none_members"],
        empty_hint=WORDS["none_members_hint"],
    )


def organ_members(rows: Sequence[Member], organ: Organ, *, keeps: bool = False) -> Table:
    """Members of one organ, those who lead it first; for a keeper with where a part or duty is changed."""
    order = {Part.HEAD.value: 0, Part.DEPUTY.value: 1, Part.SECRETARY.value: 2}
    seats = {row.pk: next((one for one in getattr(row, "seats", ()) if one.organ_id == organ.pk), None) for row in rows}

    def place(row: Member) -> int:
        seat = seats[row.pk]
        return order.get(seat.part, len(order)) if seat else len(order)

    def since(row: Member) -> dt.date | None:
        seat = seats[row.pk]
        return seat.starts if seat else None

    columns = (
        Column("name", FIELDS["name"], url=lambda row: reverse("people:member", args=[row.uid]),
               value=queries.called, head=True),
        Column("part", FIELDS["part"], value=lambda row: _part(seat) if (seat := seats[row.pk]) else ""),
        Column("work", FIELDS["work"], value=lambda row: row.person.work, wide=True),
        Column("since", FIELDS["from"], kind="date", value=since),
        *((Column("go", WORDS["repost"], value=lambda row: WORDS["change"] if seats[row.pk] else "",
                  url=lambda row: reverse("people:repost", args=[seat.uid]) if (seat := seats[row.pk]) else None),)
          if keeps else ()),
    )  # fmt: skip
    return Table(columns, sorted(rows, key=place), empty=WORDS["none_members"])


def organs(rows: Iterable[Organ], counts: Mapping[int, int]) -> Table:
    """Organs with how many members sit in each."""
    columns = (
        Column("name", FIELDS["organ"], url=lambda row: reverse("people:organ", args=[row.uid]), head=True),
        Column("kind", FIELDS["organ_kind"], value=lambda row: row.get_kind_display()),
        Column("members", FIELDS["members"], kind="number", value=lambda row: counts.get(row.pk, 0)),
    )
    return Table(columns, rows, empty=WORDS["none_organs"])


def chart(found: Chart) -> Table:
    """The chart in words, a line for each organ."""

    def led(part: str) -> Callable[[Box], str]:
        return lambda box: JOINER.join(box.led.get(part, ()))

    columns = (
        Column("name", FIELDS["organ"], url=lambda box: reverse("people:organ", args=[box.organ.uid]), head=True),
        Column("kind", FIELDS["organ_kind"], value=lambda box: box.organ.get_kind_display()),
        Column("parent", FIELDS["upper"],
               value=lambda box: box.organ.parent.name_on(found.day) if box.organ.parent else ""),
        *(Column(part.value, PART_SHORT[part], value=led(part)) for part in (Part.HEAD, Part.DEPUTY, Part.SECRETARY)),
        Column("count", FIELDS["members"], kind="number"),
        Column("notes", FIELDS["said"], value=lambda box: JOINER.join(note.text for _, note in box.notes)),
    )  # fmt: skip
    return Table(columns, found.boxes, empty=WORDS["chart_none"])


def duties(rows: Sequence[Membership], names: Mapping[int, str]) -> Table:
    """Who leads or led an organ, or has a duty of his own there, with the days."""
    columns = (
        Column("name", FIELDS["name"], value=lambda row: names[row.pk], head=True,
               url=lambda row: reverse("people:member", args=[row.member.uid])),
        Column("part", FIELDS["part"], value=_part),
        Column("duty", FIELDS["duty"], wide=True),
        Column("span", FIELDS["span"], value=lambda row: span(row.starts, row.ends)),
    )  # fmt: skip
    return Table(columns, rows, empty=WORDS["none_led"])


def staff_in(rows: Sequence[Staff]) -> Table:
    """Who works in an organ."""
    columns = (
        Column("name", FIELDS["name"], value=lambda row: row.person.name, head=True),
        Column("part", FIELDS["part"], value=lambda row: PART_SHORT[row.part]),
        Column("title", FIELDS["title"]),
        Column("rank", FIELDS["rank"], value=lambda row: row.get_rank_display()),
        Column("starts", FIELDS["from"], kind="date"),
    )
    return Table(columns, rows, empty=WORDS["none_staff"])


def staff(page: Page[Staff], params: Mapping[str, Any]) -> Table:
    """The people of the agency."""
    columns = (
        Column("name", FIELDS["name"], value=lambda row: row.person.name, head=True),
        Column("organ", FIELDS["office"], value=lambda row: row.organ.name if row.organ else ""),
        Column("title", FIELDS["title"]),
        Column("rank", FIELDS["rank"], value=lambda row: row.get_rank_display()),
        Column("starts", FIELDS["from"], kind="date"),
    )
    return Table(columns, page=page, params=params, empty=WORDS["none_staff"])


def seats(rows: Sequence[Membership]) -> Table:
    """A member's places in organs, past ones too."""
    columns = (
        Column("organ", FIELDS["organ"], value=lambda row: row.organ.name_on(row.ends), head=True,
               url=lambda row: reverse("people:organ", args=[row.organ.uid])),
        Column("kind", FIELDS["organ_kind"], value=lambda row: row.organ.get_kind_display()),
        Column("part", FIELDS["part"], value=_part),
        Column("duty", FIELDS["duty"]),
        Column("span", FIELDS["span"], value=lambda row: span(row.starts, row.ends)),
    )  # fmt: skip
    return Table(columns, rows)


def findings(rows: Sequence[Said]) -> Table:
    """What a roster is told."""

    def level(row: Said) -> Tag:
        return Tag(WORDS["error"], "bad") if row.level == "error" else Tag(WORDS["warning"], "warn")

    columns = (
        Column("row", FIELDS["row"], kind="number", head=True),
        Column("level", FIELDS["level"], kind="tag", value=level),
        Column("said", FIELDS["said"], value=lambda row: row.sentence, wide=True),
    )
    return Table(columns, rows, empty=WORDS["none_findings"])
