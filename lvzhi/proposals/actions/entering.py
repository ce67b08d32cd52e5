"""Entry by staff for a proposer, proposer types as data, and a text brought in from a file (R1.1–R1.6, R1.17a)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import session_on, term_on
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.lines import line
from lvzhi.norms import codes
from lvzhi.people.models import Member
from lvzhi.proposals.actions.writing import in_office, keep_parts, keep_text
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries import in_track
from lvzhi.proposals.rules import CLERK, HEAD, clerk
from lvzhi.proposals.vocabulary import ORGAN_TYPES
from lvzhi.proposals.vocabulary import entry as words
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def begin_for(
    actor: Actor,
    committee: Committee,
    data: Mapping[str, Any],
    *,
    member: Member | None = None,
    organ: Organ | None = None,
    once: str | None = None,
) -> Proposal:
    """Begin a proposal that staff enter from paper for a member or a body (代录); the proposer confirms it later.

    Args:
        data: fields of the text as `write` takes them.
        member, organ: in whose name; a body goes before a member.

    Raises:
        NotAllowed: not the clerk.
        Refusal: nobody named, a member who left, or no term on that day.
    """
    if not any(actor.has(role, committee=committee.pk) for role in (CLERK, HEAD)):
        raise NotAllowed("access.not_allowed", who=clerk.label)
    day = clock.as_day(actor.at)
    if organ is None and (member is None or member.committee_id != committee.pk or not in_office(member, day)):
        raise Refusal("proposals.entered_for_missing", field="who")
    proposal = _entered(actor, committee, None if organ is not None else member, organ)
    keep_text(proposal, data)
    with line(actor, "proposals.entered", subject=proposal, committee=committee, who=proposal.proposer):
        return engine.begin(proposal, actor, once=once, does=lambda made: keep_parts(made, actor, data))


def _entered(actor: Actor, committee: Committee, member: Member | None, organ: Organ | None) -> Proposal:
    day = clock.as_day(actor.at)
    term = term_on(committee, day)
    if term is None:
        raise Refusal("proposals.no_session", committee=committee.name, day=day)
    return Proposal(
        committee=committee,
        term=term,
        proposer_type=type_of(organ),
        collective=organ is not None,
        member=member,
        organ=organ,
        proposer=organ.name if organ is not None else member.person.name if member is not None else "",
        by_staff=True,
        entered_by=actor.name,
        created_at=actor.at,
    )


def type_of(organ: Organ | None) -> str:
    """The proposer type of a body, or of a member (R1.4)."""
    return "member" if organ is None else ORGAN_TYPES.get(organ.kind, "group")


def session_only(committee: Any, kind: str, day: Any) -> bool:
    """Whether proposals of that type are taken in session only (R1.1, R1.6)."""
    table = {one.code: one for one in codes.codes("proposals.proposer_type", committee, day)}
    return kind in table and bool(table[kind].extra.get("session_only"))


def bodies(committee: Committee, day: date) -> list[Organ]:
    """Bodies that may propose on that day; those of session-only types while their window is open."""
    session = session_on(committee, day)
    rows = Organ.objects.filter(committee=committee, kind__in=list(ORGAN_TYPES), ends=None).order_by("name")
    return [one for one in rows if in_track(day, session) or not session_only(committee, type_of(one), day)]


def check_type(taking: Taking) -> None:
    """Refuse a type that the year's table lacks, one taken in session only, or an entry without its scan."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    table = {one.code: one for one in codes.codes("proposals.proposer_type", proposal.committee_id, day)}
    kind = table.get(proposal.proposer_type)
    if kind is None:
        raise Refusal("proposals.type_unknown", kind=proposal.proposer_type)
    fresh = not proposal.serial
    if fresh and kind.extra.get("session_only") and not in_track(day, session_on(proposal.committee, day)):
        raise Refusal("proposals.session_only", kind=kind.name, day=day)
    needs_scan = proposal.by_staff and norms.value("proposals.scan_needed", proposal.committee_id, day)
    if needs_scan and not files_of(proposal._meta.label_lower, proposal.uid):
        raise Refusal("proposals.scan_missing")


def bare(text: str) -> str:
    """A line without its number and marks."""
    return text.strip().lstrip(words.NUMERALS + words.MARKS).strip(words.MARKS)


def heading(text: str, names: Mapping[str, str] | None = None) -> str | None:
    """Which part a line is the heading of, if it is one: a listed word alone, numbered or not.

    Args:
        names: what the committee calls each part; they go before the usual words.
    """
    shown = bare(text)
    own = next((part for part, name in (names or {}).items() if shown == bare(name)), None)
    return own or next((part for part, names in words.HEADINGS.items() if shown in names), None)


def _opens(text: str, names: Mapping[str, str] | None) -> tuple[str, str] | None:
    """A heading with its text on the same line, behind a colon."""
    found = re.match(words.OPENING, text.strip())
    part = heading(found[1], names) if found else None
    return (part, found[2].strip()) if found and part else None


def split_text(text: str, names: Mapping[str, str] | None = None) -> dict[str, str]:
    """A text divided into the parts of a proposal by its headings; what stands before the first is the title.

    Args:
        names: as `heading`.

    Returns:
        Part → text, only those found. Without any heading all but the title is ``background``.
    """
    parts: dict[str, list[str]] = {}
    here: str | None = None
    for raw in text.splitlines():
        shown = raw.strip()
        if not shown:
            continue
        alone, opened = heading(shown, names), _opens(shown, names)
        if opened is not None:
            here, shown = opened
        elif alone is not None:
            here = alone
            continue
        if here is None:
            first = "title" not in parts and len(shown) <= TITLE_LONGEST
            parts.setdefault("title" if first else "background", []).append(shown)
            continue
        parts.setdefault(here, []).append(shown)
    return {part: "\n".join(lines) for part, lines in parts.items()}


TITLE_LONGEST = 60
