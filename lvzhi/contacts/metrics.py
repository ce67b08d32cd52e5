"""Figures of the contact network: pairs, contacts, coverage kind by kind, who is behind (R6.18)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.committee.scope import Scope
from lvzhi.contacts import rules
from lvzhi.contacts.queries import figures as rows
from lvzhi.contacts.queries import scheme_name, side_of
from lvzhi.contacts.vocabulary import figures as words
from lvzhi.contacts.vocabulary.codes import MODES, SCHEME_ROWS, SCHEMES
from lvzhi.contacts.vocabulary.states import ContactState, Target
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Distinct, Metric, Says, Share
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind
from lvzhi.norms import codes
from lvzhi.people.metrics import AS_OF, MEMBER_COLUMNS, MEMBER_CUTS, ORGAN_COLUMNS
from lvzhi.people.models import Membership
from lvzhi.people.rules import READ_FILE

PAIR, CONTACT = "contacts.pair", "contacts.contact"
C = words.COLUMNS
BY_ORGAN = ("sector", "special_committee", "liaison_group")
Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def _table(key: str) -> Callable[[Scope, Period], Choices]:
    def choices(scope: Scope, period: Period) -> Choices:
        return [(one.code, one.name, ()) for one in codes.entries(key, scope.committee, period.end)]

    return choices


def _sits(prefix: str, day: str) -> Callable[[str], Q]:
    """Whose far end is the organ, or a member who sits in it on the row's day."""

    def where(value: str) -> Q:
        organ = int(value) if value.isdecimal() else 0
        then = Q(ends=None) | Q(ends__gte=OuterRef(day))
        seats = Membership.objects.live().filter(
            then, member=OuterRef(f"{prefix}other"), organ_id=organ, starts__lte=OuterRef(day)
        )
        return Q(Exists(seats)) | Q(**{f"{prefix}organ_id": organ})

    return where


def _cuts(prefix: str, day: str) -> tuple[Cut, ...]:
    """By the organ of whom is kept in touch with."""
    known = {cut.key: cut for cut in MEMBER_CUTS}
    return tuple(Cut(key, known[key].name, known[key].choices, _sits(prefix, day)) for key in BY_ORGAN)


PAIR_CUTS = (
    Cut("scheme", words.CUTS["scheme"], _table(SCHEMES), lambda value: Q(scheme=value)), *_cuts("", AS_OF),
)  # fmt: skip
CONTACT_CUTS = (
    Cut("scheme", words.CUTS["scheme"], _table(SCHEMES), lambda value: Q(pair__scheme=value)),
    Cut("mode", words.CUTS["mode"], _table(MODES), lambda value: Q(mode=value)),
    *_cuts("pair__", "met_on"),
)


def mode_name(row: Any) -> str:
    """What the mode was called on the day."""
    return codes.name_of(MODES, row.committee_id, row.mode, row.met_on)


PAIR_COLUMNS = (
    Column("scheme", C["scheme"], value=scheme_name),
    Column("near_name", C["near"]),
    Column("far_name", C["far"]),
    Column("starts", C["starts"], kind="date"),
    Column("ends", C["ends"], kind="date"),
    Column("count", C["count"], kind="number"),
    Column("committee__display", C["committee"]),
)
CONTACT_COLUMNS = (
    Column("met_on", C["met_on"], kind="date"),
    Column("pair__near_name", C["near"]),
    Column("pair__far_name", C["far"]),
    Column("mode", C["mode"], value=mode_name),
    Column("topic", C["topic"]),
    Column("scheme", C["scheme"], value=lambda row: scheme_name(row.pair)),
    Column("state", C["state"], value=lambda row: str(ContactState(row.state).label), kind="tag"),
    Column("committee__display", C["committee"]),
)


def _told(key: str) -> dict[str, Any]:
    name, unit, meaning, aliases = words.TOLD[key]
    return {"key": key, "name": name, "unit": unit, "meaning": meaning, "aliases": aliases, "rule": "R6.18"}


def _pairs(key: str, query: Any, kind: str, says: tuple[Says, ...] = ()) -> Metric:
    return Metric(
        **_told(key), rows=query, kind=kind, columns=PAIR_COLUMNS, cuts=PAIR_CUTS, visible=rules.pair_visible.rows,
        record_kind=PAIR, says=says,
    )  # fmt: skip


def _contacts(key: str, query: Any, says: tuple[Says, ...] = ()) -> Metric:
    return Metric(
        **_told(key), rows=query, kind=Kind.FLOW, columns=CONTACT_COLUMNS, cuts=CONTACT_CUTS,
        visible=rules.contact_visible.rows, record_kind=CONTACT, says=says,
    )  # fmt: skip


