"""Where the room's records are looked at."""

from __future__ import annotations

from typing import Any

from django.urls import reverse


def body_address(body: Any) -> str:
    """The page of an organisation."""
    return reverse("party:body", args=[body.uid])


def meeting_address(meeting: Any) -> str:
    """The page of a meeting."""
    return reverse("party:meeting", args=[meeting.uid])


def quarter_address(quarter: Any) -> str:
    """The page of an organisation at that quarter."""
    return f"{body_address(quarter.body)}?day={quarter.starts_on.isoformat()}"


def deed_address(deed: Any) -> str:
    """The page of a deed."""
    return reverse("party:deed", args=[deed.uid])


def appraisal_address(appraisal: Any) -> str:
    """The page of a branch's appraisal."""
    return reverse("party:appraisal", args=[appraisal.uid])


def line_address(line: Any) -> str:
    """The page of one member's own account and result."""
    return reverse("party:appraised", args=[line.uid])


def point_address(point: Any) -> str:
    """The page of a contact point."""
    return reverse("party:point", args=[point.uid])


def duty_address(duty: Any) -> str:
    """The page of a duty."""
    return reverse("party:duty", args=[duty.uid])
