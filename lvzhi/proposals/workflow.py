"""The procedure of a proposal, of an invitation to co-sign, and of a hand-over to a unit, as tables."""

from __future__ import annotations

from datetime import date

from lvzhi.access import NOBODY
from lvzhi.deadlines import clock
from lvzhi.proposals import actions, forms, notices, rules, vocabulary
from lvzhi.proposals.models import Assignment, CoSignature, Proposal
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.vocabulary import AssignState, SignState, State
from lvzhi.workflow import engine, registry
from lvzhi.workflow.declare import Clock, Step, Taking, Workflow

UNDERWAY = frozenset({State.FILED, State.ASSIGNED, State.HANDLING, State.ANSWERED, State.REHANDLING})


def _title(taking: Taking) -> None:
    taking.personal["reason"] = taking.answers.get("reason", "")


def _numbered(taking: Taking) -> None:
    taking.facts["number"] = taking.record.number


def _proposal_of(taking: Taking) -> Proposal:
    found: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=taking.record.proposal_id)
    return found


def _all_signed(taking: Taking) -> None:
    """When no unit is left to sign for it, the proposal is being handled."""
    proposal = _proposal_of(taking)
    waiting = open_assignments(proposal).filter(state__in=[AssignState.PENDING, AssignState.RETURN_ASKED])
    if proposal.state == State.ASSIGNED and not waiting.exists():
        engine.follow(proposal, "handling", taking)


def _title_of_proposal(taking: Taking) -> None:
    member = getattr(taking.record, "member", None)
    if member is not None:
        taking.facts["member"] = member.person.name
    unit = getattr(taking.record, "unit", None)
    if unit is not None:
        taking.facts["unit"] = unit.name


def _take_replacement(taking: Taking) -> None:
    """Effect of the automatic step 改办: the new unit in the same role."""
    proposal: Proposal = taking.record
    unit = taking.answers["unit"]
    proposal.lead_unit = unit if taking.answers["role"] != vocabulary.UnitRole.CO else proposal.lead_unit
    actions.add_units(proposal, taking, [(unit, taking.answers["role"])])
    taking.facts |= {"number": proposal.number, "units": unit.name}


def _decided(taking: Taking) -> None:
    taking.record.decided_on = clock.as_day(taking.at)
    _title_of_proposal(taking)


def _close(taking: Taking) -> None:
    taking.record.closed_on = clock.as_day(taking.at)
    _title(taking)


def _opinion_start(record: Assignment) -> date | None:
    """The clock of a co-unit's opinion runs until it is given."""
    return record.assigned_on if record.role == vocabulary.UnitRole.CO and record.opinion_on is None else None


