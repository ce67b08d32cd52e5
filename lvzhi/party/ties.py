"""How the rooms below know Party organisations: attachments, ties, cards on the page of an activity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor, Rule
from lvzhi.committee import panels as of_committee
from lvzhi.committee.models import Organ
from lvzhi.committee.panels import Note, Panel
from lvzhi.deadlines import clock
from lvzhi.files import rights
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.links.queries import ties
from lvzhi.party import queries, rules
from lvzhi.party.models import Appraisal, Appraised, Body, ContactPoint, Deed, Duty, Meeting
from lvzhi.party.queries.addresses import (
    appraisal_address,
    body_address,
    deed_address,
    duty_address,
    line_address,
    meeting_address,
    point_address,
)
from lvzhi.party.vocabulary import (
    HELD_AS,
    HELD_AS_BACKWARD,
    HELD_AS_FORWARD,
    NO_BRANCH,
    OF_ORGANS,
    PANEL,
    PANEL_ADD,
    PARTY_ADD,
    PARTY_CARD,
    Post,
)
from lvzhi.people.models import Member, holds
from lvzhi.search import kinds as search

ACTIVITY = "activities.activity"
MEETING, DEED, DUTY = "party.meeting", "party.deed", "party.duty"
MEMBER = "people.member"


def may_add(actor: Actor, record: Meeting | Deed | Duty) -> bool:
    """Who attaches: who keeps a meeting; the member, the office and who leads the branch to a deed; own duties."""
    if record.voided_at is not None:
        return False
    if isinstance(record, Meeting):
        return rules.meeting_kept(actor, record)
    if isinstance(record, Duty):
        return rules.keeper(actor, record) or rules.leading.duty_own(actor, record)
    return rules.deed_kept(actor, record) or (record.body is not None and rules.leads(actor, record.body))


def _files(model: Any, kind: str, rule: Rule) -> None:
    def may_read(actor: Actor, uid: UUID) -> bool:
        return bool(model.objects.filter(rule.rows(actor), uid=uid).exists())

    def adds(actor: Actor, uid: UUID) -> bool:
        found = model.objects.filter(uid=uid).first()
        return found is not None and may_add(actor, found)

    rights.register(
        kind, may_read=may_read, may_add=adds, as_record=True,
        committee=lambda uid: int(model.objects.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip


def _kind(model: Any, rule: Rule, address: Callable[[Any], str]) -> links.Kind:
    def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
        return {row.uid: str(row) for row in model.objects.filter(uid__in=uids)}

    def visible(actor: Actor, uid: UUID) -> bool:
        return bool(model.objects.filter(rule.rows(actor), uid=uid).exists())

    return links.Kind(
        model._meta.label_lower,
        str(model._meta.verbose_name),
        lambda uid: titles([uid]).get(uid, ""),
        lambda uid: address(model(uid=uid)),
        visible,
        titles,
    )


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The card of an activity that a branch counts as its organisation life."""
    place = getattr(record, "committee_id", 0)
    led = Body.objects.live().filter(rules.leads.rows(actor), committee_id=place, ends=None).first()
    tied = ties(record, HELD_AS) if getattr(record, "has_ties", True) else []
    rows = queries.meetings_seen(actor, [one.uid for one in tied]) if tied else []
    lines = [beside.Line(row.title, meeting_address(row), None, row.held_on, row.body.name) for row in rows]
    add = ""
    if led is not None:
        about = urlencode({"about": f"{ACTIVITY}:{record.uid}"})
        add = f"{reverse('party:plan', args=[led.uid])}?{about}"
    return [beside.Panel(PANEL, "party", lines, hidden=len(tied) - len(rows), add=add, add_words=PANEL_ADD)]


def of_organs(organs: Sequence[Organ], day: dt.date, actor: Actor) -> Mapping[int, Sequence[Note]]:
    """Party organisations of organs on a day; names of bodies are no secret, their members are. One statement."""
    rows = Body.objects.live().filter(holds("", day), organ__in=[one.pk for one in organs]).order_by("pk")
    found: dict[int, list[Note]] = {}
    for row in rows:
        found.setdefault(row.organ_id or 0, []).append(Note(row.name, body_address(row)))
    return found


def belongs(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The card of a member: where a Party member belongs, told to readers and to the member (R12.8)."""
    member: Any = record
    if not isinstance(member, Member) or not (rules.reader(actor, member) or rules.leading.oneself(actor, member)):
        return []
    day = clock.today()
    rows = queries.places_of(member.person_id, member.committee_id, day)
    lines = [
        beside.Line(one.body.name, body_address(one.body), None, one.starts, str(Post(one.post).label)) for one in rows
    ]
    left_out = not lines and queries.party_member(member.person, day)
    if left_out and rules.keeps(actor, member.committee_id):
        return [beside.Panel(PARTY_CARD, "party", add=reverse("party:list"), add_words=PARTY_ADD, empty=NO_BRANCH)]
    return [beside.Panel(PARTY_CARD, "party", lines)]


TEXTS = (
    search.of(Body, rules.visible, lambda uid: body_address(Body(uid=uid)), ["name"], day="starts", organ="organ_id"),
    search.of(
        Meeting, rules.meeting_seen, lambda uid: meeting_address(Meeting(uid=uid)), ["title"], body=["text"],
        day="held_on",
    ),
    search.of(
        Deed, rules.deed_visible, lambda uid: deed_address(Deed(uid=uid)), ["title"], body=["text"], names=["name"],
        day="done_on",
    ),
)  # fmt: skip


def register() -> None:
    """Say to the rooms below what Party organisations are."""
    search.register(*TEXTS)
    _files(Meeting, MEETING, rules.meeting_seen)
    _files(Deed, DEED, rules.deed_visible)
    _files(Duty, DUTY, rules.leading.duty_seen)
    links.register(
        _kind(Body, rules.visible, body_address),
        _kind(Meeting, rules.meeting_seen, meeting_address),
        _kind(Deed, rules.deed_visible, deed_address),
        _kind(Duty, rules.leading.duty_seen, duty_address),
        _kind(Appraisal, rules.appraisal.seen, appraisal_address),
        _kind(Appraised, rules.appraisal.line_seen, line_address),
        _kind(ContactPoint, rules.inside, point_address),
        links.Role(
            HELD_AS, HELD_AS_FORWARD, HELD_AS_BACKWARD, a_kinds=frozenset({MEETING}), b_kinds=frozenset({ACTIVITY})
        ),
    )
    of_committee.register(Panel("party", OF_ORGANS, of_organs))
    beside.register(
        beside.Beside("party.held", frozenset({ACTIVITY}), panels),
        beside.Beside("party.belongs", frozenset({MEMBER}), belongs),
    )
