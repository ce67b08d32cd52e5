"""Scope: whose rows a query may speak of. Every query takes one first."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q

from lvzhi.access import Missing, Refusal
from lvzhi.committee import vocabulary
from lvzhi.committee.models import Committee, Organ


@dataclass(frozen=True)
class Scope:
    """A committee, with or without those below it, and perhaps one of its organs.

    Args:
        committee: the committee spoken of.
        below: whether the committees below it count too (全省各级).
        organ: one organ; rows of metrics that can be cut by organ are cut by it.
    """

    committee: Committee
    below: bool = False
    organ: Organ | None = None
    _ids: frozenset[int] | None = field(default=None, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, text: str, below: bool = False, organ: str | Organ | None = None) -> Scope:
        """The scope of a committee given by name, short name or code.

        Raises:
            Missing: `committee.unknown`, or `committee.organ_unknown` for an organ the committee does not have.
            Refusal: `committee.ambiguous` when a short name belongs to several committees.
        """
        committee = find(text)
        if isinstance(organ, str):
            organ = find_organ(committee, organ)
        return cls(committee, below, organ)

    def ids(self) -> frozenset[int]:
        """Ids of the committees covered; at most one query, remembered on the instance."""
        if self._ids is not None:
            return self._ids
        found = self._resolve()
        object.__setattr__(self, "_ids", found)
        return found

    def _resolve(self) -> frozenset[int]:
        if not self.below:
            return frozenset({self.committee.pk})
        return frozenset(Committee.objects.filter(path__startswith=self.committee.path).values_list("pk", flat=True))

    def covers(self, committee: int) -> bool:
        """Whether rows of the committee with this id are inside."""
        return committee in self.ids()

    @property
    def title(self) -> str:
        """What a heading calls it."""
        name = self.committee.display
        if self.below:
            name = vocabulary.BELOW.format(name=name)
        return vocabulary.WITH_ORGAN.format(name=name, organ=self.organ.name) if self.organ else name


def each_below(committee: Committee) -> list[Scope]:
    """Each committee directly below with all below it, in the order of the tree. One query for all of them."""
    rows = list(Committee.objects.filter(path__startswith=committee.path).exclude(pk=committee.pk).order_by("path"))
    found = []
    for child in (row for row in rows if row.parent_id == committee.pk):
        scope = Scope(child, below=True)
        object.__setattr__(scope, "_ids", frozenset(row.pk for row in rows if row.path.startswith(child.path)))
        found.append(scope)
    return found


def find(text: str) -> Committee:
    """The committee of this code, name or short name; raises as `Scope.of` does."""
    wanted = text.strip()
    rows = list(Committee.objects.filter(Q(code=wanted) | Q(name=wanted) | Q(short_name=wanted))) if wanted else []
    for word in ("code", "name"):
        for row in rows:
            if getattr(row, word) == wanted:
                return row
    if not rows:
        raise Missing("committee.unknown", field="committee", name=wanted)
    if len(rows) > 1:
        raise Refusal("committee.ambiguous", field="committee", name=wanted)
    return rows[0]


def find_organ(committee: Committee, text: str) -> Organ:
    """The organ of this code or name, or of a former name, in the committee; of several that bore it, the latest."""
    wanted = text.strip()
    row = Organ.objects.filter(Q(name=wanted) | Q(code=wanted), committee=committee).order_by("-starts").first()
    if row is None and wanted:
        renamed = Organ.objects.filter(committee=committee).exclude(former=[]).order_by("-starts")
        row = next((organ for organ in renamed if any(past["name"] == wanted for past in organ.former)), None)
    if row is None or not wanted:
        raise Missing("committee.organ_unknown", field="organ", name=wanted, committee=committee.display)
    return row
