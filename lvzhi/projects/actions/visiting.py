"""Visits to the site of a project, and the activity that one was too (R11.6)."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Subject, line
from lvzhi.links.actions import tie
from lvzhi.projects import rules
from lvzhi.projects.models import Project, Visit
from lvzhi.projects.queries import visiting
from lvzhi.projects.vocabulary.words import HELD_AS
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def check_visit(taking: Taking) -> None:
    """A visit that is logged has taken place, and the activity that it was is not counted as one already."""
    answers = taking.answers
    if answers["went_on"] > clock.as_day(taking.at):
        raise Refusal("projects.day_ahead", field="went_on", day=answers["went_on"])
    if answers.get("activity"):
        _free(taking.actor, taking.record, answers["activity"])


def visit(taking: Taking) -> None:
    """Effect of 登记现场督导: a visit here; the activity that it was stays one activity there."""
    project: Project = taking.record
    answers = taking.answers
    made = Visit(
        project=project, committee_id=project.committee_id, went_on=answers["went_on"],
        by=(answers.get("by") or "").strip() or taking.actor.name, words=answers.get("words") or "",
        found=answers.get("found") or "", created_at=taking.at,
    )  # fmt: skip
    made.save()
    if answers.get("activity"):
        _tie(taking.actor, made, answers["activity"])
    taking.facts["day"] = written_day(answers["went_on"])


def tie_visit(actor: Actor, visit: Visit, activity: Any) -> None:
    """Say that a visit logged before was an activity.

    Raises:
        NotAllowed: neither a keeper nor a leader responsible.
        Refusal: voided, tied already, or no such activity.
    """
    rules.visit_kept.check(actor, visit)
    with transaction.atomic():
        locked = Project.objects.select_for_update(of=("self",)).get(pk=visit.project_id)
        if visit.voided_at is not None or not visit.on_site:
            raise Refusal("projects.not_editable")
        _free(actor, locked, activity)
        if visiting.held_as(actor, [visit]):
            raise Refusal("projects.visit_tied", field="activity")
        _tie(actor, visit, activity)


def _free(actor: Actor, project: Project, activity: Any) -> None:
    uid = visiting.activity(actor, activity)[0]
    if visiting.counted_as(project, uid):
        raise Refusal("projects.activity_counted", field="activity")


def _tie(actor: Actor, visit: Visit, activity: Any) -> None:
    uid, title, _, _ = visiting.activity(actor, activity)
    tie(actor, HELD_AS, visit, Subject(visiting.ACTIVITY, uid, title, visit.committee_id))


def reckon(actor: Actor, project: Project) -> None:
    """Say anew when the next visit is due, after one was voided or brought back."""
    with transaction.atomic():
        locked = Project.objects.select_for_update(of=("self",)).select_related("committee").get(pk=project.pk)
        was = locked.due_on
        engine.refresh_clock(locked)
        if locked.due_on != was:
            with line(actor, "projects.reckoned", subject=locked):
                locked.save()
