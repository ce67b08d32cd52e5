"""What this room hangs on the pages of the people room: this year's sums of a member's file."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.dossier import rules
from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.queries import sums
from lvzhi.dossier.vocabulary.words import CAME, WORDS
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links.beside import Line, Panel
from lvzhi.metrics import periods
from lvzhi.people.models import Member


def panels(actor: Actor, record: Sealed) -> Sequence[Panel]:
    """The way to a member's file, with this year's sums."""
    if not isinstance(record, Member) or record.voided_at is not None or not rules.FILE(actor, record):
        return []
    period = periods.year(clock.today().year)
    numbers = sums.counted(Scope(record.committee), period, KINDS, [record.person_id]).get(record.person_id, {})
    url = reverse("dossier:file", args=[record.uid]) + f"?period={period.text}"
    said = [
        Line(WORDS["more_kind"].format(kind=one.name, count=count, unit=one.unit), f"{url}&kind={one.key}")
        for one in KINDS
        if not one.again and one.key != CAME and (count := numbers.get(one.key, (0, None))[0])
    ]
    return [Panel(WORDS["panel"], "notebook", [Line(WORDS["open"], url, note=period.label), *said])]


def register() -> None:
    """Say what hangs on the pages of members."""
    beside.register(beside.Beside("dossier.file", frozenset({Member._meta.label_lower}), panels))
