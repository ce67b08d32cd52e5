"""Founding the temporary Party organs of a plenary, and seating its Party members (M37)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, SessionParty, SessionSeat
from lvzhi.activities.queries.plenary import is_plenary
from lvzhi.activities.vocabulary import State
from lvzhi.activities.vocabulary.partying import PartySeat
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.people.models import Person
from lvzhi.people.queries import affiliations_of
from lvzhi.people.vocabulary import CPC

OPEN = frozenset({State.DRAFT, State.PLANNED, State.HELD})


def found_party(actor: Actor, activity: Activity, data: Mapping[str, Any]) -> SessionParty:
    """Found a temporary organ for the days of the session, or for others that are named.

    Args:
        data: ``kind`` and ``name``; ``above``, ``starts``, ``ends`` where they differ from none and the session's days.

    Raises:
        NotAllowed: not the office.
        Refusal: no plenary, filed or cancelled, no name, a name twice, dates reversed, above it one of another plenary.
    """
    rules.office.check(actor, activity)
    _check_open(activity)
    name, above = str(data.get("name", "")).strip(), data.get("above")
    starts, ends = data.get("starts") or activity.held_on, data.get("ends") or activity.ends_on
    if not name:
        raise Refusal("activities.party_name", field="name")
    if SessionParty.objects.live().filter(activity=activity, name=name).exists():
        raise Refusal("activities.party_twice", field="name", name=name)
    if ends < starts:
        raise Refusal("activities.party_days", field="ends", starts=starts, ends=ends)
    if above is not None and above.activity_id != activity.pk:
        raise Refusal("activities.party_above", field="above")
    party = SessionParty(
        activity=activity, committee_id=activity.committee_id, kind=data["kind"], name=name, above=above,
        starts=starts, ends=ends, created_at=actor.at,
    )  # fmt: skip
    with line(actor, "activities.party_founded", subject=activity, name=name):
        party.save()
    return party


def _check_open(activity: Activity) -> None:
    if not is_plenary(activity):
        raise Refusal("activities.party_not_plenary", title=activity.title)
    if activity.state not in OPEN or activity.voided_at is not None:
        raise Refusal("activities.party_closed", state=activity.get_state_display())


def seat(party: SessionParty, actor: Actor, persons: Sequence[Person], place: str) -> list[SessionSeat]:
    """Seat Party members in a temporary organ.

    Raises:
        NotAllowed: not the office.
        Refusal: nobody named, no Party member on the first day, in it already, a second secretary.
    """
    rules.office.check(actor, party.activity)
    _check_open(party.activity)
    if not persons:
        raise Refusal("activities.party_nobody", field="people")
    with transaction.atomic():
        locked: SessionParty = SessionParty.objects.select_for_update(of=("self",)).get(pk=party.pk)
        standing = list(SessionSeat.objects.live().filter(party=locked, left_on=None))
        _check_persons(locked, persons, standing, place)
        rows = [
            SessionSeat(
                party=locked, committee_id=locked.committee_id, person=one, name=one.name, seat=place,
                created_at=actor.at,
            )
            for one in persons
        ]  # fmt: skip
        words = str(PartySeat(place).label)
        with line(
            actor, "activities.party_seats", subject=party.activity, organ=party.name, seat=words, count=len(rows)
        ):
            return SessionSeat.objects.bulk_create(rows)


def _check_persons(party: SessionParty, persons: Sequence[Person], standing: list[SessionSeat], place: str) -> None:
    seated = {row.person_id for row in standing}
    for one in persons:
        if one.pk in seated:
            raise Refusal("activities.party_seated", field="people", name=one.name, organ=party.name)
        if not affiliations_of(one, party.starts).filter(party=CPC).exists():
            raise Refusal("activities.party_not_member", field="people", name=one.name)
    if place == PartySeat.SECRETARY:
        names = [row.name for row in standing if row.seat == PartySeat.SECRETARY] + [one.name for one in persons]
        if len(names) > 1:
            raise Refusal("activities.party_secretary", field="seat", organ=party.name, name=names[0])


def leave(row: SessionSeat, actor: Actor) -> None:
    """Take somebody out; that they were in it stays in the records.

    Raises:
        NotAllowed: not the office. Refusal: the plenary is filed or cancelled.
    """
    activity = row.party.activity
    rules.office.check(actor, activity)
    _check_open(activity)
    if row.left_on is not None:
        return
    with line(actor, "activities.party_left", subject=activity, name=row.name, organ=row.party.name):
        row.left_on = clock.as_day(actor.at)
        row.version += 1
        row.save()
