"""Pages of the norms room: HTTP only."""

from __future__ import annotations

from lvzhi.norms.views.codes import code_add, code_edit, code_set, code_sets
from lvzhi.norms.views.days import calendar
from lvzhi.norms.views.values import follow, home, one, overview, withdraw

__all__ = [
    "calendar",
    "code_add",
    "code_edit",
    "code_set",
    "code_sets",
    "follow",
    "home",
    "one",
    "overview",
    "withdraw",
]
