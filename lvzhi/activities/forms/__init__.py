"""Forms of the room."""

from __future__ import annotations

from lvzhi.activities.forms.activity import ActivityForm, KindForm, Standing
from lvzhi.activities.forms.arrivals import DeviceForm, SettleForm
from lvzhi.activities.forms.attendance import NOTABLE, AdmitForm, CorrectForm, LeaveForm, ProofForm
from lvzhi.activities.forms.guests import GroupsForm, OutsiderForm, PeopleForm, RecastForm, StandInForm, ToldForm
from lvzhi.activities.forms.programme import PlaceForm, PlaceSet, SittingForm, SittingSet, agenda_lines
from lvzhi.activities.forms.steps import GrantForm, GroundForm, HoldForm, NotifyForm, RefuseForm

__all__ = [
    "NOTABLE",
    "ActivityForm",
    "AdmitForm",
    "CorrectForm",
    "DeviceForm",
    "GrantForm",
    "GroundForm",
    "GroupsForm",
    "HoldForm",
    "KindForm",
    "LeaveForm",
    "NotifyForm",
    "OutsiderForm",
    "PeopleForm",
    "PlaceForm",
    "PlaceSet",
    "ProofForm",
    "RecastForm",
    "RefuseForm",
    "SettleForm",
    "SittingForm",
    "SittingSet",
    "StandInForm",
    "Standing",
    "ToldForm",
    "agenda_lines",
]
