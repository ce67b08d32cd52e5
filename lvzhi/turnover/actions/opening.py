"""The new term: its members with seats and posts, and their logins (R0.1, R0.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db.models import Q

from lvzhi.access import Refusal
from lvzhi.accounts import actions as logins
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ, Term
from lvzhi.committee.queries import organs_on
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.norms import value
from lvzhi.people import actions as people
from lvzhi.people.actions import Facts
from lvzhi.people.models import Member, Membership, Person, holds
from lvzhi.people.roster import organ_key
from lvzhi.people.vocabulary import Joined, Part, PostKind
from lvzhi.turnover.actions.rostering import seats_now
from lvzhi.turnover.actions.work import Work
from lvzhi.turnover.models import Entrant
from lvzhi.turnover.queries.plans import ROSTER_KINDS
from lvzhi.turnover.vocabulary import ACCOUNT_GROUND, KEPT_KINDS, Mark

Told = Iterator[tuple[str, int, int]]
FACTS = ("gender", "ethnicity", "education", "employer", "job", "employer_kind")


def open_term(work: Work) -> Term | None:
    """Open the new term."""
    change = work.change
    return work.attempt(
        str(change),
        lambda: places.open_term(work.actor, work.committee, number=change.number, starts=change.starts),
    )


def _appoint(work: Work, account: Account, role: str, organ: Organ | None = None) -> None:
    """Give a role from the new term's first day, unless it is held already."""
    held = Appointment.objects.filter(
        Q(ends=None) | Q(ends__gte=work.starts), account=account, role=role, committee=work.committee, organ=organ
    )
    if held.exists():
        return
    ground = ACCOUNT_GROUND.format(number=work.change.number)
    made = work.attempt(
        account.name,
        lambda: logins.appoint(
            work.actor, account, role, work.committee, organ=organ, starts=work.starts, ground=ground
        ),
    )
    work.counts["begun_posts"] += made is not None


def open_tenures(work: Work, term: Term) -> Told:
    """Make everybody of the list a member of the new term, and give those who come a login."""
    organs = {(one.kind, organ_key(one.name, one.kind)): one for one in organs_on(work.committee, work.starts)}
    rows = Entrant.objects.filter(change=work.change).exclude(mark=Mark.GONE)
    entrants = list(rows.select_related("person__account", "member").order_by("row", "id"))
    kept = _kept_seats(work, [row.member for row in entrants if row.member is not None])
    taken = set(Account.objects.values_list("username", flat=True))
    for done, row in enumerate(entrants, 1):
        seats = _seats(work, row, organs, kept)
        member = work.attempt(row.name, partial(_join, work, term, row, seats))
        if member is not None:
            work.counts[row.mark] += 1
            _log_in(work, row, member, seats, taken)
        if not any(organ.kind == OrganKind.SECTOR for organ, _ in seats):
            work.look("no_sector", name=row.name)
        yield "members", done, len(entrants)
    if not any(PostKind.CHAIRMAN in row.offices for row in entrants):
        work.look("no_chairman")


def _kept_seats(work: Work, members: list[Member]) -> dict[int, list[list[str]]]:
    """Seats of those who stay in organs of kinds that no roster speaks of."""
    wanted = set(value(KEPT_KINDS, work.committee, work.starts)) - set(ROSTER_KINDS)
    rows: dict[int, list[list[str]]] = work.kept.get("seats", {})
    return {member.pk: [seat for seat in rows.get(member.pk, []) if seat[0] in wanted] for member in members}


def note_seats(work: Work, members: list[Member]) -> None:
    """Remember, before they end, the seats in organs that the plan does not speak of; those go on under their name."""
    found = seats_now(work.change, members)
    rows = Membership.objects.live().filter(holds("", work.last), member__in=[one.pk for one in members])
    for seat in rows.exclude(organ__kind__in=ROSTER_KINDS).select_related("organ"):
        found.setdefault(seat.member_id, []).append([seat.organ.kind, seat.organ.name, seat.part])
    work.kept["seats"] = found


def _seats(
    work: Work, row: Entrant, organs: dict[tuple[str, str], Organ], kept: dict[int, list[list[str]]]
) -> list[tuple[Organ, str]]:
    wanted = [*row.seats, *(kept.get(row.member_id, []) if row.member_id else [])]
    found: list[tuple[Organ, str]] = []
    for kind, name, part in wanted:
        organ = organs.get((kind, organ_key(name, kind)))
        if organ is None:
            label = str(OrganKind(kind).label)
            work.stop("refused", what=row.name, sentence=_missing(row.name, label, name))
        elif all(organ.pk != known.pk for known, _ in found):
            found.append((organ, part))
    return found


def _missing(name: str, kind: str, given: str) -> str:
    return Refusal("turnover.sector_unknown", name=name, kind=kind, given=given).sentence


def _join(work: Work, term: Term, row: Entrant, seats: list[tuple[Organ, str]]) -> Member:
    fresh = row.person is None
    who: Person | Facts = _facts(row) if row.person is None else row.person
    work.counts["persons"] += fresh
    return people.add_member(
        work.actor, work.committee, term, who, starts=work.starts, number=row.number,
        how_joined=Joined.RE_ELECTED if row.mark == Mark.CARRIED else Joined.NEW_TERM,
        joined_by=work.change.decided_by, note=str(row.facts.get("note", "")), organs=seats,
        parties=row.facts.get("parties", []) if fresh else (), offices=row.offices,
    )  # fmt: skip


def _facts(row: Entrant) -> Facts:
    known: dict[str, Any] = {name: str(row.facts.get(name, "")) for name in FACTS}
    born = row.facts.get("born")
    return Facts(
        name=row.name,
        born=dt.date.fromisoformat(born) if born else None,
        phone=row.phone.reveal() if row.phone else "",
        id_number=row.id_number.reveal() if row.id_number else "",
        **known,
    )


def _log_in(work: Work, row: Entrant, member: Member, seats: list[tuple[Organ, str]], taken: set[str]) -> None:
    account = member.person.account
    if account is None and row.mark == Mark.ADDED:
        account = work.attempt(row.name, lambda: _open_login(work, member.person, taken))
    if account is None:
        return
    if not account.is_active:
        work.attempt(row.name, lambda: logins.enable(work.actor, account))
    _appoint(work, account, Role.MEMBER)
    for organ, part in seats:
        if part == Part.HEAD and organ.kind == OrganKind.SPECIAL_COMMITTEE:
            _appoint(work, account, Role.ORGAN_HEAD, organ)


def _open_login(work: Work, person: Person, taken: set[str]) -> Account:
    """A login named by the person's letters; nobody knows its password until an administrator gives one."""
    plain = "".join(person.pinyin.split()) or f"m{person.pk}"
    name, number = plain[:28], 1
    while name in taken or len(name) < 2:
        number += 1
        name = f"{plain[:28]}{number}"
    taken.add(name)
    if number > 1:
        work.look("no_login", name=person.name, login=name)
    account = logins.create_account(work.actor, name, person.name, committee=work.committee, hashed=make_password(None))
    people.link_account(work.actor, person, account)
    work.counts["opened"] += 1
    return account
