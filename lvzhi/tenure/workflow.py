"""The procedures of a change, an absence case, a selection."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.tenure import actions, forms, notices, rules
from lvzhi.tenure.actions import cases, selecting
from lvzhi.tenure.forms.selecting import CallForm
from lvzhi.tenure.models import Case, Change, Selecting
from lvzhi.tenure.norms import CALL_LENGTH, CASE_FIRST, RECEIVE, REVIEW_DECIDE
from lvzhi.tenure.queries import addresses
from lvzhi.tenure.vocabulary import sentences as said
from lvzhi.tenure.vocabulary import states
from lvzhi.tenure.vocabulary.sentences import HELP
from lvzhi.tenure.vocabulary.states import (
    CLOSED_CASES,
    OPEN_CHANGES,
    UPHELD,
    CaseState,
    ChangeState,
    MeasureKind,
    SelectionState,
)
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

S = ChangeState
PROPOSED, DECIDABLE = frozenset({S.PROPOSED}), frozenset({S.PROPOSED, S.HEARD})
CHANGE = Workflow(
    key="tenure.change",
    name="委员变动",
    model=Change,
    states=ChangeState,
    initial=S.HANDED,
    visible=rules.visible,
    holders=states.CHANGE_HOLDERS,
    address=addresses.change_address,
    related=("person",),
    final=frozenset({S.DECIDED, S.REFUSED, S.WITHDRAWN, S.OVERTURNED}),
    phases=states.CHANGE_PHASES,
    clocks=(
        Clock(key="receive", name="受理", states=frozenset({S.HANDED}), norm=RECEIVE, rule="R6.1"),
        Clock(key="review", name="复核", states=frozenset({S.REVIEW}), norm=REVIEW_DECIDE, rule="R6.1"),
    ),
    steps=(
        Step(key="receive", name="受理", frm=frozenset({S.HANDED}), to=(S.PROPOSED,), may=rules.handles,
             tells=(notices.tell_received,), tone="main", rule="R6.1"),
        Step(key="hear", name="登记研究情况", frm=PROPOSED, to=(S.HEARD,), may=rules.hears, asks=forms.HearForm,
             check=(actions.check_heard,), does=(actions.hear,), tone="main", rule="R6.1"),
        Step(key="decide", name="登记决定", frm=DECIDABLE, to=(S.DECIDED,), may=rules.decides, asks=forms.DecideForm,
             check=(actions.check_decided,), does=(actions.decide, actions.put_into_force),
             tells=(notices.tell_decided,), tone="main", rule="R6.1",
             help="登记后，委员名册按生效日期同时改好；有误的，只能写明理由作废。"),
        Step(key="refuse", name="登记未通过", frm=DECIDABLE, to=(S.REFUSED,), may=rules.handles, asks=forms.RefuseForm,
             check=(actions.check_refused,), does=(actions.refuse,), tells=(notices.tell_refused,), todo=False,
             rule="R6.1"),
        Step(key="withdraw", name="撤回", frm=frozenset(OPEN_CHANGES), to=(S.WITHDRAWN,), may=rules.withdraws,
             does=(actions.told,), todo=False, confirm="撤回后不再办理，名册没有任何改动。确认撤回？", rule="R6.1"),
        Step(key="ask_review", name="申请复核", frm=frozenset({S.DECIDED}), to=(S.REVIEW,), may=rules.asks_review,
             asks=forms.PleaForm, check=(actions.check_review,), does=(actions.ask_review,),
             tells=(notices.tell_review,), todo=False, rule="R6.1"),
        Step(key="uphold", name="复核：维持原决定", frm=frozenset({S.REVIEW}), to=(S.DECIDED,), may=rules.handles,
             asks=forms.ReviewForm, check=(actions.check_reviewed,), does=(actions.note_review,), outcome=UPHELD,
             tells=(notices.tell_upheld,), tone="main", rule="R6.1"),
        Step(key="overturn", name="复核：撤销原决定", frm=frozenset({S.REVIEW}), to=(S.OVERTURNED,), may=rules.handles,
             asks=forms.ReviewForm, check=(actions.check_reviewed,), does=(actions.note_review, actions.overturn),
             tells=(notices.tell_overturned,), tone="danger", rule="R6.1",
             help="登记后，委员资格和所在机构、职务恢复到决定以前。"),
    ),
)  # fmt: skip
C = CaseState
OPEN = frozenset(one.value for one in C if one.value not in CLOSED_CASES)
TAKEN = OPEN - {C.OPEN.value}
CASE = Workflow(
    key="tenure.case",
    name="缺席个案",
    model=Case,
    states=CaseState,
    initial=C.OPEN,
    visible=rules.case_visible,
    holders=states.CASE_HOLDERS,
    address=addresses.case_address,
    related=("member__person",),
    heavy=("statement",),
    final=frozenset(CLOSED_CASES),
    clocks=(Clock(key="first", name="处理", states=frozenset({C.OPEN}), norm=CASE_FIRST, rule="R6.13"),),
    steps=(
        Step(key="remind", name="提醒", frm=frozenset({C.OPEN}), to=(C.REMINDED,), may=rules.case_handles,
             asks=forms.MeasureForm, check=(actions.check_measure,), does=(actions.measure(MeasureKind.REMIND),),
             tells=(notices.tell_measure,), tone="main", rule="R6.13"),
        Step(key="circulate", name="通报", frm=frozenset({C.REMINDED}), to=(C.CIRCULATED,),
             may=rules.case_handles, asks=forms.MeasureForm, check=(actions.check_measure,),
             does=(actions.measure(MeasureKind.CIRCULATE),), tells=(notices.tell_measure,), todo=False, rule="R6.9"),
        Step(key="talk", name="约谈", frm=frozenset({C.REMINDED, C.CIRCULATED}), to=(C.TALKED,),
             may=rules.case_handles, asks=forms.MeasureForm, check=(actions.check_measure,),
             does=(actions.measure(MeasureKind.TALK),), tells=(notices.tell_measure,), todo=False, rule="R6.13"),
        Step(key="advise", name="提出劝辞（撤销）建议", frm=frozenset({C.TALKED}), to=(C.ADVISED,),
             may=rules.case_handles, asks=forms.AdviseForm,
             does=(cases.advise, actions.measure(MeasureKind.ADVISE), actions.close),
             tells=(notices.tell_measure,), tone="danger", todo=False, rule="R6.13", help=HELP["advise"]),
        Step(key="settle", name="已改进，办结", frm=TAKEN, to=(C.SETTLED,), may=rules.case_handles, asks=forms.WhyForm,
             does=(actions.measure(MeasureKind.SETTLE), actions.close), tells=(notices.tell_measure,), rule="R6.13"),
        Step(key="drop", name="不予追究", frm=OPEN, to=(C.DROPPED,), may=rules.case_handles, asks=forms.WhyForm,
             does=(actions.measure(MeasureKind.DROP), actions.close), tells=(notices.tell_measure,), todo=False,
             rule="R6.13"),
        Step(key="say", name="陈述", frm=OPEN, may=rules.case_own, asks=forms.StatementForm, does=(actions.say,),
             tells=(notices.tell_said,), todo=False, tone="main", rule="R6.13",
             help="把情况写清楚，例如因公、因病；办公室处理时一并考虑。"),
    ),
)  # fmt: skip
L = SelectionState
RUNNING = frozenset({L.CALLING, L.VETTING, L.READY})
SELECTION = Workflow(
    key="tenure.selection",
    entry=CallForm,
    name="遴选",
    model=Selecting,
    states=SelectionState,
    initial=L.CALLING,
    visible=rules.selection_visible,
    holders=states.SELECTION_HOLDERS,
    address=addresses.selection_address,
    heavy=("text",),
    final=frozenset({L.DECIDED, L.CANCELLED}),
    phases=states.SELECTION_PHASES,
    clocks=(
        Clock(key="call", name="推荐截止", states=frozenset({L.CALLING}), norm=CALL_LENGTH,
              start=lambda record: record.called_on, until=lambda record: record.until, rule="M09"),
    ),
    steps=(
        Step(key="prolong", name="延长推荐", frm=frozenset({L.CALLING}), may=rules.selection_keeps,
             asks=forms.ProlongForm, check=(selecting.check_prolong,), does=(selecting.prolong,), todo=False,
             rule="M09"),
        Step(key="close", name="截止推荐，进入审核", frm=frozenset({L.CALLING}), to=(L.VETTING,),
             may=rules.selection_keeps, check=(selecting.check_close,), tone="main", rule="M09",
             confirm="截止后不再接受推荐和报名。确认截止？"),
        Step(key="vet", name="登记资格审核", frm=frozenset({L.VETTING}), to=(L.READY,), may=rules.selection_keeps,
             asks=forms.VetForm, check=(selecting.check_vetted,), does=(selecting.vet,), tells=(notices.tell_vetted,),
             tone="main", rule="M09"),
        Step(key="decide", name="登记决定", frm=frozenset({L.READY}), to=(L.DECIDED,), may=rules.selection_keeps,
             asks=forms.ChooseForm, check=(selecting.check_decided,), does=(selecting.decide,),
             tells=(notices.tell_chosen,), tone="main", rule="M09"),
        Step(key="cancel", name="取消", frm=RUNNING, to=(L.CANCELLED,), may=rules.selection_keeps,
             asks=forms.GroundForm, does=(selecting.cancel,), tells=(notices.tell_cancelled,), tone="danger",
             todo=False, rule="M09"),
    ),
)  # fmt: skip


def resign(actor: Actor, committee: Committee, ground: str, *, once: str | None = None) -> Change:
    """Hand in one's own resignation and tell the office; arguments and refusals as of `actions.resign`."""
    with transaction.atomic():
        made = actions.resign(actor, committee, ground, once=once)
        notices.tell_handed(made)
    return made


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(CHANGE, said.CHANGE_SENTENCES)
    registry.register(CASE, said.CASE_SENTENCES)
    registry.register(SELECTION, said.SELECTION_SENTENCES)


KINDS: dict[str, Any] = {"change": CHANGE, "case": CASE, "selection": SELECTION}
