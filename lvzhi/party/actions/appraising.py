"""The yearly appraisal: opened, own accounts, the meeting, the grades, confirmed and told (R10.3, R10.4)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from lvzhi import norms
from lvzhi.access import Actor, Refusal
from lvzhi.ballots import actions as ballots
from lvzhi.ballots.queries import expect_announced
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.norms.codes import CodeValue
from lvzhi.party import rules
from lvzhi.party.actions.bodies import check_day
from lvzhi.party.models import Appraisal, Appraised, Body, Meeting, Seat
from lvzhi.party.norms import EXCELLENT
from lvzhi.party.queries import grades, lines_of, meetings_appraising, seats_on, secretary_on
from lvzhi.party.vocabulary import (
    APPRAISAL,
    BALLOT_KIND,
    BALLOT_TITLE,
    NAMES,
    TOLD,
    AppraisalState,
    BodyKind,
    Form,
    LineState,
)
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

WHOLE = 100


def open_appraisal(actor: Actor, body: Body, data: Mapping[str, Any], *, once: str | None = None) -> Appraisal:
    """Open a branch's appraisal of a year, with a line for everybody who sits in it today.

    Args:
        data: ``year``, ``account_by``, ``by_ballot``.
        once: key of the request; the same again gives the same appraisal.

    Raises:
        NotAllowed: neither the office nor who leads the branch.
        Refusal: no branch, without secretary or members, a year to come, opened already.
    """
    known = engine.begun(Appraisal, actor, once)
    if known is not None:
        return known
    rules.writes.check(actor, body)
    day = clock.as_day(actor.at)
    places = _checked(body, data, day)
    appraisal = Appraisal(
        body=body, committee_id=body.committee_id, year=data["year"], account_by=data["account_by"],
        by_ballot=bool(data.get("by_ballot")), created_at=actor.at,
    )  # fmt: skip
    names = Counter(one.name for one in places)
    with line(
        actor, "party.appraisal_opened", subject=body, body=body.name, year=str(appraisal.year), count=len(places)
    ):
        engine.begin(appraisal, actor, once=once)
        engine.begin_all([_line(appraisal, one, names, actor) for one in places], actor, subject=appraisal)
    return appraisal


def _checked(body: Body, data: Mapping[str, Any], day: dt.date) -> list[Seat]:
    year = int(data["year"])
    if body.kind != BodyKind.BRANCH or body.form == Form.FUNCTIONAL:
        raise Refusal("party.appraisal_kind", name=body.name)
    check_day(body, day, "year")
    if year > day.year:
        raise Refusal("party.appraisal_early", field="year", year=year)
    if data["account_by"] < day:
        raise Refusal("party.account_by_past", field="account_by", day=data["account_by"])
    if secretary_on(body, day) is None:
        raise Refusal("party.no_secretary", name=body.name, day=day)
    if Appraisal.objects.live().filter(body=body, year=year).exists():
        raise Refusal("party.appraisal_twice", field="year", name=body.name, year=year)
    places = seats_on(body, day)
    if not places:
        raise Refusal("party.appraisal_nobody", name=body.name)
    return places


def _line(appraisal: Appraisal, seat: Seat, names: Counter[str], actor: Actor) -> Appraised:
    person = seat.person
    called = TOLD.format(name=person.name, work=person.work) if names[seat.name] > 1 and person.work else person.name
    return Appraised(
        appraisal=appraisal, committee_id=appraisal.committee_id, person=person, name=person.name, called=called,
        created_at=actor.at,
    )  # fmt: skip


def check_account(taking: Taking) -> None:
    """Something is said, and the meeting has not been held."""
    if taking.record.appraisal.state != AppraisalState.ACCOUNTS:
        raise Refusal("party.account_closed")
    if not taking.answers["text"].strip():
        raise Refusal("party.account_text", field="text")


def note_account(taking: Taking) -> None:
    """Effect of 个人自评."""
    taking.record.text = taking.answers["text"].strip()


def ask_ballot(taking: Taking) -> None:
    """Effect of 组织无记名投票: a ballot of `ballots` over the members of the list, who are its voters too (R10.2)."""
    appraisal: Appraisal = taking.record
    listed = lines_of(appraisal)
    asked = ballots.Asked(
        title=BALLOT_TITLE.format(title=str(appraisal)), kind=BALLOT_KIND, held_on=taking.answers["held_on"],
        items=[one.called for one in listed], tellers=taking.answers["tellers"], organ=appraisal.body.organ,
        entitled=len(listed),
    )  # fmt: skip
    ballot = ballots.begin(taking.actor, appraisal.committee, asked)
    ballots.add_voters(taking.actor, ballot, [one.person for one in listed])
    appraisal.ballot = ballot
    taking.facts["count"] = len(listed)


def note_meeting(taking: Taking) -> None:
    """Effect of 召开评议大会: the members' meeting is tied; who came stands there alone."""
    taking.record.meeting = taking.answers["meeting"]


