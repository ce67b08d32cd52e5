"""A kind of fact: which figures' rows it is drawn from, whose each row is, what a rule may ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import CharField, DecimalField, IntegerField, Q, Value
from django.db.models.expressions import Combinable

from lvzhi.committee.models import Record
from lvzhi.evaluation.vocabulary.kinds import FACETS, FACTS

Shown = str | Combinable  # a path from the row, or an expression over it
NOTHING = Value("", output_field=CharField())
ONE = Value(1, output_field=IntegerField())
SINGLE = Value(Decimal(1), output_field=DecimalField(max_digits=14, decimal_places=2))


@dataclass(frozen=True, kw_only=True)
class Arm:
    """One source of a kind's rows.

    Args:
        figure, cuts: the metric whose rows it is, narrowed.
        via: rows that hang on the figure's, as (model, path to the figure's row).
        among: which of them.
        who: path to the id of the person or unit. uid, same: the record it leads to; the work it is of.
        place, of: as which of how many authors.
    """

    figure: str
    cuts: tuple[tuple[str, str], ...] = ()
    via: tuple[type[Record], str] | None = None
    among: Q = field(default_factory=Q)
    who: str
    day: Shown
    title: Shown
    source: str
    uid: Shown = "uid"
    same: Shown | None = None
    role: Shown = NOTHING
    result: Shown = NOTHING
    level: Shown = NOTHING
    what: Shown = NOTHING
    family: Shown = NOTHING
    form: Shown = NOTHING
    amount: Shown = SINGLE
    place: Shown = ONE
    of: Shown = ONE


@dataclass(frozen=True, kw_only=True)
class Facet:
    """A field that a rule may filter by, with the words of its values."""

    key: str
    words: Mapping[str, str]

    @property
    def name(self) -> str:
        """What it is called."""
        return FACETS[self.key]


@dataclass(frozen=True, kw_only=True)
class FactKind:
    """Facts of one kind.

    Args:
        authors: whether several may share one record, so that shares make sense.
        units: whether it is of handling units, not of persons.
        amount: whether it has an amount that points may be given by.
    """

    key: str
    arms: tuple[Arm, ...] = ()
    facet: tuple[Facet, ...] = ()
    authors: bool = False
    units: bool = False
    amount: bool = False

    @property
    def same(self) -> bool:
        """Whether its records are of works that records of other kinds may be of too."""
        return any(arm.same is not None for arm in self.arms)

    @property
    def name(self) -> str:
        """What it is called."""
        return FACTS[self.key][0]

    @property
    def per(self) -> str:
        """The unit it is counted in."""
        return FACTS[self.key][1]

    @property
    def facets(self) -> dict[str, Mapping[str, str]]:
        """Fields it may be filtered by, with the words of their values."""
        return {one.key: one.words for one in self.facet}
