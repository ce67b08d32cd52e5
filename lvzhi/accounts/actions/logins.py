"""Writes on accounts: made, closed, reset, unlocked; one's own password and type size."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.auth import hashers

from lvzhi.access import Actor, Missing, NotAllowed, Refusal
from lvzhi.accounts import browsers, locking, passwords, rules, telling
from lvzhi.accounts.actions.posts import keep_an_admin
from lvzhi.accounts.models import (
    Account,
    Appointment,
    Factor,
    LoginSession,
    RecoverySheet,
    same_name,
)
from lvzhi.accounts.vocabulary import KEEPERS
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

_USERNAME_SHAPE = re.compile(r"[\w.@-]+")
_KEPT_PASSWORDS = 10  # the history norm's upper bound: more is never asked for


def _max_length(field: str) -> int:
    return int(Account._meta.get_field(field).max_length or 0)  # type: ignore[union-attr]  # reason: both are char fields


def clean_username(username: str) -> str:
    """The stored spelling; raises Refusal for a bad or taken one."""
    spelled = same_name(username)
    least, most = 2, _max_length("username")
    if len(spelled) < least:
        raise Refusal("accounts.username_short", field="username", limit=least)
    if len(spelled) > most or not _USERNAME_SHAPE.fullmatch(spelled):
        raise Refusal("accounts.username_shape", field="username", username=spelled[:most], limit=most)
    if Account.objects.filter(username=spelled).exists():
        raise Refusal("accounts.username_taken", field="username", username=spelled)
    return spelled


def clean_name(name: str) -> str:
    """The person's name without outer spaces; raises Refusal when empty or too long."""
    stripped = name.strip()
    if not stripped:
        raise Refusal("accounts.name_missing", field="name")
    if len(stripped) > _max_length("name"):
        raise Refusal("accounts.name_long", field="name", limit=_max_length("name"))
    return stripped


def create_account(
    actor: Actor,
    username: str,
    name: str,
    password: str | None = None,
    must_change: bool = True,
    *,
    committee: Committee | None = None,
    hashed: str | None = None,
    light: bool = False,
) -> Account:
    """A new account. Without `password` one is made and left in `initial_password` of the result, to be shown once.

    `hashed` takes an already encoded password (mass loading, where hashing thousands would take an hour); `light` makes
    one of many at once, hashed with fewer rounds.
    Raises Refusal for a bad name or password, NotAllowed outside the actor's tree.
    """
    if not rules.administers(actor, committee):
        raise NotAllowed("access.not_allowed", who=rules.MANAGE.label)
    account = Account(
        username=clean_username(username),
        name=clean_name(name),
        committee=committee,
        must_change_password=must_change,
        password_changed_at=clock.now(),
    )
    if hashed is not None:
        account.password = hashed
    elif password is not None:
        passwords.check(password, account)
        account.set_password(password)
    else:
        _give_initial(account, light=light)
    with line(actor, "accounts.create", subject=account, committee=committee, username=account.username):
        account.save()
    return account


def _give_initial(account: Account, *, light: bool = False) -> str:
    password = passwords.initial()
    account.initial_password = password
    if light:
        account.password = passwords.light(password)
    else:
        account.set_password(password)
    return password


def edit_account(actor: Actor, account: Account, *, name: str, committee: Committee | None) -> Account:
    """Change name or home committee; both committees must be the actor's to administer."""
    rules.MANAGE.check(actor, account)
    if not rules.administers(actor, committee):
        raise NotAllowed("access.not_allowed", who=rules.MANAGE.label)
    with line(actor, "accounts.edit", subject=account, committee=committee, username=account.username):
        account.name = clean_name(name)
        account.committee = committee
        account.save()
    return account


def disable(actor: Actor, account: Account) -> None:
    """Close an account; its sessions end at the next request (R12.4)."""
    rules.MANAGE.check(actor, account)
    rules.check_reach(actor, account, rules.administers)
    if actor.account_id == account.pk:
        raise Refusal("accounts.not_yourself")
    with line(actor, "accounts.disable", subject=account, committee=account.committee, username=account.username):
        for appointment in Appointment.objects.on(clock.today()).filter(account=account, role__in=KEEPERS):
            keep_an_admin(appointment)
        account.is_active = False
        account.save()
    LoginSession.objects.filter(account=account).delete()


