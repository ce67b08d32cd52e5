"""A password reset takes two persons: one asks and answers for the ground, another approves (R12.2 g)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.accounts import rules, telling
from lvzhi.accounts.actions.logins import reset_password
from lvzhi.accounts.models import Account, ResetRequest
from lvzhi.accounts.norms import number
from lvzhi.accounts.queries import guards_of
from lvzhi.accounts.vocabulary.resets import APPROVERS, ASKERS, Verdict
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line


def ask_reset(actor: Actor, account: Account, ground: str) -> ResetRequest:
    """Ask that the password of an account be reset; whoever may approve is told.

    Raises:
        NotAllowed: the actor may not ask for this account.
        Refusal: no ground, or the account is closed. Conflict: it was asked already.
    """
    if not rules.may_ask_reset(actor, account):
        raise NotAllowed("access.not_allowed", who=ASKERS)
    if not ground.strip():
        raise Refusal("accounts.ground_needed", field="ground")
    if not account.is_active:
        raise Refusal("accounts.reset_disabled", name=account.name)
    for old in ResetRequest.objects.filter(account=account, decided_at=None):
        if not is_late(old):
            raise Conflict("accounts.reset_twice", name=account.name)
        _decide(actor, old, Verdict.WITHDRAWN)
    asker = Account.objects.get(pk=actor.account_id or 0)
    made = ResetRequest(account=account, asked_by=asker, ground=ground.strip()[:200], asked_at=clock.now())
    try:
        facts: dict[str, Any] = {"username": account.username, "ground": made.ground}
        with line(actor, "accounts.reset_asked", subject=account, committee=account.committee, **facts):
            made.save()
            for guard in guards_of(account):
                if guard.pk != asker.pk:
                    telling.tell(guard, "accounts.told_reset_asked", who=actor.name, name=account.name)
    except IntegrityError:
        raise Conflict("accounts.reset_twice", name=account.name) from None
    return made


def approve_reset(actor: Actor, request: ResetRequest) -> Account:
    """Approve what another asked: the account has a new initial password, to be shown once (`initial_password`).

    Raises:
        NotAllowed: not the actor's part. Refusal: the same person, the own account, in another's name, too late.
        Conflict: decided already.
    """
    with transaction.atomic():
        locked = _open(actor, request)
        if is_late(locked):
            days = number("accounts.reset_days", locked.account.committee_id)
            raise Refusal("accounts.reset_late", day=locked.asked_at.date(), days=days)
        account, ground = locked.account, locked.ground
        facts: dict[str, Any] = {"username": account.username, "asker": locked.asked_by.name, "ground": ground}
        with line(actor, "accounts.reset_approved", subject=account, committee=account.committee, **facts):
            reset_password(actor, account)
            _close(actor, locked, Verdict.APPROVED)
            telling.tell(
                account, "accounts.told_password_reset", asker=locked.asked_by.name, who=actor.name, ground=ground
            )
    return account


def decline_reset(actor: Actor, request: ResetRequest, reason: str) -> None:
    """Send back what another asked; that person is told why. Raises as `approve_reset`."""
    if not reason.strip():
        raise Refusal("accounts.reset_reason", field="reason")
    with transaction.atomic():
        locked = _open(actor, request)
        account, said = locked.account, reason.strip()[:200]
        facts: dict[str, Any] = {"username": account.username, "asker": locked.asked_by.name, "reason": said}
        with line(actor, "accounts.reset_declined", subject=account, committee=account.committee, **facts):
            _close(actor, locked, Verdict.DECLINED, said)
            telling.tell(locked.asked_by, "accounts.told_reset_declined", name=account.name, reason=said)


def withdraw_reset(actor: Actor, request: ResetRequest) -> None:
    """Take back what one asked. Raises NotAllowed, Conflict."""
    with transaction.atomic():
        locked = _locked(request)
        if actor.account_id != locked.asked_by_id:
            raise NotAllowed("access.not_allowed", who=ASKERS)
        _decide(actor, locked, Verdict.WITHDRAWN)


def is_late(request: ResetRequest) -> bool:
    """Whether it was asked too long ago to be approved."""
    return clock.now() > request.asked_at + timedelta(days=number("accounts.reset_days", request.account.committee_id))


def _locked(request: ResetRequest) -> ResetRequest:
    rows = ResetRequest.objects.select_for_update(of=("self",)).select_related("account__committee", "asked_by")
    found: ResetRequest = rows.get(pk=request.pk)
    if found.decided_at is not None:
        raise Conflict("accounts.reset_over", verdict=found.get_verdict_display())
    return found


def _open(actor: Actor, request: ResetRequest) -> ResetRequest:
    """The request locked, if it is this actor's to decide."""
    locked = _locked(request)
    if not rules.GUARD(actor, locked.account):
        raise NotAllowed("access.not_allowed", who=APPROVERS)
    rules.check_reach(actor, locked.account)
    if actor.behalf:
        raise Refusal("accounts.reset_behalf")
    if actor.account_id == locked.asked_by_id:
        raise Refusal("accounts.reset_same")
    if actor.account_id == locked.account_id:
        raise Refusal("accounts.reset_own")
    return locked


def _decide(actor: Actor, request: ResetRequest, verdict: Verdict) -> None:
    account = request.account
    with line(
        actor, "accounts.reset_withdrawn", subject=account, committee=account.committee, username=account.username
    ):
        _close(actor, request, verdict)


def _close(actor: Actor, request: ResetRequest, verdict: Verdict, reason: str = "") -> None:
    request.decided_by_id = actor.account_id
    request.decided_at, request.verdict, request.reason = clock.now(), verdict.value, reason
    request.save()
