"""The procedure of publication (R1.103)."""

from __future__ import annotations

from django.urls import reverse

from lvzhi.access import NOBODY
from lvzhi.proposals import forms, rules
from lvzhi.proposals.actions import publishing
from lvzhi.proposals.forms.publishing import PublicDraftForm
from lvzhi.proposals.models import Publication
from lvzhi.proposals.notices import publishing as notices
from lvzhi.proposals.rules import publishing as rights
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.vocabulary.publishing import PUBLIC_HOLDERS, PublicState
from lvzhi.workflow.declare import Clock, Step, Workflow

FILED_ONCE = frozenset({State.FILED, State.ASSIGNED, State.HANDLING, State.ANSWERED, State.REHANDLING, State.CLOSED})
OPEN = frozenset({PublicState.DUE, PublicState.REVIEWING})

# A step of the proposal itself, by which the clerk opens a decision at any time.
OPEN_PUBLIC_STEP = Step(
    key="publish", name="办理公开", frm=FILED_ONCE, may=rights.may_open_public, then=(publishing.open_by_hand,),
    todo=False, rule="R1.103",
)  # fmt: skip

PUBLICATION = Workflow(
    key="proposals.publication",
    aside=True,
    name="提案公开",
    model=Publication,
    states=PublicState,
    initial=PublicState.DUE,
    visible=rights.visible_publication,
    holders=PUBLIC_HOLDERS,
    address=lambda row: reverse("proposals:publication", args=[row.uid]),
    related=("proposal",),
    heavy=("text", "summary", "proposal__background", "proposal__analysis", "proposal__survey"),
    whole=lambda row: row.proposal,
    brought_in=frozenset({PublicState.PUBLISHED}),
    final=frozenset({PublicState.KEPT_BACK, PublicState.WITHDRAWN, PublicState.REPLACED, PublicState.ENDED}),
    clocks=(
        Clock(key="publish", name="答复后公开", states=OPEN, norm="proposals.publish_due",
              start=lambda row: row.counted_from if row.round else None, rule="R1.103"),
        Clock(key="publish_filed", name="立案后公开", states=OPEN, norm="proposals.publish_filed_due",
              start=lambda row: None if row.round else row.counted_from, rule="R1.103"),
    ),
    steps=(
        Step(key="propose", name="提出公开意见", frm=frozenset({PublicState.DUE}), to=(PublicState.REVIEWING,),
             may=rules.settles, asks=PublicDraftForm, check=(publishing.check_draft,), does=(publishing.draft,),
             tells=(notices.tell_public_review,), tone="main", rule="R1.103"),
        Step(key="give_consent", name="同意公开", frm=OPEN, may=rights.may_agree, does=(publishing.give_consent,),
             todo=False, rule="R1.18", confirm="您原来不同意公开本件。改为同意？"),
        Step(key="approve", name="审定", frm=frozenset({PublicState.REVIEWING}),
             to=(PublicState.PUBLISHED, PublicState.KEPT_BACK), may=rights.may_decide_public,
             check=(publishing.check_decision,), does=(publishing.decide,), tells=(notices.tell_public_decided,),
             tone="main", rule="R1.103", confirm="审定后按下面的公开文本公开（或不公开）。确认？"),
        Step(key="send_back", name="退回公开意见", frm=frozenset({PublicState.REVIEWING}), to=(PublicState.DUE,),
             may=rights.may_decide_public, asks=forms.OpinionForm, does=(publishing.note_opinion,),
             tells=(notices.tell_public_sent_back,), rule="R1.103"),
        Step(key="take_down", name="撤回公开", frm=frozenset({PublicState.PUBLISHED}), to=(PublicState.WITHDRAWN,),
             may=rights.may_decide_public, asks=forms.ReasonForm, does=(publishing.take_down,),
             tells=(notices.tell_taken_down,), todo=False, tone="danger", rule="R1.103"),
        Step(key="renew", name="新一轮答复", frm=OPEN, to=(PublicState.DUE,), may=NOBODY, automatic=True,
             does=(publishing.renew,), rule="R1.103"),
        Step(key="replace", name="由新的公开代替", frm=frozenset({PublicState.PUBLISHED}), to=(PublicState.REPLACED,),
             may=NOBODY, automatic=True, does=(publishing.replaced,), rule="R1.103"),
        Step(key="end", name="公开终止", frm=OPEN | {PublicState.PUBLISHED}, to=(PublicState.ENDED,), may=NOBODY,
             automatic=True, does=(publishing.ended,), rule="R1.49"),
    ),
)  # fmt: skip