def enable(actor: Actor, account: Account) -> None:
    """Open a closed account again."""
    rules.MANAGE.check(actor, account)
    with line(actor, "accounts.enable", subject=account, committee=account.committee, username=account.username):
        account.is_active = True
        account.save()


def reset_password(actor: Actor, account: Account) -> str:
    """Give a new initial password, to be shown once and changed at the next login; ends sessions and locks."""
    rules.GUARD.check(actor, account)
    rules.check_reach(actor, account)
    event = "accounts.reset_password"
    with line(actor, event, subject=account, committee=account.committee, username=account.username):
        _remember(account)
        password = _give_initial(account)
        account.must_change_password = True
        account.password_changed_at = clock.now()
        account.save()
        browsers.forget_all(account)
    locking.unlock(account.username)
    LoginSession.objects.filter(account=account).delete()
    return password


def reset_factors(actor: Actor, account: Account, ground: str) -> None:
    """Take every second factor away, for a person who lost them; ends the sessions and tells the person.

    Raises Refusal without a ground, for oneself, or where there is nothing to reset.
    """
    rules.GUARD.check(actor, account)
    rules.check_reach(actor, account)
    if actor.account_id == account.pk:
        raise Refusal("accounts.reset_yourself")
    if not ground.strip():
        raise Refusal("accounts.ground_needed", field="ground")
    held = list(Factor.objects.filter(account=account))
    if not held:
        raise Refusal("accounts.nothing_to_reset")
    facts: dict[str, Any] = {"username": account.username, "ground": ground.strip()}
    with line(actor, "accounts.factors_reset", subject=account, committee=account.committee, **facts):
        for row in (*held, *RecoverySheet.objects.filter(account=account)):
            row.delete()
        browsers.forget_all(account)
        telling.tell(account, "accounts.told_reset", who=actor.name, ground=ground.strip())
    locking.unlock(account.username)
    LoginSession.objects.filter(account=account).delete()


def expel(actor: Actor, account: Account) -> None:
    """End every session of an account."""
    rules.GUARD.check(actor, account)
    with line(actor, "accounts.expel", subject=account, committee=account.committee, username=account.username):
        LoginSession.objects.filter(account=account).delete()
        browsers.forget_all(account)


def unlock(actor: Actor, account: Account) -> None:
    """Lift the lock after failed logins before its time."""
    rules.GUARD.check(actor, account)
    with line(actor, "accounts.unlock", subject=account, committee=account.committee, username=account.username):
        locking.unlock(account.username)


def change_password(actor: Actor, account: Account, old: str, new: str, again: str) -> None:
    """Change one's own password (R12.2 a). Raises Refusal naming the field."""
    rules.OWN.check(actor, account)
    if not hashers.check_password(old, account.password):
        raise Refusal("accounts.old_password_wrong", field="old")
    if new != again:
        raise Refusal("accounts.passwords_differ", field="again")
    passwords.check(new, account, field="new")
    with line(actor, "accounts.change_password", subject=account, committee=account.committee):
        _remember(account)
        account.set_password(new)
        account.must_change_password = False
        account.password_changed_at = clock.now()
        account.save()
        browsers.forget_all(account)


def _remember(account: Account) -> None:
    if account.password and hashers.is_password_usable(account.password):
        account.former_passwords = [*account.former_passwords, account.password][-_KEPT_PASSWORDS:]


def set_large_type(actor: Actor, account: Account, on: bool) -> None:
    """Switch the large-type (适老) interface for oneself."""
    rules.OWN.check(actor, account)
    with line(actor, "accounts.large_type", subject=account, committee=account.committee):
        account.large_type = on
        account.save()


def end_session(actor: Actor, account: Account, session_key: str) -> None:
    """End one of one's own sessions on another device. Raises Missing when it is not one's own or gone."""
    rules.OWN.check(actor, account)
    with line(actor, "accounts.end_session", subject=account, committee=account.committee):
        ended, _ = LoginSession.objects.filter(account=account, session_key=session_key).delete()
        if not ended:
            raise Missing("accounts.no_session")
