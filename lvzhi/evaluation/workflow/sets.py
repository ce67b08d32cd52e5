"""The procedure of a rule set."""

from __future__ import annotations

from lvzhi.evaluation import actions, forms, rules
from lvzhi.evaluation.models import RuleSet
from lvzhi.evaluation.queries import set_address
from lvzhi.evaluation.vocabulary import states
from lvzhi.evaluation.vocabulary.states import SetState
from lvzhi.workflow.declare import Step, Workflow

SET = Workflow(
    key="evaluation.ruleset",
    name="考核规则",
    model=RuleSet,
    states=SetState,
    initial=SetState.DRAFT,
    visible=rules.visible,
    holders=states.SET_HOLDERS,
    phases=states.SET_PHASES,
    address=set_address,
    final=frozenset({SetState.SUPERSEDED, SetState.DROPPED}),
    heavy=("body",),
    aside=True,
    steps=(
        Step(
            key="adopt",
            name="施行",
            frm=frozenset({SetState.DRAFT}),
            to=(SetState.FORCE,),
            may=rules.keeper,
            asks=forms.AdoptForm,
            check=(actions.check_adopt,),
            does=(actions.adopt,),
            todo=False,
            tone="main",
            rule="R7.11",
            help="写明哪次会议通过。施行后内容不能再改，以后重算这一年仍按它计算。",
        ),
        Step(
            key="supersede",
            name="标为已替代",
            frm=frozenset({SetState.FORCE}),
            to=(SetState.SUPERSEDED,),
            may=rules.keeper,
            asks=forms.GroundForm,
            does=(actions.supersede,),
            todo=False,
            rule="R7.13",
            help="同一年度换用新规则时用；已算出的结果仍按原规则留存。",
        ),
        Step(
            key="drop",
            name="撤回草稿",
            frm=frozenset({SetState.DRAFT}),
            to=(SetState.DROPPED,),
            may=rules.keeper,
            asks=forms.GroundForm,
            does=(actions.withdraw_set,),
            todo=False,
            tone="danger",
            rule="R7.13",
        ),
    ),
)  # fmt: skip
