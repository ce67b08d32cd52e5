"""Figures of meetings and activities: each is its rows."""

from __future__ import annotations

from lvzhi.activities.metrics import consultation, events, people, plenary, service, supervision
from lvzhi.activities.metrics.cuts import of_act, of_house, of_site
from lvzhi.metrics.registry import register

FIGURES = (
    *events.FIGURES,
    *people.FIGURES,
    *consultation.FIGURES,
    *service.FIGURES,
    *supervision.FIGURES,
    *plenary.FIGURES,
)


def declare() -> None:
    """Register the figures in the order in which a report names them."""
    register(*FIGURES)


__all__ = ["FIGURES", "declare", "of_act", "of_house", "of_site"]
