"""Forms of the room."""

from __future__ import annotations

from lvzhi.evaluation.forms.parts import PART_FORMS, BlockForm, GradeForm, ItemForm, KindForm, NeedForm
from lvzhi.evaluation.forms.rulesets import AdoptForm, BeginForm, DescribeForm, GroundForm, TrialForm

__all__ = [
    "PART_FORMS",
    "AdoptForm",
    "BeginForm",
    "BlockForm",
    "DescribeForm",
    "GradeForm",
    "GroundForm",
    "ItemForm",
    "KindForm",
    "NeedForm",
    "TrialForm",
]
