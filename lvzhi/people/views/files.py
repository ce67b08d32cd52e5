"""A member's file: what is recorded, and unmasking."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import Actor, Refusal
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.committee.web import actor_of
from lvzhi.deadlines import clock
from lvzhi.links import beside
from lvzhi.people import actions, queries, rules, tables
from lvzhi.people.models import Member, Membership, Post
from lvzhi.people.views.place import crumbs
from lvzhi.people.vocabulary import EVENTS_OF_FILE, FIELDS, JOINER, PART_SHORT, PART_SHOWN, WORDS, Part

ONE_DAY = dt.timedelta(days=1)


@require_GET
@never_cache
def member(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A member's file."""
    actor = actor_of(request)
    found = queries.member_by_uid(actor, uid)
    return render(request, "people/member.html", file_context(actor, found))


def file_context(actor: Actor, found: Member, revealed: dict[str, str] | None = None) -> dict[str, Any]:
    """What the file shows to this actor; `revealed` holds numbers unmasked in this very request."""
    day = clock.today()
    seats = list(queries.memberships(found))
    posts = queries.posts_of(found.person, found.committee_id)
    name = queries.told_apart([found], day).get(found.pk, found.person.name)
    reads, keeps = rules.READ_FILE(actor, found), rules.KEEP(actor, found)
    live = found.voided_at is None and (found.ends is None or found.ends >= day)
    return {
        "member": found,
        "name": name,
        "own": rules.OWN(actor, found),
        "crumbs": crumbs(last=name),
        "facts": _facts(found, seats, posts, day),
        "personal": _personal(found, day) if reads else None,
        "contacts": _contacts(actor, found, revealed or {}),
        "seats": tables.seats(sorted(seats, key=lambda seat: (seat.ends is not None, seat.organ.kind, seat.starts))),
        "standing": [seat for seat in seats if seat.holds_on(day)],
        "posts": [post for post in posts if post.holds_on(day)],
        "events": sorted(_events(found, seats, posts), key=lambda event: event["when"], reverse=True),
        "keeps": keeps and found.voided_at is None,
        "restores": keeps and found.voided_at is not None,
        "moves": keeps and live,
        "panels": beside.panels(actor, found),
    }


def _facts(found: Member, seats: list[Membership], posts: list[Post], day: dt.date) -> list[dict[str, Any]]:
    now = [seat for seat in seats if seat.holds_on(day)]
    held = [str(post.get_kind_display()) for post in posts if post.holds_on(day)]
    kinds = (
        ("sector", OrganKind.SECTOR),
        ("special_committee", OrganKind.SPECIAL_COMMITTEE),
        ("liaison_group", OrganKind.LIAISON_GROUP),
    )
    return [
        {"label": FIELDS["committee"], "value": found.committee.display},
        {"label": FIELDS["term"], "value": found.term.name},
        {"label": FIELDS["tenure"], "value": tables.span(found.starts, found.ends)},
        {"label": FIELDS["number"], "value": found.number or None},
        {"label": FIELDS["post"], "value": JOINER.join(held) or None},
        *(
            {"label": FIELDS[key], "value": JOINER.join(s.organ.name for s in now if s.organ.kind == kind) or None}
            for key, kind in kinds
        ),
        {"label": FIELDS["work"], "value": found.person.work or None},
    ]


def _personal(found: Member, day: dt.date) -> list[dict[str, Any]]:
    """Sensitive facts (R12.8): for the keepers, auditors and the person."""
    person = found.person
    names = queries.parties(found.committee_id, day)
    held = [names.get(row.party, row.party) for row in queries.affiliations_of(person, day)]
    return [
        {"label": FIELDS["gender"], "value": person.get_gender_display() or None},
        {"label": FIELDS["born"], "value": person.born},
        {"label": FIELDS["ethnicity"], "value": person.ethnicity or None},
        {"label": FIELDS["native_place"], "value": person.native_place or None},
        {"label": FIELDS["education"], "value": person.get_education_display() or None},
        {"label": FIELDS["party"], "value": JOINER.join(held) or None},
        {"label": FIELDS["employer_kind"], "value": person.get_employer_kind_display() or None},
        {"label": FIELDS["employer_address"], "value": person.employer_address or None},
        {"label": FIELDS["home_address"], "value": person.home_address or None},
        {"label": FIELDS["account"], "value": person.account.username if person.account else None},
        {"label": FIELDS["note"], "value": found.note or None},
    ]


def _contacts(actor: Actor, found: Member, revealed: dict[str, str]) -> list[dict[str, Any]]:
    """Numbers masked, each with a way to see it for those whose post needs it."""
    person = found.person
    rows = []
    for field, value, rule in (
        ("phone", person.phone, rules.UNMASK),
        ("id_number", person.id_number, rules.UNMASK_ID),
    ):
        if rule(actor, person):
            shown = revealed.get(field) or (str(value) if value else None)
            may = bool(value) and field not in revealed
            url = reverse("people:unmask", args=[found.uid, field]) if may else ""
            rows.append({"field": field, "label": FIELDS[field], "value": shown, "url": url})
    return rows


def _events(found: Member, seats: list[Membership], posts: list[Post]) -> Iterator[dict[str, Any]]:
    """What happened in this tenure, a sentence and a day each."""
    place, how = found.committee.display, found.get_how_joined_display()
    joined = EVENTS_OF_FILE["joined"].format(committee=place, term=found.term.name, how=how)
    yield {"when": found.starts, "what": joined, "note": found.joined_by, "tone": "good", "icon": "person-check"}
    if found.ends is not None:
        left = EVENTS_OF_FILE["left"].format(how=found.get_how_left_display() or WORDS["unknown"])
        yield {"when": found.ends, "what": left, "note": found.left_by, "tone": "neutral", "icon": "neutral"}
    for seat in seats:
        part = "" if seat.part == Part.MEMBER else PART_SHOWN.format(part=PART_SHORT[seat.part])
        facts = {"kind": seat.organ.get_kind_display(), "organ": seat.organ.name_on(seat.starts), "part": part}
        yield {"when": seat.starts, "what": EVENTS_OF_FILE["seat"].format(**facts), "icon": "group", "tone": "info"}
        if seat.ends is not None and seat.ends != found.ends:
            over = EVENTS_OF_FILE["seat_over"].format(organ=seat.organ.name_on(seat.ends))
            yield {"when": seat.ends, "what": over, "icon": "neutral"}
    for post in posts:
        name = {"post": post.get_kind_display()}
        what = EVENTS_OF_FILE["post"].format(**name)
        yield {"when": post.starts, "what": what, "note": post.decided_by, "icon": "star", "tone": "good"}
        if post.ends is not None and post.ends != found.ends:
            yield {"when": post.ends, "what": EVENTS_OF_FILE["post_over"].format(**name), "icon": "neutral"}


@require_POST
@never_cache
def unmask(request: HttpRequest, uid: uuid.UUID, field: str) -> HttpResponse:
    """Show a whole number in the answer to this click and nowhere else; the journal says who looked (R12.11)."""
    actor = actor_of(request)
    found = queries.member_by_uid(actor, uid)
    if field not in ("phone", "id_number"):
        raise Refusal("people.choice_unknown", given=field)
    shown = actions.unmask(actor, found.person, field)
    if request.headers.get("HX-Request"):
        return HttpResponse(shown, content_type="text/plain; charset=utf-8")
    return render(request, "people/member.html", file_context(actor, found, {field: shown}))
