"""A district with an office and a peer, for pages: everything is made through the actions a click takes."""

from __future__ import annotations

import uuid
from typing import Any

from lvzhi.accounts.vocabulary import Role
from lvzhi.ledger.tests.desk import Desk
from lvzhi.proposals.tests.people import START, builder
from lvzhi.relay import actions
from lvzhi.relay.models import Peer
from lvzhi.relay.packet import ALGORITHMS, Limits, Party, SentRecord, write
from lvzhi.relay.tests import shores

LIMITS = Limits(10_000_000, 1000, 10_000_000, 2, 5_000_000, 32)
METHOD = ALGORITHMS["ed25519-sha256"]


class Hall(Desk):
    """Beside the desk: 辰 secretary-general, 巳 auditor, 午 administrator; 贵阳 and 区民政局's system are peers."""

    def __init__(self) -> None:
        super().__init__()
        self.chen = self.person("chen", "辰秘", self.here, Role.SECRETARY_GENERAL)
        self.si = self.person("si", "巳审", self.here, Role.AUDITOR)
        self.wun = self.person("wun", "午管", self.here, Role.SYSTEM_ADMIN)
        self.secrets: dict[str, tuple[str, str]] = {}
        self.own = actions.make_key(builder(), self.here, METHOD.key, starts=START)
        self.city = self.peer("GY", "贵阳市政协", kinds=[shores.NOTE, "figure", "roster"])
        self.bureau = self.peer("MZJ", "区民政局办公系统", kinds=["handling"], unit=self.civil, account=self.wu)

    def peer(self, code: str, name: str, **facts: Any) -> Peer:
        """One whose key was compared; its private part is here."""
        made = actions.add_peer(builder(), self.here, code=code, name=name, algorithm=METHOD.key, starts=START, **facts)
        self.secrets[code] = METHOD.make()
        key = actions.add_peer_key(builder(), made, algorithm=METHOD.key, public=self.secrets[code][1], starts=START)
        actions.compare_key(builder(), key)
        return made

    def sent(self, peer: Peer, number: int, *records: SentRecord, previous: str = "") -> tuple[bytes, str]:
        """A package as the other side makes it, with the digest that the next one names."""
        private, public = self.secrets[peer.code]
        built = write(
            records, algorithm=METHOD.key, private=private, public=public, sender=Party(peer.code, peer.name),
            receiver=Party(self.here.code, self.here.name), number=number, previous=previous,
            made="2026-03-02T08:00:00+08:00", limits=LIMITS,
        )  # fmt: skip
        return built.data, built.digest

    def note(
        self, text: str = "便条", uid: str = "3b5f1c1e-6f0e-4a5e-9a50-000000000001", version: int = 1
    ) -> SentRecord:
        """A record of the kind that tests have."""
        return SentRecord(shores.NOTE, uid, version, {"text": text})

    def uid(self, place: int) -> uuid.UUID:
        """One of many records."""
        return uuid.uuid5(uuid.NAMESPACE_DNS, str(place))
