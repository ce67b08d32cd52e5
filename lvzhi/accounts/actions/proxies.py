"""Writes on delegations: acting for another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.accounts import rules
from lvzhi.accounts.models import Account, Delegation
from lvzhi.accounts.norms import number
from lvzhi.accounts.vocabulary import ROLES_NOT_DELEGATED
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line


def delegate(
    actor: Actor, giver: Account, taker: Account, roles: Iterable[str], starts: date, ends: date
) -> Delegation:
    """Let `taker` act in some of the giver's own roles between two days, both included.

    Administrators' roles cannot be delegated: who manages rights is appointed by name (R12.2 g).
    """
    rules.OWN.check(actor, giver)
    wanted = sorted(set(roles))
    _check_delegation(actor, giver, taker, wanted, starts, ends)
    facts: dict[str, Any] = {"taker": taker.name, "starts": starts.isoformat(), "ends": ends.isoformat()}
    with line(actor, "accounts.delegate", subject=giver, committee=giver.committee, **facts):
        delegation = Delegation(giver=giver, taker=taker, roles=wanted, starts=starts, ends=ends)
        delegation.save()
    return delegation


def _check_delegation(
    actor: Actor, giver: Account, taker: Account, wanted: list[str], starts: date, ends: date
) -> None:
    if giver.pk == taker.pk:
        raise Refusal("accounts.delegate_self", field="taker")
    if not taker.is_active:
        raise Refusal("accounts.delegate_taker", field="taker", username=taker.username)
    if ROLES_NOT_DELEGATED.intersection(wanted):
        raise Refusal("accounts.delegate_admin", field="roles")
    if actor.behalf or not wanted or not all(actor.has(role) for role in wanted):
        raise Refusal("accounts.delegate_roles", field="roles")
    if ends < starts:
        raise Refusal("accounts.ends_before_starts", field="ends", starts=starts, ends=ends)
    most = number("accounts.delegation_days", giver.committee_id)
    if ends - starts >= timedelta(days=most):
        raise Refusal("accounts.delegate_long", field="ends", days=most)


def end_delegation(actor: Actor, delegation: Delegation) -> None:
    """Take a delegation back as of now; one that has not begun disappears."""
    rules.OWN.check(actor, delegation.giver)
    yesterday = clock.today() - timedelta(days=1)
    event = "accounts.end_delegation"
    giver = delegation.giver
    with line(actor, event, subject=giver, committee=giver.committee, taker=delegation.taker.name):
        if delegation.starts > yesterday:
            delegation.delete()
        else:
            delegation.ends = min(delegation.ends, yesterday)
            delegation.save()
