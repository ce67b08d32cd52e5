"""The urn: slips put in, taken out, and the end of its key. Whoever calls holds the ballot's row locked."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from lvzhi.ballots import queries, sealing
from lvzhi.ballots.models import Ballot, Teller, Urn
from lvzhi.journal import secrets


def _context(ballot: Ballot) -> str:
    return f"ballots.urn:{ballot.uid}"


def _keys(tellers: Sequence[Teller]) -> list[bytes]:
    return [bytes.fromhex(teller.key) for teller in tellers]


def make(ballot: Ballot, groups: Sequence[str]) -> None:
    """An empty urn with a key of its own."""
    key = sealing.make_urn(str(ballot.uid))
    content = secrets.seal_bytes(b"", _context(ballot))
    Urn.objects.create(ballot=ballot, key=key.hex(), groups=list(groups), content=content)


def put(ballot: Ballot, group: str, marks: Sequence[int]) -> None:
    """Seal a slip, mix it with those before it and write all of them anew: no byte shows which one is new."""
    urn, tellers = Urn.objects.get(ballot=ballot), queries.tellers(ballot)
    content = bytes([urn.groups.index(group), *marks])
    slip = sealing.seal_slip(content, _keys(tellers), bytes.fromhex(urn.key))
    before = sealing.split(secrets.open_bytes(urn.content, _context(ballot)), len(slip))
    after = b"".join(sealing.shuffled([*before, slip]))
    Urn.objects.filter(pk=urn.pk).update(content=secrets.seal_bytes(after, _context(ballot)))


def take_out(ballot: Ballot, keys: dict[int, bytes], cells: int) -> list[tuple[str, list[int]]]:
    """Every slip as (group, marks), in no order.

    Raises:
        Unopenable: the urn's key is gone, or something in the urn was not put there by `put`.
    """
    urn, tellers = Urn.objects.get(ballot=ballot), queries.tellers(ballot)
    private = sealing.urn_key(str(ballot.uid))
    size = sealing.slip_size(cells + 1, len(tellers))
    try:
        slips = sealing.split(secrets.open_bytes(urn.content, _context(ballot)), size)
    except ValueError as problem:
        raise sealing.Unopenable from problem
    contents = [sealing.open_slip(slip, _keys(tellers), keys, private) for slip in slips]
    return [(urn.groups[content[0]], list(content[1:])) for content in sealing.shuffled(contents)]


def clear(ballot: Ballot) -> None:
    """Take the urn away; once that is certain, destroy its key, and any that an interruption left behind."""
    Urn.objects.filter(ballot=ballot).delete()
    transaction.on_commit(sweep)


def sweep() -> None:
    """Destroy the keys of all urns whose ballots are counted or void."""
    for uid in queries.done_with(sealing.urns()):
        sealing.break_urn(uid)
