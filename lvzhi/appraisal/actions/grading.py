"""The ballot, the grades that are proposed, the meeting that decides, the archive (R8.2–R8.4, R8.7)."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.appraisal import queries
from lvzhi.appraisal.models import QUARTERS, StaffLine, StaffRound, days_of
from lvzhi.appraisal.norms import AWAY_MOST, GOOD_LEAST, LOW_BARS
from lvzhi.appraisal.vocabulary import BALLOT_KIND, BALLOT_TITLE, DEPARTED, NAMES, OVERALL, QUARTER_GRADES, LineState
from lvzhi.ballots import actions as ballots
from lvzhi.ballots.queries import expect_announced
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.norms.codes import CodeValue
from lvzhi.ui import formats
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

MOST_CELLS = "ballots.most_cells"


def field_of(line: StaffLine) -> str:
    """The name of the control that asks for its grade."""
    return f"grade_{line.pk}"


def _graded(appraisal: StaffRound) -> list[StaffLine]:
    """Lines that are to have a grade."""
    return [one for one in queries.lines_of(appraisal) if one.state != LineState.EXEMPT]


def check_ballot_wanted(taking: Taking) -> None:
    """There is somebody to appraise."""
    if not _graded(taking.record):
        raise Refusal("appraisal.ballot_nobody")


def ask_ballot(taking: Taking) -> None:
    """Effect of 组织民主测评: a secret ballot over those on the list, who are its voters too (R8.4).

    Where all aspects would fill more than one slip may hold, only the grade as a whole is asked.
    """
    appraisal: StaffRound = taking.record
    listed, day = queries.lines_of(appraisal), taking.answers["held_on"]
    judged = [one for one in listed if one.state != LineState.EXEMPT]
    kind = codes.code("ballots.kind", appraisal.committee, BALLOT_KIND, day)
    aspects = [
        one.name
        for one in codes.codes("ballots.aspect", appraisal.committee, day)
        if one.extra.get("set") == kind.extra.get("set")
    ]
    most = int(norms.value(MOST_CELLS, appraisal.committee_id, day))
    asked = ballots.Asked(
        title=BALLOT_TITLE.format(title=str(appraisal)), kind=BALLOT_KIND, held_on=day,
        items=[one.called for one in judged], tellers=taking.answers["tellers"], entitled=len(listed),
        questions=aspects if len(judged) * len(aspects) <= most else [OVERALL],
    )  # fmt: skip
    ballot = ballots.begin(taking.actor, appraisal.committee, asked)
    ballots.add_voters(taking.actor, ballot, [one.person for one in listed])
    appraisal.ballot = ballot
    taking.facts["count"] = len(judged)


def check_grades(taking: Taking) -> None:
    """Everything is there, grades are known and keep their quota, what is low has a reason.

    Raises:
        Refusal: in one sentence each.
    """
    appraisal: StaffRound = taking.record
    lines = _graded(appraisal)
    if appraisal.by_ballot:
        expect_announced(appraisal.ballot, missing="appraisal.ballot_missing", running="appraisal.ballot_running")
    _check_complete(appraisal, lines)
    queries.weights_of(appraisal)
    known = {one.code: one for one in queries.grades(appraisal)}
    given = []
    for one in lines:
        code = str(taking.answers.get(field_of(one)) or "")
        if not code:
            raise Refusal("appraisal.grade_missing", field=field_of(one), name=one.called)
        if code not in known:
            raise Refusal("appraisal.grade_unknown", field=field_of(one), name=one.called)
        given.append((one, known[code]))
    if not appraisal.quarterly:
        _check_year(appraisal, given)
    _check_quota(appraisal, given, approved=bool(str(taking.answers.get("approval") or "").strip()))
    low = [one.called for one, grade in given if grade.extra.get("low")]
    if low and not taking.answers["note"].strip():
        raise Refusal("appraisal.grade_note", field="note", names=NAMES.join(low))


def _check_complete(appraisal: StaffRound, lines: Sequence[StaffLine]) -> None:
    unattended = [one.called for one in lines if one.due_days is None] if appraisal.quarterly else []
    for code, lacking in (
        ("appraisal.account_lacking", [one.called for one in lines if not one.text]),
        ("appraisal.comment_lacking", [one.called for one in lines if not one.comment]),
        ("appraisal.attendance_lacking", unattended),
    ):
        if lacking:
            raise Refusal(code, names=NAMES.join(lacking))


def _check_quota(appraisal: StaffRound, given: Sequence[tuple[StaffLine, CodeValue]], *, approved: bool) -> None:
    limited = [grade for _, grade in given if grade.extra.get("limited")]
    most = queries.quota(appraisal, len(given), approved=approved)
    if len(limited) > most.most:
        raise Refusal(
            "appraisal.quota", grade=limited[0].name, count=len(limited), base=most.base,
            share=formats.number(most.share), exact=formats.number(most.exact), rounding=most.rounding, most=most.most,
        )  # fmt: skip


def _check_year(appraisal: StaffRound, given: Sequence[tuple[StaffLine, CodeValue]]) -> None:
    """The year builds on its quarters; a quarter before someone came is not asked for (R8.3, R8.5, R8.7)."""
    quarters = queries.quarters_of(appraisal.committee_id, appraisal.year)
    table = {one.code: one for one in codes.entries(QUARTER_GRADES, appraisal.committee_id, appraisal.ends_on)}
    for one, grade in given:
        past = quarters.get(one.person_id, {})
        missing = [
            DEPARTED.format(number=number)
            for number in QUARTERS
            if number not in past and (one.since is None or one.since <= days_of(appraisal.year, number)[1])
        ]
        if missing:
            raise Refusal("appraisal.quarter_missing", name=one.called, quarters=NAMES.join(missing))
        _check_away(appraisal, one, list(past.values()))
        if grade.extra.get("limited"):
            _check_best(appraisal, one, grade, [table[row.grade] for row in past.values() if row.grade in table])


def _check_away(appraisal: StaffRound, one: StaffLine, past: Sequence[StaffLine]) -> None:
    most = int(norms.value(AWAY_MOST, appraisal.committee_id, appraisal.ends_on))
    days = sum(row.leave_days + row.sick_days for row in past)
    if days > most:
        raise Refusal("appraisal.away_long", name=one.called, days=formats.number(days), most=most)


def _check_best(appraisal: StaffRound, one: StaffLine, grade: CodeValue, past: Sequence[CodeValue]) -> None:
    best = [row for row in past if row.extra.get("limited")]
    least = int(norms.value(GOOD_LEAST, appraisal.committee_id, appraisal.ends_on))
    if past and len(best) < least:
        wanted = next(
            row.name
            for row in codes.entries(QUARTER_GRADES, appraisal.committee_id, appraisal.ends_on)
            if row.extra.get("limited")
        )
        raise Refusal(
            "appraisal.year_quarters", name=one.called, grade=wanted, count=len(best), least=least, wanted=grade.name
        )
    low = next((row for row in past if row.extra.get("low")), None)
    if low is not None and norms.value(LOW_BARS, appraisal.committee_id, appraisal.ends_on):
        raise Refusal("appraisal.year_low", name=one.called, grade=low.name, wanted=grade.name)


def propose(taking: Taking) -> None:
    """Effect of 拟定等次: grades and scores stand beside each other; the score binds nobody."""
    appraisal: StaffRound = taking.record
    lines = _graded(appraisal)
    reckoned = queries.scores(appraisal, lines)
    for one in lines:
        one.grade = str(taking.answers[field_of(one)])
        one.score, one.score_words = reckoned[one.pk].points, reckoned[one.pk].words
        one.version += 1
        one.save()
    appraisal.note, appraisal.ground = taking.answers["note"].strip(), ""
    appraisal.approval = str(taking.answers.get("approval") or "").strip()
    taking.facts["count"] = len(lines)


def give_back(taking: Taking) -> None:
    """Effect of 退回."""
    taking.record.ground = taking.answers["ground"].strip()


def check_meeting(taking: Taking) -> None:
    """The meeting is over, and was not held before a quarter ended."""
    appraisal: StaffRound = taking.record
    day = taking.answers["met_on"]
    if day > clock.as_day(taking.at):
        raise Refusal("appraisal.met_ahead", field="met_on", day=day)
    if appraisal.quarterly and day < appraisal.ends_on:
        raise Refusal("appraisal.met_before", field="met_on", day=day, end=appraisal.ends_on)


def decide(taking: Taking) -> None:
    """Effect of 审定: by which meeting."""
    taking.record.meeting, taking.record.met_on = taking.answers["meeting"].strip(), taking.answers["met_on"]
    taking.facts |= {"meeting": taking.record.meeting, "day": taking.record.met_on}


def tell_all(taking: Taking) -> None:
    """Consequence of the decision: everybody with a grade is told the own one."""
    for one in _graded(taking.record):
        engine.follow(one, "tell", taking)


def check_archive(taking: Taking) -> None:
    """Every appeal is answered; whoever has not signed had the time to object."""
    lines = queries.lines_of(taking.record)
    appealed = [one.called for one in lines if one.state == LineState.APPEALED]
    if appealed:
        raise Refusal("appraisal.appeals_open", names=NAMES.join(appealed))
    unsigned = [one for one in lines if one.state == LineState.TOLD]
    until = max((day for one in unsigned if (day := queries.window(one))), default=None)
    if until is not None and until >= clock.as_day(taking.at):
        raise Refusal("appraisal.window_open", names=NAMES.join(one.called for one in unsigned), day=until)


def archive(taking: Taking) -> None:
    """Effect of 归档: nothing more; forms and ledger stand as they are."""
