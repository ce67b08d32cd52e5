"""The procedures of a report and of a remark on it."""

from __future__ import annotations

from lvzhi.reports import actions, forms, notices, rules
from lvzhi.reports.models import Remark, Report
from lvzhi.reports.queries import remark_address, report_address
from lvzhi.reports.vocabulary import sentences, states
from lvzhi.reports.vocabulary.states import RemarkState, ReportState
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Step, Workflow

REPORT = Workflow(
    key="reports.report",
    entry=forms.ReportForm,
    name="报告",
    model=Report,
    states=ReportState,
    initial=ReportState.DRAFTING,
    visible=rules.visible,
    holders=states.REPORT_HOLDERS,
    phases=states.PHASES,
    address=report_address,
    final=frozenset({ReportState.SEALED, ReportState.WITHDRAWN}),
    aside=True,
    steps=(
        Step(
            key="send",
            name="送审",
            frm=frozenset({ReportState.DRAFTING}),
            to=(ReportState.REVIEWING,),
            may=rules.author,
            asks=forms.SendForm,
            check=(actions.check_send,),
            does=(actions.send_on,),
            tells=(notices.tell_reviewers,),
            todo=False,
            tone="main",
            rule="R13.1",
            help="送审后文字不能再改；数据有误的、批注没有解决的，先改好再送。",
        ),
        Step(
            key="approve",
            name="审核通过",
            frm=frozenset({ReportState.REVIEWING}),
            to=(ReportState.SIGNING,),
            may=rules.reviewer,
            asks=forms.NoteForm,
            does=(actions.approve,),
            tells=(notices.tell_signers,),
            tone="main",
            rule="R13.1",
        ),
        Step(
            key="give_back",
            name="退回修改",
            frm=frozenset({ReportState.REVIEWING, ReportState.SIGNING}),
            to=(ReportState.DRAFTING,),
            may=rules.returner,
            asks=forms.GroundForm,
            does=(actions.give_back,),
            tells=(notices.tell_returned,),
            todo=False,
            rule="R13.1",
        ),
        Step(
            key="sign",
            name="签发",
            frm=frozenset({ReportState.SIGNING}),
            to=(ReportState.SIGNED,),
            may=rules.signer,
            check=(actions.check_sign,),
            does=(actions.sign,),
            tells=(notices.tell_signed,),
            tone="main",
            rule="R13.16",
            confirm="签发后文字和数据固定，不再随记录变化。确认签发？",
            help="签发时固定文中每个数据的数值、口径和明细。",
        ),
        Step(
            key="seal",
            name="归档",
            frm=frozenset({ReportState.SIGNED}),
            to=(ReportState.SEALED,),
            may=rules.keeper,
            asks=forms.SealForm,
            check=(actions.check_seal,),
            does=(actions.seal,),
            todo=False,
            rule="R12.17",
        ),
        Step(
            key="publish",
            name="公开",
            frm=frozenset({ReportState.SIGNED, ReportState.SEALED}),
            may=rules.publisher,
            check=(actions.check_publish,),
            does=(actions.publish,),
            todo=False,
            rule="R1.103",
            confirm="公开后，开放了公开网站的，任何人都能看到报告全文和其中数据的口径。确认公开？",
            help="公开的是签发时固定的文字和数据；明细不公开。",
        ),
        Step(
            key="take_down",
            name="撤回公开",
            frm=frozenset({ReportState.SIGNED, ReportState.SEALED}),
            may=rules.taker_down,
            asks=forms.GroundForm,
            does=(actions.take_down,),
            todo=False,
            tone="danger",
            rule="R1.103",
        ),
        Step(
            key="withdraw",
            name="撤回",
            frm=frozenset(
                {ReportState.DRAFTING, ReportState.REVIEWING, ReportState.SIGNING, ReportState.SIGNED}
            ),
            to=(ReportState.WITHDRAWN,),
            may=rules.keeper,
            asks=forms.GroundForm,
            does=(actions.withdraw,),
            todo=False,
            tone="danger",
            rule="R13.1",
        ),
    ),
)  # fmt: skip
REMARK = Workflow(
    key="reports.remark",
    name="报告批注",
    model=Remark,
    states=RemarkState,
    initial=RemarkState.OPEN,
    visible=rules.remark_visible,
    holders=states.REMARK_HOLDERS,
    address=remark_address,
    related=("section__report",),
    final=frozenset({RemarkState.RESOLVED}),
    aside=True,
    steps=(
        Step(
            key="answer",
            name="答复批注",
            frm=frozenset({RemarkState.OPEN}),
            to=(RemarkState.ANSWERED,),
            may=rules.remark_author,
            waits=rules.drafter,
            asks=forms.AnswerForm,
            check=(actions.check_answer,),
            does=(actions.answer,),
            tells=(notices.tell_answered,),
            tone="main",
            rule="R13.1",
        ),
        Step(
            key="resolve",
            name="确认解决",
            frm=frozenset({RemarkState.OPEN, RemarkState.ANSWERED}),
            to=(RemarkState.RESOLVED,),
            may=rules.remark_settler,
            waits=rules.asker,
            todo=False,
            rule="R13.1",
        ),
        Step(
            key="reopen",
            name="仍需处理",
            frm=frozenset({RemarkState.ANSWERED, RemarkState.RESOLVED}),
            to=(RemarkState.OPEN,),
            may=rules.remark_settler,
            does=(actions.reopen,),
            todo=False,
            rule="R13.1",
        ),
    ),
)
ALL = {"report": REPORT, "remark": REMARK}


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(REPORT, sentences.REPORT_SENTENCES)
    registry.register(REMARK, sentences.REMARK_SENTENCES)
