"""How the rooms below know joint topics: attachments, what hangs on a record, progress of plans, ties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.files import rights
from lvzhi.joint import kinds, queries, rules
from lvzhi.joint.models import Partaking, Piece, Topic
from lvzhi.joint.vocabulary import COUNTED, PART_TONES, WORDS, PartState, Role
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.plans import progress
from lvzhi.search import kinds as search
from lvzhi.ui.marks import Tag

TOPIC, PIECE, PART = "joint.topic", "joint.piece", "joint.partaking"


def _visible(actor: Actor, uid: UUID) -> bool:
    return Topic.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def may_add(actor: Actor, topic: Topic) -> bool:
    """Who may attach: whoever leads it, and keepers of the committees that take part; nobody once it is closed."""
    if not rules.going(actor, topic):
        return False
    if rules.leads(actor, topic):
        return True
    return Partaking.objects.live().filter(rules.manages.rows(actor), topic=topic).exists()


def _may_add(actor: Actor, uid: UUID) -> bool:
    topic = Topic.objects.filter(uid=uid).first()
    return topic is not None and may_add(actor, topic)


def _titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return dict(Topic.objects.filter(uid__in=list(uids)).values_list("uid", "title"))


def _url(uid: UUID) -> str:
    return reverse("joint:detail", args=[uid])


def _part_url(part: Partaking) -> str:
    return f"{_url(part.topic.uid)}#part-{part.uid}"


def _piece(uid: UUID) -> Piece | None:
    return Piece.objects.filter(uid=uid).select_related("topic").first()


def _piece_titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return dict(Piece.objects.filter(uid__in=list(uids)).values_list("uid", "what"))


def _piece_url(uid: UUID) -> str:
    piece = _piece(uid)
    return f"{_url(piece.topic.uid)}#piece-{piece.uid}" if piece is not None else ""


def panels(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """On the page of a record that may be a topic: the parts of every level, or the button that opens it to others."""
    kind = record._meta.label_lower
    if kind not in kinds.kinds():
        return []
    found = queries.records(actor, kind, record.uid) if getattr(record, "has_topic", True) else []
    lines = [
        beside.Line(part.committee.display, _part_url(part), _part_tag(part), part.until, queries.part_note(part))
        for topic in found
        for part in topic.levels  # type: ignore[attr-defined]  # reason: read with the topic
    ]
    add, known = "", kinds.kind_of(kind)
    if not found and known is not None and known.may_open(actor, record):
        add = reverse("joint:open", args=[kind, record.uid])
    url = _url(found[0].uid) if found else ""
    return [beside.Panel(WORDS["panel"], "relate", lines, url=url, add=add, add_words=WORDS["panel_add"])]


def _part_day(part: Partaking) -> dt.date | None:
    return part.finished_on or part.until


def _part_tag(part: Partaking) -> Tag:
    return Tag(queries.role_words(part), PART_TONES[PartState(part.state)])


def _serving() -> Any:
    rows = Partaking.objects.live().filter(state__in=COUNTED, topic__voided_at=None).exclude(role=Role.LEAD)
    return rows.select_related("topic")


TEXTS = search.of(
    Topic, rules.visible, "joint:detail", ["title"], body=["words", "outcome_words"], day="opened_on", organ="organ_id",

)  # fmt: skip


def register() -> None:
    """Say to the rooms below what joint topics are."""
    search.register(TEXTS)
    beside.register(beside.Beside("joint.levels", frozenset(), panels))
    rights.register(
        TOPIC, may_read=_visible, may_add=_may_add, as_record=True,
        committee=lambda uid: int(Topic.objects.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip
    links.register(
        links.Kind(
            TOPIC, str(Topic._meta.verbose_name), lambda uid: _titles([uid]).get(uid, ""),
            _url, _visible, _titles, organ=links.organ_of(Topic.objects),
        ),
        links.Kind(
            PIECE, str(Piece._meta.verbose_name), lambda uid: _piece_titles([uid]).get(uid, ""), _piece_url,
            lambda actor, uid: Piece.objects.filter(rules.piece_visible.rows(actor), uid=uid).exists(), _piece_titles,
        ),
    )  # fmt: skip
    progress.register(
        progress.Source(
            key=PART, name=str(Topic._meta.verbose_name), rows=_serving, title=lambda part: part.topic.title,
            address=_part_url, day=_part_day, tag=_part_tag, visible=rules.part_visible.rows,
            day_field="finished_on", counts=Q(state=PartState.DONE), campaign="",
        )
    )  # fmt: skip
