"""Declared parameters of proposals, out of rules.md §14; every number here is a default, dated and local in use."""

from __future__ import annotations

from lvzhi.proposals.norms import (
    appraising,
    archive,
    choosing,
    entry,
    examining,
    handling,
    keys,
    past,
    publishing,
    sections,
)

__all__ = [
    "appraising",
    "archive",
    "choosing",
    "entry",
    "examining",
    "handling",
    "keys",
    "past",
    "publishing",
    "sections",
]
