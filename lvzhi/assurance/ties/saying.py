"""How a look says what it found."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.assurance.vocabulary import SAID
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.norms.protection import Seen, Verdict

MONTH = dt.timedelta(days=30)
YEAR = dt.timedelta(days=365)


def good(said: str, *, document: str = "", address: str = "", **facts: Any) -> Seen:
    """It is as asked."""
    return Seen(Verdict.GOOD, SAID[said].format(**facts), address, document)


def fact(said: str, *, document: str = "", address: str = "", **facts: Any) -> Seen:
    """A number or a name, no verdict."""
    return Seen(Verdict.FACT, SAID[said].format(**facts), address, document)


def bad(said: str, *, document: str = "", address: str = "", **facts: Any) -> Seen:
    """It is not."""
    return Seen(Verdict.BAD, SAID[said].format(**facts), address, document)


def duty(said: str, *, document: str = "for-operators/7-protection", **facts: Any) -> Seen:
    """Nothing that a program sees."""
    return Seen(Verdict.DUTY, SAID[said].format(**facts), "", document)


def either(holds: bool, said: str, otherwise: str = "", **facts: Any) -> Seen:
    """As asked, or not; the same sentence says both where it has the number in it."""
    return good(said, **facts) if holds else bad(otherwise or said, **facts)


def events(committee: Committee, *named: str, since: dt.timedelta = MONTH) -> int:
    """How many lines of these events the journal has of a committee since then; a name may end in ``%``."""
    from django.db.models import Q

    wanted = Q(event__in=[one for one in named if "%" not in one])
    for one in named:
        if "%" in one:
            wanted |= Q(event__endswith=one.strip("%"))
    return Entry.objects.filter(wanted, committee_id=committee.pk, at__gte=clock.now() - since).count()
