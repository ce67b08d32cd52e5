"""Writes on appointments: a role from a day to a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.accounts import rules
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import KEEPERS, NO_END, ROLES_FOR_ORGAN, ROLES_FOR_UNIT, Role
from lvzhi.committee.models import Committee, Organ
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.journal.lines import line


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
    if actor.account_id is not None and actor.account_id == account.pk:
        raise Refusal("accounts.appoint_yourself")
    _check_place(appointment)
    facts: dict[str, Any] = {"role": str(Role(role).label), "starts": appointment.starts.isoformat()}
    with line(actor, "accounts.appoint", subject=account, committee=committee, **facts):
        Account.objects.select_for_update().get(pk=account.pk)  # two clerks at once must not make twins
        _check_twins(appointment)
        _check_apart(appointment)
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
        if _meet(twin, appointment):
            raise Refusal(
                "accounts.appointment_twice",
                field="starts",
                name=appointment.account.name,
                starts=twin.starts,
                ends=twin.ends or NO_END,
            )


def _meet(one: Appointment, other: Appointment) -> bool:
    """Whether the two are in force on a common day."""
    begins_before_end = other.ends is None or one.starts <= other.ends
    ends_after_start = one.ends is None or one.ends >= other.starts
    return begins_before_end and ends_after_start


def _check_apart(appointment: Appointment) -> None:
    """One account is never two of the three administrators on one day; the database refuses it too (`walls`)."""
    if appointment.role not in KEEPERS:
        return
    held = Appointment.objects.filter(account_id=appointment.account_id, role__in=KEEPERS)
    for post in held.exclude(role=appointment.role):
        if _meet(post, appointment):
            raise Refusal(
                "accounts.keepers_apart",
                field="role",
                name=appointment.account.name,
                role=post.get_role_display(),
                starts=post.starts,
                ends=post.ends or NO_END,
            )


def end_appointment(actor: Actor, appointment: Appointment, ends: date | None = None) -> Appointment:
    """End an appointment on a day (the last day on which it still counts; default today).

    Raises Refusal when the day lies before its start or after an end already set, or when a committee
    would be left without one of its administrators.
    """
    rules.APPOINT.check(actor, appointment)
    last = ends or clock.today()
    if last < appointment.starts:
        raise Refusal("accounts.ends_before_starts", field="ends", starts=appointment.starts, ends=last)
    if appointment.ends is not None and last > appointment.ends:
        raise Refusal("accounts.appointment_over", field="ends", ends=appointment.ends)
    facts: dict[str, Any] = {"role": appointment.get_role_display(), "ends": last.isoformat()}
    with line(actor, "accounts.end_appointment", subject=appointment.account, committee=appointment.committee, **facts):
        if appointment.role in KEEPERS:
            keep_an_admin(appointment)
        appointment.ends = last
        appointment.save()
    return appointment


def keep_an_admin(appointment: Appointment) -> None:
    """Refuse unless another of the same administrators without a set end remains in the committee or above it."""
    others = (
        Appointment.objects.on(clock.today())
        .filter(role=appointment.role, committee_id__in=appointment.committee.chain_ids(), ends=None)
        .filter(account__is_active=True)
        .exclude(account_id=appointment.account_id)
    )
    if not others.exists():
        role = appointment.get_role_display()
        raise Refusal("accounts.last_keeper", committee=appointment.committee.display, role=role)
