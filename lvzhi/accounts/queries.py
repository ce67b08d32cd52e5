"""Reads of accounts, appointments, delegations and sessions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Prefetch, Q, QuerySet

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.accounts import rules
from lvzhi.accounts.actors import Post
from lvzhi.accounts.models import Account, Appointment, Delegation, Factor, LoginSession, ResetRequest, same_name
from lvzhi.accounts.norms import number, second_roles
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock


def holders(
    role: str,
    *,
    committee: int | None = None,
    organ: int | None = None,
    unit: int | None = None,
    on: date | None = None,
) -> list[int]:
    """Ids of active accounts that hold the role on the day (default today) in exactly the place given. One query."""
    rows = Appointment.objects.on(on or clock.today()).filter(role=role, account__is_active=True)
    for field, wanted in (("committee_id", committee), ("organ_id", organ), ("unit_id", unit)):
        if wanted is not None:
            rows = rows.filter(**{field: wanted})
    return list(rows.order_by("account_id").values_list("account_id", flat=True).distinct())


def officers_of(units: Iterable[int], on: date | None = None) -> list[int]:
    """Ids of active accounts that answer for one of the units on the day (default today). One query."""
    rows = Appointment.objects.on(on or clock.today()).filter(unit_id__in=list(units), account__is_active=True)
    rows = rows.filter(role__in=(Role.UNIT_OFFICER, Role.UNIT_HEAD))
    return list(rows.order_by("account_id").values_list("account_id", flat=True).distinct())


def names(accounts: Iterable[int]) -> dict[int, str]:
    """Names by account id. One query."""
    return dict(Account.objects.filter(pk__in=list(accounts)).values_list("pk", "name"))


def by_username(username: str) -> Account:
    """The account of that login name; raises Missing("accounts.no_account")."""
    found = Account.objects.filter(username=same_name(username)).first()
    if found is None:
        raise Missing("accounts.no_account")
    return found


def has_factor(account: Account) -> bool:
    """Whether the account has a second factor."""
    return Factor.objects.filter(account=account).exists()


def lacks_factor(account: Account, posts: Iterable[Post]) -> bool:
    """Whether one of these posts asks for a second factor and the account has none."""
    return any(post.role in second_roles(post.committee) for post in posts) and not has_factor(account)


def managed(actor: Actor, text: str = "", committee: Committee | None = None, state: str = "") -> QuerySet[Account]:
    """Accounts the actor has a part in, searched by name or login name, with today's appointments beside them."""
    rows = Account.objects.filter(rules.LOOK.rows(actor)).select_related("committee")
    if text.strip():
        rows = rows.filter(Q(name__icontains=text.strip()) | Q(username__icontains=same_name(text)))
    if committee is not None:
        rows = rows.filter(committee__path__startswith=committee.path)
    if state in {"active", "disabled"}:
        rows = rows.filter(is_active=state == "active")
    today = Appointment.objects.on(clock.today()).select_related("committee", "organ", "unit")
    return rows.prefetch_related(Prefetch("appointments", queryset=today, to_attr="posts_today")).order_by("username")


def managed_committees(actor: Actor) -> QuerySet[Committee]:
    """Committees in whose trees the actor makes accounts."""
    rows = Q() if rules.is_server(actor) else rules.tree(actor, "")
    return Committee.objects.filter(rows).order_by("path")


def guarded_committees(actor: Actor) -> QuerySet[Committee]:
    """Committees in whose trees the actor appoints."""
    rows = Q() if rules.is_server(actor) else rules.guarded(actor, "")
    return Committee.objects.filter(rows).order_by("path")


def seen_committees(actor: Actor) -> QuerySet[Committee]:
    """Committees in whose trees the actor has a part in accounts."""
    rows = Q() if rules.is_server(actor) else rules.tree(actor, "") | rules.guarded(actor, "")
    return Committee.objects.filter(rows).order_by("path")


