"""Reads of projects, scope or actor first."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.accounts.models import Account
from lvzhi.accounts.queries import holders
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.links.queries import any_of
from lvzhi.metrics.periods import Period
from lvzhi.projects import rules
from lvzhi.projects.models import Charge, Fund, Part, Project, Visit
from lvzhi.projects.vocabulary.states import Money, Way

Rows = QuerySet[Any]
KIND = "projects.project"


def one(actor: Actor, uid: Any) -> Project:
    """The project of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rows = Project.objects.filter(rules.visible.rows(actor), uid=uid)
    found = rows.select_related("committee", "organ", "unit", "firm").first()
    if found is None:
        raise Missing("projects.unknown")
    charges = Charge.objects.live().filter(project=found).annotate(own=F("person__account_id"))
    found.charges_read = list(charges)
    now = [(row.account_id, row.own) for row in found.charges_read if row.until is None]
    found.charged_now = {account for pair in now for account in pair if account is not None}
    return found


def listed(rows: Rows) -> Rows:
    """With what a line of the list shows: visits, the last of them, leaders."""
    went = Q(visits__voided_at=None, visits__on_site=True)
    told: Rows = rows.select_related("committee", "organ", "unit").defer("text").prefetch_related("charges")
    found: Rows = told.annotate(went=Count("visits", filter=went), last=Max("visits__went_on", filter=went))
    return found


def readable(actor: Actor, committee: Committee) -> Rows:
    """Projects that a committee registered or has a part in, as far as the actor may read them."""
    taken = Part.objects.live().filter(committee=committee).values("project_id")
    rows = Project.objects.filter(Q(committee=committee) | Q(pk__in=taken))
    return listed(rows.filter(rules.visible.rows(actor)))


def mine(actor: Actor) -> Rows:
    """Projects that the actor is responsible for now."""
    return listed(Project.objects.live().filter(rules.in_charge.rows(actor)))


def leaders_of(project: Project) -> list[Charge]:
    """Who is or was responsible, those of today first."""
    known = project.charges_read
    rows = list(Charge.objects.live().filter(project=project)) if known is None else known
    return sorted(rows, key=lambda row: (row.until is not None, row.duty != "lead", row.since, row.pk))


def visits_of(project: Project) -> list[Visit]:
    """All visits, the latest first; those taken out of every figure too, which the page sets apart."""
    return list(Visit.objects.filter(project=project).annotate(tied=any_of("projects.visit")))


def funds_of(project: Project) -> list[Fund]:
    """Money in the order in which it came; what was taken out of every figure too."""
    return list(Fund.objects.filter(project=project))


def parts_of(project: Project) -> list[Part]:
    """Which committees take part."""
    return list(Part.objects.live().filter(project=project).select_related("committee", "person"))


def leaders_here(committee: Committee | int, day: dt.date) -> Any:
    """Accounts of the leaders of a committee on a day."""
    place = committee if isinstance(committee, int) else committee.pk
    return Account.objects.filter(pk__in=holders("leader", committee=place, on=day)).order_by("name", "pk")


def charge_open(project: Project, who: str) -> bool:
    """Whether somebody is responsible now."""
    return Charge.objects.live().filter(project=project, who=who, until=None).exists()


def part_known(project: Project, committee: Committee) -> bool:
    """Whether the committee's part is registered."""
    return Part.objects.live().filter(project=project, committee=committee).exists()


def named(committee: Committee, title: str, but: int | None = None) -> Project | None:
    """A project of the committee of that name."""
    rows = Project.objects.live().filter(committee=committee, title=title)
    return rows.first() if but is None else rows.exclude(pk=but).first()


def titles_of(committee: Committee) -> set[str]:
    """Names of all projects that the committee registered."""
    return set(Project.objects.live().filter(committee=committee).values_list("title", flat=True))


def related(committee: Committee) -> Any:
    """The committee, those above it and all below: whose part in its projects may be registered."""
    family = Q(pk__in=committee.chain_ids()) | Q(path__startswith=committee.path)
    return Committee.objects.filter(family).order_by("path")


def matching(rows: Rows, text: str) -> Rows:
    """Projects whose name, owner, place or leader holds the text."""
    leaders = Charge.objects.live().filter(project=OuterRef("pk"), name__icontains=text)
    return rows.filter(
        Q(title__icontains=text) | Q(owner__icontains=text) | Q(place__icontains=text) | Exists(leaders)
    )  # fmt: skip


def with_leader(rows: Rows, *, has: bool) -> Rows:
    """Projects with, or without, a leader responsible now."""
    now = Exists(Charge.objects.live().filter(project=OuterRef("pk"), until=None))
    return rows.filter(now) if has else rows.filter(~now)


# Rows of figures.


def taken_part(scope: Scope, period: Period) -> Rows:
    """Projects that a committee of the scope had a part in at some time of the period: each one once (R11.7)."""
    parts: Rows = Part.objects.live().within(scope).filter(since__lte=period.end)
    parts = parts.filter(Q(until=None) | Q(until__gte=period.start))
    rows = Project.objects.live().filter(pk__in=parts.values("project_id"))
    found: Rows = rows.select_related("committee")
    return found if scope.organ is None else found.filter(organ=scope.organ)


def cared(scope: Scope, period: Period) -> Rows:
    """Of those, the ones for which a leader is responsible in the period."""
    return taken_part(scope, period).filter(pk__in=charges(scope, period).values("project_id"))


def invested(scope: Scope, period: Period) -> Rows:
    """Of those, the ones that were brought in."""
    return taken_part(scope, period).filter(way=Way.INVEST)


def signed(scope: Scope, period: Period) -> Rows:
    """Of those, the ones brought in and signed in the period."""
    return invested(scope, period).filter(signed_on__range=(period.start, period.end))


def applied(scope: Scope, period: Period) -> Rows:
    """Of those, the ones applied for and granted in the period."""
    rows = taken_part(scope, period).filter(way=Way.APPLY)
    return rows.filter(signed_on__range=(period.start, period.end))


def deeds(scope: Scope, period: Period) -> Rows:
    """Practical deeds finished in the period."""
    rows = taken_part(scope, period).filter(way=Way.DEED)
    return rows.filter(finished_on__range=(period.start, period.end))


def charges(scope: Scope, period: Period) -> Rows:
    """Leaders responsible at some time of the period, one row a project and leader."""
    rows: Rows = Charge.objects.live().within(scope).filter(since__lte=period.end, project__voided_at=None)
    rows = rows.filter(Q(until=None) | Q(until__gte=period.start)).select_related("project")
    return rows if scope.organ is None else rows.filter(project__organ=scope.organ)


def visits(scope: Scope, period: Period) -> Rows:
    """Visits to sites in the period."""
    rows: Rows = (
        Visit.objects.live().within(scope).filter(project__voided_at=None, on_site=True).select_related("project")
    )
    rows = rows if scope.organ is None else rows.filter(project__organ=scope.organ)
    return rows.filter(went_on__range=(period.start, period.end))


def money(scope: Scope, period: Period) -> Rows:
    """Money that came in the period, of either kind."""
    rows: Rows = Fund.objects.live().within(scope).filter(project__voided_at=None).select_related("project")
    rows = rows if scope.organ is None else rows.filter(project__organ=scope.organ)
    return rows.filter(got_on__range=(period.start, period.end))


def granted(scope: Scope, period: Period) -> Rows:
    """Of that, funds obtained."""
    return money(scope, period).filter(money=Money.GRANTED)


def arrived(scope: Scope, period: Period) -> Rows:
    """Of that, investment that arrived."""
    return money(scope, period).filter(money=Money.ARRIVED)
