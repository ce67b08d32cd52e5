"""Entering problems and advice: one, or a whole pasted list, each line a record of its own (R5.6, R9.7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal, Refusals
from lvzhi.activities.models import Activity
from lvzhi.committee.models import Committee, Organ, Session
from lvzhi.contacts.models import Contact
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.ledger import rules
from lvzhi.ledger.models import Advice, Author, Problem
from lvzhi.ledger.vocabulary.words import ADVICE, LIST_NUMBER, NAMES, PROBLEM
from lvzhi.party import rules as party
from lvzhi.party.models import Meeting
from lvzhi.people.models import Person
from lvzhi.projects.models import Project
from lvzhi.proposals.models import Proposal
from lvzhi.workflow import engine

K = TypeVar("K", Problem, Advice)
NUMBERED = re.compile(LIST_NUMBER)


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """On what occasion something was found or said, and in whose name it is kept.

    Args:
        day: when it was found or said.
        source: code of the table `ledger.sources`.
        said: who gave advice, in words, beside the persons known here.
        session: the plenary session it was given at.
    """

    committee: Committee
    day: date
    source: str
    theme: str = ""
    organ: Organ | None = None
    activity: Activity | None = None
    proposal: Proposal | None = None
    project: Project | None = None
    contact: Contact | None = None
    meeting: Meeting | None = None
    session: Session | None = None
    authors: Sequence[Person] = ()
    said: str = ""
    converted: bool = False


def split_lines(text: str) -> list[str]:
    """A pasted list as its items: one a line, without bullets and numbers, empty lines left out."""
    found = (NUMBERED.sub("", one).strip() for one in text.splitlines())
    return [one for one in found if one]


def enter_problems(
    actor: Actor, texts: Sequence[str], occasion: Occasion, *, once: str | None = None, **more: Any
) -> list[Problem]:
    """Enter problems found on one occasion.

    Args:
        more: further fields of each, such as ``cause`` or ``number``.

    Raises:
        NotAllowed: the actor may not add to this ledger.
        Refusals: lines too long, twice, none, too many; a day still to come.
    """
    done = engine.begun(Problem, actor, once)
    if done is not None:
        return [done]
    _check(actor, texts, occasion, "ledger.found_future")
    rows = [Problem(**_common(actor, text, occasion), found_on=occasion.day, **more) for text in texts]
    return _begin(actor, rows, occasion, PROBLEM, once)


def enter_advice(actor: Actor, texts: Sequence[str], occasion: Occasion, *, once: str | None = None) -> list[Advice]:
    """Enter advice given on one occasion, with its authors. Raises as `enter_problems`."""
    done = engine.begun(Advice, actor, once)
    if done is not None:
        return [done]
    _check(actor, texts, occasion, "ledger.proposed_future")
    said = NAMES.join([*(person.name for person in occasion.authors), *([occasion.said] if occasion.said else [])])
    session = occasion.session or sitting_session(occasion.committee, occasion.day)
    rows = [
        Advice(
            **_common(actor, text, occasion), proposed_on=occasion.day, session=session, authors_said=said,
            converted=occasion.converted,
        )
        for text in texts
    ]  # fmt: skip
    return _begin(actor, rows, occasion, ADVICE, once)


def sitting_session(committee: Committee, day: date) -> Session | None:
    """The plenary session that sat on that day, if any: what was said there is submitted as its outcome."""
    return Session.objects.filter(committee=committee, opens__lte=day, closes__gte=day).first()


def _common(actor: Actor, text: str, occasion: Occasion) -> dict[str, Any]:
    return {
        "committee": occasion.committee,
        "text": text.strip(),
        "theme": occasion.theme,
        "source": occasion.source,
        "activity": occasion.activity,
        "proposal": occasion.proposal,
        "project": occasion.project,
        "contact": occasion.contact,
        "meeting": occasion.meeting,
        "organ": occasion.organ,
        "entered_by": actor.name,
        "created_at": actor.at,
    }


def _begin(actor: Actor, rows: list[K], occasion: Occasion, kind: str, once: str | None) -> list[K]:
    """Each as a record with a journal line of its own, all of them or none."""
    with line(actor, "ledger.many", committee=occasion.committee, kind=kind, count=len(rows)):
        for place, row in enumerate(rows):
            engine.begin(row, actor, once=once if place == 0 else None, does=lambda made: _name_authors(made, occasion))
    return rows


def _name_authors(made: Problem | Advice, occasion: Occasion) -> None:
    if isinstance(made, Advice):
        for person in occasion.authors:
            Author(
                committee_id=made.committee_id, advice=made, person=person, name=person.name, body=person.employer,
                created_at=made.created_at,
            ).save()  # fmt: skip


def _check(actor: Actor, texts: Sequence[str], occasion: Occasion, future: str) -> None:
    place, organ = occasion.committee, occasion.organ
    if organ is not None and organ.committee_id != place.pk:
        raise Refusal("ledger.organ_elsewhere", field="organ", organ=organ.name, committee=place.name)
    if not _may_enter(actor, occasion):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    if occasion.day > clock.as_day(actor.at):
        raise Refusal(future, field="day", day=occasion.day)
    faults = [] if occasion.converted else list(_faults(texts, place, occasion.day))  # a proposal has its own limits
    if faults:
        raise Refusals(faults)


def _may_enter(actor: Actor, occasion: Occasion) -> bool:
    place = occasion.committee.pk
    if rules.may_enter(actor, place, occasion.organ.pk if occasion.organ else None):
        return True
    if occasion.meeting is not None and party.meeting_kept(actor, occasion.meeting):
        return True
    return occasion.proposal is not None and any(actor.has(role, committee=place) for role in rules.CLERKS)


def _faults(texts: Sequence[str], committee: Committee, day: date) -> list[Refusal]:
    """What is wrong with a pasted list, line by line."""
    if not texts:
        return [Refusal("ledger.nothing_written", field="text")]
    most = int(norms.value("ledger.lines_most", committee, day))
    if len(texts) > most:
        return [Refusal("ledger.too_many_lines", field="text", limit=most, count=len(texts))]
    limit = int(norms.value("ledger.text_most", committee, day))
    seen: dict[str, int] = {}
    found = []
    for place, text in enumerate(texts, start=1):
        bare = text.strip()
        if len(bare) > limit:
            found.append(Refusal("ledger.line_long", field="text", line=place, length=len(bare), limit=limit))
        elif bare in seen:
            found.append(Refusal("ledger.line_twice", field="text", line=place, first=seen[bare]))
        seen.setdefault(bare, place)
    return found


def edit(
    actor: Actor, entry: Problem | Advice, *, text: str, theme: str, organ: Organ | None, version: int | None = None
) -> None:
    """Change the words of an entry, its theme, the organ that keeps it; the journal keeps that they changed.

    Raises:
        NotAllowed: not its keeper.
        Conflict: changed since the page was opened.
        Refusal: too long, or another committee's organ.
    """
    rules.keeper.check(actor, entry)
    entry.expect(version)
    if organ is not None and organ.committee_id != entry.committee_id:
        raise Refusal("ledger.organ_elsewhere", field="organ", organ=organ.name, committee=entry.committee.name)
    day = entry.found_on if isinstance(entry, Problem) else entry.proposed_on
    if faults := list(_faults([text], entry.committee, day)):
        raise Refusals(faults)
    with line(actor, "ledger.edited", subject=entry, committee=entry.committee_id):
        entry.text, entry.theme, entry.organ = text.strip(), theme, organ
        entry.version += 1
        entry.save()
