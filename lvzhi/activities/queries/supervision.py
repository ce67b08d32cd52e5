"""Reads of democratic supervision: who is in office, what they took part in, opinions, exchange."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.activities import rules
from lvzhi.activities.models import (
    Activity,
    ActivityBallot,
    ActivityPlace,
    Exchange,
    Participant,
    SupervisionGroup,
    SupervisionOpinion,
    Supervisor,
)
from lvzhi.activities.vocabulary import COUNTING_STATES, Family, PlaceRole, Verdict
from lvzhi.activities.vocabulary.supervising import SHEET
from lvzhi.activities.vocabulary.supervision import BACK_STATES, OUT_STATES, OpinionState
from lvzhi.ballots.models import Ballot
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.directory.sheets import Days
from lvzhi.metrics.periods import Period
from lvzhi.people.models import Member
from lvzhi.plans.models import Task

Rows = QuerySet[Any]


def supervisors(actor: Actor) -> Rows:
    """Supervisors whom the actor may see."""
    rows = Supervisor.objects.live().filter(rules.visible_supervisor.rows(actor))
    return rows.select_related("member__person", "unit", "group")


def supervisor(actor: Actor, uid: Any) -> Supervisor:
    """One of them. Raises `Missing`."""
    found = supervisors(actor).select_related("committee", "renewed_from").filter(uid=uid).first()
    if found is None:
        raise Missing("activities.no_supervisor")
    one: Supervisor = found
    return one


def own_posts(actor: Actor) -> Rows:
    """The actor's own."""
    return Supervisor.objects.live().filter(rules.own_post.rows(actor)).select_related("unit", "group", "member")


def work_of(supervisor: Supervisor) -> Rows:
    """Supervision activities of the term in which the supervisor took part, each marked where it was at the unit.

    Times taken part (R4.6) are its length.
    """
    if supervisor.starts is None or supervisor.ends is None:
        return Activity.objects.none()
    at_unit = ActivityPlace.objects.live().filter(activity=OuterRef("pk"), unit=supervisor.unit_id)
    found: Rows = (
        _attended(supervisor.member)
        .filter(held_on__range=(supervisor.starts, supervisor.ends))
        .annotate(at_unit=Exists(at_unit), opinions_here=Count("opinions", filter=_of_unit(supervisor), distinct=True))
        .order_by("-held_on", "-id")
    )
    return found


def _of_unit(supervisor: Supervisor) -> Q:
    return Q(opinions__unit=supervisor.unit_id, opinions__voided_at=None)


def _attended(member: Member) -> Rows:
    there = Participant.objects.live().filter(person=member.person_id, verdict=Verdict.ATTENDED)
    rows = Activity.objects.live().filter(committee=member.committee_id, family=Family.SUPERVISION)
    return rows.filter(state__in=COUNTING_STATES, pk__in=there.values("activity_id"))


def groups(committee: Committee, day: dt.date | None = None) -> Rows:
    """Groups of a committee with how many supervisors in office each has; of a day where given."""
    rows = SupervisionGroup.objects.live().filter(committee=committee).select_related("unit", "task", "leader__person")
    if day is not None:
        rows = rows.filter(Q(ends=None) | Q(ends__gte=day), starts__lte=day)
    inside = Supervisor.objects.filter(rules.in_office(day or clock.today()), group=OuterRef("pk")).order_by()
    counted = inside.values("group").annotate(many=Count("pk")).values("many")
    return rows.annotate(inside=counted).order_by("name", "id")


def groups_of_task(task: Task) -> Rows:
    """Groups that were founded for a task of the plan."""
    return groups(task.committee).filter(task=task)


def groups_at(activity: Activity) -> list[SupervisionGroup]:
    """Groups whose work a supervision is: those of its task and of the units visited; [] for other families."""
    if activity.family != Family.SUPERVISION:
        return []
    visited = ActivityPlace.objects.live().filter(activity=activity, unit__isnull=False).values("unit_id")
    ours = Q(unit__in=visited)
    if activity.task_id is not None:
        ours |= Q(task=activity.task_id)
    return list(groups(activity.committee, activity.held_on).filter(ours))


def units_visited(activity: Activity) -> list[int]:
    """Keys of the units outside that were visited."""
    rows = ActivityPlace.objects.live().filter(activity=activity, unit__isnull=False).order_by("number", "id")
    return list(dict.fromkeys(rows.values_list("unit_id", flat=True)))


def names_visited(activity: Activity) -> list[str]:
    """Names of the bodies that an activity went to, venues left out."""
    rows = ActivityPlace.objects.live().filter(activity=activity).exclude(role=PlaceRole.VENUE).order_by("number", "id")
    return list(dict.fromkeys(rows.values_list("name", flat=True)))


def group(actor: Actor, uid: Any) -> SupervisionGroup:
    """A group the office keeps. Raises `Missing`."""
    rows = SupervisionGroup.objects.live().filter(rules.office.rows(actor), uid=uid)
    found: SupervisionGroup | None = rows.select_related("committee", "unit", "leader__person").first()
    if found is None:
        raise Missing("activities.no_group")
    return found


def opinions(actor: Actor) -> Rows:
    """Opinion papers that the actor may see."""
    rows = SupervisionOpinion.objects.live().filter(rules.visible_opinion.rows(actor))
    return rows.select_related("unit", "activity", "group").defer("answer", "finding")


def opinion(actor: Actor, uid: Any) -> SupervisionOpinion:
    """One of them. Raises `Missing`."""
    rows = SupervisionOpinion.objects.filter(rules.visible_opinion.rows(actor), uid=uid)
    found: SupervisionOpinion | None = rows.select_related(
        "unit", "activity__committee", "activity__organ", "activity__task", "group__task", "paper__committee",
        "look_activity", "committee",
    ).first()  # fmt: skip
    if found is None:
        raise Missing("activities.no_opinion")
    return found


