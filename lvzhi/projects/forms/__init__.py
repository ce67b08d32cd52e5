"""What registering a project and its steps ask."""

from __future__ import annotations

from lvzhi.projects.forms.entry import ProjectForm
from lvzhi.projects.forms.steps import (
    ChargeForm,
    DayForm,
    FundForm,
    GroundForm,
    JoinForm,
    ReleaseForm,
    SignForm,
    VisitForm,
)

__all__ = [
    "ChargeForm",
    "DayForm",
    "FundForm",
    "GroundForm",
    "JoinForm",
    "ProjectForm",
    "ReleaseForm",
    "SignForm",
    "VisitForm",
]
