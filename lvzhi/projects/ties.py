"""How the rooms below know projects: attachments and ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.files import rights
from lvzhi.links import kinds as links
from lvzhi.projects import queries, rules
from lvzhi.projects.models import Project

KIND = queries.KIND


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


def register() -> None:
    """Say to the rooms below what projects are."""
    rights.register(KIND, may_read=_visible, may_add=_may_add, committee=_committee)
    name, organ = str(Project._meta.verbose_name), links.organ_of(Project.objects)
    links.register(links.Kind(KIND, name, _title, _url, _visible, titles, organ=organ))
