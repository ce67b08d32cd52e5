"""Reads of the people room: scope first, then the day."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from lvzhi.access import Actor, Missing
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.norms import codes
from lvzhi.people import rules, vocabulary
from lvzhi.people.models import Affiliation, Member, Membership, Person, Post, Staff, holds, phone_digest

_PHONE = re.compile(r"1\d{10}")
_LETTERS = re.compile(r"[a-z]+")
MANY = 40  # a name typed by hand never needs more candidates than fit a screen

Members = Any  # RecordQuerySet[Member]: django-stubs loses the custom methods of an inherited manager


def in_organ(organ: Organ, day: dt.date) -> Q:
    """Member rows that sit in the organ, or in one directly below it, on `day`."""
    rows = Membership.objects.live().filter(
        Q(organ=organ) | Q(organ__parent=organ), holds("", day), member=OuterRef("pk")
    )
    return Q(Exists(rows))


def affiliated(party: str, day: dt.date) -> Q:
    """Member rows whose person is of this political affiliation on `day`."""
    rows = Affiliation.objects.filter(
        Q(starts=None) | Q(starts__lte=day), Q(ends=None) | Q(ends__gte=day), person=OuterRef("person"), party=party
    )
    return Q(Exists(rows))


def holding(kinds: Iterable[str], day: dt.date) -> Q:
    """Member rows whose person holds one of these posts in the same committee on `day`."""
    rows = Post.objects.live().filter(
        holds("", day), person=OuterRef("person"), committee=OuterRef("committee"), kind__in=tuple(kinds)
    )
    return Q(Exists(rows))


def members_on(scope: Scope, day: dt.date) -> Members:
    """Members in tenure on `day`, with their persons; of the scope's organ where it names one."""
    rows = Member.objects.live().within(scope).filter(holds("", day)).select_related("person")
    return rows if scope.organ is None else rows.filter(in_organ(scope.organ, day))


def members_of(organ: Organ, day: dt.date) -> Members:
    """Members in tenure on `day` who sit in the organ or in one directly below it."""
    return members_on(Scope(organ.committee, organ=organ), day)


def staff_on(scope: Scope, day: dt.date) -> Any:
    """Agency staff on `day`; of the scope's organ where it names one."""
    rows = Staff.objects.live().within(scope).filter(holds("", day)).select_related("person", "organ")
    if scope.organ is not None:
        rows = rows.filter(Q(organ=scope.organ) | Q(organ__parent=scope.organ))
    return rows


def posts_on(scope: Scope, day: dt.date, kinds: Iterable[str] = ()) -> Any:
    """Posts held on `day`; of these kinds where given."""
    rows = Post.objects.live().within(scope).filter(holds("", day)).select_related("person")
    wanted = tuple(kinds)
    return rows.filter(kind__in=wanted) if wanted else rows


def memberships(member: Member, day: dt.date | None = None) -> Any:
    """A member's places in organs with the organs: those of `day`, or all in order of time."""
    rows = Membership.objects.live().filter(member=member).select_related("organ").order_by("starts", "id")
    return rows if day is None else rows.filter(holds("", day))


def organs_of(member: Member, day: dt.date, kind: str | None = None) -> list[Organ]:
    """Organs a member sits in on `day`, of one kind where given."""
    rows = [row.organ for row in memberships(member, day)]
    return [organ for organ in rows if kind in (None, organ.kind)]


def member_of_account(account_id: int | None, committee_id: int, day: dt.date) -> Member | None:
    """The tenure that the account's person holds in the committee on `day`."""
    if account_id is None:
        return None
    rows = Member.objects.live().filter(holds("", day), person__account_id=account_id, committee_id=committee_id)
    found: Member | None = rows.select_related("person").first()
    return found


def members_of_account(account_id: int | None, day: dt.date | None = None) -> Members:
    """All tenures of the account's person, newest first; only those of `day` where given."""
    if account_id is None:
        return Member.objects.none()
    rows = Member.objects.live().filter(person__account_id=account_id)
    rows = rows.select_related("person", "committee", "term").order_by("-starts")
    return rows if day is None else rows.filter(holds("", day))


def accounts_of(members: Iterable[Member]) -> list[int]:
    """Account ids of those of the members who have one, for `messages.send`. No query when persons are loaded."""
    return [member.person.account_id for member in members if member.person.account_id is not None]


def person_of_account(account_id: int | None) -> Person | None:
    """The person behind an account."""
    return None if account_id is None else Person.objects.filter(account_id=account_id).first()


def visible(actor: Actor) -> Q:
    """Member rows the actor may read."""
    return rules.SEE.rows(actor)


