"""Forms of the room."""

from __future__ import annotations

from lvzhi.evaluation.forms.parts import PART_FORMS, BlockForm, GradeForm, ItemForm, KindForm, NeedForm
from lvzhi.evaluation.forms.rulesets import AdoptForm, BeginForm, DescribeForm, GroundForm, TrialForm
from lvzhi.evaluation.forms.running import (
    AccountForm,
    CloseForm,
    DecideForm,
    GradeGivenForm,
    ObjectForm,
    ProvenForm,
    ReasonForm,
    RunForm,
    TalkForm,
    UpholdForm,
    ViewForm,
)

__all__ = [
    "PART_FORMS", "AccountForm", "AdoptForm", "BeginForm", "BlockForm", "CloseForm", "DecideForm", "DescribeForm",
    "GradeForm", "GradeGivenForm", "GroundForm", "ItemForm", "KindForm", "NeedForm", "ObjectForm", "ProvenForm",
    "ReasonForm", "RunForm", "TalkForm", "TrialForm", "UpholdForm", "ViewForm",
]  # fmt: skip
