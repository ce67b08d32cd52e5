"""Publicity: what an outlet published, about which records (M31)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.files.actions import attach_all
from lvzhi.journal.lines import Subject, line
from lvzhi.links.actions import tie
from lvzhi.links.kinds import kind_of
from lvzhi.norms import codes
from lvzhi.publications import queries, rules
from lvzhi.publications.actions.checks import come, own_organ, trimmed
from lvzhi.publications.models import TITLE_MOST, URL_MOST, Coverage, Outlet
from lvzhi.publications.vocabulary.codes import LEVELS
from lvzhi.publications.vocabulary.states import OutletKind
from lvzhi.publications.vocabulary.words import COVERS, LABELS

__all__ = ["address", "report", "write_item"]
Ref = tuple[str, UUID]


def address(given: str) -> str:
    """The address of a page on the web; empty stays empty.

    Raises:
        Refusal: it is no address.
    """
    text = given.strip()
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        whole = parts.scheme in ("http", "https") and "." in host.strip(".") and not any(one.isspace() for one in text)
        _ = parts.port
    except ValueError:
        whole = False
    if not whole or len(text) > URL_MOST:
        raise Refusal("publications.url_unclear", field="url", given=text[:TITLE_MOST])
    return text


def report(actor: Actor, committee: Committee, data: Mapping[str, Any], *, about: Ref | None = None) -> Coverage:
    """Put down a report.

    Args:
        data: ``title, published_on``; ``outlet``, or ``new_outlet`` with ``kind`` and ``level``; ``url`` or
            ``uploads``; any of ``organ, author, words``.
        about: kind and uid of the record it is about.

    Raises:
        NotAllowed: the actor keeps no publicity there.
        Refusal: what was given is not in order, nothing proves it, or it is known.
    """
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("publications.not_keeper", committee=committee.name)
    if about is not None:
        _check_about(actor, about)
    item = Coverage(committee=committee, entered_by=actor.name, created_at=actor.at)
    if not trimmed(data, "url") and not data.get("uploads"):
        raise Refusal("publications.no_evidence", field="url")
    with line(actor, "publications.item_made", subject=item, committee=committee):
        _keep(item, actor, data)
        item.save()
        if about is not None:
            known = kind_of(about[0])
            tie(actor, COVERS, item, Subject(*about, known.title(about[1]) if known else ""))
        if data.get("uploads"):
            attach_all(actor, item._meta.label_lower, item.uid, data["uploads"], label=LABELS["report"])
    return item


def write_item(item: Coverage, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Coverage:
    """Change it.

    Raises:
        NotAllowed: not its keeper.
        Conflict: someone else has changed it since ``version``.
        Refusal: as `report`.
    """
    with transaction.atomic():
        locked: Coverage = Coverage.objects.select_for_update(of=("self",)).select_related("committee").get(pk=item.pk)
        rules.keeper.check(actor, locked)
        if version is not None and locked.version != version:
            raise Conflict("publications.changed", title=locked.title)
        with line(actor, "publications.item_written", subject=locked):
            _keep(locked, actor, data)
            locked.version += 1
            locked.save()
    return locked


def _keep(item: Coverage, actor: Actor, data: Mapping[str, Any]) -> None:
    item.title = trimmed(data, "title", needed=True)
    item.published_on = come(data["published_on"], clock.as_day(actor.at), "published_on")
    item.url = address(trimmed(data, "url"))
    item.organ = own_organ(data.get("organ"), item.committee)
    item.author, item.words = trimmed(data, "author"), trimmed(data, "words")
    item.outlet = _outlet(item, actor, data)
    item.level = item.outlet.level
    other = queries.same_item(item)
    if other is not None:
        raise Refusal(
            "publications.same_item", field="title", outlet=item.outlet.name, day=item.published_on, title=item.title
        )  # fmt: skip


def _outlet(item: Coverage, actor: Actor, data: Mapping[str, Any]) -> Outlet:
    """The outlet chosen, or a new one."""
    chosen: Outlet | None = data.get("outlet")
    name = trimmed(data, "new_outlet")
    if chosen is not None and name:
        raise Refusal("publications.outlet_twice", field="new_outlet")
    if chosen is not None:
        return chosen
    if not name:
        raise Refusal("publications.outlet_missing", field="outlet")
    known: Outlet | None = queries.outlets(item.committee).filter(name=name).first()
    if known is not None:
        if data.get("level") and data["level"] != known.level:
            level = codes.name_of(LEVELS, item.committee_id, known.level, item.published_on)
            raise Refusal("publications.outlet_known", field="new_outlet", name=name, level=level)
        return known
    if not data.get("level"):
        raise Refusal("publications.outlet_level", field="level", name=name)
    level = codes.code(LEVELS, item.committee, data["level"], item.published_on).code
    made = Outlet(
        committee=item.committee, name=name, level=level, kind=OutletKind(data.get("kind") or OutletKind.PAPER),
        created_at=actor.at,
    )  # fmt: skip
    made.save()
    return made


def _check_about(actor: Actor, ref: Ref) -> None:
    kind = kind_of(ref[0])
    if kind is None or not kind.visible(actor, ref[1]):
        raise Refusal("publications.about_unknown", field="about")
