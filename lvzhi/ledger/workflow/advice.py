"""The way of a piece of advice from the occasion to what came of it (R3.11)."""

from __future__ import annotations

from lvzhi.access import NOBODY
from lvzhi.ledger import notices, rules
from lvzhi.ledger.actions import answering, gathering
from lvzhi.ledger.forms import steps as forms
from lvzhi.ledger.forms.entry import AdviceForm
from lvzhi.ledger.models import Advice
from lvzhi.ledger.vocabulary.states import ADVICE_HOLDERS, ADVICE_PHASES, AdviceState
from lvzhi.workflow.declare import Clock, Step, Workflow

ADVICE = Workflow(
    key="ledger.advice",
    entry=AdviceForm,
    name="意见建议办理",
    model=Advice,
    states=AdviceState,
    initial=AdviceState.RECORDED,
    visible=rules.visible_advice,
    holders=ADVICE_HOLDERS,
    phases=ADVICE_PHASES,
    address=notices.address,
    related=("unit",),
    heavy=("answer", "result"),
    final=frozenset({AdviceState.CLOSED}),
    clocks=(
        Clock(key="answer", name="答复", states=frozenset({AdviceState.SUBMITTED}), norm="ledger.advice_due",
              start=lambda record: record.handed_on, until=lambda record: record.answer_by, rule="R3.11"),
    ),
    steps=(
        Step(key="submit", name="登记呈报", frm=frozenset({AdviceState.RECORDED}), to=(AdviceState.SUBMITTED,),
             may=rules.keeper, asks=forms.SubmitForm, check=(answering.check_submitted,), does=(answering.submit,),
             tells=(notices.tell_submitted,), todo=False, rule="R3.11"),
        Step(key="sent", name="随文件呈报", frm=frozenset({AdviceState.RECORDED}), to=(AdviceState.SUBMITTED,),
             may=NOBODY, automatic=True, check=(gathering.check_sent,), does=(gathering.sent,),
             tells=(notices.tell_submitted,), rule="R3.11"),
        Step(key="withdrawn", name="随文件撤销", frm=frozenset({AdviceState.SUBMITTED}), to=(AdviceState.RECORDED,),
             may=NOBODY, automatic=True, does=(gathering.withdrawn,), rule="R3.11"),
        Step(key="hand", name="转交单位答复", frm=frozenset({AdviceState.RECORDED, AdviceState.SUBMITTED}),
             to=(AdviceState.SUBMITTED,), may=rules.may_hand, asks=forms.HandForm, check=(answering.check_unit,),
             does=(answering.hand,), tells=(notices.tell_handed,), tone="main", rule="R3.11"),
        Step(key="answer", name="答复", frm=frozenset({AdviceState.SUBMITTED}), to=(AdviceState.ANSWERED,),
             may=rules.answering, asks=forms.AnswerForm, check=(answering.check_answer,), does=(answering.answer,),
             tells=(notices.tell_answered,), tone="main", rule="R3.11"),
        Step(key="answer_for", name="代登答复", frm=frozenset({AdviceState.SUBMITTED}), to=(AdviceState.ANSWERED,),
             may=rules.may_answer_for, asks=forms.AnswerForm, check=(answering.check_answer,), does=(answering.answer,),
             tells=(notices.tell_answered,), todo=False, rule="R3.11"),
        Step(key="return_answer", name="退回重新答复", frm=frozenset({AdviceState.ANSWERED}),
             to=(AdviceState.SUBMITTED,), may=rules.keeper, asks=forms.OpinionForm, does=(answering.return_answer,),
             tells=(notices.tell_answer_returned,), todo=False, rule="R3.11"),
        Step(key="close", name="登记成效，办结", frm=frozenset({AdviceState.ANSWERED}), to=(AdviceState.CLOSED,),
             may=rules.keeper, asks=forms.CloseForm, check=(answering.check_closed,), does=(answering.close,),
             tells=(notices.tell_closed,), tone="main", rule="R3.11"),
        Step(key="reopen", name="重新办理", frm=frozenset({AdviceState.CLOSED}), to=(AdviceState.SUBMITTED,),
             may=rules.keeper, asks=forms.OpinionForm, does=(answering.return_answer,),
             tells=(notices.tell_answer_returned,), todo=False, tone="danger", rule="R3.11"),
    ),
)  # fmt: skip
