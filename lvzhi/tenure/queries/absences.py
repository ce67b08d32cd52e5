"""Absences behind a case: the rows of the figure of activities, of one member and one threshold (R6.5–R6.7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from lvzhi import norms
from lvzhi.activities.queries.absences import by_member, of_duty, term_period
from lvzhi.activities.queries.counted import absences
from lvzhi.activities.vocabulary import Duty
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import between, year
from lvzhi.people.models import Member
from lvzhi.people.queries import holding
from lvzhi.people.vocabulary import ON_STANDING_COMMITTEE
from lvzhi.tenure.models import Case
from lvzhi.tenure.vocabulary.states import Threshold

DUTIES = {Threshold.PLENARY: Duty.PLENARY, Threshold.YEAR: Duty.STANDING, Threshold.TERM: Duty.STANDING}
LEAST = {
    Threshold.PLENARY: "activities.absences_plenary",
    Threshold.YEAR: "activities.absences_year",
    Threshold.TERM: "activities.absences_term",
}


def reached(committee: Committee, day: dt.date) -> Iterator[tuple[Member, Threshold, dt.date, int, int]]:
    """Members with a threshold reached on the day: which, since when it counts, how many absences, how many it takes.

    Thresholds of the standing committee are weighed for those alone who belong to it.
    """
    scope = Scope(committee)
    since = {Threshold.YEAR: year(day.year).start}
    since[Threshold.PLENARY] = since[Threshold.TERM] = term_period(scope, day).start
    found = [one for one in by_member(scope, day) if one.reached]
    keys = [one.member.pk for one in found]
    board = set(Member.objects.filter(holding(ON_STANDING_COMMITTEE, day), pk__in=keys).values_list("pk", flat=True))
    for one in found:
        counts = {
            Threshold.PLENARY: one.plenaries, Threshold.YEAR: one.standing_year, Threshold.TERM: one.standing_term,
        }  # fmt: skip
        for key in one.reached:
            threshold = Threshold(key)
            if threshold is Threshold.PLENARY or one.member.pk in board:
                least = int(norms.value(LEAST[threshold], committee, day))
                yield one.member, threshold, since[threshold], counts[threshold], least


def rows_of(case: Case, until: dt.date) -> QuerySet[Any]:
    """The absences that a case counts, up to a day: rows of the figure of activities, official duty left out."""
    scope = Scope(case.committee)
    threshold = Threshold(case.threshold)
    last = min(until, year(case.since.year).end) if threshold is Threshold.YEAR else until
    kinds = of_duty(scope, last, DUTIES[threshold])
    rows = absences(scope, between(case.since, max(last, case.since)))
    found: QuerySet[Any] = rows.filter(person=case.member.person_id, activity__kind__in=kinds)
    return found.select_related("activity")
