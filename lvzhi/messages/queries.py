"""Reads of messages and notices."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.http import HttpRequest

from lvzhi.access import Actor, Missing
from lvzhi.accounts.queries import holders, names
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.messages import audiences, codes, rules
from lvzhi.messages.models import Delivery, Message, Notice, Way

_MEMO = "_lvzhi_unread"


def unread(account_id: int) -> int:
    """How many messages wait to be read. One query."""
    return Message.objects.filter(account_id=account_id, read_at=None, done_at=None).count()


def unread_of(request: HttpRequest) -> int:
    """The same for whoever is logged in, asked once a request."""
    known: int | None = getattr(request, _MEMO, None)
    if known is None:
        known = unread(request.user.pk) if request.user.is_authenticated else 0
        setattr(request, _MEMO, known)
    return known


def inbox(account_id: int, *, task: bool, new_only: bool = False, due: bool | None = None) -> QuerySet[Message]:
    """Messages of one group, newest first. Tasks that are done have left it.

    Args:
        due: only those that say when something falls due, or all but those; both where not given.
    """
    rows = Message.objects.filter(account_id=account_id, task=task)
    if due is not None:
        rows = rows.filter(code__in=codes.due()) if due else rows.exclude(code__in=codes.due())
    if task:
        rows = rows.filter(done_at=None)
    if new_only:
        rows = rows.filter(read_at=None, done_at=None)
    return rows.order_by("-sent_at", "-id")


def counts(account_id: int) -> dict[str, int]:
    """Unread messages by group: todo, due, news."""
    near = Q(code__in=codes.due())
    return Message.objects.filter(account_id=account_id, read_at=None, done_at=None).aggregate(
        todo=Count("pk", filter=Q(task=True)),
        due=Count("pk", filter=near),
        news=Count("pk", filter=Q(task=False) & ~near),
    )


def message_of(account_id: int, uid: UUID) -> Message:
    """A message by its number and owner; raises Missing alike for unknown and foreign ones (R12.4)."""
    found = Message.objects.filter(account_id=account_id, uid=uid).first()
    if found is None:
        raise Missing("messages.no_message")
    return found


def notices(actor: Actor) -> QuerySet[Notice]:
    """Notices of the committees whose office the actor belongs to, with how many got and read each."""
    sent = Message.objects.filter(subject_uid=OuterRef("uid")).order_by().values("subject_uid")
    rows = Notice.objects.filter(rules.NOTIFY.rows(actor)).select_related("author", "committee")
    return rows.annotate(
        count=sent.annotate(n=Count("pk")).values("n"),
        read=sent.annotate(n=Count("pk", filter=~Q(read_at=None))).values("n"),
    ).order_by("-sent_at", "-id")


def notice_for(actor: Actor, uid: UUID) -> Notice:
    """A notice the actor received or may administer; raises Missing."""
    received = Message.objects.filter(subject_uid=OuterRef("uid"), account_id=actor.account_id or 0)
    rows = Notice.objects.filter(rules.NOTIFY.rows(actor) | Q(Exists(received)), uid=uid)
    found = rows.select_related("author", "committee").first()
    if found is None:
        raise Missing("messages.no_notice")
    return found


def ways(account_id: int) -> dict[str, Way]:
    """Where the person wants messages besides the inbox, by channel."""
    return {one.channel: one for one in Way.objects.filter(account_id=account_id)}


def deliveries(account_id: int) -> QuerySet[Delivery]:
    """What left the house for the person, or need not, the latest first."""
    return Delivery.objects.filter(message__account_id=account_id).select_related("message").order_by("-pk")


def receipts(notice: Notice) -> QuerySet[Message]:
    """Who got the notice, those who have not read it first."""
    return Message.objects.filter(subject_uid=notice.uid).select_related("account").order_by("read_at", "account__name")


def readings(uid: UUID, code: str) -> dict[int, datetime | None]:
    """When each account first read a message of this code about a record; None where it has not yet. One query."""
    found: dict[int, datetime | None] = {}
    rows = Message.objects.filter(subject_uid=uid, code=code).order_by("sent_at", "pk")
    for account, read in rows.values_list("account_id", "read_at"):
        if found.get(account) is None:
            found[account] = read
    return found


def counted(
    committee: Committee, since: datetime, *, leaving: Collection[str] = ()
) -> list[tuple[datetime, int, str, int]]:
    """Messages sent since a moment as (month, account, code, times), without those of the codes left out. One query."""
    rows = Message.objects.filter(committee=committee, sent_at__gte=since).exclude(code__in=leaving)
    by_month = rows.annotate(month=TruncMonth("sent_at", tzinfo=clock.ZONE)).order_by()
    return list(by_month.values_list("month", "account_id", "code").annotate(n=Sum("times")))


@dataclass(frozen=True, slots=True)
class Recipients:
    """Exactly who gets a notice: name by account, and the mark of this list."""

    people: dict[int, str]

    @property
    def mark(self) -> str:
        """Two lists with the same people have the same mark, others never."""
        return hashlib.sha256(",".join(map(str, sorted(self.people))).encode()).hexdigest()


def recipients(committee: Committee, groups: Mapping[str, Iterable[str]], *, without: int | None) -> Recipients:
    """The people of the groups today, each once, by name."""
    found = {pk for role in groups.get("roles", ()) for pk in holders(role, committee=committee.pk)}
    for audience in audiences.registered():
        found |= audience.accounts(committee, groups.get(audience.key, ()))
    named = names(found - {without})
    return Recipients(dict(sorted(named.items(), key=lambda one: (one[1], one[0]))))
