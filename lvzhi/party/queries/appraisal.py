"""The yearly appraisal of a branch, its lines, and what its secret ballot came to."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.ballots import queries as ballots
from lvzhi.ballots.vocabulary import State as BallotState
from lvzhi.committee.models import Committee
from lvzhi.norms import codes
from lvzhi.norms.codes import CodeValue
from lvzhi.party import rules
from lvzhi.party.models import Appraisal, Appraised, Body, Meeting, Seat
from lvzhi.party.vocabulary import APPRAISAL, GRADES, NAMES, VOTE, LineState, MeetingState, Post
from lvzhi.people.models import holds

Rows = QuerySet[Any]


def appraisals_seen(actor: Actor, committee: Committee) -> Rows:
    """Appraisals of a committee that the actor may read, each with how many wrote their account."""
    rows: Rows = Appraisal.objects.live().filter(rules.appraisal.seen.rows(actor), committee=committee)
    counted = rows.select_related("body").annotate(
        count=Count("lines"), written=Count("lines", filter=~Q(lines__text=""))
    )
    found: Rows = counted.order_by("-year", "-id")
    return found


def appraisals_of(body: Body) -> list[Appraisal]:
    """Those of one branch, the newest first."""
    rows = Appraisal.objects.live().filter(body=body).order_by("-year")
    found = list(rows)
    for one in found:
        one.body = body
    return found


def appraisal_of(actor: Actor, uid: Any) -> Appraisal:
    """One that the actor may read, a voided one included. Raises `Missing`."""
    rows = Appraisal.objects.filter(rules.appraisal.seen.rows(actor), uid=uid)
    found: Appraisal | None = rows.select_related("body__above", "committee", "meeting", "ballot").first()
    if found is None:
        raise Missing("party.unknown")
    return found


def line_of(actor: Actor, uid: Any) -> Appraised:
    """One member's line that the actor may read. Raises `Missing`."""
    rows = Appraised.objects.live().filter(rules.appraisal.line_seen.rows(actor), uid=uid)
    found: Appraised | None = rows.select_related("appraisal__body__above", "appraisal__meeting", "person").first()
    if found is None or found.appraisal.voided_at is not None:
        raise Missing("party.unknown")
    return found


def lines_of(appraisal: Appraisal) -> list[Appraised]:
    """Its lines by name."""
    rows = Appraised.objects.live().filter(appraisal=appraisal).select_related("person")
    return list(rows.order_by("person__pinyin", "id"))


def own_line(actor: Actor, appraisal: Appraisal) -> Appraised | None:
    """The actor's own line in it."""
    if actor.account_id is None:
        return None
    rows = Appraised.objects.live().filter(appraisal=appraisal, person__account_id=actor.account_id)
    found: Appraised | None = rows.select_related("person").first()
    if found is not None:
        found.appraisal = appraisal
    return found


def grades(committee_id: int, day: dt.date) -> list[CodeValue]:
    """The grades of that day."""
    return codes.codes(GRADES, committee_id, day)


def meetings_appraising(appraisal: Appraisal) -> Rows:
    """Members' meetings for appraisal that the branch held since the year began and that no other year claimed."""
    other = Appraisal.objects.live().filter(body=appraisal.body_id).exclude(pk=appraisal.pk).exclude(meeting=None)
    rows: Rows = Meeting.objects.live().filter(
        body=appraisal.body_id, kind=APPRAISAL, state=MeetingState.HELD, held_on__gte=dt.date(appraisal.year, 1, 1)
    )
    return rows.exclude(pk__in=other.values("meeting_id")).order_by("-held_on", "-id")


def votes(appraisal: Appraisal) -> dict[str, str]:
    """What the ballot came to, by what a member is called on it, in words; nothing before it is announced."""
    ballot = appraisal.ballot
    if ballot is None or ballot.state != BallotState.ANNOUNCED:
        return {}
    rows = ballots.result(ballot, ballots.lines(ballot))
    return {
        row.item.text: NAMES.join(VOTE.format(grade=grade.text, votes=count) for grade, count in row.votes if count)
        for row in rows
    }


def secretary_on(body: Body, day: dt.date) -> Seat | None:
    """Who leads it on the day as secretary."""
    found: Seat | None = Seat.objects.live().filter(holds("", day), body=body, post=Post.SECRETARY).first()
    return found


def written(lines: list[Appraised]) -> int:
    """How many accounts stand."""
    return sum(bool(one.text) or one.state == LineState.WRITTEN for one in lines)
