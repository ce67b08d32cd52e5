"""Reads of the room."""

from lvzhi.board.queries.charts import (
    Chart,
    chart_of,
    charts_shown,
    declared,
    forms_of,
    kept,
    own_of,
    readable_charts,
    shared_of,
)
from lvzhi.board.queries.counting import Bar, Panel, panels, year_of, year_of_body

__all__ = [
    "Bar",
    "Chart",
    "Panel",
    "chart_of",
    "charts_shown",
    "declared",
    "forms_of",
    "kept",
    "own_of",
    "panels",
    "readable_charts",
    "shared_of",
    "year_of",
    "year_of_body",
]
