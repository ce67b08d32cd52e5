"""Reads of messages and notices."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.http import HttpRequest

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.messages import rules
from lvzhi.messages.models import Message, Notice

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


def inbox(account_id: int, *, task: bool, new_only: bool = False) -> QuerySet[Message]:
    """Messages of one group, newest first. Tasks that are done have left it."""
    rows = Message.objects.filter(account_id=account_id, task=task)
    if task:
        rows = rows.filter(done_at=None)
    if new_only:
        rows = rows.filter(read_at=None, done_at=None)
    return rows.order_by("-sent_at", "-id")


def counts(account_id: int) -> dict[str, int]:
    """Unread messages by group: todo, news."""
    return Message.objects.filter(account_id=account_id, read_at=None, done_at=None).aggregate(
        todo=Count("pk", filter=Q(task=True)), news=Count("pk", filter=Q(task=False))
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
