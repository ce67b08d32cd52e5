"""Claims in tables: the head of the column and the label of the row say what a cell counts and in what unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from lvzhi.claims import lexicon_tables as words
from lvzhi.claims.bare import HEAD_NOUN, by_verb
from lvzhi.claims.grid import Cell, Row, Table
from lvzhi.claims.models import Claim, SetAside
from lvzhi.claims.numerals import BIG, Number, plain, scan, unit_at
from lvzhi.claims.phrases import find_verbs, shorten, strip_modifiers

_UNIT_IN_BRACKETS = re.compile(r"[（(\[]\s*(?:单位[：:]?)?([^（）()\[\]\d]{1,5}|%)\s*[）)\]]$|/([^/\d]{1,4}|%)$")
_UNIT_OF_TABLE = re.compile(r"单位[：:]\s*([^\s，。；、（）()/\d]{1,4}|%)")
_NARROWING = re.compile(r"[（(]([^（）()]+)[）)]$")
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:度|上半年|下半年|\d{1,2}月)?")


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a table in the text: the short lines above it, heading, acting body, period told by the title."""

    caption: str
    heading: str | None
    body: str | None
    period: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    """A number cell with the words that stand over and beside it."""

    cell: Cell
    number: Number
    column: int
    head: str
    label: str
    unit_cell: str


def read_table(table: Table, around: Around, original: str) -> tuple[list[Claim], list[SetAside]]:
    """Claims of a table, and the numbers of it that its heads do not explain, with the reason."""
    claims: list[Claim] = []
    asides: list[SetAside] = []
    columns: dict[int, list[tuple[str, int]]] = {}
    for place in _places(table):
        start, end = place.cell.origin[0], place.cell.origin[-1] + 1
        claim = _claim(place, around, original[start:end], start, end)
        if isinstance(claim, str):
            asides.append(SetAside(start, original[start:end], claim))
        else:
            columns.setdefault(place.column, []).append((place.label, len(claims)))
            claims.append(claim)
    for column in columns.values():
        _with_total(claims, column)
    return claims, asides


def _places(table: Table) -> Iterator[_Place]:
    heads = _heads(table)
    for row in table.rows[len(heads) :]:
        over = next((h for h in reversed(heads) if len(h) == len(row)), ())
        unit_cell = next((c.text for c, h in zip(row, over, strict=False) if _names_unit(c, h.text)), "")
        label = next((c.text for i, c in enumerate(row) if _is_label(c, over[i].text if over else "")), "")
        for column, cell in enumerate(row):
            head = over[column].text if over else ""
            if not cell.numeric and not (cell.digits and _counts(head)):
                continue
            numbers = list(scan(cell.text))
            if len(numbers) == 1:
                yield _Place(cell, numbers[0], column, head, label, unit_cell)


def _heads(table: Table) -> list[Row]:
    """The rows above the first one that holds numbers."""
    count = next((i for i, row in enumerate(table.rows) if any(cell.numeric for cell in row)), 0)
    return list(table.rows[:count])


def _names_unit(cell: Cell, head: str) -> bool:
    """Whether a cell under 单位 holds a measure word; the same word heads columns of organisations."""
    return bool(words.UNIT_HEAD.fullmatch(head)) and _is_unit(cell.text)


def _counts(head: str) -> bool:
    """Whether a head says that its column counts, so that 2025 below it is no year."""
    return bool(words.COUNTED.search(head)) or _bracketed(head) is not None


def _is_label(cell: Cell, head: str) -> bool:
    return bool(cell.text) and not cell.numeric and not _names_unit(cell, head) and not words.RANK.search(head)


def _claim(place: _Place, around: Around, text: str, start: int, end: int) -> Claim | str:
    """The claim of a cell, or the code of the reason why it is none."""
    over = place.head + place.label
    by_row = _generic(_bare(place.head))
    said = place.label if by_row else place.head
    for pattern, why in words.NO_CLAIM:
        if pattern.search(place.head) or pattern.search(said):
            return why
    unit = _unit(place, around)
    subject, action = _subject(place, around)
    if not subject or (unit is None and not HEAD_NOUN.search(subject) and not words.COUNTED.search(over)):
        return "table"
    number, unit, value = place.number, *_folded(unit, place.number.value)
    year = _YEAR.search(place.head) or _YEAR.search(place.label)
    clause = f"{place.label}，{place.head}{place.cell.text}".strip("，")
    return Claim(
        start=start,
        end=end,
        text=text,
        value=value,
        qualifier="over" if number.qualifier == "over" else "about" if number.qualifier == "about" else "exact",
        unit=unit,
        subject=shorten(subject),
        action=action,
        period=year[0] if year else around.period,
        number_start=place.cell.origin[number.start],
        hedge=number.hedge,
        clause=clause,
        sentence=clause,
        heading=around.heading,
        body=around.body,
        lead=_NARROWING.sub("", _bare(said)),
        cell=True,
        label=_label(said, "" if by_row else place.label),
    )


