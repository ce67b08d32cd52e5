"""The chapters of a yearly report as templates of sentences with figures inside (R13.1–R13.3).

``{room.figure}`` stands for the figure's value, ``{room.figure?cut=value}`` for one value of a dimension, ``{span}``
and ``{until}`` for the period in words. A part whose figure is empty drops out, a sentence with its first part.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence.

    Args:
        text: template.
        joint: what stands between it and the piece before.
        norm: (key, value): the piece belongs only where this norm has this value.
        quiet: its absence is no gap (none dissatisfied, none turned into advice).
    """

    text: str
    joint: str = "，"
    norm: tuple[str, str] | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """A figure by the values of a dimension, with shares; what no value takes is said, never hidden (R1.121).

    Args:
        lead: words before the list.
        each: template with ``{label}``, ``{count}`` and ``{share}``.
        rest, over: words where the parts come to less, or to more, than the whole.
    """

    figure: str
    cut: str
    lead: str
    each: str
    rest: str
    over: str
    joint: str = "；"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence: its name in the pattern list and its pieces."""

    key: str
    parts: tuple[Part | Split, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its sentences in order; consecutive sentences of one paragraph stand in one tuple."""

    key: str
    title: str
    paragraphs: tuple[tuple[Pattern, ...], ...]


ORGANISATION = Chapter(
    "organisation",
    "组织情况",
    (
        (
            Pattern(
                "O1",
                (
                    Part("{until}，共有政协委员{people.members}名"),
                    Part("其中中共党员委员{people.party_members}名"),
                    Part("常务委员{people.standing_members}名", "、"),
                ),
            ),
            Pattern(
                "O2",
                (
                    Part("设专门委员会{people.special_committees}个"),
                    Part("界别{people.sectors}个", "、"),
                    Part("委员联络组{people.liaison_groups}个", "、"),
                ),
            ),
        ),
    ),
)
PROPOSALS = Chapter(
    "proposals",
    "提案工作",
    (
        (
            Pattern(
                "T1",
                (
                    Part("{span}共收到提案{proposals.received}件"),
                    Part("经审查立案{proposals.filed}件，立案率{proposals.filing_rate}"),
                    Part(
                        "委员提案{proposals.received?proposer=member}件、集体提案{proposals.received?proposer=collective}件",
                        "；收到的提案中，",
                    ),
                    Part("未予立案而转作意见建议{proposals.converted_advice}件", "；", quiet=True),
                ),
            ),
            Pattern(
                "T2",
                (
                    Split(
                        "proposals.filed", "category", "立案提案按内容分，", "{label}方面{count}件、占{share}",
                        "另有{count}件尚未归类", "一件提案可归多类，各类之和大于立案数",
                    ),
                ),
            ),
        ),
        (
            Pattern(
                "T3",
                (
                    Part("{until}，交办{proposals.assigned}件，已办复{proposals.assigned_answered}件，办复率{proposals.answered_rate}"),
                    Part("按期办复率{proposals.in_time_rate}"),
                    Part("收回提案者评价{proposals.ratings}份", "；"),
                    Part("满意{proposals.rated_satisfied}份"),
                    Part("基本满意{proposals.rated_basically}份", "、", quiet=True),
                    Part("不满意{proposals.rated_dissatisfied}份", "、", quiet=True),
                    Part("满意率{proposals.satisfaction}（满意与基本满意合计）", norm=("proposals.satisfaction", "A")),
                    Part("满意率{proposals.satisfaction_b}（只计满意）", norm=("proposals.satisfaction", "B")),
                    Part("基本满意率{proposals.basically_rate}", norm=("proposals.satisfaction", "B")),
                ),
            ),
            Pattern(
                "T4",
                (
                    Split(
                        "proposals.answered", "class", "从办理结果看，", "{label}{count}件、占{share}",
                        "另有{count}件未列类别", "一件提案可列多类，各类之和大于办复数",
                    ),
                ),
            ),
        ),
        (
            Pattern(
                "T5",
                (
                    Part("确定重点提案{proposals.key}件"),
                    Part("其中由党政主要领导领衔督办{proposals.led_by_top_leaders}件"),
                ),
            ),
        ),
    ),
)  # fmt: skip
CHAPTERS = (ORGANISATION, PROPOSALS)
