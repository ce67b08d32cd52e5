"""What the records say of the stages of research, inspections, study tours and visits (R5.6)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from lvzhi.activities.vocabulary import COUNTING_STATES, PlaceRole
from lvzhi.consultations.queries import Sources
from lvzhi.consultations.queries.along import Along
from lvzhi.consultations.queries.sources import is_out
from lvzhi.consultations.tables import parts
from lvzhi.consultations.tables.parts import LONGEST, MOST, Part
from lvzhi.consultations.vocabulary import PAUSE, SAID
from lvzhi.ledger.vocabulary.marks import problem_tag
from lvzhi.ledger.vocabulary.states import ProblemState
from lvzhi.links.beside import Line
from lvzhi.papers.vocabulary import PAPER_HOLDERS, PaperState
from lvzhi.ui.marks import Tag


def planned(sources: Sources) -> Part:
    """Topic and plan in one, and the consultation that it prepares."""
    topic, plan = parts.topic(sources), parts.plan(sources)
    lines, hidden = parts.activities_of(sources.studies)
    words = [SAID["for"]] if sources.studies else []
    return Part(
        done=plan.done, day=plan.day, words=words, lines=[*topic.lines, *plan.lines, *lines], hidden=hidden
    )  # fmt: skip


def _places(sources: Sources) -> list[Along]:
    """What was seen; the hall where people met is none."""
    return [row for row in sources.places if row.role != PlaceRole.VENUE]


def _short(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def _place(row: Along) -> Line:
    unit = row.unit if row.unit != row.name else ""
    return Line(row.name, "", Tag(str(PlaceRole(row.role).label), "neutral"), None, unit)


def _held(sources: Sources, places: str) -> Part:
    """Where it went, who led, who came along, with whom."""
    held = [row for row in sources.sessions if row.state in COUNTING_STATES]
    lines, hidden = parts.activities_of(sources.sessions)
    several = SAID["sessions"].format(held=len(held)) if sources.series else ""
    seen = _places(sources)
    names = PAUSE.join(dict.fromkeys(row.name for row in sources.partners))
    words = parts.some(
        several, parts.count("days", sum(row.days for row in held)), parts.count(places, len(seen)),
        *(() if sources.series else parts.leading(sources)),
        parts.count("came", len(sources.came)), *parts.by_capacity(sources.came),
        SAID["partners"].format(names=names) if names else "",
    )  # fmt: skip
    lines += [] if sources.series else [_place(row) for row in seen[:MOST]]
    return Part(done=bool(held), day=held[0].held_on if held else None, words=words, lines=lines, hidden=hidden)


def field(sources: Sources) -> Part:
    """Seen on the spot."""
    return _held(sources, "places")


def whom(sources: Sources) -> Part:
    """Who was visited."""
    return _held(sources, "visited")


def asked(sources: Sources) -> Part:
    """What was asked at each place; where nothing stands at a place, what the activity itself says."""
    rows = [row for row in sources.places if row.asked]
    lines = [Line(_short(row.asked), "", None, None, row.name) for row in rows[:MOST]]
    words = [] if rows else parts.some(*(_short(row.summary) for row in sources.sessions))
    return Part(done=bool(rows or words), words=words, lines=lines)


def problems(sources: Sources) -> Part:
    """What was found, who answers for each, how far it is. Where a request was heard, it is waited for."""
    seen = [row for row in sources.problems if row.seen]
    lines = [
        Line(_short(row.text), _url(row), problem_tag(row.state), row.found_on, row.owner) for row in seen[:MOST]
    ]  # fmt: skip
    found = [row.found_on for row in sources.problems]
    words = parts.some(parts.count("problems", len(found)))
    return Part(
        done=bool(found), day=min(found, default=None), words=words, lines=lines, hidden=len(found) - len(lines),
        waited=not sources.advice and any(row.asked for row in sources.places),
    )  # fmt: skip


def _url(problem: Any) -> str:
    return reverse("ledger:problem", args=[problem.uid])


def advice(sources: Sources) -> Part:
    """How much was advised; the pieces themselves stand with what became of them."""
    rows = sources.advice
    day = min((row.proposed_on for row in rows), default=None)
    words = parts.some(parts.count("advice", len(rows)))
    return Part(done=bool(rows), day=day, words=words, waited=not sources.found)


def report(sources: Sources) -> Part:
    """The report with its title and number; or the document that the advice went up in."""
    lines, hidden = parts.papers_of(sources.results)
    out = [row for row in sources.results if is_out(row)]
    submitted = [row.submitted_on for row in sources.advice if row.submitted_on is not None]
    day = out[0].dated_on if out else min(submitted, default=None)
    words = parts.some(parts.count("papers", len(sources.results)))
    done = bool(out or submitted)
    holder = "" if done else next((PAPER_HOLDERS[PaperState(row.state)] for row in sources.results), "")
    return Part(
        done=done, day=day, words=words, lines=lines, hidden=hidden, holder=holder,
        begun=bool(sources.results) and not done,
    )  # fmt: skip


def handling(sources: Sources) -> Part:
    """Whose it is now: problems with somebody who answers for them or solved on the spot, advice in a unit's hands."""
    part = parts.handed(sources)
    at_once = [row for row in sources.problems if not row.owner and row.state == ProblemState.CHECKED]
    part.words = [*part.words, *parts.some(parts.count("at_once", len(at_once)))]
    left = [row for row in sources.problems if not row.owner and row not in at_once]
    left += [row for row in sources.advice if row.handed_on is None and row.submitted_on is None]
    part.waited = bool(sources.found or sources.advice)
    part.done = part.waited and not left
    return part


def outcome(sources: Sources) -> Part:
    """What became of every problem and every piece of advice; nothing is waited for where nothing was found."""
    part = parts.adoption(sources)
    part.waited = bool(sources.found or sources.advice)
    return part
