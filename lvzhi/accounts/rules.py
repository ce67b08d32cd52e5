"""Who may do what with accounts and appointments."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee

NO_ROW = Q(pk__in=())


def is_server(actor: Actor) -> bool:
    """Whether code on the server acts, not a login: it also reaches accounts that belong to no committee yet."""
    return actor.account_id is None and actor.has(Role.SYSTEM_ADMIN)


def administers(actor: Actor, committee: Committee | None) -> bool:
    """Whether the actor is system administrator of the committee or of one above it."""
    if is_server(actor):
        return True
    return committee is not None and not actor.committees(Role.SYSTEM_ADMIN).isdisjoint(committee.chain_ids())


def tree(actor: Actor, to_committee: str) -> Q:
    """Rows whose committee (found over `to_committee`) lies in a tree the actor administers."""
    paths = Committee.objects.filter(pk__in=actor.committees(Role.SYSTEM_ADMIN)).values_list("path", flat=True)
    rows = NO_ROW
    for path in paths:
        rows |= Q(**{f"{to_committee}__path__startswith": path})
    return rows


def _may_manage(actor: Actor, account: Account) -> bool:
    return administers(actor, account.committee)


def _managed(actor: Actor) -> Q:
    return Q() if is_server(actor) else tree(actor, "committee")


def _may_appoint(actor: Actor, appointment: Appointment) -> bool:
    return administers(actor, appointment.committee)


def _appointed(actor: Actor) -> Q:
    return Q() if is_server(actor) else tree(actor, "committee")


MANAGE = Rule("系统管理员（本级及下级政协的账号）", _may_manage, _managed)
APPOINT = Rule("系统管理员（本级及下级政协的任职）", _may_appoint, _appointed)
OWN = Rule(
    "本人",
    lambda actor, account: actor.account_id is not None and actor.account_id == account.pk,
    lambda actor: Q(pk=actor.account_id) if actor.account_id is not None else NO_ROW,
)
"""An account seen by its owner."""


def may_open_management(actor: Actor) -> bool:
    """Whether the actor has the management pages in the navigation."""
    return bool(actor.committees(Role.SYSTEM_ADMIN))
