"""The procedures of a supervisor, an opinion paper and an exchange (R4.2, R4.4, R4.8)."""

from __future__ import annotations

from lvzhi.activities import notices, rules
from lvzhi.activities.actions import exchanging, opining, supervising
from lvzhi.activities.forms import supervision as forms
from lvzhi.activities.models import Exchange, SupervisionOpinion, Supervisor
from lvzhi.activities.vocabulary import supervision as words
from lvzhi.activities.vocabulary.supervision import ExchangeState, OpinionState, SupervisorState
from lvzhi.workflow.declare import Clock, Step, Workflow

SUPERVISOR = Workflow(
    key="activities.supervisor",
    name="民主监督员选聘",
    model=Supervisor,
    states=SupervisorState,
    initial=SupervisorState.PROPOSED,
    visible=rules.visible_supervisor,
    holders=words.SUPERVISOR_HOLDERS,
    address=notices.supervisor_address,
    related=("member__person", "unit"),
    final=frozenset({SupervisorState.ENDED, SupervisorState.DECLINED}),
    steps=(
        Step(key="select", name="协商确定", frm=frozenset({SupervisorState.PROPOSED}), to=(SupervisorState.SELECTED,),
             may=rules.office, asks=forms.SelectForm, check=(supervising.check_selected,), does=(supervising.select,),
             tone="main", rule="R4.4"),
        Step(key="appoint", name="颁发聘书", frm=frozenset({SupervisorState.SELECTED}), to=(SupervisorState.APPOINTED,),
             may=rules.office, asks=forms.AppointForm, check=(supervising.check_appoint,), does=(supervising.appoint,),
             tells=(notices.tell_appointed,), tone="main", rule="R4.4",
             help="聘期起止都算在内；不再担任委员的，聘任同时终止。"),
        Step(key="decline", name="不聘任", frm=frozenset({SupervisorState.PROPOSED, SupervisorState.SELECTED}),
             to=(SupervisorState.DECLINED,), may=rules.office, asks=forms.GroundForm, does=(supervising.decline,),
             todo=False, tone="danger", rule="R4.4"),
        Step(key="withdraw", name="退出报名", frm=frozenset({SupervisorState.PROPOSED, SupervisorState.SELECTED}),
             to=(SupervisorState.DECLINED,), may=rules.own_post, does=(supervising.decline,), todo=False,
             tone="danger", confirm="确认退出？", rule="R4.4"),
        Step(key="renew", name="提名续聘", frm=frozenset({SupervisorState.APPOINTED}), may=rules.office,
             check=(supervising.check_renew,), does=(supervising.renew,), todo=False, rule="R4.5",
             confirm="提名续聘后，另走一次协商和聘任。确认提名？"),
        Step(key="end", name="结束聘任", frm=frozenset({SupervisorState.APPOINTED}), to=(SupervisorState.ENDED,),
             may=rules.office, asks=forms.EndForm, check=(supervising.check_end,), does=(supervising.end,), todo=False,
             tone="danger", rule="R4.5"),
    ),
)
OPINION = Workflow(
    key="activities.opinion",
    name="监督意见书办理",
    model=SupervisionOpinion,
    states=OpinionState,
    initial=OpinionState.WRITING,
    visible=rules.visible_opinion,
    holders=words.OPINION_HOLDERS,
    phases=words.OPINION_PHASES,
    address=notices.opinion_address,
    heavy=("answer", "finding"),
    final=frozenset({OpinionState.CLOSED, OpinionState.WITHDRAWN}),
    clocks=(
        Clock(key="rectify", name="整改反馈", states=frozenset({OpinionState.SENT}), norm="activities.rectify_due",
              start=lambda record: record.sent_on, until=lambda record: record.until, rule="R4.8"),
        Clock(key="look", name="回头看", states=frozenset({OpinionState.ANSWERED}), norm="activities.look_back_due",
              start=lambda record: record.answered_on, rule="R4.8"),
    ),
    steps=(
        Step(key="hand_over", name="发给单位", frm=frozenset({OpinionState.WRITING}), to=(OpinionState.SENT,),
             may=rules.hands_over_opinion, asks=forms.HandOverForm, check=(opining.check_hand_over,),
             does=(opining.hand_over,), tells=(notices.tell_opinion_sent,), tone="main", rule="R4.8",
             help="文书签发、编文号以后再发；发出同时登记在文书的发送记录里。"),
        Step(key="answer", name="反馈整改情况", frm=frozenset({OpinionState.SENT}), to=(OpinionState.ANSWERED,),
             may=rules.supervised, asks=forms.AnswerForm, check=(opining.check_answer,), does=(opining.answer,),
             tells=(notices.tell_opinion_answered,), tone="main", rule="R4.8"),
        Step(key="answer_for", name="代登整改情况", frm=frozenset({OpinionState.SENT}), to=(OpinionState.ANSWERED,),
             may=rules.answers_for, asks=forms.AnswerForm, check=(opining.check_answer,), does=(opining.answer,),
             tells=(notices.tell_opinion_answered,), todo=False, rule="R4.8",
             help="单位以纸质材料反馈的，照原件登记，并上传扫描件。"),
        Step(key="again", name="退回补充整改", frm=frozenset({OpinionState.ANSWERED}), to=(OpinionState.SENT,),
             may=rules.opinion_keeper, asks=forms.AgainForm, check=(opining.check_again,), does=(opining.again,),
             tells=(notices.tell_opinion_again,), todo=False, rule="R4.8"),
        Step(key="look_back", name="登记回头看", frm=frozenset({OpinionState.ANSWERED}),
             to=(OpinionState.CLOSED, OpinionState.SENT), may=rules.looks_back, asks=forms.LookForm,
             check=(opining.check_look_back,), does=(opining.look_back,), tells=(notices.tell_looked,), tone="main",
             rule="R4.8"),
        Step(key="withdraw", name="撤销", frm=frozenset({OpinionState.WRITING, OpinionState.SENT}),
             to=(OpinionState.WITHDRAWN,), may=rules.opinion_keeper, asks=forms.GroundForm, does=(opining.withdraw,),
             todo=False, tone="danger", rule="R4.8"),
    ),
)
EXCHANGE = Workflow(
    key="activities.exchange",
    name="监督信息交换",
    model=Exchange,
    states=ExchangeState,
    initial=ExchangeState.MADE,
    visible=rules.office,
    holders={ExchangeState.MADE: "办公室（登记回执）"},
    address=notices.exchange_address,
    final=frozenset({ExchangeState.RECEIVED}),
    steps=(
        Step(key="receipt", name="登记回执", frm=frozenset({ExchangeState.MADE}), to=(ExchangeState.RECEIVED,),
             may=rules.office, asks=forms.ReceiptForm, check=(exchanging.check_receipt,), does=(exchanging.receive,),
             tone="main", rule="R4.2"),
    ),
)
SUPERVISION = ((SUPERVISOR, words.SUPERVISOR_SENTENCES), (OPINION, words.OPINION_SENTENCES),
               (EXCHANGE, words.EXCHANGE_SENTENCES))  # fmt: skip
