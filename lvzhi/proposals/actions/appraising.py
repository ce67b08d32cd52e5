"""Two-way appraisal: the answering unit is asked, says its word unseen, and a low one may ask to improve (R1.92)."""

from __future__ import annotations

from datetime import date

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.proposals.models import Appraisal, Assignment, Proposal
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.vocabulary.appraising import AppraisalState, Quality, Scale
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

BORDERS = (Quality.EXCELLENT, Quality.GOOD, Quality.FAIR)


def scale(committee_id: int, day: date) -> Scale:
    """How units say it there: by a score, or by a grade alone."""
    return Scale(norms.value("proposals.appraisal_scale", committee_id, day))


def grade_of(score: int, committee_id: int, day: date) -> Quality:
    """The grade that a score comes to, by the borders in force."""
    return next((grade for grade, least in borders(committee_id, day) if score >= least), Quality.POOR)


def borders(committee_id: int, day: date) -> list[tuple[Quality, int]]:
    """The grades with the lowest score of each, the best first."""
    keys = ((grade, f"proposals.appraisal_{grade.value}") for grade in BORDERS)
    return [(grade, int(norms.value(key, committee_id, day))) for grade, key in keys]


def ask_appraisal(taking: Taking) -> None:
    """Consequence of an answer given: its unit is asked, where the committee appraises both ways and it has not yet."""
    proposal: Proposal = taking.record
    day = clock.as_day(taking.at)
    if taking.answers["waits"] or not norms.value("proposals.appraisals", proposal.committee_id, day):
        return
    assignment: Assignment = taking.answers["assignment"]
    standing = Appraisal.objects.live().filter(assignment=assignment).exclude(state=AppraisalState.UNRATED)
    if standing.exists():
        return
    appraisal = Appraisal(
        proposal=proposal,
        assignment=assignment,
        unit=assignment.unit,
        committee_id=proposal.committee_id,
        round=assignment.replies.filter(voided_at=None).count(),
        asked_on=day,
        created_at=taking.at,
    )
    made = engine.begin(appraisal, taking.actor, unit=assignment.unit.name)
    taking.answers["appraisal"] = made


def drop_on_rehandling(taking: Taking) -> None:
    """Consequence of a rating: what was not said before the unit learns of dissatisfaction is not said any more."""
    if taking.goes_to == State.REHANDLING:
        waiting = Appraisal.objects.live().filter(proposal=taking.record, state=AppraisalState.WAITING)
        for row in waiting.select_related("unit"):
            engine.follow(row, "lapse", taking)


def check_in_time(taking: Taking) -> None:
    """Refuse after the last day, whether or not the appraisal has been closed already."""
    due = taking.record.due_on
    if due is not None and clock.as_day(taking.at) > due:
        raise Refusal("proposals.appraisal_late", due=due)


def appraise(taking: Taking) -> None:
    """Effect of 评议: score and grade; a low one says what is to be improved. Nothing of it enters the sentence."""
    appraisal: Appraisal = taking.record
    answers, day = taking.answers, clock.as_day(taking.at)
    score = answers.get("score")
    grade = Quality(answers["grade"]) if score is None else grade_of(score, appraisal.committee_id, day)
    comment = answers.get("comment", "").strip()
    if grade == Quality.POOR and not comment:
        raise Refusal("proposals.appraisal_comment", field="comment", grade=str(grade.label))
    appraisal.score, appraisal.grade, appraisal.comment, appraisal.given_on = score, grade, comment, day
    taking.goes_to = AppraisalState.LOW if grade == Quality.POOR else AppraisalState.GIVEN
    name_unit(taking)


def ask_improve(taking: Taking) -> None:
    """Effect of the committee's 请提案者完善: its words, which the proposer sees."""
    appraisal: Appraisal = taking.record
    appraisal.wanted = taking.answers["wanted"]
    appraisal.wanted_on = clock.as_day(taking.at)


def respond(taking: Taking) -> None:
    """Effect of the proposer's 回应."""
    appraisal: Appraisal = taking.record
    appraisal.response = taking.answers["response"]
    appraisal.responded_on = clock.as_day(taking.at)


def name_unit(taking: Taking) -> None:
    """The unit's name for the journal's sentence."""
    taking.facts["unit"] = taking.record.unit.name
