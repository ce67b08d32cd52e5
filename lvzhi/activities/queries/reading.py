"""Activities and what hangs on them."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.activities import rules
from lvzhi.activities.models import Activity, Attendance, Participant, Sitting
from lvzhi.activities.vocabulary import COUNTING_STATES, State
from lvzhi.committee.scope import Scope
from lvzhi.joint import queries as joint
from lvzhi.metrics.periods import Period

Rows = QuerySet[Any]
KIND = "activities.activity"


def live(scope: Scope) -> Rows:
    """Activities of the scope that are not voided, in any state."""
    return Activity.objects.live().within(scope)


def counting(scope: Scope, period: Period) -> Rows:
    """Activities that took place in the period, by their first day; cancelled ones and drafts count in nothing.

    Those of another committee that one of the scope has joined are among them (`joint`): each counts for every
    committee that took part, and once for all together. An organ's are its own and those of the offices under it, and
    what it has in hand of another committee's.
    """
    rows: Rows = Activity.objects.live()
    return rows.filter(held_here(scope, period) | joined_here(scope, period))


def held_here(scope: Scope, period: Period) -> Q:
    """Activities of the period that the scope's own committees and organ held."""
    return led(scope) & Q(state__in=COUNTING_STATES, held_on__range=(period.start, period.end))


def joined_here(scope: Scope, period: Period) -> Q:
    """Activities of the period that committees of the scope joined.

    Both halves of the "or" name state and day themselves, this one by what it is not: so a database without statistics
    finds the first by committee and day and the second by uid, and neither by state, which half the table has.
    """
    taken = Q(uid__in=joint.taking(scope, KIND), held_on__range=(period.start, period.end))
    return taken & ~Q(state__in=sorted(set(State) - set(COUNTING_STATES)))


def led(scope: Scope, prefix: str = "") -> Q:
    """Activities of the scope's own committees and organ; ``prefix`` leads from a row to its activity."""
    own = Q(**{f"{prefix}committee_id__in": scope.ids()})
    if scope.organ is None:
        return own
    return own & (Q(**{f"{prefix}organ": scope.organ}) | Q(**{f"{prefix}organ__parent": scope.organ}))


def ours(scope: Scope, role: str = "", committees: Any = None) -> Q:
    """Lines of a list that belong to a committee of the scope which has joined the activity: of its members, and of
    whom it sent into the team.

    Args:
        role: only what was joined in that role.
        committees: to which committees a row's person belongs; without it the tenure on the row says it.
    """
    parts = joint.joined_parts(scope, KIND, role).filter(topic__subject=OuterRef("activity__uid")).order_by()
    own = parts.filter(committee_id=OuterRef("member__committee_id"))
    if committees is not None:
        own = parts.filter(committee_id__in=committees)
    return Q(Exists(own)) | Q(Exists(parts.filter(mates__person=OuterRef("person_id"), mates__voided_at=None)))


def one(actor: Actor, uid: Any, **beside: Any) -> Activity:
    """The activity of that uid, if the actor may see it.

    Args:
        beside: annotations that come with it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rows = Activity.objects.filter(rules.visible.rows(actor), uid=uid).annotate(**beside)
    found = rows.select_related("committee", "organ", "task", "campaign", "site").first()
    if found is None:
        raise Missing("activities.unknown")
    return found


def participants_of(activity: Activity) -> Rows:
    """The list of an activity with the persons, in the order in which they were put on it."""
    return Participant.objects.live().filter(activity=activity).select_related("person").order_by("id")


def sittings_of(activity: Activity) -> Rows:
    """Its sittings in order of time."""
    return Sitting.objects.live().filter(activity=activity).order_by("starts", "number", "id")


def participant_of(uid: Any) -> Participant:
    """The row of a list with that uid. Raises `Missing`; rights are the activity's."""
    rows = Participant.objects.live().filter(uid=uid)
    found: Participant | None = rows.select_related("activity__committee", "person").first()
    if found is None:
        raise Missing("activities.unknown")
    return found


def attendance_of(uid: Any) -> Attendance:
    """The line of that uid. Raises `Missing`; rights are the activity's."""
    rows = Attendance.objects.live().filter(uid=uid)
    found: Attendance | None = rows.select_related("sitting__activity__committee", "participant__person").first()
    if found is None:
        raise Missing("activities.unknown")
    return found
