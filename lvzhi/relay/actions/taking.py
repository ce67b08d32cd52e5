"""Packages in: in the order of their numbers, each in one transaction with its journal lines."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.relay import rules, store
from lvzhi.relay.actions.carrying import carry_out
from lvzhi.relay.actions.opening import Opened, Turned, open_file
from lvzhi.relay.models import NAME_MOST, WORDS_MOST, Incoming, Key, Peer
from lvzhi.relay.packet.reading import Source
from lvzhi.relay.queries import last_taken, missing_before, parked, standing
from lvzhi.relay.vocabulary import JOINER, TOOK, Fate


@dataclass(slots=True)
class Took:
    """What became of a file.

    Args:
        code: taken, parked, already, already_parked.
        missing: numbers that have to come first. refused: how many records could not be carried out.
        followed: numbers that were parked and have been taken now. stopped: one that was parked and is refused now.
    """

    code: str
    package: Incoming
    missing: list[int] = field(default_factory=list)
    refused: int = 0
    followed: list[int] = field(default_factory=list)
    stopped: Incoming | None = None

    @property
    def sentence(self) -> str:
        """What a person is told."""
        code = "taken_some" if self.code == "taken" and self.refused else self.code
        facts = {"peer": self.package.peer, "number": self.package.number, "records": self.package.records,
                 "refused": self.refused, "missing": _numbers(self.missing)}  # fmt: skip
        said = TOOK[code].format(**facts)
        if self.followed:
            said += TOOK["followed"].format(numbers=_numbers(self.followed))
        if self.stopped is not None:
            said += TOOK["stopped"].format(number=self.stopped.number, reason=self.stopped.reason)
        return said


def _numbers(numbers: Collection[int]) -> str:
    return JOINER.join(str(one) for one in numbers)


def take(actor: Actor, source: Source, *, name: str = "", committee: Committee | None = None) -> Took:
    """Take a package file, park it until its forerunners come, or refuse it with a reason that is noted.

    Args:
        source: path, bytes or an open file. name: what people call it.
        committee: for whom; without it, on the command line, for any committee that has keys.

    Raises:
        NotAllowed: the actor does not exchange packages for that committee.
        Refusal: the file is not taken; nothing but the note of it is written.
    """
    places = _places(actor, committee)
    try:
        opened = open_file(source, places, places[0].pk)
        if not rules.keeps(actor, opened.peer.committee_id):
            raise NotAllowed("access.not_allowed", who=rules.keeper.label)
        took = _settle(actor, opened, name)
    except Turned as turned:
        _note(actor, turned, name, committee or places[0])
        raise turned.refusal from None
    if took.code in ("taken", "already"):
        took.followed, took.stopped = resume(actor, opened.peer)
    return took


def _places(actor: Actor, committee: Committee | None) -> list[Committee]:
    if committee is not None:
        rules.keeper.check(actor, committee)
        return [committee]
    with_keys = Key.objects.live().values("committee")
    found = [one for one in Committee.objects.filter(pk__in=with_keys).order_by("path") if rules.keeps(actor, one.pk)]
    if not found:
        raise Refusal("relay.no_committee")
    return found


def _settle(actor: Actor, opened: Opened, name: str) -> Took:
    """Where the number stands: taken before, next, or too early."""
    manifest, peer = opened.package.manifest, opened.peer
    with transaction.atomic():
        Peer.objects.select_for_update(of=("self",)).get(pk=peer.pk)
        before = standing(peer, manifest.number)
        if before is not None:
            if before.digest != opened.package.digest:
                raise _turned(opened, "relay.other_content", number=manifest.number)
            code = "already" if before.fate == Fate.TAKEN else "already_parked"
            before.peer = peer
            return Took(code, before, missing=_missing(peer))
        last = last_taken(peer)
        row = _row(actor, opened, name)
        if manifest.number > (last.number or 0 if last else 0) + 1:
            return _park(actor, row, opened)
        return _take(actor, row, opened, last)


def _row(actor: Actor, opened: Opened, name: str) -> Incoming:
    manifest, peer = opened.package.manifest, opened.peer
    return Incoming(
        committee_id=peer.committee_id, created_at=actor.at, peer=peer, sender=manifest.sender.name,
        number=manifest.number, digest=opened.package.digest, file_digest=_sha(opened.data), name=name[-NAME_MOST:],
        size=len(opened.data), records=len(manifest.records), made_at=manifest.moment, owes=True,
    )  # fmt: skip


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _missing(peer: Peer) -> list[int]:
    last = last_taken(peer)
    return missing_before(last.number or 0 if last else 0, parked(peer))


def _park(actor: Actor, row: Incoming, opened: Opened) -> Took:
    peer = opened.peer
    with line(actor, "relay.park", committee=peer.committee_id, peer=peer.name, number=row.number) as entry:
        store.keep(opened.data)
        row.fate = Fate.PARKED
        row.save()
        missing = _missing(peer)
        entry.subject = row
        entry.facts["missing"] = _numbers(missing)
    return Took("parked", row, missing=missing)


def _take(actor: Actor, row: Incoming, opened: Opened, last: Incoming | None) -> Took:
    """Take the package that is next; all of it or, with its refusal, nothing."""
    manifest, peer = opened.package.manifest, opened.peer
    if last is not None and manifest.previous != last.digest:
        raise _turned(opened, "relay.chain", number=manifest.number, before=last.number)
    facts: dict[str, Any] = {"peer": peer.name, "number": manifest.number, "records": len(manifest.records)}
    try:
        with line(actor, "relay.take", committee=peer.committee_id, **facts) as entry:
            row.fate, row.settled_at = Fate.TAKEN, actor.at
            row.save()
            done = carry_out(actor, peer, row, opened.package)
            row.owes = done.owes
            row.save()
            entry.subject = row
            entry.facts["refused"] = done.refused
    except Turned:
        raise
    except Refusal as refusal:
        raise Turned(refusal, opened.data, manifest, peer) from None
    return Took("taken", row, refused=done.refused)


def _turned(opened: Opened, code: str, **facts: Any) -> Turned:
    return Turned(Refusal(code, peer=opened.peer.name, **facts), opened.data, opened.package.manifest, opened.peer)


def _note(actor: Actor, turned: Turned, name: str, committee: Committee) -> None:
    """Keep that a file was refused, and why; the same file refused again for the same reason is noted once."""
    peer, manifest, refusal = turned.peer, turned.manifest, turned.refusal
    place = peer.committee_id if peer is not None else committee.pk
    digest = _sha(turned.data) if turned.data else ""
    code = refusal.code.removeprefix("relay.")
    known = Incoming.objects.filter(
        committee_id=place, fate=Fate.REFUSED, file_digest=digest, code=code, name=name[-NAME_MOST:], peer=peer
    )
    if known.exists():
        return
    sender = manifest.sender.name if manifest else ""
    with line(actor, "relay.refuse", committee=place, sender=sender, name=name[-NAME_MOST:], code=code) as entry:
        row = Incoming(
            committee_id=place, created_at=actor.at, peer=peer, sender=sender, name=name[-NAME_MOST:],
            number=manifest.number if manifest else None, digest="", file_digest=digest, size=len(turned.data),
            records=len(manifest.records) if manifest else 0, made_at=manifest.moment if manifest else None,
            fate=Fate.REFUSED, settled_at=actor.at, code=code, reason=refusal.sentence[:WORDS_MOST],
            owes=peer is not None,
        )  # fmt: skip
        if peer is not None and manifest is not None:
            row.digest = manifest.method.digest(manifest.bytes())
        row.save()
        entry.subject = row


def resume(actor: Actor, peer: Peer) -> tuple[list[int], Incoming | None]:
    """Take what is parked and has become next, one package after the other, each in its own transaction.

    Returns:
        The numbers taken, and the one that could not be: it is refused with its reason, and nothing after it is taken.
    """
    taken: list[int] = []
    while True:
        last = last_taken(peer)
        number = (last.number or 0 if last else 0) + 1
        row = Incoming.objects.filter(peer=peer, fate=Fate.PARKED, number=number).first()
        if row is None:
            return taken, None
        refused = _unpark(actor, peer, row)
        if refused is not None:
            return taken, refused
        taken.append(number)


def _unpark(actor: Actor, peer: Peer, row: Incoming) -> Incoming | None:
    """Take one parked package; the row, refused, where it cannot be taken."""
    data = store.get(row.file_digest)
    try:
        if data is None:
            raise Turned(Refusal("relay.file_gone", package=str(row)), b"", None, peer)
        opened = open_file(data, [peer.committee], peer.committee_id)
        with transaction.atomic():
            Peer.objects.select_for_update(of=("self",)).get(pk=peer.pk)
            fresh = Incoming.objects.select_for_update(of=("self",)).get(pk=row.pk)
            if fresh.fate == Fate.PARKED:
                _take(actor, fresh, opened, last_taken(peer))
    except Turned as turned:
        with line(
            actor, "relay.refuse", subject=row, committee=row.committee_id, sender=peer.name, name=row.name,
            code=turned.refusal.code.removeprefix("relay."),
        ):  # fmt: skip
            row = Incoming.objects.get(pk=row.pk)
            row.fate, row.settled_at, row.owes = Fate.REFUSED, actor.at, True
            row.code = turned.refusal.code.removeprefix("relay.")
            row.reason = turned.refusal.sentence[:WORDS_MOST]
            row.save()
        return row
    return None