def managed_account(actor: Actor, uid: UUID | str) -> Account:
    """One account the actor has a part in; raises Missing alike for unknown and foreign ones (R12.4)."""
    try:
        found = Account.objects.filter(rules.LOOK.rows(actor), uid=uid).select_related("committee").first()
    except ValidationError:
        found = None
    if found is None:
        raise Missing("accounts.no_account")
    return found


def managed_appointment(actor: Actor, uid: UUID | str) -> Appointment:
    """One appointment the actor may change; raises Missing."""
    rows = Appointment.objects.filter(rules.APPOINT.rows(actor), uid=uid)
    found: Appointment | None = rows.select_related("account", "committee").first()
    if found is None:
        raise Missing("accounts.no_appointment")
    return found


def appointments_of(account: Account) -> QuerySet[Appointment]:
    """All appointments of an account, the latest first, with their places."""
    return account.appointments.select_related("committee", "organ", "unit").order_by("-starts", "-id")


def delegations_to(account: Account, day: date | None = None) -> list[Delegation]:
    """Delegations in force that let the account act for another."""
    on = day or clock.today()
    rows = Delegation.objects.filter(taker=account, starts__lte=on, ends__gte=on, giver__is_active=True)
    return list(rows.select_related("giver").order_by("ends", "id"))


def delegate_named(username: str) -> Account:
    """The active account to delegate to; raises Refusal alike for unknown and disabled names."""
    found = Account.objects.filter(username=same_name(username), is_active=True).first()
    if found is None:
        raise Refusal("accounts.delegate_taker", field="taker", username=username.strip()[:40])
    return found


def delegations_by(account: Account, day: date | None = None) -> list[Delegation]:
    """Delegations the account has given that have not ended."""
    rows = Delegation.objects.filter(giver=account, ends__gte=day or clock.today())
    return list(rows.select_related("taker").order_by("ends", "id"))


def sessions_of(account: Account) -> list[LoginSession]:
    """Sessions still alive, the one used last first."""
    now = clock.now()
    idle = timedelta(minutes=number("accounts.idle_minutes", account.committee_id))
    rows = LoginSession.objects.filter(account=account, expire_date__gt=now, seen_at__gt=now - idle)
    return list(rows.order_by("-seen_at"))


def guards_of(account: Account) -> list[Account]:
    """Active accounts that may approve a reset of this one's password: its security administrators, else the others."""
    if account.committee is None:
        return []
    role = Role.SECURITY_ADMIN if rules.is_separated(account.committee) else Role.SYSTEM_ADMIN
    held = Appointment.objects.on(clock.today()).filter(role=role, committee_id__in=account.committee.chain_ids())
    return list(Account.objects.filter(pk__in=held.values("account"), is_active=True).order_by("pk"))


def to_reset(actor: Actor, text: str) -> Account:
    """The account of that login name, or of that name where it is one person's, for which the actor may ask."""
    typed = text.strip()
    rows = Account.objects.filter(Q(username=same_name(typed)) | Q(name=typed)).select_related("committee")
    found = [one for one in rows if rules.may_ask_reset(actor, one)]
    named = [one for one in found if one.username == same_name(typed)] or found
    if len(named) != 1:
        raise Refusal("accounts.reset_no_name", field="who", text=typed[:40])
    return named[0]


def resets(actor: Actor) -> QuerySet[ResetRequest]:
    """What was asked of accounts the actor guards, and what the actor asked, the latest first."""
    guarded = Account.objects.filter(rules.GUARD.rows(actor))
    rows = ResetRequest.objects.filter(Q(account__in=guarded) | Q(asked_by_id=actor.account_id or 0))
    return rows.select_related("account__committee", "asked_by", "decided_by").order_by("-asked_at", "-id")


def reset_of(actor: Actor, uid: UUID) -> ResetRequest:
    """One of these; raises Missing."""
    found = resets(actor).filter(uid=uid).first()
    if found is None:
        raise Missing("accounts.reset_unknown")
    return found
