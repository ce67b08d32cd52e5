"""News of an item on its way down: written where it is heard, told to the authors, passed on to who sent it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.opinions.actions.levels import carriers, telling
from lvzhi.opinions.actions.levels.carriers import Payload
from lvzhi.opinions.actions.levels.payload import News, read_news, told
from lvzhi.opinions.models import Concern, Trace
from lvzhi.opinions.queries import turns
from lvzhi.opinions.vocabulary.states import Channel, Turn
from lvzhi.opinions.vocabulary.turns import FORGOTTEN
from lvzhi.papers.actions import receipt_known
from lvzhi.papers.models import Comment, Dispatch, Paper
from lvzhi.ui.formats import day as written


def heard(actor: Actor, payload: Payload, channel: str = "") -> Trace | None:
    """News from above of an item that this committee sent: write it, tell the authors, pass it on down.

    Args:
        channel: how it came; what a carrier brings also tells of committees that are no peer of this one.

    Returns:
        The turn; None where it was known already, or came later than its own withdrawal.

    Raises:
        Refusal: the payload is not in order, or the item is not here.
    """
    uid, news = read_news(payload)
    with transaction.atomic():
        rows = Concern.objects.select_for_update(of=("self",)).select_related("committee", "origin_committee")
        concern = rows.filter(uid=uid).first()
        if concern is None:
            raise Refusal("opinions.heard_unknown", uid=uid)
        if concern.voided_at is not None:
            return None
        trace = write(actor, concern, news, channel or _channel(news))
        if trace is not None:
            telling.turn(actor, concern, news, elsewhere=True)
            pass_on(actor, concern, news)
        _sign(actor, concern, news)
    return trace


def _channel(news: News) -> str:
    place = Committee.objects.filter(code=news.by).first()
    return Channel.PACKAGE if place is None or carriers.of(place) is not None else Channel.HERE


def _sign(actor: Actor, concern: Concern, news: News) -> None:
    """A receipt above is the receipt of the document it went with."""
    if news.turn != Turn.RECEIVED or news.withdrawn:
        return
    rows = Dispatch.objects.live().filter(uid=news.event, committee=concern.committee_id, receipt_on=None)
    dispatch = rows.select_related("paper").first()
    if dispatch is not None:
        receipt_known(dispatch, actor, on=max(news.on, dispatch.sent_on), by=news.body)


def pass_on(actor: Actor, concern: Concern, news: News) -> None:
    """Tell the committees below from which this item, and all that was merged into it, came."""
    for one in (concern, *turns.merged(concern)):
        below = one.origin_committee
        if one.origin_uid is None or below is None:
            continue
        payload = told(one.origin_uid, below.code, news)
        carrier = carriers.of(below)
        if carrier is not None:
            carrier.down(actor, below, payload)
        else:
            heard(actor, payload)


def write(
    actor: Actor, concern: Concern, news: News, channel: str, *, paper: Paper | None = None,
    comment: Comment | None = None,
) -> Trace | None:  # fmt: skip
    """Write a turn at an item, once for each event; one that a clerk has entered before is the same row.

    Returns:
        The turn, also one that was withdrawn; None where nothing changed.
    """
    known = list(Trace.objects.select_for_update().filter(concern=concern, turn=news.turn, event=news.event))
    standing = next((one for one in known if one.voided_at is None), None)
    if news.withdrawn:
        return _withdraw(actor, standing, news) if standing is not None else None
    if standing is not None or any(one.voided_at and one.voided_at > news.at for one in known):
        return None
    entered = turns.same(
        concern, news.turn, news.level, news.body, news.on, news.document, by_hand_only=True
    ) if channel != Channel.ENTERED else None  # fmt: skip
    if entered is not None:
        return _merge(actor, entered, news, channel, paper, comment)
    made = Trace(concern=concern, committee_id=concern.committee_id, turn=news.turn, created_at=actor.at)
    _fill(made, news, paper, comment)
    made.channels = [heard_by(actor, channel)]
    level = turns.level_name(concern.committee_id, news.level)
    with line(actor, "opinions.turn", subject=concern, level=level, turn=str(Turn(news.turn).label)):
        made.save()
    return made


def _fill(trace: Trace, news: News, paper: Paper | None, comment: Comment | None) -> None:
    for name in ("level", "body", "on", "event"):
        setattr(trace, name, getattr(news, name))
    for name in ("how", "words", "document", "until"):  # what a clerk wrote stays where the news says nothing
        setattr(trace, name, getattr(news, name) or getattr(trace, name))
    trace.by_committee = Committee.objects.filter(code=news.by).first()
    trace.paper, trace.comment = paper, comment


def heard_by(actor: Actor, channel: str) -> dict[str, Any]:
    """A channel as a turn keeps it."""
    return {"how": str(channel), "on": clock.as_day(actor.at).isoformat(), "by": actor.name}


def _merge(
    actor: Actor, entered: Trace, news: News, channel: str, paper: Paper | None, comment: Comment | None
) -> Trace:
    """What was entered by hand before is now told: one row, both channels beside each other."""
    day = entered.on
    _fill(entered, news, paper, comment)
    return add_channel(actor, entered, channel, day=written(day))


def add_channel(actor: Actor, trace: Trace, channel: str, *, day: str) -> Trace:
    """Let a turn be known by one more channel, with the sentence that says so."""
    level = turns.level_name(trace.committee_id, trace.level)
    facts: dict[str, Any] = {
        "level": level,
        "turn": str(Turn(trace.turn).label),
        "channel": str(Channel(channel).label),
        "day": day,
    }
    with line(actor, "opinions.turn_merged", subject=trace.concern, committee=trace.committee_id, **facts):
        trace.channels = [*trace.channels, heard_by(actor, channel)]
        trace.version += 1
        trace.save()
    return trace


def _withdraw(actor: Actor, trace: Trace, news: News) -> Trace:
    """Take it back, whoever else told of it: what was told has been undone where it happened."""
    level = turns.level_name(trace.committee_id, trace.level)
    facts: dict[str, Any] = {"level": level, "turn": str(Turn(trace.turn).label)}
    with line(actor, "opinions.turn_withdrawn", subject=trace.concern, committee=trace.committee_id, **facts):
        trace.voided_at, trace.void_ground = news.at, FORGOTTEN
        trace.version += 1
        trace.save()
    return trace
