"""A paper is withdrawn, voided, brought back; a comment or an item is: what was told of it follows (R2.10, R2.12)."""

from __future__ import annotations

from lvzhi.access import Actor
from lvzhi.committee.models import Record
from lvzhi.journal.lines import line
from lvzhi.opinions.actions import levels
from lvzhi.opinions.actions.commenting import OF_COMMENTS, all_of
from lvzhi.opinions.actions.levels import Sending, telling
from lvzhi.opinions.actions.turning import READY, adoption, again, declined, of_dispatch, rise, send, tell
from lvzhi.opinions.models import Concern, Placing, Trace
from lvzhi.opinions.queries import turns
from lvzhi.opinions.vocabulary.states import ConcernState, Turn
from lvzhi.opinions.vocabulary.turns import PAPER_GONE
from lvzhi.papers.models import Comment, Dispatch, Paper
from lvzhi.papers.vocabulary import OUT, Receiver
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def when_withdrawn(taking: Taking) -> None:
    """What follows 撤销: its items are to be issued anew; what a leader wrote stays written."""
    gone(taking.actor, taking.record, comments=False)


def gone(actor: Actor, paper: Paper, *, comments: bool) -> None:
    """Take back what the items of a paper owe to it."""
    items = turns.items(paper)
    rows = Trace.objects.live().filter(paper=paper).select_related("concern__committee", "by_committee")
    for concern in items:
        for trace in rows.filter(concern=concern).order_by("-id"):
            if trace.turn in OF_COMMENTS and not comments:
                continue
            tell(actor, concern, again(trace, actor, withdrawn=True))
            if trace.turn == Turn.SENT:
                _recall(actor, concern, trace)
        levels.pass_on(actor, concern, adoption(actor, concern, paper, withdrawn=True))
    for placing in turns.placings(paper):
        with line(actor, "opinions.taken_out", subject=paper, committee=paper.committee_id):
            placing.voided_at, placing.void_ground = actor.at, PAPER_GONE
            placing.version += 1
            placing.save()
    for concern in items:
        others = Placing.objects.live().filter(concern=concern, paper__state__in=OUT, paper__voided_at=None)
        if concern.state == ConcernState.ISSUED and not others.exists():
            engine.follow(concern, "unissue", actor, {"paper": paper})


def unissue(taking: Taking) -> None:
    """Effect of 撤销编发."""
    taking.record.issued_on = None
    taking.facts["document"] = taking.answers["paper"].called


def tell_unissued(taking: Taking) -> None:
    """The authors, that it waits to be issued anew."""
    telling.authors(taking.actor, taking.record, "opinions.own_unissued", document=taking.answers["paper"].called)


def _recall(actor: Actor, concern: Concern, trace: Trace) -> None:
    dispatch = Dispatch.objects.filter(uid=trace.event).select_related("to_committee").first()
    if dispatch is not None and dispatch.to_committee is not None:
        sending = Sending(dispatch.uid, dispatch.sent_on, trace.document, withdrawn=True)
        rise(actor, concern, dispatch.to_committee, sending)


def on_voided(record: Record, actor: Actor) -> None:
    """What follows 误录作废 of a paper, of a comment, of an item."""
    if isinstance(record, Paper):
        gone(actor, record, comments=True)
    elif isinstance(record, Comment):
        for news in all_of(actor, record, withdrawn=True):
            for concern in turns.items(record.paper):
                tell(actor, concern, news)
    elif isinstance(record, Concern):
        _item(actor, record, withdrawn=True)


def on_restored(record: Record, actor: Actor) -> None:
    """What follows that it is brought back: all is told again."""
    if isinstance(record, Paper):
        _back(actor, record)
    elif isinstance(record, Comment) and record.paper.voided_at is None:
        for news in reversed(all_of(actor, record)):
            for concern in turns.items(record.paper):
                tell(actor, concern, news, paper=record.paper, comment=record)
    elif isinstance(record, Concern):
        _item(actor, record, withdrawn=False)


def _item(actor: Actor, concern: Concern, *, withdrawn: bool) -> None:
    """What was told of an item to the committees below is taken back with it, or told again."""
    rows = Trace.objects.live().filter(concern=concern).select_related("concern__committee", "by_committee")
    for trace in rows.order_by("id"):
        levels.pass_on(actor, concern, again(trace, actor, withdrawn=withdrawn))
        if withdrawn and trace.turn == Turn.SENT:
            _recall(actor, concern, trace)
    if concern.state in (ConcernState.KEPT, ConcernState.RETURNED):
        levels.pass_on(actor, concern, declined(actor, concern, concern.ground, withdrawn=withdrawn))
    for placing in Placing.objects.live().filter(concern=concern).select_related("paper"):
        if placing.paper.state in OUT and placing.paper.voided_at is None:
            levels.pass_on(actor, concern, adoption(actor, concern, placing.paper, withdrawn=withdrawn))


def _back(actor: Actor, paper: Paper) -> None:
    """A paper is brought back: items that still wait stand in it again, and all that was told is told again."""
    rows = Placing.objects.filter(
        paper=paper, void_ground=PAPER_GONE, concern__state__in=READY, concern__voided_at=None
    )
    for placing in rows.exclude(voided_at=None):
        with line(actor, "opinions.placed", subject=paper, committee=paper.committee_id, count=1):
            placing.voided_at, placing.void_ground = None, ""
            placing.version += 1
            placing.save()
    if paper.state not in OUT:
        return
    for concern in turns.items(paper):
        done = engine.follow(concern, "issue", actor, {"paper": paper})
        levels.pass_on(actor, done, adoption(actor, done, paper))
    items = turns.items(paper)
    sent = Dispatch.objects.live().filter(paper=paper)
    send(actor, paper, items, sent)
    for dispatch in sent.exclude(receiver=Receiver.ORGAN).select_related("to_committee").order_by("id"):
        if dispatch.receipt_on is not None:
            for concern in items:
                tell(actor, concern, of_dispatch(actor, paper, dispatch, Turn.RECEIVED), paper=paper)
    for comment in Comment.objects.live().filter(paper=paper).order_by("id"):
        for news in reversed(all_of(actor, comment)):
            for concern in items:
                tell(actor, concern, news, paper=paper, comment=comment)
