"""This year's sums of one's own file, for the desk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.queries.sums import counted, group_count
from lvzhi.dossier.vocabulary.words import GROUPS
from lvzhi.metrics import periods
from lvzhi.metrics.periods import Period
from lvzhi.people.queries import member_of_account


@dataclass(frozen=True, slots=True)
class OwnYear:
    """What a card shows: the groups that have lines, each with its address, and the whole file's."""

    period: Period
    url: str
    counts: list[tuple[str, int, str]]


def own_year(actor: Actor, committee: Committee, day: dt.date) -> OwnYear | None:
    """The sums of the year of `day`; None for one who is no member then. Two statements."""
    member = member_of_account(actor.account_id, committee.pk, day)
    if member is None:
        return None
    period = periods.year(day.year)
    numbers = counted(Scope(committee), period, KINDS, [member.person_id]).get(member.person_id, {})
    url = reverse("dossier:file", args=[member.uid]) + f"?period={period.text}"
    found = [
        (name, count, f"{url}&kind={group}") for group, name in GROUPS.items() if (count := group_count(numbers, group))
    ]
    return OwnYear(period, url, found)
