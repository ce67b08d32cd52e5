"""The procedures of a meeting, of a quarter's organisation life, of a practical deed."""

from __future__ import annotations

from lvzhi.party import actions, forms, notices, rules, vocabulary
from lvzhi.party.models import Deed, Meeting, Quarter
from lvzhi.party.norms import REVIEW
from lvzhi.party.queries import addresses
from lvzhi.party.vocabulary import DeedState, MeetingState, QuarterState
from lvzhi.workflow.declare import Clock, Step, Workflow

MEETING = Workflow(
    key="party.meeting",
    entry=forms.MeetingForm,
    name="组织生活",
    model=Meeting,
    states=MeetingState,
    initial=MeetingState.PLANNED,
    visible=rules.meeting_seen,
    holders=vocabulary.MEETING_HOLDERS,
    address=addresses.meeting_address,
    related=("body",),
    heavy=("text",),
    final=frozenset({MeetingState.HELD}),
    steps=(
        Step(
            key="hold",
            name="登记召开情况",
            frm=frozenset({MeetingState.PLANNED}),
            to=(MeetingState.HELD,),
            may=rules.meeting_kept,
            asks=forms.HoldForm,
            check=(actions.check_held,),
            does=(actions.hold,),
            then=(actions.appraise_with,),
            tone="main",
            rule="R10.7",
        ),
    ),
)
QUARTER = Workflow(
    key="party.quarter",
    name="季度组织生活",
    model=Quarter,
    states=QuarterState,
    initial=QuarterState.OPEN,
    visible=rules.meeting_seen,
    holders=vocabulary.QUARTER_HOLDERS,
    address=addresses.quarter_address,
    related=("body",),
    final=frozenset({QuarterState.REVIEWED}),
    clocks=(
        Clock(
            key="review",
            name="季度自查",
            states=frozenset({QuarterState.OPEN}),
            norm=REVIEW,
            start=lambda record: record.ends_on,
            rule="R10.7",
        ),
    ),
    steps=(
        Step(
            key="review",
            name="季度自查",
            frm=frozenset({QuarterState.OPEN}),
            to=(QuarterState.REVIEWED,),
            may=rules.reviews,
            asks=forms.ReviewForm,
            check=(actions.check_review,),
            does=(actions.review,),
            tone="main",
            rule="R10.7",
            help="对照应开展的组织生活，补上欠缺的；季度结束后仍有欠缺的，写明原因。",
        ),
    ),
)
DEED = Workflow(
    key="party.deed",
    entry=forms.DeedForm,
    name="党员办实事",
    model=Deed,
    states=DeedState,
    initial=DeedState.REPORTED,
    visible=rules.deed_visible,
    holders=vocabulary.DEED_HOLDERS,
    address=addresses.deed_address,
    related=("body", "person"),
    heavy=("text",),
    final=frozenset({DeedState.CONFIRMED}),
    steps=(
        Step(
            key="confirm",
            name="核实",
            frm=frozenset({DeedState.REPORTED}),
            to=(DeedState.CONFIRMED,),
            may=rules.confirms,
            tells=(notices.tell_confirmed,),
            tone="main",
            rule="R10.2",
        ),
        Step(
            key="send_back",
            name="退回补充",
            frm=frozenset({DeedState.REPORTED}),
            to=(DeedState.RETURNED,),
            may=rules.confirms,
            asks=forms.GroundForm,
            does=(actions.note_return,),
            tells=(notices.tell_returned,),
            todo=False,
            rule="R10.2",
        ),
        Step(
            key="correct",
            name="补充后再次提交",
            frm=frozenset({DeedState.RETURNED}),
            to=(DeedState.REPORTED,),
            may=rules.own,
            asks=forms.CorrectForm,
            check=(actions.check_deed,),
            does=(actions.correct,),
            tone="main",
            rule="R10.2",
        ),
    ),
)
