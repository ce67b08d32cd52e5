"""Where the room's records are looked at."""

from __future__ import annotations

from typing import Any

from django.urls import reverse


def rule_address(regulation: Any) -> str:
    """The page of a rule."""
    return reverse("regulations:detail", args=[regulation.uid])


def version_address(version: Any) -> str:
    """The page of a version."""
    return reverse("regulations:version", args=[version.uid])


def opinion_address(opinion: Any) -> str:
    """The version's page where its opinions stand."""
    return f"{reverse('regulations:version', args=[opinion.draft.uid])}#opinions"


def matter_address(matter: Any) -> str:
    """The page of a matter."""
    return reverse("regulations:matter", args=[matter.uid])


def step_url(kind: str, record: Any, key: str) -> str:
    """The page of a step."""
    return reverse("regulations:step", args=[kind, record.uid, key])
