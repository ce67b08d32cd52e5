"""The procedure of an honour: claimed or entered, checked, confirmed."""

from __future__ import annotations

from lvzhi.honours import actions, forms, norms, notices, queries, rules
from lvzhi.honours.models import Honour
from lvzhi.honours.vocabulary import HOLDERS, SENTENCES, WORKFLOW_NAME, State
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

ASKED = frozenset({State.CLAIMED})
HONOUR = Workflow(
    key="honours.honour", entry=forms.HonourForm, name=WORKFLOW_NAME, model=Honour, states=State, initial=State.CLAIMED,
    visible=rules.visible, holders=HOLDERS, address=queries.address, related=("person",),
    final=frozenset({State.CONFIRMED, State.DECLINED, State.WITHDRAWN}),
    clocks=(Clock(key="confirm", name="核实", states=ASKED, norm=norms.CONFIRM, rule="house"),),
    steps=(
        Step(key="confirm", name="核实确认", frm=ASKED, to=(State.CONFIRMED,), may=rules.decides, tone="main",
             check=(actions.check_proof,), does=(actions.confirm,), tells=(notices.tell_bearer("confirmed"),),
             confirm="已核对证书、通报等证明，与登记的一致。", rule="M21"),
        Step(key="send_back", name="请申报人补充", frm=ASKED, to=(State.RETURNED,), may=rules.decides & rules.claimed,
             asks=forms.GroundForm, does=(actions.keep_ground,), tells=(notices.tell_bearer("returned"),), todo=False,
             rule="M21"),
        Step(key="resubmit", name="补充后再报", frm=frozenset({State.RETURNED}), to=(State.CLAIMED,),
             may=rules.claimer, tells=(notices.tell_again,), tone="main", rule="M21"),
        Step(key="decline", name="不予确认", frm=ASKED, to=(State.DECLINED,), may=rules.decides, tone="danger",
             asks=forms.GroundForm, does=(actions.keep_ground,), tells=(notices.tell_bearer("declined"),), todo=False,
             rule="M21"),
        Step(key="withdraw", name="撤回申报", frm=frozenset({State.CLAIMED, State.RETURNED}), to=(State.WITHDRAWN,),
             may=rules.claimer, tone="danger", todo=False, rule="M21"),
        Step(key="reopen", name="重新核实", frm=frozenset({State.CONFIRMED, State.DECLINED}), to=(State.CLAIMED,),
             may=rules.decides, asks=forms.GroundForm, does=(actions.reopen,), todo=False, rule="M21"),
    ),
)  # fmt: skip


def register() -> None:
    """Register the procedure with its journal sentences."""
    registry.register(HONOUR, SENTENCES)
