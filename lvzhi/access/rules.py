"""Rules: a right that answers both "may this actor?" and "which rows may this actor?"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db.models import Model, Q

from lvzhi.access.actor import Actor
from lvzhi.access.refusals import NotAllowed

Test = Callable[[Actor, Any], bool]
Rows = Callable[[Actor], Q]

EVERY_ROW = Q()
NO_ROW = Q(pk__in=())


@dataclass(frozen=True, slots=True)
class Rule:
    """A named right.

    Args:
        label: Chinese words for the rights page, such as the post that holds it.
        test: may this actor, on this record.
        rows: the same right as a filter over the record's table; both must agree (a property test holds them together).
    """

    label: str
    test: Test
    rows: Rows

    def __call__(self, actor: Actor, record: Any) -> bool:
        return self.test(actor, record)

    def check(self, actor: Actor, record: Any) -> None:
        """Raise `NotAllowed` with this rule's label unless the actor may."""
        if not self.test(actor, record):
            raise NotAllowed("access.not_allowed", who=self.label)

    def __and__(self, other: Rule) -> Rule:
        return Rule(
            f"{self.label}，且{other.label}",
            lambda actor, record: self.test(actor, record) and other.test(actor, record),
            lambda actor: self.rows(actor) & other.rows(actor),
        )

    def __or__(self, other: Rule) -> Rule:
        return Rule(
            f"{self.label}、{other.label}",
            lambda actor, record: self.test(actor, record) or other.test(actor, record),
            lambda actor: self.rows(actor) | other.rows(actor),
        )

    def __invert__(self) -> Rule:
        return Rule(
            f"非{self.label}",
            lambda actor, record: not self.test(actor, record),
            lambda actor: ~self.rows(actor),
        )

    def through(self, path: str, model: type[Model]) -> Rule:
        """The same right over a record that belongs to one it is held over: a version, by the right over its rule.

        Args:
            path: the field that leads there, several joined by ``__``.
            model: what the right is held over.
        """
        reach = attrgetter(path.replace("__", "."))
        return Rule(
            self.label,
            lambda actor, record: self.test(actor, reach(record)),
            lambda actor: Q(**{f"{path}__in": model._default_manager.filter(self.rows(actor)).order_by().values("pk")}),
        )


def rule(label: str, *, rows: Rows) -> Callable[[Test], Rule]:
    """Turn a test function into a `Rule`: ``@rule("经办人", rows=lambda actor: Q(...))``."""

    def make(test: Test) -> Rule:
        return Rule(label, test, rows)

    return make


def held_in(actor: Actor, roles: Iterable[str]) -> frozenset[int]:
    """Committees in which the actor holds one of the roles."""
    return frozenset[int]().union(*(actor.committees(role) for role in roles))


def has_any(actor: Actor, committee: int, roles: Iterable[str]) -> bool:
    """Whether the actor holds one of the roles in the committee."""
    return any(actor.has(role, committee=committee) for role in roles)


ANYONE = Rule("所有登录用户", lambda actor, record: actor.account_id is not None, lambda actor: EVERY_ROW)
NOBODY = Rule("无人", lambda actor, record: False, lambda actor: NO_ROW)
