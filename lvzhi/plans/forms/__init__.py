"""What plans, tasks, campaigns and each step ask."""

from __future__ import annotations

from lvzhi.plans.forms.approving import (
    ApproveForm,
    CloseForm,
    GatherForm,
    IssueForm,
    OpineForm,
    PassForm,
    ReturnForm,
    ReviseForm,
    SettleForm,
    SubmitForm,
)
from lvzhi.plans.forms.plan import CampaignForm, EvidenceForm, ImportForm, PlanForm
from lvzhi.plans.forms.tasks import CarryForm, DropForm, ExplainForm, TaskForm

__all__ = [
    "ApproveForm",
    "CampaignForm",
    "CarryForm",
    "CloseForm",
    "DropForm",
    "EvidenceForm",
    "ExplainForm",
    "GatherForm",
    "ImportForm",
    "IssueForm",
    "OpineForm",
    "PassForm",
    "PlanForm",
    "ReturnForm",
    "ReviseForm",
    "SettleForm",
    "SubmitForm",
    "TaskForm",
]
