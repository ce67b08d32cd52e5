"""The procedure of a ballot, and of one line on the list of voters.

A vote is a step of the voter's own line, not of the ballot: the ballot's history tells nothing of who voted when.
"""

from __future__ import annotations

from lvzhi.ballots import actions, forms, notices, rules, vocabulary
from lvzhi.ballots.models import Ballot, Voter
from lvzhi.ballots.vocabulary import Outcome, State, VoterState
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Step, Workflow

BALLOT = Workflow(
    key="ballots.ballot",
    entry=forms.AskedForm,
    name="无记名测评",
    model=Ballot,
    states=State,
    initial=State.DRAFT,
    visible=rules.visible,
    holders=vocabulary.HOLDERS,
    phases=vocabulary.PHASES,
    address=notices.address,
    final=frozenset({State.ANNOUNCED, State.VOID}),
    heavy=("note",),
    steps=(
        Step(
            key="open",
            name="启动投票",
            frm=frozenset({State.DRAFT}),
            to=(State.OPEN,),
            may=rules.keeper,
            check=(actions.check_ready,),
            does=(actions.open_urn,),
            tells=(notices.tell_open,),
            tone="main",
            confirm="启动后，名单、内容和监票人都不能再改。确认启动？",
            rule="R4.8",
        ),
        Step(
            key="paper_totals",
            name="录入纸质票计票数",
            frm=frozenset({State.OPEN}),
            may=rules.teller,
            asks=forms.PaperForm,
            check=(actions.check_paper,),
            does=(actions.note_paper,),
            todo=False,
            rule="R4.8",
        ),
        Step(
            key="count",
            name="开箱计票",
            frm=frozenset({State.OPEN}),
            to=(State.COUNTED, State.VOID),
            may=rules.teller,
            asks=forms.CountForm,
            check=(actions.check_count,),
            does=(actions.count,),
            tells=(notices.over,),
            tone="main",
            rule="R4.7",
            help="开箱即停止投票。须两名监票人在场，各自输入监票码；票箱打开一次后即销毁，不能重开。",
        ),
        Step(
            key="announce",
            name="公布结果",
            frm=frozenset({State.COUNTED}),
            to=(State.ANNOUNCED,),
            may=rules.keeper,
            does=(actions.announce,),
            tells=(notices.tell_announced,),
            tone="main",
            rule="R4.7",
            confirm="公布后，投票人能看到结果；种类设为不向投票人公布的，只有组织者、监票人和领导能看到。确认公布？",
        ),
        Step(
            key="cancel",
            name="宣布作废",
            frm=frozenset({State.DRAFT, State.OPEN, State.COUNTED}),
            to=(State.VOID,),
            may=rules.keeper | rules.teller,
            asks=forms.GroundForm,
            does=(actions.cancel,),
            tells=(notices.over,),
            outcome=Outcome.CANCELLED,
            todo=False,
            tone="danger",
            rule="R4.7",
            help="作废后不能恢复；还没有打开的票箱不再打开。",
        ),
    ),
)
VOTER = Workflow(
    key="ballots.voter",
    name="投票",
    model=Voter,
    states=VoterState,
    initial=VoterState.WAITING,
    visible=rules.oneself,
    address=lambda voter: notices.vote_address(voter.ballot),
    final=frozenset({VoterState.CAST}),
    related=("ballot",),
    steps=(
        Step(
            key="cast",
            name="投票",
            frm=frozenset({VoterState.WAITING}),
            to=(VoterState.CAST,),
            may=rules.may_cast,
            asks=forms.CastForm,
            check=(actions.check_marks,),
            does=(actions.put_in,),
            tells=(notices.has_voted,),
            tone="main",
            rule="R4.8",
        ),
        Step(
            key="paper",
            name="领取纸质票",
            frm=frozenset({VoterState.WAITING}),
            to=(VoterState.PAPER,),
            may=rules.may_hand,
            tells=(notices.has_voted,),
            todo=False,
            rule="R4.8",
        ),
        Step(
            key="take_back",
            name="退回纸质票",
            frm=frozenset({VoterState.PAPER}),
            to=(VoterState.WAITING,),
            may=rules.may_hand,
            todo=False,
            rule="R4.8",
        ),
    ),
)


def register() -> None:
    """Register both with their journal sentences."""
    registry.register(BALLOT, vocabulary.BALLOT_SENTENCES)
    registry.register(VOTER, vocabulary.VOTER_SENTENCES)
