"""Where the room's records are looked at."""

from __future__ import annotations

from typing import Any

from django.urls import reverse


def change_address(change: Any) -> str:
    """The page of a change."""
    return reverse("tenure:change", args=[change.uid])


def case_address(case: Any) -> str:
    """The page of an absence case."""
    return reverse("tenure:case", args=[case.uid])


def selection_address(selection: Any) -> str:
    """The page of a selection."""
    return reverse("tenure:selection", args=[selection.uid])
