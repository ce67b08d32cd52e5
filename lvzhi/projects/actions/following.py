"""What is done next about a project and by when: a lead goes on or is lost by its next step (R11.7)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.projects.models import Project, Visit
from lvzhi.workflow.declare import Taking


def check_note(taking: Taking) -> None:
    """A next step and its day belong together; the day has not passed."""
    words, day = taking.answers.get("next_words") or "", taking.answers.get("next_on")
    if bool(words.strip()) != (day is not None):
        raise Refusal("projects.next_both", field="next_on" if words.strip() else "next_words")
    if day is not None and day < clock.as_day(taking.at):
        raise Refusal("projects.next_passed", field="next_on", day=day)


def note(taking: Taking) -> None:
    """Effect of 登记跟进: what was done, and what comes next."""
    project: Project = taking.record
    Visit(
        project=project, committee_id=project.committee_id, on_site=False, went_on=clock.as_day(taking.at),
        by=taking.actor.name, words=taking.answers["words"].strip(), created_at=taking.at,
    ).save()  # fmt: skip
    project.next_words = (taking.answers.get("next_words") or "").strip()
    project.next_on = taking.answers.get("next_on")


def settled(taking: Taking) -> None:
    """Effect of an end: nothing comes next."""
    taking.record.next_words = ""
    taking.record.next_on = None
