"""The text of a proposal, its invitations, and its receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from lvzhi import norms
from lvzhi.access import Actor, Conflict, NotAllowed, Refusal, Refusals
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import session_on, term_on
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.people.models import Member
from lvzhi.people.queries import member_of_account
from lvzhi.proposals.actions.lapsing import choose_last_day
from lvzhi.proposals.actions.numbering import next_number
from lvzhi.proposals.models import CoSignature, Proposal, Recommendation, WishedUnit
from lvzhi.proposals.norms.sections import TOGETHER, Scheme, Section, scheme
from lvzhi.proposals.queries import in_track
from lvzhi.proposals.vocabulary import (
    PROPOSER_TYPES,
    SERIAL_SEQUENCE,
    SignState,
    State,
    Track,
)
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

EDITABLE = frozenset({State.DRAFT, State.GATHERING, State.RETURNED})
TEXT_FIELDS = (
    "title",
    "background",
    "analysis",
    "survey",
    "category",
    "wished_lead",
    "may_publish",
    "publish_ground",
    "may_merge",
    "may_convert",
)
COLLECTIVE_TYPES = frozenset(code for code, _, _, collective in PROPOSER_TYPES if collective)


def begin_draft(
    actor: Actor,
    committee: Committee,
    data: Mapping[str, Any],
    *,
    proposer_type: str = "member",
    organ: Organ | None = None,
    once: str | None = None,
) -> Proposal:
    """Begin a proposal in the name of the actor's own membership, or of an organ that the actor heads.

    Args:
        data: fields of the text as `write` takes them.
        once: key of the request, so that a second sending finds what the first one began.

    Raises:
        NotAllowed: the actor is no member in office there, nor head of the organ.
        Refusal: ``proposals.no_session`` where no term is recorded for the day.
    """
    day = clock.as_day(actor.at)
    collective = proposer_type in COLLECTIVE_TYPES
    member = None if collective else member_of_account(actor.account_id, committee.pk, day)
    heads = collective and organ is not None and actor.has("organ_head", organ=organ.pk)
    if member is None and not heads:
        raise NotAllowed("proposals.not_member", committee=committee.name)
    term = term_on(committee, day)
    if term is None:
        raise Refusal("proposals.no_session", committee=committee.name, day=day)
    proposal = Proposal(
        committee=committee,
        term=term,
        proposer_type=proposer_type,
        collective=collective,
        member=member,
        organ=organ if collective else None,
        proposer=organ.name if collective and organ is not None else member.person.name if member is not None else "",
        created_at=actor.at,
    )
    keep_text(proposal, data)
    return _begin_once(actor, proposal, data, once)


def _begin_once(actor: Actor, proposal: Proposal, data: Mapping[str, Any], once: str | None) -> Proposal:
    try:
        return engine.begin(proposal, actor, once=once, does=lambda made: keep_parts(made, actor, data))
    except IntegrityError:
        again = begun(actor, once)  # the same request, sent twice at one moment
        if again is None:
            raise
        return again


def begun(actor: Actor, once: str | None) -> Proposal | None:
    """The proposal that this request began already, or None."""
    return engine.begun(Proposal, actor, once)


def write(proposal: Proposal, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Proposal:
    """Change the text while it is the proposer's.

    Args:
        data: any of the text fields, ``recommendations`` as a list of texts, ``wished_units`` as a list of units.
        version: as shown when the page was opened.

    Raises:
        NotAllowed: not the proposer.
        Refusal: the state does not allow it, or the text has changed meanwhile.
    """
    from lvzhi.proposals.rules import author

    with transaction.atomic():
        locked: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
        author.check(actor, locked)
        if locked.state not in EDITABLE:
            raise Refusal("proposals.not_editable", state=locked.get_state_display())
        if version is not None and locked.version != version:
            raise Conflict("proposals.text_changed", title=locked.title)
        with line(actor, "proposals.written", subject=locked):
            keep_text(locked, data)
            locked.version += 1
            locked.save()
            keep_parts(locked, actor, data)
    return locked


def keep_text(proposal: Proposal, data: Mapping[str, Any]) -> None:
    """Set the fields of the text that were given; the title is held to its limit."""
    for name in TEXT_FIELDS:
        if name in data:
            value = data[name]
            setattr(proposal, name, value.strip() if isinstance(value, str) else value)
    limit = int(norms.value("proposals.title_length", proposal.committee_id))
    if len(proposal.title) > limit:
        raise Refusal("proposals.title_long", field="title", length=len(proposal.title), limit=limit)
    if not proposal.title:
        raise Refusal("proposals.title_missing", field="title")


def keep_parts(proposal: Proposal, actor: Actor, data: Mapping[str, Any]) -> None:
    """Bring recommendations and wished units to what was given, inside the caller's line; the rest is not touched."""
    if "recommendations" in data:
        texts = [text.strip() for text in data["recommendations"] if text.strip()]
        _bring_recommendations(proposal, actor, texts)
    if "wished_units" in data:
        _bring_wished(proposal, actor, list(data["wished_units"]))


def _bring_recommendations(proposal: Proposal, actor: Actor, texts: Sequence[str]) -> None:
    standing = list(Recommendation.objects.live().filter(proposal=proposal).order_by("number"))
    if [row.text for row in standing] == list(texts):
        return
    for row, text in zip(standing, texts, strict=False):
        if row.text != text:
            row.text = text
            row.save()
    for number, text in enumerate(texts[len(standing) :], start=len(standing) + 1):
        Recommendation(
            proposal=proposal, committee_id=proposal.committee_id, number=number, text=text, created_at=actor.at
        ).save()
    for row in standing[len(texts) :]:
        row.delete()


