"""Checking, signing and withdrawing a paper."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.papers.actions.numbering import number, number_by_hand
from lvzhi.papers.models import Paper
from lvzhi.workflow.declare import Taking


def check_text(taking: Taking) -> None:
    """A paper that goes on has a text or an attachment."""
    paper: Paper = taking.record
    if not paper.text.strip() and not files_of(paper._meta.label_lower, paper.uid):
        raise Refusal("papers.empty", title=paper.title)


def note_check(taking: Taking) -> None:
    """Effect of 核稿."""
    paper: Paper = taking.record
    paper.checker = taking.actor.name
    paper.opinion = taking.answers.get("opinion", "")


def note_opinion(taking: Taking) -> None:
    """Effect of 退回修改."""
    paper: Paper = taking.record
    paper.opinion = taking.answers["opinion"]


def check_issue(taking: Taking) -> None:
    """The day written on a document is not to come."""
    day = taking.answers["dated_on"]
    if day > clock.as_day(taking.at):
        raise Refusal("papers.dated_ahead", field="dated_on", day=day)


def issue(taking: Taking) -> None:
    """Effect of 签发: signer, day and number; a number left open is the next of its row."""
    paper: Paper = taking.record
    answers = taking.answers
    paper.signer = answers["signer"]
    paper.dated_on = answers["dated_on"]
    paper.issued_on = clock.as_day(taking.at)
    if answers.get("number"):
        number_by_hand(paper, answers["number"], answers.get("series_no"), answers["dated_on"])
    else:
        number(paper, answers["dated_on"])
    taking.facts["number"] = paper.number


def withdraw(taking: Taking) -> None:
    """Effect of 撤销: it leaves the figures; number and dispatches stay on record."""
    paper: Paper = taking.record
    paper.ground = taking.answers["ground"]
    taking.facts["number"] = paper.number
