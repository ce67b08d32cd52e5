"""What each step of a proposal asks."""

from __future__ import annotations

from lvzhi.proposals.forms.examining import (
    FileForm,
    OpinionForm,
    ReasonForm,
    RefuseForm,
)
from lvzhi.proposals.forms.fields import (
    HANDLING_UNIT,
    LONG,
    point_at_members,
)
from lvzhi.proposals.forms.handling import (
    AnswerForm,
    AssignForm,
    CoOpinionForm,
    GroundForm,
    KeyForm,
    RateForm,
    ReassignForm,
)
from lvzhi.proposals.forms.promising import (
    ContactForm,
    ExtensionForm,
    LookBackForm,
    ProgressForm,
    RemindForm,
    ResumeForm,
)
from lvzhi.proposals.forms.text import (
    DraftForm,
    InviteForm,
    TextForm,
)

__all__ = [
    "HANDLING_UNIT",
    "LONG",
    "AnswerForm",
    "AssignForm",
    "CoOpinionForm",
    "ContactForm",
    "DraftForm",
    "ExtensionForm",
    "FileForm",
    "GroundForm",
    "InviteForm",
    "KeyForm",
    "LookBackForm",
    "OpinionForm",
    "ProgressForm",
    "RateForm",
    "ReasonForm",
    "ReassignForm",
    "RefuseForm",
    "RemindForm",
    "ResumeForm",
    "TextForm",
    "point_at_members",
]
