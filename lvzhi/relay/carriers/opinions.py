"""Items of public opinion: up to a committee that lives elsewhere, and what became of them down again.

The room `opinions` says what travels and what is done with it; this is one of its carriers. A peer speaks for itself
alone: an item comes from the committee that it is, and news comes of an item that was sent to it.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.files import actions as attachments
from lvzhi.files.models import Attachment
from lvzhi.opinions.actions import levels
from lvzhi.opinions.actions.levels import Carrier, carriers
from lvzhi.opinions.models import Concern
from lvzhi.opinions.vocabulary.states import Channel
from lvzhi.relay import kinds
from lvzhi.relay.actions import Enclosed, post
from lvzhi.relay.carriers.shape import fit
from lvzhi.relay.kinds import Arrival, File, Kind
from lvzhi.relay.models import Peer
from lvzhi.relay.queries import last_post, peers_elsewhere
from lvzhi.relay.vocabulary import CONCERN, CONCERN_NAME, TURN, TURN_NAME, TURN_TITLE

_NAMES = uuid.UUID("5d0f5a52-3c0c-4d7f-8a7e-0b1f6e0d9c44")


def lives_elsewhere(committee: Committee) -> bool:
    """Whether a committee here has that one for a peer."""
    return peers_elsewhere(committee, clock.today()).exists()


def _peer(actor: Actor, committee: Committee, codes: Sequence[str]) -> Peer:
    """The peer by which that committee is reached, from the first of these committees that has one."""
    found: dict[str, Peer] = {peer.committee.code: peer for peer in peers_elsewhere(committee, clock.as_day(actor.at))}
    for code in codes:
        if code in found:
            return found[code]
    raise Refusal("relay.peer_unknown", name=committee.name)


def _send(actor: Actor, peer: Peer, kind: str, uid: UUID, payload: Any, files: Sequence[Enclosed] = ()) -> None:
    before = last_post(peer, kind, uid)
    post(actor, peer, kind, uid, before.record_version + 1 if before else 1, clean(payload), files)


def clean(value: Any) -> Any:
    """The same value with texts that a package can carry."""
    if isinstance(value, Mapping):
        return {str(key): clean(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [clean(one) for one in value]
    return fit(value) if isinstance(value, str) else value


def go_up(actor: Actor, committee: Committee, payload: Mapping[str, Any], files: Sequence[Attachment]) -> None:
    """Post an item to the committee above, with its attachments."""
    peer = _peer(actor, committee, [payload["committee"]["code"]])
    enclosed = []
    for one in files:
        attachment, path = attachments.read(actor, one.uid)
        enclosed.append(Enclosed(fit(attachment.name), path.read_bytes()))
    _send(actor, peer, CONCERN, UUID(payload["uid"]), payload, enclosed)


def go_down(actor: Actor, committee: Committee, payload: Mapping[str, Any]) -> None:
    """Post news of an item to the committee below that sent it."""
    above = Committee.objects.in_bulk(committee.chain_ids()[1:])
    codes = [above[pk].code for pk in committee.chain_ids()[1:] if pk in above]
    uid = uuid.uuid5(_NAMES, f"{payload['uid']}\n{payload['turn']}\n{payload['event']}")
    _send(actor, _peer(actor, committee, codes), TURN, uid, payload)


def take_concern(actor: Actor, peer: Peer, arrival: Arrival, files: Sequence[File]) -> None:
    """An item of the committee that the peer is; it waits here to be signed for."""
    sender = kinds.said(arrival.payload, "committee", "code")
    if peer.elsewhere is None or peer.elsewhere.code != sender:
        raise Refusal("relay.not_theirs", peer=peer.name, kind=CONCERN_NAME)
    levels.arrive(actor, peer.committee, arrival.payload, [Loose(one) for one in files])


class Loose:
    """A file that came, with its bytes."""

    def __init__(self, file: File) -> None:
        self._file = file

    @property
    def name(self) -> str:
        """What it is called."""
        return self._file.name

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self._file.data


def take_turn(actor: Actor, peer: Peer, arrival: Arrival, files: Sequence[File]) -> None:
    """News of an item of the peer's own committee here, which stands below the peer."""
    here, above = peer.committee, peer.elsewhere
    try:
        own = Concern.objects.filter(uid=UUID(kinds.said(arrival.payload, "uid")), committee=here).exists()
    except ValueError:
        own = False
    if above is None or above.pk not in here.chain_ids()[1:] or not own:
        raise Refusal("relay.not_theirs", peer=peer.name, kind=TURN_NAME)
    levels.heard(actor, arrival.payload, Channel.PACKAGE)


def _title(payload: Mapping[str, Any]) -> str:
    return kinds.said(payload, "title")


def _turn_title(payload: Mapping[str, Any]) -> str:
    return TURN_TITLE.format(body=kinds.said(payload, "body"), day=kinds.said(payload, "on"))


UP = Kind(CONCERN, CONCERN_NAME, take_concern, _title)
DOWN = Kind(TURN, TURN_NAME, take_turn, _turn_title)


def register() -> None:
    """Be one of the ways out of this installation."""
    carriers.register(Carrier("relay.packages", lives_elsewhere, go_up, go_down))