def member_by_uid(actor: Actor, uid: UUID | str) -> Member:
    """The member's file, for one who may see it. Raises `Missing`."""
    rows = Member.objects.filter(rules.SEE.rows(actor) | rules.OWN.rows(actor), uid=uid)
    found: Member | None = rows.select_related("person", "committee", "term").first()
    if found is None:
        raise Missing("access.missing")
    return found


def matching(text: str, prefix: str = "person__") -> Q:
    """Rows whose person fits what was typed: part of the name, pinyin, initials, a whole phone number."""
    typed = "".join(text.split())
    low = typed.casefold()
    found = Q(**{f"{prefix}name__contains": typed})
    if _LETTERS.fullmatch(low):
        found |= Q(**{f"{prefix}pinyin__startswith": low}) | Q(**{f"{prefix}initials__startswith": low})
    if _PHONE.fullmatch(typed):
        found |= Q(**{f"{prefix}phone_digest": phone_digest(typed)})
    return found


def fits(text: str) -> Q:
    """Member rows found by what was typed: as `matching`, or the member number."""
    return matching(text) | Q(number=text.strip())


def picked(scope: Scope, text: str, day: dt.date) -> Members:
    """As `search`, with `row.seats` to tell same-named members apart. 2 queries."""
    return search(scope, text, day).prefetch_related(_seats(day))


def search(scope: Scope, text: str, day: dt.date) -> Members:
    """Members in tenure on `day` by name, pinyin, initials, member number or whole phone number; none for no text."""
    typed = text.strip()
    if not typed:
        return Member.objects.none()
    return members_on(scope, day).filter(fits(typed)).order_by("person__pinyin", "pk")


def listed(rows: Members, day: dt.date) -> Members:
    """The rows as a list shows them, in 2 queries: `row.seats` as in `detailed`, `row.office` (highest), `row.twin`.

    `called` turns a row into what to call the person.
    """
    rank = Case(*(When(kind=kind, then=Value(place)) for kind, place in vocabulary.POST_ORDER.items()),
                output_field=IntegerField())  # fmt: skip
    held = Post.objects.live().filter(holds("", day), person=OuterRef("person"), committee=OuterRef("committee"))
    twins = Member.objects.live().filter(
        holds("", day), ~Q(person=OuterRef("person")), committee=OuterRef("committee"),
        person__name=OuterRef("person__name"),
    )  # fmt: skip
    office = Subquery(held.order_by(rank).values("kind")[:1])
    return rows.annotate(twin=Exists(twins), office=office).prefetch_related(_seats(day))


def called(member: Member) -> str:
    """Of a `listed` member: the name, with sector and employer where another living member shares it."""
    if not getattr(member, "twin", False):
        return member.person.name
    sectors = seats_of(member, OrganKind.SECTOR)
    return tell(member, sectors[0].organ.name if sectors else "")


def _seats(day: dt.date) -> Prefetch[Any]:
    rows = Membership.objects.live().filter(holds("", day)).select_related("organ").order_by("organ__kind", "pk")
    return Prefetch("memberships", rows, to_attr="seats")


def detailed(rows: Members, day: dt.date) -> Members:
    """The rows with what held on `day` in lists: `row.seats` (with organs), `row.offices`, `row.parties`. 3 queries."""
    return rows.prefetch_related(
        _seats(day),
        Prefetch("person__posts", Post.objects.live().filter(holds("", day)), to_attr="offices"),
        Prefetch(
            "person__affiliations",
            Affiliation.objects.filter(Q(starts=None) | Q(starts__lte=day), Q(ends=None) | Q(ends__gte=day)),
            to_attr="parties",
        ),
    )


def seats_of(member: Member, kind: str) -> list[Membership]:
    """Of a `detailed` member: the seats in organs of one kind."""
    seats: list[Membership] = getattr(member, "seats", [])
    return [seat for seat in seats if seat.organ.kind == kind]


def offices_of(member: Member) -> list[Post]:
    """Of a `detailed` member: the posts in the member's own committee, highest first."""
    offices: list[Post] = getattr(member.person, "offices", [])
    own = [post for post in offices if post.committee_id == member.committee_id]
    return sorted(own, key=lambda post: vocabulary.POST_ORDER[post.kind])


