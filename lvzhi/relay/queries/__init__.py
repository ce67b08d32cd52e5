"""Reads of what is exchanged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.committee.models import Committee
from lvzhi.relay import rules
from lvzhi.relay.models import (
    Held,
    Incoming,
    Key,
    Outgoing,
    Peer,
    PeerKey,
    Post,
    ReceivedFigure,
    ReceivedRoster,
    in_force,
)
from lvzhi.relay.vocabulary import Answer, Fate

Rows = QuerySet[Any]


def peers_of(committee: Committee | int) -> Rows:
    """A committee's peers by name."""
    pk = committee if isinstance(committee, int) else committee.pk
    return Peer.objects.live().filter(committee_id=pk).select_related("committee", "unit", "elsewhere", "account")


def peer_of(actor: Actor, uid: UUID | str) -> Peer:
    """A peer the actor may look at. Raises `Missing`."""
    rows = Peer.objects.live().filter(rules.visible.rows(actor), uid=uid)
    found: Peer | None = rows.select_related("committee", "unit", "elsewhere", "account").first()
    if found is None:
        raise Missing("relay.unknown")
    return found


def peer_named(text: str, committee: Committee | None = None) -> Peer:
    """The peer of that code or name, on the command line. Raises `Missing`, `Refusal` where there are several."""
    rows = Peer.objects.live().filter(Q(code=text) | Q(name=text)).select_related("committee", "unit", "account")
    found = list(rows if committee is None else rows.filter(committee=committee))
    if not found:
        raise Missing("relay.peer_unknown", name=text)
    exact = [one for one in found if one.code == text] or found
    if len(exact) > 1:
        raise Refusal("relay.peer_ambiguous", name=text)
    return exact[0]


def signer_of(peer: Peer, algorithm: str, fingerprint: str, day: dt.date) -> str | None:
    """The public key of that fingerprint that the peer may sign with on a day: compared, and not withdrawn."""
    rows = PeerKey.objects.live().filter(
        in_force("", day), peer=peer, algorithm=algorithm, fingerprint=fingerprint, compared_at__isnull=False
    )
    found: str | None = rows.values_list("public", flat=True).first()
    return found


def own_key(committee: int, algorithm: str, day: dt.date) -> Key | None:
    """The committee's key of that algorithm to sign with on a day: of several the newest."""
    rows = Key.objects.live().filter(in_force("", day), committee_id=committee, algorithm=algorithm)
    found: Key | None = rows.order_by("-starts", "-id").first()
    return found


def keys_of(committee: Committee) -> Rows:
    """The committee's keys, the newest first; without the private part."""
    return Key.objects.live().filter(committee=committee).defer("private").order_by("-starts", "-id")


def key_of(actor: Actor, uid: UUID | str) -> Key:
    """A key of one's own the actor may look at. Raises `Missing`."""
    rows = Key.objects.live().filter(rules.visible.rows(actor), uid=uid).select_related("committee")
    found: Key | None = rows.defer("private").first()
    if found is None:
        raise Missing("relay.unknown")
    return found


def peer_keys(peer: Peer) -> Rows:
    """The peer's public keys, the newest first."""
    return PeerKey.objects.live().filter(peer=peer).order_by("-starts", "-id")


def peer_key(actor: Actor, uid: UUID | str) -> PeerKey:
    """A peer's key the actor may look at. Raises `Missing`."""
    rows = PeerKey.objects.live().filter(rules.visible.rows(actor), uid=uid)
    found: PeerKey | None = rows.select_related("peer__committee", "committee").first()
    if found is None:
        raise Missing("relay.unknown")
    return found


def last_sent(peer: Peer) -> Outgoing | None:
    """The newest package to a peer."""
    found: Outgoing | None = Outgoing.objects.filter(peer=peer).order_by("-number").first()
    return found


def last_taken(peer: Peer) -> Incoming | None:
    """The newest package taken from a peer."""
    found: Incoming | None = Incoming.objects.filter(peer=peer, fate=Fate.TAKEN).order_by("-number").first()
    return found


def standing(peer: Peer, number: int) -> Incoming | None:
    """The package of that number that was taken, or is parked."""
    rows = Incoming.objects.filter(peer=peer, number=number, fate__in=[Fate.TAKEN, Fate.PARKED])
    found: Incoming | None = rows.first()
    return found


def parked(peer: Peer) -> list[int]:
    """Numbers that wait for their forerunners, in order."""
    rows = Incoming.objects.filter(peer=peer, fate=Fate.PARKED).order_by("number").values_list("number", flat=True)
    return [number for number in rows if number is not None]


def missing_before(taken: int, waiting: Iterable[int]) -> list[int]:
    """Numbers that have to come before the highest of those that wait."""
    known = set(waiting)
    return [number for number in range(taken + 1, max(known, default=taken)) if number not in known]


def ready() -> list[Peer]:
    """Peers one of whose parked packages is next, of every committee."""
    own = Incoming.objects.filter(peer=OuterRef("pk")).order_by()
    lowest = own.filter(fate=Fate.PARKED).order_by("number").values("number")[:1]
    newest = own.filter(fate=Fate.TAKEN).order_by("-number").values("number")[:1]
    rows = Peer.objects.annotate(first=Subquery(lowest), newest=Coalesce(Subquery(newest), 0))
    return list(rows.filter(first=F("newest") + 1).select_related("committee"))


def waiting_posts(peer: Peer) -> Rows:
    """What lies in the outbox for a peer, in the order it was put there."""
    return Post.objects.live().filter(peer=peer, package=None).order_by("id")


