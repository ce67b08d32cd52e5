"""The procedure of a request for leave."""

from __future__ import annotations

from lvzhi.activities import forms, notices, rules, vocabulary
from lvzhi.activities.actions import leaving
from lvzhi.activities.forms.attendance import LeaveForm
from lvzhi.activities.models import Leave
from lvzhi.activities.vocabulary import LeaveState
from lvzhi.workflow.declare import Clock, Step, Workflow

ASKED = frozenset({LeaveState.ASKED})
LEAVE = Workflow(
    key="activities.leave",
    entry=LeaveForm,
    name="请假",
    model=Leave,
    states=LeaveState,
    initial=LeaveState.ASKED,
    visible=rules.visible_leave,
    columns=("activity__title", "asked_on", "asked_by", "decided_on"),
    holders=vocabulary.LEAVE_HOLDERS,
    address=notices.leave_address,
    final=frozenset({LeaveState.GRANTED, LeaveState.REFUSED, LeaveState.WITHDRAWN}),
    related=("activity", "participant"),
    clocks=(Clock(key="decide", name="审批", states=ASKED, norm="activities.leave_decide", rule="R6.13"),),
    steps=(
        Step(key="grant", name="准假", frm=ASKED, to=(LeaveState.GRANTED,), may=rules.decides, asks=forms.GrantForm,
             check=(leaving.check_decision,), does=(leaving.decide, leaving.carry_granted),
             tells=(notices.tell_granted,), tone="main", rule="R6.5"),
        Step(key="refuse", name="不准假", frm=ASKED, to=(LeaveState.REFUSED,), may=rules.decides,
             asks=forms.RefuseForm, does=(leaving.decide, leaving.carry_refused), tells=(notices.tell_refused,),
             tone="danger", rule="R6.5"),
        Step(key="withdraw", name="撤回请假", frm=ASKED, to=(LeaveState.WITHDRAWN,), may=rules.withdraws,
             does=(leaving.note_who,), tells=(notices.tell_withdrawn,), todo=False, rule="R6.9"),
    ),
)  # fmt: skip
