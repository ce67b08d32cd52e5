"""The procedure of an invitation to co-sign."""

from __future__ import annotations

from lvzhi.access import NOBODY
from lvzhi.deadlines import clock
from lvzhi.proposals import notices, rules, vocabulary
from lvzhi.proposals.actions.lapsing import check_sign_in_time
from lvzhi.proposals.models import CoSignature
from lvzhi.proposals.vocabulary import SignState
from lvzhi.proposals.workflow.effects import name_of_parties
from lvzhi.workflow.declare import Clock, Step, Taking, Workflow


def _decided(taking: Taking) -> None:
    taking.record.decided_on = clock.as_day(taking.at)
    name_of_parties(taking)


COSIGNATURE = Workflow(
    key="proposals.cosignature",
    name="联名附议",
    model=CoSignature,
    states=SignState,
    initial=SignState.INVITED,
    visible=rules.visible_cosignature,
    columns=("proposal__title", "member__person__name", "order", "invited_on", "sign_until"),
    holders=vocabulary.SIGN_HOLDERS,
    address=lambda row: notices.address(row.proposal),
    related=("member__person", "proposal"),
    heavy=("proposal__background", "proposal__analysis", "proposal__survey"),
    brought_in=frozenset({SignState.SIGNED}),
    final=frozenset({SignState.SIGNED, SignState.DECLINED, SignState.EXPIRED, SignState.WITHDRAWN}),
    clocks=(
        Clock(
            key="sign",
            name="确认联名",
            states=frozenset({SignState.INVITED}),
            norm="proposals.cosign_due",
            start=lambda record: record.invited_on,
            until=lambda record: record.sign_until,
            rule="R1.27",
        ),
    ),
    steps=(
        Step(
            key="sign",
            name="附议",
            frm=frozenset({SignState.INVITED}),
            to=(SignState.SIGNED,),
            may=rules.may_sign,
            check=(check_sign_in_time,),
            does=(_decided,),
            tells=(notices.tell_signed,),
            tone="main",
            rule="R1.29",
        ),
        Step(
            key="decline",
            name="婉拒",
            frm=frozenset({SignState.INVITED}),
            to=(SignState.DECLINED,),
            may=rules.may_sign,
            does=(_decided,),
            tells=(notices.tell_declined,),
            todo=False,
            rule="R1.29",
        ),
        Step(
            key="recall",
            name="撤回邀请",
            frm=frozenset({SignState.INVITED}),
            to=(SignState.WITHDRAWN,),
            may=rules.may_recall,
            does=(_decided,),
            todo=False,
            rule="R1.27",
        ),
        Step(
            key="expire",
            name="逾期未确认",
            frm=frozenset({SignState.INVITED}),
            to=(SignState.EXPIRED,),
            may=NOBODY,
            automatic=True,
            does=(_decided,),
            rule="R1.27",
        ),
    ),
)
