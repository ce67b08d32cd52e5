"""The rows behind the room's figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Value

from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.contacts.models import Contact, Pair
from lvzhi.contacts.queries.pairs import BESIDE, told
from lvzhi.contacts.queries.scheme import Scheme, Side, schemes
from lvzhi.contacts.vocabulary.states import Target
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period
from lvzhi.people.metrics import AS_OF, MEMBERS
from lvzhi.people.models import Membership, holds

Rows = QuerySet[Any]
DAYS_OF_YEAR = 365


def day_of(period: Period) -> dt.date:
    """The day a stock is taken on."""
    return clock.until(period.end)


def _organ(scope: Scope, prefix: str, day: dt.date) -> Q:
    """Pairs that lead into the scope's organ: to it, or to one of its members."""
    if scope.organ is None:
        return Q()
    sits = Membership.objects.live().filter(holds("", day), organ=scope.organ).values("member_id")
    return Q(**{f"{prefix}organ": scope.organ}) | Q(**{f"{prefix}other__in": sits})


def _pairs(scope: Scope, period: Period) -> Any:
    day = day_of(period)
    rows = Pair.objects.live().within(scope).filter(_organ(scope, "", day)).order_by("committee_id", "scheme", "pk")
    return told(rows, period.start, period.end).annotate(**{AS_OF: Value(day, DateField())})


def pairs(scope: Scope, period: Period) -> Rows:
    """Pairs that hold on the last day, with their contacts of the period."""
    found: Rows = _pairs(scope, period).filter(holds("", day_of(period)))
    return found


def standing(scope: Scope, period: Period) -> Rows:
    """Pairs that held at any time in the period."""
    found: Rows = _pairs(scope, period).filter(Q(ends=None) | Q(ends__gte=period.start), starts__lte=day_of(period))
    return found


def active(scope: Scope, period: Period) -> Rows:
    """Those of them that had a contact in the period."""
    return standing(scope, period).filter(count__gt=0)


def quiet(scope: Scope, period: Period) -> Rows:
    """Those of them that had none."""
    return standing(scope, period).filter(count=0)


def contacts(scope: Scope, period: Period) -> Rows:
    """Contacts of the period."""
    rows = Contact.objects.live().within(scope).filter(met_on__range=(period.start, period.end), pair__voided_at=None)
    rows = rows.filter(_organ(scope, "pair__", day_of(period)))
    beside = [f"pair__{one}" for one in BESIDE if one != "committee"]
    found: Rows = rows.select_related("committee", *beside).order_by("met_on", "pk")
    return found


def with_members(scope: Scope, period: Period) -> Rows:
    """Those of them with a member at the far end."""
    return contacts(scope, period).exclude(pair__other=None)


def problems(scope: Scope, period: Period) -> Rows:
    """Those of them in which a problem was told."""
    return contacts(scope, period).exclude(problem="")


def due(times: int, starts: dt.date, ends: dt.date | None, period_start: dt.date, until: dt.date) -> int:
    """How many contacts are wanted of a pair by a day: by the days that it held, whole ones only."""
    first, last = max(starts, period_start), min(ends or until, until)
    return times * max(0, (last - first).days + 1) // DAYS_OF_YEAR


def behind(scope: Scope, period: Period) -> Rows:
    """Pairs of the last day with fewer contacts than their kind wants by then."""
    day = day_of(period)
    wanted = {place: {one.code: one.times for one in schemes(place, day)} for place in scope.ids()}
    rows = pairs(scope, period)
    dated = rows.order_by().values_list("pk", "committee_id", "scheme", "starts", "ends", "count")
    late = [
        pk
        for pk, place, scheme, starts, ends, count in dated
        if count < due(wanted[place].get(scheme, 0), starts, ends, period.start, day)
    ]
    return rows.filter(pk__in=late)


def _by_place(scope: Scope, day: dt.date, pick: Callable[[Scheme], bool]) -> dict[Scheme, list[int]]:
    """Kinds in force and understood, each with the committees that have it so."""
    found: dict[Scheme, list[int]] = {}
    for place in sorted(scope.ids()):
        for one in schemes(place, day):
            if one.open and one.clear and pick(one):
                found.setdefault(one, []).append(place)
    return found


