"""What stands in somebody's calendar: sittings of activities one is on the list of, or keeps."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from lvzhi import norms
from lvzhi.access import Actor
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, Feed, Participant, Sitting
from lvzhi.activities.vocabulary import State
from lvzhi.deadlines import clock


def digest_of(key: str) -> str:
    """The digest under which a key is kept."""
    return hashlib.sha256(key.encode()).hexdigest()


def open_feed(actor: Actor) -> Feed | None:
    """The actor's running feed."""
    if actor.account_id is None:
        return None
    return Feed.objects.select_related("account").filter(account_id=actor.account_id, ended_at=None).first()


def feed_of(key: str) -> Feed | None:
    """The running feed of a key, of an account that may still log in."""
    rows = Feed.objects.filter(digest=digest_of(key), ended_at=None, account__is_active=True)
    return rows.select_related("account").first()


def first_day(account: Any, today: dt.date | None = None) -> dt.date:
    """From which day on a calendar shows what was."""
    day = today or clock.today()
    term = norms.value("activities.feed_back", account.committee_id, day)
    return day - dt.timedelta(days=int(term.amount))


def sittings_for(actor: Actor, since: dt.date) -> QuerySet[Any]:
    """Sittings that concern the actor, cancelled ones included: of the lists one is on, or of what one keeps.

    Of sittings in groups those of one's own group; drafts are their keeper's alone until the notice goes out.
    """
    if actor.account_id is None:
        return Sitting.objects.none()
    kept = Activity.objects.live().filter(rules.keeper.rows(actor)).exclude(state=State.DRAFT)
    listed = Activity.objects.live().filter(rules.on_list.rows(actor))
    own = Participant.objects.live().filter(
        activity=OuterRef("activity"), person__account_id=actor.account_id, group=OuterRef("group")
    )
    mine = Q(activity__in=listed.values("pk")) & (Q(group="") | Exists(own))
    rows = Sitting.objects.live().filter(Q(activity__in=kept.values("pk")) | mine, on__gte=since)
    return rows.select_related("activity__committee").order_by("starts", "id")
