"""Who logs in, and how: R12.2 a–g, R12.4."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from lvzhi import norms
from lvzhi.accounts.demo_logins import offered
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.assurance.norms import SURPLUS_DAYS
from lvzhi.assurance.ties.saying import bad, either, events, good
from lvzhi.committee.models import Committee
from lvzhi.norms.protection import Seen

USUAL_LENGTH, USUAL_CLASSES = 8, 3  # of an assessment at level 3; what the committee asks is its norm
USUAL_FAILURES, USUAL_LOCK, USUAL_IDLE = 5, 10, 30  # times, minutes, minutes
ASKING = (
    "lvzhi.accounts.middleware.ActorMiddleware"  # leads whoever has an initial password to the page that changes it
)
FACTOR_ROLES = "accounts.second_roles"


def _number(key: str, committee: Committee, day: dt.date) -> int:
    return cast("int", norms.value(key, committee, day))


def _accounts(committee: Committee) -> QuerySet[Account]:
    return Account.objects.filter(committee=committee, is_active=True)


def unique(committee: Committee, day: dt.date) -> Seen:
    """Login names are one person's each, and none is without a password."""
    rows = _accounts(committee)
    empty = rows.filter(password="").count()
    return either(not empty, "identity_unique", count=rows.count(), bad=empty)


def complexity(committee: Committee, day: dt.date) -> Seen:
    """What a password must be."""
    length, classes = (_number(f"accounts.password_{one}", committee, day) for one in ("length", "classes"))
    enough = length >= USUAL_LENGTH and classes >= USUAL_CLASSES
    return either(enough, "identity_complex", "identity_short", length=length, classes=classes)


def change(committee: Committee, day: dt.date) -> Seen:
    """Whether it is changed from time to time."""
    days = _number("accounts.password_days", committee, day)
    return good("identity_change", days=days) if days else bad("identity_never")


def locking(committee: Committee, day: dt.date) -> Seen:
    """What failed logins lead to."""
    failures, minutes = (_number(f"accounts.lock_{one}", committee, day) for one in ("failures", "minutes"))
    holds = failures <= USUAL_FAILURES and minutes >= USUAL_LOCK
    count = events(committee, "accounts.lock")
    return either(holds, "failures_lock", "failures_weak", failures=failures, minutes=minutes, count=count)


def idle(committee: Committee, day: dt.date) -> Seen:
    """When a session ends by itself."""
    minutes = _number("accounts.idle_minutes", committee, day)
    count = events(committee, "accounts.idle_out")
    return either(minutes <= USUAL_IDLE, "failures_idle", "failures_long", minutes=minutes, count=count)


def factor_norm() -> str:
    """The setting that says who must have a second factor; empty where the product has none."""
    return FACTOR_ROLES if any(one.key == FACTOR_ROLES for one in norms.norms()) else ""


def factors(committee: Committee, day: dt.date) -> Seen:
    """Whether a second factor is asked for, and of how many roles."""
    if not factor_norm():
        return bad("factors_none")
    count = len(cast("list[str]", norms.value(FACTOR_ROLES, committee, day)))
    return good("factors_on", count=count) if count else bad("factors_off")


def own(committee: Committee, day: dt.date) -> Seen:
    """Every account is a person's; how many have not yet changed what they were given."""
    rows = _accounts(committee)
    unnamed = rows.filter(name="").count()
    return either(not unnamed, "accounts_own", count=rows.count(), fresh=rows.filter(must_change_password=True).count())


def default(committee: Committee, day: dt.date) -> Seen:
    """No account that everybody knows the password of."""
    known = list(offered())
    return bad("accounts_demo", count=len(known)) if known else good("accounts_no_demo")


def without_post(committee: Committee, day: dt.date) -> Seen:
    """Accounts that are of use to nobody."""
    held = Appointment.objects.on(day).filter(account=OuterRef("pk"))
    count = _accounts(committee).filter(~Exists(held)).count()
    return either(not count, "surplus_posts", count=count)


def unused(committee: Committee, day: dt.date) -> Seen:
    """Accounts nobody has come with for long; one never used counts from when its password was given."""
    days = _number(SURPLUS_DAYS, committee, day)
    before = day - dt.timedelta(days=days)
    old = Q(last_login__date__lt=before) | Q(last_login=None, password_changed_at__date__lt=before)
    count = _accounts(committee).filter(old).count()
    return either(not count, "surplus_idle", count=count, days=days)


def separated(committee: Committee, day: dt.date) -> Seen:
    """The three administrators are three people."""
    names = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)
    rows = Appointment.objects.on(day).filter(committee=committee, role__in=names, account__is_active=True)
    held: dict[str, set[int]] = {one: set() for one in names}
    for role, account in rows.values_list("role", "account_id"):
        held[role].add(account)
    system, security, audit = (held[one] for one in names)
    both = (system & security) | (system & audit) | (security & audit)
    holds = bool(system and security and audit) and not both
    counts: dict[str, Any] = {"system": len(system), "security": len(security), "audit": len(audit), "both": len(both)}
    return either(holds, "separation", **counts)


def first(committee: Committee, day: dt.date) -> Seen:
    """An initial password opens nothing but the page that changes it."""
    count = _accounts(committee).filter(must_change_password=True).count()
    return either(ASKING in settings.MIDDLEWARE, "portal_first", "portal_unasked", count=count)
