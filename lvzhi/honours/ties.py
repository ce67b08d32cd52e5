"""How the rooms below know honours: attachments, ties to works of any room, cards on their pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.files import rights
from lvzhi.honours import queries, rules
from lvzhi.honours.metrics import level_name
from lvzhi.honours.models import Honour
from lvzhi.honours.vocabulary import GIVEN_BACKWARD, GIVEN_FORWARD, GIVEN_TO, PANEL, TONES, State
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.search import kinds as search
from lvzhi.ui.marks import Tag

KIND = queries.KIND
OPEN = (State.CLAIMED, State.RETURNED)
# works of other rooms that may be honoured
ON = frozenset({
    "proposals.proposal", "activities.activity", "activities.speech", "papers.paper", "publications.manuscript",
    "publications.issue",
})  # fmt: skip


def _visible(actor: Actor, uid: UUID) -> bool:
    return Honour.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def may_add(actor: Actor, honour: Honour) -> bool:
    """Who may attach: its keepers, and whoever claimed it while it is not decided; nobody to a voided one."""
    if honour.voided_at is not None:
        return False
    return rules.keeper(actor, honour) or (honour.state in OPEN and rules.claimer(actor, honour))


def _may_add(actor: Actor, uid: UUID) -> bool:
    honour = Honour.objects.select_related("person").filter(uid=uid).first()
    return honour is not None and may_add(actor, honour)


def _committee(uid: UUID) -> int:
    return int(Honour.objects.values_list("committee_id", flat=True).get(uid=uid))


def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Names of several honours in one query."""
    return dict(Honour.objects.filter(uid__in=uids).values_list("uid", "title"))


def _title(uid: UUID) -> str:
    return titles([uid]).get(uid, "")


def _url(uid: UUID) -> str:
    return reverse("honours:detail", args=[uid])


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The card of honours on the page of a work; one query."""
    kind = record._meta.label_lower
    rows = queries.of_work(actor, kind, record.uid) if getattr(record, "has_ties", True) else []
    lines = [
        beside.Line(row.title, _url(row.uid), _tag(row), row.given_on, f"{row.given_by} {level_name(row)}")
        for row in rows
        if row.seen
    ]
    hidden = sum(not row.seen for row in rows)
    place: Any = getattr(record, "committee_id", None)
    may = place is not None and rules.keeps(actor, place) and getattr(record, "voided_at", None) is None
    add = f"{reverse('honours:enter')}?{urlencode({'about': f'{kind}:{record.uid}'})}" if may else ""
    return [
        beside.Panel(PANEL["title"], "honour", lines, hidden, add=add, add_words=PANEL["add"], empty=PANEL["empty"])
    ]


def _tag(row: Any) -> Tag:
    return Tag(row.get_state_display(), TONES[State(row.state)])  # type: ignore[arg-type]  # reason: the table holds tones


TEXTS = search.of(
    Honour, rules.visible, "honours:detail", ["title"], body=["work"], names=["name", "given_by"], number=["number"],
    day="given_on", organ="organ_id",
)  # fmt: skip


def register() -> None:
    """Say to the rooms below what honours are."""
    search.register(TEXTS)
    rights.register(KIND, may_read=_visible, may_add=_may_add, committee=_committee, as_record=True)
    name = str(Honour._meta.verbose_name)
    links.register(
        links.Kind(KIND, name, _title, _url, _visible, titles, organ=links.organ_of(Honour.objects)),
        links.Role(GIVEN_TO, GIVEN_FORWARD, GIVEN_BACKWARD, a_kinds=frozenset({KIND})),
    )
    beside.register(beside.Beside("honours.given", ON, panels))
