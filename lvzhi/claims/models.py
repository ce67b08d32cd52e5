"""What the reader hands out: claims, numbers set aside, and the reading as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lvzhi.claims.vocabulary import sentence

# What stands in brackets behind the thing counted and narrows it; not what it includes.
_NARROWING = re.compile(r"[（(](?!含|包括|不含|其中|见|注)([^（）()，。；]{2,20})[）)]\s*$")
Qualifier = Literal["exact", "about", "over"]


@dataclass(frozen=True, slots=True)
class Change:
    """A change against an earlier state (由76%升至88%): which end of it this claim is."""

    kind: str  # from | to | by
    word: str  # the word that says so, Simplified: 由, 升至, 增长 …
    other: Decimal | None = None  # the value at the other end, if the text gives it


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantified claim. Offsets count Unicode characters of the original text, nothing stripped.

    `value` has 万 and 亿 folded in; shares are percent with unit % (九成 is 90). `qualifier` is exact, about
    (近, 约, 左右) or over (余, 多, 以上, 超过). Everything but `text` is in Simplified script. `part_of` is the
    `number_start` of the total that this claim is a part of; `total_of` lists the parts' number starts. `before` is
    the sentence up to the claim's clause, `lead` what stands in the clause between the number before and this one.
    """

    start: int
    end: int
    text: str
    value: Decimal
    qualifier: Qualifier
    unit: str | None
    subject: str
    action: str | None
    period: str | None
    number_start: int
    hedge: str | None = None
    clause: str = ""
    sentence: str = ""
    before: str = ""
    lead: str = ""
    heading: str | None = None
    body: str | None = None
    scope_words: tuple[str, ...] = ()
    change: Change | None = None
    part_of: int | None = None
    total_of: tuple[int, ...] = ()
    cell: bool = False  # it stands in a table: `clause` is its row's label, its column's head and itself
    label: str = ""  # of a cell: what its row, or brackets behind the thing counted, narrow it to

    @property
    def narrowed(self) -> str:
        """What a table's row, or brackets behind the thing counted, narrow it to: 立案提案（文化建设）2件."""
        found = _NARROWING.search(self.lead)
        return self.label + (found[1] if found else "")

    def as_json(self) -> dict[str, object]:
        """The line of `lvzhi claims --jsonl`; an integral value is an int, any other a float."""
        integral = self.value == self.value.to_integral_value()
        return {
            "start": self.start,
            "text": self.text,
            "value": int(self.value) if integral else float(self.value),
            "qualifier": self.qualifier,
            "unit": self.unit,
            "subject": self.subject,
            "action": self.action,
            "period": self.period,
        }


@dataclass(frozen=True, slots=True)
class SetAside:
    """A number (or a whole line) that is no claim, and why."""

    start: int
    text: str
    why: str

    @property
    def reason(self) -> str:
        """The reason as a Chinese sentence."""
        return sentence(self.why)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line of the text, Simplified, with its place in the original."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the prose, Simplified and cleaned, with its place in the original."""

    start: int
    end: int
    text: str
    heading: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read out of one text. `claims` are sorted by place; `title` is the first line of prose, if any."""

    claims: tuple[Claim, ...]
    set_aside: tuple[SetAside, ...]
    sentences: tuple[Sentence, ...]
    headings: tuple[Heading, ...]
    title: str | None = None
    year: int | None = None
