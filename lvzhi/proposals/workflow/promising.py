"""The procedures of a promise and of a request for more time."""

from __future__ import annotations

from lvzhi.proposals import actions, forms, notices, rules, vocabulary
from lvzhi.proposals.models import Extension, Promise
from lvzhi.proposals.vocabulary import ExtensionState, PromiseState
from lvzhi.workflow.declare import Clock, Step, Workflow

STANDING = frozenset({PromiseState.OPEN, PromiseState.RESCHEDULED})
HEAVY = ("proposal__background", "proposal__analysis", "proposal__survey")

PROMISE = Workflow(
    key="proposals.promise",
    name="承诺兑现",
    model=Promise,
    states=PromiseState,
    initial=PromiseState.OPEN,
    visible=rules.visible_assignment,
    columns=("proposal__title", "unit__name", "made_on", "promised_for", "progress_on", "checked_on"),
    holders=vocabulary.PROMISE_HOLDERS,
    address=lambda row: notices.address(row.proposal),
    related=("unit", "proposal"),
    heavy=HEAVY,
    final=frozenset({PromiseState.KEPT}),
    brought_in=frozenset({PromiseState.OPEN, PromiseState.KEPT, PromiseState.BROKEN}),
    clocks=(
        Clock(
            key="look_back",
            name="回头看",
            states=STANDING,
            norm="proposals.look_back_due",
            start=lambda record: record.promised_for,
            wakes=True,
            rule="R1.101",
        ),
    ),
    steps=(
        Step(
            key="progress",
            name="报告承诺进展",
            frm=STANDING,
            may=rules.unit_acts,
            asks=forms.ProgressForm,
            does=(actions.note_progress,),
            todo=False,
            rule="R1.102",
        ),
        Step(
            key="look_back",
            name="回头看",
            frm=STANDING,
            to=(PromiseState.KEPT, PromiseState.BROKEN, PromiseState.RESCHEDULED),
            may=rules.looks_back,
            asks=forms.LookBackForm,
            check=(actions.check_new_date,),
            does=(actions.look_back,),
            rule="R1.101",
        ),
        Step(
            key="resume",
            name="改期再兑现",
            frm=frozenset({PromiseState.BROKEN}),
            to=(PromiseState.RESCHEDULED,),
            may=rules.settles,
            asks=forms.ResumeForm,
            check=(actions.check_new_date,),
            does=(actions.resume,),
            todo=False,
            rule="R1.101",
        ),
    ),
)

EXTENSION = Workflow(
    key="proposals.extension",
    name="延期审批",
    model=Extension,
    states=ExtensionState,
    initial=ExtensionState.ASKED,
    visible=rules.visible_assignment,
    holders=vocabulary.EXTENSION_HOLDERS,
    address=lambda row: notices.address(row.proposal),
    related=("unit", "proposal"),
    heavy=HEAVY,
    final=frozenset({ExtensionState.GRANTED, ExtensionState.REFUSED}),
    clocks=(
        Clock(
            key="decide",
            name="批准延期",
            states=frozenset({ExtensionState.ASKED}),
            norm="proposals.extension_answer",
            start=lambda record: record.asked_on,
            rule="R1.74",
        ),
    ),
    steps=(
        Step(
            key="grant",
            name="同意延期",
            frm=frozenset({ExtensionState.ASKED}),
            to=(ExtensionState.GRANTED,),
            may=rules.settles,
            check=(actions.check_grant,),
            does=(actions.decide_extension,),
            then=(actions.carry_extension,),
            tone="main",
            rule="R1.74",
        ),
        Step(
            key="refuse",
            name="不同意延期",
            frm=frozenset({ExtensionState.ASKED}),
            to=(ExtensionState.REFUSED,),
            may=rules.settles,
            asks=forms.OpinionForm,
            does=(actions.decide_extension,),
            tells=(notices.tell_extension_refused,),
            rule="R1.74",
        ),
    ),
)
