"""Who may change the committee's own rows; and two makers of rules that other rooms use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.committee.models import Committee
from lvzhi.committee.vocabulary import MAY_ADD_COMMITTEE, MAY_EDIT, OFFICE, SYSTEM_ADMIN


def committee_of(record: Any) -> Committee:
    """The committee a record belongs to; a committee is its own."""
    return record if isinstance(record, Committee) else record.committee


def _inside(actor: Actor, roles: Iterable[str]) -> frozenset[int]:
    return frozenset[int]().union(*(actor.committees(role) for role in roles))


def _reach(actor: Actor, roles: Iterable[str]) -> list[int]:
    held = Committee.objects.filter(pk__in=_inside(actor, roles)).values_list("path", flat=True)
    prefixes = Q(pk__in=())
    for path in held:
        prefixes |= Q(path__startswith=path)
    return list(Committee.objects.filter(prefixes).values_list("pk", flat=True))


def here(label: str, *roles: str, field: str = "committee_id") -> Rule:
    """Right of those who hold one of the roles in the record's own committee.

    Args:
        label: Chinese words for the rights page.
        roles: codes of roles.
        field: lookup of the committee's id from the record's table (`pk` for committees themselves).
    """
    return Rule(
        label,
        lambda actor, record: any(actor.has(role, committee=committee_of(record).pk) for role in roles),
        lambda actor: Q(**{f"{field}__in": _inside(actor, roles)}),
    )


def here_or_above(label: str, *roles: str, field: str = "committee_id") -> Rule:
    """As `here`, but the role may also be held in a committee above the record's."""
    return Rule(
        label,
        lambda actor, record: any(
            actor.has(role, committee=pk) for role in roles for pk in committee_of(record).chain_ids()
        ),
        lambda actor: Q(**{f"{field}__in": _reach(actor, roles)}),
    )


def _edit(field: str) -> Rule:
    both = here_or_above("", SYSTEM_ADMIN, field=field) | here("", OFFICE, field=field)
    return Rule(MAY_EDIT, both.test, both.rows)


EDIT_COMMITTEE = _edit("pk")
EDIT = _edit("committee_id")
ADD_BELOW = here_or_above(MAY_ADD_COMMITTEE, SYSTEM_ADMIN, field="pk")


def may_add_root(actor: Actor) -> bool:
    """Whether the actor may found a committee with none above it: system administrators of a root, and the system."""
    roots = Committee.objects.filter(parent=None).values_list("pk", flat=True)
    return any(actor.has(SYSTEM_ADMIN, committee=pk) for pk in roots) or (not roots and actor.has(SYSTEM_ADMIN))