def _label(said: str, row: str) -> str:
    """What narrows the thing counted: the row's label, and what stands in brackets behind it and is no unit."""
    found = _NARROWING.search(_bare(said))
    return ("" if words.TOTAL.fullmatch(row) else _bare(row)) + (found[1] if found else "")


def _folded(unit: str | None, value: Decimal) -> tuple[str | None, Decimal]:
    """万元 over a column means that its numbers are ten thousands of 元."""
    if unit and len(unit) > 1 and unit[0] in BIG:
        return unit[1:], plain(value * BIG[unit[0]])
    return unit, value


def _unit(place: _Place, around: Around) -> str | None:
    if place.number.unit is not None:
        return place.number.unit
    for said in (place.head, place.label):
        found = _bracketed(said)
        if found:
            return found[1] or found[2]
    if _is_unit(place.unit_cell):
        return place.unit_cell
    for said in (place.head, place.label):
        counted = words.COUNTED.search(_bare(said))
        if counted and (counted[1] or counted[2]):
            return counted[1] or counted[2]
    if words.SCORE.search(place.head):
        return "分"
    if words.RATE.search(_bare(place.head)) or words.RATE.search(_bare(place.label)):
        return "%"
    m = _UNIT_OF_TABLE.search(around.caption)
    return m[1] if m and _is_unit(m[1]) else None


def _is_unit(said: str) -> bool:
    bare = said[1:] if said[:1] in BIG and len(said) > 1 else said
    return said == "%" or (bool(bare) and unit_at(bare, 0) == bare)


def _bare(said: str) -> str:
    found = _bracketed(said)
    return said[: found.start()] if found else said


def _bracketed(said: str) -> re.Match[str] | None:
    """The measure word in brackets, or after a stroke, at the end of a head or label."""
    found = _UNIT_IN_BRACKETS.search(said)
    return found if found and _is_unit(found[1] or found[2]) else None


def _subject(place: _Place, around: Around) -> tuple[str, str | None]:
    """Subject and action: by the head of the column, or by the row where the head says only 数量 or a year."""
    head, label = (_bare(said) for said in (place.head, place.label))
    generic = _generic(head)
    said = words.TAIL.sub("", label if generic else head) or (label if generic else head)
    if generic and words.SHARE.search(head):
        return (said + "占比" if said else ""), None
    if words.RATE.search(said):
        return strip_modifiers(said), None
    verb = next(iter(find_verbs(said)), None)
    if verb is None or (verb.nominal and verb.start > 0):
        return strip_modifiers(said), None
    if verb.start == 0 and verb.end < len(said):
        return strip_modifiers(said[verb.end :]), verb.word
    if verb.start > 0 and HEAD_NOUN.search(said[: verb.start]):
        return strip_modifiers(said[: verb.start]), verb.word
    paper = words.PAPER.search(around.caption) or words.PAPER.search(around.heading or "")
    return by_verb(verb.word) or (paper[0] if paper else said), verb.word


def _generic(head: str) -> bool:
    return not head or bool(words.GENERIC.fullmatch(_YEAR.sub("", head)))


def _with_total(claims: list[Claim], column: list[tuple[str, int]]) -> None:
    """Ties the cells of a column to the one in its row of totals; not where the rows are parts of each other."""
    totals = [at for label, at in column if words.TOTAL.fullmatch(label)]
    rest = [at for label, at in column if not words.TOTAL.fullmatch(label)]
    if len(totals) != 1 or not rest or any(words.PARTIAL.search(label) for label, _ in column):
        return
    whole = claims[totals[0]]
    if whole.unit == "%" or any(claims[at].unit != whole.unit or claims[at].subject != whole.subject for at in rest):
        return
    claims[totals[0]] = replace(whole, total_of=tuple(claims[at].number_start for at in rest))
    for at in rest:
        claims[at] = replace(claims[at], part_of=whole.number_start)
