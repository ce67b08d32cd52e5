"""Reading tokens, records of any kind, and what happened to them; scope first."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.accounts.actors import LoginActor
from lvzhi.api import rules
from lvzhi.api.kinds import Field, Kind, kind_of, reach
from lvzhi.api.models import Token
from lvzhi.committee.models import Committee
from lvzhi.journal.models import Entry

CHANGED: Final = "changed"
BEGUN: Final = frozenset({"begin", "bring_in"})


def digest_of(secret: str) -> str:
    """The digest under which a secret is kept."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def shown(secret: str) -> Token | None:
    """The token of a secret, whatever its state."""
    found: Token | None = Token.objects.filter(digest=digest_of(secret)).select_related("account__committee").first()
    return found


def own(actor: Actor) -> QuerySet[Any]:
    """The actor's tokens, the newest first."""
    found: QuerySet[Any] = Token.objects.filter(rules.OWN.rows(actor)).select_related("account")
    return found


def guarded(actor: Actor) -> QuerySet[Any]:
    """Tokens of the accounts that the actor guards, the newest first."""
    rows: QuerySet[Any] = Token.objects.filter(rules.GUARDED.rows(actor))
    return rows.select_related("account__committee")


def to_end(actor: Actor, uid: UUID) -> Token:
    """A token that the actor may end. Raises `Missing`, whether it is not there or not the actor's to know."""
    found: Token | None = (
        Token.objects.filter(rules.END.rows(actor), uid=uid).select_related("account__committee").first()
    )
    if found is None:
        raise Missing("api.no_token_of")
    return found


# Records.


def records(actor: Actor, kind: Kind) -> QuerySet[Any]:
    """Rows of a kind that the actor may see, with what their fields read through; the heavy columns come later."""
    rows: QuerySet[Any] = kind.model._default_manager.filter(kind.rows(actor)).select_related(*kind.related)
    heavy = kind.workflow.heavy if kind.workflow is not None else ()
    return rows.defer(*heavy) if heavy else rows


def listed(actor: Actor, kind: Kind, wanted: Mapping[str, Any]) -> QuerySet[Any]:
    """Rows for a list: none that was voided, narrowed as asked.

    Args:
        wanted: committee, state, due_until, since, of (a record that it belongs to); what the kind does not have
            narrows to nothing.
    """
    rows = records(actor, kind)
    names = {one.name for one in kind.model._meta.get_fields()}
    if "voided_at" in names:
        rows = rows.filter(voided_at=None)
    asked = {
        "committee__uid": wanted.get("committee"), "state": wanted.get("state"), "due_on__lte": wanted.get("due_until"),
        "created_at__gte": wanted.get("since"),
    }  # fmt: skip
    for path, value in asked.items():
        if value is not None:
            rows = rows.filter(**{path: value}) if path.split("__")[0] in names else rows.none()
    if wanted.get("of") is not None:
        leads = (Q(**{f"{name}__uid": wanted["of"]}) for name in kind.parents)
        rows = rows.filter(reduce(or_, leads, Q(pk__in=())))
    return rows


def one(actor: Actor, kind: Kind, uid: UUID) -> Any:
    """A record that the actor may see. Raises `Missing`, whether it is not there or not the actor's to know."""
    found = kind.model._default_manager.filter(kind.rows(actor), uid=uid).select_related(*kind.related).first()
    if found is None:
        raise Missing("access.missing")
    return found


Seen = Mapping[str, set[Any]]


def seen_behind(actor: Actor, kind: Kind, rows: Iterable[Any]) -> Seen:
    """By path of the kind's `leads`: keys of the records there that the actor may see. A query for each path."""
    found: dict[str, set[Any]] = {}
    for path, key in kind.leads:
        other = kind_of(key)
        keys = {one.pk for one in (reach(row, path) for row in rows) if one is not None}
        seen = other.model._default_manager.filter(other.rows(actor), pk__in=keys)
        found[path] = set(seen.values_list("pk", flat=True))
    return found


def told(field: Field, record: Any) -> list[str]:
    """The texts of another table that are part of a record's, in their order."""
    if field.told is None:
        return []
    rows = field.told.rows().filter(**{field.told.owner: record}).order_by(field.told.order)
    return [str(one) for one in rows.values_list(field.told.field, flat=True)]


def committees(actor: LoginActor) -> list[Committee]:
    """The committees in which the actor holds a post."""
    return list(Committee.objects.filter(pk__in={post.committee for post in actor.posts}).order_by("path"))


# Changes.


@dataclass(frozen=True, slots=True)
class Changed:
    """That something happened to a record: no words of the journal, no names."""

    seq: int
    kind: str
    uid: UUID
    event: str
    at: dt.datetime


def changes(actor: Actor, kinds: Iterable[Kind], after: int, size: int) -> tuple[list[Changed], int, bool]:
    """What happened after a line of the journal to records that the actor may see now.

    Returns:
        The changes; the number of the last line looked at, whoever it was about; whether there are lines after it.
    """
    known = {one.kind: one for one in kinds}
    lines = list(
        Entry.objects.filter(seq__gt=after).order_by("seq")
        .values_list("seq", "subject_kind", "subject_uid", "event", "at")[: size + 1]
    )  # fmt: skip
    more, lines = len(lines) > size, lines[:size]
    asked: dict[str, set[UUID]] = {}
    for _, kind, uid, _, _ in lines:
        if kind in known and uid is not None:
            asked.setdefault(kind, set()).add(uid)
    seen = {
        (key, uid)
        for key, uids in asked.items()
        for uid in known[key]
        .model._default_manager.filter(known[key].rows(actor), uid__in=uids)
        .values_list("uid", flat=True)
    }
    found = [
        Changed(seq, kind, uid, _event(known[kind], event), at)
        for seq, kind, uid, event, at in lines
        if uid is not None and (kind, uid) in seen
    ]
    return found, (lines[-1][0] if lines else after), more


def _event(kind: Kind, event: str) -> str:
    """The step that was taken, by its key; what is no step of the procedure is only said to have changed it."""
    workflow = kind.workflow
    head, _, key = event.rpartition(".")
    if workflow is None or head != workflow.key:
        return CHANGED
    return key if workflow.has_step(key) or key in BEGUN else CHANGED


def last_line() -> int:
    """The number of the journal's last line."""
    return Entry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
