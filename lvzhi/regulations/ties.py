"""How the rooms below know rules and matters: attachments, ties, cards on the pages of other records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor, Rule
from lvzhi.files import rights
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.links.queries import ties
from lvzhi.regulations import queries, rules
from lvzhi.regulations.models import Matter, Regulation, Version
from lvzhi.regulations.queries.addresses import matter_address, rule_address, version_address
from lvzhi.regulations.queries.book import VERSION
from lvzhi.regulations.queries.matters import MATTER
from lvzhi.regulations.vocabulary.states import IN_WORK, MATTER_TONES, VERSION_TONES, MatterState, VersionState
from lvzhi.regulations.vocabulary.words import (
    ABOUT,
    ABOUT_BACKWARD,
    ABOUT_FORWARD,
    ADOPTED_AT,
    ADOPTED_BACKWARD,
    ADOPTED_FORWARD,
    MATTERS_ADD,
    MATTERS_PANEL,
    PANEL,
    PANEL_ADD,
    PANEL_NOTE,
)
from lvzhi.search import kinds as search
from lvzhi.ui.formats import day as day_words
from lvzhi.ui.marks import Tag

ACTIVITY = "activities.activity"
REPORTED_ABOUT = frozenset({ACTIVITY, "plans.plan", "papers.paper"})


def may_add(actor: Actor, record: Version | Matter) -> bool:
    """Who attaches: the author while a version is in the making, the office also later; the author to a matter."""
    if record.voided_at is not None:
        return False
    if isinstance(record, Matter):
        return rules.author(actor, record)
    if rules.version_keeper(actor, record):
        return True
    return record.state in IN_WORK and rules.version_author(actor, record)


def _files(model: Any, kind: str, rule: Rule) -> None:
    def may_read(actor: Actor, uid: UUID) -> bool:
        return bool(model.objects.filter(rule.rows(actor), uid=uid).exists())

    def adds(actor: Actor, uid: UUID) -> bool:
        found = model.objects.filter(uid=uid).first()
        return found is not None and may_add(actor, found)

    rights.register(
        kind, may_read=may_read, may_add=adds, as_record=True,
        committee=lambda uid: int(model.objects.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip


def _kind(model: Any, rule: Rule, address: Callable[[Any], str], organ: Any = None) -> links.Kind:
    def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
        return {row.uid: str(row) for row in model.objects.filter(uid__in=uids)}

    def visible(actor: Actor, uid: UUID) -> bool:
        return bool(model.objects.filter(rule.rows(actor), uid=uid).exists())

    return links.Kind(
        model._meta.label_lower,
        str(model._meta.verbose_name),
        lambda uid: titles([uid]).get(uid, ""),
        lambda uid: address(model(uid=uid)),
        visible,
        titles,
        organ=organ,
    )


def _ref(record: Sealed) -> str:
    return urlencode({"about": f"{record._meta.label_lower}:{record.uid}"})


def adopted(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The card of a meeting: rules that it adopted, and the way to put down another."""
    tied = ties(record, ADOPTED_AT) if getattr(record, "has_ties", True) else []
    uids = [one.uid for one in tied]
    found = Version.objects.live().filter(rules.version_visible.rows(actor), uid__in=uids).defer("text")
    rows = list(found) if uids else []
    lines = [
        beside.Line(
            str(row), version_address(row), Tag(row.get_state_display(), VERSION_TONES[VersionState(row.state)]),  # type: ignore[arg-type]  # reason: the table holds tones
            row.adopted_on, PANEL_NOTE.format(day=day_words(row.adopted_on)) if row.adopted_on else "",
        )
        for row in rows
    ]  # fmt: skip
    add = ""
    if rules.keeps(actor, getattr(record, "committee_id", 0)) and getattr(record, "voided_at", None) is None:
        add = f"{reverse('regulations:adopt')}?{_ref(record)}"
    return [beside.Panel(PANEL, "rules", lines, hidden=len(tied) - len(rows), add=add, add_words=PANEL_ADD)]


def reported(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The card of a meeting, plan or paper: what was reported to the Party committee about it."""
    kind = record._meta.label_lower
    rows = queries.matters_about(actor, kind, record.uid) if getattr(record, "has_ties", True) else []
    lines = [
        beside.Line(
            row.title, matter_address(row), Tag(row.get_state_display(), MATTER_TONES[MatterState(row.state)]),  # type: ignore[arg-type]  # reason: as above
            row.sent_on, row.get_kind_display(),
        )
        for row in rows
    ]  # fmt: skip
    add = ""
    if rules.may_write(actor, getattr(record, "committee_id", 0)) and getattr(record, "voided_at", None) is None:
        add = f"{reverse('regulations:matter_write')}?{_ref(record)}"
    return [beside.Panel(MATTERS_PANEL, "send", lines, add=add, add_words=MATTERS_ADD)]


TEXTS = (
    search.of(
        Version, rules.version_visible, lambda uid: version_address(Version(uid=uid)), ["title"], body=["text"],
        number=["document_no"], day="issued_on", organ="regulation__organ_id", name=str(Regulation._meta.verbose_name),

    ),
    search.of(
        Matter, rules.matter_visible, lambda uid: matter_address(Matter(uid=uid)), ["title"],
        body=["text", "answer_text"], day="sent_on", organ="organ_id",
    ),
)  # fmt: skip


def register() -> None:
    """Say to the rooms below what rules and matters are."""
    search.register(*TEXTS)
    _files(Version, VERSION, rules.version_visible)
    _files(Matter, MATTER, rules.matter_visible)
    links.register(
        _kind(Regulation, rules.visible, rule_address, links.organ_of(Regulation.objects)),
        _kind(Version, rules.version_visible, version_address),
        _kind(Matter, rules.matter_visible, matter_address, links.organ_of(Matter.objects)),
        links.Role(
            ADOPTED_AT, ADOPTED_FORWARD, ADOPTED_BACKWARD, a_kinds=frozenset({VERSION}), b_kinds=frozenset({ACTIVITY})
        ),
        links.Role(ABOUT, ABOUT_FORWARD, ABOUT_BACKWARD, a_kinds=frozenset({MATTER})),
    )
    beside.register(
        beside.Beside("regulations.adopted", frozenset({ACTIVITY}), adopted),
        beside.Beside("regulations.reported", REPORTED_ABOUT, reported),
    )
