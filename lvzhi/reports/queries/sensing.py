"""The corrections of a committee, as the list shows them and as the check takes them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.reports import rules
from lvzhi.reports.checking import senses
from lvzhi.reports.checking.senses import Pattern
from lvzhi.reports.models import Sense


def sense_address(row: Sense) -> str:
    """The page of a correction."""
    return reverse("reports:sense", args=[row.uid])


def senses_of(actor: Actor, committee: int) -> QuerySet[Sense]:
    """Those the actor may see, the newest first; those taken back too."""
    return Sense.objects.filter(rules.correction_visible.rows(actor), committee_id=committee).order_by("-id")


def sense_of(actor: Actor, uid: UUID) -> Sense:
    """One that the actor may see. Raises `Missing`."""
    found = Sense.objects.filter(rules.correction_visible.rows(actor), uid=uid).select_related("committee").first()
    if found is None:
        raise Missing("reports.sense_unknown")
    return found


def pattern_of(row: Sense) -> Pattern:
    """The words by which it knows a claim again."""
    return Pattern(row.subject, row.action, row.unit, row.near, row.heading)


def clashing(row: Sense) -> Sense | None:
    """A standing correction of the committee that says something else of the same claims, the newest first."""
    pattern = pattern_of(row)
    others = Sense.objects.live().filter(committee_id=row.committee_id).exclude(pk=row.pk).order_by("-id")
    return next((one for one in others if pattern_of(one).clashes(pattern)), None)


def in_force(committee: Committee) -> list[senses.Sense]:
    """What the check takes."""
    return [
        senses.Sense(
            pattern_of(row), row.figure, tuple((key, value, label) for key, value, label in row.cuts), row.whole,
            row.reach, row.who, clock.as_day(row.created_at),
        )
        for row in Sense.objects.live().filter(committee=committee).order_by("id")
    ]  # fmt: skip
