"""Where an item is on every level: who has it, what comes next, since when. A fixed number of statements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.opinions import rules
from lvzhi.opinions.models import Concern, Placing, Trace
from lvzhi.opinions.queries import turns
from lvzhi.opinions.queries.reading import Rows
from lvzhi.opinions.vocabulary.chain import DONE, ISSUED, NEXT, STEP, TURNS
from lvzhi.opinions.vocabulary.states import Channel, ConcernState, How, Source, Turn
from lvzhi.papers import rules as papers
from lvzhi.papers.models import Dispatch, Paper
from lvzhi.papers.vocabulary import OUT

TONES = {
    Turn.SENT: "info", Turn.RECEIVED: "info", Turn.ADOPTED: "good", Turn.DECLINED: "neutral", Turn.COMMENTED: "good",
    Turn.HANDED: "info", Turn.ANSWERED: "good",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened on a level.

    Args:
        trace: the turn behind it; None where it was issued here, or came from below.
    """

    when: dt.date
    what: str
    note: str = ""
    tone: str = "info"
    trace: Trace | None = None

    @property
    def known(self) -> str:
        """The channels by which it became known, where there are several or it was not this system."""
        told = turns.told_by(self.trace) if self.trace is not None else {Channel.HERE}
        return turns.joined(self.trace.known_by) if self.trace is not None and told != {Channel.HERE} else ""

    @property
    def forgettable(self) -> bool:
        """Whether it is known by a clerk's word alone, who may take it back."""
        return self.trace is not None and by_hand(self.trace)


@dataclass(slots=True)
class Rung:
    """A level of the ladder.

    Args:
        here: whether it is this committee's own.
        holder, next: who has it there, and what he is asked for; empty where nothing is waited for.
    """

    level: str
    name: str
    here: bool = False
    happened: list[Happened] = field(default_factory=list)
    holder: str = ""
    next: str = ""
    until: dt.date | None = None
    tone: str = "neutral"
    done: str = ""


def rungs(concern: Concern) -> list[Rung]:
    """The levels of an item from low to high; of a merged one those of its main item."""
    shown = concern.merged_into if concern.state == ConcernState.MERGED and concern.merged_into else concern
    rows = Trace.objects.live().filter(concern=shown).select_related("paper", "comment", "by_committee")
    traces = list(rows.order_by("on", "id"))
    placed = Placing.objects.live().filter(concern=shown, paper__state__in=OUT, paper__voided_at=None)
    issues = list(placed.select_related("paper").order_by("paper__dated_on", "id"))
    place = concern.committee
    found = [_below(step) for step in shown.chain]
    known = {one.code: one.name for one in turns.levels(place, clock.today())}
    order = [*known, *sorted({row.level for row in traces} - set(known))]
    if place.level not in order:
        order.insert(0, place.level)
    for level in order:
        mine = [row for row in traces if row.level == level]
        here = level == place.level
        if not mine and not here:
            continue
        rung = Rung(level, place.name if here else _name(mine, known.get(level, level)), here=here)
        if here:
            rung.happened += [_issued(row) for row in issues]
        rung.happened += [_told(row) for row in mine]
        rung.happened.sort(key=lambda one: one.when)
        _say(rung, mine)
        found.append(rung)
    return found


def _name(rows: Sequence[Trace], level: str) -> str:
    """The committee that has it on a level, where one is known; else what the level is called."""
    places = [row.by_committee for row in rows if row.by_committee is not None and row.by_committee.level == row.level]
    return places[-1].name if places else level


def _below(step: dict[str, Any]) -> Rung:
    """A committee from which it came."""
    on = dt.date.fromisoformat(step["on"]) if step.get("on") else None
    rung = Rung("", step["name"], done=DONE["sent"], tone="good")
    if on is not None:
        what = STEP.format(title=step["title"])
        rung.happened.append(Happened(on, what, step.get("authors", ""), "neutral"))
    return rung


def _issued(row: Placing) -> Happened:
    paper = row.paper
    return Happened(paper.dated_on or clock.today(), ISSUED.format(document=paper.called), "", "good")


def _told(row: Trace) -> Happened:
    how = str(How(row.how).label) if row.how else ""
    what = TURNS[Turn(row.turn)].format(body=row.body, document=row.document, how=how).strip()
    return Happened(row.on, what, row.words, TONES[Turn(row.turn)], row)


def _say(rung: Rung, rows: Sequence[Trace]) -> None:
    """Who has it there now and what comes next, by the turns of the level."""
    signed = {row.event for row in rows if row.turn == Turn.RECEIVED}
    answered = {row.event for row in rows if row.turn == Turn.ANSWERED}
    kinds = {row.turn for row in rows}
    waiting = [row for row in rows if row.turn == Turn.HANDED and row.event not in answered]
    if waiting:
        rung.holder, rung.next, rung.tone = waiting[-1].body, NEXT["answer"], "info"
        rung.until = waiting[-1].until
    elif answered or kinds & {Turn.ANSWERED}:
        rung.done, rung.tone = DONE["answered"], "good"
    elif Turn.COMMENTED in kinds:
        rung.done, rung.tone = DONE["commented"], "good"
    elif Turn.ADOPTED in kinds:
        rung.done, rung.tone = DONE["adopted"], "good"
    elif Turn.DECLINED in kinds:
        rung.done, rung.tone = DONE["declined"], "neutral"
    elif not rung.here and any(row.turn == Turn.RECEIVED for row in rows):
        body = next(row.body for row in reversed(rows) if row.turn == Turn.RECEIVED)
        rung.holder, rung.next, rung.tone = body, NEXT["use"], "info"
    elif not rung.here:
        open_ = [row for row in rows if row.turn == Turn.SENT and row.event not in signed]
        if open_:
            rung.holder, rung.next, rung.tone = open_[-1].body, NEXT["sign"], "warn"


