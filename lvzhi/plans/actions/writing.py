"""Drafting a plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.metrics.periods import FIRST_YEAR
from lvzhi.norms import codes
from lvzhi.plans import rules
from lvzhi.plans.models import Plan
from lvzhi.plans.queries import titled
from lvzhi.plans.vocabulary import KINDS, SHAPING, Way
from lvzhi.workflow import engine

FIELDS = ("title", "organ", "preface")
LAST_YEAR = 9999


def begin_plan(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> Plan:
    """Begin a plan of a kind for a year; the kind says how far up it goes for approval.

    Args:
        data: ``kind``, ``year``, ``title``; ``organ`` and ``preface`` where wanted.
        once: key of the request.

    Raises:
        NotAllowed: the actor drafts no plans there.
        Refusal: a field is not in order, or the year has a plan of this title.
    """
    if not rules.may_draft(actor, committee.pk):
        raise NotAllowed("plans.not_drafter", committee=committee.name)
    kind = codes.code(KINDS, committee, str(data.get("kind", "")), clock.as_day(actor.at))
    plan = Plan(
        committee=committee,
        kind=kind.code,
        way=str(kind.extra.get("way") or Way.CHAIRMEN),
        year=_year(data.get("year")),
        created_at=actor.at,
    )
    _keep(plan, data)
    return engine.begin(plan, actor, once=once, year=plan.year, kind=kind.name)


def begun(actor: Actor, once: str | None) -> Plan | None:
    """The plan that this request began already, or None."""
    return engine.begun(Plan, actor, once)


def write_plan(plan: Plan, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Plan:
    """Change title, organ and preface while the plan is being shaped.

    Raises:
        NotAllowed: not its author.
        Conflict: someone else has changed it since ``version``.
        Refusal: a field is not in order, or it is past shaping.
    """
    with transaction.atomic():
        locked = lock(plan)
        rules.author.check(actor, locked)
        if locked.state not in SHAPING or locked.voided_at is not None:
            raise Refusal("plans.not_shaping", state=locked.get_state_display())
        if version is not None and locked.version != version:
            raise Conflict("plans.changed", title=locked.title)
        with line(actor, "plans.written", subject=locked):
            _keep(locked, data)
            locked.version += 1
            locked.save()
    return locked


def lock(plan: Plan) -> Plan:
    """The plan, fresh and locked, with its committee."""
    rows = Plan.objects.select_for_update(of=("self",)).select_related("committee", "organ")
    found: Plan = rows.get(pk=plan.pk)
    return found


def _year(given: Any) -> int:
    text = str(given or "")
    if not text.isdecimal() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise Refusal("plans.year_wrong", field="year", year=text)
    return int(text)


def _keep(plan: Plan, data: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in data:
            value = data[name]
            setattr(plan, name, value.strip() if isinstance(value, str) else value)
    if not plan.title:
        raise Refusal("plans.title_missing", field="title")
    if plan.organ is not None and plan.organ.committee_id != plan.committee_id:
        place = plan.committee.name
        raise Refusal("plans.organ_elsewhere", field="organ", organ=plan.organ.name, committee=place)
    if titled(plan.committee, plan.year, plan.title, plan) is not None:
        raise Refusal("plans.title_taken", field="title", year=plan.year, title=plan.title)
