"""Refusals, journal sentences and messages of papers."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {}
EVENTS: Final[dict[str, str]] = {}
