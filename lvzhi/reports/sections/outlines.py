"""The outlines a report may begin with: what stands where, and which tables go with it (R13.1–R13.4)."""

from __future__ import annotations

from dataclasses import dataclass

from lvzhi.access import Refusal
from lvzhi.reports.sections import own, serving, working
from lvzhi.reports.sections.patterns import Chapter
from lvzhi.reports.vocabulary.states import ReportKind


@dataclass(frozen=True, slots=True)
class Block:
    """A section: chapters under one heading, several each with its own; one without any is written by hand."""

    title: str
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """What a report begins with.

    Args:
        tables: keys of the tables it is printed with until somebody chooses others.
    """

    key: str
    kind: str
    name: str
    blocks: tuple[Block, ...]
    tables: tuple[str, ...] = ()

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Its chapters in order."""
        return tuple(one for block in self.blocks for one in block.chapters)


YEAR = (
    Block("理论学习和党的建设", (own.STUDY, own.PARTY)),
    Block("协商议政", (working.CONSULTATION, working.ADVICE)),
    Block("民主监督和视察调研", (working.SUPERVISION, working.INSPECTION)),
    Block("提案和社情民意", (working.PROPOSALS, working.OPINIONS)),
    Block("服务发展和改善民生", (serving.ENTERPRISES, serving.SERVICE, serving.LEDGER)),
    Block("团结联谊和文史宣传", (serving.CONTACTS, serving.FELLOWSHIP, serving.HISTORY)),
    Block("自身建设", (own.ORGANISATION, own.CHANGES, own.MEETINGS, own.BUILDING, own.ASSESSMENT, own.HONOURS)),
)
AFTER = (Block("存在的问题"), Block("下一步工作"))
SUMMARY = Outline("summary", ReportKind.SUMMARY, "年度工作综述", YEAR, ("proposals", "activities", "attendance"))
OUTLINES = (
    SUMMARY,
    Outline(
        "work", ReportKind.WORK, "常委会工作报告",
        (Block("过去一年工作回顾"), *YEAR, Block("存在的不足"), Block("今年工作安排")), ("proposals", "activities"),
    ),
    Outline(
        "proposals", ReportKind.PROPOSALS, "提案工作情况报告",
        (
            Block("提案总体情况", (working.PROPOSALS_RECEIVED,)), Block("办理成效", (working.PROPOSALS_RESULTS,)),
            Block("主要做法", (working.PROPOSALS_WORK,)), Block("下一步工作"),
        ),
        ("proposals", "results", "units"),
    ),
    Outline(
        "opinions", ReportKind.SPECIAL, "社情民意信息工作情况",
        (Block("反映和采编", (working.OPINIONS_WRITTEN,)), Block("报送、采用和批示", (working.OPINIONS_USED,)), *AFTER),
        ("opinions", "opinion_sources"),
    ),
    Outline(
        "supervision", ReportKind.SPECIAL, "民主监督工作情况",
        (Block("开展监督", (working.SUPERVISION,)), Block("发现问题和整改", (serving.LEDGER,)), *AFTER),
        ("activities",),
    ),
    Outline(
        "consultation", ReportKind.SPECIAL, "协商议政工作情况",
        (
            Block("开展协商", (working.CONSULTATION,)), Block("视察调研", (working.INSPECTION,)),
            Block("意见建议办理", (working.ADVICE,)), *AFTER,
        ),
        ("activities", "advice"),
    ),
    Outline(
        "duty", ReportKind.SPECIAL, "委员履职情况",
        (
            Block("委员队伍", (own.ORGANISATION, own.CHANGES)), Block("参加会议和活动", (own.TAKING_PART,)),
            Block("提出提案和意见建议", (own.PUT_FORWARD,)), Block("联系委员", (serving.CONTACTS,)),
            Block("考核", (own.ASSESSMENT,)), *AFTER,
        ),
        ("attendance", "members"),
    ),
    Outline(
        "special", ReportKind.SPECIAL, "其他专题（只有提纲）",
        (Block("背景"), Block("基本情况"), Block("取得的成效"), Block("存在的问题"), Block("意见建议")),
    ),
)  # fmt: skip


def outline(key: str) -> Outline:
    """The outline of that key; a kind of report gives its first one.

    Raises:
        Refusal: ``reports.no_outline``.
    """
    found = [one for one in OUTLINES if one.key == key] or [one for one in OUTLINES if one.kind == key]
    if not found:
        raise Refusal("reports.no_outline", key=key)
    return found[0]
