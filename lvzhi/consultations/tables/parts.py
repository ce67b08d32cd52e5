"""What the records say of each stage; one function a stage, named as the stage is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from lvzhi.activities.vocabulary import COUNTING_STATES, Capacity, Role
from lvzhi.activities.vocabulary import TONES as ACTIVITY_TONES
from lvzhi.activities.vocabulary import State as ActivityState
from lvzhi.consultations import vocabulary as say
from lvzhi.consultations.queries import Sources
from lvzhi.consultations.queries.sources import is_out
from lvzhi.consultations.vocabulary import PAUSE, SAID, FollowState
from lvzhi.ledger.vocabulary.codes import TURNED
from lvzhi.ledger.vocabulary.marks import advice_tag
from lvzhi.ledger.vocabulary.states import Adoption, AdviceState
from lvzhi.links.beside import Line
from lvzhi.norms import codes
from lvzhi.papers.vocabulary import PAPER_TONES, PaperState
from lvzhi.plans.vocabulary import IN_FORCE, SOURCES, PlanState
from lvzhi.ui.formats import day as written
from lvzhi.ui.marks import Tag

ANSWERED = (AdviceState.ANSWERED, AdviceState.CLOSED)
MOST = 40
LONGEST = 100
LEADING = (Role.HOST, Role.LEAD, Role.MAIN, Role.EXPERT)


@dataclass(kw_only=True)
class Part:
    """What the records say of one stage.

    Args:
        words: a few facts in words. lines: records behind it. hidden: how many the reader may not see.
        holder: who has it now, where that is more than the stage's usual holder.
        waited: whether the way waits for it; what nothing calls for is passed over.
        begun: under way and to be finished, even where a later stage has a record already.
    """

    done: bool = False
    day: dt.date | None = None
    words: Sequence[str] = ()
    lines: Sequence[Line] = ()
    hidden: int = 0
    holder: str = ""
    waited: bool = True
    begun: bool = False


def some(*words: str) -> list[str]:
    """Those that say anything."""
    return [word for word in words if word]


def count(name: str, number: int) -> str:
    """A counted thing in words; "" where there is none."""
    return SAID[name].format(count=number) if number else ""


def topic(sources: Sources) -> Part:
    """Where the topic came from, and who proposed it (R3.7)."""
    task = sources.task
    if task is None:
        return Part()
    source = codes.name_of(SOURCES, task.committee_id, task.source) if task.source else ""
    pattern = "proposed" if source and task.proposed_by else "source_alone" if source else "who_alone"
    said = SAID[pattern].format(source=source, who=task.proposed_by) if source or task.proposed_by else ""
    line = Line(task.topic, reverse("plans:task", args=[task.uid]), None, None, said)
    return Part(done=True, lines=[line])


def plan(sources: Sources) -> Part:
    """Which plan, under which number, approved by which meeting (R3.1)."""
    if sources.task is None:
        return Part()
    row = sources.task.plan
    done = row.state in IN_FORCE
    if done:
        pattern = "approved" if sources.decided else "approved_alone"
        note = SAID[pattern].format(body=sources.decided, number=row.document_no or sources.number)
    else:
        note = SAID["waiting"].format(state=str(PlanState(row.state).label))
    line = Line(row.title_for_people, reverse("plans:plan", args=[row.uid]), None, row.approved_on, note)
    return Part(done=done, day=row.approved_on, lines=[line])


def papers_of(rows: Iterable[Any]) -> tuple[list[Line], int]:
    """Papers as lines with title and number, and how many the reader may not see."""
    lines, hidden = [], 0
    for row in rows:
        if not row.seen:
            hidden += 1
            continue
        tag = Tag(row.get_state_display(), PAPER_TONES[PaperState(row.state)])  # type: ignore[arg-type]  # reason: the table holds tones
        lines.append(Line(row.title, reverse("papers:detail", args=[row.uid]), tag, row.dated_on, row.called))
    return lines, hidden


def scheme(sources: Sources) -> Part:
    """How it is to be held."""
    lines, hidden = papers_of(sources.schemes)
    out = [row for row in sources.schemes if is_out(row)]
    return Part(done=bool(out), day=out[0].dated_on if out else None, lines=lines, hidden=hidden)


def activities_of(rows: Iterable[Any]) -> tuple[list[Line], int]:
    """Activities as lines, and how many the reader may not see."""
    lines, hidden = [], 0
    for row in rows:
        if not getattr(row, "seen", True):
            hidden += 1
            continue
        tone = ACTIVITY_TONES[ActivityState(row.state)]
        tag = Tag(row.get_state_display(), tone)  # type: ignore[arg-type]  # reason: the table holds tones
        address = reverse("activities:detail", args=[row.uid])
        lines.append(Line(row.title, address, tag, row.held_on, row.kind_name))
    return lines, hidden


def research(sources: Sources) -> Part:
    """What was looked into beforehand (R5.3)."""
    lines, hidden = activities_of(sources.studies)
    held = [row for row in sources.studies if row.state in COUNTING_STATES]
    return Part(done=bool(held), day=held[-1].held_on if held else None, lines=lines, hidden=hidden)


def meeting(sources: Sources) -> Part:
    """In which form, who led it, who was there, what was said."""
    held = [row for row in sources.sessions if row.state in COUNTING_STATES]
    lines, hidden = activities_of(sources.sessions)
    several = SAID["sessions"].format(held=len(held)) if sources.series else ""
    words = some(several, *(() if sources.series else leading(sources)))
    words += some(count("came", len(sources.came)), *by_capacity(sources.came))
    said = [
        Line(row.title, reverse("activities:speech", args=[row.uid]), None, None, row.speaker)
        for row in sources.speeches
    ]
    return Part(
        done=bool(held), day=held[0].held_on if held else None, words=words, lines=[*lines, *said], hidden=hidden
    )


def leading(sources: Sources) -> list[str]:
    """Who presided, led, held the lecture, or was there as an expert."""
    found = []
    for role in LEADING:
        names = [row.name for row in sources.people if row.role == role]
        if names:
            found.append(f"{role.label} {PAUSE.join(names)}")
    return found


def by_capacity(rows: Sequence[Any]) -> list[str]:
    """How many members, staff and others."""
    counted = [(str(one.label), sum(row.capacity == one for row in rows)) for one in Capacity]
    return [f"{label}{count}" for label, count in counted if count]


def result(sources: Sources) -> Part:
    """What was advised, and the document that says so."""
    lines, hidden = papers_of(sources.results)
    words = some(
        count("advice", len(sources.advice)), count("papers", len(sources.results)),
        count("problems", sources.found),
    )  # fmt: skip
    out = [row for row in sources.results if is_out(row)]
    day = out[0].dated_on if out else min((row.proposed_on for row in sources.advice), default=None)
    done = bool(out) or bool(sources.found) or any(row.submitted_on for row in sources.advice)
    return Part(done=done, day=day, words=words, lines=lines, hidden=hidden)


def sent(sources: Sources) -> Part:
    """To whom it went, on which day, who signed for it."""
    rows = sources.dispatches
    lines = [
        Line(row.name, "", None, row.sent_on, SAID["received"].format(count=1) if row.receipt_on else "")
        for row in rows[:MOST]
    ]
    received = sum(row.receipt_on is not None for row in rows)
    submitted = [row.submitted_on for row in sources.advice if row.submitted_on is not None]
    words = some(count("sent", len(rows)), count("received", received), count("submitted", len(submitted)))
    days = [row.sent_on for row in rows] + submitted
    return Part(done=bool(days), day=min(days, default=None), words=words, lines=lines)


def comments(sources: Sources) -> Part:
    """What leaders wrote on it."""
    seen = {row.pk: row.seen for row in sources.papers}
    lines = [
        Line(f"{row.post}{row.leader}", reverse("papers:detail", args=[_uid(sources, row.paper_id)]),
             Tag(row.get_state_display(), "info"), row.commented_on, " ".join(row.words.split())[:LONGEST])
        for row in sources.comments
        if seen.get(row.paper_id)
    ]  # fmt: skip
    first = sources.comments[0].commented_on if sources.comments else None
    words = some(count("comments", len(sources.comments)))
    hidden = len(sources.comments) - len(lines)
    return Part(done=bool(sources.comments), day=first, words=words, lines=lines, hidden=hidden)


def _uid(sources: Sources, paper: int) -> Any:
    return next(row.uid for row in sources.papers if row.pk == paper)


def handed(sources: Sources) -> Part:
    """Which units have it in hand, until when."""
    given = [row for row in sources.advice if row.unit_id is not None]
    commented = [row for row in sources.comments if row.handed_on is not None]
    units = list(dict.fromkeys(row.unit.name for row in given if row.unit is not None))
    owned = [row for row in sources.problems if row.owner]
    words = some(
        count("handed", len(given)), SAID["units"].format(units=PAUSE.join(units)) if units else "",
        count("comments_handed", len(commented)), count("owned", len(owned)),
    )  # fmt: skip
    days = [row.handed_on for row in (*given, *commented) if row.handed_on is not None]
    days += [row.assigned_on for row in owned if row.assigned_on is not None]
    return Part(done=bool(days), day=min(days, default=None), words=words)


def adoption(sources: Sources) -> Part:
    """What became of each recommendation: adopted wholly, in part, not, with the ground; what it turned into."""
    rows = sources.advice
    answered = [row for row in rows if row.state in ANSWERED]
    by = {one: sum(row.outcome == one for row in answered) for one in Adoption}
    still = len(rows) - len(answered)
    words = some(
        SAID["answered"].format(answered=len(answered), count=len(rows)) if rows else "",
        count("wholly", by[Adoption.WHOLLY]), count("partly", by[Adoption.PARTLY]), count("not", by[Adoption.NOT]),
        count("open", still),
        SAID["solved"].format(count=sources.found, solved=sources.solved) if sources.found else "",
    )  # fmt: skip
    seen = [row for row in rows if row.seen]
    waits = list(dict.fromkeys(row.unit.name for row in rows if row.unit is not None and row not in answered))
    done = bool(rows or sources.found) and not still and sources.found == sources.solved
    days = [row.answered_on for row in answered if row.answered_on is not None]
    return Part(
        done=done, day=max(days, default=None), words=words, lines=[_advice(row) for row in seen[:MOST]],
        hidden=len(rows) - len(seen[:MOST]), holder=PAUSE.join(waits),
    )  # fmt: skip


def _advice(row: Any) -> Line:
    turned = codes.name_of(TURNED, row.committee_id, row.turned) if row.turned else ""
    note = " · ".join(some(row.unit.name if row.unit else "", turned, row.ground))
    tag = advice_tag(row.state, row.outcome)
    text = " ".join(row.text.split())[:LONGEST]
    return Line(text, reverse("ledger:advice", args=[row.uid]), tag, row.answered_on, note)


def feedback(sources: Sources) -> Part:
    """That those who took part were told, and how many have read it."""
    if sources.series:
        return _of_series(sources, [row.fed_on for row in sources.follows], "fed_sessions")
    follow = sources.follow
    if follow is None or follow.fed_on is None:
        return Part()
    read = sources.read
    words = SAID["told"].format(
        day=written(follow.fed_on), told=len(read), read=sum(one is not None for one in read.values())
    )
    return Part(done=True, day=follow.fed_on, words=[words, follow.feedback])


def _of_series(sources: Sources, days: Sequence[dt.date | None], name: str) -> Part:
    """Of how many sessions of a series."""
    done = [day for day in days if day is not None]
    words = some(SAID[name].format(done=len(done), count=len(sources.sessions)) if done else "")
    return Part(done=bool(done) and len(done) == len(sources.sessions), day=max(done, default=None), words=words)


def look_back(sources: Sources) -> Part:
    """What was found when it was looked at again; when it is due."""
    if sources.series:
        return _of_series(sources, [row.closed_on for row in sources.follows], "looked_sessions")
    follow = sources.follow
    if follow is None or follow.looked_on is None:
        return Part()
    name = codes.name_of(say.RESULTS, follow.committee_id, follow.look_result)
    words = [SAID["looked"].format(day=written(follow.looked_on)), name, follow.finding]
    return Part(done=follow.state == FollowState.CLOSED, day=follow.looked_on, words=words)
