"""Lists: what one may see, one's own, the calendar of a month, the keeper's board."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)

from lvzhi.access import Actor
from lvzhi.access.rules import held_in
from lvzhi.activities import rules
from lvzhi.activities.models import (
    Activity,
    ActivityPlace,
    AgendaItem,
    Attendance,
    Leave,
    Participant,
    Partner,
    Sitting,
    Speech,
)
from lvzhi.activities.queries.reading import one
from lvzhi.activities.vocabulary import COUNTING_STATES, LeaveState, State
from lvzhi.deadlines import clock
from lvzhi.files.queries import any_of
from lvzhi.joint import queries as joint
from lvzhi.links.queries import any_of as ties_any_of
from lvzhi.people.rules import INSIDE

KIND = "activities.activity"


def readable(actor: Actor) -> Any:
    """Activities the actor may read, voided ones too."""
    return Activity.objects.filter(rules.visible.rows(actor))


def listed(rows: Any) -> Any:
    """The rows with what a line of a list shows, in two queries."""
    return rows.select_related("organ").defer("notice", "summary").prefetch_related(_places())


def say_joint(actor: Actor, rows: Sequence[Any]) -> None:
    """Say of each row, as ``joint_role``, what the actor's committee does in it together with others. One query."""
    found = joint.roles_here(held_in(actor, INSIDE), KIND, [row.uid for row in rows])
    for row in rows:
        row.joint_role = found.get(row.uid, "")


def _places() -> Any:
    return Prefetch("places", ActivityPlace.objects.live().order_by("number", "id"), to_attr="spots")


def matching(rows: Any, text: str) -> Any:
    """Rows whose title, topic, kind or place holds what was typed."""
    spots = ActivityPlace.objects.live().filter(name__contains=text).values("activity_id")
    return rows.filter(
        Q(title__contains=text) | Q(topic__contains=text) | Q(kind_name__contains=text) | Q(pk__in=spots)
    )


def with_start(rows: Any) -> Any:
    """The rows with the moment, half day and certainty of their first sitting, for `tables.begins`."""
    first = Sitting.objects.live().filter(activity=OuterRef("pk")).order_by("starts", "number")
    return rows.annotate(
        begins=Subquery(first.values("starts")[:1]),
        begins_half=Subquery(first.values("half")[:1]),
        begins_timed=Subquery(first.values("timed")[:1]),
    )


def in_month(rows: Any, first: dt.date, last: dt.date) -> Any:
    """Activities that touch the days from first to last, in order of time."""
    found = rows.filter(held_on__lte=last, ends_on__gte=first).exclude(state=State.CANCELLED)
    return with_start(found).order_by("held_on", "begins", "id")


def mine(actor: Actor) -> Any:
    """Activities on whose list the actor stands, with role, verdict and leave beside them."""
    if actor.account_id is None:
        return Activity.objects.none()
    own = Participant.objects.live().filter(activity=OuterRef("pk"), person__account_id=actor.account_id)
    leave = (
        Leave.objects.live()
        .filter(activity=OuterRef("pk"), participant__person__account_id=actor.account_id)
        .exclude(state=LeaveState.WITHDRAWN)
    )
    rows = Activity.objects.live().exclude(state=State.DRAFT).filter(Exists(own))
    return with_start(rows).annotate(
        my_role=Subquery(own.values("role")[:1]),
        my_verdict=Subquery(own.values("verdict")[:1]),
        my_leave=Subquery(leave.order_by("-id").values("state")[:1]),
    )


def coming(actor: Actor, count: int) -> list[Any]:
    """The next activities that the actor is invited to, the nearest first."""
    rows = mine(actor).filter(ends_on__gte=clock.today(), state__in=(State.PLANNED, State.HELD))
    return list(listed(rows).order_by("held_on", "begins", "id")[:count])


def kept(actor: Actor) -> Any:
    """Activities the actor keeps, with what is missing of each as annotations."""
    gone = Sitting.objects.live().filter(activity=OuterRef("pk"), on__lte=clock.today())
    noted = Attendance.objects.live().filter(sitting=OuterRef("pk"))
    people = Participant.objects.live().filter(activity=OuterRef("pk")).order_by().values("activity")
    rows = Activity.objects.live().filter(rules.keeper.rows(actor))
    return rows.annotate(
        on_list=Subquery(people.annotate(n=Count("pk")).values("n")),
        unnoted=Exists(gone.filter(~Exists(noted))),
        has_files=any_of(KIND),
        waiting=Exists(Leave.objects.live().filter(activity=OuterRef("pk"), state=LeaveState.ASKED)),
        no_summary=Case(When(summary="", then=Value(1)), default=Value(0), output_field=IntegerField()),
    )


