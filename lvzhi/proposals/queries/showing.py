"""What the page of a proposal shows of its handling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from lvzhi.access import Actor
from lvzhi.proposals.models import (
    Appraisal,
    Assignment,
    Contact,
    Extension,
    Promise,
    Proposal,
    Reminder,
    Reply,
    ReplyPoint,
    ReturnAsked,
)
from lvzhi.proposals.vocabulary import ExtensionState
from lvzhi.workflow.models import DueNotice

Rows = QuerySet[Any]


def extensions_of(proposal: Proposal) -> tuple[tuple[date, date], ...]:
    """Approved later dates as (new date, approved on), in the order of approval; no query where none was asked."""
    if not proposal.extensions_asked:
        return ()
    granted = Extension.objects.live().filter(proposal=proposal, state=ExtensionState.GRANTED)
    rows = granted.order_by("decided_on", "id").values_list("until", "decided_on")
    return tuple((until, decided) for until, decided in rows if decided is not None)


def replies_shown(actor: Actor) -> Rows:
    """Replies given; a draft that waits for the unit's head is the unit's own."""
    units = sorted(actor.units("unit_officer") | actor.units("unit_head"))
    own = Q(assignment__unit_id__in=units) if units else Q(pk__in=[])
    rows = Reply.objects.live().filter(Q(pending=False) | own)
    return rows.select_related("assignment__unit").order_by("round", "id")


def load_points(replies: Sequence[Any]) -> None:
    """Hang on replies their points with recommendation and promise, in one query, and none where there are none."""
    pointed = [reply for reply in replies if reply.points_count]
    points = ReplyPoint.objects.live().select_related("recommendation", "promise__unit").order_by("id")
    if pointed:
        prefetch_related_objects(pointed, Prefetch("points", points))


def promises_beside(replies: Iterable[Any]) -> list[Promise]:
    """The promises of replies already loaded with their points."""
    points = (point for reply in replies if reply.points_count for point in reply.points.all())
    return [point.promise for point in points if hasattr(point, "promise") and point.promise.voided_at is None]


def handling_file(proposal: Proposal) -> dict[str, Rows]:
    """The file of a proposal's handling: talks, requests for more time, reminders, refusals of units."""
    return {
        "contacts": Contact.objects.live().filter(proposal=proposal).select_related("assignment__unit"),
        "extensions": extensions_shown().filter(proposal=proposal),
        "reminders": Reminder.objects.live().filter(proposal=proposal).select_related("assignment__unit"),
        "returns": ReturnAsked.objects.live().filter(proposal=proposal).select_related("unit").order_by("trip"),
    }


def appraisals_shown(actor: Actor) -> Rows:
    """Appraisals that the actor may know of, in order."""
    from lvzhi.proposals.rules.appraising import visible_appraisal

    rows = Appraisal.objects.live().filter(visible_appraisal.rows(actor))
    return rows.select_related("unit").order_by("round", "id")


def notices_of(proposal: Proposal, *, whole: bool) -> Rows:
    """What the system reminded people of by itself.

    Args:
        whole: with the committee's own time limits and the signatories'; otherwise the units' alone, since whom a
            rating is still asked of is sealed (R1.92).
    """
    about: list[Any] = [proposal.uid]
    for model in (Assignment, Promise, Extension):
        about += list(model.objects.filter(proposal=proposal).values_list("uid", flat=True))
    rows = DueNotice.objects.live().filter(record_uid__in=about).order_by("id")
    return rows if whole else rows.filter(Q(kind="proposals.assignment") | Q(clock__in=UNIT_CLOCKS))


UNIT_CLOCKS = ("answer", "rehandle")


def extensions_shown() -> Rows:
    """Requests for more time, in order."""
    return Extension.objects.live().select_related("unit").order_by("id")
