"""Faults put into the product on purpose, one at a time: each has to be found by the walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.db.models import Q

from lvzhi.access import Missing, Rule
from lvzhi.honours import queries as honours
from lvzhi.honours.models import Honour
from lvzhi.ledger import queries as ledger
from lvzhi.ledger.models import Problem
from lvzhi.opinions import queries as opinions
from lvzhi.opinions.models import Concern


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

    yield from _anyone(HONOUR.visible)


@contextmanager
def list_unscoped() -> Iterator[None]:
    """The list of problems forgets whose they are."""
    with patch.object(ledger, "problems_readable", lambda actor: Problem.objects.live()):
        yield


@contextmanager
def page_without_rule() -> Iterator[None]:
    """The page of a concern finds it by its number alone."""

    def found(actor: Any, uid: Any, *more: Any, **named: Any) -> Any:
        row = Concern.objects.filter(uid=uid).first()
        if row is None:
            raise Missing("access.missing")
        return row

    with patch.object(opinions, "one", found):
        yield


@contextmanager
def export_unscoped() -> Iterator[None]:
    """A list and its export give every committee's rows."""
    with patch.object(honours, "readable", lambda actor, committee: Honour.objects.live()):
        yield


FAULTS: dict[str, tuple[Callable[[], Any], str]] = {
    "rule widened": (rule_widened, "honours"),
    "list unscoped": (list_unscoped, "ledger"),
    "page without its rule": (page_without_rule, "opinions"),
    "export unscoped": (export_unscoped, "honours"),
}


@contextmanager
def put(name: str) -> Iterator[None]:
    """With the fault of that name; without a name as it is."""
    if not name:
        yield
        return
    with FAULTS[name][0]():
        yield
