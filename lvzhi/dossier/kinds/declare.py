"""A kind of line in a file: which figure's rows it is drawn from, whose each row is, and what a line shows of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Q, Value
from django.db.models.expressions import Combinable

from lvzhi.access import Actor
from lvzhi.dossier.vocabulary import words
from lvzhi.metrics import registry
from lvzhi.metrics.compute import CutValue
from lvzhi.metrics.declare import Metric

Shown = str | Combinable  # a path from the row, or an expression over it
NOTHING = Value("", output_field=CharField())


@dataclass(frozen=True, kw_only=True)
class LineKind:
    """Lines of one kind: the rows of a figure, each given to the persons it belongs to.

    Args:
        key: names it; `vocabulary.words.KINDS` has the words.
        group: the heading it stands under in a file.
        figure: key of the metric whose rows it is; the sum over all members' lines is held against its value.
        cuts: values of the metric's dimensions that narrow it.
        person: path from a row to the person it belongs to; `among`: which of several, where the path is many-valued.
        shared: a row may belong to several persons (authors of one piece of advice): lines are person-times then, and
            the different records among them, with those that belong to no member, come to the figure.
        whole: key of the metric that is the denominator, of the same dimensions and the same path to a person.
        again: another side of records listed under another kind (filed, adopted): counted, listed only when asked for.
        day, title, about, role, result, proof, entered, uid, amount, who: what a line shows; a path or an expression.
        roles, results, proofs: the words of their codes.
        source: kind of the record a line leads to, as `links` knows it; `uid` is that record's.
        visible: which rows the actor may read; of the others a line says only that it is.
        organ: of the work of organs, the path from a row to the organ; such a kind stands in no person's file.
    """

    key: str
    group: str
    figure: str
    cuts: tuple[tuple[str, str], ...] = ()
    person: str = ""
    among: Q = field(default_factory=Q)
    shared: bool = False
    whole: str = ""
    again: bool = False
    day: Shown
    title: Shown
    about: Shown = NOTHING
    role: Shown = NOTHING
    result: Shown = NOTHING
    proof: Shown = NOTHING
    entered: Shown = "created_at"
    uid: Shown = "uid"
    amount: Shown | None = None
    who: Shown = NOTHING
    roles: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, str] = field(default_factory=dict)
    source: str
    visible: Callable[[Actor], Q]
    organ: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return words.KINDS[self.key]

    @property
    def unit(self) -> str:
        """What its lines are counted in: persons times where a record may have several."""
        return words.SHARED_UNITS.get(self.metric.unit, words.TIMES) if self.shared else self.metric.unit

    @property
    def metric(self) -> Metric:
        """The figure whose rows it is."""
        return _metric(self.figure)

    @property
    def whole_metric(self) -> Metric | None:
        """The denominator."""
        return _metric(self.whole) if self.whole else None

    def cuts_of(self, metric: Metric) -> tuple[CutValue, ...]:
        """The narrowing, in the dimensions of the metric."""
        known = {cut.key: cut for cut in metric.cuts}
        return tuple((known[key], value) for key, value in self.cuts)

    def belongs(self, persons: Any) -> Q:
        """Rows of these persons: ids or a query of ids."""
        return Q(**{f"{self.person}__in": persons}) & self.among


def _metric(key: str) -> Metric:
    found = registry.figure(key)
    if not isinstance(found, Metric):
        raise TypeError(key)  # a line is a row; sums and shares have none
    return found
