"""The list of all levels and the page of a topic: what each level reads there, and what it costs."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.joint import actions, kinds
from lvzhi.joint.models import Topic
from lvzhi.joint.tests.tree import TODAY, UNTIL, Tree


def page(client: Any, name: str, *args: Any, **params: str) -> str:
    answer = client.get(reverse(f"joint:{name}", args=args), params)
    assert answer.status_code == 200, answer.content.decode()
    return str(answer.content.decode())


def asked_often(tree: Tree, many: int) -> list[Topic]:
    kinds.register(kinds.Kind("joint.many", lambda uid: uid, lambda actor, uid: True, lambda uid: _known(tree, uid)))
    found = []
    for _ in range(many):
        topic = actions.open_topic(tree.actor(tree.city_office), "joint.many", uuid4(), {})
        topic = tree.take(topic, "ask", tree.city_office, committees=[tree.here.pk, tree.there.pk], role="assist")
        part = tree.take(tree.part(topic), "accept", tree.bai)
        tree.piece(part)
        found.append(topic)
    return found


def _known(tree: Tree, uid: UUID) -> kinds.Known:
    return kinds.Known(tree.city, None, f"课题{uid.hex[:6]}", UNTIL)


def statements(client: Any, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_lists_cost_the_same_however_long(tree: Tree) -> None:
    client, url = tree.login(tree.bai), reverse("joint:list")
    asked_often(tree, 3)
    few = statements(client, url)
    asked_often(tree, 14)
    assert statements(client, url) == few


def test_a_page_costs_little_however_many_pieces(tree: Tree) -> None:
    part = tree.joined()
    client, url = tree.login(tree.bai), reverse("joint:detail", args=[part.topic.uid])
    tree.piece(part)
    few = statements(client, url)
    for _ in range(6):
        tree.piece(part)
    assert statements(client, url) == few <= 15


def test_the_level_above_sees_who_is_late(tree: Tree) -> None:
    part = tree.joined()
    tree.piece(part, until=dt.date(2026, 3, 10))
    with clock.at(dt.date(2026, 3, 20)):
        above = page(tree.login(tree.city_office), "list")
        late = page(tree.login(tree.city_office), "list", tab="late")
    assert "有超期任务" in above
    assert "海州区政协" in above
    assert "养老服务体系建设调研" in late
    assert "养老服务体系建设调研" not in page(tree.login(tree.city_office), "list", tab="late")


def test_the_level_below_sees_what_is_asked(tree: Tree) -> None:
    tree.asked()
    client = tree.login(tree.bai)
    assert "报数据。" in page(client, "list", tab="asked")
    home = client.get(reverse("desk:home")).content.decode()
    assert "确认参加" in home or "养老服务体系建设调研" in home
    assert "这一栏没有联合课题" in page(client, "list", tab="lead")


def test_both_look_at_one_page(tree: Tree) -> None:
    part = tree.joined()
    piece = tree.piece(part)
    tree.take(piece, "advance", tree.bai, words="已入户四十户。", percent=40)
    for account in (tree.city_office, tree.bai):
        text = page(tree.login(account), "detail", part.topic.uid)
        for said in ("入户调查一百户", "已入户四十户。", "进度40%", "海州区政协", "连海市政协"):
            assert said in text


def test_steps_through_the_page(tree: Tree) -> None:
    topic = tree.asked()
    client = tree.login(tree.bai)
    part = tree.part(topic)
    url = reverse("joint:step", args=["part", part.uid, "accept"])
    assert client.post(url, {"organ": tree.economy.pk, "version": part.version}).status_code == 302
    add = reverse("joint:step", args=["part", part.uid, "divide"])
    refused = client.post(add, {"what": "走访", "until": "2026-09-31"})
    assert refused.status_code == 422
    assert "2026-09-31" in refused.content.decode()
    assert client.post(add, {"what": "走访", "until": "2026-04-01", "who": "经济委"}).status_code == 302
    assert "走访" in page(client, "detail", topic.uid)


def test_closed_topics_stand_under_all(tree: Tree) -> None:
    part = tree.joined()
    tree.take(part.topic, "close", tree.city_office, on=TODAY)
    client = tree.login(tree.bai)
    assert "养老服务体系建设调研" not in page(client, "list")
    assert "养老服务体系建设调研" in page(client, "list", tab="all")


def test_the_history_says_each_thing_once_and_which_piece(tree: Tree) -> None:
    part = tree.joined()
    tree.take(tree.piece(part), "advance", tree.bai, words="x", percent=40)
    text = page(tree.login(tree.bai), "detail", part.topic.uid)
    assert "海州区政协第1项：登记进展，已完成40%" in text
    assert text.count("分解任务增加一项") == 1
    assert "第1项分解任务" not in text


def test_pickers_answer(tree: Tree) -> None:
    assert "甲文" in tree.login(tree.bai).get(reverse("joint:pick"), {"q": "甲"}).content.decode()
    near = tree.login(tree.city_office).get(reverse("joint:pick_committee"), {"q": "区"}).content.decode()
    assert "海州区政协" in near
    assert "山阳区政协" not in near


def test_the_breakdown_goes_out_as_a_file(tree: Tree) -> None:
    part = tree.joined()
    tree.piece(part, who="经济委")
    for form in ("csv", "xlsx"):
        answer = tree.login(tree.city_office).get(reverse("joint:export", args=[part.topic.uid, form]))
        assert answer.status_code == 200
        body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # reason: a file is streamed
        if form == "csv":
            text = body.decode("utf-8-sig")
            assert "入户调查一百户" in text
            assert "经济委" in text


def test_an_empty_list_says_how_to_begin(tree: Tree) -> None:
    assert "没有进行中的联合课题" in page(tree.login(tree.bai), "list")
    assert TODAY < UNTIL
