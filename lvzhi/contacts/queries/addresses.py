"""Where the room's records are looked at."""

from __future__ import annotations

from typing import Any

from django.urls import reverse


def contact_address(contact: Any) -> str:
    """The page of a contact."""
    return reverse("contacts:contact", args=[contact.uid])


def pair_address(pair: Any) -> str:
    """The page of a pair."""
    return reverse("contacts:pair", args=[pair.uid])
