"""Who came along, where it went and with whom, in one statement: the page shows much else besides (R5.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Coalesce

from lvzhi.activities.models import ActivityPlace, Participant, Partner

PERSON, PLACE, PARTNER = "person", "place", "partner"
FIELDS = (
    "what",
    "activity_id",
    "order",
    "pk",
    "said_role",
    "name",
    "said",
    "unit_name",
    "said_capacity",
    "said_verdict",
)


@dataclass(frozen=True)
class Along:
    """A participant, a place or a partner.

    Args:
        asked: what was asked at a place. unit: the unit that the place is. capacity, verdict: of a participant.
    """

    what: str
    role: str
    name: str
    asked: str
    unit: str
    capacity: str
    verdict: str


def along(keys: list[int]) -> list[Along]:
    """All of the activities, in their order."""
    people = _with(Participant, keys, what=_said(PERSON), said_role=F("role"), said_capacity=F("capacity"),
                   said_verdict=F("verdict"))  # fmt: skip
    places = _with(ActivityPlace, keys, what=_said(PLACE), said_role=F("role"), said=F("asked"), order=F("number"),
                   unit_name=Coalesce(F("unit__name"), _said("")))  # fmt: skip
    partners = _with(Partner, keys, what=_said(PARTNER))
    rows = sorted(people.union(places, partners, all=True))
    return [Along(what, *rest) for what, _, _, _, *rest in rows]


def _said(text: str) -> Value:
    return Value(text, output_field=CharField())


def _with(model: Any, keys: list[int], **given: Any) -> QuerySet[Any, Any]:
    """Live rows with the same columns whatever they are; "" where a row has no such thing."""
    empty = dict.fromkeys(("said_role", "said", "unit_name", "said_capacity", "said_verdict"), _said(""))
    columns = {"order": Value(0, output_field=IntegerField())} | empty | given
    rows: QuerySet[Any, Any] = model.objects.live().filter(activity__in=keys).order_by()
    found: QuerySet[Any, Any] = rows.annotate(**columns).values_list(*FIELDS)
    return found
