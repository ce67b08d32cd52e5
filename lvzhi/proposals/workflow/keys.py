"""The procedure of a candidate for key proposal, and the steps of a proposal that select and supervise it (R1.98)."""

from __future__ import annotations

from lvzhi.access import NOBODY
from lvzhi.proposals import notices, rules
from lvzhi.proposals.actions import selecting, supervising
from lvzhi.proposals.forms import keys as asked
from lvzhi.proposals.models import KeyCandidate
from lvzhi.proposals.rules import keys
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.vocabulary.keys import CANDIDATE_HOLDERS, CandidateState
from lvzhi.proposals.workflow.marks import UNDERWAY
from lvzhi.proposals.workflow.undoing import UNDO
from lvzhi.workflow.declare import Clock, Step, Workflow

OPEN = frozenset({CandidateState.NOMINATED, CandidateState.ASKED})

CANDIDACY = Workflow(
    key="proposals.candidate",
    name="重点提案遴选",
    model=KeyCandidate,
    states=CandidateState,
    initial=CandidateState.NOMINATED,
    visible=keys.visible_candidate,
    holders=CANDIDATE_HOLDERS,
    address=lambda row: notices.address(row.proposal),
    related=("proposal",),
    heavy=("proposal__background", "proposal__analysis", "proposal__survey"),
    final=frozenset({CandidateState.CHOSEN, CandidateState.PASSED}),
    whole=lambda row: row.proposal,
    clocks=(
        Clock(
            key="opinions",
            name="征求意见",
            states=frozenset({CandidateState.ASKED}),
            norm="proposals.key_opinion_due",
            until=lambda row: row.opinions_until,
            rule="R1.98",
        ),
    ),
    steps=(
        Step(
            key="ask",
            name="征求意见",
            frm=frozenset({CandidateState.NOMINATED}),
            to=(CandidateState.ASKED,),
            may=keys.may_select,
            asks=asked.AskOpinionsForm,
            does=(selecting.ask_opinions,),
            tells=(notices.tell_opinion_asked,),
            undo=UNDO,
            rule="R1.98",
        ),
        Step(
            key="ask_more",
            name="再征求意见",
            frm=frozenset({CandidateState.ASKED}),
            may=keys.may_select,
            asks=asked.AskOpinionsForm,
            does=(selecting.ask_opinions,),
            tells=(notices.tell_opinion_asked,),
            todo=False,
            undo=UNDO,
            rule="R1.98",
        ),
        Step(
            key="opine",
            name="提出意见",
            frm=frozenset({CandidateState.ASKED}),
            may=keys.may_opine,
            asks=asked.StanceForm,
            does=(selecting.opine,),
            tells=(notices.tell_opined,),
            tone="main",
            rule="R1.98",
        ),
        Step(
            key="choose",
            name="主席会议审定列入",
            frm=OPEN,
            to=(CandidateState.CHOSEN,),
            may=keys.may_decide,
            asks=asked.DecideForm,
            check=(selecting.check_decision,),
            does=(selecting.decide,),
            then=(selecting.mark_chosen,),
            tone="main",
            undo=UNDO,
            rule="R1.98",
        ),
        Step(
            key="pass_over",
            name="不列入",
            frm=OPEN,
            to=(CandidateState.PASSED,),
            may=keys.may_decide,
            asks=asked.PassOverForm,
            does=(selecting.pass_over,),
            undo=UNDO,
            rule="R1.98",
        ),
    ),
)

KEY_STEPS = (
    Step(key="nominate", name="列为重点提案候选", frm=UNDERWAY, may=rules.clerk, asks=asked.NominateForm,
         check=(selecting.check_not_candidate,), does=(selecting.nominate,), todo=False, undo=UNDO, rule="R1.98"),
    Step(key="key_chosen", name="审定为重点提案", frm=UNDERWAY, may=NOBODY, automatic=True,
         does=(selecting.take_chosen,), tells=(notices.tell_key,), rule="R1.98"),
    Step(key="supervise", name="登记督办", frm=UNDERWAY | {State.CLOSED}, may=keys.may_supervise,
         asks=asked.SuperviseForm, check=(supervising.check_supervision,), does=(supervising.supervise,),
         tells=(notices.tell_supervised,), todo=False, undo=UNDO, rule="R1.99"),
)  # fmt: skip
