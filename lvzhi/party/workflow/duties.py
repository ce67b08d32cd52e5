"""The procedure of one item of a list of duties 一岗双责 (R10.2)."""

from __future__ import annotations

from lvzhi.party import actions, forms, notices, rules, vocabulary
from lvzhi.party.models import Duty
from lvzhi.party.norms import DUTY_DUE
from lvzhi.party.queries import addresses
from lvzhi.party.vocabulary import DutyState
from lvzhi.workflow.declare import Clock, Step, Workflow

DUTY = Workflow(
    key="party.duty",
    entry=forms.DutiesForm,
    name="一岗双责事项",
    model=Duty,
    states=DutyState,
    initial=DutyState.OPEN,
    visible=rules.leading.duty_seen,
    holders=vocabulary.DUTY_HOLDERS,
    address=addresses.duty_address,
    related=("person",),
    heavy=("result",),
    final=frozenset({DutyState.DONE}),
    aside=True,
    clocks=(
        Clock(
            key="finish",
            name="完成时限",
            states=frozenset({DutyState.OPEN}),
            norm=DUTY_DUE,
            until=lambda record: record.finish_by,
            rule="R10.2",
        ),
    ),
    steps=(
        Step(
            key="finish",
            name="登记完成",
            frm=frozenset({DutyState.OPEN}),
            to=(DutyState.DONE,),
            may=rules.leading.duty_own,
            asks=forms.FinishForm,
            check=(actions.check_done,),
            does=(actions.finish,),
            tone="main",
            rule="R10.2",
        ),
        Step(
            key="finish_for",
            name="代为登记完成",
            frm=frozenset({DutyState.OPEN}),
            to=(DutyState.DONE,),
            may=rules.leading.duty_for,
            asks=forms.FinishForm,
            check=(actions.check_done,),
            does=(actions.finish,),
            todo=False,
            rule="R10.2",
        ),
        Step(
            key="reopen",
            name="退回重办",
            frm=frozenset({DutyState.DONE}),
            to=(DutyState.OPEN,),
            may=rules.keeper,
            asks=forms.ReturnForm,
            does=(actions.reopen,),
            tells=(notices.tell_duty_returned,),
            todo=False,
            rule="R10.2",
        ),
    ),
)
