"""How the rooms below know changes, cases and selections: attachments, record kinds, cards on other pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor, Rule
from lvzhi.activities.vocabulary import Family
from lvzhi.files import rights
from lvzhi.journal.models import Sealed
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.tenure import queries, rules
from lvzhi.tenure.models import Case, Change, Selecting
from lvzhi.tenure.queries import shown
from lvzhi.tenure.queries.addresses import case_address, change_address, selection_address
from lvzhi.tenure.vocabulary import words
from lvzhi.ui.formats import day as day_words

ACTIVITY, MEMBER = "activities.activity", "people.member"
CHANGE, CASE, SELECTION = "tenure.change", "tenure.case", "tenure.selecting"


def may_add(actor: Actor, record: Any) -> bool:
    """Who attaches: the office, and whom it is about."""
    if record.voided_at is not None:
        return False
    if isinstance(record, Change):
        return rules.handles(actor, record) or rules.is_own(actor, record)
    if isinstance(record, Case):
        return rules.case_handles(actor, record) or rules.case_own(actor, record)
    return rules.selection_keeps(actor, record)


def _files(model: Any, kind: str, rule: Rule, beside_: tuple[str, ...]) -> None:
    def may_read(actor: Actor, uid: UUID) -> bool:
        return bool(model.objects.filter(rule.rows(actor), uid=uid).exists())

    def adds(actor: Actor, uid: UUID) -> bool:
        found = model.objects.select_related(*beside_).filter(uid=uid).first()
        return found is not None and may_add(actor, found)

    rights.register(
        kind, may_read=may_read, may_add=adds,
        committee=lambda uid: int(model.objects.values_list("committee_id", flat=True).get(uid=uid)),
    )  # fmt: skip


def _kind(
    model: Any, rule: Rule, address: Callable[[Any], str], title: Callable[[Any], str], *beside_: str
) -> links.Kind:
    def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
        rows = model.objects.filter(uid__in=uids)
        return {row.uid: title(row) for row in (rows.select_related(*beside_) if beside_ else rows)}

    def visible(actor: Actor, uid: UUID) -> bool:
        return bool(model.objects.filter(rule.rows(actor), uid=uid).exists())

    return links.Kind(
        model._meta.label_lower,
        str(model._meta.verbose_name),
        lambda uid: titles([uid]).get(uid, ""),
        lambda uid: address(model(uid=uid)),
        visible,
        titles,
    )


def _decided(change: Change) -> str:
    """Which meeting decided it, and from when on it is in force."""
    if change.decided_on is None:
        return ""
    said = words.NOTE_MEETING.format(meeting=change.meeting, day=day_words(change.decided_on))
    if change.in_force_on is None:
        return said
    return words.JOINER.join((said, words.NOTE_FROM.format(day=day_words(change.in_force_on))))


def _change_line(change: Change) -> beside.Line:
    title = str(change.get_kind_display())
    moved = shown.what(change)
    return beside.Line(
        words.TITLE.format(name=title, kind=words.JOINER + moved) if moved else title,
        change_address(change), shown.change_tag(change), change.proposed_on, _decided(change),
    )  # fmt: skip


def of_member(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The cards of a member's page: changes with the deciding meeting, absence cases, selections."""
    person, place = getattr(record, "person_id", 0), getattr(record, "committee_id", 0)
    add = ""
    if rules.keeps(actor, place):
        add = f"{reverse('tenure:kinds')}?member={record.uid}"
    changes = [_change_line(row) for row in queries.changes_of(actor, person)]
    cases = [
        beside.Line(str(row.get_threshold_display()), case_address(row), shown.case_tag(row), row.opened_on)
        for row in queries.cases_of(actor, person)
    ]
    selected = [
        beside.Line(
            row.selection.title, selection_address(row.selection), shown.standing_tag(row), row.named_on,
            row.selection.organ.name,
        )
        for row in queries.nominations_of(actor, person)
    ]  # fmt: skip
    return [
        beside.Panel(words.PANEL_CHANGES, "switch", changes, add=add, add_words=words.PANEL_ADD),
        beside.Panel(words.PANEL_CASES, "warn", cases),
        beside.Panel(words.PANEL_SELECTED, "star", selected),
    ]


def of_meeting(actor: Actor, record: Sealed) -> list[beside.Panel]:
    """The card of a meeting: what it decided on members; other activities decide nothing and are not asked."""
    if getattr(record, "family", "") != Family.MEETING:
        return []
    changes, hidden, selections = queries.decided_at(actor, record)  # type: ignore[arg-type]  # reason: registered for activities alone
    lines = [
        beside.Line(row.title_for_people, change_address(row), shown.change_tag(row), row.in_force_on)
        for row in changes
    ]
    lines += [
        beside.Line(row.title, selection_address(row), shown.selection_tag(row), row.decided_on) for row in selections
    ]
    return [beside.Panel(words.PANEL_DECIDED, "switch", lines, hidden=hidden)]


def register() -> None:
    """Say to the rooms below what changes, cases and selections are."""
    _files(Change, CHANGE, rules.reads, ("person",))
    _files(Case, CASE, rules.case_visible, ("member__person",))
    _files(Selecting, SELECTION, rules.selection_visible, ("committee",))
    links.register(
        _kind(Change, rules.visible, change_address, lambda row: row.title_for_people),
        _kind(Case, rules.case_visible, case_address, lambda row: row.title_for_people, "member__person"),
        _kind(Selecting, rules.selection_visible, selection_address, str),
    )
    beside.register(
        beside.Beside("tenure.member", frozenset({MEMBER}), of_member),
        beside.Beside("tenure.decided", frozenset({ACTIVITY}), of_meeting),
    )