def _members(key: str, query: Any) -> Metric:
    return Metric(
        **_told(key), rows=query, kind=Kind.STOCK, columns=MEMBER_COLUMNS, cuts=MEMBER_CUTS, visible=READ_FILE.rows,
        record_kind="people.member",
    )  # fmt: skip


PAIRS = _pairs("contacts.pairs", rows.pairs, Kind.STOCK, (Says(subjects=words.PAIR_SUBJECTS, units=words.PAIR_UNITS),))
CONTACTS = _contacts(
    "contacts.contacts", rows.contacts, (Says(subjects=words.CONTACT_SUBJECTS, units=words.CONTACT_UNITS),)
)
WITH_MEMBERS = Metric(
    **_told("contacts.with_members"), rows=rows.with_members, kind=Kind.FLOW, columns=CONTACT_COLUMNS,
    cuts=CONTACT_CUTS, visible=rules.contact_visible.rows, record_kind=CONTACT,
    says=(Says(subjects=words.MEMBER_SUBJECTS, actions=words.KEEPS, units=words.CONTACT_UNITS),),
)  # fmt: skip
REACHED = Distinct(**_told("contacts.reached"), metric=CONTACTS, field="pair__far")
PEOPLE_REACHED = Distinct(**_told("contacts.people_reached"), metric=WITH_MEMBERS, field="pair__far")
PROBLEMS = _contacts("contacts.problems", rows.problems)
STANDING = _pairs("contacts.standing", rows.standing, Kind.STANDING)
ACTIVE = _pairs("contacts.active", rows.active, Kind.STANDING)
QUIET = _pairs("contacts.quiet", rows.quiet, Kind.STANDING)
COVERAGE = Share(
    **_told("contacts.coverage"), part=ACTIVE, whole=STANDING,
    says=(Says(subjects=words.RATE_SUBJECTS, units=("%",)),),
)  # fmt: skip
BEHIND = _pairs("contacts.behind", rows.behind, Kind.STOCK)
WITHOUT_PARTNER = _members("contacts.without_partner", rows.without_partner)
WITHOUT_PAIR = _members("contacts.without_pair", rows.without_pair)


def _rows_of(code: str, target: str, *, covered: bool) -> Callable[[Scope, Period], Any]:
    """The rows of one kind's figure, over members or organs."""
    person = target == Target.PERSON

    def found(scope: Scope, period: Period) -> Any:
        if person:
            return (rows.covered_members if covered else rows.far_members)(scope, period, code)
        return (rows.covered_organs if covered else rows.far_organs)(scope, period, code)

    return found


def _share(code: str, name: str, far: str) -> Share:
    """Whom a kind of contact ought to reach, and whom it does."""
    target = side_of(far).target or ""
    person = target == Target.PERSON
    more: dict[str, Any] = {"unit": words.ONE[person], "kind": Kind.STOCK, "rule": "R6.18"}
    if person:
        more |= {
            "columns": MEMBER_COLUMNS, "cuts": MEMBER_CUTS, "visible": READ_FILE.rows, "record_kind": "people.member",
        }  # fmt: skip
    else:
        more |= {"columns": ORGAN_COLUMNS}
    part, whole = (
        Metric(
            key=f"contacts.{word}_{code}", name=said.format(scheme=name), meaning=meaning.format(scheme=name),
            rows=_rows_of(code, target, covered=word == "covered"), **more,
        )
        for word, said, meaning in (
            ("covered", words.COVERED, words.COVERED_MEANING), ("whole", words.WHOLE, words.WHOLE_MEANING),
        )
    )  # fmt: skip
    return Share(
        key=f"contacts.share_{code}", name=words.SHARE.format(scheme=name), meaning=words.SHARE_MEANING, part=part,
        whole=whole, rule="R6.18",
    )  # fmt: skip


COUNTED = (Target.PERSON, Target.ORGAN)
SHARES = {row[0]: _share(row[0], row[1], row[4]) for row in SCHEME_ROWS if side_of(row[4]).target in COUNTED}
ALL = (
    PAIRS, STANDING, CONTACTS, WITH_MEMBERS, REACHED, PEOPLE_REACHED, ACTIVE, COVERAGE, QUIET, BEHIND, WITHOUT_PARTNER,
    WITHOUT_PAIR, PROBLEMS, *(one for share in SHARES.values() for one in (share.part, share.whole, share)),
)  # fmt: skip


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*ALL)
