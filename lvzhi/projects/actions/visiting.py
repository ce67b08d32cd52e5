"""Visits to the site of a project (R11.6)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.projects.models import Project, Visit
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow.declare import Taking


def check_visit(taking: Taking) -> None:
    """A visit that is logged has taken place."""
    if taking.answers["went_on"] > clock.as_day(taking.at):
        raise Refusal("projects.day_ahead", field="went_on", day=taking.answers["went_on"])


def visit(taking: Taking) -> None:
    """Effect of 登记现场督导."""
    project: Project = taking.record
    answers = taking.answers
    Visit(
        project=project, committee_id=project.committee_id, went_on=answers["went_on"],
        by=(answers.get("by") or "").strip() or taking.actor.name, words=answers.get("words") or "",
        found=answers.get("found") or "", created_at=taking.at,
    ).save()  # fmt: skip
    taking.facts["day"] = written_day(answers["went_on"])
