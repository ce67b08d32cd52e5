"""The papers of an archive package, each as an official document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lvzhi.exchange.letters import Block, Document9704, Heading1, Para, Table
from lvzhi.norms import codes
from lvzhi.proposals.letters import original
from lvzhi.proposals.models import Proposal, Publication, Reply, Wording
from lvzhi.proposals.queries import beside, handling_file
from lvzhi.proposals.queries.publishing import public_parts
from lvzhi.proposals.queries.sections import day_of, labels
from lvzhi.proposals.vocabulary import NAMES, AssignState, ContactStage, ExtensionState, ReturnDecision, UnitRole
from lvzhi.proposals.vocabulary import archive as words
from lvzhi.proposals.vocabulary import letters as headings
from lvzhi.ui.formats import day


def _lines(text: str) -> list[Block]:
    return [Para(line.strip()) for line in text.splitlines() if line.strip()]


def _class(proposal: Proposal, code: str, on: Any) -> str:
    return codes.name_of("proposals.class", proposal.committee_id, code, on)


def proposal_paper(proposal: Proposal) -> Document9704:
    """The proposal as its printed page: facts, then the text."""
    units = NAMES.join(f"{row.unit.name}（{UnitRole(row.role).label}）" for row in beside(proposal, "assignments"))
    signed = [row.member.person.name for row in beside(proposal, "cosignatures") if row.state == "signed"]
    known = {
        "called": proposal.called,
        "serial": proposal.serial,
        "proposer": NAMES.join([proposal.proposer, *signed]),
        "session": proposal.session.name if proposal.session else "",
        "category": _category(proposal),
        "received": day(proposal.received_on),
        "filed": day(proposal.filed_on),
        "units": units,
        "answered": day(proposal.answered_on),
        "result": _result(proposal),
        "state": proposal.get_state_display(),
    }
    rows = [(label, known[key]) for key, label in words.FACTS if known[key]]
    body: list[Block] = [Table(words.FACT_HEADS, rows, widths=(1, 4)), *original(proposal)]
    if proposal.survey:
        body += [Heading1(labels(proposal.committee_id, day_of(proposal))["survey"]), *_lines(proposal.survey)]
    return Document9704(title=proposal.title, body=body, number=proposal.called, date=proposal.received_on)


def _category(proposal: Proposal) -> str:
    if not proposal.category:
        return ""
    return codes.name_of("proposals.category", proposal.committee_id, proposal.category, proposal.filed_on)


def _result(proposal: Proposal) -> str:
    if not proposal.result_class:
        return ""
    name = _class(proposal, proposal.result_class, proposal.answered_on)
    return words.REPLY_RESULT.format(code=proposal.result_class, name=name)


def wording_paper(row: Wording) -> Document9704:
    """The text as it stood before staff changed it."""
    body: list[Block] = [
        Para(words.WORDING_GROUND.format(day=day(row.changed_on), who=row.changed_by, ground=row.ground))
    ]
    for name, label in labels(row.committee_id, day_of(row.proposal)).items():
        if name != "title" and getattr(row, name):
            body += [Heading1(label), *_lines(getattr(row, name))]
    return Document9704(title=row.title, body=body, date=row.changed_on)


def reply_paper(reply: Reply, proposal: Proposal) -> Document9704:
    """One answer, with its points and promises; how to reach the unit stands in the data, not in the paper."""
    body: list[Block] = _lines(reply.text)
    for point in reply.points.all() if reply.points_count else ():
        if point.text and point.recommendation is not None:
            body.append(Para(words.REPLY_POINT.format(number=point.recommendation.number, text=point.text)))
        if point.promise_text:
            body.append(Para(words.REPLY_PROMISE.format(text=point.promise_text, due=day(point.promise_due))))
    name = _class(proposal, reply.result_class, reply.answered_on)
    body.append(Para(words.REPLY_RESULT.format(code=reply.result_class, name=name)))
    if reply.signer:
        body.append(Para(words.REPLY_SIGNER.format(signer=reply.signer)))
    return Document9704(
        title=words.REPLY_TITLE.format(number=proposal.number), body=body, number=reply.document or None,
        addressee=proposal.proposer, date=reply.answered_on, issuer=reply.assignment.unit.name,
    )  # fmt: skip


def public_paper(publication: Publication) -> Document9704:
    """What is published."""
    body: list[Block] = []
    parts = public_parts(publication)
    for part in parts[1:]:
        body += [Heading1(part.label), *_lines(part.text)]
    return Document9704(title=parts[0].text, body=body, date=publication.published_on)


# Sections are read as a table: one block each.
# fmt: off
def handling_paper(proposal: Proposal) -> Document9704:
    """Hand-overs, co-units' opinions, talks, extensions, reminders and refusals of units, one after another."""
    said, rows = words.HANDLING, handling_file(proposal)
    units = beside(proposal, "assignments")
    body: list[Block] = []
    _section(body, said["assignments"], units, lambda row: said["assignment"].format(
        day=day(row.assigned_on), unit=row.unit.name, role=UnitRole(row.role).label,
        state=AssignState(row.state).label))
    _section(body, said["opinions"], [row for row in units if row.opinion], lambda row: said["opinion"].format(
        unit=row.unit.name, day=day(row.opinion_on), text=row.opinion))
    _section(body, said["contacts"], rows["contacts"], lambda row: said["contact"].format(
        day=day(row.held_on), stage=ContactStage(row.stage).label, unit=row.assignment.unit.name,
        mode=codes.name_of("proposals.contact_mode", row.committee_id, row.mode, row.held_on),
        proposer_side=row.proposer_side, unit_side=row.unit_side, points=row.points))
    _section(body, said["extensions"], rows["extensions"], lambda row: said["extension"].format(
        day=day(row.asked_on), unit=row.unit.name, until=day(row.until), state=ExtensionState(row.state).label,
        reason=row.reason))
    _section(body, said["reminders"], rows["reminders"], lambda row: said["reminder"].format(
        day=day(row.reminded_on), unit=row.assignment.unit.name, words=row.words))
    _section(body, said["returns"], rows["returns"], lambda row: said["return"].format(
        day=day(row.asked_on), unit=row.unit.name, trip=row.trip, decision=ReturnDecision(row.decision).label,
        ground=row.ground))
    return Document9704(title=said["title"].format(called=proposal.called), body=body)
# fmt: on


def _section(body: list[Block], name: str, rows: Iterable[Any], told: Callable[[Any], str]) -> None:
    place = words.PLACES[sum(isinstance(block, Heading1) for block in body)]
    lines: list[Block] = [Para(told(row)) for row in rows]
    body += [Heading1(headings.HEADING.format(place=place, name=name)), *(lines or [Para(words.HANDLING["none"])])]