def far_members(scope: Scope, period: Period, code: str) -> Rows:
    """Members who, by a kind of contact, ought to have a partner, where their committee has taken it up."""
    day = day_of(period)
    wanted = Q(pk__in=())
    for one, places in _by_place(scope, day, lambda scheme: scheme.code == code).items():
        wanted |= Q(committee_id__in=_taken_up(places, code, day)) & one.far.members(day)
    return MEMBERS.rows(scope, period).filter(wanted)


def _taken_up(places: list[int], code: str, day: dt.date) -> Any:
    """Committees in which anybody is paired under the kind on the day: a table alone asks nothing of them."""
    rows = Pair.objects.live().filter(holds("", day), committee_id__in=places, scheme=code)
    return rows.order_by().values("committee_id")


def covered_members(scope: Scope, period: Period, code: str) -> Rows:
    """Those of them who have one."""
    held = Pair.objects.live().filter(
        holds("", day_of(period)), scheme=code, other__person=OuterRef("person"), committee=OuterRef("committee")
    )
    return far_members(scope, period, code).filter(Exists(held))


def far_organs(scope: Scope, period: Period, code: str) -> Rows:
    """Organs that, by a kind of contact, ought to have a partner, where their committee has taken it up."""
    day = day_of(period)
    wanted = Q(pk__in=())
    for one, places in _by_place(scope, day, lambda scheme: scheme.code == code).items():
        if one.far.target == Target.ORGAN:
            wanted |= Q(committee_id__in=_taken_up(places, code, day), kind__in=one.far.kinds)
    rows: Rows = Organ.objects.filter(wanted).filter(Q(ends=None) | Q(ends__gte=day), starts__lte=day)
    rows = rows if scope.organ is None else rows.filter(pk=scope.organ.pk)
    rows = rows.annotate(**{AS_OF: Value(day, DateField())})
    return rows.select_related("committee", "parent").order_by("committee_id", "code", "pk")


def covered_organs(scope: Scope, period: Period, code: str) -> Rows:
    """Those of them that have one."""
    held = Pair.objects.live().filter(holds("", day_of(period)), scheme=code, organ=OuterRef("pk"))
    return far_organs(scope, period, code).filter(Exists(held))


def _lacks(scope: Scope, period: Period, side: Callable[[Scheme], Side], held: Callable[[Scheme, dt.date], Q]) -> Rows:
    """Members on one side of a kind that their committee has taken up, for whom nothing of it holds."""
    day = day_of(period)
    wanted = Q(pk__in=())
    for one, places in _by_place(scope, day, lambda scheme: side(scheme).target == Target.PERSON).items():
        here = Q(committee_id__in=_taken_up(places, one.code, day))
        wanted |= here & side(one).members(day) & ~held(one, day)
    rows: Rows = MEMBERS.rows(scope, period).filter(wanted)
    return rows


def _has_partner(scheme: Scheme, day: dt.date) -> Q:
    rows = Pair.objects.live().filter(
        holds("", day), scheme=scheme.code, other__person=OuterRef("person"), committee=OuterRef("committee")
    )
    return Q(Exists(rows))


def _has_enough(scheme: Scheme, day: dt.date) -> Q:
    """Keeps in touch with as many as the kind wants, which may be none."""
    if scheme.least == 0:
        return ~Q(pk__in=())
    rows = Pair.objects.live().filter(
        holds("", day), scheme=scheme.code, member__person=OuterRef("person"), committee=OuterRef("committee")
    )
    nth = rows.order_by("pk").values("pk")[scheme.least - 1 : scheme.least]
    return Q(Exists(nth))


def without_partner(scope: Scope, period: Period) -> Rows:
    """Members who ought to have a partner of some kind and have none."""
    return _lacks(scope, period, lambda scheme: scheme.far, _has_partner)


def without_pair(scope: Scope, period: Period) -> Rows:
    """Members who ought to keep in touch with more than they do."""
    return _lacks(scope, period, lambda scheme: scheme.near, _has_enough)
