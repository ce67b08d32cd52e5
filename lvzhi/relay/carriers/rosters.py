"""Lists of members: no secret column leaves the house, telephone numbers masked; shown as they came, and as a sheet."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.exchange import Column
from lvzhi.exchange.sheets import write_xlsx
from lvzhi.journal.lines import line
from lvzhi.people.models import Member
from lvzhi.people.queries import listed, members_on, seats_of
from lvzhi.people.vocabulary import HEADINGS, PostKind
from lvzhi.relay import kinds, rules
from lvzhi.relay.actions import post
from lvzhi.relay.carriers.shape import Reading, fit
from lvzhi.relay.kinds import Arrival, File, Kind
from lvzhi.relay.models import Peer, ReceivedRoster
from lvzhi.relay.queries import last_post
from lvzhi.relay.vocabulary import JOINER, ROSTER, ROSTER_NAME, ROSTER_TITLE

KEYS = ("name", "number", "sector", "special_committee", "liaison_group", "offices", "work", "phone")
SHEET_KEYS = tuple(key for key in KEYS if key != "phone")
"""A masked number is none that an import could read."""
_ORGANS = {
    "sector": OrganKind.SECTOR, "special_committee": OrganKind.SPECIAL_COMMITTEE,
    "liaison_group": OrganKind.LIAISON_GROUP,
}  # fmt: skip
_NAMES = uuid.UUID("c1a2f8b4-0a7b-4a57-9c55-2f3d5e8b9a10")


def roster_uid(committee: Committee) -> uuid.UUID:
    """One record for a committee's list, however often it is sent."""
    return uuid.uuid5(_NAMES, committee.code)


def post_roster(actor: Actor, peer: Peer) -> int:
    """Post the list of the committee's members today; how many. Raises `NotAllowed`."""
    rules.keeper.check(actor, peer)
    day = clock.as_day(actor.at)
    members = listed(members_on(Scope(peer.committee), day), day).order_by("person__pinyin", "pk")
    rows = [[fit(cell) for cell in _cells(member)] for member in members]
    payload = {"committee": peer.committee.name, "as_of": day.isoformat(), "columns": list(KEYS), "rows": rows}
    with line(actor, "relay.roster", subject=peer, peer=peer.name, count=len(rows)):
        uid = roster_uid(peer.committee)
        before = last_post(peer, ROSTER, uid)
        post(actor, peer, ROSTER, uid, before.record_version + 1 if before else 1, payload)
    return len(rows)


def _cells(member: Member) -> list[object]:
    person = member.person
    organs = [JOINER.join(seat.organ.name for seat in seats_of(member, kind)) for kind in _ORGANS.values()]
    office = getattr(member, "office", None)
    post_name = str(PostKind(office).label) if office else ""
    return [person.name, member.number, *organs, post_name, f"{person.employer} {person.job}".strip(), person.phone]


def take_roster(actor: Actor, peer: Peer, arrival: Arrival, files: Sequence[File]) -> None:
    """Keep a list that came, in the place of the one before."""
    given = Reading(ROSTER_NAME, arrival.payload)
    if given.payload.get("columns") != list(KEYS):
        raise given.bad("columns")
    rows = given.table("rows", len(KEYS))
    row = ReceivedRoster.objects.filter(peer=peer, record_uid=arrival.uid).first() or ReceivedRoster(
        committee_id=peer.committee_id, created_at=actor.at, peer=peer, record_uid=arrival.uid
    )
    row.record_version, row.made_at, row.count = arrival.version, arrival.made, len(rows)
    row.as_of = given.day("as_of")
    row.body = {"committee": given.text("committee"), "rows": rows}
    row.save()


def labels() -> list[str]:
    """Headings of the columns, as people's own rosters have them."""
    return [HEADINGS[key][0] for key in KEYS]


def as_sheet(actor: Actor, roster: ReceivedRoster) -> BytesIO:
    """The list as a sheet that the import of members reads; taking it is journalled. Raises `NotAllowed`."""
    rules.visible.check(actor, roster)
    book = BytesIO()
    columns = [Column(key, HEADINGS[key][0]) for key in SHEET_KEYS]
    places = [KEYS.index(key) for key in SHEET_KEYS]
    with line(actor, "relay.roster_taken", subject=roster, peer=roster.peer.name, count=roster.count):
        write_xlsx(book, ROSTER_NAME, columns, ([row[place] for place in places] for row in roster.body["rows"]))
    book.seek(0)
    return book


def _title(payload: Mapping[str, Any]) -> str:
    day = kinds.said(payload, "as_of")
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return ""
    return ROSTER_TITLE.format(day=day)


KIND = Kind(ROSTER, ROSTER_NAME, take_roster, _title)
