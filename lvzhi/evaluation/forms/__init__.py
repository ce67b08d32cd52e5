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
    OwnAccountForm,
    ProvenForm,
    ReasonForm,
    RunForm,
    TalkForm,
    UpholdForm,
    ViewForm,
    ViewsForm,
)

__all__ = [
    "PART_FORMS", "AccountForm", "AdoptForm", "BeginForm", "BlockForm", "CloseForm", "DecideForm", "DescribeForm",
    "GradeForm", "GradeGivenForm", "GroundForm", "ItemForm", "KindForm", "NeedForm", "ObjectForm",
    "OwnAccountForm", "ProvenForm", "ReasonForm", "RunForm", "TalkForm", "TrialForm", "UpholdForm", "ViewForm",
    "ViewsForm",
]  # fmt: skip
