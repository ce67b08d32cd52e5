"""Stages of a project, ways of taking part, who has it, what comes next."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Stage(TextChoices):
    """How far a project has come (R11.7)."""

    LEAD = "lead", "线索谋划"
    TALKS = "talks", "洽谈对接"
    SIGNED = "signed", "签约获批"
    BUILDING = "building", "开工在建"
    DONE = "done", "竣工投产"
    DROPPED = "dropped", "终止"


class Way(TextChoices):
    """Why the committee has it in hand (R11.6, R11.7)."""

    CARE = "care", "包抓联系"
    INVEST = "invest", "招商引资"
    APPLY = "apply", "争取申报"
    DEED = "deed", "为民办实事"


class LeadState(TextChoices):
    """Where an investment lead is that a member handed in (R11.7)."""

    HANDED = "handed", "待接办"
    TAKEN = "taken", "已接办"
    DECLINED = "declined", "不予接办"
    WITHDRAWN = "withdrawn", "已撤回"


class Share(TextChoices):
    """What part a committee has in it (R11.7)."""

    LEADS = "leads", "牵头"
    BRINGS = "brings", "招引"
    PROMOTES = "promotes", "推动"
    JOINS = "joins", "参与"


class Duty(TextChoices):
    """What a leader is responsible for."""

    LEAD = "lead", "包抓领导"
    HELP = "help", "配合领导"


class Money(TextChoices):
    """What money it is (R11.6, R11.7)."""

    GRANTED = "granted", "争取资金"
    ARRIVED = "arrived", "到位投资"


RUNNING: Final = frozenset({Stage.LEAD, Stage.TALKS, Stage.SIGNED, Stage.BUILDING})
TONES: Final = {
    Stage.LEAD: "later",
    Stage.TALKS: "info",
    Stage.SIGNED: "info",
    Stage.BUILDING: "warn",
    Stage.DONE: "good",
    Stage.DROPPED: "neutral",
}
HOLDERS: Final = {
    Stage.LEAD: "包抓领导、登记机构",
    Stage.TALKS: "包抓领导、登记机构",
    Stage.SIGNED: "包抓领导、登记机构",
    Stage.BUILDING: "包抓领导、登记机构",
    Stage.DONE: "",
    Stage.DROPPED: "",
}
NEXT: Final = {
    Stage.LEAD: "开始洽谈对接，或直接登记签约获批",
    Stage.TALKS: "登记签约或获批的日期和金额",
    Stage.SIGNED: "登记开工",
    Stage.BUILDING: "到现场督导，完工后登记竣工投产",
    Stage.DONE: "",
    Stage.DROPPED: "",
}
PHASES: Final = (
    ("线索谋划", frozenset({Stage.LEAD})),
    ("洽谈对接", frozenset({Stage.TALKS})),
    ("签约获批", frozenset({Stage.SIGNED})),
    ("开工在建", frozenset({Stage.BUILDING})),
    ("竣工投产", frozenset({Stage.DONE})),
)
PLANNED: Final = {
    Stage.TALKS: ("talks_by", "talked_on"),
    Stage.SIGNED: ("signs_by", "signed_on"),
    Stage.BUILDING: ("starts_on", "built_on"),
    Stage.DONE: ("ends_on", "finished_on"),
}
"""The day a stage is planned for and the day it was entered, in the order of the stages."""
LEAD_TONES: Final = {
    LeadState.HANDED: "warn",
    LeadState.TAKEN: "good",
    LeadState.DECLINED: "neutral",
    LeadState.WITHDRAWN: "neutral",
}
LEAD_HOLDERS: Final = {
    LeadState.HANDED: "办公室、专委会",
    LeadState.TAKEN: "",
    LeadState.DECLINED: "",
    LeadState.WITHDRAWN: "",
}
