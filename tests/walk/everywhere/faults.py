"""Faults put into the product on purpose, one at a time: each has to be found by the walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from unittest.mock import patch
from uuid import UUID

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.ledger import queries as ledger
from lvzhi.ledger.models import Problem
from lvzhi.opinions import queries as opinions
from lvzhi.opinions import rules
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries.reading import _listed


@contextmanager
def _anyone(rule: Rule) -> Iterator[None]:
    """A rule that has become wider than it is meant to be."""
    before = rule.test, rule.rows
    object.__setattr__(rule, "test", lambda actor, record: True)
    object.__setattr__(rule, "rows", lambda actor: Q())
    try:
        yield
    finally:
        object.__setattr__(rule, "test", before[0])
        object.__setattr__(rule, "rows", before[1])


@contextmanager
def rule_widened() -> Iterator[None]:
    """Every honour is everybody's: the walk asks the same rule, so that only the committee tells."""
    from lvzhi.honours.workflow import HONOUR

    with _anyone(HONOUR.visible):
        yield


@contextmanager
def list_unscoped() -> Iterator[None]:
    """The list of problems forgets whose they are."""
    with patch.object(ledger, "problems_readable", lambda actor: Problem.objects.live()):
        yield


@contextmanager
def page_without_rule() -> Iterator[None]:
    """The page of a concern finds it by its number alone."""

    asked = opinions.one

    def found(actor: Actor, uid: UUID | str) -> Concern:
        with _anyone(rules.visible):  # for this one question: the walk goes on asking the rule as it is
            return asked(actor, uid)

    with patch.object(opinions, "one", found):
        yield


@contextmanager
def export_unscoped() -> Iterator[None]:
    """The sheet of concerns gives every committee's rows."""
    with patch.object(opinions, "concerns", lambda actor, committee: _listed(Concern.objects.live())):
        yield


@dataclass(frozen=True)
class Fault:
    """What is broken, and the address at which it shows."""

    name: str
    put: Callable[[], AbstractContextManager[None]]
    address: str


FAULTS = (
    Fault("rule widened", rule_widened, "honours:detail"),
    Fault("list unscoped", list_unscoped, "ledger:problems"),
    Fault("page without its rule", page_without_rule, "opinions:concern"),
    Fault("export unscoped", export_unscoped, "opinions:export"),
)
