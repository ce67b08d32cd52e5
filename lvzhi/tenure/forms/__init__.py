"""What the room asks."""

from lvzhi.tenure.forms.proposing import KINDS, FilterForm, ResignForm
from lvzhi.tenure.forms.selecting import (
    CallForm,
    ChooseForm,
    NominateForm,
    ProlongForm,
    SelfForm,
    VetForm,
)
from lvzhi.tenure.forms.steps import (
    AdviseForm,
    DecideForm,
    GroundForm,
    HearForm,
    MeasureForm,
    PleaForm,
    RefuseForm,
    ReviewForm,
    StatementForm,
    WhyForm,
)

__all__ = [
    "KINDS",
    "AdviseForm",
    "CallForm",
    "ChooseForm",
    "DecideForm",
    "FilterForm",
    "GroundForm",
    "HearForm",
    "MeasureForm",
    "NominateForm",
    "PleaForm",
    "ProlongForm",
    "RefuseForm",
    "ResignForm",
    "ReviewForm",
    "SelfForm",
    "StatementForm",
    "VetForm",
    "WhyForm",
]
