"""Two installations: what goes up and comes down is taken by a carrier, and handed over as JSON (R12.6)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.opinions.actions import levels
from lvzhi.opinions.actions.levels import Carrier, carriers
from lvzhi.opinions.models import Concern
from lvzhi.opinions.tests.levels.ladder import Ladder
from lvzhi.papers.models import Dispatch


class Post:
    """Keeps what it is given until it is delivered; either side is the other's abroad."""

    def __init__(self) -> None:
        self.bag: list[tuple[str, Committee, dict[str, Any]]] = []
        self.seen: list[str] = []

    def carrier(self, *places: Committee) -> Carrier:
        keys = {place.pk for place in places}

        def up(actor: Actor, committee: Committee, payload: Any, files: Sequence[Any]) -> None:
            self.bag.append(("up", committee, json.loads(json.dumps(payload))))

        def down(actor: Actor, committee: Committee, payload: Any) -> None:
            self.bag.append(("down", committee, json.loads(json.dumps(payload))))

        return Carrier("tests.post", lambda place: place.pk in keys, up, down)

    def deliver(self, ladder: Ladder, *, times: int = 1) -> None:
        """Hand over all that waits, each thing so many times."""
        while self.bag:
            way, committee, payload = self.bag.pop(0)
            self.seen.append(f"{way} {payload.get('turn', 'item')}")
            actor = ladder.actor(ladder.editors(committee)[0])
            for _ in range(times):
                if way == "up":
                    levels.arrive(actor, committee, payload)
                else:
                    levels.heard(actor, payload)


@pytest.fixture
def post(ladder: Ladder) -> Iterator[Post]:
    made = Post()
    carriers.register(made.carrier(ladder.here, ladder.city))
    yield made
    carriers.unregister("tests.post")


@pytest.mark.parametrize("times", [1, 3])
def test_both_sides_know_the_same_however_often_it_is_handed_over(ladder: Ladder, post: Post, times: int) -> None:
    item = ladder.checked()
    ladder.dispatched(ladder.issued(item), ladder.city)
    assert not Concern.objects.filter(committee=ladder.city).exists()
    post.deliver(ladder, times=times)
    above = ladder.above(item)
    ladder.take(above, "receive", ladder.up)
    assert Dispatch.objects.get().receipt_on is None
    post.deliver(ladder, times=times)
    assert Dispatch.objects.get().receipt_by == "连海市政协"
    paper = ladder.issued(ladder.edited(above))
    comment = ladder.comment(paper, post="市长")
    post.deliver(ladder, times=times)
    assert [turn for turn, _, _ in ladder.turns(item)] == ["sent", "received", "adopted", "commented"]
    assert post.seen == ["up item", "down received", "down adopted", "down commented"]
    row = item.traces.get(turn="adopted")
    assert row.known_by == ["数据包"]
    ladder.take(comment, "noted", ladder.up)
    ladder.take(paper, "withdraw", ladder.up2, ground="数字有误")
    post.deliver(ladder, times=times)
    assert [turn for turn, _, _ in ladder.turns(item)] == ["sent", "received", "commented"]


def test_a_recall_goes_up_the_same_way(ladder: Ladder, post: Post) -> None:
    item = ladder.checked()
    paper = ladder.dispatched(ladder.issued(item), ladder.city)
    post.deliver(ladder)
    ladder.take(paper, "withdraw", ladder.mi, ground="数字有误")
    assert ladder.above(item).state == "arrived"
    post.deliver(ladder)
    assert ladder.above(item).state == "withdrawn"


def test_a_file_comes_with_its_bytes_and_is_looked_at(ladder: Ladder, settings: Any, tmp_path: Any) -> None:
    from dataclasses import dataclass

    from lvzhi.access import Refusal
    from lvzhi.files.queries import of as files_of

    @dataclass
    class Loose:
        name: str
        data: bytes

    settings.LVZHI_DATA = tmp_path
    payload = levels.snapshot(ladder.checked())
    actor = ladder.actor(ladder.up)
    with pytest.raises(Refusal):
        levels.arrive(actor, ladder.city, payload, [Loose("报告.pdf", b"MZ\x90")])
    assert not Concern.objects.filter(committee=ladder.city).exists()
    made = levels.arrive(actor, ladder.city, payload, [Loose("报告.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")])
    assert made is not None
    assert [file.name for file in files_of("opinions.concern", made.uid)] == ["报告.pdf"]
