"""Which figures an organ has: those whose rows are others as soon as the organ is named."""

from __future__ import annotations

from django.core.exceptions import EmptyResultSet

from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.metrics.declare import Figure, Metric
from lvzhi.metrics.periods import Period
from lvzhi.metrics.registry import figures

_known: dict[str, bool] = {}


def _text(metric: Metric, scope: Scope, period: Period) -> str | None:
    try:
        return str(metric.rows(scope, period).order_by().query)
    except EmptyResultSet:
        return None


def _listens(metric: Metric, organ: Organ, period: Period) -> bool:
    """Whether naming an organ changes the metric's query; kept, as it lies in the declaration, not in the data."""
    if metric.key not in _known:
        plain = _text(metric, Scope(organ.committee), period)
        named = _text(metric, Scope(organ.committee, organ=organ), period)
        if plain is None or named is None:  # without any row at present, which says nothing of the query
            return False
        _known[metric.key] = plain != named
    return _known[metric.key]


def has(figure: Figure, organ: Organ, period: Period) -> bool:
    """Whether the figure is told of organs too: one that is not would print the committee's number as the organ's."""
    return all(_listens(metric, organ, period) for metric in figure.sources)


def of_organ(organ: Organ, period: Period) -> tuple[Figure, ...]:
    """The figures an organ has, in order of registration."""
    return tuple(one for one in figures() if has(one, organ, period))
