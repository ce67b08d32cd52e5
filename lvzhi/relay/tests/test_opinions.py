"""An item of public opinion over two databases by packages only: up, signed for, adopted, commented on, seen below."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lvzhi.accounts.actors import system_actor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.files import actions as attachments
from lvzhi.files.queries import of as files_of
from lvzhi.journal.verify import verify
from lvzhi.opinions.models import Concern
from lvzhi.opinions.tests.levels.ladder import Ladder
from lvzhi.opinions.tests.newsroom import TODAY
from lvzhi.relay import actions
from lvzhi.relay.models import Held, Outgoing, Peer
from lvzhi.relay.tests.shores import START, Shore

pytestmark = pytest.mark.sqlite_only
KINDS = ["opinions.concern", "opinions.turn"]


class Side:
    """An installation with the whole ladder in its books, that exchanges for one committee of it."""

    def __init__(self, shore: Shore) -> None:
        self.shore, code = shore, shore.code
        with self.shore.entered() as actor:
            self.ladder = Ladder()
            self.card = actions.make_card(
                actor, actions.make_key(actor, Committee.objects.get(code=code), "ed25519-sha256", starts=START)
            )

    def know(self, card: bytes) -> None:
        """The other committee lives in the other installation."""
        given = actions.read_card(card, "card")
        with self.shore.entered() as actor:
            here = Committee.objects.get(code=self.shore.code)
            peer = actions.add_peer(
                actor, here, code=given.code, name=given.name, algorithm=given.algorithm, kinds=KINDS, starts=START,
                elsewhere=Committee.objects.get(code=given.code),
            )  # fmt: skip
            key = actions.add_peer_key(actor, peer, algorithm=given.algorithm, public=given.public, starts=START)
            actions.compare_key(actor, key)


Sides = tuple[Side, Side]


@pytest.fixture
def sides(empty: Path, db: None, tmp_path: Path) -> Iterator[Sides]:
    """海州区 below, 连海市 above, each in a database of its own."""
    with clock.at(TODAY):
        below, above = (Side(Shore(tmp_path / code, empty, code, code)) for code in ("HZ", "LH"))
        below.know(above.card)
        above.know(below.card)
        yield below, above


def carried(frm: Side, to: Side) -> actions.Took:
    """The next package taken; nothing in it that could not be carried out."""
    took = to.shore.take(frm.shore.pack()[1])
    assert (took.code, took.refused) == ("taken", 0), [one.reason for one in _undone(to)]
    return took


def _undone(side: Side) -> list[Held]:
    with side.shore.entered():
        return list(Held.objects.filter(done=False))


def test_an_item_goes_up_and_its_fate_comes_back_by_packages_alone(sides: Sides) -> None:
    below, above = sides
    with below.shore.entered():
        item = below.ladder.checked()
        bai = below.ladder.actor(below.ladder.bai)
        sheet = SimpleUploadedFile("路灯.txt", "十二盏".encode())
        attachments.attach(bai, "opinions.concern", item.uid, sheet)
        below.ladder.dispatched(below.ladder.issued(item), below.ladder.city)
        assert not Concern.objects.filter(committee=below.ladder.city).exists()
    carried(below, above)
    with above.shore.entered():
        ladder: Any = above.ladder
        taken = Concern.objects.get(committee=ladder.city)
        assert (taken.origin_uid, taken.title) == (item.uid, item.current_title)
        assert [file.name for file in files_of("opinions.concern", taken.uid)] == ["路灯.txt"]
        ladder.take(taken, "receive", ladder.up)
        ladder.comment(ladder.issued(ladder.edited(taken)), post="市长")
    carried(above, below)
    with below.shore.entered():
        turns = [turn for turn, _, _ in below.ladder.turns(item)]
        assert turns == ["sent", "received", "adopted", "commented"]
        assert verify() == []
    carried(below, above)
    with above.shore.entered():
        assert not Outgoing.objects.filter(answer="waiting").exists()
        assert verify() == []


def test_a_peer_speaks_for_itself_alone(sides: Sides) -> None:
    below, above = sides
    with below.shore.entered():
        item = below.ladder.checked()
        below.ladder.dispatched(below.ladder.issued(item), below.ladder.city)
    with above.shore.entered():  # the books above say that the peer is another committee
        peer = Peer.objects.get()
        actions.alter_peer(
            system_actor("tests"), peer, code=peer.code, name=peer.name, algorithm=peer.algorithm, kinds=KINDS,
            starts=START, elsewhere=above.ladder.there,
        )  # fmt: skip
    took = above.shore.take(below.shore.pack()[1])
    assert took.refused == 1
    with above.shore.entered():
        assert "不属于它" in Held.objects.get().reason
        assert not Concern.objects.filter(committee=above.ladder.city).exists()
