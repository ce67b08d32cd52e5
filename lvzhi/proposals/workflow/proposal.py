"""The procedure of a proposal."""

from __future__ import annotations

from lvzhi.access import NOBODY
from lvzhi.deadlines import clock
from lvzhi.proposals import actions, forms, notices, rules, vocabulary
from lvzhi.proposals.actions import appraising, entering, merging, publishing, reading, selecting
from lvzhi.proposals.forms.entering import EnterForm
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.notices.appraising import tell_appraisal_asked
from lvzhi.proposals.queries import extensions_of
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.workflow.entry import ENTRY_STEPS
from lvzhi.proposals.workflow.keys import KEY_STEPS
from lvzhi.proposals.workflow.marks import EXAMINED, UNDERWAY
from lvzhi.proposals.workflow.opening import OPENING
from lvzhi.proposals.workflow.publishing import OPEN_PUBLIC_STEP
from lvzhi.proposals.workflow.undoing import UNDO, UNDO_FILING
from lvzhi.workflow.declare import Clock, Step, Taking, Workflow

APPRAISING = (appraising.ask_appraisal, tell_appraisal_asked)


def _title(taking: Taking) -> None:
    taking.personal["reason"] = taking.answers.get("reason", "")


def _numbered(taking: Taking) -> None:
    taking.facts["number"] = taking.record.number


def _take_replacement(taking: Taking) -> None:
    """Effect of the automatic step 改办: the new unit in the same role."""
    proposal: Proposal = taking.record
    unit = taking.answers["unit"]
    proposal.lead_unit = unit if taking.answers["role"] != vocabulary.UnitRole.CO else proposal.lead_unit
    actions.add_units(proposal, taking, [(unit, taking.answers["role"])])
    taking.facts |= {"number": proposal.number, "units": unit.name}


def _close(taking: Taking) -> None:
    taking.record.closed_on = clock.as_day(taking.at)
    _title(taking)


