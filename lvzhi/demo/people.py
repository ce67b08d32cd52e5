"""Members, staff, units and accounts of one committee, through the roster import and the usual actions."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from django.contrib.auth.hashers import make_password

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.committee import actions as committees
from lvzhi.committee.models import Committee, Organ, Session, Term
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.demo import names
from lvzhi.demo.logins import PASSWORD
from lvzhi.demo.plan import SECTORS, UNITS, Place
from lvzhi.directory import actions as directory
from lvzhi.directory.models import Unit
from lvzhi.people import actions as people
from lvzhi.people.models import Member, Person
from lvzhi.people.queries import members_on
from lvzhi.people.roster import import_roster

GENERATOR = "演示数据生成"
OPENING = time(9, 30)
FIRST_DAY = date(2019, 1, 1)


@dataclass
class Cast:
    """Everybody and everything of one committee that a proposal's way needs."""

    place: Place
    committee: Committee
    term: Term
    sessions: list[Session] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    organs: list[Organ] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    clerk: Account | None = None
    head: Account | None = None
    office: Account | None = None
    secretary: Account | None = None
    agency: Organ | None = None
    staff: list[Person] = field(default_factory=list)
    officers: dict[int, Account] = field(default_factory=dict)
    conveners: dict[int, Account] = field(default_factory=dict)

    def actor(self, account: Account | None, at: datetime) -> LoginActor:
        """The account acting at a moment, with the posts of that day, remembered by day."""
        if account is None:
            raise LookupError(self.place.node.name)
        return _actor(account.pk, clock.as_day(at), account, at)


_ACTORS: dict[tuple[int, date], LoginActor] = {}


def _actor(pk: int, day: date, account: Account, at: datetime) -> LoginActor:
    from dataclasses import replace

    known = _ACTORS.get((pk, day))
    if known is None:
        known = _ACTORS[pk, day] = actor_for(account, at=at, via="generator")
    return replace(known, at=at)


def forget_actors() -> None:
    """Posts may have changed."""
    _ACTORS.clear()


@cache
def password() -> str:
    """The demonstration's one password, hashed once."""
    return make_password(PASSWORD)


def moment(day: date, at: time = OPENING) -> datetime:
    """A working hour of a day."""
    return clock.as_moment(datetime.combine(day, at, clock.ZONE))


def roster(place: Place, random: Random, taken: set[str], first_phone: int) -> bytes:
    """The committee's roster as the CSV file an office would have."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [
            "委员编号",
            "姓名",
            "性别",
            "手机号",
            "界别",
            "专委会",
            "联络组",
            "单位及职务",
            "政治面貌",
            "政协职务",
            "任职日期",
        ]
    )
    source = names.people(random, taken)
    others = ("民革", "民盟", "民建", "农工党", "无党派", "群众", "群众", "群众")
    for number in range(1, place.members + 1):
        party = "中共党员" if number <= place.party_members else random.choice(others)
        office = "常务委员" if number % (place.members // place.standing) == 1 and number > 1 else ""
        writer.writerow(
            [
                f"{number:04d}",
                next(source),
                random.choice(("男", "男", "女")),
                names.phone(first_phone + number),
                SECTORS[number % len(SECTORS)],
                place.special_committees[number % len(place.special_committees)],
                place.liaison_groups[number % len(place.liaison_groups)],
                names.work(random),
                party,
                office,
                place.term_starts.isoformat(),
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def found(place: Place, parent: Committee | None) -> Cast:
    """Committee, term and past sessions."""
    system = system_actor(GENERATOR, moment(FIRST_DAY))
    node = place.node
    existing = Committee.objects.filter(code=node.code).first()
    committee = existing or committees.create(system, name=node.name, code=node.code, level=node.level, parent=parent)
    term = committees.open_term(system, committee, number=place.term, starts=place.term_starts)
    cast = Cast(place, committee, term)
    for number, opens, closes in place.sessions:
        window = max(place.term_starts, opens - timedelta(days=45))
        cast.sessions.append(
            committees.add_session(
                system,
                term,
                number=number,
                opens=opens,
                closes=closes,
                window_from=window,
                window_until=closes + timedelta(days=30),
            )
        )
    return cast


def populate(cast: Cast, random: Random, taken: set[str], first_phone: int) -> None:
    """Members by roster, then officers of the house, units and the accounts of all who act."""
    place, committee = cast.place, cast.committee
    day = place.term_starts
    system = system_actor(GENERATOR, moment(day))
    with clock.at(moment(day)):
        result = import_roster(
            system,
            committee,
            roster(place, random, taken, first_phone),
            "委员名册.csv",
            dry_run=False,
            make_organs=True,
        )
        if result.errors:
            raise RuntimeError([one.sentence for one in result.errors][:5])
        cast.members = list(members_on(Scope(committee), day).select_related("person").order_by("number"))
        cast.organs = list(Organ.objects.filter(committee=committee, kind="special_committee").order_by("id"))
        source = names.people(random, taken)
        _staff(cast, system, source, place.staff)
        _units(cast, system, source)
    forget_actors()


def account(
    cast: Cast, username: str, name: str, role: str, *, organ: Organ | None = None, unit: Unit | None = None
) -> Account:
    """An account with one appointment from the term's first day."""
    system = system_actor(GENERATOR, moment(cast.place.term_starts))
    made = accounts.create_account(
        system, username, name, must_change=False, committee=cast.committee, hashed=password()
    )
    accounts.appoint(
        system, made, role, cast.committee, organ=organ, unit=unit, starts=cast.place.term_starts, ground="本届任职"
    )
    return made


