"""Keys, peers, the outbox, packages out and in."""

from lvzhi.relay.actions.keys import card_name, end_key, make_card, make_key
from lvzhi.relay.actions.opening import Preview, preview
from lvzhi.relay.actions.packing import file_name, give_out, pack
from lvzhi.relay.actions.peers import add_peer, add_peer_key, alter_peer, compare_key, end_peer_key, read_card
from lvzhi.relay.actions.posting import Enclosed, post
from lvzhi.relay.actions.taking import Took, resume, take
from lvzhi.relay.packet import ALGORITHMS
from lvzhi.relay.store import write_whole

__all__ = [
    "ALGORITHMS",
    "Enclosed",
    "Preview",
    "Took",
    "add_peer",
    "add_peer_key",
    "alter_peer",
    "card_name",
    "compare_key",
    "end_key",
    "end_peer_key",
    "file_name",
    "give_out",
    "make_card",
    "make_key",
    "pack",
    "post",
    "preview",
    "read_card",
    "resume",
    "take",
    "write_whole",
]  # fmt: skip
