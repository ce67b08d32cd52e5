"""Figures of this room: stocks on the last day of a period, or on today where that day is still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Value

from lvzhi.committee import queries as places
from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.metrics.declare import Column, Cut, Metric, Says
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind
from lvzhi.people import queries, rules, vocabulary
from lvzhi.people.models import Affiliation, Member, Membership
from lvzhi.people.vocabulary import ALIASES, COLUMNS, CPC, CUTS, FIGURES, ON_STANDING_COMMITTEE, PostKind

Choices = Sequence[tuple[str, str, tuple[str, ...]]]
AS_OF = "as_of"


def day_of(period: Period) -> dt.date:
    """The day a stock is taken on."""
    return clock.until(period.end)


def dated(rows: Any, day: dt.date) -> Any:
    """The rows carrying the day they are true on, which a cut has to know too."""
    return rows.annotate(**{AS_OF: Value(day, DateField())})


def members(scope: Scope, period: Period) -> QuerySet[Any]:
    day = day_of(period)
    rows = queries.detailed(queries.members_on(scope, day), day).select_related("person", "committee")
    return dated(rows, day).order_by("committee_id", "person__pinyin", "pk")  # type: ignore[no-any-return]  # reason: see queries.Members


def _party_members(scope: Scope, period: Period) -> QuerySet[Any]:
    return members(scope, period).filter(queries.affiliated(CPC, day_of(period)))


def board(scope: Scope, period: Period) -> QuerySet[Any]:
    return members(scope, period).filter(queries.holding(ON_STANDING_COMMITTEE, day_of(period)))


def _standing(scope: Scope, period: Period) -> QuerySet[Any]:
    rows = queries.posts_on(scope, day_of(period), [PostKind.STANDING])
    return rows.select_related("person", "committee").order_by("committee_id", "person__pinyin", "pk")  # type: ignore[no-any-return]  # reason: see queries.Members


def staff(scope: Scope, period: Period) -> QuerySet[Any]:
    rows = queries.staff_on(scope, day_of(period))
    rows = dated(rows, day_of(period))
    return rows.select_related("person", "organ", "committee").order_by("committee_id", "person__pinyin", "pk")  # type: ignore[no-any-return]  # reason: see queries.Members


def organs(scope: Scope, period: Period, kind: str) -> QuerySet[Any]:
    day = day_of(period)
    rows = places.organs_of(scope, kind).filter(Q(ends=None) | Q(ends__gte=day), starts__lte=day)
    found: QuerySet[Any] = dated(rows, day).select_related("committee", "parent")
    return found.order_by("committee_id", "code", "pk")


def _sectors(scope: Scope, period: Period) -> QuerySet[Any]:
    return organs(scope, period, OrganKind.SECTOR)


def _special_committees(scope: Scope, period: Period) -> QuerySet[Any]:
    return organs(scope, period, OrganKind.SPECIAL_COMMITTEE)


def _liaison_groups(scope: Scope, period: Period) -> QuerySet[Any]:
    return organs(scope, period, OrganKind.LIAISON_GROUP)


def _study_groups(scope: Scope, period: Period) -> QuerySet[Any]:
    return organs(scope, period, OrganKind.STUDY_GROUP)


def _organ_choices(kind: str) -> Any:
    def choices(scope: Scope, period: Period) -> Choices:
        found = list(organs(Scope(scope.committee, scope.below), period, kind))
        day = day_of(period)
        return [
            (
                key,
                _organ_label(organ, scope, name),
                (*_short(name), *more, *chain(*map(_short, more))),
            )
            for organ, (key, name, more) in zip(found, places.organ_choices(found, day), strict=True)
        ]

    return choices


def _organ_label(organ: Organ, scope: Scope, name: str) -> str:
    if not scope.below:
        return name
    return vocabulary.ORGAN_OF.format(committee=organ.committee.display, organ=name)


def _short(name: str) -> tuple[str, ...]:
    long, short = vocabulary.LONG_COMMITTEE
    return (name.removesuffix(long) + short,) if name.endswith(long) else ()


def _then(prefix: str = "") -> Q:
    """In force on the day the row is true on; an unknown beginning counts as always."""
    starts, ends = f"{prefix}starts", f"{prefix}ends"
    begun = Q(**{starts: None}) | Q(**{f"{starts}__lte": OuterRef(AS_OF)})
    return begun & (Q(**{ends: None}) | Q(**{f"{ends}__gte": OuterRef(AS_OF)}))


def _sits_in(value: str) -> Q:
    rows = Membership.objects.live().filter(_then(), member=OuterRef("pk"), organ_id=_number(value))
    return Q(Exists(rows))


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0


def _affiliated(value: str) -> Q:
    return Q(Exists(Affiliation.objects.filter(_then(), person=OuterRef("person"), party=value)))


def _affiliation_choices(scope: Scope, period: Period) -> Choices:
    further = {code: words for code, _, words in vocabulary.AFFILIATIONS}
    known = queries.parties(scope.committee, day_of(period))
    return [(code, name, further.get(code, ())) for code, name in known.items()]


def _gender_choices(scope: Scope, period: Period) -> Choices:
    return [(code, str(label), vocabulary.GENDER_WORDS[code]) for code, label in vocabulary.Gender.choices]


def _rank_choices(scope: Scope, period: Period) -> Choices:
    return [(code, str(label), ()) for code, label in vocabulary.Rank.choices]


MEMBER_CUTS = (
    *(
        Cut(kind, CUTS[kind], _organ_choices(kind), _sits_in)
        for kind in (OrganKind.SECTOR.value, OrganKind.SPECIAL_COMMITTEE.value, OrganKind.LIAISON_GROUP.value)
    ),
    Cut("affiliation", CUTS["affiliation"], _affiliation_choices, _affiliated),
    Cut("gender", CUTS["gender"], _gender_choices, lambda value: Q(person__gender=value)),
)
STAFF_CUTS = (
    Cut("level", CUTS["level"], lambda scope, period: vocabulary.RANK_LEVELS, lambda v: Q(rank__startswith=v)),
    Cut("rank", CUTS["rank"], _rank_choices, lambda value: Q(rank=value)),
    Cut("office", CUTS["office"], _organ_choices(OrganKind.AGENCY), lambda value: Q(organ_id=_number(value))),
)


def _seats(kind: str) -> Any:
    def read(member: Member) -> str:
        day = getattr(member, AS_OF, None)
        return vocabulary.JOINER.join(seat.organ.name_on(day) for seat in queries.seats_of(member, kind))

    return read


def _offices(member: Member) -> str:
    return vocabulary.JOINER.join(str(post.get_kind_display()) for post in queries.offices_of(member))


def _column(key: str, path: str = "", value: Any = None, kind: str = "text") -> Column:
    return Column(path or key, COLUMNS[key], value, kind)


MEMBER_COLUMNS = (
    _column("name", "person__name"),
    _column("number"),
    _column("sector", value=_seats(OrganKind.SECTOR)),
    _column("special_committee", value=_seats(OrganKind.SPECIAL_COMMITTEE)),
    _column("posts", value=_offices),
    _column("work", "person__work"),
    _column("committee", "committee__display"),
    _column("starts", kind="date"),
)
POST_COLUMNS = (
    _column("name", "person__name"),
    _column("posts", "get_kind_display"),
    _column("work", "person__work"),
    _column("committee", "committee__display"),
    _column("starts", kind="date"),
    _column("ends", kind="date"),
)
STAFF_COLUMNS = (
    _column("name", "person__name"),
    _column("organ", "organ__name", places.named(AS_OF)),
    _column("title"),
    _column("rank", "get_rank_display"),
    _column("committee", "committee__display"),
    _column("starts", kind="date"),
)
ORGAN_COLUMNS = (
    _column("organ_name", "name", lambda row: row.name_on(getattr(row, AS_OF, None))),
    _column("organ_kind", "get_kind_display"),
    _column("parent", "parent__name"),
    _column("committee", "committee__display"),
    _column("starts", kind="date"),
)


def _says(subjects: tuple[str, ...], actions: tuple[str, ...], units: tuple[str, ...], no: tuple[str, ...]) -> Any:
    """The whole spoken of with a verb that says so, or with none."""
    return (
        Says(subjects=subjects, actions=actions, units=units, excludes=no),
        Says(subjects=subjects, units=units, excludes=no),
    )


def _stock(key: str, rows: Any, says: tuple[Says, ...], columns: tuple[Column, ...], **more: Any) -> Metric:
    name, unit, meaning = FIGURES[key]
    return Metric(
        key=key, name=name, unit=unit, meaning=meaning, aliases=ALIASES[key], kind=Kind.STOCK, rows=rows,
        says=says, columns=columns, **more,
    )  # fmt: skip


_ONE = {"visible": rules.SEE.rows, "record_kind": "people.member", "cuts": MEMBER_CUTS, "rule": "R0.4"}
V = vocabulary
MEMBERS = _stock(
    "people.members", members, _says(V.MEMBER_SUBJECTS, V.WHOLE_ACTIONS, V.PEOPLE_UNITS, V.NOT_ALL_MEMBERS),
    MEMBER_COLUMNS, **_ONE,
)  # fmt: skip
PARTY_MEMBERS = _stock(
    "people.party_members", _party_members, _says(V.PARTY_SUBJECTS, V.TAKEN_IN, V.PEOPLE_UNITS, V.SOME),
    MEMBER_COLUMNS, **_ONE,
)  # fmt: skip
STANDING_COMMITTEE = _stock(
    "people.standing_committee", board, _says(V.BOARD_SUBJECTS, V.WHOLE_ACTIONS, V.PEOPLE_UNITS, V.SOME),
    MEMBER_COLUMNS, **_ONE,
)  # fmt: skip
STANDING_MEMBERS = _stock(
    "people.standing_members", _standing, _says(V.STANDING_SUBJECTS, V.WHOLE_ACTIONS, V.PEOPLE_UNITS, V.SOME),
    POST_COLUMNS, visible=rules.SEE.rows, rule="R0.7",
)  # fmt: skip
STAFF = _stock(
    "people.staff", staff, _says(V.STAFF_SUBJECTS, V.WHOLE_ACTIONS, V.PEOPLE_UNITS, V.SOME),
    STAFF_COLUMNS, visible=rules.SEE.rows, cuts=STAFF_CUTS, rule="R0.7",
)  # fmt: skip
ORGANS = tuple(
    _stock(key, rows, _says(subjects, V.SET_UP, V.ORGAN_UNITS, V.NOT_THE_ORGANS), ORGAN_COLUMNS, rule="R0.4")
    for key, rows, subjects in (
        ("people.sectors", _sectors, V.SECTOR_SUBJECTS),
        ("people.special_committees", _special_committees, V.COMMITTEE_SUBJECTS),
        ("people.liaison_groups", _liaison_groups, V.GROUP_SUBJECTS),
        ("people.study_groups", _study_groups, V.STUDY_SUBJECTS),
    )
)
