"""The procedures of a year's evaluation and of what hangs on a result (R7.10–R7.12, R6.15)."""

from __future__ import annotations

from lvzhi.evaluation import actions, forms, notices, rules
from lvzhi.evaluation.models import Evaluation, LowResult, Objection, Proven
from lvzhi.evaluation.norms import ACCOUNT_WITHIN, VIEW_WITHIN
from lvzhi.evaluation.queries import record_address, run_address
from lvzhi.evaluation.vocabulary import states
from lvzhi.evaluation.vocabulary.states import OPEN_RUNS, ClaimState, LowState, ObjectionState, RunState
from lvzhi.workflow.declare import Clock, Step, Workflow


def _at(*names: str) -> frozenset[str]:
    return frozenset(names)


RUN = Workflow(
    key="evaluation.evaluation",
    name="年度考核",
    model=Evaluation,
    states=RunState,
    initial=RunState.ACCOUNTS,
    visible=rules.visible_run,
    holders=states.RUN_HOLDERS,
    phases=states.RUN_PHASES,
    address=run_address,
    final=_at(RunState.SEALED, RunState.CANCELLED),
    clocks=(
        Clock(key="accounts", name="述职期限", states=_at(RunState.ACCOUNTS), norm=ACCOUNT_WITHIN, rule="R7.12"),
        Clock(key="views", name="初评期限", states=_at(RunState.VIEWS), norm=VIEW_WITHIN, rule="R7.12"),
    ),
    steps=(
        Step(
            key="account", name="提交述职", frm=_at(RunState.ACCOUNTS), may=rules.has_part, waits=rules.owes_account,
            asks=forms.OwnAccountForm, does=(actions.note_account,), tone="main", rule="R7.12",
        ),
        Step(
            key="say", name="提出初评意见", frm=_at(RunState.ACCOUNTS, RunState.VIEWS), may=rules.speaks,
            waits=rules.owes_view & rules.viewing, asks=forms.ViewsForm, does=(actions.note_views,), tone="main",
            rule="R7.12", help="本机构还没有初评的委员，一次填写；没有填的以后再填。",
        ),
        Step(
            key="views", name="述职（自评）结束，转初评", frm=_at(RunState.ACCOUNTS), to=(RunState.VIEWS,),
            may=rules.keeper, waits=rules.keeper & rules.accounts_in, tells=(notices.tell_heads,), tone="main",
            rule="R7.12",
            help="述职结束后委员不能再改；没有提交的可由办公室代录。",
        ),
        Step(
            key="check", name="初评结束，转审核", frm=_at(RunState.VIEWS), to=(RunState.CHECKING,), may=rules.keeper,
            tone="main", rule="R7.12",
        ),
        Step(
            key="submit", name="提请主席会议审定", frm=_at(RunState.CHECKING), to=(RunState.MEETING,),
            may=rules.keeper, check=(actions.check_submit,), tells=(notices.tell_meeting,), tone="main", rule="R7.12",
            help="提请前先按记录重算得分，凭文件登记的全部核准。",
        ),
        Step(
            key="give_back", name="退回审核", frm=_at(RunState.MEETING), to=(RunState.CHECKING,), may=rules.decider,
            asks=forms.GroundForm, does=(actions.note_ground,), todo=False, rule="R7.12",
        ),
        Step(
            key="decide", name="登记主席会议审定", frm=_at(RunState.MEETING), to=(RunState.PUBLISHED,),
            may=rules.decider, asks=forms.DecideForm, check=(actions.check_decide,), does=(actions.decide,),
            tells=(notices.tell_decided,), tone="main", rule="R7.11",
            help="审定后结果固定，不再随记录变化；委员可在异议期内对每一条提出异议。",
        ),
        Step(
            key="seal", name="归档", frm=_at(RunState.PUBLISHED), to=(RunState.SEALED,), may=rules.keeper,
            check=(actions.check_seal,), does=(actions.seal,), rule="R7.12",
        ),
        Step(
            key="cancel", name="取消这次考核", frm=_at(*OPEN_RUNS), to=(RunState.CANCELLED,), may=rules.keeper,
            asks=forms.GroundForm, does=(actions.note_ground,), todo=False, tone="danger", rule="R7.12",
        ),
    ),
)  # fmt: skip
PROVEN = Workflow(
    key="evaluation.proven",
    name="凭文件登记",
    model=Proven,
    states=ClaimState,
    initial=ClaimState.WAITING,
    visible=rules.reads_proven,
    holders=states.CLAIM_HOLDERS,
    address=record_address,
    related=("result",),
    final=_at(ClaimState.APPROVED, ClaimState.REFUSED),
    steps=(
        Step(
            key="approve", name="核准", frm=_at(ClaimState.WAITING), to=(ClaimState.APPROVED,), may=rules.approver,
            does=(actions.settle_proven,), tone="main", rule="R7.7", help="核准后重算得分时计入。",
        ),
        Step(
            key="refuse", name="不核准", frm=_at(ClaimState.WAITING), to=(ClaimState.REFUSED,), may=rules.approver,
            asks=forms.GroundForm, does=(actions.settle_proven,), todo=False, rule="R7.7",
        ),
    ),
)  # fmt: skip
OBJECTION = Workflow(
    key="evaluation.objection",
    name="考核异议",
    model=Objection,
    states=ObjectionState,
    initial=ObjectionState.OPEN,
    visible=rules.reads_objection,
    holders=states.OBJECTION_HOLDERS,
    address=record_address,
    related=("result",),
    final=_at(ObjectionState.UPHELD, ObjectionState.REFUSED, ObjectionState.WITHDRAWN),
    steps=(
        Step(
            key="uphold", name="异议成立", frm=_at(ObjectionState.OPEN), to=(ObjectionState.UPHELD,),
            may=rules.reviewer, asks=forms.UpholdForm, does=(actions.uphold,), tells=(notices.tell_upheld,),
            tone="main", rule="R7.12", help="改这一条的分数，上限、总分和等次随之重算；其他人的结果不变。",
        ),
        Step(
            key="refuse", name="维持原结果", frm=_at(ObjectionState.OPEN), to=(ObjectionState.REFUSED,),
            may=rules.reviewer, asks=forms.ReasonForm, does=(actions.refuse,), tells=(notices.tell_kept,), todo=False,
            rule="R7.12",
        ),
        Step(
            key="withdraw", name="撤回异议", frm=_at(ObjectionState.OPEN), to=(ObjectionState.WITHDRAWN,),
            may=rules.owner, todo=False, rule="R7.12",
        ),
    ),
)  # fmt: skip
LOW = Workflow(
    key="evaluation.lowresult",
    name="低等次个案",
    model=LowResult,
    states=LowState,
    initial=LowState.OPEN,
    visible=rules.reads_low,
    holders=states.LOW_HOLDERS,
    address=record_address,
    related=("result__evaluation",),
    final=_at(LowState.CLOSED),
    steps=(
        Step(
            key="talk", name="登记约谈", frm=_at(LowState.OPEN), to=(LowState.TALKED,), may=rules.decider,
            asks=forms.TalkForm, does=(actions.talk,), tone="main", rule="R6.15",
        ),
        Step(
            key="close", name="办结", frm=_at(LowState.OPEN, LowState.TALKED), to=(LowState.CLOSED,),
            may=rules.decider, asks=forms.CloseForm, does=(actions.close_low,), rule="R6.15",
            help="写明处理决定和依据。系统不会因为等次自动作任何处理。",
        ),
    ),
)  # fmt: skip
