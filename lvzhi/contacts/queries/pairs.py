"""Pairs and contacts, actor or committee first."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import BooleanField, Case, Count, Max, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.contacts import rules
from lvzhi.contacts.models import Contact, Pair
from lvzhi.deadlines import clock
from lvzhi.people.models import Member, holds

Rows = QuerySet[Any]
BESIDE = ("committee", "member__person", "other__person", "organ", "unit")


def year_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """The calendar year of a day, whose contacts are counted against what is wanted."""
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def told(rows: Any, start: dt.date, end: dt.date) -> Rows:
    """Pairs with ``count`` of their contacts between two days, ``last`` of them all, and who they are between."""
    met = Contact.objects.live().filter(pair=OuterRef("pk")).order_by().values("pair")
    counted = met.filter(met_on__range=(start, end)).annotate(number=Count("pk")).values("number")
    last = met.annotate(day=Max("met_on")).values("day")
    found: Rows = rows.select_related(*BESIDE).annotate(count=Coalesce(Subquery(counted), 0), last=Subquery(last))
    return found


def pair_of(actor: Actor, uid: Any) -> Pair:
    """A pair that the actor may see, a voided one included. Raises `Missing`."""
    start, end = year_of(clock.as_day(actor.at))
    found: Pair | None = told(Pair.objects.filter(rules.pair_visible.rows(actor), uid=uid), start, end).first()
    if found is None:
        raise Missing("contacts.unknown")
    return found


def contact_of(actor: Actor, uid: Any) -> Contact:
    """A contact that the actor may read, a voided one included. Raises `Missing`."""
    rows = Contact.objects.filter(rules.contact_visible.rows(actor), uid=uid)
    found: Contact | None = rows.select_related(
        "committee", *(f"pair__{one}" for one in BESIDE if one != "committee")
    ).first()
    if found is None:
        raise Missing("contacts.unknown")
    return found


def mine(actor: Actor) -> Rows:
    """Pairs in which the actor keeps in touch with somebody today: those not contacted this year first."""
    day = clock.as_day(actor.at)
    rows = Pair.objects.live().filter(rules.own.rows(actor), holds("", day))
    return told(rows, *year_of(day)).order_by("count", "last", "pk")


def by_whom(actor: Actor) -> Rows:
    """Pairs in which somebody keeps in touch with the actor today."""
    day = clock.as_day(actor.at)
    rows = Pair.objects.live().filter(rules.contacted.rows(actor), holds("", day))
    return told(rows, *year_of(day)).order_by("pk")


def standing(committee: Committee, code: str, start: dt.date, end: dt.date) -> Rows:
    """Pairs of a kind that held at any time between two days, with their contacts of that time."""
    rows = Pair.objects.live().filter(
        Q(ends=None) | Q(ends__gte=start), committee=committee, scheme=code, starts__lte=end
    )
    return told(rows, start, end).order_by("member__person__pinyin", "member_id", "far_name", "pk")


def contacts_of(pair: Pair) -> list[Contact]:
    """All contacts of a pair, the latest first."""
    rows = list(Contact.objects.live().filter(pair=pair))
    for row in rows:
        row.pair = pair
    return rows


def readable(actor: Actor, committee: Committee) -> Rows:
    """Contacts of a committee that the actor may read."""
    rows = Contact.objects.filter(rules.contact_visible.rows(actor), committee=committee)
    found: Rows = rows.select_related("pair__member__person", "pair__other__person", "committee")
    return found


def matching(rows: Any, text: str) -> Any:
    """Contacts of a pair in which either name holds the text, or whose topic does."""
    near = Q(pair__near_name__icontains=text) | Q(pair__far_name__icontains=text)
    return rows.filter(near | Q(topic__icontains=text))


def of_member(actor: Actor, member: Member) -> tuple[list[Pair], list[Pair], int]:
    """For a member's page: whom they keep in touch with, who does with them, and how many of both are hidden."""
    day = clock.as_day(actor.at)
    whole = Pair.objects.live().filter(holds("", day)).filter(Q(member=member) | Q(other=member))
    seen = told(whole.filter(rules.pair_visible.rows(actor)), *year_of(day)).order_by("pk")
    rows = list(seen)
    hidden = 0 if rules.reads_all(actor, member.committee_id) else whole.count() - len(rows)
    return (
        [one for one in rows if one.member_id == member.pk],
        [one for one in rows if one.other_id == member.pk],
        hidden,
    )


def of_far(actor: Actor, where: Q) -> tuple[list[Pair], int]:
    """Pairs that lead to an organ, a unit or a record today, and how many more are hidden."""
    day = clock.as_day(actor.at)
    whole = Pair.objects.live().filter(where, holds("", day))
    shown = Case(When(rules.pair_visible.rows(actor), then=True), default=False, output_field=BooleanField())
    rows = list(told(whole.annotate(shown=shown), *year_of(day)).order_by("pk"))
    seen = [one for one in rows if one.shown]
    return seen, len(rows) - len(seen)


def counted(committee: Committee, day: dt.date) -> dict[str, int]:
    """How many pairs of each kind hold on the day."""
    rows = Pair.objects.live().filter(holds("", day), committee=committee).order_by()
    return dict(rows.values_list("scheme").annotate(number=Count("pk")))
