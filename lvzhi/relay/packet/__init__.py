"""The package file: written and read without a database. Whatever is wrong with one is a `Refused`, nothing else.

The format is written down for other vendors in docs/for-operators/6-packages.md.
"""

from lvzhi.relay.packet.canonical import decode, encode
from lvzhi.relay.packet.errors import Refused
from lvzhi.relay.packet.limits import Limits
from lvzhi.relay.packet.manifest import Manifest, Party, RecordEntry
from lvzhi.relay.packet.reading import Attached, Package, Received, read
from lvzhi.relay.packet.signing import ALGORITHMS, Algorithm
from lvzhi.relay.packet.writing import Built, Sent, SentRecord, size_of, write

__all__ = [
    "ALGORITHMS", "Algorithm", "Attached", "Built", "Limits", "Manifest", "Package", "Party", "Received", "RecordEntry",
    "Refused", "Sent", "SentRecord", "decode", "encode", "read", "size_of", "write",
]  # fmt: skip
