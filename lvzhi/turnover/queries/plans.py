"""Changes of term and their plans."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee, Term
from lvzhi.committee.queries import terms_of
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.people.models import Member
from lvzhi.turnover import rules
from lvzhi.turnover.models import Archive, Change, Entrant, LooseEnd, OrganPlan

ROSTER_KINDS = (OrganKind.SECTOR.value, OrganKind.SPECIAL_COMMITTEE.value, OrganKind.LIAISON_GROUP.value)


def change_address(change: Any) -> str:
    """The page of a change of term."""
    return reverse("turnover:change", args=[change.uid])


def changes_of(actor: Actor, committee: Committee) -> Any:
    """The committee's changes of term that the actor reads, newest first."""
    rows = Change.objects.live().filter(rules.visible.rows(actor), committee=committee)
    return rows.select_related("old", "committee").order_by("-id")


def change_of(actor: Actor, uid: UUID) -> Change:
    """One of them. Raises `Missing`."""
    rows = Change.objects.filter(rules.visible.rows(actor), uid=uid)
    found: Change | None = rows.select_related("old__committee", "committee").first()
    if found is None:
        raise Missing("turnover.unknown")
    return found


def entrant_of(actor: Actor, uid: UUID) -> Entrant:
    """One person of a plan. Raises `Missing`."""
    rows = Entrant.objects.filter(rules.visible.through("change", Change).rows(actor), uid=uid)
    found: Entrant | None = rows.select_related("change__committee", "change__old", "person", "member").first()
    if found is None:
        raise Missing("turnover.unknown")
    return found


def old_term(committee: Committee) -> Term | None:
    """The term that a change ends: the one that still runs, otherwise the last one."""
    rows = terms_of(committee)
    return rows.filter(ends=None).first() or rows.first()


def present(change: Change) -> Any:
    """Members of the old term whose tenure has not ended before the new one begins."""
    rows = Member.objects.live().filter(committee=change.committee_id, term=change.old_id)
    return rows.filter(Q(ends=None) | Q(ends__gte=change.last_day)).filter(how_left="").select_related("person")


def entrants_of(change: Change, *, mark: str = "", asks: bool = False, sector: str = "") -> Any:
    """Persons of the plan, narrowed; in the order of the roster."""
    rows = Entrant.objects.filter(change=change).select_related("person")
    if mark:
        rows = rows.filter(mark=mark)
    if asks:
        rows = rows.exclude(twins=[]).filter(decided="")
    if sector:
        keys = [one.pk for one in rows if sector in one.organs(OrganKind.SECTOR)]
        rows = rows.filter(pk__in=keys)
    return rows.order_by("mark", "row", "id")


def marks_of(change: Change) -> dict[str, dict[str, Any]]:
    """By mark: how many persons, and about how many somebody has to decide. One query."""
    rows: Any = Entrant.objects.filter(change=change).order_by().values("mark")
    asked = Count("pk", filter=Q(decided="") & ~Q(twins=[]))
    return {row["mark"]: row for row in rows.annotate(many=Count("pk"), asked=asked)}


def written_down(change: Change) -> Any:
    """Loose ends as the run wrote them down."""
    return LooseEnd.objects.filter(change=change).order_by("kind", "id")


def plan_kinds(change: Change) -> dict[str, list[OrganPlan]]:
    """What becomes of the organs, by kind. One query."""
    found: dict[str, list[OrganPlan]] = {}
    for row in OrganPlan.objects.filter(change=change).select_related("organ").order_by("kind", "id"):
        found.setdefault(row.kind, []).append(row)
    return found


def organs_after(change: Change) -> dict[str, list[str]]:
    """Names of the organs of the new term by kind, each once, in their order."""
    return {
        kind: list(dict.fromkeys(name for row in rows for name in row.after))
        for kind, rows in plan_kinds(change).items()
    }


def successors(change: Change) -> dict[tuple[str, str], list[str]]:
    """What an organ of the old term is called in the new one, by (kind, name)."""
    return {
        (row.kind, row.name): row.after
        for rows in plan_kinds(change).values()
        for row in rows
        if row.organ_id is not None
    }


def archive_of(change: Change) -> Archive | None:
    """The sealed list of a change, with its parts."""
    return Archive.objects.filter(change=change).prefetch_related("parts").first()
