"""That every member has a sector, a special committee, a group; every organ a head; every cadre an office (M18).

Of each check there is what has its place, what has none (the exceptions, to be mended), and the share.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from lvzhi.committee.queries import organs_of
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.metrics.declare import Cut, Figure, Metric, Share
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind
from lvzhi.people import rules
from lvzhi.people.metrics import rosters
from lvzhi.people.metrics.rosters import MEMBER_COLUMNS, ORGAN_COLUMNS, STAFF_COLUMNS, day_of
from lvzhi.people.models import Membership, Staff, holds
from lvzhi.people.vocabulary import COVERAGE as WORDS
from lvzhi.people.vocabulary import LED_KINDS, Part

Rows = QuerySet[Any]
HEADS = (Part.HEAD, Part.DEPUTY)


@dataclass(frozen=True, slots=True)
class Check:
    """A check of coverage: its share, and the figure of the exceptions."""

    share: Share
    without: Metric


def _seated(kind: str, period: Period) -> Q:
    rows = Membership.objects.live().filter(
        holds("", day_of(period)), member=OuterRef("pk"), organ__kind=kind, organ__committee=OuterRef("committee")
    )
    return Q(Exists(rows))


def _led(period: Period) -> Q:
    """Organs somebody leads, or at least deputises in, on the day: a member in tenure or a cadre."""
    day = day_of(period)
    seats = Membership.objects.live().filter(
        holds("", day), holds("member__", day), organ=OuterRef("pk"), part__in=HEADS, member__voided_at=None
    )
    staff = Staff.objects.live().filter(holds("", day), organ=OuterRef("pk"), part__in=HEADS)
    return Q(Exists(seats)) | Q(Exists(staff))


def in_sector(scope: Scope, period: Period) -> Rows:
    """Members who sit in a sector."""
    return rosters.members(scope, period).filter(_seated(OrganKind.SECTOR, period))


def no_sector(scope: Scope, period: Period) -> Rows:
    """Members who sit in none."""
    return rosters.members(scope, period).exclude(_seated(OrganKind.SECTOR, period))


def in_committee(scope: Scope, period: Period) -> Rows:
    """Members who sit in a special committee."""
    return rosters.members(scope, period).filter(_seated(OrganKind.SPECIAL_COMMITTEE, period))


def no_committee(scope: Scope, period: Period) -> Rows:
    """Members who sit in none."""
    return rosters.members(scope, period).exclude(_seated(OrganKind.SPECIAL_COMMITTEE, period))


def in_group(scope: Scope, period: Period) -> Rows:
    """Members who sit in a liaison group."""
    return rosters.members(scope, period).filter(_seated(OrganKind.LIAISON_GROUP, period))


def no_group(scope: Scope, period: Period) -> Rows:
    """Members who sit in none."""
    return rosters.members(scope, period).exclude(_seated(OrganKind.LIAISON_GROUP, period))


def board_in_committee(scope: Scope, period: Period) -> Rows:
    """Members of the standing committee who sit in a special committee."""
    return rosters.board(scope, period).filter(_seated(OrganKind.SPECIAL_COMMITTEE, period))


def board_no_committee(scope: Scope, period: Period) -> Rows:
    """Members of the standing committee who sit in none."""
    return rosters.board(scope, period).exclude(_seated(OrganKind.SPECIAL_COMMITTEE, period))


def committees_led(scope: Scope, period: Period) -> Rows:
    """Special committees that somebody leads."""
    return rosters.organs(scope, period, OrganKind.SPECIAL_COMMITTEE).filter(_led(period))


def committees_headless(scope: Scope, period: Period) -> Rows:
    """Special committees that nobody leads."""
    return rosters.organs(scope, period, OrganKind.SPECIAL_COMMITTEE).exclude(_led(period))


def _groups(scope: Scope, period: Period) -> Rows:
    day = day_of(period)
    rows: Rows = rosters.dated(organs_of(scope).filter(holds("", day), kind__in=LED_KINDS), day)
    return rows.select_related("committee", "parent").order_by("committee_id", "kind", "code", "pk")


def organs_standing(scope: Scope, period: Period) -> Rows:
    """Sectors, groups and teams."""
    return _groups(scope, period)


def organs_led(scope: Scope, period: Period) -> Rows:
    """Those of them that somebody leads."""
    return _groups(scope, period).filter(_led(period))


def organs_headless(scope: Scope, period: Period) -> Rows:
    """Those of them that nobody leads."""
    return _groups(scope, period).exclude(_led(period))


def staff_placed(scope: Scope, period: Period) -> Rows:
    """Agency staff with an office."""
    return rosters.staff(scope, period).filter(organ__isnull=False)


def staff_unplaced(scope: Scope, period: Period) -> Rows:
    """Agency staff without one."""
    return rosters.staff(scope, period).filter(organ=None)


def _kinds(scope: Scope, period: Period) -> Sequence[tuple[str, str, tuple[str, ...]]]:
    return [(kind, str(OrganKind(kind).label), ()) for kind in LED_KINDS]


KIND_CUT = Cut("kind", "机构类别", _kinds, lambda value: Q(kind=value))
_MEMBER: dict[str, Any] = {
    "columns": MEMBER_COLUMNS, "visible": rules.SEE.rows, "record_kind": "people.member",
    "cuts": rosters.MEMBER_CUTS, "rule": "R0.4",
}  # fmt: skip
_ORGAN: dict[str, Any] = {"columns": ORGAN_COLUMNS, "rule": "R0.4"}
_STAFF: dict[str, Any] = {"columns": STAFF_COLUMNS, "visible": rules.SEE.rows, "rule": "R0.7"}


def _metric(key: str, rows: Callable[[Scope, Period], Rows], more: dict[str, Any]) -> Metric:
    name, unit, meaning = WORDS[key]
    return Metric(key=f"people.{key}", name=name, unit=unit, meaning=meaning, kind=Kind.STOCK, rows=rows, **more)


def _check(key: str, placed: Metric, without: Metric, whole: Metric) -> Check:
    name, _, meaning = WORDS[key]
    rule = placed.rule
    return Check(Share(key=f"people.{key}", name=name, meaning=meaning, part=placed, whole=whole, rule=rule), without)


COMMITTEES = next(one for one in rosters.ORGANS if one.key == "people.special_committees")
STANDING = _metric("organs_standing", organs_standing, _ORGAN | {"cuts": (KIND_CUT,)})
_PAIRS = (
    ("sector_coverage", "in_sector", in_sector, "no_sector", no_sector, rosters.MEMBERS, _MEMBER),
    ("committee_coverage", "in_committee", in_committee, "no_committee", no_committee, rosters.MEMBERS, _MEMBER),
    ("group_coverage", "in_group", in_group, "no_group", no_group, rosters.MEMBERS, _MEMBER),
    (
        "board_coverage", "board_in_committee", board_in_committee, "board_no_committee", board_no_committee,
        rosters.STANDING_COMMITTEE, _MEMBER,
    ),
    (
        "committees_led_rate", "committees_led", committees_led, "committees_headless", committees_headless, COMMITTEES,
        _ORGAN,
    ),
    (
        "organs_led_rate", "organs_led", organs_led, "organs_headless", organs_headless, STANDING,
        _ORGAN | {"cuts": (KIND_CUT,)},
    ),
    (
        "staff_coverage", "staff_placed", staff_placed, "staff_unplaced", staff_unplaced, rosters.STAFF,
        _STAFF | {"cuts": rosters.STAFF_CUTS},
    ),
)  # fmt: skip
_PLACED = tuple(_metric(key, rows, more) for _, key, rows, _, _, _, more in _PAIRS)
COVERAGE: tuple[Check, ...] = tuple(
    _check(share, placed, _metric(without, rows, more), whole)
    for placed, (share, _, _, without, rows, whole, more) in zip(_PLACED, _PAIRS, strict=True)
)
FIGURES: tuple[Figure, ...] = (
    STANDING,
    *(one for placed, found in zip(_PLACED, COVERAGE, strict=True) for one in (placed, found.without, found.share)),
)  # fmt: skip
