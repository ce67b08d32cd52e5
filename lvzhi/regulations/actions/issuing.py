"""A version issued: number, day, from when in force (印发); rules that were in force before this product kept them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import together
from lvzhi.papers.models import Paper
from lvzhi.regulations import queries, rules
from lvzhi.regulations.actions.writing import new_rule, new_version
from lvzhi.regulations.models import Regulation, Version
from lvzhi.regulations.vocabulary.states import RegulationState, VersionState
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def _told(answers: Mapping[str, Any]) -> tuple[str, dt.date | None]:
    """Number and day: those of the paper where one is named. Raises `Refusal`."""
    paper: Paper | None = answers.get("paper")
    if paper is None:
        return str(answers.get("number") or "").strip(), answers.get("issued_on")
    if paper.dated_on is None:
        raise Refusal("regulations.paper_unsent", field="paper", paper=paper.title)
    return paper.called, paper.dated_on


def check_issue(taking: Taking) -> None:
    """Adopted before, numbered, once; from a day on which no other version comes into force."""
    number, day = _told(taking.answers)
    _check(taking.record, number, day, taking.answers["starts_on"], clock.as_day(taking.at))


def _check(version: Version, number: str, day: dt.date | None, starts: dt.date, today: dt.date) -> None:
    if not number:
        raise Refusal("regulations.number_missing", field="number")
    if day is None or day > today:
        raise Refusal("regulations.day_ahead", field="issued_on", day=day or today)
    adopted = version.adopted_on
    if adopted is not None and day < adopted:
        raise Refusal("regulations.issued_early", field="issued_on", day=day, before=adopted)
    if adopted is not None and starts < adopted:
        raise Refusal("regulations.in_force_early", field="starts_on", day=starts, before=adopted)
    twice = Version.objects.live().filter(committee_id=version.committee_id, document_no=number).exclude(pk=version.pk)
    if (other := twice.first()) is not None:
        raise Refusal("regulations.number_twice", field="number", number=number, title=other.title)
    if version.regulation.pk is not None:
        check_spans(version.regulation, version, starts)


def check_spans(regulation: Regulation, version: Version, starts: dt.date) -> None:
    """Refuse a day on which, or behind which, another version is in force, or the rule no more."""
    latest = queries.issued_of(regulation, but=version.pk).first()
    if latest is not None and latest.starts_on >= starts:
        raise Refusal(
            "regulations.in_force_twice", field="starts_on", number=latest.number, before=latest.starts_on
        )  # fmt: skip
    over = regulation.repealed_from
    if over is not None and starts >= over:
        raise Refusal(
            "regulations.ended_ahead", field="starts_on", title=regulation.title, day=over, starts=starts
        )  # fmt: skip


def issue(taking: Taking) -> None:
    """Effect of 印发."""
    version: Version = taking.record
    version.paper = taking.answers.get("paper")
    version.document_no, version.issued_on = _told(taking.answers)
    version.starts_on = taking.answers["starts_on"]
    taking.facts |= {"number": version.document_no, "starts": version.starts_on}


def publish(taking: Taking) -> None:
    """Effect of 公开."""
    version: Version = taking.record
    version.published_on, version.taken_down_on = clock.as_day(taking.at), None


def take_down(taking: Taking) -> None:
    """Effect of 撤回公开; the ground stands in the journal alone."""
    version: Version = taking.record
    version.taken_down_on = clock.as_day(taking.at)
    taking.personal["ground"] = taking.answers["ground"].strip()


def come_out(taking: Taking) -> None:
    """What follows it: the rule stands, under the name of this version."""
    version: Version = taking.record
    version.regulation = engine.follow(version.regulation, "come_out", taking, {"title": version.title})


def rename(taking: Taking) -> None:
    """Effect of it on the rule."""
    taking.record.title = taking.answers["title"]


def bring_rule(actor: Actor, committee: Committee, data: Mapping[str, Any]) -> Version:
    """Register a rule that was issued before this product kept it.

    Args:
        data: as `writing.begin_rule`, and ``document_no, issued_on, starts_on``; any of ``adopted_on, adopted_by``.

    Raises:
        NotAllowed: not the office.
        Refusal: as `writing.begin_rule`, a day to come, in force before it was adopted, a number given already.
    """
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("regulations.not_keeper", committee=committee.name)
    regulation = new_rule(actor, committee, data)
    version = new_version(actor, regulation, data, 1)
    version.adopted_on, version.adopted_by = data.get("adopted_on"), str(data.get("adopted_by") or "").strip()
    version.document_no = str(data["document_no"]).strip()
    version.issued_on, version.starts_on = data["issued_on"], data["starts_on"]
    version.begun_on = version.adopted_on or version.issued_on
    _check(version, version.document_no, version.issued_on, version.starts_on, clock.as_day(actor.at))
    with together():
        engine.bring_in(regulation, actor, state=RegulationState.STANDING, on=version.issued_on)
        version.regulation = regulation
        return engine.bring_in(version, actor, state=VersionState.ISSUED, on=version.issued_on, number=version.number)
