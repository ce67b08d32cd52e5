"""The columns of a roster (R0.6 and more), and the reading of single cells."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from lvzhi.exchange import Column
from lvzhi.exchange.columns import Kind
from lvzhi.exchange.sheets import template_xlsx
from lvzhi.people import vocabulary
from lvzhi.people.vocabulary import HEADINGS

_KINDS: Mapping[str, Kind] = {
    "phone": "phone",
    "id_number": "id_number",
    "born": "date",
    "starts": "date",
    "special_committee": "list",
    "sector": "list",
    "liaison_group": "list",
    "affiliation": "list",
    "offices": "list",
}
_WIDE = str.maketrans(vocabulary.NARROW_BRACKETS, vocabulary.WIDE_BRACKETS)
_PERSONAL = frozenset({"born", "ethnicity", "affiliation"})


def _column(key: str) -> Column:
    label, aliases, example = HEADINGS[key]
    return Column(
        key,
        label,
        aliases=aliases,
        required=key == "name",
        kind=_KINDS.get(key, "text"),
        personal=key in _PERSONAL,
        unique=key == "id_number",
        example=example,
    )


COLUMNS = tuple(_column(key) for key in HEADINGS)


def template() -> bytes:
    """An empty roster to fill, as an Excel file."""
    target = BytesIO()
    template_xlsx(target, vocabulary.TEMPLATE_TITLE, COLUMNS)
    return target.getvalue()


def term_number(text: str) -> int | None:
    """第十届, 十届, 10, 10届 → 10; None where no number is to be seen."""
    plain = text.strip().strip(vocabulary.TERM_TRIM)
    if plain.isdecimal():
        return int(plain)
    tens, ten, ones = plain.rpartition(vocabulary.TEN)
    digits = vocabulary.DIGITS
    if len(tens) > 1 or len(ones) > 1 or not plain or any(mark not in digits for mark in tens + ones):
        return None
    high = digits.index(tens) if tens else 1 if ten else 0
    return (high * 10 if ten else 0) + (digits.index(ones) if ones else 0) or None


def ethnicity(text: str) -> str:
    """汉 → 汉族."""
    end = vocabulary.ETHNICITY_END
    return text if not text or text.endswith(end) or len(text) > 3 else text + end


def employer_and_job(text: str) -> tuple[str, str]:
    """单位及职务 split at its last blank; without one it all stands as the employer, and reads the same."""
    head, _, tail = " ".join(text.split()).rpartition(" ")
    return (head, tail) if head else (tail, "")


def organ_key(name: str, kind: str) -> str:
    """A name by which an organ is found whether a roster writes it long or short."""
    plain = "".join(name.split())
    long, short = vocabulary.COMMITTEE_END
    if plain.endswith(long):
        plain = plain.removesuffix(long) + short
    if kind == "sector":
        for end in vocabulary.SECTOR_ENDS:
            plain = plain.removesuffix(end) or plain
    return plain


def part_of(text: str) -> tuple[str, str]:
    """经济委（主任） → 经济委, head."""
    wide = text.translate(_WIDE)
    for mark, part in vocabulary.HEAD_MARK:
        if wide.endswith(mark):
            return wide.removesuffix(mark), part
    return text, "member"