PROPOSAL = Workflow(
    key="proposals.proposal",
    name="提案办理",
    model=Proposal,
    states=State,
    initial=State.DRAFT,
    visible=rules.visible,
    holders=vocabulary.HOLDERS,
    phases=vocabulary.PHASES,
    address=notices.address,
    final=frozenset({State.CLOSED, State.NOT_FILED, State.WITHDRAWN}),
    heavy=("background", "analysis", "survey"),
    clocks=(
        Clock(key="examine", name="审查", states=frozenset({State.SUBMITTED}), norm="proposals.examine_due",
              rule="R1.33"),
        Clock(key="assign", name="交办", states=frozenset({State.FILED}), norm="proposals.assign_due",
              start=lambda record: record.filed_on, rule="R1.53"),
        Clock(key="answer", name="办理", states=frozenset({State.ASSIGNED, State.HANDLING}),
              norm="proposals.answer_due", start=lambda record: record.assigned_on, rule="R1.66"),
        Clock(key="rehandle", name="重新办理", states=frozenset({State.REHANDLING}), norm="proposals.rehandle_due",
              rule="R1.95"),
        Clock(key="rate", name="评价", states=frozenset({State.ANSWERED}), norm="proposals.rating_due",
              start=lambda record: record.answered_on, rule="R1.75"),
    ),
    steps=(
        Step(key="invite", name="邀请联名", frm=frozenset({State.DRAFT, State.GATHERING, State.RETURNED}),
             to=(State.GATHERING,), may=rules.proposer, asks=forms.InviteForm, does=(actions.invite_all,),
             tells=(notices.tell_invited,), todo=False, rule="R1.27"),
        Step(key="submit", name="提交", frm=frozenset({State.DRAFT, State.GATHERING, State.RETURNED}),
             to=(State.SUBMITTED,), may=rules.proposer, check=(actions.check_complete,), does=(actions.receive,),
             tells=(notices.tell_submitted,), then=(actions.close_invitations,), tone="main", rule="R1.10",
             confirm="提交后由提案委员会审查，文字不能再改。确认提交？"),
        Step(key="file", name="立案", frm=frozenset({State.SUBMITTED}), to=(State.FILED,), may=rules.clerk,
             asks=forms.FileForm, does=(actions.put_on_file, actions.give_number), tells=(notices.tell_filed,),
             tone="main", rule="R1.2"),
        Step(key="send_back", name="退回修改", frm=frozenset({State.SUBMITTED}), to=(State.RETURNED,), may=rules.clerk,
             asks=forms.OpinionForm, does=(actions.note_opinion,), tells=(notices.tell_sent_back,), rule="R1.37"),
        Step(key="refuse", name="不予立案", frm=frozenset({State.SUBMITTED}), to=(State.NOT_FILED,), may=rules.clerk,
             asks=forms.RefuseForm, does=(actions.choose_grounds,), tells=(notices.tell_refused,), tone="danger",
             rule="R1.39"),
        Step(key="withdraw", name="撤回提案",
             frm=frozenset({State.DRAFT, State.GATHERING, State.RETURNED, State.SUBMITTED}), to=(State.WITHDRAWN,),
             may=rules.proposer, asks=forms.ReasonForm, does=(_close,), todo=False, tone="danger", rule="R1.49"),
        Step(key="assign", name="交办", frm=frozenset({State.FILED}), to=(State.ASSIGNED,), may=rules.clerk,
             asks=forms.AssignForm, does=(actions.hand_over,), tells=(notices.tell_assigned,), tone="main",
             rule="R1.53"),
        Step(key="handling", name="进入办理", frm=frozenset({State.ASSIGNED}), to=(State.HANDLING,), may=NOBODY,
             automatic=True, does=(_numbered,), tells=(notices.tell_handling,), rule="R1.53"),
        Step(key="reassign", name="改办", frm=frozenset({State.ASSIGNED, State.HANDLING}), may=NOBODY, automatic=True,
             does=(_take_replacement,), tells=(notices.tell_assigned,), rule="R1.56"),
        Step(key="answer", name="答复", frm=frozenset({State.HANDLING, State.REHANDLING}),
             to=(State.ANSWERED, State.HANDLING, State.REHANDLING), may=rules.answering_officer, asks=forms.AnswerForm,
             check=(actions.check_class, actions.check_co_opinions, actions.check_rounds), does=(actions.answer,),
             tells=(notices.tell_answered,), then=(actions.finish_assignments,), tone="main", rule="R1.79"),
        Step(key="rate", name="评价", frm=frozenset({State.ANSWERED}),
             to=(State.ANSWERED, State.REHANDLING, State.CLOSED), may=rules.may_rate, asks=forms.RateForm,
             does=(actions.rate,), tells=(notices.tell_rated,), tone="main", rule="R1.91"),
        Step(key="close_unrated", name="按未评办结", frm=frozenset({State.ANSWERED, State.REHANDLING}),
             to=(State.CLOSED,), may=rules.clerk, asks=forms.ReasonForm, does=(_close,), todo=False, rule="R1.95"),
        Step(key="mark_key", name="定为重点提案", frm=UNDERWAY, may=rules.head, asks=forms.KeyForm,
             does=(actions.choose_key,), tells=(notices.tell_key,), todo=False, rule="R1.97"),
        Step(key="unmark_key", name="取消重点提案", frm=UNDERWAY, may=rules.head, asks=forms.ReasonForm,
             check=(actions.check_is_key,), does=(actions.drop_key,), todo=False, rule="R1.98"),
    ),
)

