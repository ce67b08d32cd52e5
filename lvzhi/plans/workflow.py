"""The procedure of a plan to its approval and close, and of a task that is not done in time."""

from __future__ import annotations

from lvzhi.plans import actions, forms, notices, rules, vocabulary
from lvzhi.plans.models import Plan, Task
from lvzhi.plans.vocabulary import SHAPING, MilestoneKind, PlanState, TaskState
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

PLAN = Workflow(
    key="plans.plan",
    name="年度计划审定",
    model=Plan,
    states=PlanState,
    initial=PlanState.DRAFT,
    visible=rules.visible,
    holders=vocabulary.PLAN_HOLDERS,
    phases=vocabulary.PLAN_PHASES,
    address=notices.address,
    related=("organ",),
    heavy=("preface", "summary"),
    final=frozenset({PlanState.CLOSED}),
    clocks=(
        Clock(key="opinions", name="征求意见", states=frozenset({PlanState.OPINIONS}), norm="plans.opinions_due",
              until=lambda record: record.opinions_until, rule="R3.2"),
    ),
    steps=(
        Step(key="gather", name="征求意见", frm=frozenset({PlanState.DRAFT}), to=(PlanState.OPINIONS,),
             may=rules.author, asks=forms.GatherForm, check=(actions.check_gather,), does=(actions.gather,),
             tells=(notices.tell_asked,), todo=False, tone="main", rule="R3.2"),
        Step(key="opine", name="提意见", frm=frozenset({PlanState.OPINIONS}), may=rules.inside,
             asks=forms.OpineForm, does=(actions.opine,), todo=False, rule="R3.2"),
        Step(key="revise", name="会商修改", frm=frozenset({PlanState.OPINIONS}), to=(PlanState.REVISING,),
             may=rules.author, asks=forms.ReviseForm, check=(actions.check_day,),
             does=(actions.note_milestone(MilestoneKind.REVISED),), todo=False, rule="R3.1"),
        Step(key="propose", name="提请主席会议审议", frm=SHAPING, to=(PlanState.CHAIRMEN,), may=rules.proposes,
             check=(actions.check_proposal,), does=(actions.note_milestone(MilestoneKind.PROPOSED),), todo=False,
             tone="main", confirm="提请审议后任务不能直接增减，退回修改后才能再改。确认提请？", rule="R3.1"),
        Step(key="pass_chairmen", name="主席会议审议通过", frm=frozenset({PlanState.CHAIRMEN}),
             to=(PlanState.PASSED, PlanState.APPROVED), may=rules.keeper, asks=forms.PassForm,
             check=(actions.check_day,), does=(actions.note_passed,), tells=(notices.tell_passed,), tone="main",
             rule="R3.1"),
        Step(key="submit", name="报请党委审定", frm=frozenset({PlanState.PASSED}), to=(PlanState.SUBMITTED,),
             may=rules.keeper, asks=forms.SubmitForm, check=(actions.check_day,),
             does=(actions.note_milestone(MilestoneKind.SUBMITTED),), tone="main", rule="R3.2"),
        Step(key="approve", name="党委审定", frm=frozenset({PlanState.SUBMITTED}), to=(PlanState.APPROVED,),
             may=rules.keeper, asks=forms.ApproveForm, check=(actions.check_day,), does=(actions.note_approved,),
             tells=(notices.tell_approved,), tone="main", rule="R3.10"),
        Step(key="settle", name="机关审定", frm=SHAPING, to=(PlanState.APPROVED,), may=rules.settles,
             asks=forms.SettleForm, check=(actions.check_proposal, actions.check_day), does=(actions.note_settled,),
             todo=False, tone="main", rule="R9.6"),
        Step(key="send_back", name="退回修改",
             frm=frozenset({PlanState.CHAIRMEN, PlanState.PASSED, PlanState.SUBMITTED}), to=(PlanState.DRAFT,),
             may=rules.keeper, asks=forms.ReturnForm, does=(actions.note_returned,), tells=(notices.tell_returned,),
             todo=False, rule="R3.1"),
        Step(key="issue", name="印发", frm=frozenset({PlanState.APPROVED}), to=(PlanState.ISSUED,), may=rules.keeper,
             asks=forms.IssueForm, check=(actions.check_issue,), does=(actions.issue,), tells=(notices.tell_issued,),
             tone="main", rule="R3.10"),
        Step(key="carry", name="未完成任务转入下年", frm=frozenset({PlanState.APPROVED, PlanState.ISSUED}),
             may=rules.keeper, asks=forms.CarryForm, does=(actions.carry_all,), todo=False, rule="R9.6"),
        Step(key="close", name="归档", frm=frozenset({PlanState.ISSUED}), to=(PlanState.CLOSED,), may=rules.keeper,
             asks=forms.CloseForm, check=(actions.check_close,), does=(actions.close,), todo=False, rule="R3.6"),
    ),
)

TASK = Workflow(
    key="plans.task",
    name="计划任务",
    model=Task,
    states=TaskState,
    initial=TaskState.OPEN,
    visible=rules.visible_task,
    holders=vocabulary.TASK_HOLDERS,
    address=notices.task_address,
    related=("plan", "organ"),
    final=frozenset({TaskState.DROPPED, TaskState.CARRIED}),
    steps=(
        Step(key="explain", name="说明未完成的原因", frm=frozenset({TaskState.OPEN}), may=rules.explains,
             asks=forms.ExplainForm, check=(actions.check_explain,), does=(actions.explain,), todo=False,
             rule="R9.6"),
        Step(key="carry", name="转入下年", frm=frozenset({TaskState.OPEN}), to=(TaskState.CARRIED,), may=rules.moves,
             asks=forms.CarryForm, check=(actions.check_carry,), does=(actions.carry_task,), todo=False,
             rule="R9.6"),
        Step(key="drop", name="取消任务", frm=frozenset({TaskState.OPEN}), to=(TaskState.DROPPED,), may=rules.moves,
             asks=forms.DropForm, check=(actions.check_drop,), does=(actions.drop,), todo=False, tone="danger",
             rule="R9.6"),
    ),
)


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(PLAN, vocabulary.PLAN_SENTENCES)
    registry.register(TASK, vocabulary.TASK_SENTENCES)
