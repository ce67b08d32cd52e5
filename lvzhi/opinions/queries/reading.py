"""Items and their authors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.urls import reverse

from lvzhi.access import Actor, Missing
from lvzhi.accounts.queries import holders
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.links.queries import tied
from lvzhi.opinions import rules
from lvzhi.opinions.models import Author, Concern, Placing
from lvzhi.opinions.vocabulary.states import NOT_IN, WAITING, ConcernState
from lvzhi.opinions.vocabulary.words import FROM, NAMES, PARTS
from lvzhi.people.models import Member

Rows = QuerySet[Any]
CONCERN: Final = "opinions.concern"
HEAVY: Final = ("situation", "analysis", "suggestion", "edited", "chain")
_BESIDE = ("committee", "organ", "account", "editor", "follows", "merged_into", "origin_committee")


def address(record: Any) -> str:
    """The page of a record of this room."""
    return reverse(f"opinions:{record._meta.model_name}", args=[record.uid])


def one(actor: Actor, uid: UUID | str) -> Concern:
    """The item of that uid with its authors (`told`), if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rows: Any = Concern.objects.filter(rules.visible.rows(actor), uid=uid).select_related(*_BESIDE)
    rows = rows.annotate(placed_now=Exists(Placing.objects.live().filter(concern=OuterRef("pk"))))
    found = rows.prefetch_related(_authors()).first()
    if found is None:
        raise Missing("opinions.unknown")
    found.author_accounts = frozenset(row.person.account_id for row in found.told if row.person_id is not None)
    one_found: Concern = found
    return one_found


def _authors() -> Any:
    return Prefetch("authors", Author.objects.live().select_related("person"), to_attr="told")


def authors_of(concern: Concern) -> list[Author]:
    """Its authors in their order, those that came by merging behind. One query."""
    return list(Author.objects.live().filter(concern=concern).select_related("person").order_by("place", "id"))


def accounts_of(concern: Concern) -> list[int]:
    """Accounts that are told what becomes of it: its authors', its writer's unless that was staff on behalf, and of
    those who speak for the organ that reports."""
    found = {row.person.account_id for row in authors_of(concern) if row.person is not None}
    if not concern.by_staff:
        found.add(concern.account_id)
    if concern.organ_id is not None:
        for role in rules.SPEAKERS:
            found.update(holders(role, organ=concern.organ_id))
    return sorted(pk for pk in found if pk is not None)


def reported_by(concern: Any) -> str:
    """Who reports it, for a line: the organ where one reports, else all authors. Of an item with `told` authors."""
    if concern.organ_id is not None:
        return str(concern.organ.name_on(concern.submitted_on))
    if concern.origin_committee_id is not None:
        return str(concern.origin_committee.name)
    return NAMES.join(row.name for row in concern.told)


def _listed(rows: Rows) -> Rows:
    found: Rows = rows.defer(*HEAVY).select_related("committee", "organ", "origin_committee")
    return found.prefetch_related(_authors())


def concerns(actor: Actor, committee: Committee) -> Rows:
    """Items of a committee that have been handed in and that the actor may read."""
    rows = Concern.objects.filter(rules.visible.rows(actor), committee=committee)
    return _listed(rows.exclude(state__in=NOT_IN))


def mine(actor: Actor) -> Rows:
    """Items that the actor wrote, is an author of, or that an organ reported for which he speaks; drafts included."""
    own = (rules.writer & ~rules.by_staff) | (rules.handed_in & (rules.author | rules.for_organ))
    return _listed(Concern.objects.live().filter(own.rows(actor)))


def waiting(actor: Actor, committee: Committee) -> Rows:
    """Items that wait for an editor, urgent ones first, then those that have waited longest."""
    rows = concerns(actor, committee).filter(voided_at=None, state__in=WAITING | {ConcernState.ARRIVED})
    found: Rows = rows.order_by("-urgent", "state_since", "id")
    return found


def merged_into(concern: Concern) -> list[Any]:
    """Items merged into this one, with their authors."""
    return list(_listed(Concern.objects.live().filter(merged_into=concern)).order_by("id"))


def earlier(actor: Actor, committee: Committee) -> Rows:
    """Items of the actor's that a new one may follow up."""
    rows = Concern.objects.live().filter((rules.writer | rules.author | rules.for_organ).rows(actor))
    found: Rows = rows.filter(committee=committee).exclude(state__in=NOT_IN).defer(*HEAVY).order_by("-id")
    return found


def organs_spoken_for(actor: Actor, committee: Committee, day: dt.date) -> Rows:
    """The organs of a committee in whose name the actor may report on a day."""
    return organs_on(committee, day).filter(pk__in=rules.spoken_for(actor))


def whole_text(concern: Concern) -> str:
    """The author's text under its three headings, as editing begins with it; a lone part stands without heading."""
    parts = [(label, str(getattr(concern, name)).strip()) for name, label in PARTS.items()]
    told = [(label, text) for label, text in parts if text]
    if len(told) == 1:
        return told[0][1]
    return "\n\n".join(f"{label}\n{text}" for label, text in told)


def members_among(concern: Concern) -> Any:
    """Memberships in its committee of those of its authors who are known, of whatever term."""
    persons = Author.objects.live().filter(concern=concern).exclude(person=None).values("person")
    return Member.objects.live().filter(committee=concern.committee_id, person__in=persons)


def member_keys(committee: Committee, persons: Sequence[int]) -> list[int]:
    """For each person the key of the latest membership in a committee, in the order given."""
    rows = Member.objects.live().filter(committee=committee, person__in=persons).order_by("starts", "id")
    found = dict(rows.values_list("person_id", "pk"))
    return [found[pk] for pk in persons if pk in found]


def matching(rows: Rows, text: str) -> Rows:
    """Items of which title or text, as handed in or edited, holds the words."""
    found = Q()
    for name in ("title", "edited_title", "situation", "analysis", "suggestion", "edited"):
        found |= Q(**{f"{name}__icontains": text})
    return rows.filter(found)


def by_author(rows: Rows, name: str) -> Rows:
    """Items of which an author's name holds the words."""
    return rows.filter(Exists(Author.objects.live().filter(concern=OuterRef("pk"), name__icontains=name)))


def taken_from(actor: Actor, kind: str, uid: UUID) -> list[Any]:
    """Items begun from a record of another room and handed in, or the actor's own; each with ``seen``, whether the
    actor may read it. One query."""
    rows = Concern.objects.live().filter(uid__in=tied(FROM, CONCERN, kind).filter(b_uid=uid))
    rows = rows.filter(rules.visible.rows(actor) | ~Q(state__in=NOT_IN)).defer(*HEAVY)
    seen = Case(When(rules.visible.rows(actor), then=Value(value=True)), default=Value(value=False))
    return list(rows.annotate(seen=seen).order_by("id"))


def offered(actor: Actor, committee: Committee, step: Any) -> Rows:
    """Items from which the actor may take a step of screening, urgent ones first, then the longest waiting."""
    rows = Concern.objects.live().filter(step.may.rows(actor), committee=committee, state__in=sorted(step.frm))
    return _listed(rows).order_by("-urgent", "state_since", "id")


def chosen(committee: Committee, keys: Sequence[int]) -> list[Any]:
    """The items ticked, wherever they stand now: the engine says of each whether the step may still be taken."""
    return list(Concern.objects.live().filter(committee=committee, pk__in=list(keys)).order_by("id"))
