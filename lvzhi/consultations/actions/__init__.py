"""Writes of following up: begun by itself when all is answered, or by the keeper; told back; looked at again (R3.6)."""

from __future__ import annotations

from lvzhi.access import Actor, Refusal
from lvzhi.activities import rules as activities
from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import COUNTING_STATES
from lvzhi.consultations import queries
from lvzhi.consultations import vocabulary as words
from lvzhi.consultations.models import FollowUp
from lvzhi.consultations.vocabulary import FollowState
from lvzhi.consultations.vocabulary.ways import way_of
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def begin_follow(actor: Actor, activity: Activity) -> FollowUp:
    """Begin following up an activity; the one begun before is given back.

    Raises:
        NotAllowed: not its keeper. Refusal: none that is told back, or not held yet.
    """
    activities.keeper.check(actor, activity)
    _check(activity)
    return queries.follow_of(activity) or _begin(actor, activity)


def _check(activity: Activity) -> None:
    way = way_of(activity.family)
    if way is None:
        raise Refusal("consultations.not_consultation", title=activity.title)
    if not way.follows:
        raise Refusal("consultations.not_followed", title=activity.title)
    if activity.state not in COUNTING_STATES or activity.voided_at is not None:
        raise Refusal("consultations.not_held", title=activity.title)


def _begin(actor: Actor, activity: Activity) -> FollowUp:
    return engine.begin(FollowUp(committee_id=activity.committee_id, activity=activity, created_at=actor.at), actor)


def when_answered(taking: Taking) -> None:
    """What follows an answer: when it was the last one of a planned activity, telling it back is due."""
    activity: Activity | None = taking.record.activity
    if activity is None or activity.task_id is None:
        return
    way = way_of(activity.family)
    if way is None or not way.follows:
        return
    if queries.follow_of(activity) is None and queries.answered_all(activity):
        _begin(taking.actor, activity)


def check_feedback(taking: Taking) -> None:
    """There is something to tell."""
    counted = queries.tally(taking.record.activity)
    if counted["count"] and not counted["answered"]:
        raise Refusal("consultations.no_answer")


def feed_back(taking: Taking) -> None:
    """Effect of 反馈: its words and day."""
    follow: FollowUp = taking.record
    follow.feedback, follow.fed_on = taking.answers["text"], clock.as_day(taking.at)
    follow.until = taking.answers.get("until")
    taking.facts["count"] = len(queries.accounts_of(follow.activity))


def _closes(taking: Taking) -> bool:
    row = codes.code(words.RESULTS, taking.record.committee_id, taking.answers["result"], taking.answers["looked_on"])
    return bool(row.extra.get("closes"))


def check_look(taking: Taking) -> None:
    """Between the feedback and today; what goes on gets a new day."""
    follow: FollowUp = taking.record
    day, today = taking.answers["looked_on"], clock.as_day(taking.at)
    if day > today or (follow.fed_on is not None and day < follow.fed_on):
        raise Refusal("consultations.looked_order", field="looked_on", fed=follow.fed_on)
    if _closes(taking):
        return
    until = taking.answers.get("until")
    if until is None:
        raise Refusal("consultations.until_missing", field="until")
    if until <= today:
        raise Refusal("consultations.until_past", field="until")


def look_back(taking: Taking) -> None:
    """Effect of 回头看: closed, or looked at again by a new day."""
    follow: FollowUp = taking.record
    given = taking.answers
    follow.looked_on, follow.look_result = given["looked_on"], given["result"]
    follow.finding, follow.look_activity = given["finding"], given.get("look_activity")
    taking.outcome = given["result"]
    taking.facts["result"] = codes.name_of(words.RESULTS, follow.committee_id, given["result"], follow.looked_on)
    closes = _closes(taking)
    follow.until = None if closes else given["until"]
    follow.closed_on = follow.looked_on if closes else None
    taking.goes_to = FollowState.CLOSED if closes else FollowState.FED