def latest(concerns: Iterable[Any]) -> dict[int, Trace]:
    """For each item its last turn, in one statement."""
    rows = Trace.objects.live().filter(concern__in=[one.pk for one in concerns]).defer("words", "channels")
    return {row.concern_id: row for row in rows.order_by("on", "id")}


def with_latest(concerns: Iterable[Any]) -> list[Any]:
    """The items, each with `latest`, its last turn; one statement beside their own."""
    rows = list(concerns)
    told = latest(rows)
    for row in rows:
        row.latest = told.get(row.pk)
    return rows


# What came from below; what we sent and nobody has answered.


def arrivals(actor: Actor, committee: Committee, *, waiting: bool) -> Rows:
    """下级来件 of a committee: those to sign for, or all."""
    rows: Rows = Concern.objects.live().filter(rules.visible.rows(actor), committee=committee, source=Source.BELOW)
    rows = rows.filter(state=ConcernState.ARRIVED) if waiting else rows.exclude(state=ConcernState.WITHDRAWN)
    found: Rows = rows.select_related("committee", "origin_committee").defer(
        "situation", "analysis", "suggestion", "edited"
    )
    return found.order_by("-created_at", "-id")


def own_sendings(committee: Committee) -> Rows:
    """What a committee itself sent, each item to each receiver, with what it has been told of it since.

    ``signed``: somebody there signed for it; ``decided``: it was adopted or declined on that level.
    """
    told = Trace.objects.live().filter(concern=OuterRef("concern"))
    rows: Rows = Trace.objects.live().filter(committee=committee, turn=Turn.SENT, by_committee=F("committee"))
    found: Rows = rows.annotate(
        signed=Exists(told.filter(turn=Turn.RECEIVED, event=OuterRef("event"))),
        decided=Exists(told.filter(turn__in=[Turn.ADOPTED, Turn.DECLINED], level=OuterRef("level"))),
    )
    return found.select_related("concern", "paper", "committee").defer("words").order_by("-on", "-id")


def unanswered(committee: Committee) -> Rows:
    """Of those, the ones that nobody has signed for, or that a committee above has neither adopted nor declined."""
    above = Q(level__gt="") & ~Q(level=committee.level)
    found: Rows = own_sendings(committee).filter(Q(signed=False) | (above & Q(decided=False)))
    return found


def receivers(committee: Committee) -> list[str]:
    """To whom a committee has sent items."""
    rows = Trace.objects.live().filter(committee=committee, turn=Turn.SENT, by_committee=F("committee"))
    return list(rows.order_by("body").values_list("body", flat=True).distinct())


# Issues.


def issues(actor: Actor, committee: Committee) -> Rows:
    """Issues and special reports of a committee that the actor may read, with counts of items, receivers, receipts."""
    rows: Rows = Paper.objects.live().filter(papers.visible.rows(actor), committee=committee, kind__in=turns.KINDS)
    placed = Placing.objects.live().filter(paper=OuterRef("pk")).order_by().values("paper")
    sent = Dispatch.objects.live().filter(paper=OuterRef("pk")).order_by().values("paper")
    found: Rows = rows.defer("text").annotate(
        items=_number(placed, Count("pk")),
        sent_to=_number(sent, Count("pk")),
        signed_by=_number(sent.exclude(receipt_on=None), Count("pk")),
    )
    return found.order_by("-id")


def _number(rows: Any, count: Any) -> Any:
    return Coalesce(Subquery(rows.annotate(n=count).values("n"), output_field=IntegerField()), 0)


def ready(committee: Committee, *, again: bool = False) -> Rows:
    """Items that wait to be issued, urgent ones first; with those issued before where a follow-up is wanted."""
    states = [ConcernState.CHECKED, *([ConcernState.ISSUED] if again else [])]
    standing = Placing.objects.live().filter(concern=OuterRef("pk"), paper__voided_at=None)
    rows: Rows = Concern.objects.live().filter(committee=committee, state__in=states)
    if not again:
        rows = rows.filter(~Exists(standing))
    found: Rows = rows.select_related("committee", "origin_committee").defer("situation", "analysis", "suggestion")
    return found.order_by("-urgent", "checked_on", "id")


def by_hand(trace: Trace) -> bool:
    """Whether a turn is known by a clerk's word alone."""
    return turns.told_by(trace) == {Channel.ENTERED} and trace.paper_id is None


def trace(actor: Actor, uid: UUID) -> Trace:
    """A turn of an item that the actor may see.

    Raises:
        Missing: none such.
    """
    rows = Trace.objects.live().select_related("concern__committee", "concern__origin_committee", "by_committee")
    seen = Concern.objects.filter(rules.visible.rows(actor)).order_by().values("pk")
    found = rows.filter(uid=uid, concern__in=seen).first()
    if found is None:
        raise Missing("opinions.unknown")
    return found
