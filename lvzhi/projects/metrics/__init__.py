"""Figures of projects."""

from lvzhi.metrics import registry
from lvzhi.projects.metrics import counted, pipeline
from lvzhi.projects.metrics.counted import (
    AMOUNT,
    APPLIED,
    ARRIVED,
    BENEFICIARIES,
    CARED,
    DEEDS,
    FUNDS,
    GRANTS,
    INVESTED,
    KIND_CUT,
    LEADERS,
    PROJECTS,
    SIGNED_AMOUNT,
    VISITS,
    kind_name,
    source_name,
)

FIGURES = (*counted.FIGURES, *pipeline.FIGURES)
__all__ = [
    "AMOUNT",
    "APPLIED",
    "ARRIVED",
    "BENEFICIARIES",
    "CARED",
    "DEEDS",
    "FIGURES",
    "FUNDS",
    "GRANTS",
    "INVESTED",
    "KIND_CUT",
    "LEADERS",
    "PROJECTS",
    "SIGNED_AMOUNT",
    "VISITS",
    "kind_name",
    "register",
    "source_name",
]


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*FIGURES)
