"""Pages: who may, what they say, that a file is looked at before it is taken, as often asked at 5 and at 50 rows."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.access import NotAllowed
from lvzhi.directory.models import Unit
from lvzhi.journal.models import Entry
from lvzhi.relay import actions
from lvzhi.relay.models import Held, Incoming, Key, Outgoing, Peer, PeerKey, Post
from lvzhi.relay.tests.hall import METHOD, Hall

ON = 302
MAY, LOOK, NOT = ("wen", "chen", "wun"), ("si",), ("jia", "ding", "wu", "shen", "xin")


def text_of(answer: Any) -> str:
    """What a person reads."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def upload(data: bytes, name: str = "包.lvpkg") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, data)}


def addresses(hall: Hall) -> dict[str, str]:
    """Every page, by whether changing it is asked for."""
    key = hall.city.keys.get()
    return {
        "home": reverse("relay:home"), "refused": reverse("relay:refused"), "keys": reverse("relay:keys"),
        "peer": reverse("relay:peer", args=[hall.city.uid]),
        "take!": reverse("relay:take"), "key_new!": reverse("relay:key_new"), "peer_new!": reverse("relay:peer_new"),
        "key_end!": reverse("relay:key_end", args=[hall.own.uid]),
        "edit!": reverse("relay:peer_edit", args=[hall.city.uid]),
        "peer_key!": reverse("relay:peer_key_new", args=[hall.city.uid]),
        "compare!": reverse("relay:compare", args=[key.uid]),
        "peer_key_end!": reverse("relay:peer_key_end", args=[key.uid]),
    }  # fmt: skip


def test_who_opens_which_page(hall: Hall) -> None:
    pages = addresses(hall)
    for names, opens in ((MAY, set(pages)), (LOOK, {name for name in pages if name[-1] != "!"}), (NOT, set[str]())):
        for name in names:
            client = hall.login(getattr(hall, name))
            opened = {page for page, address in pages.items() if client.get(address).status_code == 200}
            assert opened == opens, name
    far = hall.login(hall.far_office)  # the office of another committee opens its own ledger and nothing of this one
    assert far.get(pages["home"]).status_code == 200
    for page in ("peer", "key_end!", "edit!", "compare!"):
        assert far.get(pages[page]).status_code == 404, page


def test_who_packs_takes_and_registers(hall: Hall) -> None:
    data, _ = hall.sent(hall.city, 1, hall.note())
    for name in (*LOOK, *NOT, "far_office"):
        actor = hall.actor(getattr(hall, name))
        for do in (
            lambda actor=actor: actions.pack(actor, hall.city),
            lambda actor=actor: actions.take(actor, data, committee=hall.here),
            lambda actor=actor: actions.preview(actor, hall.here, data),
            lambda actor=actor: actions.make_key(actor, hall.here, METHOD.key),
            lambda actor=actor: actions.compare_key(actor, hall.city.keys.get()),
        ):
            with pytest.raises(NotAllowed):
                do()
    assert not Incoming.objects.exists()
    assert actions.take(hall.actor(hall.chen), data, committee=hall.here).code == "taken"


def test_a_file_is_looked_at_and_then_taken(hall: Hall) -> None:
    client, address = hall.login(hall.wen), reverse("relay:take")
    data, _ = hall.sent(hall.city, 1, hall.note("关于路灯"))
    before = Entry.objects.count()
    looked = client.post(address, upload(data))
    assert "贵阳市政协的第1号包" in text_of(looked)
    assert "关于路灯" in text_of(looked)
    assert (Incoming.objects.count(), Entry.objects.count()) == (0, before)
    confirm = re.search(r'action="(/relay/take/[0-9a-f]{32}/)"', looked.content.decode())
    assert confirm
    answer = client.post(confirm.group(1), follow=True)
    assert "已收下贵阳市政协的第1号包，1条记录。" in text_of(answer)
    assert Unit.objects.filter(name="关于路灯 1").count() == 1
    again = client.post(confirm.group(1))
    assert again.status_code == 404  # the file is taken once; the key to it is used up


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (lambda data: data[:-40], "文件不完整或已损坏"),
        (lambda data: data[:600] + bytes([data[600] ^ 1]) + data[601:], "拒收"),
        (lambda data: "公文".encode(), "这不是交换包文件"),
    ],
)
def test_a_bad_file_is_noted_with_its_reason_and_nothing_else_is_written(hall: Hall, bad: Any, said: str) -> None:
    client = hall.login(hall.wen)
    data, _ = hall.sent(hall.city, 1, hall.note())
    models: tuple[Any, ...] = (Unit, Held, Outgoing, Post, Peer)
    before, lines = [one.objects.count() for one in models], Entry.objects.count()
    for _ in range(2):  # a second time it is refused again, and noted once
        answer = client.post(reverse("relay:take"), upload(bad(data)))
        assert answer.status_code == 422
        assert said in text_of(answer)
    assert [one.objects.count() for one in models] == before
    assert Entry.objects.count() == lines + 1
    row = Incoming.objects.get()
    assert (row.fate, row.peer) == ("refused", None)
    assert said in text_of(client.get(reverse("relay:home")))
    assert said in text_of(client.get(reverse("relay:refused")))


