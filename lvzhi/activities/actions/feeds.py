"""Opening and ending one's calendar feed."""

from __future__ import annotations

import secrets

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.models import Account
from lvzhi.activities.models import Feed
from lvzhi.activities.queries.feeds import digest_of, open_feed
from lvzhi.activities.rules import NOTES_LABEL
from lvzhi.journal.lines import line

KEY_BYTES = 24


def open_one(actor: Actor) -> str:
    """A new key for the actor's calendar; the one before it stops. The key is told once and never kept.

    Raises:
        NotAllowed: the actor is nobody who logs in.
    """
    if actor.account_id is None:
        raise NotAllowed("access.not_allowed", who=NOTES_LABEL)
    key = secrets.token_urlsafe(KEY_BYTES)
    account = Account.objects.get(pk=actor.account_id)
    with line(actor, "activities.feed_made", subject=account, committee=account.committee_id):
        _end(actor)
        Feed(account=account, digest=digest_of(key), made_at=actor.at).save()
    return key


def end(actor: Actor) -> None:
    """Stop the actor's feed, where one runs."""
    running = open_feed(actor)
    if running is None:
        return
    account = running.account
    with line(actor, "activities.feed_ended", subject=account, committee=account.committee_id):
        _end(actor)


def _end(actor: Actor) -> None:
    feed = open_feed(actor)
    if feed is not None:
        feed.ended_at = actor.at
        feed.save()
