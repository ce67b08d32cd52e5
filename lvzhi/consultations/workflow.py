"""The procedure of following up: told back, then looked at again until nothing is left open (R3.6)."""

from __future__ import annotations

from lvzhi.consultations import actions, forms, notices, rules, vocabulary
from lvzhi.consultations.models import FollowUp
from lvzhi.consultations.vocabulary import FollowState
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

FEEDING, FED = frozenset({FollowState.FEEDING}), frozenset({FollowState.FED})
FOLLOW = Workflow(
    key="consultations.follow",
    name="成果反馈和回头看",
    model=FollowUp,
    states=FollowState,
    initial=FollowState.FEEDING,
    visible=rules.visible,
    holders=vocabulary.HOLDERS,
    phases=vocabulary.PHASES,
    address=notices.address,
    related=("activity",),
    heavy=("feedback",),
    final=frozenset({FollowState.CLOSED}),
    clocks=(
        Clock(key="feed", name="反馈", states=FEEDING, norm="consultations.feed_back_due", rule="R3.6"),
        Clock(key="look", name="回头看", states=FED, norm="consultations.look_back_due",
              start=lambda record: record.fed_on, until=lambda record: record.until, rule="R3.6"),
    ),
    steps=(
        Step(key="feed_back", name="反馈采纳情况", frm=FEEDING, to=(FollowState.FED,), may=rules.keeper,
             asks=forms.FeedbackForm, check=(actions.check_feedback,), does=(actions.feed_back,),
             tells=(notices.tell_fed,), tone="main", rule="R3.11",
             help="反馈发给参加的人、发言人和建议的提出人；谁读了，显示在全程里。"),
        Step(key="feed_again", name="再次反馈", frm=FED, may=rules.keeper, asks=forms.FeedbackForm,
             check=(actions.check_feedback,), does=(actions.feed_back,), tells=(notices.tell_fed,), todo=False,
             rule="R3.11"),
        Step(key="look_back", name="登记回头看", frm=FED, to=(FollowState.CLOSED, FollowState.FED), may=rules.keeper,
             asks=forms.LookForm, check=(actions.check_look,), does=(actions.look_back,),
             tells=(notices.tell_looked,), tone="main", rule="R3.6"),
    ),
)  # fmt: skip


def register() -> None:
    """Tell the engine; the last answer of a planned activity begins the following-up."""
    registry.register(FOLLOW, vocabulary.SENTENCES)
    for step in ("answer", "answer_for"):
        registry.follow("ledger.advice", step, actions.when_answered)
