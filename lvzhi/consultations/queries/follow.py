"""Following up: the record, who is told, what the adoption comes to."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from lvzhi.access import Actor, Missing
from lvzhi.activities.models import Activity, Participant, Speech
from lvzhi.consultations import rules
from lvzhi.consultations.models import FollowUp
from lvzhi.ledger.models import Advice, Author
from lvzhi.ledger.vocabulary.states import Adoption, AdviceState
from lvzhi.messages.queries import readings

FED = "consultations.fed_back"
ANSWERED = (AdviceState.ANSWERED, AdviceState.CLOSED)


def one_follow(actor: Actor, uid: UUID) -> FollowUp:
    """The following-up of that uid.

    Raises:
        Missing: none such, or of an activity that the actor may not see.
    """
    rows = FollowUp.objects.live().filter(rules.visible.rows(actor), uid=uid)
    found = rows.select_related("activity__committee", "activity__organ", "activity__task").first()
    if found is None:
        raise Missing("consultations.unknown")
    return found


def follow_of(activity: Activity) -> FollowUp | None:
    """What follows up an activity, where it was begun."""
    found: FollowUp | None = FollowUp.objects.live().filter(activity=activity).first()
    return found


def tally(activity: Activity) -> dict[str, int]:
    """How many pieces of advice a consultation has by what became of them. One statement."""
    answered = Q(state__in=ANSWERED)
    counted: dict[str, int] = Advice.objects.live().filter(activity=activity).order_by().aggregate(
        count=Count("pk"),
        answered=Count("pk", filter=answered),
        wholly=Count("pk", filter=answered & Q(outcome=Adoption.WHOLLY)),
        partly=Count("pk", filter=answered & Q(outcome=Adoption.PARTLY)),
        refused=Count("pk", filter=answered & Q(outcome=Adoption.NOT)),
    )  # fmt: skip
    return counted | {"open": counted["count"] - counted["answered"]}


def answered_all(activity: Activity) -> bool:
    """Whether every piece of advice of a consultation is answered, and there is one at all."""
    counted = tally(activity)
    return counted["count"] > 0 and counted["open"] == 0


def accounts_of(activity: Activity) -> list[int]:
    """Accounts of those who took part, spoke, or gave advice."""
    own = {"person__account__isnull": False}
    found: set[int] = set()
    for rows in (
        Participant.objects.live().filter(activity=activity, **own),
        Speech.objects.live().filter(activity=activity, **own),
        Author.objects.live().filter(advice__activity=activity, advice__voided_at=None, **own),
    ):
        listed: Any = rows.order_by().values_list("person__account_id", flat=True)
        found |= set(listed)
    return sorted(found)


def readings_of(follow: FollowUp) -> dict[int, datetime | None]:
    """When each account read the feedback; None where it has not yet. One statement."""
    return readings(follow.uid, FED)