def test_strangers_and_others_files(hall: Hall) -> None:
    client, address = hall.login(hall.wen), reverse("relay:take")
    stranger = hall.peer("XX", "陌生人")
    data, _ = hall.sent(stranger, 1, hall.note())
    PeerKey.objects.filter(peer=stranger)
    key = stranger.keys.get()
    actions.end_peer_key(hall.actor(hall.wen), key, key.starts)
    assert "不是已登记并核对过公钥的对方" in text_of(client.post(address, upload(data)))
    hall.here.code = "OTHER"
    data, _ = hall.sent(hall.city, 1, hall.note())
    assert "不是发给本方的，拒收" in text_of(client.post(address, upload(data)))
    assert not Unit.objects.filter(name__startswith="便条").exists()


def test_from_key_to_package_by_clicks(hall: Hall) -> None:
    client = hall.login(hall.wen)
    assert client.post(reverse("relay:key_new"), {"algorithm": "sm2-sm3"}).status_code == ON
    key = Key.objects.get(algorithm="sm2-sm3")
    card = b"".join(client.post(reverse("relay:card", args=[key.uid])).streaming_content)
    assert key.private.reveal() not in card.decode()
    assert key.private.reveal() not in text_of(client.get(reverse("relay:keys")))
    given = {"name": "遵义市政协", "code": "ZY", "algorithm": "sm2-sm3", "kinds": ["test.note"], "starts": "2026-01-01"}
    made = client.post(reverse("relay:peer_new"), given)
    peer = Peer.objects.get(code="ZY")
    assert made.url == reverse("relay:peer_key_new", args=[peer.uid])
    other = card.replace(b'"id":"HZ"', b'"id":"ZY"')
    wrong = client.post(made.url, {"card": SimpleUploadedFile("a.lvkey", card)})
    assert "这张公钥名片是海州区政协（HZ）的" in text_of(wrong)
    assert client.post(made.url, {"card": SimpleUploadedFile("a.lvkey", other)}).status_code == ON
    compare = reverse("relay:compare", args=[peer.keys.get().uid])
    assert "请先与对方电话核对指纹" in text_of(client.post(compare, {}))
    assert client.post(compare, {"agrees": "on"}).status_code == ON
    assert "没有要发给遵义市政协的内容" in text_of(client.post(reverse("relay:pack", args=[peer.uid])))
    actions.post(hall.actor(hall.wen), peer, "test.note", peer.uid, 1, {"text": "去信"})
    assert client.post(reverse("relay:pack", args=[peer.uid])).status_code == ON
    page = text_of(client.get(reverse("relay:peer", args=[peer.uid])))
    assert "待回执" in page
    package = reverse("relay:package", args=[Outgoing.objects.get(peer=peer).uid])
    first, second = (b"".join(client.get(package).streaming_content) for _ in range(2))
    assert first == second
    assert hall.login(hall.si).get(package).status_code == 403


@pytest.mark.parametrize(
    ("page", "given", "said"),
    [
        ("peer_new!", {"name": "甲", "code": "GY", "starts": "2026-01-01"}, "代码“GY”已登记给贵阳市政协"),
        ("peer_new!", {"name": "甲", "code": "HZ", "starts": "2026-01-01"}, "“HZ”是本方自己的代码"),
        ("peer_new!", {"name": "甲", "code": "A", "starts": "2026-01-02", "ends": "2026-01-01"}, "早于启用日期"),
        ("peer_new!", {"name": "", "code": "A", "starts": "2026-01-02"}, "对方名称"),
        ("peer_key!", {"public": "12"}, "这不是Ed25519 / SHA-256的公钥"),
        ("peer_key!", {}, "请上传对方的公钥名片，或粘贴公钥"),
        ("key_end!", {"ends": "2020-01-01"}, "早于启用日期"),
    ],
)
def test_bad_input_is_told_in_one_sentence(hall: Hall, page: str, given: dict[str, Any], said: str) -> None:
    before = Entry.objects.count()
    given = {"algorithm": METHOD.key} | given
    answer = hall.login(hall.wen).post(addresses(hall)[page], given)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert Entry.objects.count() == before


def test_two_hands_on_one_peer(hall: Hall) -> None:
    client, address = hall.login(hall.wen), reverse("relay:peer_edit", args=[hall.city.uid])
    given = {
        "name": "贵阳",
        "code": "GY",
        "algorithm": METHOD.key,
        "starts": "2026-01-01",
        "version": hall.city.version,
    }
    assert client.post(address, given).status_code == ON
    assert client.post(address, given).status_code == 422


def test_pages_ask_as_often_however_long_they_are(hall: Hall) -> None:
    client = hall.login(hall.wen)
    addresses = [reverse("relay:home"), reverse("relay:peer", args=[hall.city.uid]), reverse("relay:refused")]

    def fill(start: int, count: int) -> None:
        for place in range(start, start + count):
            actions.post(hall.actor(hall.wen), hall.city, "test.note", hall.uid(place), 1, {"text": str(place)})
            hall.peer(f"P{place}", f"对方{place}")
        actions.pack(hall.actor(hall.wen), hall.city)

    def counts() -> list[int]:
        found = []
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            found.append(len(asked))
        return found

    fill(0, 5)
    before = counts()
    fill(5, 45)
    assert counts() == before
    assert before[1] <= 15
