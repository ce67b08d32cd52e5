"""Requests for correction: one's own, and those that wait for the office."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.dossier import rules
from lvzhi.dossier.models import Amendment
from lvzhi.dossier.vocabulary.amending import WORDS, AmendState
from lvzhi.people.models import Person
from lvzhi.people.vocabulary import Education, EmployerKind, Gender

CODED: dict[str, Any] = {"gender": Gender, "education": Education, "employer_kind": EmployerKind}


def own(person: Person) -> QuerySet[Amendment]:
    """One's own, the newest first."""
    rows: QuerySet[Amendment] = Amendment.objects.live().filter(person=person)
    return rows.order_by("-asked_on", "-pk")


def waiting(actor: Actor) -> QuerySet[Amendment]:
    """Those that the actor may decide, the oldest first."""
    rows = Amendment.objects.live().filter(rules.decides.rows(actor), state=AmendState.ASKED)
    found: QuerySet[Amendment] = rows.select_related("person", "committee").order_by("asked_on", "pk")
    return found


def one(actor: Actor, uid: UUID) -> Amendment:
    """The request of that uid.

    Raises:
        Missing: none such, or not for this actor.
    """
    rows = Amendment.objects.live().filter(rules.visible_amendment.rows(actor), uid=uid)
    found: Amendment | None = rows.select_related("person", "committee").first()
    if found is None:
        raise Missing("dossier.amend_unknown")
    return found


def stored(person: Person, field: str) -> str:
    """What is recorded in a field, as a request keeps it: dates as ISO text, codes as codes."""
    value = getattr(person, field)
    if field in ("phone", "id_number"):
        return value.reveal() if value else ""
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")


def worded(field: str, value: str) -> str:
    """A stored value as people read it."""
    if not value:
        return WORDS["empty"]
    return str(CODED[field](value).label) if field in CODED and value in CODED[field].values else value
