"""Figures of who was there: person-times, persons, per event, and the rate of attendance (R6.13, R13.6–R13.12)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor
from lvzhi.access.rules import held_in
from lvzhi.accounts.vocabulary import Role
from lvzhi.activities import rules
from lvzhi.activities.metrics.cuts import PEOPLE_CUTS
from lvzhi.activities.metrics.events import EVENTS, told
from lvzhi.activities.queries import counted
from lvzhi.activities.vocabulary import figures as words
from lvzhi.metrics.declare import Column, Distinct, Each, Metric, Says, Share

C = words.COLUMNS
COLUMNS = (
    Column("name", C["name"]),
    Column("activity__title", C["title"]),
    Column("activity__kind_name", C["kind"]),
    Column("activity__held_on", C["held_on"], kind="date"),
    Column("capacity", C["capacity"], value=lambda row: row.get_capacity_display(), kind="tag"),
    Column("rank", C["rank"], value=lambda row: row.get_rank_display()),
    Column("role", C["role"], value=lambda row: row.get_role_display(), kind="tag"),
    Column("verdict", C["verdict"], value=lambda row: row.get_verdict_display(), kind="tag"),
)


def _seen(actor: Actor) -> Q:
    """Lines of those who may read the whole list, of one's own committee's people on another's, and one's own."""
    places = sorted(held_in(actor, rules.READERS))
    whole = Q(committee_id__in=places) | Q(member__committee_id__in=places)
    whole |= Q(activity__organ_id__in=sorted(actor.organs(Role.ORGAN_HEAD)))
    return whole if actor.account_id is None else whole | Q(person__account_id=actor.account_id)


PARTICIPATIONS = Metric(
    **told("activities.participations"), rows=counted.participations, columns=COLUMNS, cuts=PEOPLE_CUTS,
    visible=_seen, rule="R13.12",
    says=(Says(named_by=("family", "kind"), subjects=words.TIMES_SUBJECTS, units=words.TIMES_UNITS,
               actions=words.PEOPLE_ACTIONS, trailing=True, narrowed=True),),
)  # fmt: skip
PEOPLE = Distinct(
    **told("activities.people"), metric=PARTICIPATIONS, field="person", rule="R13.6",
    says=(Says(subjects=words.PEOPLE_SUBJECTS, actions=words.PEOPLE_ACTIONS, units=words.PEOPLE_UNITS,
               trailing=True, narrowed=True),),
)  # fmt: skip
PEOPLE_EACH = Each(
    **told("activities.people_each"), metric=PARTICIPATIONS, per="activity", events=EVENTS, rule="R13.6",
    says=(Says(subjects=words.PEOPLE_SUBJECTS, actions=words.PEOPLE_ACTIONS, units=words.PEOPLE_UNITS,
               needs=(words.EACH_TIME,), trailing=True, narrowed=True),),
)  # fmt: skip
EXPECTED = Metric(
    **told("activities.expected"), rows=counted.expected, columns=COLUMNS, cuts=PEOPLE_CUTS,
    visible=_seen, rule="R6.13",
)  # fmt: skip
CAME = Metric(
    **told("activities.came"), rows=counted.came, columns=COLUMNS, cuts=PEOPLE_CUTS, visible=_seen,
    rule="R6.13",
)  # fmt: skip
ATTENDANCE_RATE = Share(
    **told("activities.attendance_rate"), part=CAME, whole=EXPECTED, rule="R6.6",
    says=(Says(subjects=words.RATES, units=("%",)),),
)  # fmt: skip
ABSENCES = Metric(
    **told("activities.absences"), rows=counted.absences, columns=COLUMNS, cuts=PEOPLE_CUTS, visible=_seen,
    rule="R6.7",
    says=(Says(named_by=("family", "kind"), subjects=words.ABSENT_SUBJECTS, actions=words.ABSENT_ACTIONS,
               units=(*words.TIMES_UNITS, *words.PEOPLE_UNITS), needs=("缺席|缺会",)),),
)  # fmt: skip
LEAVES = Metric(
    **told("activities.leaves"), rows=counted.leaves, columns=COLUMNS, cuts=PEOPLE_CUTS, visible=_seen, rule="R6.6",
    says=(Says(named_by=("family", "kind"), subjects=words.LEAVE_SUBJECTS, actions=words.LEAVE_ACTIONS,
               units=(*words.TIMES_UNITS, *words.PEOPLE_UNITS), needs=("请假|准假",)),),
)  # fmt: skip
OFFICIAL = Metric(
    **told("activities.official"), rows=counted.official, columns=COLUMNS, cuts=PEOPLE_CUTS, visible=_seen,
    rule="R6.6",
)  # fmt: skip
FIGURES = (PARTICIPATIONS, PEOPLE, PEOPLE_EACH, EXPECTED, CAME, ATTENDANCE_RATE, ABSENCES, LEAVES, OFFICIAL)
