"""Forms of the room."""

from __future__ import annotations

from lvzhi.activities.forms.steps import GroundForm, HoldForm, NotifyForm

__all__ = ["GroundForm", "HoldForm", "NotifyForm"]