def _conditions() -> dict[str, Q]:
    """What a kept activity may lack: notice, holding, attendance, summary, decision on leave."""
    today = clock.today()
    return {
        "notice": Q(state=State.DRAFT, held_on__gte=today),
        "holding": Q(state__in=(State.DRAFT, State.PLANNED), held_on__lte=today),
        "attendance": Q(unnoted=True, on_list__gt=0, state__in=(State.PLANNED, State.HELD)),
        "summary": Q(state__in=COUNTING_STATES, summary=""),
        "leave": Q(waiting=True, state__in=(State.PLANNED, State.HELD)),
    }


def lacking(rows: Any, what: str) -> Any:
    """Of kept activities, those that lack something."""
    conditions = _conditions()
    return rows.filter(conditions[what]) if what in conditions else rows


def lacking_counts(actor: Actor) -> dict[str, int]:
    """How many of the kept activities lack what. One query."""
    counts = {key: Count("pk", filter=condition) for key, condition in _conditions().items()}
    found: dict[str, int] = kept(actor).order_by().aggregate(**counts)
    return found


def detailed(actor: Actor, uid: Any) -> Activity:
    """The activity for its page, with what hangs on it said beforehand, so that nothing is asked for what it lacks.

    Raises:
        Missing: as `reading.one`.
    """
    hangs: dict[str, Any] = {
        "has_partners": Partner.objects.live().filter(activity=OuterRef("pk")),
        "has_places": ActivityPlace.objects.live().filter(activity=OuterRef("pk")),
        "has_leaves": Leave.objects.live().filter(activity=OuterRef("pk")),
        "has_agenda": AgendaItem.objects.live().filter(sitting__activity=OuterRef("pk")),
        "has_speeches": Speech.objects.live().filter(activity=OuterRef("pk")),
        "has_lines": Attendance.objects.live().filter(sitting__activity=OuterRef("pk")),
    }
    said = {"has_files": any_of(KIND), "has_ties": ties_any_of(KIND), "has_topic": joint.any_over(KIND)}
    return one(actor, uid, **said, **{name: Exists(rows) for name, rows in hangs.items()})


def partners_of(activity: Activity) -> list[Partner]:
    """Bodies that hold it with us."""
    if not getattr(activity, "has_partners", True):
        return []
    return list(Partner.objects.live().filter(activity=activity).order_by("id"))


def places_of(activity: Activity) -> list[ActivityPlace]:
    """Its places in order."""
    if not getattr(activity, "has_places", True):
        return []
    return list(ActivityPlace.objects.live().filter(activity=activity).select_related("unit").order_by("number", "id"))


def programme(activity: Activity) -> list[Sitting]:
    """Its sittings in order of time, each with its agenda as ``items``. Two queries, one where there is no agenda."""
    rows = Sitting.objects.live().filter(activity=activity).order_by("starts", "number", "id")
    if not getattr(activity, "has_agenda", True):
        return list(rows)
    agenda = Prefetch("agenda", AgendaItem.objects.live().order_by("number"), to_attr="items")
    return list(rows.prefetch_related(agenda))


def people_of(activity: Activity) -> list[Participant]:
    """The list by role and pinyin, with persons."""
    rows = Participant.objects.live().filter(activity=activity).select_related("person", "stand_in_for")
    return list(rows.order_by(F("person__pinyin").asc(nulls_last=True), "name", "id"))


def one_leave(actor: Actor, uid: Any) -> Leave | None:
    """The leave of that uid if the actor may see it."""
    rows = Leave.objects.filter(rules.visible_leave.rows(actor), uid=uid)
    return rows.select_related("activity__committee", "participant__person", "organ").first()


def leaves_of(activity: Activity) -> list[Leave]:
    """Requests for leave, the waiting first."""
    if not getattr(activity, "has_leaves", True):
        return []
    rows = Leave.objects.live().filter(activity=activity).select_related("participant__person", "organ")
    return sorted(rows, key=lambda row: (row.state != LeaveState.ASKED, row.pk))


def leave_of_row(row: Participant) -> Leave | None:
    """The last request for leave of somebody on the list that was not taken back."""
    rows = Leave.objects.live().filter(participant=row).exclude(state=LeaveState.WITHDRAWN)
    return rows.select_related("participant__person", "organ", "activity").order_by("-id").first()


def lines_of_row(row: Participant) -> list[Attendance]:
    """What is noted of somebody on the list, in order of time."""
    rows = Attendance.objects.live().filter(participant=row).select_related("sitting")
    return list(rows.order_by("sitting__starts", "sitting__number"))


def allowed(leaves: list[Leave], may: Q) -> set[int]:
    """Of these requests, those that a right reaches. One query."""
    rows = Leave.objects.filter(may, pk__in=[row.pk for row in leaves])
    return set(rows.values_list("pk", flat=True))