def _bring_wished(proposal: Proposal, actor: Actor, units: Sequence[Any]) -> None:
    standing = {row.unit_id: row for row in WishedUnit.objects.live().filter(proposal=proposal)}
    wanted = {unit.pk: unit for unit in units}
    if standing.keys() == wanted.keys():
        return
    for key, row in standing.items():
        if key not in wanted:
            row.delete()
    for key, unit in wanted.items():
        if key not in standing:
            WishedUnit(proposal=proposal, committee_id=proposal.committee_id, unit=unit, created_at=actor.at).save()


def invite(proposal: Proposal, actor: Actor, member: Member) -> CoSignature:
    """Invite a member to co-sign (R1.27).

    Raises:
        NotAllowed: not the first proposer.
        Refusal: the member left, is the proposer, is on the list already, or the list is full.
    """
    from lvzhi.proposals.rules import author

    author.check(actor, proposal)
    day = clock.as_day(actor.at)
    name = member.person.name
    if proposal.state not in EDITABLE:
        raise Refusal("proposals.not_editable", state=proposal.get_state_display())
    if member.committee_id != proposal.committee_id or not in_office(member, day):
        raise Refusal("proposals.cosigner_left", field="cosigners", name=name)
    if member.pk == proposal.member_id:
        raise Refusal("proposals.cosigner_self", field="cosigners")
    standing = CoSignature.objects.live().filter(proposal=proposal, state__in=[SignState.INVITED, SignState.SIGNED])
    if standing.filter(member=member).exists():
        raise Refusal("proposals.cosigner_double", field="cosigners", name=name)
    limit = int(norms.value("proposals.cosigners_most", proposal.committee_id, day))
    count = standing.count()
    if count >= limit:
        raise Refusal("proposals.cosigners_many", field="cosigners", limit=limit, count=count)
    last = CoSignature.objects.filter(proposal=proposal).order_by("-order").values_list("order", flat=True).first()
    cosignature = CoSignature(
        proposal=proposal,
        committee_id=proposal.committee_id,
        member=member,
        order=(last or 0) + 1,
        invited_on=day,
        sign_until=proposal.sign_until,
        created_at=actor.at,
    )
    return engine.begin(cosignature, actor, member=name)


def in_office(member: Member, day: date) -> bool:
    """Whether the member sits on that day."""
    return member.starts <= day and (member.ends is None or day <= member.ends)


def invite_all(taking: Taking) -> None:
    """Effect of the step 邀请联名: an invitation to each member chosen."""
    members, proposal = taking.answers["members"], taking.record
    day = clock.as_day(taking.at)
    proposal.sign_until = choose_last_day(proposal, taking.answers.get("until"), day)
    proposal.submits_itself = bool(taking.answers.get("submits_itself"))
    for member in members:
        invite(taking.record, taking.actor, member)
    taking.facts |= {"count": len(members), "until": proposal.sign_until}


def check_complete(taking: Taking) -> None:
    """Refuse a text that lacks a mandatory section or is too long, naming all faults at once (R1.10–R1.12, R1.20)."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    told = Recommendation.objects.live().filter(proposal=proposal).order_by("number").values_list("text", flat=True)
    manner = scheme(proposal.committee_id, day)
    texts = {one.key: getattr(proposal, one.key, "") for one in manner.sections} | {"recommendations": "".join(told)}
    faults = [fault for one in manner.sections if (fault := _fault(one, texts[one.key], manner)) is not None]
    length = sum(manner.count(texts[key]) for key in TOGETHER)
    if length > manner.total and manner.hard:
        faults.append(Refusal("proposals.text_long", field="analysis", length=length, limit=manner.total))
    if faults:
        raise Refusals(faults)


def _fault(section: Section, text: str, manner: Scheme) -> Refusal | None:
    """What is wrong with one section: missing, too short, or too long where that refuses (R1.26)."""
    length, facts = manner.count(text), {"field": section.key, "section": section.name}
    if not text.strip():
        return Refusal("proposals.section_missing", **facts) if section.needed else None
    if length < section.least:
        return Refusal("proposals.section_short", length=length, limit=section.least, **facts)
    if section.most and length > section.most and manner.hard:
        return Refusal("proposals.section_long", length=length, limit=section.most, **facts)
    return None


def receive(taking: Taking) -> None:
    """Effect of 提交: receipt number once, session and track by the day (R1.7–R1.9, R1.52)."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    if not proposal.serial:
        session = session_on(proposal.committee, day)
        proposal.session = session
        proposal.track = Track.SESSION if in_track(day, session) else Track.BETWEEN
        proposal.received_on = day
        proposal.readings = int(norms.value("proposals.readings", proposal.committee_id, day))
        proposal.serial = next_number(proposal, "proposals.serial_format", f"{SERIAL_SEQUENCE}-{day.year}", day)
    proposal.return_opinion = ""
    taking.facts |= {"serial": proposal.serial, "track": str(Track(proposal.track).label)}


def close_invitations(taking: Taking) -> None:
    """Invitations not confirmed when the text is handed in have lapsed (R1.27)."""
    for row in CoSignature.objects.filter(proposal=taking.record, state=SignState.INVITED, voided_at=None):
        engine.follow(row, "expire", taking)
