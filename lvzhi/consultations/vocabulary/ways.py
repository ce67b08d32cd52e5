"""The ways that activities go, one table a family: stages, who has each, what an empty one says (R3.11, R5.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from lvzhi.activities.vocabulary import Family

Stages = Mapping[str, tuple[str, str, str]]
CONSULTATION, STUDY, VISIT = "consultation", "study", "visit"


@dataclass(frozen=True, kw_only=True)
class Way:
    """How activities of a family go from their topic to what came of them.

    Args:
        key: the part of the list that it stands in; ways of one key share their plan items.
        name, noun: what the way and one such activity are called.
        families: whose activities count as sessions at a plan item of this way.
        stages: key: name, who has it, what stands there while nothing is recorded.
        centre: the stage that is the activity itself. kind: the usual kind of activity.
        report: the kind of paper that reports on it.
        optional: stages never waited for. free: those a kind outside the yearly plan may leave out.
        plans, blocks: kinds of plan, and blocks of a plan, whose items go this way.
        follows: whether it is told back and looked at again.
        afield: whether places, partners and each problem are shown.
    """

    key: str
    name: str
    noun: str
    families: frozenset[str]
    stages: Stages
    centre: str
    kind: str = ""
    report: str = ""
    optional: frozenset[str] = frozenset({"comments"})
    free: frozenset[str] = field(default_factory=frozenset)
    plans: frozenset[str] = field(default_factory=frozenset)
    blocks: frozenset[str] = field(default_factory=frozenset)
    follows: bool = True
    afield: bool = True


_ENDING: Final[Stages] = {
    "sent": ("报送", "办公室", "成果还没有报送。"),
    "comments": ("批示", "领导", "没有领导批示。有批示时在成果文件上登记。"),
    "handed": ("交办", "承办机构", "意见建议还没有转交有关单位。"),
    "adoption": ("采纳", "答复单位", "还没有单位答复。"),
    "feedback": ("反馈", "承办机构", "还没有向发言人和委员反馈采纳情况。"),
    "look_back": ("回头看", "承办机构", "还没有回头看。"),
}
_OF_CONSULTATION: Final[Stages] = {
    "topic": ("选题", "办公室", "没有指明来自哪项选题。选择年度计划任务后，选题来源和提出人自动显示在这里。"),
    "plan": ("计划", "计划起草机构", "还没有列入审定的年度计划。"),
    "scheme": ("方案", "承办机构", "还没有协商方案。"),
    "research": ("调研", "承办机构", "还没有开展调研。调研活动选择同一项计划任务，自动列在这里。"),
    "meeting": ("协商", "承办机构", "还没有举行协商。"),
    "result": ("成果", "承办机构", "还没有登记意见建议，也没有成果文件。"),
    **_ENDING,
}


def _study_stages(noun: str, field_name: str) -> Stages:
    """Of research, an inspection or a study tour."""
    return {
        "planned": ("计划", "计划起草机构", "没有指明来自哪项计划。选择计划任务后，主题、来源和审定情况自动显示。"),
        "scheme": ("方案", "承办机构", f"还没有{noun}方案。"),
        "field": (field_name, "承办机构", "还没有登记已开展。地点、带队、委员、专家和部门在活动里登记。"),
        "problems": ("发现问题", "承办机构", f"没有登记{noun}中发现的问题。"),
        "advice": ("意见建议", "承办机构", "还没有登记意见建议。"),
        "report": (f"{noun}报告", "承办机构", f"还没有{noun}报告。"),
        **_ENDING,
        "feedback": ("反馈", "承办机构", "还没有向参加的委员反馈采纳情况。"),
    }  # fmt: skip


_OF_VISIT: Final[Stages] = {
    "whom": ("走访对象", "承办机构", "还没有登记走访了谁。企业、村（社区）、单位和群众在活动的地点里登记。"),
    "asked": ("诉求", "承办机构", "没有登记了解的情况和诉求。每个走访对象的诉求在活动的地点里登记。"),
    "problems": ("问题", "承办机构", "没有登记走访中发现的问题。"),
    "handling": ("办理", "责任单位", "问题还没有明确责任，意见建议还没有转交。"),
    "outcome": ("结果", "责任单位", "还没有办理结果。"),
}
_CONSULT: Final = Way(
    key=CONSULTATION, name="协商全程", noun="协商", families=frozenset({Family.CONSULTATION}), stages=_OF_CONSULTATION,
    centre="meeting", report="consultation_report", free=frozenset({"scheme", "research"}),
    plans=frozenset({"consultation", "joint"}), blocks=frozenset({"consultation"}), afield=False,
)  # fmt: skip
_RESEARCH: Final = Way(
    key=STUDY, name="调研全程", noun="调研", stages=_study_stages("调研", "实地调研"), centre="field", kind="research",
    families=frozenset({Family.RESEARCH, Family.INSPECTION, Family.STUDY_TOUR}), report="research_report",
    optional=frozenset({"comments", "problems"}), free=frozenset({"planned", "scheme"}),
    plans=frozenset({"research"}), blocks=frozenset({"research"}),
)  # fmt: skip
WAYS: Final[Mapping[str, Way]] = {
    Family.CONSULTATION: _CONSULT,
    Family.RESEARCH: _RESEARCH,
    Family.INSPECTION: replace(
        _RESEARCH, name="视察全程", noun="视察", stages=_study_stages("视察", "现场视察"), kind="inspection",
        report="inspection_report", plans=frozenset({"inspection"}), blocks=frozenset({"inspection"}),
    ),
    Family.STUDY_TOUR: replace(
        _RESEARCH, name="考察全程", noun="考察", stages=_study_stages("考察", "实地考察"), kind="study_tour",
        plans=frozenset(), blocks=frozenset(),
    ),
    Family.VISIT: Way(
        key=VISIT, name="走访全程", noun="走访", families=frozenset({Family.VISIT}), stages=_OF_VISIT, centre="whom",
        optional=frozenset({"asked"}), follows=False,
    ),
}  # fmt: skip
"""The way of each family that has one; the words are these, the facts are the records of every room."""
REPORTS: Final = frozenset(way.report for way in WAYS.values() if way.key == STUDY)
"""Kinds of paper that report on research, an inspection or a study tour, whatever they are tied to."""
BLOCKS: Final = frozenset(block for way in WAYS.values() for block in way.blocks)


def way_of(family: str) -> Way | None:
    """The way that activities of a family go; None where there is none."""
    return WAYS.get(family)


def way_of_item(plan_kind: str, block: str) -> Way | None:
    """The way of a plan item: by its block, and where that names none, by the kind of its plan."""
    by_block = next((way for way in WAYS.values() if block in way.blocks), None)
    return by_block or next((way for way in WAYS.values() if plan_kind in way.plans), None)


TABS: Final[Mapping[str, str]] = {CONSULTATION: "协商", STUDY: "调研、视察、考察", VISIT: "走访"}


def families_of(key: str) -> frozenset[str]:
    """The families of one part of the list."""
    return frozenset(family for family, way in WAYS.items() if way.key == key)
