"""The procedure of a project."""

from __future__ import annotations

from lvzhi.access import Rule
from lvzhi.projects import actions, forms, notices, rules
from lvzhi.projects.models import Project
from lvzhi.projects.vocabulary import sentences, states
from lvzhi.projects.vocabulary.states import RUNNING, Stage
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Check, Step, Workflow

ANY = RUNNING | {Stage.DONE}


def _onward(key: str, name: str, frm: set[Stage], to: Stage, *does: Check, **more: object) -> Step:
    """A step to a further stage."""
    usual: dict[str, object] = {
        "asks": forms.DayForm, "check": (actions.check_day,), "todo": False, "tone": "main", "rule": "R11.7",
    }  # fmt: skip
    return Step(key=key, name=name, frm=frozenset(frm), to=(to,), may=rules.carries, does=does, **(usual | more))  # type: ignore[arg-type]  # reason: named as Step names them


def _beside(key: str, name: str, may: Rule, does: Check, asks: type, *check: Check, **more: object) -> Step:
    """A step that leaves the stage as it is."""
    usual: dict[str, object] = {"frm": RUNNING, "todo": False, "rule": "R11.6"}
    return Step(key=key, name=name, may=may, asks=asks, check=check, does=(does,), **(usual | more))  # type: ignore[arg-type]  # reason: as above


PROJECT = Workflow(
    key="projects.project",
    name="项目推进",
    model=Project,
    states=Stage,
    initial=Stage.LEAD,
    visible=rules.visible,
    holders=states.HOLDERS,
    phases=states.PHASES,
    address=notices.address,
    heavy=("text",),
    final=frozenset({Stage.DONE}),
    steps=(
        _beside(
            "visit", "登记现场督导", rules.carries, actions.visit, forms.VisitForm, actions.check_visit, tone="main"
        ),
        _onward("talk", "开始洽谈对接", {Stage.LEAD}, Stage.TALKS, actions.talk, asks=None, check=(), tone="plain"),
        _onward(
            "sign", "签约获批", {Stage.LEAD, Stage.TALKS}, Stage.SIGNED, actions.sign, asks=forms.SignForm, tone="plain"
        ),
        _onward("build", "开工", {Stage.LEAD, Stage.TALKS, Stage.SIGNED}, Stage.BUILDING, actions.build, tone="plain"),
        _onward("finish", "竣工投产", {Stage.SIGNED, Stage.BUILDING}, Stage.DONE, actions.finish, tone="plain"),
        _beside("fund", "登记资金", rules.keeper, actions.fund, forms.FundForm, actions.check_fund, frm=ANY),
        _beside(
            "charge", "明确包抓领导", rules.keeper, actions.charge, forms.ChargeForm, actions.check_charge,
            tells=(notices.tell_leader,),
        ),
        _beside("release", "结束包抓", rules.keeper, actions.release, forms.ReleaseForm),
        _beside(
            "join", "登记各级参与", rules.joins, actions.join, forms.JoinForm, actions.check_join, frm=ANY,
            rule="R11.7", tells=(notices.tell_committee,),
        ),
        _onward(
            "drop", "终止", {Stage.LEAD, Stage.TALKS, Stage.SIGNED, Stage.BUILDING}, Stage.DROPPED, actions.drop,
            asks=forms.GroundForm, check=(), tone="danger",
        ),
        _onward("resume", "恢复推进", {Stage.DROPPED}, Stage.LEAD, actions.resume, asks=None, check=(), tone="plain"),
    ),
)  # fmt: skip


def register() -> None:
    """Register the procedure with its journal sentences."""
    registry.register(PROJECT, sentences.SENTENCES)
