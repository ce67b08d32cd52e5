"""The procedure of an activity."""

from __future__ import annotations

from lvzhi.activities import forms, notices, rules, vocabulary
from lvzhi.activities.actions import steps
from lvzhi.activities.forms.activity import ActivityForm
from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import State
from lvzhi.workflow.declare import Step, Workflow

ACTIVITY = Workflow(
    key="activities.activity",
    entry=ActivityForm,
    name="会议与活动",
    model=Activity,
    states=State,
    initial=State.DRAFT,
    visible=rules.visible,
    holders=vocabulary.HOLDERS,
    phases=vocabulary.PHASES,
    address=notices.address,
    final=frozenset({State.CLOSED, State.CANCELLED}),
    heavy=("notice", "summary"),
    steps=(
        Step(key="notify", name="发出通知", frm=frozenset({State.DRAFT}), to=(State.PLANNED,), may=rules.keeper,
             asks=forms.NotifyForm, check=(steps.check_list,), does=(steps.freeze,), tells=(notices.tell_invited,),
             tone="main", rule="R5.4"),
        Step(key="remind", name="提醒未读的人", frm=frozenset({State.PLANNED}), may=rules.keeper,
             does=(steps.count_unread,), tells=(notices.tell_unread,), todo=False, rule="R5.4"),
        Step(key="hold", name="登记为已举行", frm=frozenset({State.DRAFT, State.PLANNED}), to=(State.HELD,),
             may=rules.holds_it, asks=forms.HoldForm, does=(steps.keep_summary,),
             tone="main", rule="R5.6"),
        Step(key="close", name="归档", frm=frozenset({State.HELD}), to=(State.CLOSED,), may=rules.keeper, tone="main",
             confirm="归档后不再修改安排和出席登记。确认归档？", rule="R5.6"),
        Step(key="reopen", name="退回补充", frm=frozenset({State.CLOSED}), to=(State.HELD,), may=rules.keeper,
             asks=forms.GroundForm, does=(steps.keep_ground,), todo=False, rule="R6.13"),
        Step(key="cancel", name="取消活动", frm=frozenset({State.DRAFT, State.PLANNED, State.HELD}),
             to=(State.CANCELLED,), may=rules.keeper, asks=forms.GroundForm, does=(steps.keep_ground,),
             tells=(notices.tell_cancelled,), todo=False, tone="danger", rule="R5.4"),
    ),
)  # fmt: skip
