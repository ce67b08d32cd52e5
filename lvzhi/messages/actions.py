"""Writes: sending, reading, settling, and notices to many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.urls import reverse

from lvzhi.access import Actor, Missing, NotAllowed, Refusal
from lvzhi.accounts.models import Account
from lvzhi.accounts.queries import names
from lvzhi.accounts.rules import OWN
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.jobs import actions as jobs
from lvzhi.journal.lines import line
from lvzhi.messages import channels, codes, outgoing, rules
from lvzhi.messages.models import Message, Notice, Way
from lvzhi.messages.queries import Recipients, message_of, recipients
from lvzhi.messages.vocabulary.outside import CHANNELS, NOTICE_JOB, Sort
from lvzhi.norms import value
from lvzhi.ui import formats

Subject = tuple[str, UUID | str, str]
NOTICE = codes.NOTICE
_BATCH = 500
_SHAPES: Final = {
    "mail": (re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"), "messages.mail_address"),
    "sms": (re.compile(r"1\d{10}"), "messages.phone_address"),
}


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
        outgoing.queue([each.uid for each in made], list(renewed.values()), code, now)
    return len(wanted)


def _renew(
    wanted: Sequence[int], code: str, uid: UUID | str | None, url: str, facts: Mapping[str, Any], now: datetime
) -> dict[int, int]:
    """Renew what waits unread: account → message."""
    if uid is None:
        return {}
    waiting = Message.objects.filter(account_id__in=wanted, code=code, subject_uid=uid, read_at=None, done_at=None)
    found = dict(waiting.values_list("pk", "account_id"))
    if found:
        Message.objects.filter(pk__in=found).update(
            facts=dict(facts), subject_url=url, sent_at=now, times=F("times") + 1
        )
    return {account: pk for pk, account in found.items()}


def _shown(fact: Any) -> Any:
    """A fact as the message keeps it: what JSON holds, dates as people read them."""
    if isinstance(fact, datetime):
        return formats.moment(fact)
    if isinstance(fact, date):
        return formats.day(fact)
    if fact is None or isinstance(fact, bool | int | float | str):
        return fact
    if isinstance(fact, list | tuple):
        return [_shown(one) for one in fact]
    return str(fact) if isinstance(fact, Decimal | UUID) else f"{fact}"


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


def notify(
    actor: Actor, committee: Committee, groups: Mapping[str, Iterable[str]], title: str, text: str, *, seen: str
) -> Notice:
    """Write a notice to exactly the people whom its writer saw on the list; a job puts it into their inboxes.

    Args:
        groups: chosen groups by kind: ``roles`` and those of `audiences`.
        seen: the mark of the list as it was shown.

    Raises:
        NotAllowed: without the office's right.
        Refusal: empty or overlong words, nobody to read them, or ``messages.list_changed``: the list is another now.
    """
    heading, body, found = prepare(actor, committee, groups, title, text)
    if seen != found.mark:
        raise Refusal("messages.list_changed", count=len(found.people))
    roles = sorted(set(groups.get("roles", ())))
    notice = Notice(
        committee=committee, author=Account.objects.get(pk=actor.account_id or 0), roles=roles, title=heading,
        text=body, readers=sorted(found.people), sent_at=clock.now(),
    )  # fmt: skip
    with line(actor, NOTICE, subject=notice, committee=committee, title=heading, count=len(found.people)):
        notice.save()
        title = NOTICE_JOB.format(title=heading)
        jobs.ask(actor, NOTICE, {"notice": str(notice.uid)}, committee=committee, title=title, key=str(notice.uid))
    return notice


def prepare(
    actor: Actor, committee: Committee, groups: Mapping[str, Iterable[str]], title: str, text: str
) -> tuple[str, str, Recipients]:
    """The words and the exact list of a notice that is about to be sent, refused as `notify` would."""
    if actor.account_id is None or not rules.may_notify(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.NOTIFY.label)
    heading, body = _words(committee, title, text)
    found = recipients(committee, groups, without=actor.account_id)
    if not found.people:
        raise Refusal("messages.nobody", field="roles")
    return heading, body, found


def bring(notice: Notice) -> int:
    """Put a notice into the inboxes of its list, each once, however often it is begun; returns how many have it."""
    subject = (Notice._meta.label_lower, notice.uid, reverse("messages:notice", args=[notice.uid]))
    readers = set(names(notice.readers or ()))  # an account that is gone since has no inbox
    have = set(Message.objects.filter(subject_uid=notice.uid, code=NOTICE).values_list("account_id", flat=True))
    missing = sorted(readers - have)
    for start in range(0, len(missing), _BATCH):
        send(missing[start : start + _BATCH], NOTICE, subject=subject, committee=notice.committee, title=notice.title)
    return len(readers)


def set_way(actor: Actor, account: Account, key: str, address: str, sorts: Iterable[str]) -> Way:
    """Where and what the person wants to be told outside the inbox.

    Raises:
        Missing: that channel is not on. Refusal: an address that cannot be one.
    """
    OWN.check(actor, account)
    channel = channels.opened().get(key)
    if channel is None:
        raise Missing("messages.no_channel", key=key[:20])
    text = address.strip()
    way = Way.objects.filter(account=account, channel=key).first()
    if not text and way is None:
        raise Refusal("messages.address_missing", field="address", what=channel.address)
    shape = _SHAPES.get(key)
    if text and shape is not None and not shape[0].fullmatch(text):
        raise Refusal(shape[1], field="address", text=text[:60])
    way = way or Way(account=account, channel=key)
    with line(actor, "messages.way_set", subject=account, committee=account.committee, channel=channel.name):
        if text:
            way.address = text
        way.sorts = [sort.value for sort in Sort if sort.value in set(sorts)]
        way.save()
    return way


def end_way(actor: Actor, account: Account, key: str) -> str:
    """Stop a channel; its address goes. Returns its name. Raises Missing."""
    OWN.check(actor, account)
    way = Way.objects.filter(account=account, channel=key).first()
    if way is None:
        raise Missing("messages.no_channel", key=key[:20])
    name = CHANNELS[key][0] if key in CHANNELS else key
    with line(actor, "messages.way_ended", subject=account, committee=account.committee, channel=name):
        way.delete()
    return name


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
