"""Bringing a person all their reminders of one run as one message that leads to the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.urls import reverse

from lvzhi.accounts.actors import LoginActor
from lvzhi.committee.models import Committee
from lvzhi.desk.vocabulary import DUE_GROUP, DUE_JOINER
from lvzhi.messages.actions import send
from lvzhi.workflow.reminding import Reminder

CODE = "desk.due"


def tell(person: LoginActor, place: Committee, found: Sequence[Reminder]) -> None:
    """One message: how many of each, without a title, which must go where its record is taken off-line."""
    counted = Counter((one.clock, one.occasion) for one in found)
    groups = [
        DUE_GROUP.format(clock=clock, count=count, occasion=occasion.label)
        for (clock, occasion), count in counted.items()
    ]
    if person.account_id is not None:
        send(
            [person.account_id], CODE, subject=(place._meta.label_lower, place.uid, reverse("desk:home")),
            committee=place, groups=DUE_JOINER.join(groups),
            matters=sorted({f"{one.workflow.key}/{one.record.uid}" for one in found}),
        )  # fmt: skip
