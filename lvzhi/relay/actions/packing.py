"""Packages out: the next of a peer, and any of them again, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.utils.timezone import localtime

from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.relay import rules, store
from lvzhi.relay.actions.receipts import post_receipt
from lvzhi.relay.models import Key, Outgoing, Peer, Post
from lvzhi.relay.norms import limits_of
from lvzhi.relay.packet import Built, Limits, Party, Sent, SentRecord, size_of, write
from lvzhi.relay.queries import last_sent, own_key, waiting_posts
from lvzhi.relay.vocabulary import ALGORITHM_NAMES, FILE_NAME, RECEIPT, Answer


def pack(actor: Actor, peer: Peer) -> Outgoing:
    """Make the next package of what waits for a peer, oldest first, as much as one package holds.

    Number, bytes and what is in it are settled in one transaction; a process killed before its end has made no
    package, one killed after it has made this one, which `give_out` gives again.

    Raises:
        NotAllowed.
        Refusal: ``relay.nothing_to_send``, ``relay.no_key``, ``relay.peer_closed``, ``relay.attachment_gone``.
    """
    rules.keeper.check(actor, peer)
    day = clock.as_day(actor.at)
    with line(actor, "relay.pack", subject=peer, peer=peer.name) as entry:
        locked = Peer.objects.select_for_update(of=("self",)).select_related("committee").get(pk=peer.pk)
        if not locked.is_live or not locked.holds_on(day):
            raise Refusal("relay.peer_closed", peer=locked.name)
        post_receipt(actor, locked)
        posts, records = _chosen(locked, limits_of(locked.committee_id))
        if not posts:
            raise Refusal("relay.nothing_to_send", peer=locked.name)
        key = own_key(locked.committee_id, locked.algorithm, day)
        if key is None:
            algorithm = ALGORITHM_NAMES[locked.algorithm]
            raise Refusal("relay.no_key", committee=locked.committee.display, algorithm=algorithm)
        made = _made(actor, locked, key, records)
        made.answer = Answer.NONE if all(post.kind == RECEIPT for post in posts) else Answer.WAITING
        made.save()
        for post in posts:
            post.package, post.payload, post.files = made, {}, []
        Post.objects.bulk_update(posts, ["package", "payload", "files"])
        entry.subject = made
        entry.facts |= {"number": made.number, "records": made.records}
    _make_sure()
    return made


def _chosen(peer: Peer, limits: Limits) -> tuple[list[Post], list[SentRecord]]:
    """The oldest posts that fit into one package; of one record only one version goes with each."""
    posts: list[Post] = []
    records: list[SentRecord] = []
    size, entries, seen = limits.text, 2, set[tuple[str, object]]()
    for post in waiting_posts(peer).iterator():
        record = SentRecord(post.kind, str(post.record_uid), post.record_version, post.payload, _enclosed(post))
        size += size_of(record)
        entries += 1 + len(record.files)
        full = size > limits.size or entries > limits.entries
        if (post.kind, post.record_uid) in seen or (posts and full):
            break
        seen.add((post.kind, post.record_uid))
        posts.append(post)
        records.append(record)
    return posts, records


def _enclosed(post: Post) -> list[Sent]:
    found = []
    for one in post.files:
        data = store.get(one["digest"])
        if data is None:
            raise Refusal("relay.attachment_gone", title=post.title)
        found.append(Sent(one["name"], data))
    return found


def _made(actor: Actor, peer: Peer, key: Key, records: Sequence[SentRecord]) -> Outgoing:
    before = last_sent(peer)
    built = _built(actor, peer, key, records, before)
    return Outgoing(
        committee_id=peer.committee_id, created_at=actor.at, peer=peer, number=built.manifest.number,
        digest=built.digest, file_digest=store.keep(built.data), size=len(built.data), records=len(records),
    )  # fmt: skip


def _built(actor: Actor, peer: Peer, key: Key, records: Sequence[SentRecord], before: Outgoing | None) -> Built:
    committee = peer.committee
    return write(
        records, algorithm=key.algorithm, private=key.private.reveal(), public=key.public,
        sender=Party(committee.code, committee.name), receiver=Party(peer.code, peer.name),
        number=before.number + 1 if before else 1, previous=before.digest if before else "",
        made=localtime(actor.at).isoformat(timespec="seconds"), limits=limits_of(peer.committee_id),
    )  # fmt: skip


def _make_sure() -> None:
    """Bring the transaction to the disk before its package leaves the house.

    SQLite with a write-ahead log may lose the last transactions in a power cut; a number given twice would be refused
    by the other side.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(FULL)")


def give_out(actor: Actor, package: Outgoing) -> bytes:
    """The file of a package, as it was made, however often. Raises `NotAllowed`, `Refusal` ``relay.file_gone``."""
    rules.keeper.check(actor, package)
    data = store.get(package.file_digest)
    if data is None:
        raise Refusal("relay.file_gone", package=str(package))
    with line(actor, "relay.given_out", subject=package, peer=package.peer.name, number=package.number):
        pass
    return data


def file_name(package: Outgoing) -> str:
    """What its file is called: sender, receiver, number."""
    peer = package.peer
    codes = ("".join(one if one.isalnum() else "_" for one in code) for code in (peer.committee.code, peer.code))
    sender, receiver = codes
    return FILE_NAME.format(sender=sender, receiver=receiver, number=package.number)
