"""The personal sheet 委员履职登记表 as an official document: who, sums, lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.queries.lines import Line
from lvzhi.dossier.queries.sums import Counts
from lvzhi.dossier.vocabulary.words import CAME, FIELDS, JOINER, LETTER, PERSONAL
from lvzhi.exchange.letters import Document9704, Heading1, Para, Table
from lvzhi.exchange.letters.blocks import Block
from lvzhi.metrics.compute import rate
from lvzhi.metrics.periods import Period
from lvzhi.people.models import Member
from lvzhi.ui import formats


@dataclass(frozen=True, slots=True)
class Personal:
    """What the sheet is made of.

    Args:
        name: what the member is called, told apart from another of the name.
        numbers: sums by kind. lines: the newest first. offices: posts and, by kind of organ, where the member sits.
    """

    member: Member
    name: str
    period: Period
    numbers: Counts
    lines: Sequence[Line]
    offices: tuple[Sequence[str], Mapping[str, Sequence[str]]]


def compose(sheet: Personal) -> Document9704:
    """The sheet; sensitive facts (birth, phone, identity number) have no place on it (R12.11)."""
    body: list[Block] = [
        Para(LETTER["period"].format(period=sheet.period.label), indent=False, align="center"),
        Heading1(LETTER["who"]), _who(sheet), Heading1(LETTER["sums"]), *_sums(sheet), Heading1(LETTER["lines"]),
        *_lines(sheet), Para(LETTER["note"]),
    ]  # fmt: skip
    return Document9704(
        title=LETTER["title"], body=body, issuer=sheet.member.committee.name, date=clock.today(),
    )  # fmt: skip


def _who(sheet: Personal) -> Table:
    member = sheet.member
    posts, organs = sheet.offices
    facts: dict[str, str] = {
        "name": sheet.name,
        "number": member.number,
        "term": member.term.name,
        "post": JOINER.join(posts),
        **{
            str(kind): JOINER.join(organs.get(kind, ()))
            for kind in (OrganKind.SECTOR, OrganKind.SPECIAL_COMMITTEE, OrganKind.LIAISON_GROUP)
        },
        "work": member.person.work,
    }
    (first, value), *rows = [(PERSONAL[key], facts[key]) for key in PERSONAL]
    return Table((first, value), rows, widths=(1, 3))


def _sums(sheet: Personal) -> list[Block]:
    rows = [
        (one.name, formats.number(count), one.unit, "" if whole is None else formats.number(whole))
        for one in KINDS
        if one.key != CAME and (count := sheet.numbers.get(one.key, (0, None))[0])
        for whole in (sheet.numbers[one.key][1],)
    ]
    if not rows:
        return [Para(LETTER["none"])]
    heads = (FIELDS["kind"], FIELDS["count"], FIELDS["unit"], FIELDS["whole"])
    found: list[Block] = [Table(heads, rows, widths=(4, 1, 1, 1), aligns=("left", "right", "left", "right"))]
    came, expected = sheet.numbers.get(CAME, (0, 0))
    if expected:
        facts = {"came": came, "expected": expected, "rate": rate(came, expected)}
        found.append(Para(LETTER["attendance"].format(**facts)))
    return found


def _lines(sheet: Personal) -> list[Block]:
    if not sheet.lines:
        return [Para(LETTER["none"])]
    heads = (LETTER["number"], FIELDS["day"], FIELDS["kind"], FIELDS["title"], FIELDS["role"], FIELDS["proof"])
    rows = [
        (
            str(place), line.day.isoformat(), line.kind.name, line.said,
            line.part, line.behind[0],
        )
        for place, line in enumerate(sheet.lines, start=1)
    ]  # fmt: skip
    return [Table(heads, rows, widths=(1, 2, 3, 6, 2, 2))]