COSIGNATURE = Workflow(
    key="proposals.cosignature",
    name="联名附议",
    model=CoSignature,
    states=SignState,
    initial=SignState.INVITED,
    visible=rules.visible_cosignature,
    holders=vocabulary.SIGN_HOLDERS,
    address=lambda row: notices.address(row.proposal),
    related=("member__person", "proposal"),
    heavy=("proposal__background", "proposal__analysis", "proposal__survey"),
    final=frozenset({SignState.SIGNED, SignState.DECLINED, SignState.EXPIRED, SignState.WITHDRAWN}),
    steps=(
        Step(key="sign", name="附议", frm=frozenset({SignState.INVITED}), to=(SignState.SIGNED,), may=rules.may_sign,
             does=(_decided,), tells=(notices.tell_signed,), tone="main", rule="R1.29"),
        Step(key="decline", name="婉拒", frm=frozenset({SignState.INVITED}), to=(SignState.DECLINED,),
             may=rules.may_sign, does=(_decided,), tells=(notices.tell_declined,), todo=False, rule="R1.29"),
        Step(key="recall", name="撤回邀请", frm=frozenset({SignState.INVITED}), to=(SignState.WITHDRAWN,),
             may=rules.may_recall, does=(_decided,), todo=False, rule="R1.27"),
        Step(key="expire", name="逾期未确认", frm=frozenset({SignState.INVITED}), to=(SignState.EXPIRED,), may=NOBODY,
             automatic=True, does=(_decided,), rule="R1.27"),
    ),
)

ASSIGNMENT = Workflow(
    key="proposals.assignment",
    name="承办签收",
    model=Assignment,
    states=AssignState,
    initial=AssignState.PENDING,
    visible=rules.visible_assignment,
    holders=vocabulary.ASSIGN_HOLDERS,
    address=lambda row: notices.address(row.proposal),
    related=("unit", "proposal"),
    heavy=("opinion", "proposal__background", "proposal__analysis", "proposal__survey"),
    final=frozenset({AssignState.DONE, AssignState.REPLACED}),
    clocks=(
        Clock(key="return", name="签收或申请退回", states=frozenset({AssignState.PENDING}),
              norm="proposals.return_window", start=lambda record: record.assigned_on, rule="R1.59"),
        Clock(key="settle", name="答复退回申请", states=frozenset({AssignState.RETURN_ASKED}),
              norm="proposals.return_answer", start=lambda record: record.return_asked_on, rule="R1.64"),
        Clock(key="opinion", name="会办意见", states=frozenset({AssignState.SIGNED}), norm="proposals.co_opinion_due",
              start=_opinion_start, rule="R1.72"),
    ),
    steps=(
        Step(key="sign", name="签收", frm=frozenset({AssignState.PENDING}), to=(AssignState.SIGNED,),
             may=rules.unit_acts, does=(actions.note_signed,), then=(_all_signed,), tone="main", rule="R1.53"),
        Step(key="ask_return", name="申请退回", frm=frozenset({AssignState.PENDING, AssignState.SIGNED}),
             to=(AssignState.RETURN_ASKED,), may=rules.unit_acts, asks=forms.GroundForm,
             check=(actions.refuse_late_return,), does=(actions.note_return_asked,), tells=(notices.tell_return_asked,),
             todo=False, rule="R1.56"),
        Step(key="keep", name="不同意退回", frm=frozenset({AssignState.RETURN_ASKED}), to=(AssignState.PENDING,),
             may=rules.settles, asks=forms.OpinionForm, does=(actions.settle_return,),
             tells=(notices.tell_return_kept,), rule="R1.56"),
        Step(key="replace", name="同意退回并改办", frm=frozenset({AssignState.RETURN_ASKED}),
             to=(AssignState.REPLACED,), may=rules.settles, asks=forms.ReassignForm, does=(actions.settle_return,),
             then=(actions.replace_unit,), rule="R1.64"),
        Step(key="opinion", name="提交会办意见", frm=frozenset({AssignState.SIGNED}), may=rules.owes_opinion,
             asks=forms.CoOpinionForm, does=(actions.give_opinion,), tone="main", rule="R1.72"),
        Step(key="revise_opinion", name="修改会办意见", frm=frozenset({AssignState.SIGNED}),
             may=rules.gave_opinion, asks=forms.CoOpinionForm,
             does=(actions.give_opinion,), todo=False, rule="R1.73"),
        Step(key="finish", name="办复", frm=frozenset({AssignState.SIGNED}), to=(AssignState.DONE,), may=NOBODY,
             automatic=True, does=(_title_of_proposal,), rule="R1.79"),
        Step(key="reopen", name="重新办理", frm=frozenset({AssignState.DONE}), to=(AssignState.SIGNED,), may=NOBODY,
             automatic=True, does=(_title_of_proposal,), rule="R1.93"),
    ),
)


def register() -> None:
    """Register the three procedures with their journal sentences."""
    registry.register(PROPOSAL, vocabulary.SENTENCES)
    registry.register(COSIGNATURE, vocabulary.SIGN_SENTENCES)
    registry.register(ASSIGNMENT, vocabulary.ASSIGN_SENTENCES)
