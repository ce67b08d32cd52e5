"""Near texts of this room and of others, side by side; an item begun from another record's text; several at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.deadlines import clock
from lvzhi.links import alike
from lvzhi.links import kinds as links
from lvzhi.links.alike import Alike, Found, Text
from lvzhi.links.models import Tie
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries.similar import near_to
from lvzhi.opinions.tests.newsroom import SITUATION, SUGGESTION, TITLE, TODAY, Newsroom
from lvzhi.opinions.tests.test_pages import form

ALIKE = Text("水碾房路灯问题", "水碾房社区北门至菜场一段，十二盏路灯有九盏不亮，居民出行不便。", "", SUGGESTION)


def test_a_near_item_is_found_with_its_passages(room: Newsroom) -> None:
    made = room.sent()
    room.sent(room.yi, title="水质发黄", situation="东关水厂自来水发黄。", suggestion="请检测水质。")
    found = near_to(room.actor(room.bai), room.here, ALIKE, None)
    assert [(one.title, found.hidden) for one in found.shown] == [(TITLE, 0)]
    assert "水碾房社区北门至菜场一段，十二盏路灯" in found.shown[0].passages[0]
    assert near_to(room.actor(room.bai), room.here, ALIKE, made.uid) == Found()


def test_who_may_not_read_it_learns_that_there_is_one(room: Newsroom) -> None:
    room.sent()
    assert near_to(room.actor(room.yi), room.here, ALIKE, None) == Found((), 1)
    assert near_to(room.actor(room.far), room.there, ALIKE, None) == Found()


@pytest.mark.parametrize("state", ["draft", "withdrawn", "offline"])
def test_what_is_not_handed_in_or_is_gone_is_not_found(room: Newsroom, state: str) -> None:
    room.at(state)
    assert near_to(room.actor(room.bai), room.here, ALIKE, None) == Found()


def test_only_the_last_years_are_looked_through(room: Newsroom) -> None:
    with clock.at(TODAY.replace(year=TODAY.year - 4)):
        room.sent()
    assert near_to(room.actor(room.bai), room.here, ALIKE, None) == Found()


def test_finding_costs_the_same_among_many(room: Newsroom) -> None:
    actor = room.actor(room.bai)

    def cost() -> int:
        with CaptureQueriesContext(connection) as found:
            near_to(actor, room.here, ALIKE, None)
        return len(found)

    room.sent()
    near_to(actor, room.here, ALIKE, None)
    few = cost()
    for number in range(20):
        room.sent(title=f"{TITLE}{number}")
    assert cost() == few


def test_editors_see_both_texts_side_by_side(room: Newsroom) -> None:
    room.sent()
    later = room.sent(room.yi, title="北门路灯", situation=SITUATION + "请尽快处理。")
    page = room.login(room.bai).get(f"/opinions/concern/{later.uid}/near/").content.decode()
    assert "<mark>" in page
    assert TITLE in page
    beside = room.login(room.bai).get(f"/opinions/concern/{later.uid}/near/", headers={"hx-request": "true"})
    assert "<html" not in beside.content.decode()


def test_while_writing_and_after_it_is_said(room: Newsroom) -> None:
    room.sent()
    client = room.login(room.jia)
    page = client.post("/opinions/near/", {"title": TITLE, "situation": SITUATION, "suggestion": SUGGESTION})
    assert "几乎相同" in page.content.decode()
    assert not Concern.objects.filter(state="draft").exists()
    answer = client.post("/opinions/write/", form(suggestion=SUGGESTION), follow=True)
    assert "几乎相同" in answer.content.decode()
    assert Concern.objects.filter(state="submitted").count() == 2
    assert room.login(room.ling).post("/opinions/near/", {"title": TITLE}).status_code == 403


def test_other_rooms_are_asked_too(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def finder(actor: Any, committee: Any, text: Text, but: Any) -> Found:
        return Found((Alike("提案", "关于路灯的提案", "/proposals/1/", 80, ["路灯九盏不亮不亮"]),), 2)

    monkeypatch.setitem(alike._FINDERS, "tests.other", finder)
    page = room.login(room.jia).post("/opinions/near/", {"title": TITLE, "situation": SITUATION}).content.decode()
    assert "关于路灯的提案" in page
    assert "另有2篇" in page


def known(monkeypatch: pytest.MonkeyPatch, said: links.Said | None, *, visible: bool = True) -> str:
    """A kind of another room whose record says this; what an address names it."""
    from uuid import uuid4

    uid = uuid4()
    kind = links.Kind(
        "proposals.proposal", "提案", lambda one: "第0003号《路灯》", lambda one: "/proposals/3/",
        lambda actor, one: visible, said=lambda one: said,
    )  # fmt: skip
    monkeypatch.setitem(links._kinds, "proposals.proposal", kind)
    return f"proposals.proposal:{uid}"


def test_an_item_begins_from_another_records_text(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    said = links.Said("路灯提案", "北门九盏不亮。", "无人管护。", "请检修。", (room.members["yi"].person_id,))
    about = known(monkeypatch, said)
    client = room.login(room.bai)
    page = client.get(f"/opinions/write/?about={about}").content.decode()
    for text in ("路灯提案", "北门九盏不亮。", "无人管护。", "请检修。", "乙武", "第0003号《路灯》"):
        assert text in page
    client.post("/opinions/write/", form(about=about, source="member", people=[room.members["yi"].pk]))
    made, tie = Concern.objects.get(), Tie.objects.get()
    assert (tie.a_uid, tie.role, f"{tie.b_kind}:{tie.b_uid}") == (made.uid, "opinions.from", about)
    assert "提炼自" in client.get(f"/opinions/concern/{made.uid}/").content.decode()


@pytest.mark.parametrize(("said", "visible"), [(None, True), (links.Said("甲", "乙"), False)])
def test_what_cannot_be_taken_up(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, said: links.Said | None, visible: bool
) -> None:
    about = known(monkeypatch, said, visible=visible)
    client = room.login(room.bai)
    assert client.get(f"/opinions/write/?about={about}").status_code == 400
    assert client.get("/opinions/write/?about=proposals.proposal:none").status_code == 400
    assert client.get("/opinions/write/?about=nothing.here:none").status_code == 400


def test_the_edited_text_is_compared_with_the_original(room: Newsroom) -> None:
    made = room.at("edited")
    page = room.login(room.fu).get(f"/opinions/concern/{made.uid}/compare/").content.decode()
    assert "<del>" in page
    assert "<ins>" in page
    assert "反映人原稿" in page


def test_several_at_once_with_what_came_of_each(room: Newsroom) -> None:
    first, second, gone = (room.sent(title=title) for title in ("第一件", "第二件", "第三件"))
    client = room.login(room.bai)
    assert "第一件" in client.get("/opinions/screening/batch/keep/").content.decode()
    room.take(gone, "withdraw", room.jia)
    keys = {"chosen": [first.pk, second.pk, gone.pk], "once": "b1"}
    assert client.post("/opinions/screening/batch/keep/", keys).content.decode().count("没有办成") == 3
    page = client.post("/opinions/screening/batch/keep/", keys | {"ground": "已有部署", "once": "b2"}).content.decode()
    assert "办成2篇，共3篇" in page
    assert page.count("没有办成") == 1
    assert list(Concern.objects.filter(state="kept").values_list("ground", flat=True)) == ["已有部署"] * 2


def test_a_batch_wants_a_choice_and_an_editor(room: Newsroom) -> None:
    answer = room.login(room.bai).post("/opinions/screening/batch/select/", {})
    assert (answer.status_code, "至少勾选一篇" in answer.content.decode()) == (422, True)
    assert room.login(room.ling).get("/opinions/screening/batch/select/").status_code == 403
    assert room.login(room.bai).get("/opinions/screening/batch/edit/").status_code == 404
