"""Figures of meetings and activities."""

from __future__ import annotations

from lvzhi.activities.metrics import service
from lvzhi.metrics.registry import register


def declare() -> None:
    """Register the figures in the order in which a report names them."""
    register(*service.FIGURES)
