"""Addresses of the pages of steps."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from lvzhi.proposals.models import Appraisal, Assignment, CoSignature, Extension, Promise, Proposal

STEP_KINDS: dict[type[Any], str] = {
    Proposal: "proposal",
    CoSignature: "cosignature",
    Assignment: "assignment",
    Promise: "promise",
    Extension: "extension",
    Appraisal: "appraisal",
}


def step_url(record: Any, key: str) -> str:
    """The page of a step."""
    return reverse("proposals:step", args=[STEP_KINDS[type(record)], record.uid, key])
