"""Reads of the committee room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Case, Q, QuerySet, When

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee, Organ, OrganSuccession, Session, Term
from lvzhi.committee.scope import Scope, find, find_organ
from lvzhi.committee.vocabulary import EVERY_ROLE

__all__ = [
    "Node",
    "by_uid",
    "chain",
    "descends",
    "find",
    "find_organ",
    "heirs",
    "home_of",
    "last_plenary",
    "named",
    "nested",
    "organ_by_uid",
    "organ_choices",
    "organs_of",
    "organs_on",
    "origins",
    "related",
    "session_by_uid",
    "session_on",
    "sessions_of",
    "subtree",
    "term_by_uid",
    "term_on",
    "terms_of",
    "tree",
]


def _id(committee: Committee | int) -> int:
    return committee if isinstance(committee, int) else committee.pk


def tree(ids: Iterable[int] | None = None) -> list[Committee]:
    """Committees in the order of the tree, parents before children; only those of `ids` where given. One query."""
    rows = Committee.objects.order_by("path")
    return list(rows if ids is None else rows.filter(pk__in=list(ids)))


@dataclass
class Node:
    """A committee with those below it, for showing the tree."""

    committee: Committee
    below: list[Node] = field(default_factory=list)


def nested(rows: Iterable[Committee]) -> list[Node]:
    """Committees in the order of the tree as nested nodes; one whose parent is not among them stands on top."""
    nodes: dict[int, Node] = {}
    tops: list[Node] = []
    for row in rows:
        node = nodes[row.pk] = Node(row)
        upper = nodes.get(row.parent_id) if row.parent_id else None
        (upper.below if upper else tops).append(node)
    return tops


def subtree(committee: Committee) -> list[Committee]:
    """The committee and all below it, in the order of the tree. One query."""
    return list(Committee.objects.filter(path__startswith=committee.path).order_by("path"))


def chain(committee: Committee | int) -> list[Committee]:
    """The committee and those above it, nearest first. One query (two when only the id is given)."""
    own = Committee.objects.get(pk=committee) if isinstance(committee, int) else committee
    ids = own.chain_ids()
    rows = Committee.objects.in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def below(committee: Committee) -> QuerySet[Committee]:
    """The committees directly below, in the order of the tree."""
    return Committee.objects.filter(parent=committee).order_by("path")


def related(committee: Committee) -> QuerySet[Committee]:
    """The committees above, and those directly below: whom papers and joint work go to. In the order of the tree."""
    above = [pk for pk in committee.chain_ids() if pk != committee.pk]
    return Committee.objects.filter(Q(pk__in=above) | Q(parent=committee)).order_by("path")


def by_uid(uid: UUID | str) -> Committee:
    """The committee with this uid. Raises `Missing`."""
    row = Committee.objects.filter(uid=uid).select_related("parent").first()
    if row is None:
        raise Missing("access.missing")
    return row


def term_by_uid(uid: UUID | str) -> Term:
    """The term with this uid. Raises `Missing`."""
    row = Term.objects.filter(uid=uid).select_related("committee").first()
    if row is None:
        raise Missing("access.missing")
    return row


def session_by_uid(uid: UUID | str) -> Session:
    """The session with this uid. Raises `Missing`."""
    row = Session.objects.filter(uid=uid).select_related("term", "committee").first()
    if row is None:
        raise Missing("access.missing")
    return row


def organ_by_uid(uid: UUID | str) -> Organ:
    """The organ with this uid. Raises `Missing`."""
    row = Organ.objects.filter(uid=uid).select_related("committee", "parent").first()
    if row is None:
        raise Missing("access.missing")
    return row


def terms_of(committee: Committee | int) -> QuerySet[Term]:
    """Terms of a committee, newest first."""
    return Term.objects.filter(committee_id=_id(committee)).order_by("-starts")


def sessions_of(committee: Committee | int) -> QuerySet[Session]:
    """Plenary sessions of a committee, newest first, with their terms."""
    return Session.objects.filter(committee_id=_id(committee)).select_related("term").order_by("-opens")


def term_on(committee: Committee | int, day: dt.date) -> Term | None:
    """The term that holds `day`, or None before the first and between two."""
    return terms_of(committee).filter(Q(ends=None) | Q(ends__gte=day), starts__lte=day).first()


def last_plenary(committee: Committee | int, day: dt.date) -> Session | None:
    """The session that opened last on or before `day`: the start of the period 'since the last plenary'."""
    return sessions_of(committee).filter(opens__lte=day).first()


def session_on(committee: Committee | int, day: dt.date) -> Session | None:
    """The session a paper of `day` is counted to (届次, R1.9).

    That whose window holds the day; otherwise the last one opened, since what comes after the deadline becomes an
    inter-session proposal of it (R1.8).
    """
    holds = Q(window_from__lte=day, window_until__gte=day)
    rows = sessions_of(committee).filter(holds | Q(opens__lte=day))
    return rows.order_by(Case(When(holds, then=0), default=1), "-opens").first()


def organs_of(scope: Scope, kind: str | None = None) -> QuerySet[Organ]:
    """Organs in the scope, whether they still stand or not."""
    rows = Organ.objects.filter(committee_id__in=scope.ids()).select_related("parent")
    if scope.organ is not None:
        rows = rows.filter(Q(pk=scope.organ.pk) | Q(parent_id=scope.organ.pk))
    return rows.filter(kind=kind) if kind else rows


def organs_on(committee: Committee | int, day: dt.date, kind: str | None = None) -> QuerySet[Organ]:
    """Organs of a committee that stand on `day`."""
    rows = Organ.objects.filter(Q(ends=None) | Q(ends__gte=day), committee_id=_id(committee), starts__lte=day)
    return rows.filter(kind=kind) if kind else rows


def named(day: str, path: str = "organ") -> Callable[[Any], str]:
    """Reads from a row what its organ was called on the row's own day; both are paths with `__`. For columns."""

    def read(row: Any) -> str:
        organ = _at(row, path)
        return "" if organ is None else str(organ.name_on(_at(row, day)))

    return read


