"""Registering a project and changing what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.norms import codes
from lvzhi.projects import queries, rules
from lvzhi.projects.actions.money import yuan
from lvzhi.projects.models import Part, Project
from lvzhi.projects.vocabulary.codes import KINDS
from lvzhi.projects.vocabulary.sentences import PLAN_NAMES
from lvzhi.projects.vocabulary.states import Share
from lvzhi.workflow import engine

FIELDS = (
    "title", "way", "owner", "unit", "firm", "organ", "place", "text", "taken_on", "talks_by", "signs_by", "starts_on",
    "ends_on",
)  # fmt: skip
PLANS = ("talks_by", "signs_by", "starts_on", "ends_on")


def register(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> Project:
    """Register a project; the committee's own part begins with it.

    Args:
        data: ``title, way, kind``; any of ``amount`` and `FIELDS`; ``share``, the committee's own part (牵头 where not
            given), and ``person``, who introduced it.
        once: key of the request, so that a second sending finds what the first one began.

    Raises:
        NotAllowed: the actor keeps no projects there.
        Refusal: a name, date or amount is not in order.
    """
    if not rules.may_register(actor, committee.pk):
        raise NotAllowed("projects.not_keeper", committee=committee.name)
    today = clock.as_day(actor.at)
    project = Project(committee=committee, taken_on=today, entered_by=actor.name, created_at=actor.at)
    _keep(project, data, today)
    share = Share(data.get("share") or Share.LEADS)

    def own_part(made: Project) -> None:
        Part(
            project=made, committee=committee, share=share, since=made.taken_on, person=data.get("person"),
            created_at=actor.at,
        ).save()  # fmt: skip

    return engine.begin(project, actor, once=once, does=own_part)


def begun(actor: Actor, once: str | None) -> Project | None:
    """The project that this request began already, or None."""
    return engine.begun(Project, actor, once)


def write(project: Project, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Project:
    """Change what is known of it.

    Raises:
        NotAllowed: not its keeper.
        Conflict: someone else has changed it since ``version``.
        Refusal: it is voided, or what was given is not in order.
    """
    with transaction.atomic():
        locked: Project = Project.objects.select_for_update(of=("self",)).select_related("committee").get(pk=project.pk)
        rules.keeper.check(actor, locked)
        if locked.voided_at is not None:
            raise Refusal("projects.not_editable")
        if version is not None and locked.version != version:
            raise Conflict("projects.changed", title=locked.title)
        with line(actor, "projects.written", subject=locked):
            _keep(locked, data, clock.as_day(actor.at))
            locked.version += 1
            locked.save()
    return locked


def _keep(project: Project, data: Mapping[str, Any], today: Any) -> None:
    """Set the fields that were given."""
    for name in FIELDS:
        if name in data and not (name == "taken_on" and data[name] is None):
            value = data[name]
            setattr(project, name, value.strip() if isinstance(value, str) else value)
    if not project.title:
        raise Refusal("projects.name_missing", field="title")
    if project.taken_on > today:
        raise Refusal("projects.day_ahead", field="taken_on", day=project.taken_on)
    if "kind" in data:
        project.kind = codes.code(KINDS, project.committee, data["kind"], project.taken_on).code
    if "amount" in data:
        project.amount = yuan(data["amount"]) if data["amount"] not in ("", None) else None
    if project.firm is not None and not project.owner:
        project.owner = project.firm.name
    _check_plan(project)
    if project.organ is not None and project.organ.committee_id != project.committee_id:
        raise Refusal(
            "projects.organ_elsewhere", field="organ", organ=project.organ.name, committee=project.committee.name
        )  # fmt: skip
    other = queries.named(project.committee, project.title, project.pk)
    if other is not None:
        raise Refusal("projects.same_name", field="title", title=other.title)


def _check_plan(project: Project) -> None:
    """The days planned for the stages follow each other."""
    earlier = None
    for name in PLANS:
        day = getattr(project, name)
        if day is None:
            continue
        if earlier is not None and day < getattr(project, earlier):
            before = getattr(project, earlier)
            raise Refusal(
                "projects.plan_order", field=name, what=PLAN_NAMES[name], day=day, before=before,
                first=PLAN_NAMES[earlier],
            )  # fmt: skip
        earlier = name
