"""An organ passes into others: whoever holds a role for it holds it for an heir from the day on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lvzhi.accounts.models import Appointment
from lvzhi.accounts.vocabulary import PASSING
from lvzhi.committee.models import Organ
from lvzhi.committee.successions import Item, Passing, Topic
from lvzhi.journal.lines import line

KEY = "accounts.appointments"
ONE_DAY = dt.timedelta(days=1)


def _open(organ: Organ, on: dt.date) -> Any:
    return Appointment.objects.on(on).filter(organ=organ, starts__lt=on).select_related("account", "committee")


def items(organ: Organ, on: dt.date) -> Sequence[Item]:
    """Roles held for the organ on the day."""
    return [
        Item(str(row.pk), PASSING["item"].format(name=row.account.name, role=row.get_role_display()))
        for row in _open(organ, on)
    ]


def move(passing: Passing) -> int:
    """End each role the day before and give it for the heir, until the same day.

    The right is that of whoever lets the organ pass; nobody gains a role that he did not hold the day before.
    """
    moved = 0
    for row in _open(passing.organ, passing.on):
        heir = passing.heir(KEY, row.pk)
        facts = {"role": row.get_role_display(), "starts": passing.on.isoformat()}
        with line(passing.actor, "accounts.appoint", subject=row.account, committee=row.committee, **facts):
            after = Appointment(
                account=row.account, role=row.role, committee=row.committee, organ=heir, starts=passing.on,
                ends=row.ends, ground=row.ground,
            )  # fmt: skip
            row.ends = passing.on - ONE_DAY
            row.save()
            held = Appointment.objects.on(passing.on).filter(account=row.account, role=row.role, organ=heir)
            if not held.exists():
                after.save()
        moved += 1
    return moved


TOPIC = Topic(KEY, PASSING["name"], items, move)
