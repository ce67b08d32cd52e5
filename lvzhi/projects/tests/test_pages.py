"""Each page, as the person it is for sees it."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.projects.models import Project
from lvzhi.projects.tests.yard import DATA, TODAY, Yard

DETAIL_MOST = 15


def page(client: Client, name: str, *args: Any, **query: str) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200, answer.content.decode()[-3000:]
    return answer.content.decode()


def statements(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        client.get(url)
    return len(caught.captured_queries)


def test_an_empty_list_says_so(yard: Yard) -> None:
    client = yard.login(yard.bai)
    assert "没有符合条件的项目" in page(client, "projects:list")
    assert "您还没有包抓联系的项目" in page(yard.login(yard.ling), "projects:mine")


def test_filters_narrow_the_list_and_the_export(yard: Yard) -> None:
    yard.charged()
    yard.register(title="滩涂光伏项目", way="invest", kind="energy", owner="新能公司")
    client = yard.login(yard.bai)
    for query, seen, hidden in (
        ({"q": "凌导"}, "河口冷链", "滩涂光伏"),
        ({"q": "新能"}, "滩涂光伏", "河口冷链"),
        ({"way": "invest"}, "滩涂光伏", "河口冷链"),
        ({"only": "bare"}, "滩涂光伏", "河口冷链"),
    ):
        shown = page(client, "projects:list", **query)
        assert (seen in shown, hidden in shown) == (True, False), query
    answer: Any = client.get(reverse("projects:export", args=["csv"]), {"way": "invest"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert ("滩涂光伏项目" in text, "河口冷链" in text, "方式：招商引资" in text) == (True, False, True)


def test_lists_cost_the_same_at_any_length(yard: Yard) -> None:
    for number in range(5):
        yard.charged(title=f"项目{number}")
    office, leader = yard.login(yard.bai), yard.login(yard.ling)
    few = [statements(office, reverse("projects:list")), statements(leader, reverse("projects:mine"))]
    for number in range(20):
        yard.charged(title=f"又一个项目{number}")
    assert [statements(office, reverse("projects:list")), statements(leader, reverse("projects:mine"))] == few


def test_a_detail_page_is_cheap(yard: Yard) -> None:
    project = yard.charged()
    for _ in range(4):
        project = yard.take(project, "visit", went_on=TODAY, by="凌导", words="现场查看进度。")
    project = yard.take(project, "fund", money="granted", amount="5", source="city", got_on=TODAY, proof="拨〔1〕号")
    project = yard.take(project, "join", committee=yard.city.pk, share="promotes", since=TODAY, words="协调用地")
    project = yard.take(project, "note", words="通话", next_words="送方案", next_on=TODAY)
    url = reverse("projects:detail", args=[project.uid])
    shown = yard.login(yard.bai).get(url).content.decode()
    for said in ("现场查看进度。", "5.00元", "拨〔1〕号", "连海市政协", "协调用地", "120,000,000.00元"):
        assert said in shown
    assert statements(yard.login(yard.ling), url) <= DETAIL_MOST


def test_two_hands_on_one_project(yard: Yard) -> None:
    project = yard.register()
    url = reverse("projects:edit", args=[project.uid])
    typed = DATA | {"taken_on": "2026-01-12", "version": project.version}
    assert yard.login(yard.bai).post(url, typed | {"title": "别人改的名称"}).status_code == 302
    answer = yard.login(yard.tou).post(url, typed | {"title": "我改的名称"})
    assert answer.status_code == 409
    assert "我改的名称" in answer.content.decode()
    assert Project.objects.get().title == "别人改的名称"


def test_a_voided_project_can_be_brought_back(yard: Yard) -> None:
    project, client = yard.register(), yard.login(yard.bai)
    client.post(reverse("projects:void", args=[project.uid]), {"ground": "重复登记"})
    assert "河口冷链" not in page(client, "projects:list")
    assert "误录作废" in page(client, "projects:list", only="voided")
    client.post(reverse("projects:restore", args=[project.uid]))
    assert "河口冷链" in page(client, "projects:list")