def appraise_with(taking: Taking) -> None:
    """Consequence of a meeting of this kind held: an appraisal that waits for it goes on (R10.3)."""
    meeting: Meeting = taking.record
    if meeting.kind != APPRAISAL:
        return
    rows = Appraisal.objects.live().filter(body=meeting.body_id, state=AppraisalState.ACCOUNTS)
    found = rows.filter(year__lte=meeting.held_on.year).order_by("year").first()
    if found is not None and meetings_appraising(found).filter(pk=meeting.pk).exists():
        engine.follow(found, "meet", taking, {"meeting": str(meeting.pk)})


def check_grades(taking: Taking) -> None:
    """The ballot is announced where one is wanted, grades are known, 优秀 keeps its ceiling, what is low has a reason.

    Raises:
        Refusal: in one sentence each (R10.4).
    """
    appraisal: Appraisal = taking.record
    if appraisal.by_ballot:
        expect_announced(appraisal.ballot, missing="party.ballot_missing", running="party.ballot_running")
    known = {one.code: one for one in grades(appraisal.committee_id, clock.as_day(taking.at))}
    given = _given(taking, lines_of(appraisal))
    for one, code in given:
        if code and code not in known:
            raise Refusal("party.grade_unknown", field=field_of(one), name=one.name)
    _check_ceiling(appraisal, [known[code] for _, code in given if code], taking)
    lacking = [one.name for one, code in given if not code or known[code].extra.get("reason")]
    if lacking and not taking.answers["note"].strip():
        raise Refusal("party.grade_note", field="note", names=NAMES.join(lacking))


def _check_ceiling(appraisal: Appraisal, given: Sequence[CodeValue], taking: Taking) -> None:
    share = Decimal(str(norms.value(EXCELLENT, appraisal.committee_id, clock.as_day(taking.at))))
    count = sum(bool(one.extra.get("limited")) for one in given)
    most = int(len(given) * share / WHOLE)
    if count > most:
        raise Refusal("party.excellent_most", count=count, of=len(given), share=f"{share.normalize():f}", most=most)


def field_of(line: Appraised) -> str:
    """The name of the control that asks for its grade."""
    return f"grade_{line.pk}"


def _given(taking: Taking, lines: Sequence[Appraised]) -> list[tuple[Appraised, str]]:
    return [(one, str(taking.answers.get(field_of(one), ""))) for one in lines]


def grade(taking: Taking) -> None:
    """Effect of 评定等次."""
    given = _given(taking, lines_of(taking.record))
    for one, code in given:
        if one.grade != code:
            one.grade = code
            one.version += 1
            one.save()
    taking.record.note, taking.record.ground = taking.answers["note"].strip(), ""
    taking.facts["of"] = sum(bool(code) for _, code in given)


def tell_members(taking: Taking) -> None:
    """Consequence of the confirmation: every member's line is told."""
    for one in lines_of(taking.record):
        if one.state != LineState.TOLD:
            engine.follow(one, "tell", taking)


def give_back(taking: Taking) -> None:
    """Effect of 退回重新评定."""
    taking.record.ground = taking.answers["ground"]
