"""The procedure of a change of term."""

from __future__ import annotations

from lvzhi.turnover import actions, forms, notices, rules, vocabulary
from lvzhi.turnover.models import Change
from lvzhi.turnover.queries import change_address
from lvzhi.turnover.vocabulary import ChangeState
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Step, Workflow

CHANGE = Workflow(
    key="turnover.change",
    name="换届",
    model=Change,
    states=ChangeState,
    initial=ChangeState.PREPARING,
    visible=rules.visible,
    holders=vocabulary.HOLDERS,
    address=change_address,
    related=("committee",),
    heavy=("report",),
    final=frozenset({ChangeState.SEALED, ChangeState.DROPPED}),
    phases=(
        ("准备", frozenset({ChangeState.PREPARING, ChangeState.ROLLED_BACK, ChangeState.DROPPED})),
        ("预演", frozenset({ChangeState.REHEARSED})),
        ("批准", frozenset({ChangeState.APPROVED})),
        ("换届", frozenset({ChangeState.CARRIED_OUT})),
        ("封存", frozenset({ChangeState.SEALED})),
    ),
    steps=(
        Step(
            key="rehearse", name="预演", frm=frozenset({ChangeState.PREPARING, ChangeState.REHEARSED}),
            to=(ChangeState.PREPARING, ChangeState.REHEARSED), may=rules.office, does=(actions.told_by_report,),
            tells=(notices.tell_rehearsed,), tone="main", rule="R0.1",
        ),
        Step(
            key="approve", name="批准", frm=frozenset({ChangeState.REHEARSED}), to=(ChangeState.APPROVED,),
            may=rules.approves, does=(actions.approve,), tells=(notices.tell_approved,), tone="main", rule="R12.2",
            help="批准前请先看预演报告。准备人不能批准自己编制的方案。",
        ),
        Step(
            key="reopen", name="退回准备", frm=frozenset({ChangeState.REHEARSED, ChangeState.APPROVED}),
            to=(ChangeState.PREPARING,), may=rules.both, asks=forms.GroundForm,
            does=(actions.keep_ground, actions.reopen), tells=(notices.tell_reopened,), todo=False, rule="R12.2",
        ),
        Step(
            key="second", name="会同确认", frm=frozenset({ChangeState.APPROVED}), to=(ChangeState.APPROVED,),
            may=rules.seconds, does=(actions.second,), tone="main", rule="R12.2",
            help="确认名单、机构和未了事项去向与文件一致。批准人不能会同自己。",
        ),
        Step(
            key="carry_out", name="执行换届", frm=frozenset({ChangeState.APPROVED}), to=(ChangeState.CARRIED_OUT,),
            may=rules.carries_out, check=(actions.check_performed,), tells=(notices.tell_carried_out,), tone="main",
            rule="R0.1",
        ),
        Step(
            key="seal", name="封存", frm=frozenset({ChangeState.CARRIED_OUT}), to=(ChangeState.SEALED,),
            may=rules.both, check=(actions.seal,), tone="main", rule="R12.6",
            help="封存前自动核验清单。封存后不能再回退。",
        ),
        Step(
            key="roll_back", name="回退", frm=frozenset({ChangeState.CARRIED_OUT}), to=(ChangeState.ROLLED_BACK,),
            may=rules.secretary, asks=forms.GroundForm, check=(actions.check_untouched,),
            does=(actions.keep_ground, actions.roll_back), tells=(notices.tell_rolled_back,), todo=False, tone="danger",
            rule="R12.2", help="只在新一届还没有登记任何内容时可以回退，一切恢复到换届前。",
        ),
        Step(
            key="again", name="重新准备", frm=frozenset({ChangeState.ROLLED_BACK}), to=(ChangeState.PREPARING,),
            may=rules.office, does=(actions.reopen,), rule="R0.1",
        ),
        Step(
            key="drop", name="放弃这次换届", frm=frozenset({ChangeState.PREPARING, ChangeState.ROLLED_BACK}),
            to=(ChangeState.DROPPED,), may=rules.office, asks=forms.GroundForm, does=(actions.keep_ground,), todo=False,
            tone="danger", rule="R0.1",
        ),
    ),
)  # fmt: skip


def register() -> None:
    """Register the procedure with its journal sentences."""
    registry.register(CHANGE, vocabulary.STEP_SENTENCES)
