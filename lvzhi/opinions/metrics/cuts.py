"""Dimensions by which the figures are split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organ_choices, organs_of
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.metrics.declare import Cut
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Reach
from lvzhi.norms import codes
from lvzhi.opinions.models import Author
from lvzhi.opinions.vocabulary.codes import CATEGORIES, LEVELS
from lvzhi.opinions.vocabulary.figures import CUTS, HOW_WORDS, SOURCE_WORDS
from lvzhi.opinions.vocabulary.states import How, Source
from lvzhi.opinions.vocabulary.turns import NAMES
from lvzhi.people.models import Membership

Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def _table(key: str) -> Callable[[Scope, Period], Choices]:
    """The entries of a code table with the further words by which a text may name them."""

    def choices(scope: Scope, period: Period) -> Choices:
        return [
            (one.code, one.name, tuple(word for word in str(one.extra.get("words", "")).split(NAMES) if word))
            for one in codes.entries(key, scope.committee, period.end)
        ]

    return choices


def _labels(choices: Any, words: dict[Any, tuple[str, ...]]) -> Callable[[Scope, Period], Choices]:
    return lambda scope, period: [(one.value, str(one.label), words.get(one, ())) for one in choices]


def _organs(scope: Scope, period: Period) -> Choices:
    return organ_choices(organs_of(Scope(scope.committee, scope.below)).exclude(kind=OrganKind.SECTOR), period.end)


def _sectors(scope: Scope, period: Period) -> Choices:
    return organ_choices(organs_of(Scope(scope.committee, scope.below), OrganKind.SECTOR), period.end)


def _below(scope: Scope, period: Period) -> Choices:
    rows = Committee.objects.filter(path__startswith=scope.committee.path).exclude(pk=scope.committee.pk)
    return [(str(one.pk), one.name, ()) for one in rows.order_by("path")]


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0


def _of_sector(value: str) -> Q:
    """Items of which an author sits in the sector."""
    seats = Membership.objects.live().filter(
        organ_id=_number(value), member__person=OuterRef("person"), member__committee=OuterRef("committee")
    )
    rows = Author.objects.live().filter(Exists(seats)).order_by().values("concern")
    return Q(pk__in=rows)


CATEGORY = Cut("category", CUTS["category"], _table(CATEGORIES), lambda value: Q(category=value))
SOURCE = Cut("source", CUTS["source"], _labels(Source, SOURCE_WORDS), lambda value: Q(source=value))
ORGAN = Cut("organ", CUTS["organ"], _organs, lambda value: Q(organ_id=_number(value)))
SECTOR = Cut("sector", CUTS["sector"], _sectors, _of_sector)
BELOW = Cut("below", CUTS["below"], _below, lambda value: Q(origin_committee_id=_number(value)))
LEVEL = Cut("level", CUTS["level"], _table(LEVELS), lambda value: Q(level=value), reach=Reach.CLAUSE)
HOW = Cut("how", CUTS["how"], _labels(How, HOW_WORDS), lambda value: Q(how=value), reach=Reach.CLAUSE)
OF_CONCERN = Cut("category", CUTS["category"], _table(CATEGORIES), lambda value: Q(concern__category=value))
