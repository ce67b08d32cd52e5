"""Writes: sending, reading, settling, and notices to many."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.urls import reverse

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.models import Account
from lvzhi.accounts.queries import holders
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.messages import channels, codes, rules
from lvzhi.messages.models import Message, Notice
from lvzhi.messages.queries import message_of
from lvzhi.norms import value
from lvzhi.ui import formats

Subject = tuple[str, UUID | str, str]
NOTICE = "messages.notice"
_BATCH = 500
log = logging.getLogger(__name__)


def send(
    accounts: Iterable[int], code: str, /, *, subject: Subject | None = None,
    committee: Committee | int | None = None, **facts: Any,
) -> int:  # fmt: skip
    """Put a message into the inboxes of the accounts; returns how many got it.

    Args:
        accounts: ids; doubles count once, none is nobody.
        code: a code registered with `codes`; its sentence is filled with `facts` (dates are written out here).
        subject: (kind, uid, address) of the record spoken of.

    An unread message of the same code and subject is renewed instead of doubled. A fixed number of
    statements whatever the number of accounts (up to 500).
    """
    codes.require(code)
    wanted = sorted({pk for pk in accounts if pk is not None})
    if not wanted:
        return 0
    kind, uid, url = subject or ("", None, "")
    shown = {key: _shown(fact) for key, fact in facts.items()}
    now = clock.now()
    with transaction.atomic():
        renewed = _renew(wanted, code, uid, url, shown, now)
        made = [
            Message(
                account_id=pk, code=code, facts=shown, task=codes.is_task(code), subject_kind=kind, subject_uid=uid,
                subject_url=url, committee_id=getattr(committee, "pk", committee), sent_at=now,
            )
            for pk in wanted
            if pk not in renewed
        ]  # fmt: skip
        Message.objects.bulk_create(made, batch_size=_BATCH, ignore_conflicts=True)
        if channels.registered():
            transaction.on_commit(partial(_deliver, [each.uid for each in made]))
    return len(wanted)


def _renew(
    wanted: Sequence[int], code: str, uid: UUID | str | None, url: str, facts: Mapping[str, Any], now: datetime
) -> set[int]:
    if uid is None:
        return set()
    waiting = Message.objects.filter(account_id__in=wanted, code=code, subject_uid=uid, read_at=None, done_at=None)
    found = dict(waiting.values_list("pk", "account_id"))
    if found:
        Message.objects.filter(pk__in=found).update(
            facts=dict(facts), subject_url=url, sent_at=now, times=F("times") + 1
        )
    return set(found.values())


def _shown(fact: Any) -> Any:
    """A fact as the message keeps it: what JSON holds, dates as people read them."""
    if isinstance(fact, datetime):
        return formats.moment(fact)
    if isinstance(fact, date):
        return formats.day(fact)
    if fact is None or isinstance(fact, bool | int | float | str):
        return fact
    return str(fact) if isinstance(fact, Decimal | UUID) else f"{fact}"


def _deliver(uids: Sequence[UUID]) -> None:
    for channel in channels.registered():
        try:
            channel.deliver(uids)
        except Exception:
            # The inbox holds the message already; a dead gateway must not undo anybody's work.
            log.exception("channel %s failed", channel.key)


def tell_owner(account: Account, code: str, /, **facts: Any) -> None:
    """Tell the person of an account what happened to it; `accounts` calls this through its registry."""
    send([account.pk], code, subject=None, committee=account.committee_id, **facts)


def settle(kind: str, uid: UUID | str, *, code: str | None = None, accounts: Iterable[int] | None = None) -> int:
    """The matter is done: its open messages ask nobody any more. Returns how many were settled."""
    rows = Message.objects.filter(subject_kind=kind, subject_uid=uid, done_at=None)
    if code is not None:
        rows = rows.filter(code=code)
    if accounts is not None:
        rows = rows.filter(account_id__in=list(accounts))
    return rows.update(done_at=clock.now())


def mark_read(account_id: int, uid: UUID) -> Message:
    """Mark one message of the account as read; the first time counts. Raises Missing."""
    message = message_of(account_id, uid)
    if message.read_at is None:
        message.read_at = clock.now()
        message.save(update_fields=["read_at"])
    return message


def mark_seen(account_id: int, uid: UUID | str) -> int:
    """The record spoken of was opened by itself: the account's messages about it count as read."""
    return Message.objects.filter(account_id=account_id, subject_uid=uid, read_at=None).update(read_at=clock.now())


def mark_all_read(account_id: int) -> int:
    """Mark all messages of the account as read."""
    return Message.objects.filter(account_id=account_id, read_at=None).update(read_at=clock.now())


def notify(actor: Actor, committee: Committee, roles: Iterable[str], title: str, text: str) -> Notice:
    """Write a notice to everybody who holds one of the roles in the committee today.

    Raises Refusal for empty or overlong words or nobody to read them, NotAllowed without the office's right.
    """
    if actor.account_id is None or not rules.may_notify(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.NOTIFY.label)
    heading, body = _words(committee, title, text)
    wanted = sorted(set(roles))
    readers = {pk for role in wanted for pk in holders(role, committee=committee.pk)} - {actor.account_id}
    if not readers:
        raise Refusal("messages.nobody", field="roles")
    author = Account.objects.get(pk=actor.account_id)
    notice = Notice(committee=committee, author=author, roles=wanted, title=heading, text=body, sent_at=clock.now())
    with line(actor, NOTICE, subject=notice, committee=committee, title=heading, count=len(readers)):
        notice.save()
        subject = (Notice._meta.label_lower, notice.uid, reverse("messages:notice", args=[notice.uid]))
        send(readers, NOTICE, subject=subject, committee=committee, title=heading)
    return notice


def _words(committee: Committee, title: str, text: str) -> tuple[str, str]:
    heading, body = title.strip(), text.strip()
    for words, field in ((heading, "title"), (body, "text")):
        limit = int(str(value(f"messages.{field}_length", committee)))
        if not words:
            raise Refusal(f"messages.{field}_missing", field=field)
        if len(words) > limit:
            raise Refusal(f"messages.{field}_long", field=field, limit=limit)
    return heading, body


def forget(kind: str, uid: UUID | str) -> int:
    """Drop every message about a record whose content had to go (R12.12). Returns how many went."""
    return int(Message.objects.filter(subject_kind=kind, subject_uid=uid).delete()[0])
