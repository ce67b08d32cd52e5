"""Which sections a proposal has, their names and limits, and how characters are counted (R1.11–R1.26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lvzhi import norms
from lvzhi.norms import declare
from lvzhi.norms.memo import remembering
from lvzhi.proposals.norms.entry import EDITORS
from lvzhi.proposals.vocabulary import sections as words
from lvzhi.ui import formats

if TYPE_CHECKING:
    from lvzhi.committee.models import Committee

TOGETHER = ("background", "analysis", "recommendations")  # what the limit of the whole text counts
LONGEST = 20000

declare(
    "proposals.sections_shown",
    "提案正文有哪些部分",
    kind="list",
    default=list(words.SECTIONS),
    rule="R1.13",
    choices=tuple(words.SECTIONS.items()),
    editors=EDITORS,
    help="没有列入的，写提案时不出现；已经写了的仍然保留。",
)
declare(
    "proposals.sections",
    "必填部分",
    kind="list",
    default=list(TOGETHER),
    rule="R1.11",
    choices=tuple(words.SECTIONS.items()),
    editors=EDITORS,
    help="只在“提案正文有哪些部分”列入的才必填。",
)
for _key, _name in words.SECTIONS.items():
    declare(
        f"proposals.{_key}_name", words.NAME_OF.format(name=_name), kind="text", default=_name, rule="R1.13", most=20,
        editors=EDITORS, help=words.NAME_HELP,
    )  # fmt: skip
    for _bound in ("least", "most"):
        declare(
            f"proposals.{_key}_{_bound}", words.BOUNDS[_bound].format(name=_name), kind="int", unit="字", default=0,
            rule="R1.26", least=0, most=LONGEST, editors=EDITORS, help=words.BOUND_HELP[_bound],
        )  # fmt: skip
declare(
    "proposals.total_length",
    "正文总字数上限",
    kind="int",
    unit="字",
    default=1500,
    rule="R1.20",
    least=200,
    most=LONGEST,
    editors=EDITORS,
    help="情况、分析、建议三部分合计，调研过程不计。",
)
declare("proposals.length_hard", "超过字数时拒绝提交", kind="bool", default=True, rule="R1.26", editors=EDITORS)
declare("proposals.count_punctuation", "标点计入字数", kind="bool", default=True, rule="R1.26", editors=EDITORS)
declare("proposals.count_blanks", "空格计入字数", kind="bool", default=False, rule="R1.26", editors=EDITORS)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the text as a committee has it on a day; a bound of zero is none."""

    key: str
    name: str
    shown: bool
    needed: bool
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """The sections of a text and how its characters are counted.

    Args:
        total: most characters of situation, analysis and recommendations together.
        hard: whether too long a text is refused at hand-in, or only said.
        skips: what is not counted, of ``blanks`` and ``punctuation``; line breaks never are.
    """

    sections: tuple[Section, ...]
    total: int
    hard: bool
    skips: frozenset[str]

    def count(self, text: str) -> int:
        """How many characters of a text count."""
        return formats.signs(text, self.skips)

    @property
    def names(self) -> dict[str, str]:
        """What each section is called."""
        return {one.key: one.name for one in self.sections}


def scheme(committee: int | Committee, day: date) -> Scheme:
    """The sections of a committee on a day, in their order; one reading of its norms."""
    with remembering():

        def value(key: str) -> object:
            return norms.value(f"proposals.{key}", committee, day)

        shown, needed = (
            set(norms.value("proposals.sections_shown", committee, day)),
            set(norms.value("proposals.sections", committee, day)),
        )
        sections = tuple(
            Section(
                key, str(value(f"{key}_name")) or name, key in shown, key in shown & needed,
                int(str(value(f"{key}_least"))), int(str(value(f"{key}_most"))),
            )
            for key, name in words.SECTIONS.items()
        )  # fmt: skip
        skips = {what for what in ("blanks", "punctuation") if not value(f"count_{what}")}
        return Scheme(sections, int(str(value("total_length"))), bool(value("length_hard")), frozenset(skips))
