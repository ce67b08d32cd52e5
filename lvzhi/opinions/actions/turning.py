"""What becomes of the items of a paper follows the paper's own steps: nothing is entered twice (R2.10, R2.12)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from django.db.models import F

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee, Record
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.opinions.actions import levels
from lvzhi.opinions.actions.levels import News, Sending, telling
from lvzhi.opinions.models import Concern, Trace
from lvzhi.opinions.queries import turns
from lvzhi.opinions.vocabulary.states import Channel, ConcernState, How, Turn
from lvzhi.opinions.vocabulary.turns import OFFLINE_GROUND, SEND_BACK_GROUND
from lvzhi.papers.actions import receive
from lvzhi.papers.models import Comment, Dispatch, Paper
from lvzhi.papers.vocabulary import Receiver
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

READY = frozenset({ConcernState.CHECKED, ConcernState.ISSUED})
DECLINED = "declined"


def tell(
    actor: Actor, concern: Concern, news: News, *, paper: Paper | None = None, comment: Comment | None = None,
    quiet: bool = False,
) -> bool:  # fmt: skip
    """Write a turn of this committee's own, tell the authors, pass it on to the committees below.

    Args:
        quiet: the authors are told by the caller, of several at once.

    Returns:
        Whether it was new.
    """
    if levels.write(actor, concern, news, Channel.HERE, paper=paper, comment=comment) is None:
        return False
    if not quiet:
        telling.turn(actor, concern, news, elsewhere=False)
    levels.pass_on(actor, concern, news)
    return True


def again(trace: Trace, actor: Actor, *, withdrawn: bool) -> News:
    """A turn as news once more: taken back, or told anew."""
    by = trace.by_committee.code if trace.by_committee is not None else trace.concern.committee.code
    return News(
        turn=trace.turn, level=trace.level, body=trace.body, on=trace.on, event=trace.event, by=by, at=actor.at,
        how=trace.how, words=trace.words, document=trace.document, until=trace.until, withdrawn=withdrawn,
    )  # fmt: skip


# An issue is signed.


def when_issued(taking: Taking) -> None:
    """What follows the signing of a paper: its items are issued; that is the adoption of what came from below.

    Raises:
        Refusal: one of them is no longer checked.
    """
    paper: Paper = taking.record
    for concern in turns.items(paper):
        if concern.state not in READY:
            state = concern.get_state_display()
            raise Refusal("opinions.not_checked", title=concern.current_title, state=state)
        done = engine.follow(concern, "issue", taking, {"paper": paper})
        levels.pass_on(taking.actor, done, adoption(taking.actor, done, paper))


def issue(taking: Taking) -> None:
    """Effect of 编发: the first day stays."""
    paper: Paper = taking.answers["paper"]
    taking.record.issued_on = taking.record.issued_on or paper.dated_on
    taking.facts["document"] = paper.called


def tell_issued(taking: Taking) -> None:
    """The authors, in which issue it stands."""
    telling.authors(taking.actor, taking.record, "opinions.own_issued", document=taking.answers["paper"].called)


def adoption(actor: Actor, concern: Concern, paper: Paper, *, withdrawn: bool = False) -> News:
    """That an issue adopts an item: by itself, or in one with what was merged into it."""
    place = concern.committee
    return News(
        turn=Turn.ADOPTED, level=place.level, body=place.name, on=paper.dated_on or clock.as_day(actor.at),
        event=paper.uid, by=place.code, at=actor.at, how=How.COLLECTION if turns.merged(concern) else How.SINGLE,
        document=paper.called, withdrawn=withdrawn,
    )  # fmt: skip


# It is sent, and signed for.


def when_sent(taking: Taking) -> None:
    """What follows the sending of a paper: a turn for each receiver and item, and to a committee the item itself.

    Raises:
        Refusal: a committee does not stand above this one.
    """
    paper: Paper = taking.record
    rows = Dispatch.objects.live().filter(paper=paper, created_at=taking.at)
    send(taking.actor, paper, turns.items(paper), rows)


def send(actor: Actor, paper: Paper, items: list[Concern], dispatches: Any) -> None:
    """The receivers of an issue, committees last: a turn of every item each, and one notice to its authors."""
    rows = dispatches.exclude(receiver=Receiver.ORGAN).select_related("to_committee")
    told: dict[int, list[News]] = {}
    for dispatch in rows.order_by(F("to_committee").asc(nulls_first=True), "id") if items else ():
        place, to = paper.committee, dispatch.to_committee
        if to is not None and to.pk not in place.chain_ids()[1:]:
            facts = {"receiver": to.name, "committee": place.name}
            raise Refusal("opinions.sent_downward", field="committees", **facts)
        news = of_dispatch(actor, paper, dispatch, Turn.SENT)
        for concern in items:
            if tell(actor, concern, news, paper=paper, quiet=True):
                told.setdefault(concern.pk, []).append(news)
            if to is not None:
                rise(actor, concern, to, Sending(dispatch.uid, dispatch.sent_on, paper.called))
    for concern in items:
        if concern.pk in told:
            names = turns.joined(news.body for news in told[concern.pk])
            telling.turn(actor, concern, replace(told[concern.pk][-1], body=names), elsewhere=False)


def of_dispatch(actor: Actor, paper: Paper, dispatch: Dispatch, turn: str) -> News:
    place, to = paper.committee, dispatch.to_committee
    received = turn == Turn.RECEIVED
    on = dispatch.receipt_on if received and dispatch.receipt_on else dispatch.sent_on
    return News(
        turn=turn, level=to.level if to is not None else turns.level_of(place, dispatch.name, on), body=dispatch.name,
        on=on, event=dispatch.uid, by=to.code if received and to is not None else place.code, at=actor.at,
        document=paper.called,
    )  # fmt: skip


def rise(actor: Actor, concern: Concern, to: Committee, sending: Sending) -> None:
    """Let an item go up: straight to the committee above, or by the carrier that reaches it."""
    payload = levels.snapshot(concern, sending)
    files = files_of(concern._meta.label_lower, concern.uid)
    carrier = levels.carriers.of(to)
    if carrier is not None:
        carrier.up(actor, to, payload, files)
    else:
        levels.arrive(actor, to, payload, files)


def on_received(record: Record, actor: Actor) -> None:
    """What follows a receipt: a turn of each item; what came with it is signed for above too."""
    if not isinstance(record, Dispatch) or record.receiver == Receiver.ORGAN:
        return
    paper, to = record.paper, record.to_committee
    items = turns.items(paper)
    for concern in items:
        tell(actor, concern, of_dispatch(actor, paper, record, Turn.RECEIVED), paper=paper)
    if to is not None and levels.carriers.of(to) is None:
        uids = [one.uid for one in items]
        rows = Concern.objects.live().filter(committee=to, origin_uid__in=uids, state=ConcernState.ARRIVED)
        for above in rows.select_related("committee", "origin_committee").order_by("id"):
            engine.follow(above, "received", actor)


def note_received(taking: Taking) -> None:
    """Effect of 签收: from this day on it is in hand here."""
    concern: Concern = taking.record
    concern.submitted_on = clock.as_day(taking.at)
    taking.facts["sender"] = concern.origin_committee.name if concern.origin_committee else ""


def note_sender(taking: Taking) -> None:
    """Effect of what comes from below: who sent it, and with which dispatches."""
    concern: Concern = taking.record
    taking.facts["sender"] = taking.answers["sender"]
    if "sent" in taking.answers and isinstance(taking.answers["sent"], list):
        concern.chain = taking.answers["sent"]


def renew(taking: Taking) -> None:
    """Effect of 重新报送: the new text stands in place of the old."""
    concern: Concern = taking.record
    levels.renew(taking.actor, concern, taking.answers["sent"])
    concern.submitted_on, concern.ground = None, ""
    taking.facts["sender"] = taking.answers["sender"]


def sign_papers(taking: Taking) -> None:
    """What follows 签收: the document it came with is signed for, and the sender learns of it."""
    concern: Concern = taking.record
    below = concern.origin_committee
    for one in concern.chain[-1].get("sent", []) if concern.chain else []:
        event = UUID(one["event"])
        if below is not None and levels.carriers.of(below) is not None:
            levels.pass_on(taking.actor, concern, _receipt(taking, concern, event, one["document"]))
            continue
        rows = Dispatch.objects.live().filter(uid=event, receipt_on=None, paper__voided_at=None)
        dispatch = rows.select_related("paper").first()
        if dispatch is not None:
            receive(dispatch, taking.actor, on=clock.as_day(taking.at), by=taking.actor.name)


def _receipt(taking: Taking, concern: Concern, event: UUID, document: str) -> News:
    place = concern.committee
    return News(
        turn=Turn.RECEIVED, level=place.level, body=place.name, on=clock.as_day(taking.at), event=event, by=place.code,
        at=taking.at, document=document,
    )  # fmt: skip


# It is declined.


def when_declined(taking: Taking) -> None:
    """What follows that an item from below is kept, sent back, or taken off-line: the sender learns why."""
    concern: Concern = taking.record
    ground = concern.ground
    if concern.state == ConcernState.RETURNED:
        ground = SEND_BACK_GROUND.format(ground=ground)
    elif concern.state == ConcernState.OFFLINE:
        ground = OFFLINE_GROUND
    levels.pass_on(taking.actor, concern, declined(taking.actor, concern, ground))


def when_reconsidered(taking: Taking) -> None:
    """What follows that it is screened anew: it is no longer declined."""
    levels.pass_on(taking.actor, taking.record, declined(taking.actor, taking.record, "", withdrawn=True))


def declined(actor: Actor, concern: Concern, ground: str, *, withdrawn: bool = False) -> News:
    place = concern.committee
    return News(
        turn=Turn.DECLINED, level=place.level, body=place.name, on=clock.as_day(actor.at),
        event=uuid5(concern.uid, DECLINED), by=place.code, at=actor.at, words=ground, withdrawn=withdrawn,
    )  # fmt: skip