def told_apart(members: Sequence[Member], day: dt.date) -> dict[int, str]:
    """What to call each member by id: the name, with sector and employer where two living members share it.

    Two queries at most, whatever the number of members.
    """
    names = {member.person.name for member in members}
    committees = {member.committee_id for member in members}
    if not names:
        return {}
    rows = Member.objects.live().filter(holds("", day), committee_id__in=committees, person__name__in=names)
    twins = set(
        rows.order_by().values("committee_id", "person__name").annotate(many=Count("person", distinct=True))
        .filter(many__gt=1).values_list("committee_id", "person__name")
    )  # fmt: skip
    alike = [member for member in members if (member.committee_id, member.person.name) in twins]
    sectors = _sectors(alike, day)
    return {
        member.pk: tell(member, sectors.get(member.pk, "")) if member in alike else member.person.name
        for member in members
    }


def tell(member: Member, sector: str) -> str:
    """A name with what tells its bearer from another of the same name."""
    marks = [mark for mark in (sector, member.person.work or member.number) if mark]
    if not marks:
        return member.person.name
    return vocabulary.SAME_NAME.format(name=member.person.name, tell=vocabulary.TELL_JOINER.join(marks))


def _sectors(members: Sequence[Member], day: dt.date) -> dict[int, str]:
    if not members:
        return {}
    rows = Membership.objects.live().filter(
        holds("", day), member__in=[member.pk for member in members], organ__kind=OrganKind.SECTOR
    )
    return {row.member_id: row.organ.name_on(day) for row in rows.select_related("organ")}


def sectors_of(members: Sequence[Member], day: dt.date) -> dict[int, str]:
    """Names of the sectors by member id. One query."""
    return _sectors(members, day)


def seats_counted(organs: Sequence[Organ], day: dt.date) -> dict[int, int]:
    """How many members sit in each of the organs on `day`. One query."""
    rows = Membership.objects.live().filter(
        holds("", day), holds("member__", day), organ__in=[organ.pk for organ in organs], member__voided_at=None
    )
    return dict(rows.order_by().values_list("organ_id").annotate(Count("member", distinct=True)))


def parties(committee: Committee | int, day: dt.date | None = None) -> dict[str, str]:
    """Political affiliations by code, in the order of the committee's own table."""
    return dict(codes.choices(vocabulary.AFFILIATION_SET, committee, day))


def affiliations_of(person: Person, day: dt.date | None = None) -> QuerySet[Affiliation]:
    """A person's affiliations: those of `day`, or all in order of time."""
    rows = Affiliation.objects.filter(person=person).order_by("starts", "pk")
    if day is None:
        return rows
    return rows.filter(Q(starts=None) | Q(starts__lte=day), Q(ends=None) | Q(ends__gte=day))


def posts_of(person: Person, committee_id: int, day: dt.date | None = None) -> list[Post]:
    """A person's posts in a committee: those of `day` with the highest first, or all in order of time."""
    rows = Post.objects.live().filter(person=person, committee_id=committee_id).order_by("starts", "pk")
    if day is None:
        return list(rows)
    return sorted(rows.filter(holds("", day)), key=lambda post: vocabulary.POST_ORDER[post.kind])


def same_named(scope: Scope, day: dt.date) -> dict[str, list[Member]]:
    """Members in tenure who share a name, by that name, for the data-quality list. Two queries."""
    rows = members_on(scope, day)
    names = rows.order_by().values("person__name").annotate(many=Count("person", distinct=True)).filter(many__gt=1)
    found: dict[str, list[Member]] = defaultdict(list)
    for member in rows.filter(person__name__in=names.values("person__name")).order_by("person__pinyin", "pk"):
        found[member.person.name].append(member)
    return dict(found)


def kept_seat(actor: Actor, uid: UUID) -> Membership:
    """A membership the actor keeps. Raises `Missing`."""
    rows = Membership.objects.live().filter(rules.KEEP.rows(actor), uid=uid)
    found = rows.select_related("member__person", "member__committee", "organ", "committee").first()
    if found is None:
        raise Missing("access.missing")
    return found


def post_of(member: Member, uid: UUID) -> Post:
    """A post the member's person holds in the same committee. Raises `Missing`."""
    found = Post.objects.live().filter(uid=uid, person=member.person, committee=member.committee).first()
    if found is None:
        raise Missing("access.missing")
    return found


def committees(ids: Iterable[int]) -> list[Committee]:
    """Committees by key, those above first; no query for none."""
    wanted = tuple(ids)
    return list(Committee.objects.filter(pk__in=wanted).order_by("path")) if wanted else []


def login_waiting(member: Member) -> str:
    """The login of the committee that bears the member's name and is nobody's yet; "" for none or several."""
    taken = Person.objects.filter(account__isnull=False).values("account_id")
    rows = Account.objects.filter(committee=member.committee_id, name=member.person.name, is_active=True)
    found = list(rows.exclude(pk__in=taken).values_list("username", flat=True)[:2])
    return found[0] if len(found) == 1 else ""