def last_post(peer: Peer, kind: str, uid: UUID) -> Post | None:
    """The newest version of a record that was posted to a peer."""
    rows = Post.objects.filter(peer=peer, kind=kind, record_uid=uid)
    found: Post | None = rows.order_by("-record_version").first()
    return found


def outgoing_of(actor: Actor, uid: UUID | str) -> Outgoing:
    """A package sent that the actor may look at. Raises `Missing`."""
    rows = Outgoing.objects.filter(rules.visible.rows(actor), uid=uid)
    found: Outgoing | None = rows.select_related("peer__committee", "committee").first()
    if found is None:
        raise Missing("relay.unknown")
    return found


def unanswered(peer: Peer) -> Rows:
    """Packages sent of which the other side has not said that it took them, in order."""
    return Outgoing.objects.filter(peer=peer, answer__in=[Answer.WAITING, Answer.REFUSED]).order_by("number")


def refused_of(committee: Committee) -> Rows:
    """Packages refused, the newest first."""
    rows = Incoming.objects.live().filter(committee=committee, fate=Fate.REFUSED)
    return rows.select_related("peer").order_by("-id")


def not_done(peer: Peer) -> Rows:
    """Records of a peer that came and could not be carried out, the newest first."""
    return Held.objects.filter(peer=peer, done=False).select_related("package").order_by("-id")


def board(committee: Committee) -> list[Any]:
    """The committee's peers with what waits, is unanswered since when, is parked: a fixed number of statements."""
    rows = list(peers_of(committee).prefetch_related(Prefetch("keys", PeerKey.objects.live().order_by("-starts"))))
    sent = _grouped(
        Outgoing.objects.filter(peer__in=rows, answer=Answer.WAITING), n=Count("pk"), since=Min("created_at")
    )
    turned = _grouped(Outgoing.objects.filter(peer__in=rows, answer=Answer.REFUSED), n=Count("pk"))
    waits = _grouped(Post.objects.live().filter(peer__in=rows, package=None), n=Count("pk"))
    came: dict[int, list[int]] = {}
    waiting = Incoming.objects.filter(peer__in=rows, fate=Fate.PARKED).order_by("number")
    for pk, number in waiting.values_list("peer_id", "number"):
        came.setdefault(pk, []).append(number or 0)
    taken = _grouped(Incoming.objects.filter(peer__in=rows, fate=Fate.TAKEN), last=Max("number"))
    undone = _grouped(Held.objects.filter(peer__in=rows, done=False), n=Count("pk"))
    for row in rows:
        row.waiting = waits.get(row.pk, {}).get("n", 0)
        row.unanswered = sent.get(row.pk, {}).get("n", 0)
        row.since = sent.get(row.pk, {}).get("since")
        row.turned_away = turned.get(row.pk, {}).get("n", 0)
        row.parked = came.get(row.pk, [])
        row.missing = missing_before(taken.get(row.pk, {}).get("last") or 0, row.parked)
        row.undone = undone.get(row.pk, {}).get("n", 0)
    return rows


def _grouped(rows: Rows, **asked: Any) -> dict[int, dict[str, Any]]:
    found = rows.order_by().values("peer_id").annotate(**asked)
    return {one["peer_id"]: one for one in found}


def claimed() -> set[str]:
    """Digests of all bytes that a record speaks of: packages sent, packages parked, attachments that wait."""
    found = set(Outgoing.objects.values_list("file_digest", flat=True))
    found |= set(Incoming.objects.filter(fate=Fate.PARKED).values_list("file_digest", flat=True))
    for files in Post.objects.filter(package=None).exclude(files=[]).values_list("files", flat=True):
        found |= {one["digest"] for one in files}
    return found


def sent_to(peer: Peer) -> Rows:
    """Packages made for a peer, the newest first."""
    return Outgoing.objects.filter(peer=peer).order_by("-number")


def came_from(peer: Peer) -> Rows:
    """Packages that came from a peer, the newest first."""
    return Incoming.objects.filter(peer=peer).order_by("-id")


def peer_of_unit(unit: int, day: dt.date) -> Peer | None:
    """The peer that is a unit's own office system on a day."""
    rows = Peer.objects.live().filter(in_force("", day), unit_id=unit)
    found: Peer | None = rows.select_related("committee").first()
    return found


def figures_of(committee: Committee) -> Rows:
    """Figures that came to a committee, without their rows."""
    rows = ReceivedFigure.objects.live().filter(committee=committee).select_related("peer").defer("body")
    return rows.order_by("peer__name", "-period", "key", "id")


def figure_of(actor: Actor, uid: UUID | str) -> ReceivedFigure:
    """A figure that came, which the actor may look at. Raises `Missing`."""
    rows = ReceivedFigure.objects.live().filter(rules.visible.rows(actor), uid=uid)
    found: ReceivedFigure | None = rows.select_related("peer").first()
    if found is None:
        raise Missing("relay.unknown")
    return found


def rosters_of(committee: Committee) -> Rows:
    """Lists of members that came to a committee, without their rows."""
    rows = ReceivedRoster.objects.live().filter(committee=committee).select_related("peer").defer("body")
    return rows.order_by("peer__name", "id")


def roster_of(actor: Actor, uid: UUID | str) -> ReceivedRoster:
    """A list that came, which the actor may look at. Raises `Missing`."""
    rows = ReceivedRoster.objects.live().filter(rules.visible.rows(actor), uid=uid)
    found: ReceivedRoster | None = rows.select_related("peer").first()
    if found is None:
        raise Missing("relay.unknown")
    return found


def peers_elsewhere(committee: Committee, day: dt.date) -> Rows:
    """Peers, of whatever committee here, that are that committee, on a day."""
    rows = Peer.objects.live().filter(in_force("", day), elsewhere=committee)
    return rows.select_related("committee").order_by("id")
