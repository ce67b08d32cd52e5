"""The procedure of a unit's appraisal of a proposal (R1.92)."""

from __future__ import annotations

from lvzhi.access import NOBODY
from lvzhi.proposals import notices
from lvzhi.proposals.actions import appraising
from lvzhi.proposals.forms import ReasonForm
from lvzhi.proposals.forms.appraising import AppraiseForm, ImproveForm, RespondForm
from lvzhi.proposals.models import Appraisal
from lvzhi.proposals.notices import appraising as tells
from lvzhi.proposals.rules import appraising as rights
from lvzhi.proposals.vocabulary.appraising import APPRAISAL_HOLDERS, AppraisalState
from lvzhi.workflow.declare import Clock, Step, Workflow

WAITING, LOW, ASKED = ({state} for state in (AppraisalState.WAITING, AppraisalState.LOW, AppraisalState.ASKED))

APPRAISAL = Workflow(
    key="proposals.appraisal",
    aside=True,
    name="提案质量评议",
    model=Appraisal,
    states=AppraisalState,
    initial=AppraisalState.WAITING,
    visible=rights.visible_appraisal,
    holders=APPRAISAL_HOLDERS,
    address=lambda row: notices.address(row.proposal),
    related=("unit", "proposal"),
    heavy=("proposal__background", "proposal__analysis", "proposal__survey"),
    whole=lambda row: row.proposal,
    final=frozenset({AppraisalState.GIVEN, AppraisalState.ANSWERED, AppraisalState.UNRATED}),
    clocks=(
        Clock(key="appraise", name="评议提案质量", states=frozenset(WAITING), norm="proposals.appraisal_due",
              start=lambda record: record.asked_on, rule="R1.92"),
        Clock(key="respond", name="回应完善意见", states=frozenset(ASKED), norm="proposals.improve_due",
              start=lambda record: record.wanted_on, rule="R1.92"),
    ),
    steps=(
        Step(key="appraise", name="评议提案质量", frm=frozenset(WAITING), to=(AppraisalState.GIVEN, AppraisalState.LOW),
             may=rights.may_appraise, asks=AppraiseForm, check=(appraising.check_in_time,),
             does=(appraising.appraise,), tells=(tells.tell_appraised,), tone="main", rule="R1.92"),
        Step(key="pass_by", name="不作评议", frm=frozenset(WAITING), to=(AppraisalState.UNRATED,),
             may=rights.may_appraise, does=(appraising.name_unit,), todo=False, rule="R1.92",
             confirm="本件计为未评，以后不能再评。确认不作评议？"),
        Step(key="lapse", name="没有评议", frm=frozenset(WAITING), to=(AppraisalState.UNRATED,), may=NOBODY,
             automatic=True, does=(appraising.name_unit,), rule="R1.92"),
        Step(key="ask_improve", name="请提案者完善", frm=frozenset(LOW), to=(AppraisalState.ASKED,),
             may=rights.may_ask_improve, asks=ImproveForm, does=(appraising.ask_improve,),
             tells=(tells.tell_improve,), tone="main", rule="R1.92"),
        Step(key="leave", name="不请提案者完善", frm=frozenset(LOW), to=(AppraisalState.GIVEN,),
             may=rights.may_ask_improve, asks=ReasonForm, rule="R1.92"),
        Step(key="respond", name="回应完善意见", frm=frozenset(ASKED), to=(AppraisalState.ANSWERED,),
             may=rights.may_respond, asks=RespondForm, does=(appraising.respond,), tells=(tells.tell_improved,),
             tone="main", rule="R1.92"),
    ),
)  # fmt: skip
