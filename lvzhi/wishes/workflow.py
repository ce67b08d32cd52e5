"""The procedure of a wish: filed, answered, closed."""

from __future__ import annotations

from lvzhi.wishes import actions, forms, norms, notices, queries, rules
from lvzhi.wishes.models import Wish
from lvzhi.wishes.vocabulary import HOLDERS, SENTENCES, STEPS, WORKFLOW_NAME, State
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

FILED, ANSWERED = frozenset({State.FILED}), frozenset({State.ANSWERED})
WISH = Workflow(
    key="wishes.wish", entry=forms.WishForm, name=WORKFLOW_NAME, model=Wish, states=State, initial=State.FILED,
    visible=rules.visible, holders=HOLDERS, address=queries.address,
    final=frozenset({State.CLOSED, State.WITHDRAWN}),
    clocks=(Clock(key="answer", name=STEPS["answer"], states=FILED, norm=norms.ANSWER, rule="house"),),
    steps=(
        Step(key="answer", name=STEPS["answer"], frm=FILED, to=(State.ANSWERED,), may=rules.answers,
             asks=forms.AnswerForm, does=(actions.keep_answer,), tells=(notices.tell_answered,), tone="main",
             rule="J32"),
        Step(key="again", name=STEPS["again"], frm=ANSWERED, to=(State.FILED,), may=rules.own, asks=forms.MoreForm,
             does=(actions.say_more,), tells=(notices.tell_again,), todo=False, rule="J32"),
        Step(key="close", name=STEPS["close"], frm=ANSWERED, to=(State.CLOSED,), may=rules.closes,
             tells=(notices.tell_closed,), todo=False, tone="main", rule="J32"),
        Step(key="withdraw", name=STEPS["withdraw"], frm=FILED, to=(State.WITHDRAWN,), may=rules.own, todo=False,
             tone="danger", rule="J32"),
    ),
)  # fmt: skip


def register() -> None:
    """Register the procedure with its journal sentences."""
    registry.register(WISH, SENTENCES)
