"""The procedure of a hand-over to a unit."""

from __future__ import annotations

from datetime import date

from lvzhi.access import NOBODY
from lvzhi.proposals import actions, forms, notices, rules, vocabulary
from lvzhi.proposals.models import Assignment, Proposal
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.vocabulary import AssignState, State
from lvzhi.proposals.workflow.effects import name_of_parties
from lvzhi.proposals.workflow.undoing import UNDO
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Clock, Step, Taking, Workflow


def _proposal_of(taking: Taking) -> Proposal:
    found: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=taking.record.proposal_id)
    return found


def _all_signed(taking: Taking) -> None:
    """When no unit is left to sign for it, the proposal is being handled."""
    proposal = _proposal_of(taking)
    waiting = open_assignments(proposal).filter(state__in=[AssignState.PENDING, AssignState.RETURN_ASKED])
    if proposal.state == State.ASSIGNED and not waiting.exists():
        engine.follow(proposal, "handling", taking)


def _opinion_start(record: Assignment) -> date | None:
    """The clock of a co-unit's opinion runs until it is given."""
    return record.assigned_on if record.role == vocabulary.UnitRole.CO and record.opinion_on is None else None


ASSIGNMENT = Workflow(
    key="proposals.assignment",
    name="承办签收",
    model=Assignment,
    states=AssignState,
    initial=AssignState.PENDING,
    visible=rules.visible_assignment,
    columns=("proposal__number", "proposal__title", "unit__name", "role", "assigned_on", "signed_on", "opinion_on"),
    holders=vocabulary.ASSIGN_HOLDERS,
    address=lambda row: notices.address(row.proposal),
    related=("unit", "proposal"),
    heavy=("opinion", "proposal__background", "proposal__analysis", "proposal__survey"),
    whole=lambda row: row.proposal,
    brought_in=frozenset({AssignState.DONE}),
    final=frozenset({AssignState.DONE, AssignState.REPLACED, AssignState.STOPPED}),
    clocks=(
        Clock(
            key="return",
            name="签收或申请退回",
            states=frozenset({AssignState.PENDING}),
            norm="proposals.return_window",
            start=lambda record: record.assigned_on,
            rule="R1.59",
        ),
        Clock(
            key="settle",
            name="答复退回申请",
            states=frozenset({AssignState.RETURN_ASKED}),
            norm="proposals.return_answer",
            start=lambda record: record.return_asked_on,
            rule="R1.64",
        ),
        Clock(
            key="opinion",
            name="会办意见",
            states=frozenset({AssignState.SIGNED}),
            norm="proposals.co_opinion_due",
            start=_opinion_start,
            rule="R1.72",
        ),
    ),
    steps=(
        Step(
            key="sign",
            name="签收",
            frm=frozenset({AssignState.PENDING}),
            to=(AssignState.SIGNED,),
            may=rules.unit_acts,
            does=(actions.note_signed,),
            then=(_all_signed,),
            tone="main",
            undo=UNDO,
            rule="R1.53",
        ),
        Step(
            key="ask_return",
            name="申请退回",
            frm=frozenset({AssignState.PENDING, AssignState.SIGNED}),
            to=(AssignState.RETURN_ASKED,),
            may=rules.unit_acts,
            asks=forms.GroundForm,
            check=(actions.refuse_late_return,),
            does=(actions.note_return_asked,),
            tells=(notices.tell_return_asked,),
            todo=False,
            undo=UNDO,
            rule="R1.56",
        ),
        Step(
            key="keep",
            name="不同意退回",
            frm=frozenset({AssignState.RETURN_ASKED}),
            to=(AssignState.PENDING,),
            may=rules.settles,
            asks=forms.OpinionForm,
            does=(actions.settle_return,),
            tells=(notices.tell_return_kept,),
            undo=UNDO,
            rule="R1.56",
        ),
        Step(
            key="replace",
            name="同意退回并改办",
            frm=frozenset({AssignState.RETURN_ASKED}),
            to=(AssignState.REPLACED,),
            may=rules.settles,
            asks=forms.ReassignForm,
            does=(actions.settle_return,),
            then=(actions.replace_unit,),
            undo=UNDO,
            rule="R1.64",
        ),
        Step(
            key="opinion",
            name="提交会办意见",
            frm=frozenset({AssignState.SIGNED}),
            may=rules.owes_opinion,
            asks=forms.CoOpinionForm,
            does=(actions.give_opinion,),
            tone="main",
            rule="R1.72",
        ),
        Step(
            key="revise_opinion",
            name="修改会办意见",
            frm=frozenset({AssignState.SIGNED}),
            may=rules.gave_opinion,
            asks=forms.CoOpinionForm,
            does=(actions.give_opinion,),
            todo=False,
            rule="R1.73",
        ),
        Step(
            key="contact",
            name="登记沟通",
            frm=frozenset({AssignState.PENDING, AssignState.SIGNED, AssignState.APPROVING, AssignState.DONE}),
            may=rules.unit_acts,
            asks=forms.ContactForm,
            check=(actions.check_contact_day,),
            does=(actions.note_contact,),
            todo=False,
            rule="R1.78",
        ),
        Step(
            key="submit_reply",
            name="送负责人审签",
            frm=frozenset({AssignState.SIGNED}),
            to=(AssignState.APPROVING,),
            may=NOBODY,
            automatic=True,
            does=(name_of_parties,),
            tells=(notices.tell_heads,),
            rule="R1.79",
        ),
        Step(
            key="approve_reply",
            name="同意答复",
            frm=frozenset({AssignState.APPROVING}),
            to=(AssignState.SIGNED,),
            may=rules.approves,
            does=(actions.approve_reply,),
            then=(actions.give_approved,),
            tone="main",
            rule="R1.79",
        ),
        Step(
            key="return_reply",
            name="退回答复稿",
            frm=frozenset({AssignState.APPROVING}),
            to=(AssignState.SIGNED,),
            may=rules.approves,
            asks=forms.OpinionForm,
            does=(actions.send_reply_back,),
            tells=(notices.tell_reply_returned,),
            rule="R1.79",
        ),
        Step(
            key="finish",
            name="办复",
            frm=frozenset({AssignState.SIGNED}),
            to=(AssignState.DONE,),
            may=NOBODY,
            automatic=True,
            does=(name_of_parties,),
            rule="R1.79",
        ),
        Step(
            key="stop",
            name="终止承办",
            frm=frozenset({AssignState.PENDING, AssignState.SIGNED, AssignState.RETURN_ASKED, AssignState.APPROVING}),
            to=(AssignState.STOPPED,),
            may=NOBODY,
            automatic=True,
            does=(name_of_parties,),
            rule="R1.49",
        ),
        Step(
            key="reopen",
            name="重新办理",
            frm=frozenset({AssignState.DONE}),
            to=(AssignState.SIGNED,),
            may=NOBODY,
            automatic=True,
            does=(name_of_parties,),
            rule="R1.93",
        ),
    ),
)
