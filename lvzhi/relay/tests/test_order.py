"""Packages in order: parked, taken by themselves, the same again, other content, versions; receipts back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lvzhi.access import Refusal
from lvzhi.journal.lines import line
from lvzhi.journal.verify import verify
from lvzhi.relay import actions
from lvzhi.relay.models import Held, Incoming, Outgoing, Peer, Post
from lvzhi.relay.tests.shores import Shore

pytestmark = pytest.mark.sqlite_only
Two = tuple[Shore, Shore]


def sent(shore: Shore, *texts: str) -> list[bytes]:
    """A package for each text."""
    found = []
    for text in texts:
        shore.post(text)
        found.append(shore.pack()[1])
    return found


def test_one_after_the_other(two: Two) -> None:
    below, above = two
    first, second = sent(below, "一", "二")
    assert above.take(first).sentence == "已收下云岩区政协的第1号包，1条记录。"
    assert above.take(second).code == "taken"
    assert above.notes() == {"一 1": 1, "二 1": 1}
    with above.entered():
        assert verify() == []


@pytest.mark.parametrize("algorithm", ["ed25519-sha256", "sm2-sm3"])
def test_parked_until_its_forerunners_come(fresh: Any, algorithm: str) -> None:
    below, above = fresh(algorithm)
    packages = sent(below, "一", "二", "三", "四")
    took = above.take(packages[3])
    assert (took.code, took.missing) == ("parked", [1, 2, 3])
    assert took.sentence == "云岩区政协的第4号包先到，已暂存；第1、2、3号补到后自动收下。"
    assert above.notes() == {}
    assert above.take(packages[1]).missing == [1, 3]
    took = above.take(packages[0])
    assert (took.code, took.followed) == ("taken", [2])
    took = above.take(packages[2])
    assert took.sentence == "已收下云岩区政协的第3号包，1条记录。随后自动收下了暂存的第4号。"
    assert above.notes() == {f"{text} 1": 1 for text in "一二三四"}


def test_the_same_again_changes_nothing_and_says_so(two: Two) -> None:
    below, above = two
    first, second, third = sent(below, "一", "二", "三")
    above.take(first)
    above.take(third)
    before = above.counts()
    assert above.take(first).sentence == "云岩区政协的第1号包以前已经收过，没有改动任何内容。"
    assert above.take(third).sentence == "云岩区政协的第3号包已在暂存，等第2号补到。"
    assert above.counts() == before
    above.take(second)
    assert above.take(third).code == "already"


def test_a_lost_package_is_given_out_again_byte_for_byte(two: Two) -> None:
    below, above = two
    (lost,) = sent(below, "一")
    assert below.again(1) == lost == below.again(1)
    above.take(below.again(1))
    assert above.notes() == {"一 1": 1}


def test_the_same_number_with_other_content(two: Two, tmp_path: Path) -> None:
    below, above = two
    twin = below.copy(tmp_path / "twin")  # a copy from an old backup
    (first,) = sent(below, "一")
    (other,) = sent(twin, "别的")
    above.take(first)
    before = above.counts()
    with pytest.raises(Refusal, match="第1号包以前已收到，而内容与这一个不同"):
        above.take(other)
    after = above.counts()
    assert {name for name in before if before[name] != after[name]} == {"Incoming", "Entry"}
    assert after["Incoming"] == before["Incoming"] + 1
    assert after["Entry"] == before["Entry"] + 1
    sent(below, "二")
    sent(twin, "别的二")
    with pytest.raises(Refusal, match="接的不是本方收到的第1号包"):
        above.take(twin.again(2))
    assert above.take(below.again(2)).code == "taken"


def test_a_version_below_the_one_held_refuses_the_whole_package(two: Two) -> None:
    below, above = two
    uid = below.post("稿", version=3)
    above.take(below.pack()[1])
    with below.entered() as actor, line(actor, "relay.test", committee=Peer.objects.get().committee):
        Post.objects.filter(record_uid=uid).update(record_version=1)  # what an old backup would know
    below.post("稿", uid=uid, version=2)
    below.post("新稿")
    number, package = below.pack()
    before, notes = above.counts(), above.notes()
    with pytest.raises(Refusal, match="第2号包里的便条“稿”是第2版，本方已有第3版，整个包没有收"):
        above.take(package)
    after = above.counts()
    assert above.notes() == notes
    assert {name: after[name] - before[name] for name in before} == {
        "Unit": 0, "Held": 0, "Incoming": 1, "Outgoing": 0, "Post": 0, "Entry": 1,
    }  # fmt: skip
    assert number == 2


def test_what_a_kind_refuses_is_undone_noted_and_told_and_the_rest_is_taken(two: Two) -> None:
    below, above = two
    below.post("一")
    uid = below.post("不办")
    below.post("二")
    took = above.take(below.pack()[1])
    assert (took.code, took.refused) == ("taken", 1)
    assert "其中1条不能办理" in took.sentence
    assert above.notes() == {"一 1": 1, "二 1": 1}
    with above.entered():
        held = Held.objects.get(record_uid=uid)
        assert (held.done, held.code) == (False, "relay.unknown")
        assert verify() == []
    below.take(above.pack()[1])
    with below.entered():
        assert Post.objects.get(record_uid=uid).refused.startswith("没有找到这条交换记录")


def test_receipts_come_back_with_the_next_package(two: Two) -> None:
    below, above = two
    packages = sent(below, "一", "二", "三")
    above.take(packages[0])
    above.take(packages[2])
    above.post("回话")
    below.take(above.pack()[1])
    with below.entered():
        answers = dict(Outgoing.objects.values_list("number", "answer"))
        assert answers == {1: "taken", 2: "waiting", 3: "waiting"}
    above.take(packages[1])
    below.take(above.pack()[1])
    with below.entered():
        assert set(Outgoing.objects.values_list("answer", flat=True)) == {"taken"}
    assert below.notes() == {"回话 1": 1}
    number, data = below.pack()  # a receipt for 回话; one for a receipt is not owed
    above.take(data)
    with pytest.raises(Refusal, match="没有要发给云岩区政协的内容"):
        above.pack()
    with below.entered():
        assert Outgoing.objects.get(number=number).answer == "none"


def test_a_refused_package_is_told_with_its_reason(two: Two) -> None:
    below, above = two
    with above.entered() as actor:
        peer = Peer.objects.get()
        actions.alter_peer(actor, peer, code=peer.code, name=peer.name, algorithm=peer.algorithm, kinds=[],
                           starts=peer.starts)  # fmt: skip
    (package,) = sent(below, "一")
    with pytest.raises(Refusal, match="没有约定从云岩区政协接收“便条”"):
        above.take(package)
    below.take(above.pack()[1])
    with below.entered():
        row = Outgoing.objects.get()
        assert (row.answer, "没有约定从云岩区政协接收“便条”" in row.reason) == ("refused", True)
    with above.entered() as actor:
        peer = Peer.objects.get()
        actions.alter_peer(actor, peer, code=peer.code, name=peer.name, algorithm=peer.algorithm, kinds=["test.note"],
                           starts=peer.starts)  # fmt: skip
    assert above.take(below.again(1)).code == "taken"  # once it is agreed the same package is taken
    below.take(above.pack()[1])
    with below.entered():
        assert Outgoing.objects.get().answer == "taken"


def test_attachments_travel_and_several_versions_take_several_packages(two: Two) -> None:
    below, above = two
    uid = below.post("稿", files=[actions.Enclosed("附件.pdf", b"%PDF-1.4 one"), actions.Enclosed("二.txt", b"two")])
    below.post("稿", uid=uid, version=2)
    first, second = below.pack()[1], below.pack()[1]
    above.take(first)
    above.take(second)
    assert above.notes() == {"稿 1": 1, "稿 2": 1}
    assert above.held() == {("test.note", str(uid)): (2, True)}
    with above.entered():
        assert sorted(Incoming.objects.values_list("number", "records")) == [(1, 1), (2, 1)]


def test_what_is_posted_twice_lies_there_once(two: Two) -> None:
    below, _ = two
    uid = below.post("稿")
    assert below.post("稿", uid=uid) == uid
    with below.entered():
        assert Post.objects.count() == 1
    with pytest.raises(Refusal, match="第1版已经发过"):
        below.post("另一稿", uid=uid)
    with pytest.raises(Refusal, match="不能写入交换包"):
        below.post("\x00")
