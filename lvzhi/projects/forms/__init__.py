"""What registering a project and its steps ask."""

from __future__ import annotations

from lvzhi.projects.forms.entry import ProjectForm
from lvzhi.projects.forms.leads import DeclineForm, LeadForForm, LeadForm, SheetForm, TakeForm
from lvzhi.projects.forms.steps import (
    ChargeForm,
    DayForm,
    FundForm,
    GroundForm,
    JoinForm,
    NoteForm,
    ReleaseForm,
    SignForm,
    VisitForm,
)
from lvzhi.projects.forms.visiting import SiteForm, TieForm

__all__ = [
    "ChargeForm",
    "DayForm",
    "DeclineForm",
    "FundForm",
    "GroundForm",
    "JoinForm",
    "LeadForForm",
    "LeadForm",
    "NoteForm",
    "ProjectForm",
    "ReleaseForm",
    "SheetForm",
    "SignForm",
    "SiteForm",
    "TakeForm",
    "TieForm",
    "VisitForm",
]