def _at(row: Any, path: str) -> Any:
    for step in path.split("__"):
        row = getattr(row, step, None)
    return row


def organ_choices(organs: Iterable[Organ], day: dt.date) -> list[tuple[str, str, tuple[str, ...]]]:
    """Organs as the values of a dimension: key, what each was called on the day, what else it has been called."""
    found = []
    for organ in organs:
        name = organ.name_on(day)
        every = (organ.name, *(str(past["name"]) for past in organ.former))
        found.append((str(organ.pk), name, tuple(one for one in every if one != name)))
    return found


def heirs(organ: Organ) -> list[OrganSuccession]:
    """Into what the organ passed, the main heir first."""
    rows = OrganSuccession.objects.filter(organ_from=organ).select_related("organ_to")
    return list(rows.order_by("-main", "id"))


def origins(organ: Organ) -> list[OrganSuccession]:
    """From what the organ came, the latest first."""
    rows = OrganSuccession.objects.filter(organ_to=organ).select_related("organ_from")
    return list(rows.order_by("-on", "id"))


def descends(organ: Organ, from_organ: Organ) -> bool:
    """Whether `organ` came, over any number of successions, from `from_organ`."""
    seen: set[int] = set()
    front = {organ.pk}
    while front:
        if from_organ.pk in front:
            return True
        seen |= front
        rows = OrganSuccession.objects.filter(organ_to_id__in=front).values_list("organ_from_id", flat=True)
        front = set(rows) - seen
    return False


def home_of(actor: Actor, roles: Iterable[str] = EVERY_ROLE) -> Committee:
    """The committee whose pages somebody sees first: where the first of these roles is held, else the first of all.

    Raises:
        Missing: there is no committee yet.
    """
    rows = Committee.objects.order_by("path")
    for role in roles:
        held = actor.committees(role)
        if held:
            found = rows.filter(pk__in=held).first()
            if found is not None:
                return found
    top = rows.first()
    if top is None:
        raise Missing("access.missing")
    return top
