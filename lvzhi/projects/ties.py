"""How the rooms below know projects: attachments and ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.files import rights
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.projects import queries, rules
from lvzhi.projects.models import Lead, Project, Visit
from lvzhi.projects.queries import visiting
from lvzhi.projects.vocabulary.states import LeadState
from lvzhi.projects.vocabulary.words import HELD_AS, HELD_AS_BACKWARD, HELD_AS_FORWARD, PANEL, PANEL_ADD
from lvzhi.search import kinds as search

KIND = queries.KIND
LEAD = "projects.lead"


def _visible(actor: Actor, uid: UUID) -> bool:
    return Project.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def may_add(actor: Actor, project: Project) -> bool:
    """Who may attach: its keepers and the leaders responsible, nobody to a voided one."""
    return project.voided_at is None and rules.carries(actor, project)


def _may_add(actor: Actor, uid: UUID) -> bool:
    project = Project.objects.filter(uid=uid).first()
    return project is not None and may_add(actor, project)


def _committee(uid: UUID) -> int:
    return int(Project.objects.values_list("committee_id", flat=True).get(uid=uid))


def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Names of several projects in one query."""
    return dict(Project.objects.filter(uid__in=uids).values_list("uid", "title"))


def _title(uid: UUID) -> str:
    return titles([uid]).get(uid, "")


def _url(uid: UUID) -> str:
    return reverse("projects:detail", args=[uid])


def _visit(uid: UUID) -> Visit | None:
    return Visit.objects.filter(uid=uid).select_related("project").first()


def _visit_title(uid: UUID) -> str:
    row = _visit(uid)
    return str(row) if row else ""


def _visit_url(uid: UUID) -> str:
    row = _visit(uid)
    return _url(row.project.uid) if row else ""


def _visit_visible(actor: Actor, uid: UUID) -> bool:
    return Visit.objects.filter(rules.of_visible(actor), uid=uid).exists()


def _lead_visible(actor: Actor, uid: UUID) -> bool:
    return Lead.objects.filter(rules.lead_visible.rows(actor), uid=uid).exists()


def lead_takes(actor: Actor, lead: Lead) -> bool:
    """Who may attach evidence to a lead: the member while it waits, its keepers always."""
    if lead.voided_at is not None:
        return False
    return rules.lead_kept(actor, lead) or (lead.state == LeadState.HANDED and rules.lead_own(actor, lead))


def _lead_may_add(actor: Actor, uid: UUID) -> bool:
    lead = Lead.objects.filter(uid=uid).select_related("person").first()
    return lead is not None and lead_takes(actor, lead)


def _lead_titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return dict(Lead.objects.filter(uid__in=list(uids)).values_list("uid", "title"))


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """On the page of an activity: the visits to sites that it was; whoever carries a project there may add one."""
    place = getattr(record, "committee_id", 0)
    rows, hidden = visiting.visits_at(actor, record.uid) if getattr(record, "has_ties", True) else ([], 0)
    lines = [beside.Line(row.project.title, _url(row.project.uid), None, row.went_on, row.by) for row in rows]
    add = ""
    if rules.may_carry(actor, place) and visiting.carried(actor, place).exists():
        add = reverse("projects:site", args=[record.uid])
    return [beside.Panel(PANEL, "target", lines, hidden=hidden, add=add, add_words=PANEL_ADD)]


TEXTS = search.of(
    Project, rules.visible, "projects:detail", ["title"], body=["text", "place"], names=["owner"], day="taken_on",
    organ="organ_id",
)  # fmt: skip


def register() -> None:
    """Say to the rooms below what projects are."""
    search.register(TEXTS)
    beside.register(beside.Beside("projects.visited", frozenset({visiting.ACTIVITY}), panels))
    rights.register(
        LEAD, may_read=_lead_visible, may_add=_lead_may_add,
        committee=lambda uid: int(Lead.objects.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip
    links.register(
        links.Kind(visiting.VISIT, str(Visit._meta.verbose_name), _visit_title, _visit_url, _visit_visible),
        links.Kind(
            LEAD, str(Lead._meta.verbose_name), lambda uid: _lead_titles([uid]).get(uid, ""),
            lambda uid: reverse("projects:lead", args=[uid]), _lead_visible, _lead_titles,
        ),
        links.Role(
            HELD_AS, HELD_AS_FORWARD, HELD_AS_BACKWARD, a_kinds=frozenset({visiting.VISIT}),
            b_kinds=frozenset({visiting.ACTIVITY}),
        ),
    )  # fmt: skip
    rights.register(KIND, may_read=_visible, may_add=_may_add, committee=_committee, as_record=True)
    name, organ = str(Project._meta.verbose_name), links.organ_of(Project.objects)
    links.register(links.Kind(KIND, name, _title, _url, _visible, titles, organ=organ))
