"""The second factor: who has one, who must, adding and taking away, recovery codes (R12.2 d)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth import hashers
from django.db import transaction
from django.db.models import QuerySet

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.accounts import browsers, recovery, rules, telling, totp
from lvzhi.accounts.locking import failure_limit
from lvzhi.accounts.models import Account, Appointment, Factor, RecoverySheet
from lvzhi.accounts.norms import number, second_roles
from lvzhi.accounts.vocabulary.factors import TOTP_LABEL, FactorKind
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

GROUND_LENGTH = 200


def factors_of(account: Account) -> QuerySet[Factor]:
    """The account's authenticator and passkeys."""
    return Factor.objects.filter(account=account).order_by("kind", "made_at", "id")


def kinds_of(account: Account) -> frozenset[str]:
    """Which kinds of second factor the account has. One query."""
    return frozenset(Factor.objects.filter(account=account).values_list("kind", flat=True))


def is_required(account: Account) -> bool:
    """Whether a post of today asks for a second factor in its committee (a norm with the day it begins)."""
    posts = Appointment.objects.on(clock.today()).filter(account=account).values_list("role", "committee_id").distinct()
    return any(role in second_roles(committee) for role, committee in posts)


def own_factor(account: Account, uid: UUID, kind: str | None = None) -> Factor:
    """One of the account's own; raises Missing."""
    found = factors_of(account).filter(uid=uid, **({"kind": kind} if kind else {})).first()
    if found is None:
        raise Missing("accounts.no_factor")
    return found


# using


def use_code(account: Account, code: str) -> None:
    """Take a code of the authenticator, each once.

    Raises:
        Refusal: accounts.code_wrong, or accounts.code_used for one of a half minute already used.
    """
    with transaction.atomic():
        factor = Factor.objects.select_for_update().filter(account=account, kind=FactorKind.TOTP).first()
        now = clock.now()
        drift = number("accounts.code_drift", account.committee_id)
        step = None if factor is None else totp.matching(factor.secret.reveal(), code, now, drift)
        if factor is None or step is None:
            raise _wrong("accounts.code_wrong", "code")
        if step <= factor.last_step:
            raise Refusal("accounts.code_used", field="code")
        factor.last_step, factor.used_at = step, now
        factor.save(update_fields=["last_step", "used_at"])


def use_recovery(actor: Actor, account: Account, code: str) -> int:
    """Use up a recovery code; returns how many are left. Raises Refusal("accounts.recovery_wrong")."""
    with transaction.atomic():
        sheet = RecoverySheet.objects.select_for_update().filter(account=account).first()
        left = None if sheet is None else recovery.left_after(code, sheet.salt, sheet.digests)
        if sheet is None or left is None:
            raise _wrong("accounts.recovery_wrong", "recovery")
        with line(actor, "accounts.recovery_used", subject=account, committee=account.committee_id, left=len(left)):
            sheet.digests = left
            sheet.save(update_fields=["digests"])
            telling.tell(account, "accounts.told_recovery", left=len(left))
    return len(left)


def _wrong(code: str, field: str) -> Refusal:
    return Refusal(code, field=field, limit=failure_limit(), minutes=number("accounts.lock_minutes"))


def prove(actor: Actor, account: Account, password: str, code: str) -> None:
    """Hold that it is the person: the password, and a code of the authenticator or a recovery code. Raises Refusal."""
    if not hashers.check_password(password, account.password):
        raise Refusal("accounts.password_needed", field="password")
    if FactorKind.TOTP in kinds_of(account) and len(totp.tidy(code)) == totp.DIGITS:
        use_code(account, code)
        return
    try:
        use_recovery(actor, account, code)
    except Refusal as refusal:
        refusal.field = "code"
        raise


# adding and taking away


def add_totp(actor: Actor, account: Account, secret: str, code: str) -> list[str]:
    """Add the authenticator that shows `code` for `secret`; replaces a former one.

    Returns:
        Ten recovery codes, to be shown once; none where the person has some already.

    Raises:
        Refusal: accounts.code_mismatch on the field code.
    """
    rules.OWN.check(actor, account)
    now = clock.now()
    step = totp.matching(secret, code, now, number("accounts.code_drift", account.committee_id))
    if step is None:
        raise Refusal("accounts.code_mismatch", field="code")
    with line(actor, "accounts.totp_added", subject=account, committee=account.committee_id):
        for former in Factor.objects.filter(account=account, kind=FactorKind.TOTP):
            former.delete()
        Factor(
            account=account, kind=FactorKind.TOTP, label=TOTP_LABEL, secret=secret, last_step=step, made_at=now
        ).save()
        browsers.forget_all(account)
        telling.tell(account, "accounts.told_added", kind=str(FactorKind.TOTP.label))
        return first_codes(actor, account)


def first_codes(actor: Actor, account: Account) -> list[str]:
    """Recovery codes where the person has none yet."""
    sheet = RecoverySheet.objects.filter(account=account).first()
    return [] if sheet is not None and sheet.digests else renew_codes(actor, account)


def renew_codes(actor: Actor, account: Account) -> list[str]:
    """Ten new recovery codes, to be shown once; former ones count no more."""
    rules.OWN.check(actor, account)
    codes, salt = recovery.make(), recovery.new_salt()
    with line(actor, "accounts.recovery_made", subject=account, committee=account.committee_id, count=len(codes)):
        sheet = RecoverySheet.objects.filter(account=account).first() or RecoverySheet(account=account)
        sheet.salt, sheet.digests, sheet.made_at = salt, [recovery.digest(code, salt) for code in codes], clock.now()
        sheet.save()
    return codes


def codes_left(account: Account) -> int:
    """How many recovery codes are left."""
    sheet = RecoverySheet.objects.filter(account=account).first()
    return len(sheet.digests) if sheet is not None else 0


def remove(actor: Actor, account: Account, factor: Factor) -> None:
    """Take one factor away; the person has been proved before. Raises Refusal where a post asks for one."""
    rules.OWN.check(actor, account)
    others = factors_of(account).exclude(pk=factor.pk)
    if not others and is_required(account):
        raise Refusal("accounts.factor_needed")
    facts: dict[str, Any] = {"kind": factor.get_kind_display(), "label": factor.label}
    with line(actor, "accounts.factor_removed", subject=account, committee=account.committee_id, **facts):
        factor.delete()
        if not others:
            for sheet in RecoverySheet.objects.filter(account=account):
                sheet.delete()
        browsers.forget_all(account)
        telling.tell(account, "accounts.told_removed", kind=facts["kind"])


def forget_browsers(actor: Actor, account: Account) -> None:
    """Ask for the second step on every browser again."""
    rules.OWN.check(actor, account)
    with line(actor, "accounts.browsers_forgotten", subject=account, committee=account.committee_id):
        browsers.forget_all(account)
