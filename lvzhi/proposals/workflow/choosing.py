"""The procedure of choosing excellent proposals (R1.104–R1.107)."""

from __future__ import annotations

from django.urls import reverse

from lvzhi.proposals import forms
from lvzhi.proposals.actions import choosing
from lvzhi.proposals.forms.choosing import ChooseForm, DecideForm, NominateForm
from lvzhi.proposals.models import Selection
from lvzhi.proposals.notices.choosing import tell_excellent
from lvzhi.proposals.rules import choosing as rights
from lvzhi.proposals.vocabulary.choosing import SELECTION_HOLDERS, SELECTION_PHASES, SelectionState
from lvzhi.workflow.declare import Step, Workflow

SELECTION = Workflow(
    key="proposals.selection",
    name="优秀提案评选",
    model=Selection,
    states=SelectionState,
    initial=SelectionState.NOMINATING,
    visible=rights.sees_selection,
    holders=SELECTION_HOLDERS,
    phases=SELECTION_PHASES,
    address=lambda row: reverse("proposals:excellent_one", args=[row.uid]),
    final=frozenset({SelectionState.DECIDED}),
    steps=(
        Step(key="nominate", name="推荐提案", frm=frozenset({SelectionState.NOMINATING}), may=rights.recommends,
             asks=NominateForm, does=(choosing.nominate,), todo=False, tone="main", rule="R1.107"),
        Step(key="shortlist", name="初选", frm=frozenset({SelectionState.NOMINATING}), to=(SelectionState.REVIEWING,),
             may=rights.shortlists, asks=ChooseForm, check=(choosing.check_shortlist,), does=(choosing.shortlist,),
             rule="R1.105"),
        Step(key="deliberate", name="提案委员会审议", frm=frozenset({SelectionState.REVIEWING}),
             to=(SelectionState.DECIDING,), may=rights.deliberates, asks=ChooseForm,
             check=(choosing.check_deliberated,), does=(choosing.deliberate,), tone="main", rule="R1.105"),
        Step(key="decide", name="登记主席会议审定", frm=frozenset({SelectionState.DECIDING}),
             to=(SelectionState.DECIDED,), may=rights.decides, asks=DecideForm, check=(choosing.check_decided,),
             does=(choosing.decide,), tells=(tell_excellent,), tone="main", rule="R1.105"),
        Step(key="send_back", name="退回重议", frm=frozenset({SelectionState.DECIDING}),
             to=(SelectionState.REVIEWING,), may=rights.decides, asks=forms.OpinionForm, does=(choosing.send_back,),
             rule="R1.105"),
    ),
)  # fmt: skip
