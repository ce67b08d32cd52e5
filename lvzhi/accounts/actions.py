"""Writes: accounts, appointments, delegations, one's own settings. Each checks its rule and is journalled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.contrib.auth import hashers

from lvzhi.access import Actor, Missing, NotAllowed, Refusal
from lvzhi.accounts import locking, passwords, rules
from lvzhi.accounts.models import Account, Appointment, Delegation, LoginSession, same_name
from lvzhi.accounts.norms import number
from lvzhi.accounts.vocabulary import NO_END, ROLES_FOR_ORGAN, ROLES_FOR_UNIT, ROLES_NOT_DELEGATED, Role
from lvzhi.committee.models import Committee, Organ
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.journal.lines import line

_USERNAME_SHAPE = re.compile(r"[\w.@-]+")
_KEPT_PASSWORDS = 10  # the history norm's upper bound: more is never asked for


def _max_length(field: str) -> int:
    return int(Account._meta.get_field(field).max_length or 0)  # type: ignore[union-attr]  # both are char fields


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
) -> Account:
    """A new account. Without `password` one is made and left in `initial_password` of the result, to be shown once.

    `hashed` takes an already encoded password (mass loading, where hashing thousands would take an hour).
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
        _give_initial(account)
    with line(actor, "accounts.create", subject=account, committee=committee, username=account.username):
        account.save()
    return account


def _give_initial(account: Account) -> str:
    password = passwords.initial()
    account.initial_password = password
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
    _check_reach(actor, account)
    if actor.account_id == account.pk:
        raise Refusal("accounts.not_yourself")
    with line(actor, "accounts.disable", subject=account, committee=account.committee, username=account.username):
        for appointment in Appointment.objects.on(clock.today()).filter(account=account, role=Role.SYSTEM_ADMIN):
            _keep_an_admin(appointment)
        account.is_active = False
        account.save()
    LoginSession.objects.filter(account=account).delete()


def _check_reach(actor: Actor, account: Account) -> None:
    """Who may take an account over must stand above all its posts, or a district could become its province."""
    for post in Appointment.objects.on(clock.today()).filter(account=account).select_related("committee"):
        if not rules.administers(actor, post.committee):
            raise NotAllowed("accounts.posts_elsewhere", committee=post.committee.display)


def enable(actor: Actor, account: Account) -> None:
    """Open a closed account again."""
    rules.MANAGE.check(actor, account)
    with line(actor, "accounts.enable", subject=account, committee=account.committee, username=account.username):
        account.is_active = True
        account.save()


def reset_password(actor: Actor, account: Account) -> str:
    """Give a new initial password, to be shown once and changed at the next login; ends sessions and locks."""
    rules.MANAGE.check(actor, account)
    _check_reach(actor, account)
    event = "accounts.reset_password"
    with line(actor, event, subject=account, committee=account.committee, username=account.username):
        _remember(account)
        password = _give_initial(account)
        account.must_change_password = True
        account.password_changed_at = clock.now()
        account.save()
    locking.unlock(account.username)
    LoginSession.objects.filter(account=account).delete()
    return password


def unlock(actor: Actor, account: Account) -> None:
    """Lift the lock after failed logins before its time."""
    rules.MANAGE.check(actor, account)
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


# appointments


def appoint(
    actor: Actor,
    account: Account,
    role: str,
    committee: Committee,
    organ: Organ | None = None,
    unit: Unit | None = None,
    starts: date | None = None,
    ends: date | None = None,
    ground: str = "",
) -> Appointment:
    """Give a role from a day to a day (both included; default from today, open-ended).

    An account without a home committee takes the first appointment's.
    Raises Refusal for contradictory places or dates or an overlapping twin, NotAllowed outside the actor's tree.
    """
    appointment = Appointment(
        account=account,
        role=role,
        committee=committee,
        organ=organ,
        unit=unit,
        starts=starts or clock.today(),
        ends=ends,
        ground=ground.strip(),
    )
    rules.APPOINT.check(actor, appointment)
    _check_place(appointment)
    facts: dict[str, Any] = {"role": str(Role(role).label), "starts": appointment.starts.isoformat()}
    with line(actor, "accounts.appoint", subject=account, committee=committee, **facts):
        Account.objects.select_for_update().get(pk=account.pk)  # two clerks at once must not make twins
        _check_twins(appointment)
        appointment.save()
        if account.committee_id is None:
            account.committee = committee
            account.save()
    return appointment


def _check_place(appointment: Appointment) -> None:
    role, committee, organ, unit = appointment.role, appointment.committee, appointment.organ, appointment.unit
    if role not in Role.values:
        raise Refusal("accounts.role_unknown", field="role", role=role)
    if appointment.ends is not None and appointment.ends < appointment.starts:
        raise Refusal("accounts.ends_before_starts", field="ends", starts=appointment.starts, ends=appointment.ends)
    if organ is not None and organ.committee_id != committee.pk:
        raise Refusal("accounts.organ_elsewhere", field="organ", organ=organ.name, committee=committee.display)
    if unit is not None and unit.committee_id != committee.pk:
        raise Refusal("accounts.unit_elsewhere", field="unit", unit=unit.name, committee=committee.display)
    if unit is None and role in ROLES_FOR_UNIT:
        raise Refusal("accounts.unit_missing", field="unit")
    if organ is None and role in ROLES_FOR_ORGAN:
        raise Refusal("accounts.organ_missing", field="organ")


def _check_twins(appointment: Appointment) -> None:
    twins = Appointment.objects.filter(
        account_id=appointment.account_id,
        role=appointment.role,
        committee_id=appointment.committee_id,
        organ=appointment.organ,
        unit=appointment.unit,
    ).exclude(pk=appointment.pk)
    for twin in twins:
        begins_before_end = appointment.ends is None or twin.starts <= appointment.ends
        ends_after_start = twin.ends is None or twin.ends >= appointment.starts
        if begins_before_end and ends_after_start:
            raise Refusal(
                "accounts.appointment_twice",
                field="starts",
                name=appointment.account.name,
                starts=twin.starts,
                ends=twin.ends or NO_END,
            )


def end_appointment(actor: Actor, appointment: Appointment, ends: date | None = None) -> Appointment:
    """End an appointment on a day (the last day on which it still counts; default today).

    Raises Refusal when the day lies before its start or after an end already set, or when a committee
    would be left without a system administrator.
    """
    rules.APPOINT.check(actor, appointment)
    last = ends or clock.today()
    if last < appointment.starts:
        raise Refusal("accounts.ends_before_starts", field="ends", starts=appointment.starts, ends=last)
    if appointment.ends is not None and last > appointment.ends:
        raise Refusal("accounts.appointment_over", field="ends", ends=appointment.ends)
    facts: dict[str, Any] = {"role": appointment.get_role_display(), "ends": last.isoformat()}
    with line(actor, "accounts.end_appointment", subject=appointment.account, committee=appointment.committee, **facts):
        if appointment.role == Role.SYSTEM_ADMIN:
            _keep_an_admin(appointment)
        appointment.ends = last
        appointment.save()
    return appointment


def _keep_an_admin(appointment: Appointment) -> None:
    """Refuse unless another administrator without a set end remains in the committee or above it."""
    others = (
        Appointment.objects.on(clock.today())
        .filter(role=Role.SYSTEM_ADMIN, committee_id__in=appointment.committee.chain_ids(), ends=None)
        .filter(account__is_active=True)
        .exclude(account_id=appointment.account_id)
    )
    if not others.exists():
        raise Refusal("accounts.last_admin", committee=appointment.committee.display)


# acting for another


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
