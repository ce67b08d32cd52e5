"""The procedure of a project."""

from __future__ import annotations

from lvzhi.access import Rule
from lvzhi.projects import actions, forms, notices, rules
from lvzhi.projects.forms.leads import LeadForm
from lvzhi.projects.models import Lead, Project
from lvzhi.projects.norms import VISIT_EVERY
from lvzhi.projects.queries.visiting import visit_from
from lvzhi.projects.vocabulary import sentences, states
from lvzhi.projects.vocabulary.states import PLANNED, RUNNING, LeadState, Stage
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Check, Clock, Step, Workflow

ANY = RUNNING | {Stage.DONE}


def _onward(key: str, name: str, frm: set[Stage], to: Stage, *does: Check, **more: object) -> Step:
    """A step to a further stage; it waits for those who mind the project once the day planned for it has passed."""
    usual: dict[str, object] = {
        "asks": forms.DayForm, "check": (actions.check_day,), "todo": False, "tone": "main", "rule": "R11.7",
    }  # fmt: skip
    if to in PLANNED:
        usual |= {"todo": True, "waits": rules.minded & rules.passed(PLANNED[to][0])}
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
    clocks=(
        Clock(
            key=rules.VISIT_CLOCK, name="现场督导", states=RUNNING, norm=VISIT_EVERY, start=visit_from, rule="R11.6",
        ),
    ),
    steps=(
        _beside(
            "visit", "登记现场督导", rules.carries, actions.visit, forms.VisitForm, actions.check_visit, tone="main",
            todo=True, waits=rules.awaits_visit,
        ),
        _beside(
            "note", "登记跟进", rules.carries, actions.note, forms.NoteForm, actions.check_note, rule="R11.7",
            todo=True, waits=rules.minded & rules.passed("next_on"),
        ),
        _onward("talk", "开始洽谈对接", {Stage.LEAD}, Stage.TALKS, actions.talk, asks=None, check=(), tone="plain"),
        _onward(
            "sign", "签约获批", {Stage.LEAD, Stage.TALKS}, Stage.SIGNED, actions.sign, asks=forms.SignForm, tone="plain"
        ),
        _onward("build", "开工", {Stage.LEAD, Stage.TALKS, Stage.SIGNED}, Stage.BUILDING, actions.build, tone="plain"),
        _onward(
            "finish", "竣工投产", {Stage.SIGNED, Stage.BUILDING}, Stage.DONE, actions.finish, actions.settled,
            tone="plain",
        ),
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
            actions.settled, asks=forms.GroundForm, check=(), tone="danger",
        ),
        _onward("resume", "恢复推进", {Stage.DROPPED}, Stage.LEAD, actions.resume, asks=None, check=(), tone="plain"),
    ),
)  # fmt: skip

WAITING = frozenset({LeadState.HANDED})
LEAD = Workflow(
    key="projects.lead",
    entry=LeadForm,
    name="招商线索",
    model=Lead,
    states=LeadState,
    initial=LeadState.HANDED,
    visible=rules.lead_visible,
    holders=states.LEAD_HOLDERS,
    address=notices.lead_address,
    heavy=("words",),
    final=frozenset({LeadState.TAKEN, LeadState.DECLINED, LeadState.WITHDRAWN}),
    steps=(
        Step(
            key="take", name="接办", frm=WAITING, to=(LeadState.TAKEN,), may=rules.lead_kept, asks=forms.TakeForm,
            does=(actions.take_over,), tells=(notices.tell_taken,), waits=rules.lead_awaited, tone="main", rule="R11.7",
        ),
        Step(
            key="decline", name="不予接办", frm=WAITING, to=(LeadState.DECLINED,), may=rules.lead_kept,
            asks=forms.DeclineForm, does=(actions.decline,), tells=(notices.tell_declined,), todo=False,
            tone="danger", rule="R11.7",
        ),
        Step(
            key="withdraw", name="撤回", frm=WAITING, to=(LeadState.WITHDRAWN,), may=rules.lead_own, todo=False,
            rule="R11.7",
        ),
    ),
)  # fmt: skip


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(PROJECT, sentences.SENTENCES)
    registry.register(LEAD, sentences.LEAD_SENTENCES)
