"""How the rooms below know plans: attachments, ties, and the addresses of records of any room."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor, Refusal, Rule
from lvzhi.files import rights
from lvzhi.links import kinds as links
from lvzhi.plans import rules
from lvzhi.plans.models import Campaign, Plan, Task
from lvzhi.plans.vocabulary import (
    GROUPED,
    GROUPED_BACKWARD,
    GROUPED_FORWARD,
    SERVES,
    SERVES_BACKWARD,
    SERVES_FORWARD,
    PlanState,
)
from lvzhi.search import kinds as search

UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def may_add(actor: Actor, plan: Plan) -> bool:
    """Who attaches to a plan: its author, until it is closed."""
    return plan.voided_at is None and plan.state != PlanState.CLOSED and rules.author(actor, plan)


def _may_add(actor: Actor, uid: UUID) -> bool:
    plan = Plan.objects.filter(uid=uid).first()
    return plan is not None and may_add(actor, plan)


def _committee(uid: UUID) -> int:
    return int(Plan.objects.values_list("committee_id", flat=True).get(uid=uid))


def _kind(model: Any, rule: Rule, address: str) -> links.Kind:
    """How links speaks of one of the room's models."""

    def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
        rows = model.objects.filter(uid__in=uids)
        return {row.uid: getattr(row, "title_for_people", str(row)) for row in rows}

    def visible(actor: Actor, uid: UUID) -> bool:
        return bool(model.objects.filter(rule.rows(actor), uid=uid).exists())

    url: Callable[[UUID], str] = lambda uid: reverse(address, args=[uid])  # noqa: E731  reason: one of several readers
    name = str(model._meta.verbose_name)
    return links.Kind(
        model._meta.label_lower,
        name,
        lambda uid: titles([uid]).get(uid, ""),
        url,
        visible,
        titles,
        organ=links.organ_of(model.objects),
    )


def record_at(actor: Actor, address: str) -> tuple[str, UUID]:
    """Kind and uid of the record whose page has this address.

    Raises:
        Refusal: no page of a record, or one that the actor may not open.
    """
    path = urlsplit(address.strip()).path
    found = UID.search(path)
    if found is None:
        raise Refusal("plans.evidence_elsewhere", field="address", title=address.strip())
    uid = UUID(found.group())
    for kind in links.kinds():
        if kind.url(uid) == path and kind.visible(actor, uid):
            return kind.kind, uid
    raise Refusal("plans.evidence_unknown", field="address")


TEXTS = (
    search.of(
        Plan, rules.visible, "plans:plan", ["title"], body=["preface", "summary"], number=["document_no"],
        day="approved_on", organ="organ_id",
    ),
    search.of(Task, rules.visible_task, "plans:task", ["topic"], names=["leader"], day="due", organ="organ_id"),
    search.of(Campaign, rules.inside, "plans:campaign", ["name"], body=["meaning"], day="starts", organ="organ_id"),
)  # fmt: skip


def register() -> None:
    """Say to the rooms below what plans are."""
    search.register(*TEXTS)
    rights.register("plans.plan", may_read=_plan_seen, may_add=_may_add, committee=_committee, as_record=True)
    links.register(
        _kind(Plan, rules.visible, "plans:plan"),
        _kind(Task, rules.visible_task, "plans:task"),
        _kind(Campaign, rules.inside, "plans:campaign"),
        links.Role(SERVES, SERVES_FORWARD, SERVES_BACKWARD, b_kinds=frozenset({"plans.task"})),
        links.Role(GROUPED, GROUPED_FORWARD, GROUPED_BACKWARD, b_kinds=frozenset({"plans.campaign"})),
    )


def _plan_seen(actor: Actor, uid: UUID) -> bool:
    return Plan.objects.filter(rules.visible.rows(actor), uid=uid).exists()
