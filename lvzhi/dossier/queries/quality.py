"""What the records lack, list by list; each in a fixed number of statements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, DateField, ExpressionWrapper, F, Q, QuerySet, Value
from django.db.models.functions import TruncDate
from django.db.models.lookups import GreaterThan

from lvzhi import norms
from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.dossier.kinds import RECORDS, LineKind
from lvzhi.dossier.norms import LATE_DAYS
from lvzhi.dossier.queries.lines import Line, read, shown, told
from lvzhi.dossier.queries.lines import figure_rows as rows_of
from lvzhi.metrics.compute import united
from lvzhi.metrics.periods import Period
from lvzhi.people.models import Member, Membership, holds
from lvzhi.people.queries import listed, members_on, same_named

DECEMBER = 12
BARE = Q(line_proof__in=("", "bare", "by_staff"))


def without_sector(scope: Scope, day: dt.date) -> QuerySet[Any]:
    """Members in tenure on the day who sit in no sector."""
    seats = Membership.objects.live().filter(holds("", day), organ__kind=OrganKind.SECTOR)
    found: QuerySet[Any] = members_on(scope, day).exclude(pk__in=seats.values("member_id"))
    return found.order_by("person__pinyin", "pk")


def twins(scope: Scope, day: dt.date) -> list[Member]:
    """Members in tenure on the day who share a name, one name after the other. Two queries."""
    return [member for rows in same_named(scope, day).values() for member in rows]


def twins_listed(scope: Scope, day: dt.date) -> list[Member]:
    """The same as lists show members, with seats and what tells them apart. Four queries."""
    keys = [member.pk for member in twins(scope, day)]
    return list(listed(members_on(scope, day).filter(pk__in=keys), day).order_by("person__pinyin", "pk"))


def late(committee: Committee) -> Q:
    """Records entered more days after their own day than the norm allows, as `Line.late` reckons."""
    most = int(norms.value(LATE_DAYS, committee, clock.today()))
    limit = ExpressionWrapper(F("line_day") + Value(dt.timedelta(days=most)), DateField())
    return Q(GreaterThan(TruncDate("line_entered"), limit))


def december(period: Period) -> Q:
    """Records entered in December of the period's last year."""
    year = min(period.end, clock.today()).year
    first = clock.as_moment(dt.date(year, DECEMBER, 1)).replace(hour=0, minute=0)
    over = clock.as_moment(dt.date(year + 1, 1, 1)).replace(hour=0, minute=0)
    return Q(line_entered__gte=first, line_entered__lt=over)


def counts(committee: Committee, period: Period, wheres: Sequence[Q]) -> list[dict[str, int]]:
    """For each condition how many records of each kind meet it. One statement.

    Args:
        wheres: conditions over the columns of a line; an empty one is met by all.
    """
    scope = Scope(committee)
    parts = [(_dated(one, scope, period).filter(where), Count("pk")) for where in wheres for one in RECORDS]
    numbers = united(parts)
    width = len(RECORDS)
    return [
        {one.key: numbers.get(width * row + place, 0) for place, one in enumerate(RECORDS)}
        for row in range(len(wheres))
    ]  # fmt: skip


def _dated(one: LineKind, scope: Scope, period: Period) -> QuerySet[Any]:
    rows: QuerySet[Any] = rows_of(one, scope, period).select_related(None).prefetch_related(None)
    found: QuerySet[Any] = rows.annotate(
        line_day=shown(one.day), line_entered=shown(one.entered), line_proof=shown(one.proof)
    )
    return found


def records(actor: Actor, committee: Committee, period: Period, where: Q, size: int = 0, start: int = 0) -> list[Line]:
    """The records that meet a condition, the newest first. One statement."""
    scope = Scope(committee)
    return read(
        [told(rows_of(one, scope, period), one, actor, own=False).filter(where) for one in RECORDS], size, start
    )
