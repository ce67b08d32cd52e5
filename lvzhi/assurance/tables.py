"""Tables of the checklist, of anchors and of hand-overs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse

from lvzhi.assurance.models import ChainAnchor, HandOver
from lvzhi.assurance.queries import Line, Section
from lvzhi.assurance.vocabulary import ANCHOR_WORDS, CLAUSE, COLUMNS, COVERED, GUIDE, GUIDES, HANDOVER, TONES, VERDICTS
from lvzhi.exchange import Column as Field
from lvzhi.journal.anchors import Anchor
from lvzhi.norms import protection
from lvzhi.ui.marks import Tag
from lvzhi.ui.tables import Column, Table

EXPORTED = tuple(Field(key, COLUMNS[key]) for key in ("item", "asked", "name", "setting", "said", "guide", "verdict"))


def section_table(section: Section) -> Table:
    """The items of a part: what is asked, what is so, the proof, the verdict."""
    columns = (
        Column("name", COLUMNS["name"], value=lambda row: row.proof.name, head=True),
        Column("verdict", COLUMNS["verdict"], kind="tag", value=verdict, short=True),
        Column("said", COLUMNS["said"], value=lambda row: row.seen.said, url=lambda row: row.seen.address, wide=True),
        Column("setting", COLUMNS["setting"], value=_setting, url=lambda row: row.setting_url),
        Column("clause", COLUMNS["item"], value=_clause, wide=True, hide_on_phone=True),
        Column("guide", COLUMNS["guide"], value=_guide_name, url=_guide_url, short=True),
    )
    return Table(columns, rows=section.lines)


def verdict(line: Line) -> Tag:
    """How it stands."""
    return Tag(VERDICTS[line.seen.verdict], TONES[line.seen.verdict])  # type: ignore[arg-type]  # reason: tones of the house


def guide(line: Line) -> str:
    """Where it is explained."""
    return GUIDE.format(name=GUIDES[line.seen.document]) if line.seen.document else ""


def _setting(line: Line) -> str:
    return line.setting if line.setting_url else ""


def _clause(line: Line) -> str:
    return CLAUSE.format(clause=line.clause, asked=line.asked)


def _guide_name(line: Line) -> str:
    return GUIDES[line.seen.document] if line.seen.document else ""


def _guide_url(line: Line) -> str | None:
    return protection.guide_address(line.seen.document)


def exported(found: Iterable[Section]) -> Iterator[list[Any]]:
    """The same, line by line for a sheet."""
    for section in found:
        for one in section.lines:
            yield [
                one.clause, one.asked, one.proof.name, one.setting, one.seen.said, guide(one),
                VERDICTS[one.seen.verdict],
            ]  # fmt: skip


def anchors_table(rows: Iterable[ChainAnchor]) -> Table:
    """Anchors, the newest first, each as it is written."""
    columns = (
        Column(
            "day",
            COLUMNS["day"],
            kind="date",
            head=True,
            url=lambda row: reverse("assurance:paper", args=[row.day.isoformat()]),
        ),
        Column("seq", COLUMNS["seq"], kind="number"),
        Column("count", COLUMNS["count"], kind="number"),
        Column("written", COLUMNS["written"], value=written, wide=True),
    )
    return Table(columns, rows=list(rows), empty=ANCHOR_WORDS["none"])


def written(row: ChainAnchor) -> str:
    """As it is printed and typed."""
    return Anchor(row.day, row.seq, row.hash).written


def hand_overs_table(rows: Iterable[HandOver]) -> Table:
    """What was handed over."""
    columns = (
        Column("number", COLUMNS["number"], value=lambda row: HANDOVER["number"].format(number=row.number), head=True),
        Column("period", COLUMNS["period"], value=_period),
        Column("purpose", COLUMNS["purpose"], wide=True),
        Column("lines", COLUMNS["lines"], kind="number"),
        Column("records", COLUMNS["records"], kind="number"),
        Column("personal", COLUMNS["personal"], value=lambda row: COVERED[row.personal]),
        Column("who", COLUMNS["who"]),
        Column("created_at", COLUMNS["at"], kind="moment"),
    )
    return Table(columns, rows=list(rows), empty=str(HANDOVER["none"]))


def _period(row: HandOver) -> str:
    return str(HANDOVER["period"]).format(starts=row.starts, ends=row.ends)
