"""Who may do what with accounts and appointments: the parts of the system and of the security administrator (R12.2 g).

Where no security administrator was ever appointed, in the committee or above it, the system administrator does that
part too: somebody has to appoint the first. From the first day of the first one on, he does not, and never again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db.models import Q

from lvzhi.access import Actor, NotAllowed, Rule
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import KEEPERS, Role
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock

NO_ROW = Q(pk__in=())


def is_server(actor: Actor) -> bool:
    """Whether code on the server acts, not a login: it also reaches accounts that belong to no committee yet."""
    return actor.account_id is None and actor.has(Role.SYSTEM_ADMIN)


def _separating() -> frozenset[int]:
    """Committees that have, or had, a security administrator: below each the parts are separate."""
    rows = Appointment.objects.filter(role=Role.SECURITY_ADMIN, starts__lte=clock.today())
    return frozenset(rows.values_list("committee_id", flat=True))


def is_separated(committee: Committee) -> bool:
    """Whether the system administrator's part and the security administrator's are apart here."""
    return not _separating().isdisjoint(committee.chain_ids())


def _holds(actor: Actor, role: str, committee: Committee | None) -> bool:
    return committee is not None and not actor.committees(role).isdisjoint(committee.chain_ids())


def administers(actor: Actor, committee: Committee | None) -> bool:
    """Whether the actor is system administrator of the committee or of one above it."""
    return is_server(actor) or _holds(actor, Role.SYSTEM_ADMIN, committee)


def guards(actor: Actor, committee: Committee | None) -> bool:
    """Whether appointments, unlocking and resets are the actor's part in the committee."""
    if is_server(actor) or _holds(actor, Role.SECURITY_ADMIN, committee):
        return True
    return committee is not None and _holds(actor, Role.SYSTEM_ADMIN, committee) and not is_separated(committee)


def _below(committees: Iterable[int], to_committee: str) -> Q:
    """Rows whose committee (found over `to_committee`, "" for committees themselves) is one of these or below it."""
    name = f"{to_committee}__path__startswith" if to_committee else "path__startswith"
    rows = NO_ROW
    for path in Committee.objects.filter(pk__in=list(committees)).values_list("path", flat=True):
        rows |= Q(**{name: path})
    return rows


def tree(actor: Actor, to_committee: str) -> Q:
    """Rows whose committee lies in a tree the actor administers."""
    return _below(actor.committees(Role.SYSTEM_ADMIN), to_committee)


def guarded(actor: Actor, to_committee: str) -> Q:
    """Rows whose committee lies where the security administrator's part is the actor's."""
    rows = _below(actor.committees(Role.SECURITY_ADMIN), to_committee)
    apart = _separating()
    both = tree(actor, to_committee)
    return rows | (both & ~_below(apart, to_committee) if apart else both)


def _rows(part: Callable[[Actor, str], Q]) -> Callable[[Actor], Q]:
    return lambda actor: Q() if is_server(actor) else part(actor, "committee")


MANAGE = Rule(
    "系统管理员（本级及下级政协的账号）",
    lambda actor, account: administers(actor, account.committee),
    _rows(tree),
)
"""The technical state of accounts: made, renamed, closed, opened."""
GUARD = Rule(
    "安全管理员（本级及下级政协的账号；从未任命安全管理员的，由系统管理员办理）",
    lambda actor, account: guards(actor, account.committee),
    _rows(guarded),
)
"""Passwords and second factors reset, locks lifted, sessions ended."""
APPOINT = Rule(
    "安全管理员（本级及下级政协的任职；从未任命安全管理员的，由系统管理员办理）",
    lambda actor, appointment: guards(actor, appointment.committee),
    _rows(guarded),
)
LOOK = MANAGE | GUARD
"""Accounts and their posts seen."""
OWN = Rule(
    "本人",
    lambda actor, account: actor.account_id is not None and actor.account_id == account.pk,
    lambda actor: Q(pk=actor.account_id) if actor.account_id is not None else NO_ROW,
)
"""An account seen by its owner."""


def check_reach(actor: Actor, account: Account, reaches: Callable[[Actor, Committee | None], bool] = guards) -> None:
    """Who may take an account over must stand above all its posts, or a district could become its province.

    Where the administrators are separated, none takes over the account of another of them: that is done at the server.
    Raises NotAllowed.
    """
    for post in Appointment.objects.on(clock.today()).filter(account=account).select_related("committee"):
        if not reaches(actor, post.committee):
            raise NotAllowed("accounts.posts_elsewhere", committee=post.committee.display)
        foreign = post.role in KEEPERS and not actor.has(post.role)
        if foreign and not is_server(actor) and is_separated(post.committee):
            raise NotAllowed("accounts.keeper_elsewhere", name=account.name, role=post.get_role_display())


def may_open_management(actor: Actor) -> bool:
    """Whether the actor has the management pages in the navigation."""
    return bool(actor.committees(Role.SYSTEM_ADMIN) or actor.committees(Role.SECURITY_ADMIN))


def may_see_keepers(actor: Actor) -> bool:
    """Whether the actor may see who the administrators are: they themselves, and auditors."""
    return any(actor.committees(role) for role in (*KEEPERS, Role.AUDITOR))


RESET_ASKERS = (Role.OFFICE, Role.SECRETARY_GENERAL, Role.CLERK)


def may_ask_reset(actor: Actor, account: Account) -> bool:
    """Whether the actor may ask that a password be reset: the committee's office, and whoever keeps its accounts."""
    place = account.committee_id
    if place is not None and any(actor.has(role, committee=place) for role in RESET_ASKERS):
        return True
    return actor.account_id is not None and LOOK(actor, account)


def may_see_resets(actor: Actor) -> bool:
    """Whether the actor has the page of resets."""
    return may_open_management(actor) or any(actor.committees(role) for role in RESET_ASKERS)