def also(cast: Cast, holder: Account, role: str) -> None:
    """A further appointment of an account from the term's first day."""
    system = system_actor(GENERATOR, moment(cast.place.term_starts))
    accounts.appoint(system, holder, role, cast.committee, starts=cast.place.term_starts, ground="本届任职")


def _staff(cast: Cast, system: object, source: Iterator[str], count: int) -> None:
    place = cast.place
    prefix = place.node.code.lower().replace("-", "")
    actor = system_actor(GENERATOR, moment(place.term_starts))
    cast.agency = committees.add_organ(
        actor, cast.committee, kind="agency", name=f"{place.node.name}机关", starts=place.term_starts
    )
    for number in range(count):
        row = people.add_staff(
            actor,
            cast.committee,
            people.Facts(name=next(source)),
            starts=place.term_starts,
            title="机关干部",
            rank=place.rank_of(number),
            organ=cast.agency,
            part="member" if number else "head",
        )
        people.affiliate(actor, row.person, cast.committee, "cpc")
        cast.staff.append(row.person)
    cast.office = account(cast, f"{prefix}-bg", next(source), "office")
    cast.secretary = account(cast, f"{prefix}-ms", next(source), "secretary_general")
    cast.clerk = account(cast, f"{prefix}-jb", next(source), "clerk")
    cast.head = account(cast, f"{prefix}-zr", next(source), "proposal_head")
    for number, organ in enumerate(cast.organs, start=1):
        cast.conveners[organ.pk] = account(cast, f"{prefix}-zw{number}", next(source), "organ_head", organ=organ)


def _units(cast: Cast, system: object, source: Iterator[str]) -> None:
    prefix = cast.place.node.code.lower().replace("-", "")
    province = cast.place.node.level == "province"
    for number, (name, group) in enumerate(UNITS[: cast.place.units], start=1):
        shown = name.replace("区", "省", 1) if province else name
        unit = directory.add(
            system_actor(GENERATOR, moment(FIRST_DAY)),
            cast.committee,
            name=shown,
            kind="handling",
            system=group,
            starts=FIRST_DAY,
            code=f"U{number:02d}",
        )
        cast.units.append(unit)
        cast.officers[unit.pk] = account(cast, f"{prefix}-u{number:02d}", next(source), "unit_officer", unit=unit)


def member_account(cast: Cast, member: Member, username: str | None = None) -> Account:
    """The member's account, made and linked when first needed."""
    if member.person.account_id is None:
        prefix = cast.place.node.code.lower().replace("-", "")
        made = account(cast, username or f"{prefix}-{member.number}", member.person.name, "member")
        system = system_actor(GENERATOR, moment(cast.place.term_starts))
        people.link_account(system, member.person, made)
        member.person.account = made
    found: Account = member.person.account  # type: ignore[assignment]  # reason: linked above
    return found
