"""Reading ties from either end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from lvzhi.access import Actor
from lvzhi.journal.models import Sealed
from lvzhi.links import vocabulary
from lvzhi.links.kinds import kind_of, role_of
from lvzhi.links.models import Tie


@dataclass(frozen=True)
class Seen:
    """A tie as one end sees it: `kind` and `uid` are the other end's."""

    tie: Tie
    kind: str
    uid: UUID
    outward: bool

    @property
    def role(self) -> str:
        return self.tie.role

    @property
    def word(self) -> str:
        """The role read from this end."""
        role = role_of(self.tie.role)
        return role.forward if self.outward or role.symmetrical else role.backward

    @property
    def title(self) -> str:
        """The other record's title (a query; for lists use `lines`)."""
        kind = kind_of(self.kind)
        return (kind.title(self.uid) if kind else "") or vocabulary.GONE

    @property
    def url(self) -> str:
        """The other record's page, "" for a kind nobody registered."""
        kind = kind_of(self.kind)
        return kind.url(self.uid) if kind else ""


@dataclass(frozen=True)
class Shown:
    """A line of the list on a record's page; without right to the other record only that it is there."""

    seen: Seen
    title: str
    url: str
    name: str

    @property
    def word(self) -> str:
        return self.seen.word

    @property
    def tie(self) -> Tie:
        return self.seen.tie


def between(kind: str, uids: Iterable[UUID]) -> Q:
    """Ties that have one of these records at either end."""
    wanted = list(uids)
    return Q(a_kind=kind, a_uid__in=wanted) | Q(b_kind=kind, b_uid__in=wanted)


def any_of(kind: str) -> Exists:
    """Whether a record of a kind has open ties, as an annotation of its own query: a page without any asks no more."""
    ends = Q(a_kind=kind, a_uid=OuterRef("uid")) | Q(b_kind=kind, b_uid=OuterRef("uid"))
    return Exists(Tie.objects.filter(ends, ends__isnull=True))


def standing(day: dt.date | None) -> Q:
    """Open ties; with a day, those standing on it (its last day included)."""
    if day is None:
        return Q(ends=None)
    return Q(starts__lte=day) & (Q(ends=None) | Q(ends__gte=day))


def ties(obj: Sealed, role: str | None = None, *, on: dt.date | None = None) -> list[Seen]:
    """The open ties of a record in both directions, oldest first, in one query; those standing on a day where given."""
    return ties_of(obj._meta.label_lower, [obj.uid], role, on=on)[obj.uid]


def ties_of(
    kind: str, uids: Sequence[UUID], role: str | None = None, *, on: dt.date | None = None
) -> dict[UUID, list[Seen]]:
    """As `ties`, for many records of a kind in one query."""
    found: dict[UUID, list[Seen]] = {uid: [] for uid in uids}
    rows: QuerySet[Tie, Tie] = Tie.objects.filter(between(kind, uids) & standing(on))
    if role is not None:
        rows = rows.filter(role=role)
    for tie in rows.order_by("starts", "pk"):
        if tie.a_kind == kind and tie.a_uid in found:
            found[tie.a_uid].append(Seen(tie, tie.b_kind, tie.b_uid, outward=True))
        if tie.b_kind == kind and tie.b_uid in found:
            found[tie.b_uid].append(Seen(tie, tie.a_kind, tie.a_uid, outward=False))
    return found


def tied(role: str, kind: str, other_kind: str, *, on: dt.date | None = None) -> QuerySet[Tie, UUID]:
    """Uids of the records of `kind` that stand at end a of such a tie, for filtering: `filter(uid__in=tied(…))`."""
    rows = Tie.objects.filter(standing(on), role=role, a_kind=kind, b_kind=other_kind)
    return rows.values_list("a_uid", flat=True)


def lines(actor: Actor, obj: Sealed, role: str | None = None) -> list[Shown]:
    """The ties of a record for its page, titles fetched kind by kind; what the actor may not see shows no title."""
    seen = ties(obj, role)
    titles: dict[tuple[str, UUID], str] = {}
    for name in {each.kind for each in seen}:
        kind = kind_of(name)
        if kind is not None and kind.titles is not None:
            wanted = [each.uid for each in seen if each.kind == name]
            titles |= {(name, uid): title for uid, title in kind.titles(wanted).items()}
    shown = []
    for each in seen:
        kind = kind_of(each.kind)
        if kind is None:
            shown.append(Shown(each, vocabulary.GONE, "", each.kind))
        elif not kind.visible(actor, each.uid):
            shown.append(Shown(each, vocabulary.HIDDEN, "", kind.name))
        else:
            title = titles.get((each.kind, each.uid)) or each.title
            shown.append(Shown(each, title, kind.url(each.uid), kind.name))
    return shown