PROPOSAL = Workflow(
    key="proposals.proposal",
    entry=EnterForm,
    opens=OPENING,
    name="提案办理",
    model=Proposal,
    states=State,
    initial=State.DRAFT,
    visible=rules.visible,
    holders=vocabulary.HOLDERS,
    phases=vocabulary.PHASES,
    address=notices.address,
    final=frozenset({State.CLOSED, State.NOT_FILED, State.WITHDRAWN, State.OFFLINE}),
    heavy=("background", "analysis", "survey"),
    brought_in=frozenset({State.CLOSED, State.NOT_FILED, State.WITHDRAWN}),
    clocks=(
        Clock(
            key="examine", name="审查", states=frozenset({State.SUBMITTED}), norm="proposals.examine_due", rule="R1.33"
        ),
        Clock(
            key="second",
            name="复审",
            states=frozenset({State.SECOND_READING}),
            norm="proposals.second_reading_due",
            rule="R1.33",
        ),
        Clock(
            key="assign",
            name="交办",
            states=frozenset({State.FILED}),
            norm="proposals.assign_due",
            start=lambda record: record.filed_on,
            rule="R1.53",
        ),
        Clock(
            key="answer",
            name="办理",
            states=frozenset({State.ASSIGNED, State.HANDLING}),
            norm="proposals.answer_due",
            start=lambda record: record.assigned_on,
            extensions=extensions_of,
            rule="R1.66",
        ),
        Clock(
            key="rehandle",
            name="重新办理",
            states=frozenset({State.REHANDLING}),
            norm="proposals.rehandle_due",
            rule="R1.95",
        ),
        Clock(
            key="rate",
            name="评价",
            states=frozenset({State.ANSWERED}),
            norm="proposals.rating_due",
            start=lambda record: record.answered_on,
            rule="R1.75",
        ),
    ),
    steps=(
        Step(
            key="invite",
            name="邀请联名",
            frm=frozenset({State.DRAFT, State.GATHERING, State.RETURNED}),
            to=(State.GATHERING,),
            may=rules.author,
            asks=forms.InviteForm,
            does=(actions.invite_all,),
            tells=(notices.tell_invited,),
            todo=False,
            rule="R1.27",
        ),
        Step(
            key="submit",
            name="提交",
            frm=frozenset({State.DRAFT, State.GATHERING, State.RETURNED}),
            to=(State.SUBMITTED,),
            may=rules.author,
            check=(actions.check_complete, entering.check_type),
            does=(actions.receive,),
            tells=(notices.tell_submitted, notices.tell_entered),
            then=(actions.close_invitations,),
            tone="main",
            rule="R1.10",
            confirm="提交后由提案委员会审查，文字不能再改。确认提交？",
        ),
        Step(
            key="auto_submit",
            name="联名期满自动提交",
            frm=frozenset({State.GATHERING}),
            to=(State.SUBMITTED,),
            may=NOBODY,
            automatic=True,
            check=(actions.check_complete, entering.check_type),
            does=(actions.receive,),
            tells=(notices.tell_submitted, notices.tell_handed_in),
            then=(actions.close_invitations,),
            rule="R1.27",
        ),
        Step(
            key="file",
            name="立案",
            frm=EXAMINED,
            to=(State.FILED,),
            may=rules.examiner,
            asks=forms.FileForm,
            check=(reading.check_second_reader,),
            does=(actions.put_on_file, actions.give_number),
            tells=(notices.tell_filed,),
            then=(publishing.open_on_filing,),
            tone="main",
            undo=UNDO_FILING,
            rule="R1.2",
        ),
        Step(
            key="send_back",
            name="退回修改",
            frm=EXAMINED,
            to=(State.RETURNED,),
            may=rules.examiner,
            asks=forms.OpinionForm,
            check=(reading.check_second_reader,),
            does=(actions.note_opinion,),
            tells=(notices.tell_sent_back,),
            undo=UNDO,
            rule="R1.37",
        ),
        Step(
            key="refuse",
            name="不予立案",
            frm=EXAMINED,
            to=(State.NOT_FILED,),
            may=rules.examiner,
            asks=forms.RefuseForm,
            check=(reading.check_second_reader,),
            does=(actions.choose_grounds,),
            tells=(notices.tell_refused,),
            tone="danger",
            undo=UNDO,
            rule="R1.39",
        ),
        Step(
            key="withdraw",
            name="撤回提案",
            frm=frozenset({State.DRAFT, State.GATHERING, State.RETURNED, *EXAMINED}),
            to=(State.WITHDRAWN,),
            may=rules.author,
            asks=forms.ReasonForm,
            does=(_close,),
            todo=False,
            tone="danger",
            rule="R1.49",
        ),
        Step(
            key="assign",
            name="交办",
            frm=frozenset({State.FILED}),
            to=(State.ASSIGNED,),
            may=rules.may_merge,
            asks=forms.AssignForm,
            does=(actions.hand_over,),
            tells=(notices.tell_assigned,),
            then=(merging.assign_members,),
            tone="main",
            undo=UNDO,
            rule="R1.53",
        ),
        Step(
            key="handling",
            name="进入办理",
            frm=frozenset({State.ASSIGNED}),
            to=(State.HANDLING,),
            may=NOBODY,
            automatic=True,
            does=(_numbered,),
            tells=(notices.tell_handling,),
            rule="R1.53",
        ),
        Step(
            key="reassign",
            name="改办",
            frm=frozenset({State.ASSIGNED, State.HANDLING}),
            may=NOBODY,
            automatic=True,
            does=(_take_replacement,),
            tells=(notices.tell_assigned,),
            rule="R1.56",
        ),
        Step(
            key="answer",
            name="答复",
            frm=frozenset({State.HANDLING, State.REHANDLING}),
            to=(State.ANSWERED, State.HANDLING, State.REHANDLING),
            may=rules.answering_officer,
            asks=forms.AnswerForm,
            check=(actions.check_class, actions.check_co_opinions, actions.check_rounds, actions.check_reply),
            does=(actions.answer,),
            tells=(notices.tell_answered,),
            tone="main",
            then=(actions.submit_or_finish, *APPRAISING, publishing.open_on_answer),
            rule="R1.79",
        ),
        Step(
            key="approved",
            name="答复经审签",
            frm=frozenset({State.HANDLING, State.REHANDLING}),
            to=(State.ANSWERED, State.HANDLING, State.REHANDLING),
            may=NOBODY,
            automatic=True,
            does=(actions.take_approved,),
            tells=(notices.tell_answered,),
            then=(actions.finish_assignments, *APPRAISING, publishing.open_on_answer),
            rule="R1.79",
        ),
        Step(
            key="ask_extension",
            name="申请延期",
            frm=frozenset({State.HANDLING}),
            may=rules.answering_officer,
            asks=forms.ExtensionForm,
            check=(actions.check_extension,),
            does=(actions.ask_extension,),
            tells=(notices.tell_extension_asked,),
            todo=False,
            rule="R1.74",
        ),
        Step(
            key="extend",
            name="延期",
            frm=frozenset({State.ASSIGNED, State.HANDLING}),
            may=NOBODY,
            automatic=True,
            does=(actions.extend,),
            tells=(notices.tell_extended,),
            rule="R1.74",
        ),
        Step(
            key="remind",
            name="催办",
            frm=frozenset({State.ASSIGNED, State.HANDLING, State.REHANDLING}),
            may=rules.clerk,
            asks=forms.RemindForm,
            check=(actions.check_remind,),
            does=(actions.remind,),
            tells=(notices.tell_reminded,),
            todo=False,
            rule="R1.70",
        ),
        Step(
            key="rate",
            name="评价",
            frm=frozenset({State.ANSWERED}),
            to=(State.ANSWERED, State.REHANDLING, State.CLOSED),
            may=rules.may_rate,
            asks=forms.RateForm,
            does=(actions.rate,),
            tells=(notices.tell_rated,),
            then=(appraising.drop_on_rehandling,),
            tone="main",
            rule="R1.91",
        ),
        Step(
            key="close_unrated",
            name="按未评办结",
            frm=frozenset({State.ANSWERED, State.REHANDLING}),
            to=(State.CLOSED,),
            may=rules.clerk,
            asks=forms.ReasonForm,
            does=(_close,),
            todo=False,
            rule="R1.95",
        ),
        Step(
            key="mark_key",
            name="定为重点提案",
            frm=UNDERWAY,
            may=rules.head,
            asks=forms.KeyForm,
            check=(selecting.check_first,),
            does=(actions.choose_key,),
            tells=(notices.tell_key,),
            todo=False,
            undo=UNDO,
            rule="R1.97",
        ),
        Step(
            key="unmark_key",
            name="取消重点提案",
            frm=UNDERWAY,
            may=rules.head,
            asks=forms.ReasonForm,
            check=(actions.check_is_key,),
            does=(actions.drop_key,),
            todo=False,
            rule="R1.98",
        ),
        OPEN_PUBLIC_STEP,
        *ENTRY_STEPS,
        *KEY_STEPS,
    ),
)
