"""Who may report, screen, edit, check and read."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.opinions.models import Author, Concern, Placing
from lvzhi.opinions.vocabulary.marks import OFFLINE_FROM
from lvzhi.opinions.vocabulary.states import EDITABLE, NOT_IN
from lvzhi.people.rules import here

EDITORS = ("office", "secretary_general")
READERS = (*EDITORS, "leader", "auditor")
SPEAKERS = ("organ_head", "reporter")
"""Who speaks for an organ: its head, its liaison 信息联络员."""
SENDERS = ("member", *SPEAKERS, *EDITORS)
EVERYONE = tuple(dict.fromkeys((*SENDERS, *READERS)))

editor = here("信息编辑（办公室、秘书长）", EDITORS)
reader = here("办公室、秘书长、领导、审计员", READERS)


def edits(actor: Actor, committee: int) -> bool:
    """Whether the actor edits there (there is no record yet)."""
    return has_any(actor, committee, EDITORS)


def sees_all(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of all that was handed in."""
    return has_any(actor, committee, READERS)


def sends(actor: Actor, committee: int) -> bool:
    """Whether the actor may report there: in his own name, for an organ, or on behalf."""
    return has_any(actor, committee, SENDERS)


def belongs(actor: Actor, committee: int) -> bool:
    """Whether any page of the room is the actor's."""
    return has_any(actor, committee, EVERYONE)


def spoken_for(actor: Actor) -> frozenset[int]:
    """The organs for which the actor speaks."""
    return frozenset[int]().union(*(actor.organs(role) for role in SPEAKERS))


@rule("录入人本人", rows=lambda actor: NO_ROW if actor.account_id is None else Q(account_id=actor.account_id))
def writer(actor: Actor, concern: Concern) -> bool:
    """Who wrote it here."""
    return actor.account_id is not None and concern.account_id == actor.account_id


def _authored(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    mine = Author.objects.live().filter(person__account_id=actor.account_id)
    return Q(pk__in=mine.order_by().values("concern"))


@rule("反映人", rows=_authored)
def author(actor: Actor, concern: Concern) -> bool:
    """One of its authors; a page that asks for many steps has read once who they are (`queries.one`)."""
    if actor.account_id is None:
        return False
    known: frozenset[int] | None = getattr(concern, "author_accounts", None)
    if known is not None:
        return actor.account_id in known
    return Author.objects.live().filter(concern=concern, person__account_id=actor.account_id).exists()


@rule("本机构的负责人和信息联络员", rows=lambda actor: Q(organ_id__in=spoken_for(actor)))
def for_organ(actor: Actor, concern: Concern) -> bool:
    """Who speaks for the organ that reports."""
    return concern.organ_id is not None and concern.organ_id in spoken_for(actor)


@rule("机关代交的", rows=lambda actor: Q(by_staff=True))
def by_staff(actor: Actor, concern: Concern) -> bool:
    """Entered by staff for its author."""
    return concern.by_staff


@rule("已经提交的", rows=lambda actor: ~Q(state__in=NOT_IN))
def handed_in(actor: Actor, concern: Concern) -> bool:
    """It has left its author's desk."""
    return concern.state not in NOT_IN


def _edited(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(editor_id=actor.account_id)


@rule("编辑人本人", rows=_edited)
def own_edit(actor: Actor, concern: Concern) -> bool:
    """Who edited it."""
    return actor.account_id is not None and concern.editor_id == actor.account_id


@rule("已编入一期的", rows=lambda actor: Q(pk__in=Placing.objects.live().order_by().values("concern")))
def placed(actor: Actor, concern: Concern) -> bool:
    """It stands in an issue or a special report; a page has read once whether (`queries.one`)."""
    known: bool | None = getattr(concern, "placed_now", None)
    return Placing.objects.live().filter(concern=concern).exists() if known is None else known


hands_in: Rule = writer | (by_staff & (editor | (author & handed_in))) | (for_organ & handed_in)
visible: Rule = writer | (editor & by_staff) | (handed_in & (author | for_organ | reader))
follows: Rule = writer | author | for_organ | (editor & by_staff)
"""Who may report further on the same matter."""
reviews: Rule = editor & ~author
checks: Rule = editor & ~author & ~own_edit
loose: Rule = editor & ~placed
voids: Rule = editor & ~placed
visible_suggestion: Rule = reader


def places(actor: Actor) -> frozenset[int]:
    """Committees where the actor edits."""
    return held_in(actor, EDITORS)


def may_attach(actor: Actor, record: Any) -> bool:
    """Who may add or drop an attachment: its author while it lies with him, editors from when it is handed in until it
    is issued; nobody where it is voided."""
    if record.voided_at is not None:
        return False
    if record.state in EDITABLE and hands_in(actor, record):
        return True
    return record.state in OFFLINE_FROM and editor(actor, record)
