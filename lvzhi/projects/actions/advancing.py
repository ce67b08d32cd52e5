"""How far a project has come: dates and amounts of each stage (R11.7)."""

from __future__ import annotations

from datetime import date

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.projects.actions.money import yuan
from lvzhi.projects.models import Charge, Part, Project
from lvzhi.projects.vocabulary.sentences import BEFORE
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow.declare import Taking


def check_day(taking: Taking) -> None:
    """The day is not to come, and not before the stages that went before."""
    project: Project = taking.record
    day: date = taking.answers["on"]
    if day > clock.as_day(taking.at):
        raise Refusal("projects.day_ahead", field="on", day=day)
    earlier = {"signed": project.signed_on, "built": project.built_on}
    for what, before in earlier.items():
        if before is not None and day < before:
            raise Refusal("projects.day_early", field="on", day=day, what=BEFORE[what], before=before)


def talk(taking: Taking) -> None:
    """Effect of 开始洽谈对接."""
    taking.record.talked_on = clock.as_day(taking.at)


def sign(taking: Taking) -> None:
    """Effect of 签约获批: the day, and the amount where one is agreed."""
    project: Project = taking.record
    project.signed_on = taking.answers["on"]
    if taking.answers.get("amount"):
        project.signed_amount = yuan(taking.answers["amount"])
    _say(taking)


def build(taking: Taking) -> None:
    """Effect of 开工."""
    taking.record.built_on = taking.answers["on"]
    _say(taking)


def finish(taking: Taking) -> None:
    """Effect of 竣工投产: those responsible and those taking part have done with it."""
    taking.record.finished_on = taking.answers["on"]
    _end_all(taking.record, taking.answers["on"])
    _say(taking)


def drop(taking: Taking) -> None:
    """Effect of 终止."""
    project: Project = taking.record
    project.left_on = clock.as_day(taking.at)
    project.ground = taking.answers["ground"]
    _end_all(project, project.left_on)


def resume(taking: Taking) -> None:
    """Effect of 恢复推进: the parts run on; leaders are named anew."""
    project: Project = taking.record
    for row in Part.objects.live().filter(project=project, until=project.left_on):
        row.until = None
        row.version += 1
        row.save()
    project.left_on = None
    project.ground = ""


def _end_all(project: Project, day: date) -> None:
    for model in (Charge, Part):
        for row in model.objects.live().filter(project=project, until=None):
            row.until = max(day, row.since)
            row.version += 1
            row.save()


def _say(taking: Taking) -> None:
    taking.facts["day"] = written_day(taking.answers["on"])