def opinions_of(activity: Activity) -> list[SupervisionOpinion]:
    """Opinion papers from one activity."""
    rows = SupervisionOpinion.objects.live().filter(activity=activity).select_related("unit")
    return list(rows.order_by("id"))


def ballot_of(activity: Activity) -> Ballot | None:
    """The ballot of an appraisal."""
    row = ActivityBallot.objects.live().filter(activity=activity).select_related("ballot").first()
    return row.ballot if row is not None else None


def supervisor_accounts(opinion: SupervisionOpinion) -> list[int]:
    """Accounts of the unit's supervisors in office today."""
    rows = Supervisor.objects.filter(rules.in_office(clock.today()), unit=opinion.unit_id)
    rows = rows.filter(committee=opinion.committee_id, member__person__account__isnull=False)
    return list(rows.values_list("member__person__account_id", flat=True))


def looks(opinion: SupervisionOpinion) -> Rows:
    """Supervision activities after the unit's answer, one of which may have been the look-back."""
    rows = Activity.objects.live().filter(committee=opinion.committee_id, family=Family.SUPERVISION)
    since = opinion.answered_on or opinion.sent_on or clock.today()
    return rows.filter(state__in=COUNTING_STATES, held_on__gte=since).order_by("-held_on", "-id")


def exchanges(actor: Actor) -> Rows:
    """Packages that the office has made."""
    rows = Exchange.objects.live().filter(rules.office.rows(actor))
    return rows.annotate(of_units=Count("units", distinct=True)).order_by("-id")


def exchange(actor: Actor, uid: Any) -> Exchange:
    """One of them. Raises `Missing`."""
    found: Exchange | None = Exchange.objects.live().filter(rules.office.rows(actor), uid=uid).first()
    if found is None:
        raise Missing("activities.no_exchange")
    return found


def exchange_units(exchange: Exchange) -> list[str]:
    """Names of the units it speaks of."""
    return list(exchange.units.order_by("unit__name").values_list("unit__name", flat=True))


# Rows of figures.


def day_of(period: Period) -> dt.date:
    """The day a stock is taken on."""
    return clock.until(period.end)


def in_office(scope: Scope, period: Period) -> Rows:
    """Supervisors in office on the last day of the period (R4.5)."""
    rows = Supervisor.objects.live().within(scope).filter(rules.in_office(day_of(period)))
    return rows.select_related("member__person", "unit", "group", "committee").order_by("unit__name", "id")


def taking_part(scope: Scope, period: Period) -> Rows:
    """Times supervisors took part in supervision activities of the period, while in office (R4.6)."""
    held = Supervisor.objects.live().filter(
        member__person=OuterRef("person"), committee=OuterRef("committee"), starts__lte=OuterRef("activity__held_on"),
        ends__gte=OuterRef("activity__held_on"),
    )  # fmt: skip
    rows = Participant.objects.live().within(scope).filter(
        verdict=Verdict.ATTENDED, activity__voided_at=None, activity__family=Family.SUPERVISION,
        activity__state__in=COUNTING_STATES, activity__held_on__range=(period.start, period.end),
    )  # fmt: skip
    return rows.filter(Exists(held)).select_related("activity", "person").order_by("activity__held_on", "id")


def opinions_out(scope: Scope, period: Period) -> Rows:
    """Opinion papers sent in the period that stand."""
    rows = SupervisionOpinion.objects.live().within(scope).filter(state__in=OUT_STATES)
    rows = rows.filter(sent_on__range=(period.start, period.end))
    if scope.organ is not None:
        rows = rows.filter(activity__organ=scope.organ)
    return rows.select_related("unit", "activity", "committee").order_by("sent_on", "id")


def opinions_back(scope: Scope, period: Period) -> Rows:
    """Of those, the ones that the unit has answered."""
    return opinions_out(scope, period).filter(state__in=BACK_STATES)


def opinions_closed(scope: Scope, period: Period) -> Rows:
    """Of those, the ones closed by a look-back."""
    return opinions_out(scope, period).filter(state=OpinionState.CLOSED)


def records(committee: int, units: Collection[int], days: Days) -> Iterator[list[Any]]:
    """What supervision knows of units, for a package: opinions, activities at them, supervisors. Three queries."""
    span = (days.since, days.until)
    rows: Any = SupervisionOpinion.objects.live().filter(
        committee_id=committee, unit__in=list(units), state__in=OUT_STATES, sent_on__range=span
    )
    for one in rows.select_related("unit").order_by("unit__name", "sent_on"):
        state = one.get_state_display()
        yield [one.unit.name, SHEET["opinion"], one.title, one.number, one.sent_on, state, one.answer]
    rows = ActivityPlace.objects.live().filter(
        activity__committee_id=committee, activity__voided_at=None, activity__family=Family.SUPERVISION,
        activity__state__in=COUNTING_STATES, unit__in=list(units), activity__held_on__range=span,
    )  # fmt: skip
    for one in rows.select_related("unit", "activity").order_by("unit__name", "activity__held_on"):
        event = one.activity
        state = event.get_state_display()
        yield [one.unit.name, SHEET["activity"], event.title, "", event.held_on, state, event.summary]
    rows = Supervisor.objects.filter(rules.in_office(days.until), committee_id=committee, unit__in=list(units))
    for one in rows.select_related("unit", "member__person").order_by("unit__name", "id"):
        state = one.get_state_display()
        yield [one.unit.name, SHEET["supervisor"], one.member.person.name, one.number, one.starts, state, ""]
